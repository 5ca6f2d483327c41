"""A text that rests on a series of like cases: it may point at the series, and must point at none of the cases in it.

A searcher then has some case of the series at the top, as of every text that tells something. What counts is whether one of them stands
out from the others: whether the nearest is much nearer than the fifth.
"""

from collections.abc import Mapping

from ombuds.deidentification.intruder.searching import Nearness

# How near the fifth case must be, of how near the nearest is, both counted from the middle of cases by chance.
ALIKE = 0.6


def standing_out(near: Mapping[str, Nearness], many: int) -> dict[str, float]:
    """Searcher to how near the case at place `many` of the series is (1: as near as the nearest), where that is too little."""
    found = {}
    for name, nearness in near.items():
        share = likeness_of(nearness, many)
        if share < ALIKE:
            found[name] = share
    return found


def likeness_of(nearness: Nearness, many: int) -> float:
    """1 when the nearest case is no nearer than cases by chance are; 0 when there are fewer cases than `many`."""
    first = max(nearness.own, default=0.0) - nearness.usual
    if first <= 0:
        return 1.0
    if len(nearness.own) < many:
        return 0.0
    return max(0.0, (sorted(nearness.own, reverse=True)[many - 1] - nearness.usual) / first)
