"""Counts by week or month of cases that a reader may see, beside what the share of all complaints leads to expect."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ombuds.accounts.models import User
from ombuds.cases.models import Case
from ombuds.lib.charts import Expected, draw_expected
from ombuds.office.models import Office

MONTHS = 24
LEVEL_MONTHS = 12  # before the month, that give the share


@dataclass(frozen=True)
class Line:
    """One month of the table beside the chart."""

    month: dt.date
    count: int
    expected: float | None


def months(user: User, office: Office, days: list[dt.date], last: dt.date) -> list[Line]:
    """Two years of months up to `last`; expected is the share of the year before × all complaints of the month."""
    every = Counter(
        _first(day)
        for day in Case.objects.visible_to(user)
        .filter(
            office=office,
            received_at__date__gt=last - dt.timedelta(365 * 3 + 31),
            received_at__date__lte=last,
        )
        .values_list("received_at__date", flat=True)
    )
    mine = Counter(_first(day) for day in days)
    found = []
    for month in _back(_first(last), MONTHS):
        before = [_shift(month, -n) for n in range(1, LEVEL_MONTHS + 1)]
        whole = sum(every[m] for m in before)
        share = sum(mine[m] for m in before) / whole if whole else None
        found.append(Line(month, mine[month], None if share is None else share * every[month]))
    return found


def chart(lines: list[Line], title: str) -> str:
    """The lines as SVG, in the reader's language."""
    language = get_language() or "en"
    expected = tuple(line.expected or 0.0 for line in lines)
    return draw_expected(
        Expected(
            title=title,
            description=_(
                "Complaints a month beside what their usual share of all complaints leads to expect."
            ),
            labels=tuple(date_format(line.month, "m/y") for line in lines),
            observed=tuple(float(line.count) for line in lines),
            expected=expected,
            lower=tuple(max(0.0, e - 2 * e**0.5) for e in expected),
            upper=tuple(e + 2 * (e + 0.5) ** 0.5 for e in expected),
            observed_name=_("came in"),
            expected_name=_("expected"),
        ),
        language=language,
    )


def _first(day: dt.date) -> dt.date:
    return day.replace(day=1)


def _shift(month: dt.date, by: int) -> dt.date:
    number = month.year * 12 + month.month - 1 + by
    return dt.date(number // 12, number % 12 + 1, 1)


def _back(month: dt.date, count: int) -> list[dt.date]:
    return [_shift(month, -n) for n in range(count - 1, -1, -1)]
