"""Recommendations: issued, answered, followed; and those still pending, by age."""

from dataclasses import replace
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from ombuds.office.models import Office
from ombuds.recommendations.models import Recommendation
from ombuds.recommendations.terms import OmbudsmanFinds, Status
from ombuds.recommendations.workflow import PENDING
from ombuds.statistics import labels
from ombuds.statistics.counters import Counter
from ombuds.statistics.figures import frame
from ombuds.statistics.tables import Row, Table

FOLLOWED = (OmbudsmanFinds.IMPLEMENTED, OmbudsmanFinds.PARTLY_IMPLEMENTED)
AGES = (
    (0, _("less than a year")),
    (1, _("one to two years")),
    (2, _("two to three years")),
    (3, _("three years or more")),
)


def by_status(counter: Counter, office: Office, years: list[int]) -> Table:
    """Return the recommendations of each year by where they stand, and how many were answered and carried out."""
    issued = Recommendation.objects.filter(
        office=office, sequence__isnull=False, issued_on__isnull=False
    ).order_by()
    found = issued.filter(issued_on__year__gte=years[-1], issued_on__year__lte=years[0])
    names = labels.of_choices(Status)
    counts: dict[str, dict[int, int]] = {}
    for status, each, number in found.values_list("status", "issued_on__year").annotate(number=Count("pk")):
        counts.setdefault(status, dict.fromkeys(years, 0))[each] = number
    totals = {each: sum(line[each] for line in counts.values()) for each in years}
    table = frame.build(
        counter,
        years,
        [(key, names[key], counts[key]) for key in names if key in counts],
        head=labels.everywhere(_("Status")),
        totals=totals,
    )
    aside = found.aggregate(
        **{f"answered_{each}": Count("pk", filter=_in(each) & ~Q(service_says="nothing")) for each in years},
        **{f"done_{each}": Count("pk", filter=_in(each) & Q(ombudsman_finds__in=FOLLOWED)) for each in years},
    )
    extra = tuple(
        Row(
            key,
            labels.everywhere(label),
            frame.cells({each: aside[f"{key}_{each}"] for each in years}, years, totals[years[0]]),
            is_part=False,
        )
        for key, label in (
            ("answered", _("of which answered")),
            ("done", _("of which carried out, also in part")),
        )
    )
    return replace(table, rows=(*table.rows, *extra))


def by_age(counter: Counter, office: Office, years: list[int]) -> Table:
    """Return what was still pending at the end of each year, by age on that day. Knows only today's status."""
    found = Recommendation.objects.filter(
        office=office, status__in=list(PENDING), issued_on__isnull=False
    ).order_by()
    wanted = {(age, each): _aged(age, each) for age, _label in AGES for each in years}
    row = found.aggregate(**{f"a{age}_{each}": Count("pk", filter=wanted[age, each]) for age, each in wanted})
    lines = [
        (str(age), labels.everywhere(label), {each: row[f"a{age}_{each}"] for each in years})
        for age, label in AGES
    ]
    totals = {each: sum(line[2][each] for line in lines) for each in years}
    return frame.build(counter, years, lines, head=labels.everywhere(_("Age")), totals=totals, keep=True)


def _in(year: int) -> Q:
    return Q(issued_on__gte=date(year, 1, 1), issued_on__lte=date(year, 12, 31))


def _aged(age: int, year: int) -> Q:
    """Return the condition of being `age` full years old on 31 December."""
    newest = Q(issued_on__lte=date(year - age, 12, 31))
    return newest if age == AGES[-1][0] else newest & Q(issued_on__gt=date(year - age - 1, 12, 31))
