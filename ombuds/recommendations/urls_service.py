"""What a service sees of the recommendations that are addressed to it, below /service/."""

from django.urls import path

from ombuds.recommendations.views import service

app_name = "recommendations"
urlpatterns = [
    path("recommendations/<uuid:key>/", service.answer, name="service_answer"),
]
