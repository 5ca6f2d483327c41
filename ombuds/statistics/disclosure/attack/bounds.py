"""The least and the most that each unknown of a group can be.

Every answer of the solver is one complete set of figures that fits what is published: a witness for all unknowns at once.
So most bounds are found in passing, and only what no witness has reached is asked one by one.
"""

import contextlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ombuds.statistics.disclosure.attack.equations import Equation
from ombuds.statistics.disclosure.attack.solver import INFINITE, Numbers, Programme, Unlimited, is_whole
from ombuds.statistics.disclosure.cells import NotConsistent

EPSILON = 1e-6
DOUBTFUL = 2.0  # where so few whole numbers are left, a fraction may be all that fits
MANY = 500  # unknowns take long enough to show how far we are
ROUNDS = 40  # of questions about many unknowns at once, before they are asked one by one


@dataclass(slots=True)
class Bounds:
    """Per unknown the least and the most. `exact` is False where time ran out: then they lie at least so far apart."""

    low: Numbers
    high: Numbers
    exact: Numbers  # 0 or 1


class Search:
    """Collects witnesses for one group of unknowns."""

    def __init__(self, size: int, equations: list[Equation], *, lowest: float, deadline: float) -> None:
        self.programme = Programme(size, equations, lowest)
        self.deadline = deadline
        self.floor = _floors(size, equations, lowest)
        self.ceiling = _ceilings(size, equations, lowest)
        self.low = np.full(size, INFINITE)
        self.high = np.full(size, -INFINITE)
        self.whole_low = self.low.copy()  # from witnesses in whole numbers only
        self.whole_high = self.high.copy()
        self.random = np.random.default_rng(20221)
        self.done_low = np.zeros(size, dtype=bool)
        self.done_high = np.zeros(size, dtype=bool)

    def run(self, *, whole: bool, watch: Callable[[Sequence[int]], Iterable[int]] | None = None) -> Bounds:
        """Return the bounds; with `whole` those of whole numbers, proved."""
        self._ask(np.zeros(len(self.low)))
        self._in_bulk()
        everything = range(len(self.low))
        self._one_by_one(watch(everything) if watch and len(everything) > MANY else everything)
        exact = (self.done_low & self.done_high).astype(float)
        if whole:
            return self._whole(exact)
        return Bounds(self.low, self.high, exact)

    def _ask(self, weights: Numbers) -> Numbers:
        values = self.programme.least(weights)
        self._witness(values)
        return values

    def _witness(self, values: Numbers) -> None:
        np.minimum(self.low, values, out=self.low)
        np.maximum(self.high, values, out=self.high)
        if is_whole(values):
            np.minimum(self.whole_low, np.rint(values), out=self.whole_low)
            np.maximum(self.whole_high, np.rint(values), out=self.whole_high)
        self.done_low |= self.low <= self.floor + EPSILON
        self.done_high |= self.high >= self.ceiling - EPSILON

    def _in_bulk(self) -> None:
        for number in range(ROUNDS):
            if time.monotonic() > self.deadline or (self.done_low.all() and self.done_high.all()):
                return
            before = self.done_low.sum() + self.done_high.sum()
            chance = self.random.random(len(self.low))
            down = ~self.done_low * chance
            up = (~self.done_high & np.isfinite(self.ceiling)) * self.random.random(len(self.low))
            for weights in (down, -up):
                if weights.any():
                    self._try(weights)
            if number > 3 and self.done_low.sum() + self.done_high.sum() <= before + len(self.low) // 200:
                return

    def _try(self, weights: Numbers) -> None:
        with contextlib.suppress(Unlimited):
            self._ask(weights)

    def _one_by_one(self, places: Iterable[int]) -> None:
        for i in places:
            for sign, done in ((1.0, self.done_low), (-1.0, self.done_high)):
                if done[i]:
                    continue
                if time.monotonic() > self.deadline:
                    return
                weights = np.zeros(len(self.low))
                weights[i] = sign
                try:
                    self._ask(weights)
                except Unlimited:
                    self.high[i] = self.ceiling[i] = self.whole_high[i] = np.inf
                done[i] = True

    def _whole(self, exact: Numbers) -> Bounds:
        """Tighten to whole numbers: a bound that a witness in whole numbers reaches stands, the others are asked."""
        low, high = np.ceil(self.low - EPSILON), np.floor(self.high + EPSILON)
        for i in range(len(low)):
            if exact[i] and self.whole_low[i] > low[i] + EPSILON:
                low[i], exact[i] = self.asked_whole(i, 1.0, low[i])
            if exact[i] and np.isfinite(high[i]) and self.whole_high[i] < high[i] - EPSILON:
                high[i], exact[i] = self.asked_whole(i, -1.0, high[i])
        return Bounds(low, high, exact)

    def in_whole_numbers(self, i: int, low: float, high: float) -> tuple[float, float]:
        """Return the bounds; where they are narrow and no witness in whole numbers has reached them, ask for one outright."""
        seen = self.whole_high[i] - self.whole_low[i]
        if seen >= 1 or high - low < 1 or high - low > DOUBTFUL:
            return low, high
        low, _exact = self.asked_whole(i, 1.0, low)
        high, _exact = self.asked_whole(i, -1.0, high)
        return low, high

    def asked_whole(self, i: int, sign: float, bound: float) -> tuple[float, float]:
        """Return the least (sign 1) or most (-1) whole number, or `bound` when time runs out, and whether it is proved."""
        weights = np.zeros(len(self.low))
        weights[i] = sign
        if time.monotonic() > self.deadline:
            return bound, 0.0
        try:
            values = self.programme.least(weights, whole=True)
        except (TimeoutError, Unlimited):
            return bound, 0.0
        self._witness(values)
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
