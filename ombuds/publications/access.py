"""Who sees which draft: by role, and never when a linked case is walled off for them."""

from django.db.models import QuerySet
from django.http import Http404

from ombuds.accounts.models import User
from ombuds.cases.models import Wall
from ombuds.publications.models import CaseLink, Publication


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
