"""The chain: one row per act, each sealed with a key over itself and the row before."""

from typing import Any

from django.conf import settings
from django.db import models


class Actor(models.TextChoices):
    """Who acted, when it was not a member of staff with a user row."""

    STAFF = "staff"
    COMPLAINANT = "complainant"
    SERVICE = "service"
    VISITOR = "visitor"
    SYSTEM = "system"


class Entry(models.Model):
    """Holds no personal data: acts are named, things are pointed at by number, people by the number of their row."""

    sequence = models.BigIntegerField(unique=True)
    at = models.DateTimeField(db_index=True)
    actor_kind = models.CharField(max_length=12, choices=Actor.choices)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=80, db_index=True)
    subject = models.CharField(max_length=80, blank=True, db_index=True)  # like "cases.case:123"
    case_id = models.BigIntegerField(null=True, db_index=True)  # no foreign key: audit lies below cases
    data = models.JSONField(default=dict)
    mac = models.CharField(max_length=64)

    class Meta:
        ordering = ["sequence"]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise RuntimeError("The audit chain is only added to.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise RuntimeError("The audit chain is only added to.")
