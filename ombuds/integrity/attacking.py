"""What somebody learns who puts the figures of all years side by side. Pure: years as counted and as shown in, what is given away out.

They know that rows add up to their total, that every report has one kind and one channel, that nothing ends, gets feedback or
becomes admissible that was not received in the same year or an earlier one, and that a count that is hidden is small. For every
hidden small count a linear program (HiGHS) finds the least and the most that it can be. Fewer than three whole numbers: given away.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import highspy

THRESHOLD = 5  # smaller counts are hidden
LEAST = 3  # possible values that every hidden count must keep
TOTAL = ""  # stands for the total of a group
EPSILON = 1e-6

Counts = Mapping[str, Mapping[str, int]]  # group → value → count
Cell = tuple[int, str, str]  # place of the year, group, value or TOTAL
Part = tuple[str, str]  # group, value or TOTAL

# In one year these are the same number.
SAME: tuple[tuple[Part, Part], ...] = (
    (("received", TOTAL), ("channel", TOTAL)),
    (("ended", "closed"), ("closed", TOTAL)),
    (("ended", "declined"), ("declined", TOTAL)),
)
# Up to the end of any year there were never more of the first than of the second.
NEVER_MORE: tuple[tuple[Part, Part], ...] = (
    (("ended", TOTAL), ("received", TOTAL)),
    (("feedback", TOTAL), ("received", TOTAL)),
    (("moved", "admissible"), ("received", TOTAL)),
    (("moved", "reported"), ("moved", "admissible")),
    (("ended", "closed"), ("moved", "reported")),
    (("reported", TOTAL), ("moved", "reported")),
)


@dataclass(frozen=True)
class Group:
    """What is shown of one group: None where nothing is."""

    counts: dict[str, int | None]
    total: int | None


@dataclass(frozen=True)
class Year:
    """As it was counted, and as it is shown."""

    counts: Counts
    shown: Mapping[str, Group]

    def true(self, part: Part) -> int:
        group, value = part
        counts = self.counts[group]
        return sum(counts.values()) if value == TOTAL else counts.get(value, 0)

    def seen(self, part: Part) -> int | None:
        group, value = part
        shown = self.shown[group]
        return shown.total if value == TOTAL else shown.counts[value]

    def parts(self) -> Iterator[Part]:
        """All counts and totals of the year."""
        for group, shown in self.shown.items():
            if group in self.counts:
                yield (group, TOTAL)
                yield from ((group, value) for value in shown.counts)


def given_away(years: Sequence[Year]) -> set[Cell]:
    """Small counts and totals that are hidden, and have fewer than three possible values all the same."""
    model = _Model(years, flows=True)
    if not model.holds():  # figures that no channel can have: then only the sums are known
        model = _Model(years, flows=False)
    return {cell for cell in model.hidden if model.possible(cell) < LEAST}


@dataclass
class _Model:
    """A column for each count and total, a row for each thing that is known."""

    years: Sequence[Year]
    flows: bool
    columns: dict[Cell, int] = field(default_factory=dict)
    hidden: list[Cell] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call]  # has no types
        self.solver.setOptionValue("output_flag", False)
        for place, year in enumerate(self.years):
            for part in year.parts():
                self._column((place, *part), year.true(part), year.seen(part))
        for place, year in enumerate(self.years):
            self._sums(place, year)
        if self.flows:
            for one, other in SAME:
                for place in range(len(self.years)):
                    self._row({(place, *one): 1, (place, *other): -1}, 0, 0)
            for one, other in NEVER_MORE:
                for last in range(len(self.years)):
                    self._never_more(one, other, last)

    def _column(self, cell: Cell, true: int, seen: int | None) -> None:
        self.columns[cell] = len(self.columns)
        if seen is not None:
            self.solver.addVar(seen, seen)
        elif true < THRESHOLD:
            self.solver.addVar(0, THRESHOLD - 1)
            self.hidden.append(cell)
        else:
            self.solver.addVar(0, highspy.kHighsInf)

    def _row(self, terms: Mapping[Cell, float], low: float, high: float) -> None:
        """Left out where the figures do not have one of these groups."""
        if all(cell in self.columns for cell in terms):
            places = [self.columns[cell] for cell in terms]
            self.solver.addRow(low, high, len(places), places, list(terms.values()))

    def _sums(self, place: int, year: Year) -> None:
        for group, shown in year.shown.items():
            terms = {(place, group, value): 1.0 for value in shown.counts}
            self._row({**terms, (place, group, TOTAL): -1.0}, 0, 0)

    def _never_more(self, one: Part, other: Part, last: int) -> None:
        counted = [(place, *one) for place in range(last + 1)]
        terms = {cell: 1.0 for cell in counted if cell in self.columns}
        terms |= {(place, *other): -1.0 for place in range(last + 1)}
        self._row(terms, -highspy.kHighsInf, 0)

    def holds(self) -> bool:
        """Is there any table at all that looks like this?"""
        return self._end(0, highspy.ObjSense.kMinimize) is not None if self.columns else True

    def possible(self, cell: Cell) -> int:
        """How many whole numbers this count can be."""
        column = self.columns[cell]
        least = self._end(column, highspy.ObjSense.kMinimize)
        most = self._end(column, highspy.ObjSense.kMaximize)
        if least is None or most is None:
            return 0
        return math.floor(most + EPSILON) - math.ceil(least - EPSILON) + 1

    def _end(self, column: int, sense: highspy.ObjSense) -> float | None:
        self.solver.changeColCost(column, 1.0)
        self.solver.changeObjectiveSense(sense)
        self.solver.run()
        found = self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        value = self.solver.getInfo().objective_function_value if found else None
        self.solver.changeColCost(column, 0.0)
        return value
