"""The figures that texts may draw, by reference: `per_theme/parking/2025`, `balance/open_after/2025`, `per_body/total/2024`."""

from collections.abc import Iterable
from functools import lru_cache

from django.utils.text import slugify

from ombuds.annualreport import content
from ombuds.annualreport.models import Edition
from ombuds.office.models import Office
from ombuds.publications.authoring.figures import Figure, Figures
from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.tables import TOTAL, Cell, Column, Kind, Table, pick, shown


def of_tables(tables: Iterable[Table], language: str) -> dict[str, Figure]:
    """Return every cell that readers see, and the hidden ones with the sign that stands in their place."""
    found: dict[str, Figure] = {}
    for table in tables:
        for row in table.rows:
            name = pick(row.labels, language)
            found.update(_line(table, row.key, name, row.cells, language))
        if table.totals is not None:
            found.update(
                _line(table, "total", TOTAL.get(language, TOTAL["en"]).lower(), table.totals, language)
            )
    return found


def _line(
    table: Table, key: str, name: str, cells: tuple[Cell, ...], language: str
) -> Iterable[tuple[str, Figure]]:
    for column, cell in zip(table.columns, cells, strict=False):
        if cell is None:
            continue
        reference = f"{table.key}/{_safe(key)}/{_safe(column.key)}"
        words = f"{pick(table.title, language)}: {name}, {pick(column.labels, language)}"
        yield reference, Figure(reference, words, _value(cell, column, language), _number(cell, column))


def _safe(key: str) -> str:
    """Keys of a reference hold no blanks, slashes or braces."""
    return key if key and not set(key) & set(" /{}\n") else slugify(key) or "-"


def _value(cell: Cell, column: Column, language: str) -> str:
    # A fraction among counts is a number of days: it shows its decimal, as in the table.
    days = isinstance(cell, float) and column.kind is Kind.COUNT
    return shown(cell, Kind.DAYS if days else column.kind, language)


def _number(cell: Cell, column: Column) -> float | None:
    if cell is None or isinstance(cell, Hidden):
        return None
    return round(float(cell) * 100, 1) if column.kind is Kind.SHARE else float(cell)


def source(office: Office, language: str) -> Figures:
    """Return the figures of all released reports; a later report has the word where two give the same cell."""
    found: dict[str, Figure] = {}
    released = Edition.objects.filter(office=office, state=Edition.State.RELEASED).order_by("year")
    for pk, sha256 in released.values_list("pk", "sha256"):
        found.update(_of_edition(pk, sha256, language))
    return found


@lru_cache(maxsize=64)
def _of_edition(pk: int, sha256: str, language: str) -> dict[str, Figure]:
    """A released report never changes: its digest is the key."""
    edition = Edition.objects.get(pk=pk)
    return of_tables(content.tables_of(edition.content), language)
