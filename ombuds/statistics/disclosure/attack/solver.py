"""One group of unknowns as a linear programme that is asked many questions: least or most of any combination."""

from collections.abc import Sequence

import highspy
import numpy as np
from numpy.typing import NDArray

from ombuds.statistics.disclosure.attack.equations import Equation
from ombuds.statistics.disclosure.cells import NotConsistent

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
INFINITE = float(highspy.kHighsInf)
WHOLE_WITHIN = 1e-6


class Unlimited(Exception):
    """The combination can be as large as you like."""


class Programme:
    """The unknowns of one group, numbered from 0, under their equations. Each question starts where the last one ended."""

    def __init__(self, size: int, equations: Sequence[Equation], lowest: float) -> None:
        self.size, self.equations, self.lowest = size, equations, lowest
        self.lp = self._solver(whole=False)
        self._bulk: highspy.Highs | None = None
        self.places = np.arange(size, dtype=np.int32)
        self._whole: highspy.Highs | None = None
        self._entries: tuple[Places, Places, Numbers] | None = None  # row, column, coefficient

    def _solver(self, *, whole: bool, bulk: bool = False) -> highspy.Highs:
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = self.size, len(self.equations)
        model.col_cost_ = np.zeros(self.size)
        model.col_lower_ = np.full(self.size, self.lowest)
        model.col_upper_ = np.full(self.size, INFINITE)
        model.row_lower_ = np.array([each.low for each in self.equations], dtype=float)
        model.row_upper_ = np.array([each.high for each in self.equations], dtype=float)
        lengths = [len(each.terms) for each in self.equations]
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        model.a_matrix_.index_ = np.array([i for e in self.equations for i in e.terms], dtype=np.int32)
        model.a_matrix_.value_ = np.array([c for e in self.equations for c in e.terms.values()], dtype=float)
        if whole:
            model.integrality_ = [highspy.HighsVarType.kInteger] * self.size
        solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.silent()
        solver.setOptionValue("threads", 1)
        if whole:
            solver.setOptionValue("mip_rel_gap", 0.0)
            solver.setOptionValue("mip_abs_gap", 0.5)
            solver.setOptionValue("time_limit", 20.0)
        elif not bulk:
            solver.setOptionValue("presolve", "off")
            solver.setOptionValue("solver", "simplex")
            solver.setOptionValue(
                "simplex_strategy", 4
            )  # primal: a new question leaves the old answer possible
        solver.passModel(model)
        return solver

    def least(
        self, weights: Numbers, *, whole: bool = False, bulk: bool = False, any_answer: bool = False
    ) -> Numbers:
        """Return the unknowns where the weighted sum is least (`any_answer`: or the least found in time). Raises NotConsistent, Unlimited, TimeoutError."""
        solver = self._asked(whole, bulk)
        solver.changeColsCost(self.size, self.places, weights)
        if bulk:
            solver.clearSolver()  # a question about everything is answered faster from scratch
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            return np.asarray(solver.getSolution().col_value, dtype=float)
        if status == highspy.HighsModelStatus.kInfeasible:
            raise NotConsistent("What is published contradicts itself: no figures fit all of it.")
        if status in (
            highspy.HighsModelStatus.kUnbounded,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        ):
            raise Unlimited
        solved = solver.getInfo().primal_solution_status
        if any_answer and solved == highspy.SolutionStatus.kSolutionStatusFeasible:
            return np.asarray(solver.getSolution().col_value, dtype=float)
        raise TimeoutError(str(status))

    def corner(
        self, weights: Numbers, base: Numbers, free: NDArray[np.bool_], *, better: bool = False
    ) -> Numbers:
        """Return `base` with its `free` unknowns changed, in whole numbers, so that the weighted sum is least, or nearly;
        `better`: any that makes it at least one less will do.

        Raises NotConsistent when there is none (then `base` was no witness), Unlimited, TimeoutError.
        """
        columns = np.flatnonzero(free)
        if not len(columns):
            raise TimeoutError("nothing may change")
        solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.silent()
        # Limits of work, not of time: what a busy machine does not find is asked again, at a higher price.
        limits: dict[str, float] = {
            "threads": 1,
            "mip_rel_gap": 0.05,
            "mip_abs_gap": 0.5,
            "mip_max_nodes": 200,
        }
        if better:
            limits["objective_target"] = float(weights @ base) - float(weights[~free] @ base[~free]) - 1
        for name, value in limits.items():
            solver.setOptionValue(name, value)
        solver.passModel(self._cut(weights[columns], base, free, columns))
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            raise NotConsistent("No figures fit what is published and what was kept.")
        if status in (
            highspy.HighsModelStatus.kUnbounded,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        ):
            raise Unlimited
        if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            raise TimeoutError(str(status))
        found = base.copy()
        found[columns] = np.rint(np.asarray(solver.getSolution().col_value, dtype=float))
        return found

    def entries(self) -> tuple[Places, Places, Numbers]:
        """Return what stands where: numbers of equations (rising), of unknowns, and coefficients."""
        if self._entries is None:
            self._entries = (
                np.array([n for n, e in enumerate(self.equations) for _i in e.terms], dtype=np.int64),
                np.array([i for e in self.equations for i in e.terms], dtype=np.int64),
                np.array([c for e in self.equations for c in e.terms.values()], dtype=float),
            )
        return self._entries

    def _cut(
        self, weights: Numbers, base: Numbers, free: NDArray[np.bool_], columns: NDArray[np.int64]
    ) -> highspy.HighsLp:
        """Return the programme of some unknowns, the others being what `base` says."""
        row, column, coefficient = self.entries()
        mine = free[column]
        rows = np.unique(row[mine])
        kept = np.bincount(
            row[~mine], weights=coefficient[~mine] * base[column[~mine]], minlength=len(self.equations)
        )[rows]
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(columns), len(rows)
        model.col_cost_ = weights
        model.col_lower_ = np.full(len(columns), self.lowest)
        model.col_upper_ = np.full(len(columns), INFINITE)
        model.row_lower_ = np.array([self.equations[n].low for n in rows]) - kept
        model.row_upper_ = np.array([self.equations[n].high for n in rows]) - kept
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.searchsorted(row[mine], [*rows, len(self.equations)]).astype(np.int32)
        model.a_matrix_.index_ = np.searchsorted(columns, column[mine]).astype(np.int32)
        model.a_matrix_.value_ = coefficient[mine]
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(columns)
        return model

    def _asked(self, whole: bool, bulk: bool) -> highspy.Highs:
        if whole:
            self._whole = self._whole or self._solver(whole=True)
            return self._whole
        if bulk:
            self._bulk = self._bulk or self._solver(whole=False, bulk=True)
            return self._bulk
        return self.lp


def is_whole(values: Numbers) -> bool:
    """Return whether every value is a whole number, but for the solver's inexactness."""
    return bool(np.all(np.abs(values - np.rint(values)) < WHOLE_WITHIN))
