"""Complaints by month."""

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ombuds.cases.models import Case
from ombuds.office.models import Office
from ombuds.statistics import labels, periods
from ombuds.statistics.counters import Counter
from ombuds.statistics.figures import frame, scope
from ombuds.statistics.tables import Table


def table(counter: Counter, office: Office, years: list[int]) -> Table:
    """Return the twelve months of the year and of those before it."""
    counts = {each: _months(office, counter, each) for each in years}
    names = labels.months()
    lines = [(str(m), names[m - 1], {each: counts[each][m - 1] for each in years}) for m in range(1, 13)]
    totals = {each: sum(counts[each]) for each in years}
    return frame.build(counter, years, lines, head=labels.everywhere(_("Month")), totals=totals, keep=True)


def _months(office: Office, counter: Counter, year: int) -> list[int]:
    # A query a year: each reads only its own stretch of the index.
    wanted = {
        f"m{month}": Count("pk", filter=Q(received_at__gte=start, received_at__lt=end))
        for month, (start, end) in enumerate(periods.months(year), 1)
    }
    row = scope.cases(office, counter.scope).filter(periods.within("received_at", year)).aggregate(**wanted)
    return [row[f"m{month}"] for month in range(1, 13)]


def cases(counter: Counter, office: Office, year: int, key: str) -> QuerySet[Case]:
    """Return the cases of one month, or of the year."""
    found = scope.cases(office, counter.scope).filter(periods.within("received_at", year))
    if key.isdigit() and 1 <= int(key) <= 12:
        start, end = periods.months(year)[int(key) - 1]
        found = found.filter(received_at__gte=start, received_at__lt=end)
    return found
