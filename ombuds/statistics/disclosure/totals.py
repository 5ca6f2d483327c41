"""Margins: computed where they are missing, checked where they are given."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ombuds.statistics.disclosure.cells import TOTAL, Cell, Key, NotConsistent, Table
from ombuds.statistics.disclosure.rules import BadRules, check_tree

NEAR = 1e-6  # figures that differ by less are the same: amounts are added up in another order


def with_part(key: Key, position: int, label: str) -> Key:
    """Return the key with another label at one position."""
    return (*key[:position], label, *key[position + 1 :])


def sums(table: Table) -> Iterator[tuple[Key, list[Key]]]:
    """Yield each total that a table could show, with those of its parts that it shows, larger parts last."""
    for position in range(len(table.dimensions)):
        yield from _along(table, table.cells, position)


def _along(table: Table, cells: Mapping[Key, Cell], position: int) -> Iterator[tuple[Key, list[Key]]]:
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in cells:
        parent = table.parent(position, key[position])
        if parent is not None:
            groups[with_part(key, position, parent)].append(key)
    yield from groups.items()


def complete(table: Table) -> Table:
    """Return the table with its missing margins computed. Raises NotConsistent where a given total is not the sum.

    Every cell must have a value.
    """
    cells = dict(table.cells)
    for position in range(len(table.dimensions)):
        for label in _larger_labels(table, position):
            _add_up(table, cells, position, label)
    done = replace(table, cells=cells)
    check(done)
    return done


def _larger_labels(table: Table, position: int) -> list[str]:
    """Return the labels that others are part of, the deepest first, TOTAL last."""
    tree = table.trees.get(table.dimensions[position], {})
    try:
        for label in tree:
            check_tree(tree, label)
    except BadRules as problem:
        raise NotConsistent(str(problem)) from None
    depth: dict[str, int] = {}
    for start in {key[position] for key in table.cells}:
        for steps, label in enumerate(reversed(_chain(table, position, start))):
            depth[label] = steps
    return sorted(depth, key=lambda label: (-depth[label], label))


def _chain(table: Table, position: int, label: str) -> list[str]:
    found: list[str] = []
    parent = table.parent(position, label)
    while parent is not None:
        found.append(parent)
        parent = table.parent(position, parent)
    return found


def _add_up(table: Table, cells: dict[Key, Cell], position: int, label: str) -> None:
    parts: dict[Key, list[Cell]] = defaultdict(list)
    for key, cell in cells.items():
        if table.parent(position, key[position]) == label:
            parts[with_part(key, position, label)].append(cell)
    for key, found in parts.items():
        if key not in cells:
            cells[key] = _sum(found)


def _sum(parts: list[Cell]) -> Cell:
    largest = sorted((amount for part in parts for amount in part.largest), reverse=True)
    counted = [part.frequency for part in parts if part.frequency is not None]
    return Cell(
        value=sum(part.value or 0 for part in parts),
        frequency=sum(counted) if counted else None,
        largest=tuple(largest),
    )


def check(table: Table) -> None:
    """Raise NotConsistent when a total with all its parts in sight is not their sum."""
    for key, parts in sums(table):
        whole = table.cells.get(key)
        values = [table.cells[part].value for part in parts]
        if whole is None or whole.value is None or any(value is None for value in values):
            continue
        found = sum(value or 0 for value in values)
        if abs(found - whole.value) > NEAR * max(1.0, abs(found)):
            raise NotConsistent(
                f"{table.name}: the total of {described(table, key)} is {whole.value:g}, but its parts add up to {found:g}."
            )


def described(table: Table, key: Key) -> str:
    """Return a key in words."""
    return (
        ", ".join(
            f"{name} {label}"
            for name, label in zip(table.dimensions, key, strict=True)
            if label != TOTAL or len(key) == 1
        )
        or "everything"
    )
