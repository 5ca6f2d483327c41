"""Cells, tables and sets of tables that share margins."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

TOTAL = "TOTAL"  # the label of a margin
NO_PARENT = ""  # stands in a tree for a label that belongs to no larger one

Key = tuple[str, ...]  # one label per dimension of a table, TOTAL for its margin
# What a figure is about, whatever table shows it: its scope and its labels other than TOTAL, each with its dimension.
Node = tuple[str, frozenset[tuple[str, str]]]
Tree = Mapping[str, str]  # label → the label that it is part of; a label that is not named is part of TOTAL


class NotConsistent(ValueError):
    """Figures that contradict each other; the message is a sentence that names them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure. `value` is None where it is not shown; counts are whole numbers, amounts need not be."""

    value: float | None
    frequency: int | None = None  # how many contribute; None: the value is itself that count
    largest: tuple[float, ...] = ()  # the largest contributions to an amount, in falling order
    cost: float | None = None  # of hiding it; None: as the rules say
    keep: bool = False  # must stay visible: published before, or the point of the table
    unsafe: bool = False  # must be hidden, whatever the rules find


@dataclass(frozen=True, slots=True)
class Table:
    """Figures by the labels of its dimensions, margins under TOTAL. A combination that is not there counts as zero.

    Dimensions of the same name in two tables are the same, and so are their figures when `scope` (what is counted,
    and when) is the same too.
    """

    name: str
    dimensions: tuple[str, ...]
    cells: Mapping[Key, Cell]
    trees: Mapping[str, Tree] = field(default_factory=dict)
    scope: str = ""
    same: Mapping[Key, Node] = field(default_factory=dict)  # keys that show a figure of another table

    def node(self, key: Key) -> Node:
        """Return what the figure under this key is about."""
        if key in self.same:
            return self.same[key]
        pairs = zip(self.dimensions, key, strict=True)
        return self.scope, frozenset(pair for pair in pairs if pair[1] != TOTAL)

    def parent(self, position: int, label: str) -> str | None:
        """Return the label that this one is part of in the dimension at `position`; None for a root."""
        if label == TOTAL:
            return None
        return self.trees.get(self.dimensions[position], {}).get(label, TOTAL) or None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something else that readers know: the sum of coefficient × figure lies between `low` and `high`.

    A percentage of 26 is such a fact (part - 0.255 × whole is at least 0, part - 0.265 × whole at most 0), so is a
    mean, a bar of a chart that can be measured, a figure in a text.
    """

    terms: Mapping[Node, float]
    low: float
    high: float
    source: str = ""


@dataclass(frozen=True, slots=True)
class LinkedTables:
    """Tables that are published together or one after the other, and what else is known."""

    tables: tuple[Table, ...]
    facts: tuple[Fact, ...] = ()
    released: tuple[Table, ...] = ()  # published before: its figures are known, and cannot be taken back

    def __iter__(self) -> Iterator[Table]:
        return iter(self.tables)


def linked(tables: "LinkedTables | Table | list[Table] | tuple[Table, ...]") -> LinkedTables:
    """Return any of the accepted forms as a set."""
    if isinstance(tables, LinkedTables):
        return tables
    return LinkedTables((tables,) if isinstance(tables, Table) else tuple(tables))


def written(node: Node) -> str:
    """Return what a figure is about in words, for messages."""
    labels = ", ".join(f"{dimension} {label}" for dimension, label in sorted(node[1]))
    return " ".join(part for part in (node[0], labels or TOTAL) if part)
