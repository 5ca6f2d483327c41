"""What a service sees of the recommendations that are addressed to it, below /service/."""

from django.urls import path

from ombuds.recommendations.views import service

app_name = "recommendations"
urlpatterns = [
    path("recommendations/<uuid:key>/", service.answer, name="service_answer"),
    path("recommendations/<uuid:key>/plan/", service.promise, name="service_promise"),
    path("recommendations/<uuid:key>/progress/", service.progress, name="service_progress"),
]
