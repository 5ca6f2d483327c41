"""Several files as one set: dimensions that share labels are the same, and so are the figures they share.

Files often call their dimensions row and column, whatever these are. A dimension of a later file is taken for one of an
earlier file when they share labels and every figure that both show is the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ombuds.statistics.disclosure.cells import (
    NO_PARENT,
    TOTAL,
    Cell,
    Fact,
    Key,
    LinkedTables,
    Node,
    NotConsistent,
    Table,
    written,
)
from ombuds.statistics.disclosure.files.reading import File, Percent

NEAR = 1e-6
GENERAL = frozenset({"row", "column"})  # names that say nothing
Names = tuple[str, ...]


@dataclass(slots=True)
class _Known:
    """What the files before said: dimension → labels, figure → value."""

    labels: dict[str, set[str]] = field(default_factory=dict)
    values: dict[Node, float] = field(default_factory=dict)


def link(files: Sequence[File], released: Sequence[File] = ()) -> LinkedTables:
    """Return the files as linked tables, those published before apart. Raises NotConsistent."""
    known = _Known()
    tables: list[Table] = []
    facts: list[Fact] = []
    for file in [*released, *files]:
        table = _placed(file, known)
        table, more = _facts(table, file)
        facts += more
        tables.append(table)
        _learn(table, known)
    before = len(released)
    return LinkedTables(tuple(tables[before:]), tuple(facts), tuple(tables[:before]))


def _placed(file: File, known: _Known) -> Table:
    """Return the file as a table whose dimensions have their names in the whole set."""
    best: tuple[int, Table] | None = None
    for names in _choices(file, known):
        for table in _forms(file, names):
            shared, wrong = _compare(table, known)
            if not wrong:
                return table
            if best is None or len(wrong) * 2 <= shared:
                best = best if best and best[0] <= len(wrong) else (len(wrong), table)
    if best is not None and best[0]:
        shared, wrong = _compare(best[1], known)
        if len(wrong) * 2 <= shared:
            node, here = wrong[0]
            raise NotConsistent(
                f"{written(node)} is {known.values[node]:g} in one file and {here:g} in {file.name}."
            )
    return _table(file, tuple(f"{name} of {file.name}" for name in file.dimensions))


def _choices(file: File, known: _Known) -> Iterator[Names]:
    """Yield the ways to name the dimensions of the file, those that share most first."""
    options: list[list[tuple[int, str]]] = []
    for position, name in enumerate(file.dimensions):
        labels = file.labels(position) - {TOTAL}
        if name not in GENERAL:
            options.append([(1, name)])
            continue
        found = [
            (2 * len(labels & theirs) + (each == name), each)
            for each, theirs in known.labels.items()
            if labels & theirs
        ]
        new = name if name not in known.labels else f"{name} of {file.name}"
        options.append([*sorted(found, reverse=True), (0, new)])
    ways: list[tuple[int, Names]] = [(0, ())]
    for option in options:
        ways = [
            (s + score, (*names, name)) for s, names in ways for score, name in option if name not in names
        ]
    for _score, names in sorted(ways, key=lambda way: -way[0]):
        yield names


def _forms(file: File, names: Names) -> Iterator[Table]:
    """Yield the table, and then with totals of its own: a file about some of the labels has other totals."""
    yield _table(file, names)
    for position in range(len(names)):
        yield _table(file, names, own_total=position)


def _table(file: File, names: Names, own_total: int | None = None) -> Table:
    own = f"{TOTAL} of {file.name}"

    def place(key: Key) -> Key:
        if own_total is None or key[own_total] != TOTAL:
            return key
        return (*key[:own_total], own, *key[own_total + 1 :])

    trees = {names[file.dimensions.index(d)]: dict(tree) for d, tree in file.parents.items()}
    if own_total is not None:
        tree = trees.setdefault(names[own_total], {})
        for label in file.labels(own_total) - {TOTAL}:
            tree.setdefault(label, own)
        tree[own] = NO_PARENT
    return Table(file.name, names, {place(key): cell for key, cell in file.cells.items()}, trees)


def _compare(table: Table, known: _Known) -> tuple[int, list[tuple[Node, float]]]:
    """Return how many figures are known already, and those that differ."""
    shared, wrong = 0, []
    for key, cell in table.cells.items():
        node = table.node(key)
        if cell.value is not None and node in known.values:
            shared += 1
            if abs(known.values[node] - cell.value) > NEAR * max(1.0, cell.value):
                wrong.append((node, cell.value))
    return shared, wrong


def _learn(table: Table, known: _Known) -> None:
    for position, name in enumerate(table.dimensions):
        known.labels.setdefault(name, set()).update({key[position] for key in table.cells} - {TOTAL})
    for key, cell in table.cells.items():
        if cell.value is not None:
            known.values.setdefault(table.node(key), cell.value)


def _facts(table: Table, file: File) -> tuple[Table, list[Fact]]:
    """Return what the percentages and the “<5” of a released file tell, with the figures they speak of in the table."""
    facts = [
        Fact({table.node(key): 1.0}, 0.0, most, f"{file.name}: fewer than {most + 1:g}")
        for key, most in file.most.items()
    ]
    cells = dict(table.cells)
    for percent in file.percents:
        whole = tuple(_wholes(percent, file.dimensions))
        for key in (percent.key, whole):
            cells.setdefault(key, Cell(None))
        part, of = table.node(percent.key), table.node(whole)
        source = f"{file.name}: a percentage of {', '.join(percent.key)}"
        if part != of:
            facts.append(Fact({part: 1.0, of: -percent.low}, 0.0, float("inf"), source))
            facts.append(Fact({part: 1.0, of: -percent.high}, float("-inf"), 0.0, source))
    return Table(table.name, table.dimensions, cells, table.trees, table.scope), facts


def _wholes(percent: Percent, dimensions: Iterable[str]) -> Iterator[str]:
    """Yield the labels of the whole: of the row (over all columns), of the column, or of the table."""
    for place, (label, dimension) in enumerate(zip(percent.key, dimensions, strict=True)):
        is_row = dimension == "row" or (dimension != "column" and place == 0)
        kept = (percent.of == "percent_of_row" and is_row) or (
            percent.of == "percent_of_column" and not is_row
        )
        yield label if kept else TOTAL
