"""Which figures are unsafe by themselves, why, and what must stay possible for a reader of the published tables."""

from dataclasses import dataclass

from ombuds.statistics.disclosure.cells import Cell
from ombuds.statistics.disclosure.rules import Rules
from ombuds.statistics.disclosure.system import System


@dataclass(frozen=True, slots=True)
class Unsafe:
    """An unsafe figure: the reason, and how much less and more than its value must stay possible."""

    reason: str
    below: float
    above: float


def unsafe_cells(system: System, rules: Rules) -> dict[int, Unsafe]:
    """Return number of figure → why it is unsafe. A figure that was released before is known and cannot be hidden."""
    found = {}
    for i, cell in enumerate(system.cells):
        verdict = judge(cell, rules, system.least[i])
        if verdict is not None and i not in system.released and not cell.keep:
            found[i] = verdict
    if rules.group_share is not None:
        _groups(system, rules, rules.group_share, found)
    return found


def judge(cell: Cell, rules: Rules, least: float = 0.0) -> Unsafe | None:
    """Return why a figure is unsafe, looked at alone; None when it is not. It is known to be `least` or more."""
    value = cell.value or 0.0
    number = cell.frequency if cell.frequency is not None else value
    if value == 0 and number == 0:
        if not rules.protect_zeros and not cell.unsafe:
            return None
        return Unsafe("A zero, and zeros are protected.", 0.0, _above(value, 0.0, rules))
    room = max(0.0, value - least)
    amounts = _dominated(cell, rules, room) or _estimated(cell, rules, room)
    if number < rules.minimum_frequency:
        reason = f"Fewer than {rules.minimum_frequency}."
    elif amounts is not None:
        return amounts
    elif cell.unsafe:
        reason = "Named as unsafe."
    else:
        return None
    above = _above(value, room, rules)
    return Unsafe(reason, min(room, max(rules.protection, rules.protection_range - above)), above)


def _above(value: float, room: float, rules: Rules) -> float:
    """Return how much more than the value must stay possible, when it can be less by no more than `room`."""
    above = max(rules.protection, rules.protection_range / 2, 1.0 if rules.whole_numbers else 0.0)
    above = max(above, rules.protection_range - room)  # what cannot lie below must lie above
    if rules.never_only_small and value < rules.minimum_frequency:
        above = max(above, rules.minimum_frequency - value)
    return float(-(-above // 1)) if rules.whole_numbers else above


def _dominated(cell: Cell, rules: Rules, room: float) -> Unsafe | None:
    value = cell.value or 0.0
    for n, k in rules.dominance:
        top = sum(cell.largest[:n])
        if cell.largest and value and top > value * k / 100:
            margin = top * 100 / k - value
            return Unsafe(f"The {n} largest contributors give more than {k:g} %.", min(room, margin), margin)
    return None


def _estimated(cell: Cell, rules: Rules, room: float) -> Unsafe | None:
    if rules.p_percent is None or not cell.largest:
        return None
    value, first = cell.value or 0.0, cell.largest[0]
    second = cell.largest[1] if len(cell.largest) > 1 else 0.0
    margin = first * rules.p_percent / 100 - (value - first - second)
    if margin <= 0:
        return None
    return Unsafe(
        f"The second largest contributor could estimate the largest within {rules.p_percent:g} %.",
        min(room, margin),
        margin,
    )


def _groups(system: System, rules: Rules, share: float, found: dict[int, Unsafe]) -> None:
    """Mark cells that hold (nearly) a whole row or column: who belongs to the group is known to be in that cell."""
    for whole, parts in system.sums:
        size = system.value(whole)
        for part in parts if size > 0 and len(parts) > 1 else ():
            cell = system.cells[part]
            known = part in found or part in system.released or cell.keep
            if not known and system.value(part) >= share * size:
                margin = max(rules.protection, system.value(part) - share * size)
                room = max(0.0, system.value(part) - system.least[part])
                found[part] = Unsafe(f"Holds {share:.0%} or more of a group.", min(room, margin), margin)
