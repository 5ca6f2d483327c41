"""The tables of the yearly report, each from one or a few aggregating queries.

`TABLES` names for each counter the function that draws its table, `CASES` the one that finds the cases behind a line.
"""

from collections.abc import Callable

from django.db.models import QuerySet

from ombuds.cases.models import Case
from ombuds.office.models import Office
from ombuds.statistics.counters import Counter
from ombuds.statistics.figures import dimensions, duration, firstline, months, recommended, series, workload
from ombuds.statistics.tables import Table

TABLES: dict[str, Callable[[Counter, Office, list[int]], Table]] = {
    "received_by_month": months.table,
    **dict.fromkeys(dimensions.DIMENSIONS, dimensions.table),
    "balance": workload.table,
    "handling_time": duration.table,
    "recommendations_by_status": recommended.by_status,
    "recommendations_by_age": recommended.by_age,
    "first_line": firstline.table,
    "five_years": series.table,
}
CASES: dict[str, Callable[[Counter, Office, int, str], QuerySet[Case]]] = {
    "received_by_month": months.cases,
    **dict.fromkeys(dimensions.DIMENSIONS, dimensions.cases),
    "balance": workload.cases,
    "handling_time": duration.cases,
}
