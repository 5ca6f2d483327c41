"""Inside the channel, below /integrity/. A name of its own: the channel can be served by a process of its own."""

from django.urls import path

from ombuds.handover.views import channel

app_name = "door"
urlpatterns = [
    path("mine/complaint/<str:field>/", channel.answer, name="answer"),
    path("desk/<uuid:key>/complaint/", channel.offer, name="offer"),
    path("desk/<uuid:key>/text/", channel.text, name="text"),
]
