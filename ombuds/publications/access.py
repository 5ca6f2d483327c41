"""Who sees which draft: by role, and never when a linked case is walled off for them; a service, what was laid before it."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from ombuds.accounts.models import User
from ombuds.authorities.models import Contact
from ombuds.cases.models import Wall
from ombuds.publications.models import CaseLink, Hearing, Publication
from ombuds.publications.terms import State


def visible_to(user: User) -> "QuerySet[Publication]":
    """Drafts and published texts that this person may open."""
    walled = Wall.objects.filter(user=user, lifted_at__isnull=True).values("case_id")
    rows: QuerySet[Publication] = Publication.objects.visible_to(user)
    return rows.exclude(pk__in=CaseLink.objects.filter(case__in=walled).values("publication_id"))


def fetch(user: User, pk: int) -> Publication:
    """The publication, or as if it did not exist."""
    found = visible_to(user).select_related("office", "writer", "corrects").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def laid_before(contact: Contact) -> "QuerySet[Hearing]":
    """Drafts that the contact's own service was asked about, until they are published."""
    rows = Hearing.objects.filter(body=contact.body)
    return rows.exclude(publication__state__in=[State.PUBLISHED, State.WITHDRAWN]).select_related(
        "publication"
    )


def panel(contact: Contact) -> dict[str, Any] | None:
    """For settings.OMBUDS_SERVICE_PANELS."""
    waiting = list(laid_before(contact).filter(answered_on=None).order_by("due_on", "pk")[:100])
    return {"template": "publications/service_panel.html", "waiting": waiting} if waiting else None
