"""A table of figures: one object that pages, HTML, CSV, JSON, PDF and charts all read. Imports no Django.

Texts are labels in every language, so that one frozen table serves the Dutch and the French report alike.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from ombuds.lib.numbers import written
from ombuds.statistics.disclosure import Hidden

Labels = Mapping[str, str]
Cell = int | float | Hidden | None
# A spreadsheet runs a cell that begins like this as a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


class Kind(StrEnum):
    """What the numbers of a column are."""

    COUNT = "count"
    SHARE = "share"
    DAYS = "days"
    REPORTED = "reported"  # counts that others published: known already, so nothing of them is hidden


@dataclass(frozen=True, slots=True)
class Column:
    """One column of numbers."""

    key: str
    labels: Labels
    kind: Kind = Kind.COUNT


@dataclass(frozen=True, slots=True)
class Row:
    """One line; `is_part` rows add up to the total, the others are set apart below it."""

    key: str
    labels: Labels
    cells: tuple[Cell, ...]
    is_part: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Figures with the sentence that says what is counted."""

    key: str
    title: Labels
    definition: Labels
    unit: Labels
    head: Labels
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: tuple[Cell, ...] | None = None
    notes: tuple[Labels, ...] = field(default=())
    adds_up: bool = True  # False: a case can stand in several rows, and a note says so
    version: int = 1

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell: no row, or only zeros."""
        return not any(cell for row in self.rows for cell in row.cells)

    def without_blank_years(self) -> "Table":
        """Return the table without its oldest columns when nothing was counted in them: no office has figures of before it."""
        kept = len(self.columns)
        while kept > 2 and not any(line[kept - 1] for line in self._lines()):
            kept -= 1
        if kept == len(self.columns):
            return self
        return replace(
            self,
            columns=self.columns[:kept],
            rows=tuple(replace(row, cells=row.cells[:kept]) for row in self.rows),
            totals=self.totals[:kept] if self.totals is not None else None,
        )

    def _lines(self) -> list[tuple[Cell, ...]]:
        return [row.cells for row in self.rows] + ([self.totals] if self.totals is not None else [])

    def column(self, key: str) -> tuple[Cell, ...]:
        """Return the cells of one column."""
        index = [column.key for column in self.columns].index(key)
        return tuple(row.cells[index] for row in self.rows)

    def total(self, key: str) -> Cell:
        """Return the total of one column, None where the table has none."""
        if self.totals is None:
            return None
        return self.totals[[column.key for column in self.columns].index(key)]


def joined(table: Table, older: Table, years: Sequence[int]) -> Table:
    """Return the table with the columns of these years as the other table has them: lines of either are kept."""
    wanted = {str(year) for year in years}
    places = [i for i, column in enumerate(table.columns) if column.key in wanted]
    theirs = {row.key: row for row in older.rows}
    ours = {row.key for row in table.rows}
    nothing = tuple(0 if column.kind is Kind.COUNT else None for column in table.columns)
    rows = [*table.rows, *(replace(row, cells=nothing) for row in older.rows if row.key not in ours)]

    def cells(before: Sequence[Cell], other: Sequence[Cell] | None) -> tuple[Cell, ...]:
        return tuple((other[i] if other else 0) if i in places else cell for i, cell in enumerate(before))

    return replace(
        table,
        rows=tuple(
            replace(row, cells=cells(row.cells, theirs[row.key].cells if row.key in theirs else None))
            for row in rows
        ),
        totals=None if table.totals is None else cells(table.totals, older.totals),
    )


def pick(labels: Labels, language: str) -> str:
    """Return the label in this language, or else in the first that has one."""
    return labels.get(language) or next((text for text in labels.values() if text), "")


def shown(cell: Cell, kind: Kind, language: str) -> str:
    """Return a cell as it is written in this language."""
    match cell:
        case None:
            return "–"
        case Hidden():
            return cell.value
        case _ if kind is Kind.SHARE:
            return f"{written(cell * 100, language)}\u00a0%"
        case _:
            return written(cell, language, decimals=1 if kind is Kind.DAYS and isinstance(cell, float) else 0)


def to_csv(table: Table, language: str) -> str:
    """Return the table for a spreadsheet, its definition and notes under it. Numbers stay plain numbers."""
    output = io.StringIO()
    writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [safe(pick(table.head, language)), *(safe(pick(c.labels, language)) for c in table.columns)]
    )
    for row in table.rows:
        writer.writerow([safe(pick(row.labels, language)), *map(_number, row.cells)])
    if table.totals is not None:
        writer.writerow([TOTAL.get(language, TOTAL["en"]), *map(_number, table.totals)])
    for text in (table.definition, *table.notes):
        writer.writerow([safe(pick(text, language))])
    return output.getvalue()


TOTAL = {"nl": "Totaal", "fr": "Total", "en": "Total", "de": "Insgesamt"}


def safe(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _number(cell: Cell) -> str:
    if cell is None:
        return ""
    return (
        cell.value
        if isinstance(cell, Hidden)
        else f"{cell:.4f}".rstrip("0").rstrip(".")
        if cell % 1
        else str(int(cell))
    )


def to_json(table: Table) -> dict[str, Any]:
    """Return the table as plain data, to be frozen."""
    return {
        "key": table.key,
        "title": dict(table.title),
        "definition": dict(table.definition),
        "unit": dict(table.unit),
        "head": dict(table.head),
        "columns": [{"key": c.key, "labels": dict(c.labels), "kind": c.kind.value} for c in table.columns],
        "rows": [
            {"key": r.key, "labels": dict(r.labels), "cells": _plain(r.cells), "is_part": r.is_part}
            for r in table.rows
        ],
        "totals": None if table.totals is None else _plain(table.totals),
        "notes": [dict(note) for note in table.notes],
        "adds_up": table.adds_up,
        "version": table.version,
    }


def from_json(data: Mapping[str, Any]) -> Table:
    """Return the table that `to_json` froze."""
    return Table(
        key=data["key"],
        title=data["title"],
        definition=data["definition"],
        unit=data["unit"],
        head=data["head"],
        columns=tuple(Column(c["key"], c["labels"], Kind(c["kind"])) for c in data["columns"]),
        rows=tuple(
            # Lines that people entered stand under a name of their own: through the gate only.
            Row(
                r["key"],
                r["own_labels"] if "own_labels" in r else r["labels"],
                _cells(r["cells"]),
                r["is_part"],
            )
            for r in data["rows"]
        ),
        totals=None if data["totals"] is None else _cells(data["totals"]),
        notes=tuple(data["notes"]),
        adds_up=data["adds_up"],
        version=data["version"],
    )


def _plain(cells: Sequence[Cell]) -> list[int | float | str | None]:
    return [cell.value if isinstance(cell, Hidden) else cell for cell in cells]


def _cells(cells: Sequence[int | float | str | None]) -> tuple[Cell, ...]:
    return tuple(Hidden(cell) if isinstance(cell, str) else cell for cell in cells)
