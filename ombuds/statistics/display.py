"""A table in words of one language, ready for a template: HTML pages, the report and typst read the same lines."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from ombuds.statistics.tables import TOTAL, Cell, Kind, Row, Table, pick, shown


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is read; `link` leads to the cases behind the year's figure."""

    label: str
    cells: tuple[str, ...]
    is_part: bool = True
    link: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as it is read."""

    key: str
    title: str
    definition: str
    unit: str
    head: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    total_label: str
    totals: tuple[str, ...] | None
    notes: tuple[str, ...]
    total_link: str = ""

    def as_data(self) -> dict[str, Any]:
        """Return plain data for a template outside Django."""
        return asdict(self)


def show(table: Table, language: str, *, link: Callable[[str], str] | None = None) -> Shown:
    """Return the table in one language; `link` gives the address of the cases behind a line's key ("" for the total)."""
    kinds = [column.kind for column in table.columns]
    return Shown(
        key=table.key,
        title=pick(table.title, language),
        definition=pick(table.definition, language),
        unit=pick(table.unit, language),
        head=pick(table.head, language),
        columns=tuple(pick(column.labels, language) for column in table.columns),
        lines=tuple(
            Line(
                pick(row.labels, language), _cells(row.cells, kinds, language), row.is_part, _link(row, link)
            )
            for row in table.rows
        ),
        total_label=TOTAL.get(language, TOTAL["en"]),
        totals=None if table.totals is None else _cells(table.totals, kinds, language),
        notes=tuple(pick(note, language) for note in table.notes),
        total_link=link("") if link and table.totals is not None and table.totals[0] else "",
    )


def _cells(cells: tuple[Cell, ...], kinds: list[Kind], language: str) -> tuple[str, ...]:
    # A fraction among counts is a number of days: it shows its decimal.
    return tuple(
        shown(cell, Kind.DAYS if isinstance(cell, float) and kind is Kind.COUNT else kind, language)
        for cell, kind in zip(cells, kinds, strict=True)
    )


def _link(row: Row, link: Callable[[str], str] | None) -> str:
    return link(row.key) if link and row.is_part and row.cells and row.cells[0] else ""
