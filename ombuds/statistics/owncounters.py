"""Counters that an office defined itself: drawn from the cube, like any other table by year."""

from django.db.models import QuerySet

from ombuds.accounts.models import User
from ombuds.cases.models import Case
from ombuds.office.models import Office
from ombuds.statistics import cubes
from ombuds.statistics.counters import Counter
from ombuds.statistics.cube import TOTAL
from ombuds.statistics.figures import frame
from ombuds.statistics.queries import Query
from ombuds.statistics.tables import Table


def query_of(counter: Counter, years: tuple[int, ...]) -> Query:
    """Return the question that a counter is."""
    return Query(
        rows=counter.axis,
        columns="year",
        years=years,
        unit=counter.counted,
        rule=counter.date_rule,
        scope=counter.scope,
    ).checked()


def table(counter: Counter, office: Office, years: list[int]) -> Table:
    """Return the table of a counter with an axis."""
    answer = cubes.ask(query_of(counter, tuple(sorted(years))), office)
    found, axis = answer.cross, answer.cross.axes[0]
    lines = [
        (value, axis.column.label(value), {year: found.at(value, str(year)) for year in years})
        for value in axis.values
    ]
    lines.sort(key=lambda line: -line[2].get(years[0], 0))
    totals = {year: found.at(TOTAL, str(year)) for year in years}
    several = axis.many
    return frame.build(
        counter, years, lines, head=cubes.head(counter.axis), totals=totals, adds_up=not several
    )


def cases(counter: Counter, office: Office, year: int, key: str, *, actor: User) -> QuerySet[Case]:
    """Return the cases behind one line of a year."""
    return cubes.cases_behind(query_of(counter, (year,)), office, (key or TOTAL, str(year)), actor=actor)
