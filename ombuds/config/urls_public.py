"""What anyone may open: each room's urls_public.py, and the language switch."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from ombuds.config.rooms import addresses

DOOR = ("urls_public", "")
# Without the token against forged requests: it would make every public page another one at each visit, so that no cache
# could keep it; and whoever forges this request only changes a language.
own = [path("language/", csrf_exempt(login_not_required(set_language)), name="set_language")]
urlpatterns = [*own, *addresses(DOOR)]
