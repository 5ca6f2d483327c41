"""What the addressee promises to do, how far it says it is, and what we saw of it. Each act has its date."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.documents.models import Document
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.recommendations.models import Measure, Progress, Recommendation
from ombuds.recommendations.services.permitting import insist
from ombuds.recommendations.terms import Act
from ombuds.recommendations.workflow import was_issued

State = Measure.State


def promise(
    recommendation: Recommendation,
    *,
    actor: User | Actor,
    words: str,
    due_on: dt.date | None = None,
    on: dt.date | None = None,
) -> Measure:
    """One line of the plan. The addressee itself can add it. Raises a Refusal."""
    by = _by(actor)
    day = on or today()
    _insist_issued(recommendation, day)
    if not words.strip():
        raise Refusal(_("Say what will be done."))
    if due_on is not None and due_on < day:
        raise Refusal(_("The day on which it will be done lies before the day of the promise."))
    with transaction.atomic():
        made = Measure.objects.create(
            recommendation=recommendation, words=words.strip(), promised_on=day, due_on=due_on, entered_by=by
        )
        record(Act.PROMISE, actor=actor, subject=recommendation)
    return made


def report_progress(
    recommendation: Recommendation,
    *,
    actor: User | Actor,
    words: str,
    measure: Measure | None = None,
    is_done: bool = False,
    on: dt.date | None = None,
    documents: Iterable[Document] = (),
) -> Progress:
    """How far the addressee says it is. That it is done is a promise kept only when we checked. Raises a Refusal."""
    by = _by(actor)
    day = on or today()
    _insist_issued(recommendation, day)
    if not words.strip():
        raise Refusal(_("Say how far it is."))
    with transaction.atomic():
        if measure is not None and measure.recommendation_id != recommendation.pk:
            raise Refusal(_("This promise belongs to another recommendation."))
        told = Progress.objects.create(
            recommendation=recommendation,
            measure=measure,
            on=day,
            words=words.strip(),
            is_done=is_done,
            entered_by=by,
        )
        told.documents.set(documents)
        if measure is not None and is_done:
            Measure.objects.filter(pk=measure.pk, state=State.PROMISED).update(state=State.REPORTED)
        record(Act.PROGRESS, actor=actor, subject=recommendation, data={"done": is_done})
    return told


def settle_measure(measure: Measure, *, actor: User, state: str, words: str) -> Progress:
    """We checked that it was done, that it was not, or it was given up; the reason is kept. Raises a Refusal."""
    insist(actor)
    if state not in (State.VERIFIED, State.PROMISED, State.DROPPED):
        raise Refusal(_("Choose what we saw."))
    if not words.strip():
        raise Refusal(_("Say how you know."))
    with transaction.atomic():
        if not Measure.objects.filter(pk=measure.pk, state=measure.state).update(state=state):
            raise Refusal(_("Someone else changed this promise just now. Look again."))
        measure.refresh_from_db()
        told = Progress.objects.create(
            recommendation=measure.recommendation,
            measure=measure,
            on=today(),
            words=words.strip(),
            entered_by=actor,
        )
        record(Act.SETTLE, actor=actor, subject=measure.recommendation, data={"state": state})
    return told


def _by(actor: User | Actor) -> User | None:
    if isinstance(actor, User):
        insist(actor)
        return actor
    return None


def _insist_issued(recommendation: Recommendation, day: dt.date) -> None:
    if not was_issued(recommendation.status):
        raise Refusal(_("This recommendation is not issued yet."))
    if recommendation.issued_on and not recommendation.issued_on <= day <= today():
        raise Refusal(_("The date must lie between the day of issue and today."))
