"""Our own proof of the cheapest pattern; the engine and this agree wherever both end.

What to hide is a whole-number programme of one variable a figure, solved by cuts (M. Fischetti, J. J. Salazar, "Models and
algorithms for the 2-dimensional cell suppression problem in statistical disclosure control", Math. Programming 84, 1999).
For each goal a linear programme asks how far the figure can move when only what the programme hides may move; where that
is not far enough, its dual says among which figures at least one more must be hidden.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from ombuds.statistics.disclosure.primary import Unsafe
from ombuds.statistics.disclosure.system import System

Numbers = NDArray[np.float64]
Goal = tuple[int, int]  # (figure, 1 up or -1 down)
EPSILON = 1e-6
FAR = 100.0  # times the widest goal: no figure has to move further, though nothing keeps it from being larger
MOST_CUTS = 20_000
BUSY = 3  # times slower than alone


@dataclass(frozen=True, slots=True)
class Proof:
    """`hidden` protects everything, and `bound` is what any such set costs at least. None: time ran out before."""

    hidden: set[int] | None
    bound: float
    so_far: frozenset[int] = frozenset()  # the cheapest set that meets all cuts found: where to go on from


class Search:
    """Looks for the cheapest figures to hide besides the unsafe ones. `fixed` figures stay visible."""

    def __init__(
        self, system: System, unsafe: Mapping[int, Unsafe], costs: Sequence[float], fixed: set[int]
    ) -> None:
        goals = {(i, 1): each.above for i, each in unsafe.items() if each.above > 0}
        goals |= {(i, -1): each.below for i, each in unsafe.items() if each.below > 0}
        self.master, self.movement = _Master(system, unsafe, costs, fixed), _Movement(system, goals)
        self.bound = 0.0

    def run(self, seconds: float) -> Proof:
        """Go on for so many seconds of work; asked again, it goes on where it was."""
        end = time.process_time() + seconds
        chosen = self.master.solve(seconds)
        while chosen is not None and self.master.cuts < MOST_CUTS and time.process_time() < end:
            self.bound = max(self.bound, self.master.bound)
            failures = self.movement.failures(chosen, end)
            added = [self.master.cut(weights, need, chosen) for weights, need in failures]
            if not any(added):
                if time.process_time() > end:
                    break
                if self.master.whole:
                    return Proof(self.master.picked(chosen), self.bound)
                self.master.in_whole_numbers()
            chosen = self.master.solve(end - time.process_time())
        return Proof(
            None, self.bound, frozenset() if chosen is None else frozenset(self.master.picked(chosen))
        )


class _Master:
    """Which figures to hide: the cuts so far, first in parts of figures (fast), then in whole ones."""

    def __init__(
        self, system: System, unsafe: Mapping[int, Unsafe], costs: Sequence[float], fixed: set[int]
    ) -> None:
        self.size, self.cuts, self.whole, self.bound = len(system.nodes), 0, False, 0.0
        self.unsafe = np.isin(np.arange(self.size), list(unsafe))
        self.open = ~self.unsafe & ~np.isin(np.arange(self.size), list(fixed))
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = self.size, 0
        model.col_cost_ = np.where(self.open, np.array(costs, dtype=float), 0.0)
        model.col_lower_ = self.unsafe.astype(float)
        model.col_upper_ = (self.unsafe | self.open).astype(float)
        model.a_matrix_.start_ = np.zeros(self.size + 1, dtype=np.int32)
        self.solver = _solver(model)

    def in_whole_numbers(self) -> None:
        """From here on a figure is hidden or shown."""
        self.whole = True
        kinds = np.array([highspy.HighsVarType.kInteger] * self.size)
        self.solver.changeColsIntegrality(self.size, np.arange(self.size, dtype=np.int32), kinds)
        self.solver.setOptionValue("mip_rel_gap", 0.0)

    def solve(self, seconds: float) -> Numbers | None:
        """Return the cheapest choice that meets the cuts, each figure between 0 and 1; None when time runs out."""
        # Its clock runs on from one question to the next, and while others have the processor.
        spent = self.solver.getRunTime()
        self.solver.setOptionValue("time_limit", spent + BUSY * max(0.1, seconds))
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        self.bound = float(self.solver.getInfo().objective_function_value)
        chosen = np.clip(np.asarray(self.solver.getSolution().col_value, dtype=float), 0.0, 1.0)
        return np.asarray(np.round(chosen) if self.whole else np.where(chosen < EPSILON, 0.0, chosen))

    def cut(self, weights: Numbers, need: float, chosen: Numbers) -> bool:
        """Ask for enough of what lets a goal move by `need`; return whether the choice did not have it yet.

        One figure counts for no more than all that is missing: it is hidden or it is not.
        """
        missing = need - float(weights[self.unsafe].sum())
        places = np.flatnonzero(self.open & (weights > EPSILON))
        if missing < EPSILON:
            return False
        shares = np.minimum(weights[places], missing) / missing
        if float((shares * chosen[places]).sum()) > 1 - EPSILON:
            return False
        self.solver.addRow(1.0, float(highspy.kHighsInf), len(places), places.astype(np.int32), shares)
        self.cuts += 1
        return True

    def picked(self, chosen: Numbers) -> set[int]:
        """Return the figures of a choice, those that were unsafe anyway left out."""
        return {int(i) for i in np.flatnonzero((chosen > EPSILON) & ~self.unsafe)}


class _Movement:
    """How far a figure can move, all sums kept, when each may move as far as it is chosen to be hidden."""

    def __init__(self, system: System, goals: Mapping[Goal, float]) -> None:
        self.size, self.goals = len(system.nodes), goals
        self.down = np.array([max(0.0, system.value(i) - system.least[i]) for i in range(self.size)])
        self.up = np.full(self.size, FAR * max(goals.values(), default=1.0))
        rows = [{whole: -1.0} | dict.fromkeys(parts, 1.0) for whole, parts in system.sums]
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = self.size, len(rows)
        model.col_cost_ = model.col_lower_ = model.col_upper_ = np.zeros(self.size)
        model.row_lower_ = model.row_upper_ = np.zeros(len(rows))
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int32)
        model.a_matrix_.index_ = np.array([i for row in rows for i in row], dtype=np.int32)
        model.a_matrix_.value_ = np.array([c for row in rows for c in row.values()], dtype=float)
        self.solver = _solver(model)

    def failures(self, chosen: Numbers, end: float) -> list[tuple[Numbers, float]]:
        """Return for each goal that is out of reach how far each figure, hidden, lets it move; and how far it must."""
        low, high = -self.down * chosen, self.up * chosen
        self.solver.changeColsBounds(self.size, np.arange(self.size, dtype=np.int32), low, high)
        waiting, found = dict(self.goals), []
        for (i, direction), need in self.goals.items():
            if (i, direction) not in waiting:
                continue
            if time.process_time() > end:
                break
            values, duals = self._furthest(i, direction, need, float(low[i]), float(high[i]))
            waiting = {
                goal: more for goal, more in waiting.items() if values[goal[0]] * goal[1] < more - EPSILON
            }
            if values[i] * direction < need - EPSILON:
                weights = np.where(duals > 0, duals * self.down, -duals * self.up)
                weights[i] = 0.0
                found.append((weights, need))
        return found

    def _furthest(
        self, i: int, direction: int, need: float, low: float, high: float
    ) -> tuple[Numbers, Numbers]:
        """Return one change that moves the figure as far as it can, or by `need`; with the worth of each other's room."""
        self.solver.changeColCost(i, -float(direction))
        if direction > 0:
            self.solver.changeColBounds(i, low, min(high, need))
        else:
            self.solver.changeColBounds(i, max(low, -need), high)
        self.solver.run()
        answer = self.solver.getSolution()
        self.solver.changeColCost(i, 0.0)
        self.solver.changeColBounds(i, low, high)
        return np.asarray(answer.col_value, dtype=float), np.asarray(answer.col_dual, dtype=float)


def _solver(model: highspy.HighsLp) -> highspy.Highs:
    solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.passModel(model)
    return solver
