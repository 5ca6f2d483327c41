"""The sealed channel, below /integrity/, for a process, host or onion service of its own (docs/running.md)."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.csrf import csrf_exempt  # as at the public door
from django.views.generic import RedirectView
from django.views.i18n import set_language

from ombuds.config.rooms import addresses

DOOR = ("urls_integrity", "integrity/")
urlpatterns = [
    path("", login_not_required(RedirectView.as_view(pattern_name="integrity:start"))),
    path("language/", csrf_exempt(login_not_required(set_language)), name="set_language"),
    *addresses(DOOR),
]
handler400 = "ombuds.lib.views.bad_request"
handler403 = "ombuds.lib.views.forbidden"
handler404 = "ombuds.lib.views.not_found"
handler500 = "ombuds.lib.views.server_error"
