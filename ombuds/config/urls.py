"""All front doors under one host. An office may serve urls_public and urls_staff on hosts of their own."""

from django.conf import settings

from ombuds.config import urls_public, urls_services, urls_staff
from ombuds.config.rooms import addresses

urlpatterns = [
    *urls_staff.own,
    *urls_public.own,
    *addresses(urls_staff.DOOR, urls_services.DOOR, urls_public.DOOR),
    # Here only while no process of its own serves the sealed channel.
    *([] if settings.INTEGRITY_APART else addresses(("urls_integrity", "integrity/"))),
]
handler400 = "ombuds.lib.views.bad_request"
handler403 = "ombuds.lib.views.forbidden"
handler404 = "ombuds.lib.views.not_found"
handler500 = "ombuds.lib.views.server_error"
