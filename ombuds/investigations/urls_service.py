"""What a service sees of the remedies that were asked of it, below /service/."""

from django.urls import path

from ombuds.investigations.views import service

app_name = "investigations"
urlpatterns = [
    path("remedies/<str:token>/", service.remedy, name="service_remedy"),
]
