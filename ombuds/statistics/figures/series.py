"""The main counters of six years on one page."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombuds.cases.terms import Assessment, Kind, Result
from ombuds.office.models import Office
from ombuds.recommendations.models import Recommendation
from ombuds.statistics import labels, periods
from ombuds.statistics.counters import Counter
from ombuds.statistics.figures import duration, frame, scope, workload
from ombuds.statistics.tables import Cell, Row, Table

FOUNDED = (Assessment.FOUNDED, Assessment.PARTLY)
SOLVED = (Result.RECONCILED, Result.SOLVED, Result.PARTLY)
LINES = {
    "cases": _("Cases received"),
    "complaints": _("Complaints received"),
    "questions": _("Questions received"),
    "closed": _("Cases closed"),
    "founded": _("Complaints founded, also in part"),
    "solved": _("Complaints reconciled or solved, also in part"),
}


def table(counter: Counter, office: Office, years: list[int]) -> Table:
    """Return one line per main counter; lines of different counters have no total."""
    found = _received(office, years) | _closed(office, years)
    rows = [_line(key, label, found[key], years) for key, label in LINES.items()]
    rows.append(
        _line("open_after", _("Open on 31 December"), workload.counts(office, years)["open_after"], years)
    )
    rows.append(_line("median", _("Median handling time in days"), _medians(office, years), years))
    rows.append(_line("recommendations", _("Recommendations issued"), _issued(office, years), years))
    return Table(
        key=counter.code,
        title=counter.labels,
        definition=counter.definition,
        unit=counter.unit,
        head=labels.everywhere(_("Counter")),
        columns=frame.year_columns(years, share=False, breaks=counter.breaks),
        rows=tuple(rows),
        notes=tuple(frame.break_notes(counter, years)),
        version=counter.version,
    )


def _line(key: str, label: str | Promise, values: Mapping[int, Cell], years: list[int]) -> Row:
    return Row(key, labels.everywhere(label), tuple(values[each] for each in years))


def _received(office: Office, years: list[int]) -> dict[str, dict[int, int]]:
    found = {key: dict.fromkeys(years, 0) for key in ("cases", "complaints", "questions")}
    for year, kind, number in _grouped(office, "received_at", years, "kind"):
        found["cases"][year] += number
        if kind in scope.COMPLAINTS:
            found["complaints"][year] += number
        if kind == Kind.INFORMATION_REQUEST:
            found["questions"][year] += number
    return found


def _closed(office: Office, years: list[int]) -> dict[str, dict[int, int]]:
    found = {key: dict.fromkeys(years, 0) for key in ("closed", "founded", "solved")}
    for year, kind, assessment, result, number in _grouped(
        office, "closed_at", years, "kind", "assessment", "result"
    ):
        found["closed"][year] += number
        if kind in scope.COMPLAINTS and assessment in FOUNDED:
            found["founded"][year] += number
        if kind in scope.COMPLAINTS and result in SOLVED:
            found["solved"][year] += number
    return found


def _grouped(office: Office, moment: str, years: list[int], *fields: str) -> Iterable[tuple[Any, ...]]:
    cases = scope.cases(office, "all").filter(periods.during(moment, years))
    return (
        cases.annotate(in_year=periods.year_of(moment, years))
        .values_list("in_year", *fields)
        .annotate(n=Count("pk"))
    )


def _medians(office: Office, years: list[int]) -> dict[int, Cell]:
    found = duration.histograms(office, "complaints", years)
    return {each: duration.median(found[each][0]) for each in years}


def _issued(office: Office, years: list[int]) -> dict[int, int]:
    found = Recommendation.objects.filter(office=office, sequence__isnull=False)
    row = found.order_by().aggregate(
        **{f"y{each}": Count("pk", filter=Q(issued_on__year=each)) for each in years}
    )
    return {each: row[f"y{each}"] for each in years}
