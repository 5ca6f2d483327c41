"""Our own search for what to hide, for sets that are too large for the optimal engine.

A figure is protected when the hidden figures can change together, all sums kept, so that it comes out higher, and again
so that it comes out lower. One linear programme moves as many unprotected figures as it can in one such change, some up
and some down. First it may move hidden figures only: that costs nothing, and shows which figures the unsafe ones leave
unprotected. Then it pays for every visible figure that it has to move; what it moves is hidden.
"""

import random
import time
from collections.abc import Mapping, Sequence

import highspy
import numpy as np
from numpy.typing import NDArray

from ombuds.statistics.disclosure.primary import Unsafe
from ombuds.statistics.disclosure.system import System

Numbers = NDArray[np.float64]
Waiting = dict[tuple[int, int], float]  # (figure, 1 up or -1 down) → by how much
MOVED = 1e-6
IDLE, IDLE_PAYING = 3, 4  # tries in which (hardly) anything more is protected
FEW = 40  # goals, that are then met one after the other
MANY, FIRST_PART, LEAST_PART = 400, 1 / 16, 1 / 32  # goals, and the part of them that is tried at once
SPARED, SECONDS = 1500, 20.0  # figures in a set, and the time, for which single ones are tried again
INFINITE = float(highspy.kHighsInf)


def good_pattern(
    system: System,
    unsafe: Mapping[int, Unsafe],
    costs: Sequence[float],
    fixed: set[int],
    hidden: set[int] | None = None,
) -> tuple[set[int], list[int]]:
    """Return the figures to hide besides the unsafe ones, and those that stay unprotected whatever is hidden."""
    change = _Change(system, unsafe, costs, fixed, hidden or set())
    waiting = _goals(unsafe)
    change.move(waiting, paying=False)
    change.move(waiting, paying=True)
    if not waiting and change.size <= SPARED:
        change.spare(unsafe)
    return change.hidden - set(unsafe), sorted({i for i, _direction in waiting})


def _goals(unsafe: Mapping[int, Unsafe]) -> Waiting:
    found = {(i, 1): each.above for i, each in unsafe.items() if each.above > 0}
    return found | {(i, -1): each.below for i, each in unsafe.items() if each.below > 0}


