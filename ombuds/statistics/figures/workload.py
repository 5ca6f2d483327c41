"""Open, in, out, open: the balance of the house."""

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ombuds.cases.models import Case
from ombuds.cases.workflow import ACTIVE
from ombuds.office.models import Office
from ombuds.statistics import labels, periods
from ombuds.statistics.counters import Counter
from ombuds.statistics.figures import frame, scope
from ombuds.statistics.tables import Row, Table

LINES = {
    "open_before": _("Open on 1 January"),
    "opened": _("Came in"),
    "closed": _("Cases closed"),
    "open_after": _("Open on 31 December"),
}


def conditions(year: int) -> dict[str, Q]:
    """Return what each line counts."""
    start, end = periods.bounds(year)
    return {
        "open_before": _open_at(start),
        "opened": periods.within("received_at", year),
        "closed": periods.within("closed_at", year),
        "open_after": _open_at(end),
    }


def _open_at(moment: object) -> Q:
    return Q(received_at__lt=moment) & (
        Q(closed_at__isnull=True, state__in=_active()) | Q(closed_at__gte=moment)
    )


def _active() -> list[str]:
    # Counted by state as well as by date, so that an ended case without a closing date breaks the balance and is found.
    return sorted(ACTIVE)


def counts(office: Office, years: list[int]) -> dict[str, dict[int, int]]:
    """Return line → year → number, in one query."""
    wanted = {(line, year): condition for year in years for line, condition in conditions(year).items()}
    start = periods.bounds(min(years))[0]
    # What ended before the first of these years counts nowhere.
    found = scope.cases(office, "all").filter(
        Q(closed_at__isnull=True) | Q(closed_at__gte=start) | Q(received_at__gte=start)
    )
    row = found.aggregate(
        **{f"{line}_{year}": Count("pk", filter=condition) for (line, year), condition in wanted.items()}
    )
    return {line: {year: row[f"{line}_{year}"] for year in years} for line in LINES}


def table(counter: Counter, office: Office, years: list[int]) -> Table:
    """Return the four lines; they have no total, they are a balance."""
    found = counts(office, years)
    return Table(
        key=counter.code,
        title=counter.labels,
        definition=counter.definition,
        unit=counter.unit,
        head=labels.everywhere(_("Cases")),
        columns=frame.year_columns(years, share=False, breaks=counter.breaks),
        rows=tuple(
            Row(key, labels.everywhere(label), frame.cells(found[key], years, None))
            for key, label in LINES.items()
        ),
        notes=tuple(frame.break_notes(counter, years)),
        version=counter.version,
    )


def cases(counter: Counter, office: Office, year: int, key: str) -> QuerySet[Case]:
    """Return the cases of one line."""
    found = scope.cases(office, counter.scope)
    return found.filter(conditions(year).get(key, Q(pk__in=[])))
