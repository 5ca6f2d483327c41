"""Everything behind log-in. Each room's urls.py, below /staff/."""

from django.urls import include, path

from ombuds.config.rooms import addresses

DOOR = ("urls", "staff/")
own = [path("staff/login/", include("ombuds.accounts.urls_login"))]
urlpatterns = [*own, *addresses(DOOR)]
