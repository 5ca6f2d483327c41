"""Fixing the figures of a year: once, after it has ended. What is shown from then on is what was fixed."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import figures, record
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.models import FixedYear, Tally
from ombuds.integrity.terms import Act
from ombuds.integrity.wording import VOCABULARY
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today


class NotYet(Refusal):
    """The year runs, is fixed, or comes before one that is fixed."""

    template = _("The figures of a year are fixed once, after it has ended, in the order of the years.")


def counts_of(year: int) -> dict[str, dict[str, int]]:
    """Group → value → count; every value of the vocabulary, counted or not."""
    groups = {what: dict.fromkeys(values, 0) for what, values in VOCABULARY.items()}
    for row in Tally.objects.filter(year=year):
        groups.setdefault(row.what, {})[row.value] = row.count
    return groups


def years() -> list[FixedYear]:
    """All that are fixed, the oldest first."""
    return list(FixedYear.objects.all())


def waiting() -> list[int]:
    """Years that have ended and are not fixed: every year since the channel was used, whether anything came in or not."""
    first = Tally.objects.order_by("year").values_list("year", flat=True).first()
    last = FixedYear.objects.order_by("-year").values_list("year", flat=True).first()
    start = last + 1 if last else first
    return list(range(start, today().year)) if start else []


def shown(fixed: FixedYear) -> dict[str, figures.Group]:
    """As it was fixed."""
    tables: dict[str, Any] = fixed.tables
    return {what: figures.Group(table["counts"], table["total"]) for what, table in tables.items()}


def fix(year: int, holder: Holder) -> FixedYear:
    """Counted, protected, checked with the years before it, and kept like that."""
    with atomic():
        if not waiting() or waiting()[0] != year:
            raise NotYet()
        before = [figures.Year(counts_of(each.year), shown(each)) for each in years()]
        made = figures.year(counts_of(year), before)
        tables = {what: {"counts": group.counts, "total": group.total} for what, group in made.items()}
        row = FixedYear.objects.create(year=year, tables=tables, fixed_on=today())
        record.note(Act.FIGURES_FIXED, handler=holder.handler)
    return row
