"""From true tables to tables that can be published: what is unsafe, what is hidden with it, and the proof by attack."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from ombuds.statistics.disclosure.attack import Audit, Watch, audit
from ombuds.statistics.disclosure.cells import Key, LinkedTables, Node, Table, linked
from ombuds.statistics.disclosure.hiding import hide, price
from ombuds.statistics.disclosure.primary import Unsafe, unsafe_cells
from ombuds.statistics.disclosure.rules import Rules
from ombuds.statistics.disclosure.system import System, build, prepare

TRIES = 6  # of hiding more where the attack still finds something
SPARED, SECONDS = 1500, 15.0  # figures in a set, and the time, for which each hidden one is tried without


class State(StrEnum):
    """What became of a cell. Primary and secondary are told apart for staff only, never in what is published."""

    PUBLISHED = "published"
    PRIMARY = "primary"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class ProtectedCell:
    """One cell of one table. `published` is None where it is hidden; the interval is what readers can infer."""

    table: str
    labels: Mapping[str, str]  # dimension → label
    value: float
    published: float | None
    state: State
    reason: str
    inferred_low: float
    inferred_high: float


@dataclass(frozen=True, slots=True)
class Protected:
    """The protected set. `cost` counts what was hidden besides the unsafe cells; `safe` is the verdict of the attack."""

    tables: LinkedTables  # as they may be published
    cells: tuple[ProtectedCell, ...]
    cost: float
    safe: bool
    audit: Audit
    optimal: bool = True  # the cheapest pattern there is

    def table(self, name: str) -> Table:
        """Return one table as it may be published."""
        return next(table for table in self.tables.tables if table.name == name)


def protect(
    tables: LinkedTables | Table | list[Table] | tuple[Table, ...],
    rules: Rules | None = None,
    *,
    watch: Watch | None = None,
    bounds: bool = True,
) -> Protected:
    """Protect tables as one set and attack the result. Without `bounds` the attack ends with its verdict (see `audit`).

    Raises NotConsistent where the figures contradict each other.
    """
    rules = rules or Rules()
    given = prepare(linked(tables), rules)
    if rules.method != "suppress":
        from ombuds.statistics.disclosure.rounding import rounded

        return rounded(given, rules)
    system = build(given, rules)
    unsafe = unsafe_cells(system, rules)
    goals, extra = dict(unsafe), set[int]()
    optimal = True
    for attempt in range(TRIES):
        pattern = hide(system, goals, rules, already=extra, optimal=attempt == 0)
        optimal = optimal and pattern.optimal and attempt == 0
        secondary = pattern.secondary | (set(goals) - set(unsafe))
        shown = _without(given, system, set(unsafe) | secondary)
        verdict = audit(
            shown, rules, needs=_needs(system, unsafe), watch=None if bounds else watch, bounds=False
        )
        if verdict.safe:
            break
        extra = secondary
        for each in verdict.unsafe:
            i = system.number[each.node]
            goals[i] = _more(goals.get(i), system.value(i) - system.least[i], rules)
    if verdict.safe and not optimal and len(system.cells) <= SPARED:
        fewer = _fewer(given, system, unsafe, secondary, rules)
        sparing = _without(given, system, set(unsafe) | fewer)
        again = audit(sparing, rules, needs=_needs(system, unsafe), bounds=False)
        if again.safe:
            secondary, shown, verdict = fewer, sparing, again
    if bounds and not all(each.exact for each in verdict.intervals.values()):
        verdict = audit(shown, rules, needs=_needs(system, unsafe), watch=watch)
    return _result(given, shown, system, unsafe, secondary, verdict, rules, optimal)


def _fewer(
    given: LinkedTables, system: System, unsafe: Mapping[int, Unsafe], secondary: set[int], rules: Rules
) -> set[int]:
    """Return what must stay hidden beside the unsafe figures: the others are shown again, the dearest first."""
    kept, quick = set(secondary), replace(rules, integer_limit=0)
    needs, end = _needs(system, unsafe), time.process_time() + SECONDS
    for i in sorted(secondary, key=lambda i: (-price(system, i, rules), i)):
        if time.process_time() > end:
            break
        shown = _without(given, system, set(unsafe) | kept - {i})
        if audit(shown, quick, needs=needs, bounds=False).safe:
            kept.discard(i)
    return kept


def _more(before: Unsafe | None, room: float, rules: Rules) -> Unsafe:
    """Return a wider goal for a figure that the attack still finds."""
    step = max(rules.protection, rules.protection_range, 1.0)
    if before is None:
        return Unsafe("Hidden to protect others.", min(max(0.0, room), step), step)
    return Unsafe(before.reason, min(max(0.0, room), before.below + step), before.above + step)


def _needs(system: System, unsafe: Mapping[int, Unsafe]) -> dict[Node, tuple[float, float]]:
    return {
        system.nodes[i]: (system.value(i) - each.below, system.value(i) + each.above)
        for i, each in unsafe.items()
    }


def _without(tables: LinkedTables, system: System, hidden: set[int]) -> LinkedTables:
    """Return the tables with the hidden figures taken out."""

    def shown(table: Table) -> Table:
        cells = {
            key: replace(cell, value=None, frequency=None, largest=())
            if system.number[table.node(key)] in hidden
            else cell
            for key, cell in table.cells.items()
        }
        return replace(table, cells=cells)

    return replace(tables, tables=tuple(map(shown, tables.tables)))


def _result(
    given: LinkedTables,
    shown: LinkedTables,
    system: System,
    unsafe: Mapping[int, Unsafe],
    secondary: set[int],
    verdict: Audit,
    rules: Rules,
    optimal: bool,
) -> Protected:
    cells = []
    for table in given.tables:
        for key in table.cells:
            i = system.number[table.node(key)]
            state = State.PRIMARY if i in unsafe else State.SECONDARY if i in secondary else State.PUBLISHED
            reason = (
                unsafe[i].reason if i in unsafe else "Hidden to protect others." if i in secondary else ""
            )
            cells.append(_cell(table, key, system, i, state, reason, verdict))
    cost = sum(price(system, i, rules) for i in secondary)
    return Protected(shown, tuple(cells), cost, verdict.safe, verdict, optimal)


def _cell(
    table: Table, key: Key, system: System, i: int, state: State, reason: str, verdict: Audit
) -> ProtectedCell:
    value = system.value(i)
    interval = verdict.intervals.get(system.nodes[i])
    return ProtectedCell(
        table=table.name,
        labels=dict(zip(table.dimensions, key, strict=True)),
        value=value,
        published=value if state is State.PUBLISHED else None,
        state=state,
        reason=interval.problem or reason if interval else reason,
        inferred_low=interval.low if interval else value,
        inferred_high=interval.high if interval else value,
    )
