"""The terms of the law, with their reasons (domain.md 4.5, scenario 8)."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.integrity.deadlines import (
    Due,
    Facts,
    acknowledgement,
    feedback,
    feedback_term,
    open_terms,
    was_in_time,
)

FRIDAY = dt.date(2026, 3, 6)
days = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))


def test_a_report_of_a_friday_is_acknowledged_by_the_next_friday() -> None:
    assert acknowledgement(Facts(FRIDAY)) == Due(
        "acknowledgement", dt.date(2026, 3, 13), "seven_days", FRIDAY
    )


def test_a_reporter_who_wants_no_acknowledgement_hears_after_three_months_and_seven_days() -> None:
    facts = Facts(FRIDAY, no_receipt=True)
    assert acknowledgement(facts) is None
    assert feedback(facts) == Due("feedback", dt.date(2026, 6, 13), "three_months_seven_days", FRIDAY)


def test_feedback_counts_from_the_acknowledgement() -> None:
    facts = Facts(FRIDAY, acknowledged_on=dt.date(2026, 3, 9))
    assert feedback_term(facts) == Due("feedback", dt.date(2026, 6, 9), "three_months", dt.date(2026, 3, 9))
    longer = Facts(FRIDAY, acknowledged_on=dt.date(2026, 3, 9), extended_on=dt.date(2026, 5, 1))
    assert (feedback_term(longer).day, feedback_term(longer).why) == (dt.date(2026, 9, 9), "six_months")
    assert feedback_term(Facts(FRIDAY, extended_on=FRIDAY)).why == "six_months_seven_days"


def test_at_the_end_of_a_month_the_earlier_day_counts() -> None:
    """24 November + 7 days + 3 months is 1 March; 24 November + 3 months + 7 days is 3 March."""
    assert feedback_term(Facts(dt.date(2026, 11, 24))).day == dt.date(2027, 3, 1)


@pytest.mark.parametrize(
    ("day", "late", "soon", "left"),
    [
        (dt.date(2026, 3, 13), False, True, 0),
        (dt.date(2026, 3, 14), True, False, -1),
        (dt.date(2026, 2, 26), False, False, 15),
    ],
)
def test_late_and_soon(day: dt.date, late: bool, soon: bool, left: int) -> None:
    due = acknowledgement(Facts(FRIDAY))
    assert due
    assert (due.is_late(day), due.is_soon(day), due.days_left(day)) == (late, soon, left)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(days, st.booleans(), st.none() | st.integers(0, 200), st.booleans())
def test_no_right_runs_out_unseen(
    received: dt.date, objects: bool, waited: int | None, extended: bool
) -> None:
    """Until feedback is given there is always an open term, never later than it would be without an acknowledgement in time."""
    told = None if waited is None else received + dt.timedelta(days=waited)
    facts = Facts(received, told, objects, extended_on=received if extended else None)
    terms = open_terms(facts)
    assert [term.what for term in terms if term.what == "feedback"] == ["feedback"]
    assert [term.day for term in terms] == sorted(term.day for term in terms)
    given_at = Facts(received, told, objects, feedback_on=terms[-1].day, extended_on=facts.extended_on)
    assert was_in_time(given_at)
    assert not was_in_time(facts)
    assert open_terms(Facts(received, told, objects, ended_on=received)) == []
