"""A text that rests on a series of like cases: it may point at the series, and must point at none of the cases in it.

A searcher then has some case of the series at the top, as of every text that tells something. What counts is whether that one stands out:
whether it is much nearer than the fifth nearest of all cases. And the cases must be alike for the text, or they are no series.
"""

import statistics
from collections.abc import Mapping, Sequence

from ombuds.deidentification.intruder.searching import Nearness

# How near the fifth case must be, of how near the nearest is, both counted from the middle of cases by chance.
ALIKE = 0.6
# The same of the cases of a series among each other, for most searchers: in a short text one pair of words more makes much of a difference.
ROUGHLY = 0.15


def are_alike(near: Mapping[str, Nearness], many: int) -> bool:
    """Whether for most searchers the case at place `many` of the series is roughly as near as its nearest."""
    shares = [likeness_of(nearness.own, nearness.own, nearness.usual, many) for nearness in near.values()]
    return bool(shares) and statistics.median(shares) >= ROUGHLY


def standing_out(near: Mapping[str, Nearness], many: int) -> dict[str, float]:
    """Searcher to how near the case at place `many` of all is (1: as near as the nearest of the series), where that is too little."""
    found = {}
    for name, nearness in near.items():
        share = likeness_of(nearness.own, nearness.best, nearness.usual, many)
        if share < ALIKE:
            found[name] = share
    return found


def likeness_of(own: Sequence[float], others: Sequence[float], usual: float, many: int) -> float:
    """How near the case at place `many` of `others` is, 0 to 1, where the nearest of `own` is 1 and one by chance (`usual`) 0."""
    first = max(own, default=0.0) - usual
    if first <= 0:
        return 1.0
    if len(others) < many:
        return 0.0
    return min(1.0, max(0.0, (sorted(others, reverse=True)[many - 1] - usual) / first))
