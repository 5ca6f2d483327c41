"""What the services reported of their own complaint desks, added up, and each service beside the others."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from ombuds.office.models import Office
from ombuds.statistics import labels
from ombuds.statistics.counters import Counter
from ombuds.statistics.figures import frame
from ombuds.statistics.models import FirstLineFigures
from ombuds.statistics.tables import Row, Table
from ombuds.statistics.terms import FIRST_LINE_LABELS

LINES = (
    "registrations", "complaints", "answered_in_time", "answered_late", "admissible", "inadmissible", "founded",
    "partly_founded", "unfounded", "solved", "partly_solved", "unsolved",
)  # fmt: skip


def table(counter: Counter, office: Office, years: list[int]) -> Table:
    """Return the sums over all services that reported."""
    rows = FirstLineFigures.objects.filter(office=office, year__gte=years[-1], year__lte=years[0])
    sums: dict[str, dict[int, int]] = {name: dict.fromkeys(years, 0) for name in ("services", *LINES)}
    for reported, figures in rows.order_by().values_list("year", "figures"):
        _add(sums, reported, figures.items())
    if not any(sums["services"].values()):
        sums = {}
    names = {"services": labels.everywhere(_("Services that reported"))} | {
        name: labels.everywhere(FIRST_LINE_LABELS[name]) for name in LINES
    }
    return Table(
        key=counter.code,
        title=counter.labels,
        definition=counter.definition,
        unit=counter.unit,
        head=labels.everywhere(_("What was reported")),
        columns=frame.year_columns(years, share=False, breaks=counter.breaks),
        rows=tuple(Row(name, names[name], frame.cells(counts, years, None)) for name, counts in sums.items()),
        notes=tuple(frame.break_notes(counter, years)),
        version=counter.version,
    )


def _add(sums: dict[str, dict[int, int]], year: int, figures: Iterable[tuple[str, int | float]]) -> None:
    sums["services"][year] += 1
    for name, value in figures:
        if name in sums:
            sums[name][year] += int(value)
