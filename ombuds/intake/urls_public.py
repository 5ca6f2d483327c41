"""The complaint form, open to anyone."""

from django.urls import path

from ombuds.intake.views import form, sending

app_name = "intake"
urlpatterns = [
    path("complaint/", form.start, name="form"),
    path("complaint/check/", sending.check, name="check"),
    path("complaint/sent/", sending.receipt, name="receipt"),
    path("complaint/save/", sending.save, name="save"),
    path("complaint/resume/", sending.resume, name="resume"),
    path("complaint/leave/", sending.leave, name="leave"),
    path("complaint/<slug:step>/", form.question, name="step"),
]
