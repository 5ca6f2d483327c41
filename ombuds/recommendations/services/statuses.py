"""The one function that changes a status, and how every change is written down."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.documents.models import Document
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.recommendations.models import Change, Recommendation
from ombuds.recommendations.terms import Status
from ombuds.recommendations.workflow import may_follow


class StatusNotAllowed(Refusal):
    """The table has no such step."""

    template = _("From “%(before)s” a recommendation cannot become “%(after)s”.")


def set_status(
    recommendation: Recommendation,
    status: str,
    *,
    actor: User | None,
    on: dt.date | None = None,
    note: str = "",
    evidence: Iterable[Document] = (),
) -> Change:
    """Move, guarded by the old status, and add the change to the history."""
    before = recommendation.status
    if not may_follow(before, status):
        raise StatusNotAllowed(before=Status(before).label, after=Status(status).label)
    moved = Recommendation.objects.filter(pk=recommendation.pk, status=before)
    if not moved.update(status=status, version=F("version") + 1):
        raise Refusal(_("Someone else changed this recommendation at the same moment."))
    recommendation.refresh_from_db()
    return write_change(
        recommendation, Change.What.STATUS, before, status, actor=actor, on=on, note=note, evidence=evidence
    )


def write_change(
    recommendation: Recommendation,
    what: str,
    before: str,
    after: str,
    *,
    actor: User | None,
    on: dt.date | None = None,
    note: str = "",
    evidence: Iterable[Document] = (),
) -> Change:
    """Dated, by whom, with its evidence."""
    change = Change.objects.create(
        recommendation=recommendation,
        what=what,
        before=before,
        after=after,
        on=on or today(),
        by=actor,
        note=note.strip(),
    )
    change.evidence.set(evidence)
    return change
