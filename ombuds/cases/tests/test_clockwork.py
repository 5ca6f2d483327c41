"""Time limits: the test vectors of the law, and what must hold for any dates."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from ombuds.cases.clockwork import Rule, council_of_state, due
from ombuds.lib.workingdays import DAY, Calendar

D = dt.date
PLAIN = Calendar()
days = st.dates(D(2020, 1, 1), D(2030, 12, 31))
units = st.sampled_from(["calendar_days", "working_days", "months"])


def test_refusal_told_on_10_april_leaves_until_20_may() -> None:
    clock = council_of_state(D(2025, 2, 3), D(2025, 2, 24), PLAIN, told_on=D(2025, 4, 10))
    assert (clock.days_used, clock.days_left) == (20, 40)
    assert clock.last_day == D(2025, 5, 20)
    assert not clock.falls_on_closed_day


def test_without_a_decision_the_rest_runs_again_after_four_months_and_ends_on_a_sunday_that_is_flagged() -> (
    None
):
    clock = council_of_state(D(2025, 2, 3), D(2025, 2, 24), PLAIN)
    assert clock.resumes_on == D(2025, 6, 24)
    assert clock.last_day == D(2025, 8, 3)
    assert clock.falls_on_closed_day


def test_a_decision_after_the_four_months_changes_nothing_more() -> None:
    late = council_of_state(D(2025, 2, 3), D(2025, 2, 24), PLAIN, told_on=D(2025, 9, 1))
    assert late.last_day == D(2025, 8, 3)


def test_filing_after_day_60_suspends_nothing() -> None:
    clock = council_of_state(D(2025, 2, 3), D(2025, 4, 20), PLAIN)
    assert clock.expired_before_filing
    assert clock.days_left == 0
    assert clock.last_day == D(2025, 4, 4)


def test_filing_on_the_very_day_of_notification_uses_nothing() -> None:
    assert council_of_state(D(2025, 2, 3), D(2025, 2, 3), PLAIN).days_left == 60


def test_the_first_line_has_45_days_and_day_46_is_too_late() -> None:
    day_0 = D(2025, 3, 3)
    assert due(Rule(45), day_0, PLAIN).day == day_0 + 45 * DAY


def test_an_acknowledgement_in_five_working_days_over_easter() -> None:
    calendar = Calendar(frozenset({D(2025, 4, 21)}))
    assert due(Rule(5, "working_days"), D(2025, 4, 16), calendar).day == D(2025, 4, 24)


def test_a_clock_that_stands_still_has_no_due_date() -> None:
    assert due(Rule(40), D(2025, 3, 3), PLAIN, [(D(2025, 3, 10), None)]).day is None


def test_a_suspension_of_ten_days_moves_the_end_by_ten_days() -> None:
    start = D(2025, 3, 3)
    for rule in (Rule(40), Rule(2, "months")):
        plain = due(rule, start, PLAIN).day
        paused = due(rule, start, PLAIN, [(D(2025, 3, 10), D(2025, 3, 20))]).day
        assert plain
        assert paused
        assert paused - plain == 10 * DAY


def test_roll_over_to_monday_only_where_the_rule_says_so() -> None:
    saturday = D(2025, 3, 8)
    assert due(Rule(5), D(2025, 3, 3), PLAIN).day == saturday
    assert due(Rule(5, roll_over="next_working_day"), D(2025, 3, 3), PLAIN).day == D(2025, 3, 10)
    flagged = due(Rule(5, roll_over="flag"), D(2025, 3, 3), PLAIN)
    assert flagged.day == saturday
    assert flagged.flagged


def test_counting_the_first_day_ends_one_day_earlier() -> None:
    assert due(Rule(7, counts_first_day=True), D(2025, 3, 3), PLAIN).day == D(2025, 3, 9)


@given(days, st.integers(1, 120), units, days, st.integers(1, 200))
def test_a_pause_never_brings_the_end_nearer(
    start: dt.date, n: int, unit: str, since: dt.date, length: int
) -> None:
    plain = due(Rule(n, unit), start, PLAIN).day
    paused = due(Rule(n, unit), start, PLAIN, [(since, since + length * DAY)]).day
    assert plain
    assert paused
    assert paused >= plain >= start


@given(days, st.integers(0, 100), st.one_of(st.none(), st.integers(0, 400)))
def test_the_council_clock_never_gives_more_than_sixty_days_in_all(
    notified: dt.date, wait: int, told: int | None
) -> None:
    filed = notified + wait * DAY
    clock = council_of_state(notified, filed, PLAIN, filed + told * DAY if told is not None else None)
    assert clock.days_used + clock.days_left == max(60, clock.days_used)
    assert clock.resumes_on <= clock.latest_resumption
    assert clock.last_day >= notified + 60 * DAY
