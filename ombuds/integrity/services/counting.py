"""Counters that are tied to no report: what happened in a year, and nothing of what or who. The yearly figures add them up."""

from django.db.models import F

from ombuds.integrity.database import atomic
from ombuds.integrity.models import Tally


def count(year: int, what: str, value: str, number: int = 1) -> None:
    """One more (or `number` more) of this in this year."""
    with atomic():
        Tally.objects.get_or_create(year=year, what=what, value=value)
        Tally.objects.filter(year=year, what=what, value=value).update(count=F("count") + number)
