"""How long complaints take: mean, median and classes, with and without the days of suspension."""

from collections.abc import Mapping

from django.db import connection
from django.db.models import Count, F, IntegerField, QuerySet
from django.db.models.expressions import Combinable, RawSQL
from django.utils.translation import gettext_lazy as _

from ombuds.cases.models import Case
from ombuds.office.models import Office
from ombuds.statistics import labels, periods
from ombuds.statistics.counters import Counter
from ombuds.statistics.figures import frame, scope
from ombuds.statistics.tables import Row, Table

CLASSES = ((0, 20), (21, 45), (46, 90), (91, None))
Histogram = dict[int, int]  # days → cases


def table(counter: Counter, office: Office, years: list[int]) -> Table:
    """Return the classes of days (suspension left out), then mean and median both ways."""
    pairs = histograms(office, counter.scope, years)
    totals = {each: sum(pairs[each][0].values()) for each in years}
    rows = [
        Row(
            key,
            label,
            frame.cells({each: in_class(pairs[each][0], *bounds) for each in years}, years, totals[years[0]]),
        )
        for bounds, key, label in class_labels()
    ]
    for key, label, which, measure in _MEASURES:
        values = [measure(pairs[each][which]) for each in years]
        rows.append(Row(key, labels.everywhere(label), (values[0], None, *values[1:]), is_part=False))
    return Table(
        key=counter.code,
        title=counter.labels,
        definition=counter.definition,
        unit=counter.unit,
        head=labels.everywhere(_("Days from receipt to closing")),
        columns=frame.year_columns(years, breaks=counter.breaks),
        rows=tuple(rows),
        totals=frame.cells(totals, years, totals[years[0]]),
        notes=tuple(frame.break_notes(counter, years)),
        version=counter.version,
    )


def class_labels() -> list[tuple[tuple[int, int | None], str, labels.Labels]]:
    """Return the classes with key and label."""
    return [
        (
            (low, high),
            f"{low}-{high or ''}",
            labels.everywhere(_("%(low)s to %(high)s days"), low=low, high=high)
            if high
            else labels.everywhere(_("more than %(days)s days"), days=low - 1),
        )
        for low, high in CLASSES
    ]


def mean(histogram: Mapping[int, int]) -> float | None:
    """Return the mean in days to one decimal; None when there is no case."""
    number = sum(histogram.values())
    return round(sum(days * count for days, count in histogram.items()) / number, 1) if number else None


def median(histogram: Mapping[int, int]) -> float | None:
    """Return the middle value; of an even number of cases the mean of the two in the middle."""
    number = sum(histogram.values())
    if not number:
        return None
    low = high = None
    seen = 0
    for days in sorted(histogram):
        seen += histogram[days]
        if low is None and seen > (number - 1) // 2:
            low = days
        if high is None and seen > number // 2:
            high = days
            break
    return round(((low or 0) + (high or 0)) / 2, 1)


def in_class(histogram: Mapping[int, int], low: int, high: int | None) -> int:
    """Return the number of cases in a class of days."""
    return sum(count for days, count in histogram.items() if days >= low and (high is None or days <= high))


_MEASURES = (
    ("mean", _("mean in days, suspension left out"), 0, mean),
    ("median", _("median in days, suspension left out"), 0, median),
    ("mean_with", _("mean in days, suspension included"), 1, mean),
    ("median_with", _("median in days, suspension included"), 1, median),
)


def histograms(office: Office, scope_name: str, years: list[int]) -> dict[int, tuple[Histogram, Histogram]]:
    """Return per year how many cases took how many days, without and with suspension. Counted by the database."""
    rows = (
        scope.cases(office, scope_name)
        .filter(periods.during("closed_at", years))
        .annotate(in_year=periods.year_of("closed_at", years), days=_days())
        .values_list("in_year", "days", "suspended_days")
        .annotate(number=Count("pk"))
    )
    found: dict[int, tuple[Histogram, Histogram]] = {year: ({}, {}) for year in years}
    for year, days, suspended, number in rows:
        without, included = found[year]
        days = max(days, 0)
        net = max(days - suspended, 0)
        included[days] = included.get(days, 0) + number
        without[net] = without.get(net, 0) + number
    return found


def _days() -> Combinable:
    # Calendar days with midnight at UTC+1 the whole year: the same on both databases and a hundred times faster than
    # asking Python for the time zone of each row. In summer a case of the last hour before midnight counts a day off.
    if connection.vendor == "sqlite":
        # A julian day begins at noon: half a day more, and its whole part is the number of the calendar day.
        sql = """(CAST(julianday("cases_case"."closed_at", '+1 hours') + 0.5 AS INTEGER)
                  - CAST(julianday("cases_case"."received_at", '+1 hours') + 0.5 AS INTEGER))"""
    else:
        sql = """(("cases_case"."closed_at" AT TIME ZONE 'UTC' + interval '1 hour')::date
                  - ("cases_case"."received_at" AT TIME ZONE 'UTC' + interval '1 hour')::date)"""
    return RawSQL(sql, (), output_field=IntegerField())  # noqa: S611  # fixed text, no value in it


def cases(counter: Counter, office: Office, year: int, key: str) -> QuerySet[Case]:
    """Return the cases of one class."""
    found = scope.cases(office, counter.scope).filter(periods.within("closed_at", year))
    for (low, high), name, _label in class_labels():
        if name == key:
            found = found.annotate(net_days=_days() - F("suspended_days")).filter(
                net_days__gte=low or -10_000
            )
            return found.filter(net_days__lte=high) if high is not None else found
    return found
