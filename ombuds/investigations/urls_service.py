"""What a service sees of the remedies and the inquiries that ask something of it, below /service/."""

from django.urls import path

from ombuds.investigations.views import hearing, service

app_name = "investigations"
urlpatterns = [
    path("remedies/<str:token>/", service.remedy, name="service_remedy"),
    path("inquiries/<uuid:key>/", hearing.service_answer, name="service_inquiry"),
]
