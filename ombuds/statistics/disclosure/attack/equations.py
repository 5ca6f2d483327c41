"""What a reader can write down: the hidden figures as unknowns, and the sums that they are part of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ombuds.statistics.disclosure.cells import TOTAL, Fact, Node, NotConsistent, Table, written

NEAR = 1e-6


@dataclass(slots=True)
class Equation:
    """The sum of coefficient × unknown lies between `low` and `high`; unknowns by number."""

    terms: dict[int, float]
    low: float
    high: float


@dataclass(slots=True)
class Puzzle:
    """Everything that is known of the hidden figures; `shown` holds what is visible."""

    unknowns: list[Node] = field(default_factory=list)
    equations: list[Equation] = field(default_factory=list)
    shown: dict[Node, float] = field(default_factory=dict)
    number: dict[Node, int] = field(default_factory=dict)


def write_down(tables: Iterable[Table], facts: Iterable[Fact] = ()) -> Puzzle:
    """Return the puzzle that these published tables and facts are. Raises NotConsistent."""
    puzzle, tables = Puzzle(), list(tables)
    for table in tables:
        _see(puzzle, table)
    for table in tables:
        for key, cell in table.cells.items():
            node = table.node(key)
            if cell.value is None and node not in puzzle.shown and node not in puzzle.number:
                puzzle.number[node] = len(puzzle.unknowns)
                puzzle.unknowns.append(node)
    known: set[tuple[tuple[tuple[int, float], ...], float, float]] = set()
    for table in tables:
        for terms in _sums(table):
            _add(puzzle, known, terms, 0.0, 0.0, table.name)
    for fact in facts:
        _add(puzzle, known, fact.terms, fact.low, fact.high, fact.source)
    return puzzle


def _see(puzzle: Puzzle, table: Table) -> None:
    for key, cell in table.cells.items():
        if cell.value is None:
            continue
        node = table.node(key)
        before = puzzle.shown.setdefault(node, cell.value)
        if abs(before - cell.value) > NEAR * max(1.0, abs(before)):
            raise NotConsistent(
                f"{written(node)} is {before:g} in one table and {cell.value:g} in {table.name}."
            )


def _sums(table: Table) -> Iterable[Mapping[Node, float]]:
    """Yield each sum of the table as coefficients that come to zero: its parts, less their whole."""
    for position, dimension in enumerate(table.dimensions):
        tree = table.trees.get(dimension, {})
        lines: dict[tuple[str, ...], dict[Node, float]] = defaultdict(dict)
        for key in table.cells:
            label = key[position]
            larger = None if label == TOTAL else tree.get(label, TOTAL)
            if larger:
                whole = (*key[:position], larger, *key[position + 1 :])
                if whole in table.cells:
                    lines[whole][table.node(key)] = 1.0
        for whole, terms in lines.items():
            node = table.node(whole)
            if node in terms:
                raise NotConsistent(f"{table.name}: {written(node)} is its own part.")
            terms[node] = -1.0
            yield terms


def _add(
    puzzle: Puzzle,
    known: set[tuple[tuple[tuple[int, float], ...], float, float]],
    terms: Mapping[Node, float],
    low: float,
    high: float,
    source: str,
) -> None:
    """Take in one sum with the visible figures filled in. Figures that no table names count as zero."""
    left: dict[int, float] = {}
    seen, size = 0.0, 1.0
    for node, coefficient in terms.items():
        if node in puzzle.number:
            left[puzzle.number[node]] = coefficient
        else:
            part = coefficient * puzzle.shown.get(node, 0.0)
            seen += part
            size = max(size, abs(part))
    low, high = low - seen, high - seen
    if not left:
        if low > NEAR * size or high < -NEAR * size:
            raise NotConsistent(f"{source or 'What is published'}: the figures of one sum do not add up.")
        return
    mark = (tuple(sorted(left.items())), low, high)
    if mark not in known:
        known.add(mark)
        puzzle.equations.append(Equation(left, low, high))


def parts_of(puzzle: Puzzle) -> list[list[int]]:
    """Return the unknowns in groups that no equation connects."""
    leader = list(range(len(puzzle.unknowns)))

    def find(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for equation in puzzle.equations:
        first, *others = equation.terms
        for other in others:
            leader[find(other)] = find(first)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(puzzle.unknowns)):
        groups[find(i)].append(i)
    return list(groups.values())
