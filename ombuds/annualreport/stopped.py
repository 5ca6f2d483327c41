"""Problems that stopped: patterns of complaints of which none came in for so long that chance does not explain it.

The patterns live in a room that this one does not know; the settings name where they are asked. What is published of
one is its name, as our writers put it in every language of the report, since when no complaint came, and how many were
to be expected, rounded: no count that could be set against a table.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import exp
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from ombuds.annualreport.terms import PATTERN
from ombuds.office.models import Office

CHANCE = 0.05  # that any of all patterns is named although nothing stopped
LEAST = 15  # complaints before it stopped: fewer make no problem that a report would know
QUIET = 4  # whole months at least
STEP = 5  # expected complaints are rounded to
Months = Mapping[date, int]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A group of like complaints, counted by month of receipt. `title` is for staff only."""

    number: int
    title: str
    theme: str
    months: Months


@dataclass(frozen=True, slots=True)
class Stopped:
    """`since`: the first month without; `expected`: complaints from then to the end, had nothing changed."""

    number: int
    title: str
    theme: str
    since: date
    expected: float
    p: float

    @property
    def slot(self) -> str:
        """The text of the edition that names it for readers."""
        return f"{PATTERN}{self.number}"

    @property
    def about(self) -> int:
        return max(STEP, round(self.expected / STEP) * STEP)


def quiet(patterns: Iterable[Pattern], intake: Months, year: int, last: date) -> list[Stopped]:
    """Return what stopped in the year, the surest first. `last`: the last whole month that is known.

    A pattern's share of all complaints, in the two years up to its last one, leads to expect so many of those that
    came since. That none was among them has the chance exp(−expected), times the number of patterns that were tried.
    """
    tried = [one for one in patterns if sum(one.months.values()) >= LEAST]
    found = []
    for one in tried:
        end = max(month for month, count in one.months.items() if count)
        since = _later(end, 1)
        before = [month for month in intake if _later(end, -23) <= month <= end]
        whole = sum(intake[month] for month in before)
        after = sum(count for month, count in intake.items() if since <= month <= last)
        share = sum(one.months.get(month, 0) for month in before) / whole if whole else 0.0
        p = min(1.0, len(tried) * exp(-share * after))
        stopped_then = date(year - 1, 12, 1) < since <= date(year, 12, 1)
        if stopped_then and _later(since, QUIET - 1) <= last and p <= CHANCE:
            found.append(Stopped(one.number, one.title, one.theme, since, share * after, p))
    return sorted(found, key=lambda one: (one.p, one.number))


def of_year(office: Office, year: int, day: date) -> list[Stopped]:
    """Return the patterns of the office that stopped in the year and had not come back by the day."""
    ask: Any = import_string(settings.OMBUDS_REPORT_PATTERNS)
    patterns, intake = ask(office, before=day.replace(day=1))
    return quiet([Pattern(**each) for each in patterns], intake, year, _later(day.replace(day=1), -1))


def told(
    office: Office, year: int, day: date, texts: Mapping[str, Mapping[str, str]]
) -> list[dict[str, Any]]:
    """Return those that our writers named, for the tree."""
    named = {
        slot: {language: text for language, text in by_language.items() if text.strip()}
        for slot, by_language in texts.items()
        if slot.startswith(PATTERN)
    }
    if not any(named.values()):
        return []
    return [
        {
            "theme": one.theme,
            "texts": named[one.slot],
            "since": one.since.isoformat(),
            "expected": one.about,
            "p": float(f"{one.p:.2g}"),
        }
        for one in of_year(office, year, day)
        if named.get(one.slot)
    ]


def _later(month: date, many: int) -> date:
    number = month.year * 12 + month.month - 1 + many
    return date(number // 12, number % 12 + 1, 1)
