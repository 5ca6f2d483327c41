"""The integrity channel as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntegrityConfig(AppConfig):
    name = "ombuds.integrity"
    verbose_name = _("Integrity channel")
    default_auto_field = "django.db.models.BigAutoField"
