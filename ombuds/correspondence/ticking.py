"""What is due: reminders to services and complainants, the head of a service, mails that failed. Idempotent."""

import datetime as dt
import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.utils import timezone

from ombuds.audit.models import Actor
from ombuds.cases.models import Clock
from ombuds.cases.workflow import State as CaseState
from ombuds.correspondence.models import EntryCode, InformationRequest, Message, Question
from ombuds.correspondence.services import information, questions, sending
from ombuds.correspondence.tasks import deliver
from ombuds.correspondence.terms import Delivery, State
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now
from ombuds.office.models import Office

logger = logging.getLogger(__name__)
MOST_TRIES = 5


def tick(office: Office, day: dt.date) -> int:
    """Do what is due on this day. Returns how much was done; twice in a row does nothing the second time."""
    done = _each(_overdue(office, day, Question, questions.ASKED, "reminded_at"), questions.remind)
    done += _each(_overdue(office, day, Question, questions.REMINDED, "escalated_at"), questions.escalate)
    done += _each(
        _overdue(office, day, InformationRequest, information.ASKED, "reminded_at"),
        information.remind_complainant,
    )
    return done + _again() + _left_behind() + _stuck() + _old_codes()


def _overdue(office: Office, day: dt.date, model: Any, rule: str, not_yet: str) -> list[Any]:
    waiting = {Question: CaseState.AWAITING_SERVICE, InformationRequest: CaseState.AWAITING_COMPLAINANT}[
        model
    ]
    late = Clock.objects.filter(
        case__office=office,
        case__state=waiting,
        rule=rule,
        due_on__lt=day,
        met_on__isnull=True,
        cancelled=False,
    )
    prefix = f"correspondence.{model.__name__.lower()}:"
    numbers = [
        about.removeprefix(prefix)
        for about in late.values_list("about", flat=True)
        if about.startswith(prefix)
    ]
    rows = model.objects.filter(pk__in=numbers, answered_at__isnull=True, **{f"{not_yet}__isnull": True})
    return [row for row in rows.select_related("case__office") if row.is_open]


def _each(rows: Iterable[Any], verb: Callable[..., bool]) -> int:
    """One that cannot go out (no address) does not keep the others from going."""
    done = 0
    for row in rows:
        try:
            done += verb(row, actor=Actor.SYSTEM)
        except Refusal as refusal:
            logger.warning("%s: %s", row.about, type(refusal).__name__)
    return done


def _again() -> int:
    """Mails that failed are tried again, an hour later, a few times."""
    before = now() - dt.timedelta(hours=1)
    failed = Message.objects.filter(state=State.FAILED, tries__lt=MOST_TRIES, queued_at__lt=before)
    done = 0
    for message in failed:
        Message.objects.filter(pk=message.pk).update(queued_at=now())
        sending.retry(message, actor=Actor.SYSTEM)
        done += 1
    return done


def _left_behind() -> int:
    """Mails that no worker took from the queue: an office that runs none still sends them, with the tick."""
    before = now() - dt.timedelta(minutes=10)
    rows = Message.objects.filter(state=State.QUEUED, queued_at__lt=before).exclude(channel=Delivery.POST)
    numbers = list(rows.values_list("pk", flat=True)[:500])
    for number in numbers:
        deliver.func(number)
    return len(numbers)


def _stuck() -> int:
    """A worker that died while sending: nobody knows whether the mail went, so a person looks at it."""
    before = now() - dt.timedelta(minutes=30)
    rows = Message.objects.filter(state=State.SENDING, queued_at__lt=before)
    return rows.update(state=State.FAILED, problem="Interrupted", tries=MOST_TRIES)


def _old_codes() -> int:
    """One-time codes are of no use after a day, except to count how many were asked for."""
    before = timezone.now() - dt.timedelta(days=1)
    count, _detail = EntryCode.objects.filter(made_at__lt=before).delete()
    return count
