"""The figures of a set of tables with the sums between them, as the protection sees them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ombuds.statistics.disclosure.cells import (
    TOTAL,
    Cell,
    Key,
    LinkedTables,
    Node,
    NotConsistent,
    Table,
    written,
)
from ombuds.statistics.disclosure.rules import Labels, Rules
from ombuds.statistics.disclosure.totals import NEAR, complete, sums


@dataclass(slots=True)
class System:
    """Figures by number: `cells[i]` is the figure `nodes[i]`; each sum is (number of the whole, numbers of its parts)."""

    nodes: list[Node] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    number: dict[Node, int] = field(default_factory=dict)
    sums: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    released: set[int] = field(default_factory=set)  # known already, and never to be taken back
    least: list[float] = field(
        default_factory=list
    )  # what readers know each to be at least, if all could be hidden

    def value(self, i: int) -> float:
        """Return the true figure."""
        return self.cells[i].value or 0.0


def prepare(tables: LinkedTables, rules: Rules) -> LinkedTables:
    """Return the tables with the rules' hierarchies, their margins computed and, where zeros are protected, every zero."""
    ready = []
    for table in tables.tables:
        trees = {**{d: t for d, t in rules.hierarchy.items() if d in table.dimensions}, **table.trees}
        done = replace(table, trees=trees)
        if rules.protect_zeros:
            done = _with_zeros(done)
        ready.append(complete(done))
    return replace(tables, tables=tuple(ready))


def _with_zeros(table: Table) -> Table:
    """Fill in the combinations of smallest labels that do not occur."""
    keys: list[Key] = [()]
    for position in range(len(table.dimensions)):
        larger = {table.parent(position, key[position]) for key in table.cells}
        labels = sorted({key[position] for key in table.cells} - larger - {TOTAL}) or [TOTAL]
        keys = [(*key, label) for key in keys for label in labels]
    return replace(table, cells={key: Cell(0) for key in keys} | dict(table.cells))


def build(tables: LinkedTables, rules: Rules) -> System:
    """Return the system of prepared tables. Raises NotConsistent when two tables differ about one figure."""
    system = System()
    for table in tables.tables:
        for key, cell in table.cells.items():
            _take(system, table, key, cell)
    seen: set[tuple[int, tuple[int, ...]]] = set()
    for table in tables.tables:
        for whole, parts in sums(table):
            if whole in table.cells:
                _relate(system, seen, table.node(whole), (table.node(part) for part in parts))
    _mark_released(system, tables.released)
    for i, node in enumerate(system.nodes):
        system.cells[i] = _ruled(system.cells[i], dict(node[1]), rules)
    system.least = _least(system, rules.lowest)
    return system


def _least(system: System, lowest: float) -> list[float]:
    """Where zeros are known, two hidden parts make a hidden whole of two or more, and so on upwards."""
    least = [min(lowest, system.value(i)) for i in range(len(system.cells))]
    for i in system.released:
        least[i] = system.value(i)
    changed = lowest > 0
    while changed:
        changed = False
        for whole, parts in system.sums:
            together = min(sum(least[part] for part in parts), system.value(whole))
            if together > least[whole] + NEAR:
                least[whole], changed = together, True
    return least


def _take(system: System, table: Table, key: Key, cell: Cell) -> None:
    node = table.node(key)
    if cell.value is None:
        raise NotConsistent(
            f"{table.name}: {written(node)} has no value; only complete tables can be protected."
        )
    if cell.value < 0:
        raise NotConsistent(f"{table.name}: {written(node)} is {cell.value:g}; figures cannot be below zero.")
    if node not in system.number:
        system.number[node] = len(system.nodes)
        system.nodes.append(node)
        system.cells.append(cell)
        return
    before = system.cells[system.number[node]]
    if abs((before.value or 0) - cell.value) > NEAR * max(1.0, cell.value):
        raise NotConsistent(
            f"{written(node)} is {before.value:g} in one table and {cell.value:g} in {table.name}."
        )
    system.cells[system.number[node]] = _merged(before, cell)


def _merged(one: Cell, other: Cell) -> Cell:
    """Return what two tables say of the same figure, taken together."""
    return Cell(
        value=one.value,
        frequency=one.frequency if one.frequency is not None else other.frequency,
        largest=one.largest or other.largest,
        cost=one.cost if one.cost is not None else other.cost,
        keep=one.keep or other.keep,
        unsafe=one.unsafe or other.unsafe,
    )


def _relate(
    system: System, seen: set[tuple[int, tuple[int, ...]]], whole: Node, parts: Iterable[Node]
) -> None:
    found = (system.number[whole], tuple(sorted(system.number[part] for part in parts)))
    if found not in seen and found[1] != (found[0],):
        seen.add(found)
        system.sums.append(found)


def _mark_released(system: System, released: Iterable[Table]) -> None:
    for table in released:
        for key, cell in table.cells.items():
            number = system.number.get(table.node(key))
            if number is not None and cell.value is not None:
                system.released.add(number)


def _ruled(cell: Cell, labels: dict[str, str], rules: Rules) -> Cell:
    """Return the cell with what the rules say of cells with these labels."""

    def fits(wanted: Labels) -> bool:
        return all(labels.get(d, TOTAL) == label for d, label in wanted.items())

    if not (rules.keep or rules.unsafe or rules.costs or rules.unsafe_labels):
        return cell
    costs = [cost for wanted, cost in rules.costs if fits(wanted)]
    unsafe = any(map(fits, rules.unsafe)) or bool(rules.unsafe_labels & set(labels.values()) and cell.value)
    return replace(
        cell,
        keep=cell.keep or any(map(fits, rules.keep)),
        unsafe=cell.unsafe or unsafe,
        cost=costs[-1] if costs else cell.cost,
    )
