"""A cosine as a chance: of 100 pairs that were as near as this, how many were about the same problem?

Found by trial on the invented complaints of `benchmarks/series`; `fit` finds it anew from pairs that caseworkers confirmed or refused.
"""

import math
from collections.abc import Iterable

MIDDLE, SLOPE = 0.55, 12.0  # the cosine of one chance in two, and how fast it rises


def strength(score: float, middle: float = MIDDLE, slope: float = SLOPE) -> float:
    """Between 0 and 1, two decimals."""
    return round(1 / (1 + math.exp(-slope * (score - middle))), 2)


def words(value: float) -> str:
    """The nearest sentence for people: "9 in 10"."""
    return f"{round(value * 10)}/10"


def fit(pairs: Iterable[tuple[float, bool]], rounds: int = 400) -> tuple[float, float]:
    """(middle, slope) from (cosine, same problem?); needs both answers, else ours stand."""
    seen = list(pairs)
    if len({same for _, same in seen}) < 2:
        return MIDDLE, SLOPE
    middle, slope = MIDDLE, SLOPE
    for _ in range(rounds):
        down_middle = down_slope = 0.0
        for score, same in seen:
            wrong = 1 / (1 + math.exp(-slope * (score - middle))) - same
            down_middle += wrong * -slope
            down_slope += wrong * (score - middle)
        middle -= 0.05 * down_middle / len(seen) / max(slope, 1.0)
        slope = max(1.0, slope - 40.0 * down_slope / len(seen))
    return middle, slope
