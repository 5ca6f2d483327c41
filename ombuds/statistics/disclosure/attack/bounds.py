"""The least and the most that each unknown of a group can be.

Every answer of the solver is one complete set of figures that fits what is published: a witness for all unknowns at once.
So most bounds are found in passing, and only what no witness has reached is asked one by one.
"""

import contextlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ombuds.statistics.disclosure.attack.equations import Equation
from ombuds.statistics.disclosure.attack.solver import INFINITE, Numbers, Programme, Unlimited
from ombuds.statistics.disclosure.attack.wholes import Wholes
from ombuds.statistics.disclosure.cells import NotConsistent

Wanted = Sequence[
    tuple[float, float, float]
]  # how wide the bounds must be; from where to where (infinite: anywhere)
Flags = NDArray[np.bool_]
EPSILON = 1e-6
MANY = 500  # unknowns take long enough to show how far we are
ROUNDS, IDLE = 120, 2  # questions about many unknowns at once, before they are asked one by one
LEAST_PART = 1 / 32  # of the undecided, that are asked about at once


@dataclass(slots=True)
class Bounds:
    """Per unknown the least and the most. `exact` is 0 where time ran out: then they lie at least so far apart."""

    low: Numbers
    high: Numbers
    exact: Numbers  # 0 or 1


@dataclass(frozen=True, slots=True)
class Budget:
    """Moments (of `time.process_time`: a busy machine must not make figures unproved) until which the verdict, and after it the exact bounds, may be searched."""

    verdict: float
    exact: float


