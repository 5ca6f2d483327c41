"""Chooses what else is hidden. In a set that is small enough the cheapest pattern there is: our own search proves it, or the
engine does where that takes long. In a larger one a good pattern.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ombuds.statistics.disclosure import engine
from ombuds.statistics.disclosure.primary import Unsafe
from ombuds.statistics.disclosure.rules import Rules
from ombuds.statistics.disclosure.system import System

NEAR = 1e-6
FIRST_TURN = 1 / 3  # of the time, for our own search: nearly always it needs less than a second
LARGEST = 4000  # figures in a set that the engine is asked about


@dataclass(frozen=True, slots=True)
class Pattern:
    """The figures hidden besides the unsafe ones; whether no cheaper set would do; those that stay unprotected."""

    secondary: set[int]
    optimal: bool
    unprotected: tuple[int, ...] = ()


def hide(
    system: System, unsafe: Mapping[int, Unsafe], rules: Rules, *, already: set[int], optimal: bool = True
) -> Pattern:
    """Return what is to be hidden so that every unsafe figure is protected. What is `already` hidden costs nothing more,
    and is shown again where it turns out not to be needed.
    """
    costs = [price(system, i, rules) for i in range(len(system.cells))]
    fixed = fixed_cells(system, rules) - set(unsafe)
    if not unsafe:
        return Pattern(set(), optimal=True)
    found = _cheapest(system, unsafe, costs, fixed, rules) if optimal else None
    if found is not None:
        return found
    # The solver is heavy, and most who import this package only want its words.
    from ombuds.statistics.disclosure.perturbing import good_pattern

    secondary, unprotected = good_pattern(system, unsafe, costs, fixed, already)
    return Pattern(secondary, optimal=False, unprotected=tuple(unprotected))


def _cheapest(
    system: System, unsafe: Mapping[int, Unsafe], costs: Sequence[float], fixed: set[int], rules: Rules
) -> Pattern | None:
    """Return the pattern that our own search or the engine proves to be the cheapest, whichever is first; else the best found."""
    if len(system.cells) > LARGEST:
        return None
    from ombuds.statistics.disclosure.cutting import Search
    from ombuds.statistics.disclosure.perturbing import good_pattern

    search = Search(system, unsafe, costs, fixed)
    proof = search.run(FIRST_TURN * rules.seconds)
    found = None
    if proof.hidden is None:
        found = engine.cheapest(system, unsafe, costs, fixed, rules)
        if found is not None and found[1]:
            return Pattern(found[0], optimal=True)
        proof = search.run(rules.seconds)
    if proof.hidden is not None:
        return Pattern(proof.hidden, optimal=True)
    found = found or engine.cheapest(system, unsafe, costs, fixed, rules, near=True)
    secondary, unprotected = good_pattern(system, unsafe, costs, fixed, set(proof.so_far))
    patterns = ([] if found is None else [found[0]]) + ([] if unprotected else [secondary])
    prices = [sum(costs[i] for i in pattern) for pattern in patterns]
    if not patterns:
        return None
    least = min(prices)
    return Pattern(patterns[prices.index(least)], optimal=least <= proof.bound + NEAR)


def fixed_cells(system: System, rules: Rules) -> set[int]:
    """Return the figures that are never hidden to protect others: zeros, those to keep, those released before."""
    zeros = {i for i, cell in enumerate(system.cells) if not cell.value}
    kept = {i for i, cell in enumerate(system.cells) if cell.keep}
    return zeros | kept | system.released


def price(system: System, i: int, rules: Rules) -> float:
    """Return what hiding a figure costs."""
    cell = system.cells[i]
    if cell.cost is not None:
        return cell.cost
    return 1.0 if rules.cost == "count" else cell.value or 0.0