class _Change:
    """Change of each figure as up - down, with all sums kept; columns: up 0…n-1, down n…2n-1, share of each goal 2n…"""

    def __init__(
        self,
        system: System,
        unsafe: Mapping[int, Unsafe],
        costs: Sequence[float],
        fixed: set[int],
        hidden: set[int],
    ) -> None:
        self.size = len(system.nodes)
        self.goals = sorted(unsafe)
        self.hidden = set(unsafe) | hidden
        # The dearest costs one, so that what moves freely (MOVED) still counts against it.
        prices = np.array(costs, dtype=float)
        self.costs = np.maximum(prices / max(1.0, float(prices.max(initial=0.0))), 2 * MOVED)
        # How far each can go down.
        values = np.maximum(np.array([system.value(i) - system.least[i] for i in range(self.size)]), 0.0)
        self.fixed, self.values = fixed, values
        self.prize = float(self.costs.sum()) + 1
        self.chance = random.Random(20221)  # noqa: S311  # which goals are tried together, nothing to guess
        self.solver = self._model(system, values)

    def _model(self, system: System, values: Numbers) -> highspy.Highs:
        n, g = self.size, len(self.goals)
        model = highspy.HighsLp()
        rows: list[dict[int, float]] = []
        for whole, parts in system.sums:
            row = {whole: -1.0, n + whole: 1.0}
            for part in parts:
                row |= {part: 1.0, n + part: -1.0}
            rows.append(row)
        for place, i in enumerate(self.goals):
            rows.append({i: 1.0, n + i: -1.0, 2 * n + place: 0.0})
        model.num_col_, model.num_row_ = 2 * n + g, len(rows)
        up = np.full(n, INFINITE)
        down = values.copy()
        for i in self.fixed:
            up[i] = down[i] = 0.0
        model.col_cost_ = np.zeros(2 * n + g)
        model.col_lower_ = np.zeros(2 * n + g)
        model.col_upper_ = np.concatenate([up, down, np.zeros(g)])
        free = np.full(g, INFINITE)
        model.row_lower_ = np.concatenate([np.zeros(len(system.sums)), -free])
        model.row_upper_ = np.concatenate([np.zeros(len(system.sums)), free])
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.concatenate([[0], np.cumsum([len(r) for r in rows])]).astype(np.int32)
        model.a_matrix_.index_ = np.array([i for r in rows for i in r], dtype=np.int32)
        model.a_matrix_.value_ = np.array([c for r in rows for c in r.values()], dtype=float)
        self.first_goal = len(system.sums)
        solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.silent()
        solver.setOptionValue("threads", 1)
        solver.passModel(model)
        return solver

    def move(self, waiting: Waiting, *, paying: bool) -> None:
        """Take the goals that are met out of `waiting`; when `paying`, hide what it takes to meet them.

        Goals that are tried together compete for the same room: where too many fail, fewer are tried at once. What is paid
        for is paid in small parts, or all of them at once would hide far more than each in its turn.
        """
        idle, part = 0, FIRST_PART if paying and len(waiting) > MANY else 1.0
        while waiting and idle < (IDLE_PAYING if paying else IDLE):
            few = len(waiting) <= FEW and paying
            chosen = dict([next(iter(waiting.items()))]) if few and idle else self._some(waiting, part)
            met = self._together(chosen, waiting, paying=paying)
            idle = 0 if met > (0 if paying else len(chosen) // 20) else idle + 1
            if met < len(chosen) // 3 and part > LEAST_PART:
                part, idle = part / 2, 0
        for goal in list(waiting) if paying else ():
            if goal in waiting:
                self._together({goal: waiting[goal]}, waiting, paying=True)

    def spare(self, unsafe: Mapping[int, Unsafe]) -> None:
        """Show again what is not needed, the dearest first: each was hidden before the ones after it were."""
        end = time.monotonic() + SECONDS
        for i in sorted(self.hidden - set(unsafe), key=lambda i: -self.costs[i]):
            if time.monotonic() > end:
                return
            self.hidden.discard(i)
            waiting = _goals(unsafe)
            self.move(waiting, paying=False)
            while waiting:
                goal = next(iter(waiting))
                if not self._together({goal: waiting[goal]}, waiting, paying=False):
                    self.hidden.add(i)
                    break

    def _some(self, waiting: Waiting, part: float) -> Waiting:
        """Choose a direction for each waiting figure, or for a part of them: those that go down make room for those that go up."""
        chosen: Waiting = {}
        share = max(part, MANY / len(waiting))
        for (i, direction), amount in waiting.items():
            if self.chance.random() > share:
                continue
            if (i, -direction) not in waiting or (self.chance.random() < 0.5) == (direction > 0):
                chosen.setdefault((i, direction), amount)
        return {g: a for g, a in chosen.items() if (g[0], -g[1]) not in chosen or g[1] > 0}

    def _together(self, chosen: Waiting, waiting: Waiting, *, paying: bool) -> int:
        """Move as many as one change can; strike out every goal that it meets, and return how many."""
        change = self._solve(chosen, paying=paying)
        if change is None:
            return 0
        met = [
            (i, direction)
            for (i, direction), amount in waiting.items()
            if change[i] * direction >= amount - MOVED
        ]
        for goal in met:
            del waiting[goal]
        if met and paying:
            self.hidden |= {int(i) for i in np.flatnonzero(np.abs(change) > MOVED)}
        return len(met)

    def _solve(self, chosen: Waiting, *, paying: bool) -> Numbers | None:
        n, g = self.size, len(self.goals)
        visible = np.ones(n, dtype=bool)
        visible[list(self.hidden)] = False
        up, down = np.full(n, INFINITE), self.values.copy()
        still = sorted(self.fixed) if paying else np.flatnonzero(visible)
        up[still] = down[still] = 0.0
        cost = np.where(visible, self.costs, MOVED)  # a change that needs not be is not made
        share, limit = np.zeros(g), np.zeros(g)
        wanted = {i: (direction, amount) for (i, direction), amount in chosen.items()}
        for place, i in enumerate(self.goals):
            direction, amount = wanted.get(i, (0, 0.0))
            row = self.first_goal + place
            self.solver.changeCoeff(row, 2 * n + place, -direction * amount)
            self.solver.changeRowBounds(
                row,
                *(
                    (0.0, INFINITE)
                    if direction > 0
                    else (-INFINITE, 0.0)
                    if direction
                    else (-INFINITE, INFINITE)
                ),
            )
            if direction:
                # A change is paid for by the piece: one of four must be worth four times one of one.
                share[place], limit[place] = -self.prize * max(1.0, amount), 1.0
        places = np.arange(2 * n + g, dtype=np.int32)
        self.solver.changeColsCost(2 * n + g, places, np.concatenate([cost, cost, share]))
        self.solver.changeColsBounds(
            2 * n + g, places, np.zeros(2 * n + g), np.concatenate([up, down, limit])
        )
        self.solver.clearSolver()  # from scratch, with presolve, is faster here than from the last basis
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = np.asarray(self.solver.getSolution().col_value, dtype=float)
        change: Numbers = found[:n] - found[n : 2 * n]
        return change
