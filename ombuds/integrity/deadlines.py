"""The terms of a report, each with its reason. Pure: days in, days and codes out; `wording` turns codes into sentences.

Acknowledgement: 7 days after the day of receipt (Directive (EU) 2019/1937, art. 11(2)(b)), with three exceptions. Feedback:
3 months after the acknowledgement; without one, 3 months after those 7 days; 6 months where that is duly justified (art. 11(2)(d)).
"""

import datetime as dt
from dataclasses import dataclass

from ombuds.lib.workingdays import add_months

ACKNOWLEDGE_WITHIN = dt.timedelta(days=7)
FEEDBACK_MONTHS = 3
EXTENDED_MONTHS = 6
SOON = dt.timedelta(days=14)


@dataclass(frozen=True)
class Facts:
    """The days that count."""

    received_on: dt.date
    acknowledged_on: dt.date | None = None
    no_receipt: bool = False
    feedback_on: dt.date | None = None
    extended_on: dt.date | None = None
    ended_on: dt.date | None = None


@dataclass(frozen=True)
class Due:
    """Something that has to be done by a day. `why` is a code of `wording.WHY`; `start` is the day it counts from."""

    what: str
    day: dt.date
    why: str
    start: dt.date

    def days_left(self, today: dt.date) -> int:
        """Negative when it is late."""
        return (self.day - today).days

    def is_late(self, today: dt.date) -> bool:
        return today > self.day

    def is_soon(self, today: dt.date) -> bool:
        return not self.is_late(today) and self.day - today <= SOON


def acknowledgement(facts: Facts) -> Due | None:
    """Open until it is sent or an exception is noted."""
    if facts.acknowledged_on or facts.no_receipt or facts.ended_on:
        return None
    return Due("acknowledgement", facts.received_on + ACKNOWLEDGE_WITHIN, "seven_days", facts.received_on)


def feedback(facts: Facts) -> Due | None:
    """Open until feedback was given or the report has ended."""
    return None if facts.feedback_on or facts.ended_on else feedback_term(facts)


def feedback_term(facts: Facts) -> Due:
    """By when feedback is or was due, whether or not it was given."""
    months = EXTENDED_MONTHS if facts.extended_on else FEEDBACK_MONTHS
    if facts.acknowledged_on:
        why = "six_months" if facts.extended_on else "three_months"
        return Due("feedback", add_months(facts.acknowledged_on, months), why, facts.acknowledged_on)
    # “3 months + 7 days” and “3 months after the 7 days” differ around the ends of months: the earlier protects the reporter.
    one = add_months(facts.received_on, months) + ACKNOWLEDGE_WITHIN
    other = add_months(facts.received_on + ACKNOWLEDGE_WITHIN, months)
    why = "six_months_seven_days" if facts.extended_on else "three_months_seven_days"
    return Due("feedback", min(one, other), why, facts.received_on)


def open_terms(facts: Facts) -> list[Due]:
    """All that is still to be done, the first due first."""
    return sorted(filter(None, (acknowledgement(facts), feedback(facts))), key=lambda due: due.day)


def was_in_time(facts: Facts) -> bool:
    """Was feedback given within its term?"""
    return facts.feedback_on is not None and facts.feedback_on <= feedback_term(facts).day
