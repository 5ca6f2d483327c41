"""What anyone may open: each room's urls_public.py, and the language switch."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.i18n import set_language

from ombuds.config.rooms import addresses

DOOR = ("urls_public", "")
own = [path("language/", login_not_required(set_language), name="set_language")]
urlpatterns = [*own, *addresses(DOOR)]
