"""Which figures of which tables are the same, and which are sums of others: statistics tables as figures for disclosure
control. Imports no Django."""

from collections.abc import Mapping, Sequence

from ombuds.statistics.disclosure import TOTAL, Cell
from ombuds.statistics.disclosure import Table as Figures
from ombuds.statistics.disclosure.cells import NO_PARENT, Key, Node
from ombuds.statistics.tables import Cell as Shown
from ombuds.statistics.tables import Kind, Table

EXEMPT_ROWS = frozenset({"recommendations", "median"})
# Rows of summary tables that show the total of a population: its scope and its date rule.
WHOLES = {
    ("five_years", "cases"): ("all", "received"),
    ("five_years", "complaints"): ("complaints", "received"),
    ("five_years", "closed"): ("all", "closed"),
    ("balance", "opened"): ("all", "received"),
    ("balance", "closed"): ("all", "closed"),
}
# Rows of summary tables that add up rows of another table.
SUMS = {
    ("five_years", "founded"): ("assessment", ("founded", "partly")),
    ("five_years", "solved"): ("result", ("reconciled", "solved", "partly")),
}
BALANCE = "balance"
Place = tuple[str, str, str]


class Populations:
    """The tables of one publication, and for every figure the places where it is shown."""

    def __init__(
        self,
        counted: Mapping[str, tuple[str, str]],
        tables: Sequence[Table],
        careful: Mapping[str, Mapping[str, int]] | None = None,
    ) -> None:
        self.counted = counted
        self.careful = careful or {}  # table → line → the least that is shown of it
        self.tables = {table.key: table for table in tables}
        self.shown_at: dict[Node, set[Place]] = {}
        self.values: dict[Node, float] = {}
        self.scopes: dict[tuple[str, str], str] = {}
        for table in tables:
            for index in _counts(table):
                self.scopes[table.key, table.columns[index].key] = self._scope(table, index)

    def _scope(self, table: Table, index: int) -> str:
        """Return what a column of a table is about: the same population where the total is the same too."""
        year = table.columns[index].key
        total = table.totals[index] if table.totals is not None else None
        if table.key in self.counted and isinstance(total, int):
            return f"{'/'.join(self.counted[table.key])}/{year}/{total}"
        return f"{table.key}/{year}"

    def figures(self, table: Table, *, known: bool = False) -> list[Figures]:
        """Return each year of a table as figures. `known`: it was published before; hidden figures have no value."""
        found = []
        for index in _counts(table):
            for part in self._parts(table, index):
                if not known:
                    self._remember(table, index, part)
                found.append(part)
        return found

    def released(self, tables: Sequence[Table]) -> list[Figures]:
        """Return the figures of an earlier publication, but those of years that were counted anew since."""
        return [part for table in tables for part in self.figures(table, known=True) if self.agrees(part)]

    def agrees(self, part: Figures) -> bool:
        """Whether figures released before are still what is counted; if not, they tell nothing of ours."""
        return all(
            cell.value is None or self.values.get(part.node(key), cell.value) == cell.value
            for key, cell in part.cells.items()
        )

    def places(self, nodes: set[Node]) -> set[Place]:
        """Return where these figures are shown."""
        return {place for node in nodes for place in self.shown_at.get(node, ())}

    def columns(self, nodes: set[Node]) -> set[Place]:
        """Return every place of the columns in which these figures are shown."""
        columns = {(table, year) for table, year, _row in self.places(nodes)}
        return {
            place for places in self.shown_at.values() for place in places if (place[0], place[1]) in columns
        }

    def _parts(self, table: Table, index: int) -> list[Figures]:
        year = table.columns[index].key
        scope = self.scopes.get((table.key, year)) or self._scope(table, index)
        rows = {
            (row.key,): self._cell(table.key, row.key, _value(row.cells[index]))
            for row in table.rows
            if row.is_part and row.key not in EXEMPT_ROWS and _is_count(row.cells[index])
        }
        cells: dict[Key, Cell] = {
            key: cell for key, cell in rows.items() if not self._is_sum(table.key, key[0])
        }
        name = f"{table.key}/{year}"
        total = table.totals[index] if table.totals is not None else None
        if not _is_count(total) and total is not None:
            total = None
        adds = table.adds_up and total is not None
        same = {
            key: node
            for key in cells
            if (node := self._whole(table.key, key[0], year, cells[key])) is not None
        }
        trees = {} if adds else {table.key: {key[0]: NO_PARENT for key in cells}}
        if adds:
            cells[TOTAL,] = Cell(_value(total))
        found = [Figures(name, (table.key,), cells, trees, scope, same)] if cells else []
        if total is not None and not adds:
            found.append(Figures(f"{name}/total", (table.key,), {(TOTAL,): Cell(_value(total))}, {}, scope))
        found += self._sums(table, index, rows)
        if table.key == BALANCE and found and set(cells) >= {(row,) for row in _BALANCE_ROWS}:
            found += _balance(found[0], name)
        return found

    def _cell(self, table: str, row: str, value: int | None) -> Cell:
        least = self.careful.get(table, {}).get(row, 0)
        return Cell(value, unsafe=value is not None and 0 < value < least)

    def _is_sum(self, table: str, row: str) -> bool:
        return (table, row) in SUMS and SUMS[table, row][0] in self.tables

    def _sums(self, table: Table, index: int, rows: Mapping[tuple[str], Cell]) -> list[Figures]:
        """Return the rows that add up rows of another table, with those rows as their parts."""
        year, found = table.columns[index].key, []
        for (row,), cell in rows.items():
            if not self._is_sum(table.key, row):
                continue
            other, parts = SUMS[table.key, row]
            source = self.tables[other]
            scope = self.scopes.get((other, year))
            if scope is None:
                continue
            column = [each.key for each in source.columns].index(year)
            group = f"{table.key}: {row}"
            cells: dict[Key, Cell] = {
                (each.key,): Cell(_value(each.cells[column])) for each in source.rows if each.key in parts
            }
            tree = {key[0]: group for key in cells} | {group: NO_PARENT}
            if cells and sum(part.value or 0 for part in cells.values()) == cell.value:
                cells[group,] = cell
                found.append(Figures(f"{table.key}/{year}/{row}", (other,), cells, {other: tree}, scope))
            else:
                found.append(
                    Figures(
                        f"{table.key}/{year}/{row}",
                        (table.key,),
                        {(row,): cell},
                        {table.key: {row: NO_PARENT}},
                        f"{table.key}/{year}",
                    )
                )
        return found

    def _whole(self, table: str, row: str, year: str, cell: Cell) -> Node | None:
        population = WHOLES.get((table, row))
        if population is None or cell.value is None:
            return None
        return f"{'/'.join(population)}/{year}/{int(cell.value)}", frozenset()

    def _remember(self, table: Table, index: int, part: Figures) -> None:
        year = table.columns[index].key
        groups = {f"{table.key}: {row}": row for (key, row) in SUMS if key == table.key}
        for key, cell in part.cells.items():
            node = part.node(key)
            if cell.value is not None:
                self.values[node] = cell.value
            row = "" if key[0] == TOTAL else groups.get(key[0], key[0])
            if part.dimensions[0] == table.key or key[0] in groups:
                self.shown_at.setdefault(node, set()).add((table.key, year, row))


