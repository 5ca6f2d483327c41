"""The arithmetic of time limits. Pure: rules and days in, days and sentences out (domain.md 1.5)."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ombuds.lib.workingdays import DAY, Calendar, add_months

Pause = tuple[dt.date, dt.date | None]  # since, until (the first day on which the clock runs again)


@dataclass(frozen=True)
class Rule:
    """A time limit: so many units after an event.

    Unless `counts_first_day`, the day of the event is not counted and the limit ends at 24:00 of its last day
    (Bestuursdecreet, chapter on access to documents; configurable per clock).
    """

    amount: int
    unit: str = "calendar_days"  # working_days | calendar_days | months | years
    counts_first_day: bool = False
    roll_over: str = "none"  # none | next_working_day | flag


@dataclass(frozen=True)
class Due:
    """`day` is None while the clock stands still. `flagged`: it ends on a closed day and the law is unclear."""

    day: dt.date | None
    flagged: bool = False


def due(rule: Rule, start: dt.date, calendar: Calendar, pauses: Sequence[Pause] = ()) -> Due:
    """The last day of the limit."""
    if any(until is None for _, until in pauses):
        return Due(None)
    closed = sorted((max(since, start), until) for since, until in pauses if until and until > start)
    day = _last_day(rule, start - DAY if rule.counts_first_day else start, calendar, closed)
    if calendar.is_working_day(day):
        return Due(day)
    if rule.roll_over == "next_working_day":
        return Due(calendar.next_working_day(day))
    return Due(day, flagged=rule.roll_over == "flag")


def _last_day(
    rule: Rule,
    start: dt.date,
    calendar: Calendar,
    pauses: Sequence[tuple[dt.date, dt.date]],
) -> dt.date:
    if rule.unit == "months":
        end = add_months(start, rule.amount)
    elif rule.unit == "years":
        end = add_months(start, 12 * rule.amount)
    elif rule.unit == "working_days":
        return _count(start, rule.amount, pauses, calendar.is_working_day)
    else:
        return _count(start, rule.amount, pauses, lambda day: True)
    return _count(end, 0, [], lambda day: True) + paused_days(pauses, start, end) * DAY


def _count(
    start: dt.date,
    number: int,
    pauses: Sequence[tuple[dt.date, dt.date]],
    counts: Callable[[dt.date], bool],
) -> dt.date:
    """Step day by day, over days that stand still, until `number` days have been counted."""
    day = start
    while number > 0:
        day += DAY
        standing = any(since <= day < until for since, until in pauses)
        if not standing and counts(day):
            number -= 1
    return day


def paused_days(pauses: Sequence[tuple[dt.date, dt.date]], start: dt.date, end: dt.date) -> int:
    """Days that the pauses take out of a limit; a pause that begins before the moved end moves it further."""
    total = 0
    for since, until in pauses:
        if since <= end + total * DAY:
            total += (until - max(since, start)).days
    return total


COUNCIL_DAYS = 60  # annulment appeal: 60 days from notification
COUNCIL_MONTHS = 4  # filing with an ombudsman suspends it for at most 4 months (art. 19 §3 coordinated laws)


@dataclass(frozen=True)
class CouncilOfState:
    """Where the limit for an annulment appeal at the Council of State stands.

    `days_used` counts from the day after notification up to the day before filing; the rest runs again the day
    after `resumes_on`. `falls_on_closed_day` is pointed out, not decided: roll-over is a legal question.
    """

    notified_on: dt.date
    filed_on: dt.date
    days_used: int
    days_left: int
    latest_resumption: dt.date
    resumes_on: dt.date
    last_day: dt.date
    expired_before_filing: bool
    falls_on_closed_day: bool

    @property
    def alarm_from(self) -> dt.date:
        """Four weeks before month 4: the person must still be able to find a lawyer."""
        return self.latest_resumption - 28 * DAY


def council_of_state(
    notified_on: dt.date,
    filed_on: dt.date,
    calendar: Calendar,
    told_on: dt.date | None = None,
    *,
    days: int = COUNCIL_DAYS,
    months: int = COUNCIL_MONTHS,
) -> CouncilOfState:
    """The clock of art. 19 §3: suspended from filing until the person is told that the complaint is not taken or
    is rejected, at the latest `months` after filing."""
    used = max((filed_on - notified_on).days - 1, 0)
    left = max(days - used, 0)
    latest = add_months(filed_on, months)
    resumes = min(told_on, latest) if told_on else latest
    last = resumes + left * DAY if used < days else notified_on + days * DAY
    return CouncilOfState(
        notified_on,
        filed_on,
        used,
        left,
        latest,
        resumes,
        last,
        expired_before_filing=used >= days,
        falls_on_closed_day=not calendar.is_working_day(last),
    )
