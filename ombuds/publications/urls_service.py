"""What a service sees of drafts that were laid before it, below /service/."""

from django.urls import path

from ombuds.publications.authoring import views_service

app_name = "publications"
urlpatterns = [path("drafts/<uuid:key>/", views_service.hearing, name="service_hearing")]
