"""Rounding instead of hiding: every figure a multiple of the base, the same in every table that shows it.

Controlled rounding keeps all sums: each figure goes to one of its two nearest multiples (a multiple stays as it is) so
that parts still add up to their whole, moved as little as possible. Random rounding moves each figure up or down by
chance, on average right, but sums no longer hold. Chance comes from the figure's own key and the office's seed, never
from the table, so that nobody can take the mean of two tables.
"""

import hashlib
import math
from collections.abc import Mapping
from dataclasses import replace

from ombuds.statistics.disclosure.attack import audit
from ombuds.statistics.disclosure.cells import Fact, LinkedTables, Node, NotConsistent, Table
from ombuds.statistics.disclosure.protecting import Protected, ProtectedCell, State
from ombuds.statistics.disclosure.rules import Rules
from ombuds.statistics.disclosure.system import System, build

JUMPS = (
    0,
    1,
    3,
)  # how many multiples further than the nearest two a figure may go where nothing else adds up


def rounded(tables: LinkedTables, rules: Rules) -> Protected:
    """Return prepared tables rounded to the base. Raises NotConsistent where no additive rounding exists."""
    system = build(tables, rules)
    before = _released(tables, system)
    if rules.method == "random_round":
        values = {i: before.get(i, _by_chance(system, i, rules)) for i in range(len(system.nodes))}
    else:
        values = controlled(system, rules, before)
    verdict = audit(_as_ranges(tables, system, values, rules), _own_range(rules))
    shown = _published(tables, system, values)
    cells = tuple(
        ProtectedCell(
            table=table.name,
            labels=dict(zip(table.dimensions, key, strict=True)),
            value=system.value(i),
            published=values[i],
            state=State.PUBLISHED,
            reason=f"Rounded to a multiple of {rules.base}.",
            inferred_low=verdict.intervals[system.nodes[i]].low,
            inferred_high=verdict.intervals[system.nodes[i]].high,
        )
        for table in tables.tables
        for key in table.cells
        for i in [system.number[table.node(key)]]
    )
    cost = sum(abs(values[i] - system.value(i)) for i in values)
    return Protected(shown, cells, cost, verdict.safe, verdict, optimal=rules.method == "round")


def controlled(system: System, rules: Rules, before: Mapping[int, float]) -> dict[int, float]:
    """Return number of figure → rounded value, additive, moved as little as possible; figures in `before` keep theirs."""
    for jumps in JUMPS:
        found = _solve(system, rules, before, jumps)
        if found is not None:
            return found
    raise NotConsistent(
        f"There is no rounding to {rules.base} in which all sums hold with what was published before."
    )


def _solve(system: System, rules: Rules, before: Mapping[int, float], jumps: int) -> dict[int, float] | None:
    """Find multiples (in units of the base) with all sums kept; two columns a figure: the multiple and its distance."""
    import highspy
    import numpy as np

    n, base = len(system.nodes), rules.base
    exact = [system.value(i) / base for i in range(n)]
    low = [before[i] / base if i in before else max(0, math.floor(x) - jumps) for i, x in enumerate(exact)]
    high = [before[i] / base if i in before else math.ceil(x) + jumps for i, x in enumerate(exact)]
    rows: list[dict[int, float]] = [{whole: -1.0} | dict.fromkeys(parts, 1.0) for whole, parts in system.sums]
    bounds = [(0.0, 0.0)] * len(rows)
    for i, x in enumerate(exact):
        rows += [{i: 1.0, n + i: -1.0}, {i: 1.0, n + i: 1.0}]
        bounds += [(-highspy.kHighsInf, x), (x, highspy.kHighsInf)]
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = 2 * n, len(rows)
    # Of two roundings that move as much, the same cells go up in every table: the key's own chance tips the balance.
    tip = [0.001 * _chance(system.nodes[i], rules) for i in range(n)]
    model.col_cost_ = np.array(tip + [1.0] * n)
    model.col_lower_ = np.array([*map(float, low), *[0.0] * n])
    model.col_upper_ = np.array([*map(float, high), *[highspy.kHighsInf] * n])
    model.row_lower_, model.row_upper_ = (np.array(side, dtype=float) for side in zip(*bounds, strict=True))
    model.integrality_ = [highspy.HighsVarType.kInteger] * n + [highspy.HighsVarType.kContinuous] * n
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int32)
    model.a_matrix_.index_ = np.array([i for row in rows for i in row], dtype=np.int32)
    model.a_matrix_.value_ = np.array([c for row in rows for c in row.values()], dtype=float)
    solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    solver.setOptionValue("time_limit", float(rules.seconds))
    solver.passModel(model)
    solver.run()
    if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    values = solver.getSolution().col_value[:n]
    return {i: round(value) * base for i, value in enumerate(values)}


def _by_chance(system: System, i: int, rules: Rules) -> float:
    below, rest = divmod(system.value(i), rules.base)
    return (below + (_chance(system.nodes[i], rules) < rest / rules.base)) * rules.base


def _chance(node: Node, rules: Rules) -> float:
    """Return a number from 0 to 1 that only the figure's key and the seed decide."""
    key = repr((rules.seed, node[0], sorted(node[1])))
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8]) / 2**64


def _released(tables: LinkedTables, system: System) -> dict[int, float]:
    found = {}
    for table in tables.released:
        for key, cell in table.cells.items():
            number = system.number.get(table.node(key))
            if number is not None and cell.value is not None:
                found[number] = cell.value
    return found


def _own_range(rules: Rules) -> Rules:
    # A rounded zero of base 3 is 0, 1 or 2: no rule about single figures asks more than rounding itself gives.
    return replace(
        rules, protection_range=min(rules.protection_range, rules.base - 1), never_only_small=False
    )


def _as_ranges(
    tables: LinkedTables, system: System, values: Mapping[int, float], rules: Rules
) -> LinkedTables:
    """Return what the reader of rounded figures knows: each true figure within one base of what is shown."""
    reach = rules.base - (1 if rules.whole_numbers else 0)
    facts = tuple(
        Fact({system.nodes[i]: 1.0}, max(0.0, value - reach), value + reach, "rounded")
        for i, value in values.items()
    )

    def bare(table: Table) -> Table:
        return replace(table, cells={key: replace(cell, value=None) for key, cell in table.cells.items()})

    return LinkedTables(tuple(map(bare, tables.tables)), (*tables.facts, *facts))


def _published(tables: LinkedTables, system: System, values: Mapping[int, float]) -> LinkedTables:
    def shown(table: Table) -> Table:
        cells = {
            key: replace(cell, value=values[system.number[table.node(key)]], frequency=None, largest=())
            for key, cell in table.cells.items()
        }
        return replace(table, cells=cells)

    return replace(tables, tables=tuple(map(shown, tables.tables)))
