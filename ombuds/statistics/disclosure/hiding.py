"""Chooses what else is hidden: the optimal engine where the set is small enough, our own search where it is not."""

from collections.abc import Mapping
from dataclasses import dataclass

from ombuds.statistics.disclosure import engine
from ombuds.statistics.disclosure.primary import Unsafe
from ombuds.statistics.disclosure.rules import Rules
from ombuds.statistics.disclosure.system import System

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
    if optimal and len(system.cells) <= LARGEST:
        found = engine.cheapest(system, unsafe, costs, fixed, rules)
        if found is not None:
            return Pattern(found[0], optimal=found[1])
        found = engine.cheapest(system, unsafe, costs, fixed, rules, near=True)
        if found is not None:
            return Pattern(found[0], optimal=False)
    # The solver is heavy, and most who import this package only want its words.
    from ombuds.statistics.disclosure.perturbing import good_pattern

    secondary, unprotected = good_pattern(system, unsafe, costs, fixed, already)
    return Pattern(secondary, optimal=False, unprotected=tuple(unprotected))


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
