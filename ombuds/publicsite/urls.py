"""Pages of this room for staff, below /staff/."""

from django.urls import path

from ombuds.publicsite.views import contact

app_name = "publicsite"
urlpatterns = [
    path("appointments/", contact.appointments, name="appointments"),
    path("appointments/<uuid:key>/done/", contact.appointment_done, name="appointment_done"),
]
