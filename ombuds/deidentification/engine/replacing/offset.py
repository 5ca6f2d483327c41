"""The one offset of a story: whole weeks, so that weekdays stand; no working day becomes a holiday."""

import random
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

WEEKS = tuple(-weeks for weeks in range(3, 27))
SATURDAY = 5


@lru_cache(maxsize=400)
def holidays(year: int) -> frozenset[date]:
    """The ten legal holidays of Belgium and the days its regions and communities keep."""
    easter = _easter(year)
    moving = (easter + timedelta(days=d) for d in (1, 39, 50))
    fixed = (
        (1, 1),
        (5, 1),
        (7, 21),
        (8, 15),
        (11, 1),
        (11, 11),
        (12, 25),
        (5, 8),
        (7, 11),
        (9, 27),
        (11, 2),
        (11, 15),
        (12, 26),
    )
    return frozenset([*moving, *(date(year, month, day) for month, day in fixed)])


def _easter(year: int) -> date:
    """Gregorian Easter Sunday, by the anonymous algorithm of 1876."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, day + 1)


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and not (1583 <= day.year <= 9999 and day in holidays(day.year))


def story_offset(seed: str, days: Iterable[date], forbidden: Iterable[date] = ()) -> int:
    """Days to move every date of a story by; always into the past, so that no story plays tomorrow.

    Wanted, in this order: no working day onto a holiday, no date onto a true one, no date into another year.
    """
    listed, true = sorted(set(days)), set(forbidden)
    chance = random.Random(f"{seed}:days")  # noqa: S311 repeatable, nothing secret
    choices = list(WEEKS)
    chance.shuffle(choices)
    return min((7 * weeks for weeks in choices), key=lambda offset: _harm(listed, true, offset))


def _harm(days: list[date], true: set[date], offset: int) -> tuple[int, int, int]:
    on_holidays = same = other_year = 0
    for day in days:
        try:
            moved = day + timedelta(days=offset)
        except OverflowError:
            continue
        on_holidays += is_working_day(day) and not is_working_day(moved)
        same += moved in true or moved in days
        other_year += moved.year != day.year
    return on_holidays, same, other_year
