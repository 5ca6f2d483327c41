"""Staff."""

from django.urls import path

from ombuds.handover.views import office

app_name = "handover"
urlpatterns = [
    path("cases/<int:pk>/handover/", office.ask, name="ask"),
    path("cases/<int:pk>/handover/told/", office.told, name="told"),
    path("handover/texts/", office.texts, name="texts"),
    path("handover/texts/<int:pk>/", office.take_up, name="take_up"),
]
