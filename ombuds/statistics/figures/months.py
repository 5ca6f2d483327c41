"""Complaints by month."""

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ombuds.cases.models import Case
from ombuds.office.models import Office
from ombuds.statistics import labels, periods
from ombuds.statistics.counters import Counter
from ombuds.statistics.figures import frame, scope
from ombuds.statistics.tables import Table


def table(counter: Counter, office: Office, year: int) -> Table:
    """Return the twelve months of the year and of those before it."""
    years = periods.with_earlier(year)
    windows = {(each, month): window for each in years for month, window in enumerate(periods.months(each), 1)}
    row = scope.cases(office, counter.scope).aggregate(
        **{
            f"m_{each}_{month}": Count("pk", filter=Q(received_at__gte=start, received_at__lt=end))
            for (each, month), (start, end) in windows.items()
        }
    )
    names = labels.months()
    lines = [(str(m), names[m - 1], {each: row[f"m_{each}_{m}"] for each in years}) for m in range(1, 13)]
    totals = {each: sum(row[f"m_{each}_{m}"] for m in range(1, 13)) for each in years}
    return frame.build(counter, year, lines, head=labels.everywhere(_("Month")), totals=totals)


def cases(counter: Counter, office: Office, year: int, key: str) -> QuerySet[Case]:
    """Return the cases of one month, or of the year."""
    found = scope.cases(office, counter.scope).filter(periods.within("received_at", year))
    if key.isdigit() and 1 <= int(key) <= 12:
        start, end = periods.months(year)[int(key) - 1]
        found = found.filter(received_at__gte=start, received_at__lt=end)
    return found
