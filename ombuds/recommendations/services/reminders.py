"""Terms that are over: one reminder each, on the desk of the office and by mail to the service."""

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.correspondence.services import notify_liaison
from ombuds.office.models import Office
from ombuds.recommendations.models import Measure, Recommendation, Reminder
from ombuds.recommendations.terms import Act
from ombuds.recommendations.workflow import OPEN_ANSWER


def remind(office: Office, day: dt.date) -> int:
    """Answers and promises whose day has passed. Twice a day makes no second reminder. Returns how many were made."""
    late = Recommendation.objects.filter(office=office, status__in=OPEN_ANSWER, answer_due_on__lt=day)
    made = sum(_once(one, None, one.answer_due_on, day) for one in late if one.answer_due_on)
    promises = Measure.objects.filter(
        Q(due_on__lt=day), recommendation__office=office, state=Measure.State.PROMISED
    )
    for measure in promises.select_related("recommendation"):
        if measure.due_on:
            made += _once(measure.recommendation, measure, measure.due_on, day)
    return made


def _once(recommendation: Recommendation, measure: Measure | None, due: dt.date, day: dt.date) -> bool:
    with transaction.atomic():
        reminder, created = Reminder.objects.get_or_create(
            recommendation=recommendation, measure=measure, due_on=due, defaults={"made_on": day}
        )
        if created:
            record(Act.REMIND, actor=Actor.SYSTEM, subject=recommendation)
            Reminder.objects.filter(pk=reminder.pk).update(was_mailed=_mailed(recommendation))
    return created


def _mailed(recommendation: Recommendation) -> bool:
    """To the contact person, without a word of what it is about. False where there is no way to send it."""
    about = f"recommendations.recommendation:{recommendation.pk}"
    return notify_liaison(recommendation.body, about=about, words=_words, actor=Actor.SYSTEM)


def _words(values: dict[str, str]) -> tuple[str, str]:
    return _("A recommendation waits for you"), _(
        "Good day,\n\n%(office)s made a recommendation to your service, and a date that goes with it has passed. "
        "Read it, answer, or tell us how far you are:\n%(address)s\n\nYou need no password: we send a code to this "
        "e-mail address."
    ) % values
