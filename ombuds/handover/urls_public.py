"""The complainant."""

from django.urls import path

from ombuds.handover.views import complainant

app_name = "handover"
urlpatterns = [path("file/move/", complainant.agree, name="agree")]
