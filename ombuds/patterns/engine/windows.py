"""Is a series larger than it should be? Counts in the last weeks against what the share of all complaints leads to expect.

Several windows end today. What is expected comes from the share of the series in the two years before them, so that a growing
office, a holiday or a backlog at intake raises no alarm by itself. How sure that share is, and how much the series swings by nature, is in the
negative binomial law that turns the excess into a chance.
"""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

WINDOWS = (14, 28, 56, 91)  # days; one of 7 found nothing sooner and cost a fifth of the budget
LEVEL = 730  # days before the longest window that give the share
BLOCK = 28
LEAST = 4  # people in the window: two neighbours are no series
PRIOR = 0.5  # complaints that a series without a past is thought to have had
DRIFT = 0.1  # of what is expected: seasons and slow trends that the level does not know
SLACK, SEASONED = (
    10,
    4.0,
)  # days around a window of the years before; complaints' worth of trust that there is no season
STEADY = 5.0  # blocks' worth of trust that a series swings like chance alone
Days = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Excess:
    """One window of one series. `strength` is −log10 of the chance of as many or more."""

    window: int
    count: int
    expected: float
    share: float  # of all complaints in the window
    usual_share: float
    baseline: int  # complaints in the level period
    strength: float
    until: int  # the last day, as ordinal
    season: float = (
        1.0  # how many times more than usual the years before had at this time; it is in `expected`
    )

    @property
    def ratio(self) -> float:
        return self.count / max(self.expected, 1e-9)

    @property
    def since(self) -> dt.date:
        return dt.date.fromordinal(self.until - self.window + 1)


class Totals:
    """All complaints by day; `between(a, b)` counts days a ≤ d < b."""

    def __init__(self, days: Sequence[int] = ()) -> None:
        self.first = min(days, default=0)
        self.last = max(days, default=0)
        self._counts = np.zeros(1024, np.int64)
        self._sums: Days | None = None
        for day in days:
            self.add(day)

    def add(self, day: int) -> None:
        if not self.first:
            self.first = day
        if day < self.first:
            self._counts = np.concatenate([np.zeros(self.first - day, np.int64), self._counts])
            self.first = day
        while day - self.first >= len(self._counts):
            self._counts = np.concatenate([self._counts, np.zeros_like(self._counts)])
        self._counts[day - self.first] += 1
        self.last = max(self.last, day)
        self._sums = None

    def take(self, day: int) -> None:
        """One complaint of that day less."""
        self._counts[day - self.first] -= 1
        self._sums = None

    def before(self, days: Days) -> Days:
        """All complaints before each of these days."""
        if self._sums is None:
            self._sums = np.concatenate([[0], np.cumsum(self._counts)])
        return np.asarray(self._sums[np.clip(days - self.first, 0, len(self._sums) - 1)])

    def between(self, start: int, stop: int) -> int:
        low, high = self.before(np.asarray([start, stop]))
        return int(high - low)


def excess(days: Days, today: int, totals: Totals) -> Excess | None:
    """The most surprising window of a series that ends today; `days` sorted, one for each person. None when none has enough."""
    held = days[(days <= today) & (days > today - LEVEL - WINDOWS[-1] - SLACK)]
    counts = [int(len(held) - np.searchsorted(held, today - window, side="right")) for window in WINDOWS]
    if max(counts) < LEAST:
        return None
    start, stop = max(totals.first, today - LEVEL - WINDOWS[-1] + 1), today - WINDOWS[-1] + 1
    past, whole, swing = level(held, start, stop, totals)
    if whole <= 0:
        return None
    best: Excess | None = None
    for window, count in zip(WINDOWS, counts, strict=True):
        if count < LEAST:
            continue
        intake = totals.between(today - window + 1, today + 1)
        times = season(held, today, window, past / whole, totals)
        expected = (past + PRIOR) / whole * intake * times
        spread = swing * expected + expected**2 / (past + PRIOR) + (DRIFT * expected) ** 2
        strength = surprise(count, expected, spread)
        if best is None or strength > best.strength:
            share = count / max(1, intake)
            best = Excess(window, count, expected, share, past / whole, int(past), strength, today, times)
    return best


def season(days: Days, today: int, window: int, share: float, totals: Totals) -> float:
    """How many times its usual share the series had at this time in both of the last two years; never below 1.

    The lesser of the two: what happened in one year only was a burst. Without two years nobody knows of a season.
    """
    found = []
    for year in (365, 730):
        start, stop = today - year - window + 1 - SLACK, today - year + 1 + SLACK
        wanted = share * totals.between(start, stop) if start >= totals.first else 0.0
        if wanted <= 0:
            return 1.0
        count = int(np.searchsorted(days, stop) - np.searchsorted(days, start))
        found.append((count + SEASONED) / (wanted + SEASONED))
    return max(1.0, min(found))


def level(days: Days, start: int, stop: int, totals: Totals) -> tuple[float, float, float]:
    """Complaints of the series and of all in the level period, without past bursts, and how the series swings (1: as chance)."""
    if start >= stop:
        return 0.0, 0.0, 1.0
    edges = np.append(np.arange(start, stop, BLOCK), stop)
    mine = np.diff(np.searchsorted(days, edges)).astype(float)
    every = np.diff(totals.before(edges)).astype(float)
    kept = every > 0
    mine, every = mine[kept], every[kept]
    for _ in range(3):
        if every.sum() <= 0 or mine.sum() <= 0:
            break
        wanted = every * mine.sum() / every.sum()
        burst = mine > wanted + 3.5 * np.sqrt(wanted + 0.5)
        if not burst.any() or burst.mean() > 0.2:
            break
        mine, every = mine[~burst], every[~burst]
    if every.sum() <= 0:
        return 0.0, 0.0, 1.0
    wanted = every * max(mine.sum(), PRIOR) / every.sum()
    chi = float(((mine - wanted) ** 2 / np.maximum(wanted, 0.3)).sum())
    swing = max(1.0, (chi + STEADY) / (max(0, len(mine) - 1) + STEADY))
    return float(mine.sum()), float(every.sum()), swing


def surprise(count: int, expected: float, spread: float) -> float:
    """−log10 of the chance of `count` or more; negative binomial of this mean and variance, at most 15."""
    spread = max(spread, expected * 1.0001)
    size = expected**2 / (spread - expected)
    if expected > 300:
        return _normal(count, expected, spread)
    failing = expected / (expected + size)
    chance = math.exp(size * math.log1p(-failing)) if failing < 1 else 0.0
    below = 0.0
    for number in range(count):
        below += chance
        chance *= (number + size) / (number + 1) * failing
    if 1 - below > 1e-9:
        return -math.log10(1 - below)
    tail = 0.0
    for number in range(count, count + 400):
        tail += chance
        chance *= (number + size) / (number + 1) * failing
    return min(15.0, -math.log10(max(tail, 1e-15)))


def _normal(count: int, expected: float, spread: float) -> float:
    away = (count - 0.5 - expected) / math.sqrt(spread)
    return min(15.0, -math.log10(max(0.5 * math.erfc(away / math.sqrt(2)), 1e-15)))
