"""Coming back from the service: refused, not in time, or not enough (art. II.85 Bestuursdecreet in Flanders)."""

import datetime as dt
import logging

from django.db import transaction
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.admissibility.models import FirstLineReturn
from ombuds.admissibility.terms import Gateway
from ombuds.audit.models import Actor
from ombuds.cases import clockwork
from ombuds.cases.models import Case
from ombuds.cases.services import move
from ombuds.cases.workflow import CaseAct, State
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now, today
from ombuds.office.models import Office
from ombuds.office.services import clock_rule, closing_calendar

logger = logging.getLogger(__name__)


class StillInTime(Refusal):
    template = _("The service has until %(day)s to answer. This way back opens the day after.")


def answer_awaited_until(office: Office, asked_on: dt.date) -> dt.date | None:
    """The last day on which an answer of the service is in time; None when the office has no such term."""
    rule = clock_rule(office, "first_line_answer", asked_on)
    if rule is None:
        return None
    limit = clockwork.Rule(rule.amount, rule.unit, rule.counts_first_day, rule.roll_over)
    return clockwork.due(limit, asked_on, closing_calendar(office)).day


def is_late(case: Case) -> bool:
    """No answer in time: the second gateway is open."""
    until = _until(case)
    return until is None or today() > until


def return_from_first_line(
    case: Case,
    *,
    actor: User | Actor,
    gateway: str,
    note: str = "",
    answered_on: dt.date | None = None,
) -> FirstLineReturn:
    """T8: the case comes back into triage under the same reference. Raises a Refusal."""
    until = _until(case)
    if gateway == Gateway.LATE and until is not None and today() <= until:
        raise StillInTime(day=date_format(until, "j F Y"))
    if gateway == Gateway.INSUFFICIENT and not note.strip():
        raise Refusal(_("Say what is not enough in the answer of the service."))
    with transaction.atomic():
        move(case, CaseAct.RETURN_FROM_FIRST_LINE, actor=actor, reason=note or str(Gateway(gateway).label))
        return FirstLineReturn.objects.create(
            case=case, gateway=gateway, legal_basis=_basis(case, gateway), asked_service_on=_asked_on(case),
            answered_on=answered_on, note=note.strip(), at=now(), by=actor if isinstance(actor, User) else None,
        )  # fmt: skip


def tick(office: Office, day: dt.date) -> int:
    """T8 by the clock: the term of the service is over and nobody told us of an answer. Once for each case."""
    waiting = Case.objects.filter(
        office=office,
        state=State.FIRST_LINE,
        clocks__rule="first_line_answer",
        clocks__due_on__lt=day,
        clocks__met_on__isnull=True,
        clocks__cancelled=False,
    ).distinct()
    done = 0
    with translation.override(office.languages[0] if office.languages else None):
        note = gettext("The term of the service is over, and no answer was reported to us.")
        for case in waiting:
            try:
                return_from_first_line(case, actor=Actor.SYSTEM, gateway=Gateway.LATE, note=note)
                done += 1
            except Refusal as refusal:  # another one came first, or a later term still runs
                logger.info("case %s stays in the first line: %s", case.pk, type(refusal).__name__)
    return done


def _asked_on(case: Case) -> dt.date | None:
    """When the service got the complaint: by the person, or when the case was sent there."""
    clock = case.clocks.filter(rule="first_line_answer").order_by("-pk").first()
    return clock.started_on if clock else case.contacted_service_on


def _until(case: Case) -> dt.date | None:
    clock = case.clocks.filter(rule="first_line_answer").order_by("-pk").first()
    if clock is not None and clock.due_on:
        return clock.due_on
    asked = case.contacted_service_on
    return answer_awaited_until(case.office, asked) if asked else None


# The order in which the article names the three ways back.
NUMBERS = {Gateway.REFUSED: 1, Gateway.LATE: 2, Gateway.INSUFFICIENT: 3}


def _basis(case: Case, gateway: str) -> str:
    """The article of the way back, where the office's rule names one."""
    rules = case.office.clockrules.valid_on(today()).exclude(parameters={})
    article = next((r.parameters["gateway"] for r in rules if r.parameters.get("gateway")), "")
    number = NUMBERS.get(Gateway(gateway))
    return f"art. {article}, {number}°" if article else ""
