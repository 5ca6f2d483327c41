"""Pages for contact persons of services, below /service/."""

from django.urls import path

from ombuds.portal.views import service, service_entrance

app_name = "service"
urlpatterns = [
    path("", service_entrance.start, name="start"),
    path("enter/<str:token>/", service_entrance.enter, name="enter"),
    path("leave/", service_entrance.leave, name="leave"),
    path("desk/", service.desk, name="desk"),
    path("questions/<uuid:key>/", service.question, name="question"),
    path("letters/<uuid:key>/", service.letter, name="letter"),
    path("files/<uuid:key>/", service.file, name="file"),
]
