"""Our own search for what to hide, for sets that are too large for the optimal engine.

A figure is protected when the hidden figures can change together, all sums kept, so that it comes out higher, and again
so that it comes out lower. One linear programme moves as many unprotected figures as it can in one such change, and
pays for every visible figure that it has to move; what it moves is hidden. That is repeated until each has moved both ways.
"""

from collections.abc import Mapping, Sequence

import highspy
import numpy as np
from numpy.typing import NDArray

from ombuds.statistics.disclosure.primary import Unsafe
from ombuds.statistics.disclosure.system import System

Numbers = NDArray[np.float64]
MOVED = 1e-6
ROUNDS = 60
INFINITE = float(highspy.kHighsInf)


class Impossible(ValueError):
    """Figures that cannot be protected with what may be hidden."""

    def __init__(self, figures: Sequence[int]) -> None:
        super().__init__(f"{len(figures)} figures cannot be protected.")
        self.figures = list(figures)


def good_pattern(
    system: System,
    unsafe: Mapping[int, Unsafe],
    costs: Sequence[float],
    fixed: set[int],
    hidden: set[int] | None = None,
) -> set[int]:
    """Return the figures to hide besides the unsafe ones. Raises Impossible (with those that stay unprotected)."""
    change = _Change(system, unsafe, costs, fixed, hidden or set())
    left: list[int] = []
    for direction in (1, -1):
        waiting = {
            i: (each.above if direction > 0 else each.below)
            for i, each in unsafe.items()
            if (each.above if direction > 0 else each.below) > 0
        }
        left += change.move(waiting, direction)
    if left:
        raise Impossible(left)
    return change.hidden - set(unsafe)


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
        self.costs = np.maximum(np.array(costs, dtype=float), MOVED)
        values = np.array([system.value(i) for i in range(self.size)])
        self.fixed, self.values = fixed, values
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

    def move(self, waiting: dict[int, float], direction: int) -> list[int]:
        """Hide what it takes to move each waiting figure by its amount; return those that cannot be moved."""
        for _round in range(ROUNDS):
            if not waiting:
                return []
            moved = self._together(waiting, direction)
            if not moved:
                break
            for i in moved:
                del waiting[i]
        return [i for i, amount in list(waiting.items()) if not self._alone(i, amount, direction)]

    def _together(self, waiting: dict[int, float], direction: int) -> list[int]:
        """Move as many as one change can, for the least cost; return those that moved far enough."""
        prize = float(self.costs.sum()) + 1
        change = self._solve(waiting, direction, prize)
        if change is None:
            return []
        moved = [i for i, amount in waiting.items() if change[i] * direction >= amount - MOVED]
        if moved:
            self.hidden |= {int(i) for i in np.flatnonzero(np.abs(change) > MOVED)}
        return moved

    def _alone(self, i: int, amount: float, direction: int) -> bool:
        return bool(self._together({i: amount}, direction))

    def _solve(self, waiting: Mapping[int, float], direction: int, prize: float) -> Numbers | None:
        n, g = self.size, len(self.goals)
        cost = self.costs.copy()
        cost[list(self.hidden)] = MOVED  # a change that needs not be is not made
        share = np.zeros(g)
        limit = np.zeros(g)
        for place, i in enumerate(self.goals):
            row = self.first_goal + place
            amount = waiting.get(i, 0.0)
            self.solver.changeCoeff(row, 2 * n + place, -direction * amount)
            low, high = (0.0, INFINITE) if direction > 0 else (-INFINITE, 0.0)
            self.solver.changeRowBounds(row, *((low, high) if amount else (-INFINITE, INFINITE)))
            share[place], limit[place] = (-prize, 1.0) if amount else (0.0, 0.0)
        places = np.arange(2 * n + g, dtype=np.int32)
        self.solver.changeColsCost(2 * n + g, places, np.concatenate([cost, cost, share]))
        goals = places[2 * n :]
        self.solver.changeColsBounds(g, goals, np.zeros(g), limit)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = np.asarray(self.solver.getSolution().col_value, dtype=float)
        change: Numbers = found[:n] - found[n : 2 * n]
        return change
