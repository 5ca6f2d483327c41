"""Working days and months, with the days that trip people up."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from ombuds.lib.workingdays import DAY, Calendar, add_months

D = dt.date
CALENDAR = Calendar(frozenset({D(2025, 4, 21), D(2025, 5, 1), D(2025, 5, 29), D(2025, 12, 25)}))
days = st.dates(D(2020, 1, 1), D(2035, 12, 31))


def test_easter_monday_and_the_weekend_before_it_do_not_count() -> None:
    assert CALENDAR.add_working_days(D(2025, 4, 17), 2) == D(2025, 4, 22)


def test_a_friday_plus_five_working_days_is_the_next_friday() -> None:
    assert CALENDAR.add_working_days(D(2025, 3, 7), 5) == D(2025, 3, 14)


def test_the_31st_of_january_plus_a_month_is_the_end_of_february() -> None:
    assert add_months(D(2024, 1, 31), 1) == D(2024, 2, 29)
    assert add_months(D(2025, 1, 31), 1) == D(2025, 2, 28)
    assert add_months(D(2025, 11, 30), 3) == D(2026, 2, 28)


@given(days, st.integers(0, 60))
def test_counting_back_gives_what_was_added(start: dt.date, number: int) -> None:
    end = CALENDAR.add_working_days(start, number)
    assert CALENDAR.working_days_between(start, end) == number
    assert number == 0 or CALENDAR.is_working_day(end)


@given(days)
def test_the_next_working_day_is_never_earlier_and_never_closed(day: dt.date) -> None:
    found = CALENDAR.next_working_day(day)
    assert day <= found <= day + 6 * DAY
    assert CALENDAR.is_working_day(found)
