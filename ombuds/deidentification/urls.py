"""Pages of the engine and its lexicon, below /staff/."""

from django.urls import path

from ombuds.deidentification import views

app_name = "deidentification"
urlpatterns = [
    path("names/try/", views.try_engine, name="try"),
    path("names/lexicon/", views.lexicon, name="lexicon"),
    path("names/lexicon/teach/", views.teach, name="teach"),
    path("names/lexicon/<int:pk>/agree/", views.agree, name="agree"),
    path("names/lexicon/<int:pk>/remove/", views.take_out, name="take_out"),
]
