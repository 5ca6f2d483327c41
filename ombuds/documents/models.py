"""A stored file. The bytes lie outside the web root under a name that says nothing."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Document(models.Model):
    """`original_name` is what the sender called it; shown, never used as a path."""

    class Scan(models.TextChoices):
        PENDING = "pending", _("not scanned yet")
        CLEAN = "clean", _("scanned, nothing found")
        INFECTED = "infected", _("harmful: cannot be opened")
        UNAVAILABLE = "unavailable", _("not scanned: no scanner is set up")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    original_name = models.CharField(_("name"), max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    file = models.FileField(upload_to="documents/%Y/%m", max_length=200)
    text = models.TextField(blank=True)  # what can be read of it, for search
    scan = models.CharField(max_length=12, choices=Scan.choices, default=Scan.PENDING)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.original_name