_BALANCE_ROWS = ("open_before", "opened", "closed", "open_after")


def _balance(table: Figures, name: str) -> list[Figures]:
    """Return the balance as two sums that are equal: open + in = out + open. That sum is not shown, but taken as known where
    one side of it is; where both sides hide a figure a reader knows only that they are equal.
    """
    whole: Node = (f"{name}/handled", frozenset())
    cells = table.cells
    sides = [[cells[row,].value for row in rows] for rows in (_BALANCE_ROWS[:2], _BALANCE_ROWS[2:])]
    known = {sum(value or 0 for value in side) for side in sides if None not in side}
    if len(known) > 1:
        return []
    handled = next(iter(known), None)
    found = []
    for rows in (_BALANCE_ROWS[:2], _BALANCE_ROWS[2:]):
        some: dict[Key, Cell] = {(row,): cells[row,] for row in rows}
        same = {key: table.node(key) for key in some} | {(TOTAL,): whole}
        some[TOTAL,] = Cell(handled, keep=handled is not None)
        found.append(Figures(f"{name}/{rows[0]}", ("sum",), some, {}, "", same))
    return found


def _counts(table: Table) -> list[int]:
    return [index for index, column in enumerate(table.columns) if column.kind is Kind.COUNT]


def _is_count(cell: Shown) -> bool:
    return not isinstance(cell, float) and cell is not None


def _value(cell: Shown) -> int | None:
    return cell if isinstance(cell, int) else None
