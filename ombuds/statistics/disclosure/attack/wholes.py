"""Witnesses in whole numbers: complete sets of counts that fit what is published.

A figure can be free in fractions and yet have one value only among whole numbers. Asking a solver of whole numbers about
the set of a large file takes seconds, and there are thousands to ask about. So one complete witness is kept, and changed
in one corner at a time: everything outside a few labels (some offices of hundreds) stays as it is. What is found is a
witness like any other; what is not found in any corner is asked of the whole set.
"""

import contextlib
import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ombuds.statistics.disclosure.attack.solver import Numbers, Programme, Unlimited, is_whole
from ombuds.statistics.disclosure.cells import NotConsistent

ROUNDS = 8
FREE = 250  # unknowns that may change at once, about
SWEEPS = 6  # times through all labels
CORNERS = (1, 1, 2, 4, 8)  # how large the corners are, in which one figure is asked about
SMALL = 2 * FREE  # unknowns in a group that is not worth dividing
Flags = NDArray[np.bool_]


class Wholes:
    """The least and the most that witnesses in whole numbers have shown of each unknown."""

    def __init__(self, programme: Programme, ceiling: Numbers, homes: Sequence[int], deadline: float) -> None:
        size = programme.size
        self.programme, self.deadline = programme, deadline
        self.low, self.high = np.full(size, np.inf), np.full(size, -np.inf)
        self.limited = np.isfinite(ceiling)
        self.homes = np.array(homes if len(homes) == size else np.full(size, -1))
        self.count = int(self.homes.max(initial=-1)) + 1
        self.base: Numbers | None = None
        self.random = np.random.default_rng(20221)

    def offer(self, values: Numbers) -> None:
        """Take in a witness, if it is one of whole numbers."""
        if is_whole(values):
            self.base = np.rint(values)
            np.minimum(self.low, self.base, out=self.low)
            np.maximum(self.high, self.base, out=self.high)

    def left(self) -> Flags:
        """Return which unknowns no two witnesses tell apart."""
        found: Flags = ~(self.high - self.low >= 1)
        return found

    def search(self) -> None:
        """Look for witnesses about many unknowns at once, where fractions were all that was found."""
        if len(self.low) > SMALL and self.count > 1 and self._start():
            self._sweep()  # what is left is asked one by one, in corners first
        else:
            self._all_at_once()

    def tells_apart(self, i: int) -> bool:
        """Return whether two witnesses differ about this one; look in a few corners before saying no."""
        for times in CORNERS if self.base is not None and self.count > 1 else ():
            for sign in (1.0, -1.0):
                if self.high[i] - self.low[i] >= 1:
                    return True
                weights = np.zeros(len(self.low))
                weights[i] = sign
                self._change(weights, self._corner(i, times * FREE), better=True)
        return bool(self.high[i] - self.low[i] >= 1)

    def _start(self) -> bool:
        """Find a first witness: what fractions left between two numbers is settled, with its surroundings."""
        if self.base is not None:
            return True
        with contextlib.suppress(Unlimited, TimeoutError, NotConsistent):
            values = self.programme.least(np.zeros(len(self.low)), bulk=True)
            broken = np.abs(values - np.rint(values)) > 1e-6
            rounded = np.where(broken, values, np.rint(values))
            for share in (0.0, 0.1, 0.3):
                free = broken | np.isin(self.homes, self.homes[broken])
                free |= self.random.random(len(free)) < share
                with contextlib.suppress(NotConsistent, TimeoutError):
                    self.offer(self.programme.corner(np.zeros(len(self.low)), rounded, free))
                    return True
        with contextlib.suppress(Unlimited, TimeoutError):
            self.offer(self.programme.least(np.zeros(len(self.low)), whole=True, any_answer=True))
        return self.base is not None

    def _sweep(self) -> None:
        """Change corner after corner, all labels in turn, in both directions."""
        each = max(2, int(FREE * self.count / max(1, int((self.homes >= 0).sum()))))
        for _sweep in range(SWEEPS):
            order = self.random.permutation(self.count)
            for start in range(0, self.count, each):
                free = np.isin(self.homes, order[start : start + each]) | self._roots()
                left = free & self.left()
                if not left.any():
                    continue
                if time.process_time() > self.deadline:
                    return
                sign = self.random.choice([-1.0, 1.0], len(left)) * left
                self._change(np.where(self.limited, sign, left), free)
                self._change(np.where(self.limited, -sign, left), free)

    def _corner(self, i: int, wanted: int) -> Flags:
        """Return which unknowns may change: those of its label, of others that share sums with it by chance, and of none."""
        row, column, _coefficient = self.programme.entries()
        own, alike = column == i, (self.homes == self.homes[i])[column]
        chance = np.full(self.count, 1e-6)
        # The more sums two labels share, the more they can change against each other.
        for mine, weight in ((own, 5.0), (alike, 1.0)) if self.homes[i] >= 0 else ((own, 1.0),):
            homes = self.homes[column[np.isin(row, row[mine])]]
            chance += weight * np.bincount(homes[homes >= 0], minlength=self.count)
        size = max(1, int((self.homes >= 0).sum()) // self.count)
        many = min(self.count, max(2, wanted // size))
        others = self.random.choice(self.count, many, replace=False, p=chance / chance.sum())
        found: Flags = np.isin(self.homes, [self.homes[i], *others]) | self._roots()
        found[i] = True
        return found

    def _roots(self) -> Flags:
        """Return those over all labels, or some of them when they are many."""
        roots: Flags = self.homes < 0
        many = int(roots.sum())
        return roots if many <= FREE else roots & (self.random.random(len(roots)) < FREE / many)

    def _change(self, weights: Numbers, free: Flags, *, better: bool = False) -> None:
        if self.base is not None:
            with contextlib.suppress(Unlimited, TimeoutError, NotConsistent):
                self.offer(self.programme.corner(weights, self.base, free, better=better))

    def _all_at_once(self) -> None:
        sign = np.ones(len(self.low))
        for round_ in range(ROUNDS):
            left = self.left()
            if not left.any() or time.process_time() > self.deadline:
                return
            sign = -sign if round_ % 2 else self.random.choice([-1.0, 1.0], len(self.low))
            weights = np.where(self.limited, sign, 1.0) * left
            with contextlib.suppress(Unlimited, TimeoutError):
                self.offer(self.programme.least(weights, whole=True, any_answer=True))
