"""Puts disclosure control over all the tables that are published together. Imports no Django.

Each year of each table is a set of counts; tables about the same cases share their totals, the figures of several years
are sums of others, the balance holds. All of it is protected as one set, with what was published before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ombuds.statistics.disclosure import LinkedTables, protect
from ombuds.statistics.disclosure import Table as Figures
from ombuds.statistics.disclosure.lines import THRESHOLD, Hidden
from ombuds.statistics.disclosure.rules import STRICT
from ombuds.statistics.populations import EXEMPT_ROWS, Populations
from ombuds.statistics.tables import Cell, Kind, Row, Table

# Services' own totals and recommendations are no counts of people who came to us.
EXEMPT = frozenset({"first_line", "recommendations_by_status", "recommendations_by_age"})
RULES = replace(STRICT, minimum_frequency=THRESHOLD, zeros_are_known=True, seconds=20)
HIDDEN_NOTE = {
    "nl": "“*”: weggelaten, zodat niemand te herkennen is: een klein aantal, of een aantal waaruit zo'n klein aantal te berekenen zou zijn.",
    "fr": "« * » : nombre omis pour que personne ne soit reconnaissable, soit parce qu'il est petit, soit parce qu'il permettrait d'en calculer un petit.",
    "en": "“*”: left out, so that nobody can be recognised: a small number, or one from which a small number could be worked out.",
}
Place = tuple[str, str, str]  # key of the table, of the column, of the row ("" for the total)


def public(table: Table) -> Table:
    """Return one table as the public may see it, when nothing else is published."""
    return public_set([table])[0]


def public_set(
    tables: Sequence[Table],
    *,
    counted: Mapping[str, tuple[str, str]] | None = None,
    released: Iterable[Sequence[Table]] = (),
    cubes: Iterable[Figures] = (),
    careful: Mapping[str, Mapping[str, int]] | None = None,
) -> list[Table]:
    """Return the tables as the public may see them, protected as one set.

    `counted` names for a table its scope and date rule: tables with the same are about the same cases. `released` are
    the tables of each earlier publication, as they were published; `cubes` figures released one by one. `careful` names
    for a table lines with a threshold of their own. A table without anything hidden comes back as it is.
    """
    wanted = [table for table in tables if table.key not in EXEMPT and table.rows]
    found = Populations(counted or {}, wanted, careful or {})
    figures = [part for table in wanted for part in found.figures(table)]
    before = [part for edition in released for part in found.released(edition) if part.cells]
    before += [part for part in cubes if found.agrees(part)]
    hidden = _hidden(figures, before, found) if figures else set()
    return [_masked(table, hidden) if table in wanted else table for table in tables]


def _hidden(figures: list[Figures], before: list[Figures], found: Populations) -> set[Place]:
    done = protect(LinkedTables(tuple(figures), released=tuple(before)), RULES)
    nodes = {
        table.node(key)
        for table in done.tables.tables
        for key, cell in table.cells.items()
        if cell.value is None
    }
    if done.safe:
        return found.places(nodes)
    # What cannot be protected goes out without the whole column that tells on it.
    open_ = {each.node for each in done.audit.unsafe}
    return found.places(nodes) | found.columns(open_)


def _masked(table: Table, hidden: set[Place]) -> Table:
    counted = [index for index, column in enumerate(table.columns) if column.kind is Kind.COUNT]
    gone = {
        (index, row)
        for index in counted
        for row in ["", *(row.key for row in table.rows)]
        if (table.key, table.columns[index].key, row) in hidden
    }
    totals = table.totals
    new = replace(
        table,
        rows=tuple(_row(table, row, gone) for row in table.rows),
        totals=None if totals is None else _cells(table, totals, "", gone),
    )
    return table if new == table else replace(new, notes=(*table.notes, HIDDEN_NOTE))


def _row(table: Table, row: Row, gone: set[tuple[int, str]]) -> Row:
    if row.is_part and row.key not in EXEMPT_ROWS:
        return replace(row, cells=_cells(table, row.cells, row.key, gone))
    # A mean or a median of fewer than five cases tells about single ones.
    return replace(
        row,
        cells=tuple(
            Hidden.OTHER if _few(table, index, gone) else cell for index, cell in enumerate(row.cells)
        ),
    )


def _few(table: Table, index: int, gone: set[tuple[int, str]]) -> bool:
    if table.totals is None or table.columns[index].kind is not Kind.COUNT:
        return False
    total = table.totals[index]
    return (index, "") in gone or (isinstance(total, int) and 0 < total < THRESHOLD)


def _cells(table: Table, cells: tuple[Cell, ...], row: str, gone: set[tuple[int, str]]) -> tuple[Cell, ...]:
    new = [Hidden.OTHER if (index, row) in gone else cell for index, cell in enumerate(cells)]
    first = next((i for i, column in enumerate(table.columns) if column.kind is Kind.COUNT), None)
    # A share gives its count away, and with a count its total.
    if first is not None and ((first, row) in gone or (first, "") in gone):
        new = [
            Hidden.OTHER if column.kind is Kind.SHARE and cell is not None else cell
            for column, cell in zip(table.columns, new, strict=True)
        ]
    return tuple(new)