class Search:
    """Collects witnesses for one group of unknowns: first until each is wide enough, then to the very bounds."""

    def __init__(
        self,
        size: int,
        equations: list[Equation],
        *,
        lowest: float,
        wanted: Wanted,
        budget: Budget,
        whole_numbers: bool,
        homes: Sequence[int] = (),
    ) -> None:
        self.programme = Programme(size, equations, lowest)
        self.budget, self.whole_numbers = budget, whole_numbers
        self.wide, self.from_, self.to = np.array(wanted, dtype=float).reshape(size, 3).T
        self.floor = _floors(size, equations, lowest)
        self.ceiling = _ceilings(size, equations, lowest)
        self.low = np.full(size, INFINITE)
        self.high = np.full(size, -INFINITE)
        self.wholes = Wholes(self.programme, self.ceiling, homes, budget.verdict)
        self.random = np.random.default_rng(20221)
        self.done_low = np.zeros(size, dtype=bool)
        self.done_high = np.zeros(size, dtype=bool)

    def run(
        self,
        *,
        whole: bool,
        to_the_end: bool = True,
        watch: Callable[[Sequence[int]], Iterable[int]] | None = None,
    ) -> Bounds:
        """Return the bounds; with `whole` those of whole numbers, proved. Not `to_the_end`: until each is wide enough."""
        self._ask(np.zeros(len(self.low)), bulk=True)
        self._in_bulk()
        shown = watch if watch and len(self.low) > MANY else iter
        places = [int(i) for i in np.flatnonzero(self.undecided())]
        self._one_by_one(places if to_the_end else shown(places), self.budget.verdict, until_wide=True)
        if to_the_end:
            self._one_by_one(shown(range(len(self.low))), self.budget.exact)
        exact = (self.done_low & self.done_high).astype(float)
        if whole:
            return self._whole(exact)
        if self.whole_numbers:
            self.wholes.search()
        return Bounds(self.low, self.high, exact)

    def undecided(self) -> Flags:
        """Return which unknowns no witnesses have shown to be wide enough yet."""
        narrow = self.high - self.low < self.wide - EPSILON
        above = self.low > self.from_ + EPSILON
        below = self.high < self.to - EPSILON
        found: Flags = (narrow | (above & ~self.done_low) | (below & ~self.done_high)) & ~(
            self.done_low & self.done_high
        )
        return found

    def _open(self, i: int) -> bool:
        """Return whether one unknown is undecided."""
        narrow = self.high[i] - self.low[i] < self.wide[i] - EPSILON
        return bool(narrow or self.low[i] > self.from_[i] + EPSILON or self.high[i] < self.to[i] - EPSILON)

    def _ask(self, weights: Numbers, *, bulk: bool = False) -> None:
        values = self.programme.least(weights, bulk=bulk)
        np.minimum(self.low, values, out=self.low)
        np.maximum(self.high, values, out=self.high)
        self.wholes.offer(values)
        self.done_low |= self.low <= self.floor + EPSILON
        self.done_high |= self.high >= self.ceiling - EPSILON

    def _in_bulk(self) -> None:
        """Ask about many undecided unknowns at once, in both directions; about fewer where they stand in each other's way."""
        idle, part = 0, 1.0
        for _round in range(ROUNDS):
            left = self.undecided()
            if idle > IDLE or time.process_time() > self.budget.verdict or not left.any():
                return
            chosen = left & (self.random.random(len(left)) < part) if left.sum() > MANY else left
            chance = self.random.choice([-1.0, 1.0], len(left)) * self.random.uniform(0.5, 1.5, len(left))
            chance[~np.isfinite(self.ceiling)] = 1.0
            for weights in (chance * chosen, -chance * chosen):
                with contextlib.suppress(Unlimited):
                    self._ask(weights, bulk=True)
            met = left.sum() - self.undecided().sum()
            idle = 0 if met > len(self.low) // 100 else idle + 1
            if met < chosen.sum() / 3 and part > LEAST_PART:
                part, idle = part / 2, 0

    def _one_by_one(self, places: Iterable[int], deadline: float, *, until_wide: bool = False) -> None:
        for i in places:
            for sign, done in ((1.0, self.done_low), (-1.0, self.done_high)):
                # The answer about another may have been a witness for this one.
                if done[i] or (until_wide and not self._open(i)):
                    continue
                if time.process_time() > deadline:
                    return
                weights = np.zeros(len(self.low))
                weights[i] = sign
                try:
                    self._ask(weights)
                except Unlimited:
                    self.high[i] = self.ceiling[i] = self.wholes.high[i] = np.inf
                done[i] = True

    def _whole(self, exact: Numbers) -> Bounds:
        """Tighten to whole numbers: a bound that a witness in whole numbers reaches stands, the others are asked."""
        low, high = np.ceil(self.low - EPSILON), np.floor(self.high + EPSILON)
        for i in range(len(low)):
            if exact[i] and self.wholes.low[i] > low[i] + EPSILON:
                low[i], exact[i] = self.asked_whole(i, 1.0, low[i])
            if exact[i] and np.isfinite(high[i]) and self.wholes.high[i] < high[i] - EPSILON:
                high[i], exact[i] = self.asked_whole(i, -1.0, high[i])
        return Bounds(low, high, exact)

    def in_whole_numbers(self, i: int, low: float, high: float) -> tuple[float, float]:
        """Return the bounds; where no two witnesses in whole numbers differ about this one, ask for them outright."""
        if high - low < 1 or self.wholes.tells_apart(i):
            return low, high
        for sign in (1.0, -1.0):
            if self.wholes.high[i] - self.wholes.low[i] >= 1 or high - low < 1:
                return low, high
            if sign > 0:
                low, _proved = self.asked_whole(i, sign, low)
            elif np.isfinite(high):
                high, _proved = self.asked_whole(i, sign, high)
        return low, high

    def asked_whole(self, i: int, sign: float, bound: float) -> tuple[float, float]:
        """Return the least (sign 1) or most (-1) whole number, or `bound` when time runs out, and whether it is proved."""
        weights = np.zeros(len(self.low))
        weights[i] = sign
        if time.process_time() > self.budget.verdict:
            return bound, 0.0
        try:
            values = self.programme.least(weights, whole=True)
        except (TimeoutError, Unlimited):
            return bound, 0.0
        self.wholes.offer(values)
        return float(np.rint(values[i])), 1.0


def _floors(size: int, equations: list[Equation], lowest: float) -> Numbers:
    """Return what no unknown can be below: where something is said of it alone."""
    floor = np.full(size, lowest)
    for equation in equations:
        if len(equation.terms) == 1 and np.isfinite(equation.low):
            ((i, c),) = equation.terms.items()
            floor[i] = max(floor[i], equation.low / c if c > 0 else lowest)
    return floor


def _ceilings(size: int, equations: list[Equation], lowest: float) -> Numbers:
    """Return what no unknown can exceed, seen from each equation alone: where parts have a visible whole."""
    ceiling = np.full(size, np.inf)
    for equation in equations:
        if all(c > 0 for c in equation.terms.values()) and np.isfinite(equation.high):
            spare = equation.high - lowest * sum(equation.terms.values())
            for i, c in equation.terms.items():
                ceiling[i] = min(ceiling[i], lowest + spare / c)
    if (ceiling < lowest - EPSILON).any():
        raise NotConsistent("What is published contradicts itself: the parts of a sum exceed the whole.")
    return ceiling
