"""What a contact person of a service may see: issued recommendations to the own service, and nothing of their sources."""

from typing import Any

from django.db.models import QuerySet

from ombuds.authorities.models import Contact
from ombuds.recommendations.models import Recommendation
from ombuds.recommendations.terms import Status
from ombuds.recommendations.workflow import PENDING


def addressed_to(contact: Contact) -> "QuerySet[Recommendation]":
    """A draft is no recommendation yet: it goes out as a letter, for comment."""
    rows = Recommendation.objects.filter(body=contact.body)
    return rows.exclude(status__in=[Status.DRAFT, Status.SENT_FOR_COMMENT]).prefetch_related("texts")


def panel(contact: Contact) -> dict[str, Any] | None:
    """For settings.OMBUDS_SERVICE_PANELS: those that still ask something of the service."""
    waiting = list(addressed_to(contact).filter(status__in=PENDING).order_by("answer_due_on", "pk")[:100])
    return {"template": "recommendations/_service_panel.html", "waiting": waiting} if waiting else None
