"""Clocks of a case: start, stand still, run again, met; due dates that explain themselves."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.db.models import F, Min, OuterRef, Q, Subquery
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ombuds.audit.models import Actor
from ombuds.audit.services import Record, record_many
from ombuds.cases import clockwork
from ombuds.cases.models import Case, Clock, ClockPause
from ombuds.cases.terms import ClockAct
from ombuds.cases.workflow import CaseAct, Move
from ombuds.lib.i18n import pick
from ombuds.lib.today import now, today
from ombuds.lib.workingdays import Calendar
from ombuds.office.models import ClockRule, Office
from ombuds.office.services import calendar_and_parameters, clock_rule, closing_calendar

BATCH = 500  # cases that wait for one transaction of the tick at most


def hold(cases: models.QuerySet[Case]) -> list[Case]:
    """These rows until the transaction ends, in one order. Rows that point to them can still be added."""
    return list(cases.select_for_update(no_key=True).order_by("pk"))


def snapshot_of(rule: ClockRule) -> dict[str, Any]:
    """The rule as it is now, kept with the clock: a later correction of the rule changes no running promise."""
    return {
        "amount": rule.amount,
        "unit": rule.unit,
        "counts_first_day": rule.counts_first_day,
        "roll_over": rule.roll_over,
        "pauses": rule.paused_by_suspension,
        "warn_days": rule.warn_days,
        "labels": rule.labels,
        "legal_basis": rule.legal_bases,  # in each language: a reader of another one comes later
        "legal": rule.legal,
    }


def start_clock(
    case: Case,
    code: str,
    *,
    on: dt.date | None = None,
    about: str = "",
    due_on: dt.date | None = None,
) -> Clock | None:
    """Start the limit that the office's rule `code` sets. None when the office has no such rule.

    `about` names the thing of another room that it runs for; `due_on` overrides the computed day (a term that
    the handler set by hand).
    """
    day = on or today()
    rule = clock_rule(case.office, code, day)
    if rule is None:
        return None
    clock = Clock(case=case, rule=code, snapshot=snapshot_of(rule), started_on=day, about=about)
    if due_on:
        clock.snapshot["by_hand"] = True
        clock.due_on = due_on
    else:
        clock.due_on = _due(clock, closing_calendar(case.office)).day
    clock.save()
    refresh_next_due(case)
    return clock


def refresh_next_due(case: Case | None = None) -> int:
    """Keep `next_due` of one case, or of all that are wrong, equal to the nearest end of their running clocks."""
    soonest = (
        Clock.objects.filter(case=OuterRef("pk"), met_on__isnull=True, cancelled=False, due_on__isnull=False)
        .order_by()
        .values("case")
        .annotate(soonest=Min("due_on"))
        .values("soonest")
    )
    if case is not None:
        return Case.objects.filter(pk=case.pk).update(next_due=Subquery(soonest))
    differs = (
        Q(next_due__isnull=True, soonest__isnull=False)
        | Q(next_due__isnull=False, soonest__isnull=True)
        | Q(next_due__lt=F("soonest"))
        | Q(next_due__gt=F("soonest"))
    )
    wrong = Case.objects.annotate(soonest=Subquery(soonest)).filter(differs).order_by()
    return Case.objects.filter(pk__in=wrong.values("pk")).update(next_due=Subquery(soonest))


def meet_clock(case: Case, code: str = "*", *, on: dt.date | None = None, about: str | None = None) -> int:
    """The running clocks of this rule (or all) are met. Returns how many."""
    running = case.clocks.filter(met_on__isnull=True, cancelled=False)
    if code != "*":
        running = running.filter(rule=code)
    if about is not None:
        running = running.filter(about=about)
    day = on or today()
    ClockPause.objects.filter(clock__in=running, until__isnull=True).update(until=day)
    met = running.update(met_on=day)
    if met:
        refresh_next_due(case)
    return met


def follow(case: Case, act: CaseAct, step: Move, day: dt.date) -> None:
    """What a move does to the clocks."""
    if act == CaseAct.SUSPEND:
        _pause(case, day)
    elif act == CaseAct.RESUME:
        _resume(case, day)
    for code in step.stops:
        meet_clock(case, code, on=day)
    for code in step.starts:
        if not case.clocks.filter(rule=code, met_on__isnull=True, cancelled=False).exists():
            start_clock(case, code, on=day)


def _pause(case: Case, day: dt.date) -> None:
    for clock in case.clocks.filter(met_on__isnull=True, cancelled=False):
        if clock.snapshot.get("pauses", True):
            ClockPause.objects.create(clock=clock, since=day, reason="suspended")
            Clock.objects.filter(pk=clock.pk).update(due_on=None)
    refresh_next_due(case)


def _resume(case: Case, day: dt.date) -> None:
    calendar = closing_calendar(case.office)
    for clock in case.clocks.filter(met_on__isnull=True, cancelled=False, due_on__isnull=True):
        clock.pauses.filter(until__isnull=True).update(until=day)
        clock.due_on = _due(clock, calendar).day
        clock.save(update_fields=["due_on"])
    refresh_next_due(case)


def _due(clock: Clock, calendar: Calendar) -> clockwork.Due:
    pauses = [(p.since, p.until) for p in clock.pauses.all()] if clock.pk else []
    kept = clock.snapshot
    rule = clockwork.Rule(kept["amount"], kept["unit"], kept["counts_first_day"], kept["roll_over"])
    return clockwork.due(rule, clock.started_on, calendar, pauses)


@dataclass(frozen=True)
class Explanation:
    """Why a due date is what it is, in sentences."""

    title: str
    due_on: dt.date | None
    lines: list[str]
    legal_basis: str
    overdue: bool
    near: bool


def clock_explanation(clock: Clock, calendar: Calendar | None = None) -> Explanation:
    """The rule, its start, where it stood still, its end and its legal basis, in the active language."""
    kept = clock.snapshot
    units = {
        "working_days": _("working days"),
        "calendar_days": _("calendar days"),
        "months": _("months"),
        "years": _("years"),
    }
    lines = [_("%(amount)s %(unit)s.") % {"amount": kept["amount"], "unit": units[kept["unit"]]}]
    start = {"day": date_format(clock.started_on, "j F Y")}
    lines.append(
        _("Counted from %(day)s, that day included.") % start
        if kept["counts_first_day"]
        else _("Counted from the day after %(day)s.") % start
    )
    for pause in clock.pauses.all():
        lines.append(_pause_line(pause))
    if kept.get("by_hand"):
        lines.append(_("The handler set this date by hand."))
    elif clock.due_on and _due(clock, calendar or closing_calendar(clock.case.office)).flagged:
        lines.append(
            _("The last day is a closed day. Whether it moves to the next working day is a legal question.")
        )
    near = bool(
        clock.is_running and clock.due_on and (clock.due_on - today()).days <= kept.get("warn_days", 0)
    )
    basis = pick(kept["legal_basis"]) or _("Target of the office, not a legal term.")
    return Explanation(
        pick(kept["labels"]) or clock.rule,
        clock.due_on,
        lines,
        basis,
        clock.is_overdue,
        near,
    )


def _pause_line(pause: ClockPause) -> str:
    since = date_format(pause.since, "j F Y")
    if pause.until is None:
        return _("Stands still since %(since)s.") % {"since": since}
    values = {"since": since, "until": date_format(pause.until, "j F Y")}
    return _("Stood still from %(since)s until %(until)s.") % values


def council_of_state_of(case: Case, told_on: dt.date | None = None) -> clockwork.CouncilOfState | None:
    """The Council of State clock of this case, when the day of notification is known."""
    if case.notified_on is None:
        return None
    calendar, parameters = calendar_and_parameters(case.office, "council_of_state", case.received_on)
    numbers = {name: value for name, value in parameters.items() if name in ("days", "months")}
    return clockwork.council_of_state(
        case.notified_on,
        case.received_on,
        calendar,
        told_on,
        **numbers,
    )


def tick(office: Office, day: dt.date) -> int:
    """Note which clocks are near or past their end. Twice on a day changes nothing the second time."""
    refresh_next_due()
    near = [clock.pk for clock in _unsaid(office, day) if _news(clock, day)]
    return sum(_say(office, day, near[at : at + BATCH]) for at in range(0, len(near), BATCH))


def _unsaid(office: Office, day: dt.date) -> models.QuerySet[Clock]:
    running = Clock.objects.filter(case__office=office, met_on__isnull=True, cancelled=False)
    return running.filter(
        Q(overdue_at__isnull=True, due_on__lt=day) | Q(warned_at__isnull=True, due_on__gte=day)
    )


def _news(clock: Clock, day: dt.date) -> ClockAct | None:
    if clock.due_on is None or (clock.due_on - day).days > clock.snapshot.get("warn_days", 0):
        return None
    return ClockAct.OVERDUE if clock.due_on < day else ClockAct.NEAR


def _say(office: Office, day: dt.date, near: list[int]) -> int:
    """First the cases, then their clocks, the chain last: as in every verb, so that nobody waits in a circle."""
    with transaction.atomic():
        hold(Case.objects.filter(clocks__in=near))
        lines = []
        for clock in _unsaid(office, day).filter(pk__in=near).select_related("case"):
            act, moment = _news(clock, day), now()
            if act is None:
                continue
            late = {"overdue_at": moment} if act == ClockAct.OVERDUE else {}
            Clock.objects.filter(pk=clock.pk).update(warned_at=clock.warned_at or moment, **late)
            lines.append(Record(act, Actor.SYSTEM, clock, clock.case_id, {"rule": clock.rule}))
        record_many(lines)
    return len(lines)
