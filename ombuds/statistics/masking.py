"""Puts disclosure control over a table: what leaves the office is the masked one. Imports no Django."""

from dataclasses import replace

from ombuds.statistics.disclosure.lines import THRESHOLD, Hidden, protect
from ombuds.statistics.tables import Cell, Column, Kind, Row, Table

# Services' own totals and recommendations are no counts of people who came to us.
EXEMPT_ROWS = frozenset({"recommendations", "median"})
EXEMPT = frozenset({"first_line", "recommendations_by_status", "recommendations_by_age"})
HIDDEN_NOTE = {
    "nl": "Kleine aantallen staan er als “<5”, zodat niemand te herkennen is. Een “*” is een aantal dat daarvoor ook is weggelaten.",
    "fr": "Les petits nombres sont remplacés par « <5 », pour que personne ne soit reconnaissable. « * » : nombre omis pour la même raison.",
    "en": "Small numbers are shown as “<5”, so that nobody can be recognised. A “*” is a number left out for the same reason.",
}


def public(table: Table) -> Table:
    """Return the table as the public may see it; a table without small counts comes back as it is."""
    if table.key in EXEMPT or not table.rows:
        return table
    counted = [index for index, column in enumerate(table.columns) if column.kind is Kind.COUNT]
    parts = [row for row in table.rows if row.is_part and row.key not in EXEMPT_ROWS]
    grid = [[_count(row.cells[index]) for index in counted] for row in parts]
    totals = table.totals if table.totals is not None and table.adds_up else None
    if totals is not None:
        grid.append([_count(totals[index]) for index in counted])
    safe = protect(grid, column_totals=totals is not None)
    rows = iter(safe)
    masked = tuple(
        _row(row, counted, next(rows) if row in parts else None, table.columns, table.totals)
        for row in table.rows
    )
    new_totals = table.totals
    if totals is not None:
        new_totals = _cells(totals, counted, safe[-1], table.columns)
    elif table.totals is not None:
        new_totals = _cells(
            table.totals, counted, [_small(_count(table.totals[i])) for i in counted], table.columns
        )
    changed = replace(table, rows=masked, totals=new_totals)
    return table if changed == table else replace(changed, notes=(*table.notes, HIDDEN_NOTE))


def _row(
    row: Row,
    counted: list[int],
    safe: list[int | Hidden | None] | None,
    columns: tuple[Column, ...],
    totals: tuple[Cell, ...] | None,
) -> Row:
    if safe is not None:
        return replace(row, cells=_cells(row.cells, counted, safe, columns))
    # A mean or a median of fewer than five cases tells about single ones.
    few = [
        totals is not None
        and columns[index].kind is Kind.COUNT
        and isinstance(totals[index], int)
        and 0 < totals[index] < THRESHOLD  # type: ignore[operator]  # the line before says int
        for index in range(len(columns))
    ]
    return replace(
        row, cells=tuple(Hidden.OTHER if hide else cell for hide, cell in zip(few, row.cells, strict=True))
    )


def _cells(
    cells: tuple[Cell, ...], counted: list[int], safe: list[int | Hidden | None], columns: tuple[Column, ...]
) -> tuple[Cell, ...]:
    new = list(cells)
    for index, value in zip(counted, safe, strict=True):
        new[index] = value if isinstance(value, Hidden) else cells[index]
    # A share gives its count away.
    if counted and isinstance(new[counted[0]], Hidden):
        new = [
            Hidden.OTHER if column.kind is Kind.SHARE else cell
            for column, cell in zip(columns, new, strict=True)
        ]
    return tuple(new)


def _count(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) else None


def _small(value: int | None) -> int | Hidden | None:
    return Hidden.SMALL if value is not None and 0 < value < THRESHOLD else value
