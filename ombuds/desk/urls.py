"""The staff front door, below /staff/."""

from django.urls import path

from ombuds.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("work/", views.worklist, name="worklist"),
    path("search/", views.search_page, name="search"),
    path("cases/<int:pk>/", views.case, name="case"),
]
