"""Pages of the register, below /staff/."""

from django.urls import path

from ombuds.authorities import views

app_name = "authorities"
urlpatterns = [
    path("bodies/", views.bodies, name="list"),
    path("bodies/add/", views.add, name="add"),
    path("bodies/<int:pk>/", views.body, name="body"),
    path("bodies/<int:pk>/change/", views.change, name="change"),
    path("bodies/<int:pk>/names/", views.add_alias, name="add_alias"),
    path("bodies/<int:pk>/names/<int:alias>/remove/", views.remove_alias, name="remove_alias"),
    path("bodies/<int:pk>/competence/", views.set_competence, name="set_competence"),
    path("bodies/<int:pk>/competence/<int:row>/end/", views.end_competence, name="end_competence"),
    path("bodies/<int:pk>/contacts/add/", views.contact, name="add_contact"),
    path("bodies/<int:pk>/contacts/<int:contact>/", views.contact, name="contact"),
    path("bodies/<int:pk>/contacts/<int:contact>/remove/", views.remove_contact, name="remove_contact"),
]
