"""A year as the office lives it: from midnight to midnight in Brussels."""

from datetime import date, datetime, time

from django.db.models import Case, IntegerField, Q, Value, When
from django.utils import timezone

FIRST_YEAR, LAST_YEAR = 1980, 2200
EARLIER = 5


def bounds(year: int) -> tuple[datetime, datetime]:
    """Return the first moment of the year and the first moment after it."""
    start, end = (timezone.make_aware(datetime.combine(date(y, 1, 1), time())) for y in (year, year + 1))
    return start, end


def within(field: str, year: int) -> Q:
    """Return the condition that a moment lies in the year; written as a range, so that an index serves it."""
    start, end = bounds(year)
    return Q(**{f"{field}__gte": start, f"{field}__lt": end})


def months(year: int) -> list[tuple[datetime, datetime]]:
    """Return the bounds of the twelve months."""
    starts = [timezone.make_aware(datetime.combine(date(year, month, 1), time())) for month in range(1, 13)]
    return list(zip(starts, [*starts[1:], bounds(year)[1]], strict=True))


def with_earlier(year: int, earlier: int = EARLIER) -> list[int]:
    """Return the year and those before it, newest first."""
    return list(range(year, year - earlier - 1, -1))


def year_of(field: str, years: list[int]) -> Case:
    """Return the year of a moment as the database groups by it: faster than one condition per year and row."""
    # Newest first, and only lower bounds: each row is compared until the first that fits.
    whens = [
        When(**{f"{field}__gte": bounds(year)[0]}, then=Value(year)) for year in sorted(years, reverse=True)
    ]
    return Case(*whens, default=Value(0), output_field=IntegerField())


def during(field: str, years: list[int]) -> Q:
    """Return the condition that a moment lies in one of these consecutive years."""
    return Q(**{f"{field}__gte": bounds(min(years))[0], f"{field}__lt": bounds(max(years))[1]})
