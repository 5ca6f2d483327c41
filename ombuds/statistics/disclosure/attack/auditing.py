"""The verdict: which hidden figures a reader can work out too closely."""

import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ombuds.statistics.disclosure.attack.equations import Equation, Puzzle, parts_of, write_down
from ombuds.statistics.disclosure.cells import LinkedTables, Node, Table, linked, written
from ombuds.statistics.disclosure.rules import Rules

UNPROVED = "There was no time to prove that it is protected."
EPSILON = 1e-6
SECONDS = 240.0  # after which the bounds that are left are reported as found so far
Range = tuple[float, float]
Watch = Callable[[Sequence[int]], Iterable[int]]  # shows progress over what it is given


@dataclass(frozen=True, slots=True)
class Interval:
    """What can be inferred of one hidden figure: it lies between `low` and `high` (infinite: no limit)."""

    node: Node
    low: float
    high: float
    exact: bool = True  # False: not searched to the end; the true interval is this one or wider
    problem: str = ""  # a sentence; empty when the figure is protected

    @property
    def name(self) -> str:
        """What the figure is about, in words."""
        return written(self.node)


@dataclass(frozen=True, slots=True)
class Audit:
    """All hidden figures of a set with what can be inferred of each."""

    intervals: Mapping[Node, Interval]
    whole: bool = True  # whether all bounds are those of whole numbers

    @property
    def unsafe(self) -> list[Interval]:
        """The figures that are known too closely."""
        return [each for each in self.intervals.values() if each.problem]

    @property
    def safe(self) -> bool:
        """Whether no figure is known too closely."""
        return not self.unsafe


def audit(
    tables: LinkedTables | Table | list[Table] | tuple[Table, ...],
    rules: Rules | None = None,
    *,
    needs: Mapping[Node, Range] | None = None,
    seconds: float = SECONDS,
    watch: Watch | None = None,
    bounds: bool = True,
) -> Audit:
    """Attack released tables and return what can be inferred of each hidden figure.

    `needs` names figures that must be possible at least from … to … (of those whose true value is known to the caller);
    every hidden figure must at least keep the range of the rules. Without `bounds` the search ends with the verdict: the
    intervals of protected figures may be wider than they are given. Raises NotConsistent when the tables contradict themselves.
    """
    # The solver is heavy, and most who import this package only want its words.
    from ombuds.statistics.disclosure.attack.bounds import Budget, Search

    rules = rules or Rules()
    everything = linked(tables)
    puzzle = write_down((*everything.released, *everything.tables), everything.facts)
    whole = rules.whole_numbers
    proved = whole and len(puzzle.unknowns) <= rules.integer_limit
    start = time.process_time()
    budget = Budget(start + seconds, start + seconds / 4)
    found: dict[Node, Interval] = {}
    for members, equations in _groups(puzzle):
        nodes = [puzzle.unknowns[member] for member in members]
        wanted = _wanted(nodes, rules, needs or {})
        search = Search(
            len(members), equations, lowest=rules.lowest, wanted=wanted, budget=budget, whole_numbers=whole,
            homes=_homes(nodes),
        )  # fmt: skip
        reach = search.run(whole=proved, to_the_end=bounds or proved, watch=watch)
        for place, node in enumerate(nodes):
            low, high = _tidy(reach.low[place]), _tidy(reach.high[place])
            if whole:
                low, high = float(math.ceil(low - EPSILON)), _floor(high)
            if whole and not proved:
                low, high = search.in_whole_numbers(place, low, high)
            exact = bool(reach.exact[place])
            problem = _problem(low, high, rules, (needs or {}).get(node))
            found[node] = Interval(node, low, high, exact, problem if exact or not problem else UNPROVED)
    return Audit(found, proved or not whole)


def _wanted(
    nodes: Sequence[Node], rules: Rules, needs: Mapping[Node, Range]
) -> list[tuple[float, float, float]]:
    """Return for each figure how wide its bounds must be, and from where to where they must reach."""
    width = max(rules.protection_range, 1.0 if rules.whole_numbers else EPSILON)
    least = float(rules.minimum_frequency) if rules.never_only_small else -math.inf
    ranges = [needs.get(node, (math.inf, -math.inf)) for node in nodes]
    return [(width, low, max(high, least)) for low, high in ranges]


def _homes(nodes: Sequence[Node]) -> list[int]:
    """Return for each figure the number of its label in the dimension that has most of them; -1 over all labels."""
    labels: dict[str, dict[str, int]] = defaultdict(dict)
    for _scope, pairs in nodes:
        for dimension, label in pairs:
            labels[dimension].setdefault(label, len(labels[dimension]))
    if not labels:
        return [-1] * len(nodes)
    most = max(sorted(labels), key=lambda dimension: len(labels[dimension]))
    return [labels[most].get(dict(pairs).get(most, ""), -1) for _scope, pairs in nodes]


def _groups(puzzle: Puzzle) -> Iterator[tuple[Sequence[int], list[Equation]]]:
    """Yield each group of unknowns with its equations, numbered from 0 inside the group."""
    groups = parts_of(puzzle)
    home = {member: number for number, group in enumerate(groups) for member in group}
    own: list[list[Equation]] = [[] for _group in groups]
    for equation in puzzle.equations:
        own[home[next(iter(equation.terms))]].append(equation)
    for group, equations in zip(groups, own, strict=True):
        place = {member: i for i, member in enumerate(group)}
        yield (
            group,
            [
                Equation({place[i]: c for i, c in each.terms.items()}, each.low, each.high)
                for each in equations
            ],
        )


def _tidy(value: float) -> float:
    """Return the value without the solver's dust."""
    if not math.isfinite(value):
        return float(value)
    near = round(value)
    return float(near) if abs(near - value) < EPSILON else float(value)


def _floor(value: float) -> float:
    return value if math.isinf(value) else float(math.floor(value + EPSILON))


def _problem(low: float, high: float, rules: Rules, need: Range | None) -> str:
    if high - low < EPSILON:
        return f"It is exactly {low:g}."
    if high - low < rules.protection_range - EPSILON:
        return f"It is known to lie between {low:g} and {high:g}: less than {rules.protection_range:g} apart."
    if rules.never_only_small and low >= 1 and high < rules.minimum_frequency:
        return f"It is known to lie between {low:g} and {high:g}: a small number."
    if need and (low > need[0] + EPSILON or high < need[1] - EPSILON):
        return f"It is known to lie between {low:g} and {high:g}, but must be possible from {need[0]:g} to {need[1]:g}."
    return ""
