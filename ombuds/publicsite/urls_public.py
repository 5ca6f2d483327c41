"""Pages that anyone may open."""

from django.urls import path

from ombuds.publicsite.views.can_we_help import can_we_help

app_name = "publicsite"
urlpatterns = [
    path("help/", can_we_help, name="help"),
]
