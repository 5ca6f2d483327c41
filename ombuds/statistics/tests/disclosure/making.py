"""Tables for tests of disclosure control."""

import random
from collections.abc import Collection, Mapping, Sequence

from ombuds.statistics.disclosure import TOTAL, Cell, Table
from ombuds.statistics.disclosure.totals import complete

Grid = Mapping[str, Sequence[int]]


def grid(rows: Grid, columns: str, hidden: Collection[str] = (), *, margins: bool = True) -> Table:
    """A table of rows by columns (one letter each), with margins; `hidden` names cells like "wa"."""
    cells: dict[tuple[str, ...], Cell] = {
        (row, column): Cell(value)
        for row, values in rows.items()
        for column, value in zip(columns, values, strict=True)
    }
    table = Table("table", ("row", "column"), cells)
    return without(complete(table) if margins else table, [(name[0], name[1]) for name in hidden])


def without(table: Table, keys: Collection[tuple[str, ...]]) -> Table:
    """The table with these cells hidden."""
    assert set(keys) <= set(table.cells)
    cells = {key: Cell(None) if key in keys else cell for key, cell in table.cells.items()}
    return Table(table.name, table.dimensions, cells, table.trees, table.scope)


def skewed(rows: int, columns: int, seed: int, *, tree: bool = False) -> Table:
    """A random table with many small counts, some of them zero; with `tree`, rows belong to groups of three."""
    chance = random.Random(seed)
    cells: dict[tuple[str, ...], Cell] = {
        (f"r{r}", f"c{c}"): Cell(int(chance.paretovariate(0.8)) - 1)
        for r in range(rows)
        for c in range(columns)
    }
    trees = {"row": {f"r{r}": f"g{r // 3}" for r in range(rows)}} if tree else {}
    return complete(Table("table", ("row", "column"), cells, trees))


def of(table: Table, *key: str) -> tuple[str, frozenset[tuple[str, str]]]:
    """The node of a cell."""
    return table.node(key)


T = TOTAL
