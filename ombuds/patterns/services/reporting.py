"""Patterns by month, for the yearly report: what is behind a wall or never public is counted nowhere."""

import datetime as dt
from collections import Counter
from typing import Any

from django.db.models import Count, Exists, F, OuterRef
from django.db.models.functions import TruncMonth

from ombuds.cases.models import Case, Wall
from ombuds.cases.publicity import publishable
from ombuds.cases.terms import Kind
from ombuds.office.models import Office
from ombuds.patterns.models import Member, Pattern
from ombuds.patterns.terms import PatternState

Months = dict[dt.date, int]
KNOWN = (PatternState.OPEN, PatternState.WATCHED)


def by_month(office: Office, *, before: dt.date) -> tuple[list[dict[str, Any]], Months]:
    """Return the open patterns ({"number", "title", "theme", "months"}) and all complaints, received before the day.

    For settings.OMBUDS_REPORT_PATTERNS. `theme` is the one of most of its cases, or empty.
    """
    walls = Wall.objects.filter(case=OuterRef("pk"), lifted_at__isnull=True)
    rows = Case.objects.filter(
        ~Exists(walls),
        office=office,
        kind=Kind.COMPLAINT,
        received_at__date__lt=before,
    )
    cases = publishable(rows)
    intake = _counted(cases.annotate(month=TruncMonth("received_at")), "month")
    members = Member.objects.filter(case__in=cases.values("pk"), pattern__state__in=KNOWN)
    placed = members.annotate(month=TruncMonth("case__received_at"), of=F("pattern_id"))
    months: dict[int, Months] = {}
    for pattern, month, many in placed.values_list("of", "month").annotate(n=Count("pk")).order_by():
        months.setdefault(pattern, {})[_day(month)] = many
    themes: dict[int, Counter[str]] = {}
    for pattern, theme, many in (
        members.values_list("pattern_id", "case__theme").annotate(n=Count("pk")).order_by()
    ):
        themes.setdefault(pattern, Counter())[theme] += many
    open_ones = Pattern.objects.filter(office=office, pk__in=months).order_by("number")
    return [
        {
            "number": one.number,
            "title": one.title,
            "theme": _usual(themes[one.pk]),
            "months": months[one.pk],
        }
        for one in open_ones
    ], intake


def _usual(themes: "Counter[str]") -> str:
    theme, many = themes.most_common(1)[0]
    return theme if many * 2 > themes.total() else ""


def _counted(rows: Any, name: str) -> Months:
    counted = rows.values_list(name).annotate(n=Count("pk")).order_by()
    return {_day(month): many for month, many in counted}


def _day(moment: dt.datetime | dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment
