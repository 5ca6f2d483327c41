"""Is a series larger than it should be? Counts in the last weeks against what the share of all complaints leads to expect.

Several windows end today. What is expected comes from the share of the series in the two years before them, so that a growing
office, a holiday or a backlog at intake raises no alarm by itself, and from how it went up and down with the year. How sure that is, and how much
the series swings by nature, is in the negative binomial law that turns the excess into a chance.
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
DRIFT = 0.1  # of what is expected: slow trends that the level does not know
YEARS, YEAR, FIRST_YEARS = (
    1095,
    365.25,
    540,
)  # days that a season is learned from: at most, in one round, at least
SEASONAL, STEEPEST = 0.2, 0.6  # how far series go up and down with the year: as a rule, at most
SLACK, SEASONED = (
    10,
    4.0,
)  # days around a window of the years before; complaints' worth of trust that there is no peak
BURST = 4.0  # deviations; what a past block has more is no part of the level
RARE = 0.12  # of its past at most may be bursts that are left out where its swing is read: one that bursts more often swings by nature
OUT = 1.5  # deviations; what a series has more in a month is no part of what the office may expect of others
STEADY = 5.0  # blocks' worth of trust that a series swings like chance alone
Days = npt.NDArray[np.int64]
Sums = npt.NDArray[np.float64]


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
    """All complaints by day; `between(a, b)` counts days a ≤ d < b.

    Of each day only the ordinary part leads to expectations: when many series stand out at once they would hide each other in the whole.
    """

    def __init__(self, days: Sequence[int] = ()) -> None:
        self.first = min(days, default=0)
        self.last = max(days, default=0)
        self._counts = np.zeros(1024, np.int64)
        self._part = np.ones(1024)
        self._sums: Sums | None = None
        for day in days:
            self.add(day)

    @classmethod
    def of(cls, days: npt.NDArray[np.int32]) -> "Totals":
        """The same from many days at once."""
        made = cls()
        if len(days):
            made.first, made.last = int(days.min()), int(days.max())
            counts = np.bincount(days - made.first).astype(np.int64)
            made._counts = np.concatenate([counts, np.zeros(1024, np.int64)])
            made._part = np.ones(len(made._counts))
        return made

    def add(self, day: int) -> None:
        if not self.first:
            self.first = day
        if day < self.first:
            self._counts = np.concatenate([np.zeros(self.first - day, np.int64), self._counts])
            self._part = np.concatenate([np.ones(self.first - day), self._part])
            self.first = day
        self._grow(day)
        self._counts[day - self.first] += 1
        self.last = max(self.last, day)
        self._sums = None

    def take(self, day: int) -> None:
        """One complaint of that day less."""
        self._counts[day - self.first] -= 1
        self._sums = None

    def set_ordinary(self, day: int, part: float) -> None:
        """Of the complaints of that day, this part stands out in no series."""
        if self.first and day >= self.first:
            self._grow(day)
            self._part[day - self.first] = part
            self._sums = None

    def ordinary(self) -> dict[int, float]:
        """Day → that part, where it is not the whole."""
        places = np.flatnonzero(self._part < 1)
        return {int(place) + self.first: float(self._part[place]) for place in places}

    def _grow(self, day: int) -> None:
        while day - self.first >= len(self._counts):
            self._counts = np.concatenate([self._counts, np.zeros_like(self._counts)])
            self._part = np.concatenate([self._part, np.ones(len(self._part))])

    def before(self, days: Days) -> Sums:
        """All ordinary complaints before each of these days."""
        return self._at(days)[:, 0]

    def between(self, start: int, stop: int) -> int:
        return round(float(self._one(stop)[3] - self._one(start)[3]))

    def seasonal(self, start: int, stop: int) -> Sums:
        """Ordinary complaints in a ≤ d < b, and the same weighed by the cosine and the sine of the time of the year."""
        return np.asarray((self._one(stop) - self._one(start))[:3])

    def _at(self, days: Days) -> Sums:
        """(days, 4): sums before each: ordinary, by cosine, by sine, all."""
        sums = self._summed()
        return np.asarray(sums[np.minimum(np.maximum(days - self.first, 0), len(sums) - 1)])

    def _one(self, day: int) -> Sums:
        """The same before one day."""
        sums = self._summed()
        return np.asarray(sums[min(max(day - self.first, 0), len(sums) - 1)])

    def _summed(self) -> Sums:
        if self._sums is None:
            ordinary = self._counts * self._part
            angle = turn(self.first + np.arange(len(ordinary)))
            columns = [ordinary, ordinary * np.cos(angle), ordinary * np.sin(angle), self._counts]
            self._sums = np.concatenate([np.zeros((1, 4)), np.cumsum(np.stack(columns, axis=1), axis=0)])
        return self._sums


def ordinary_part(recent: Days, past: Days) -> float:
    """Of the complaints of the last weeks, the part that stands out in no series; two counts for each series."""
    every = float(recent.sum())
    if not every or not past.sum():
        return 1.0
    share = (past + PRIOR) / (past + PRIOR).sum()
    usual = every
    for _ in range(2):
        wanted = share * usual
        usual = float(np.minimum(recent, wanted + OUT * np.sqrt(2 * wanted + 0.5)).sum())
    return usual / every


def turn(days: Days) -> Sums:
    """The time of the year as an angle."""
    return np.asarray(2 * np.pi / YEAR * days)


def excess(days: Days, today: int, totals: Totals) -> Excess | None:
    """The most surprising window of a series that ends today; `days` sorted, one for each person. None when none has enough."""
    held = days[(days <= today) & (days > today - YEARS - WINDOWS[-1])]
    counts = [int(len(held) - np.searchsorted(held, today - window, side="right")) for window in WINDOWS]
    if max(counts) < LEAST:
        return None
    start, stop = max(totals.first, today - LEVEL - WINDOWS[-1] + 1), today - WINDOWS[-1] + 1
    past, whole, swing = level(held, start, stop, totals)
    if whole <= 0:
        return None
    share = (past + PRIOR) / whole
    wave = np.concatenate([[1.0], yearly(held, stop, share, swing, totals)])
    best: Excess | None = None
    for window, count in zip(WINDOWS, counts, strict=True):
        if count < LEAST:
            continue
        intake = totals.seasonal(today - window + 1, today + 1)
        times = max(
            float(intake @ wave) / max(intake[0], 1e-9), peak(held, today, window, past / whole, totals)
        )
        expected = float(share * intake[0] * times)
        spread = swing * expected + expected**2 / (past + PRIOR) + (DRIFT * expected) ** 2
        strength = surprise(count, expected, spread)
        if best is None or strength > best.strength:
            part = count / max(1, totals.between(today - window + 1, today + 1))
            best = Excess(window, count, expected, part, past / whole, int(past), strength, today, times)
    return best


def yearly(days: Days, stop: int, share: float, swing: float, totals: Totals) -> Sums:
    """How the series goes up and down with the year, as a cosine and a sine; nothing as long as its counts may be chance."""
    start = max(totals.first, stop - YEARS)
    if stop - start < FIRST_YEARS:
        return np.zeros(2)
    edges = np.arange(stop, start, -BLOCK)[::-1]
    places = np.searchsorted(days, edges)
    mine = np.diff(places).astype(float)
    wanted = share * np.diff(totals.before(edges))
    # A burst is no season.
    kept = np.minimum(1.0, (wanted + 2 * np.sqrt(swing * wanted + 0.5)) / np.maximum(mine, 1))
    angles = turn(days[places[0] : places[-1]])
    weights = np.repeat(kept, np.diff(places))
    told, every = float(weights.sum()), totals.seasonal(int(edges[0]), stop)
    if every[0] <= 0 or not told:
        return np.zeros(2)
    found = np.asarray([(weights * np.cos(angles)).sum(), (weights * np.sin(angles)).sum()])
    found = (found - told / every[0] * every[1:]) / (share * every[0] / 2)
    found *= SEASONAL**2 / (SEASONAL**2 + swing / (share * every[0] / 2))
    return np.asarray(found * min(1.0, STEEPEST / max(float(np.hypot(*found)), 1e-9)))


def peak(days: Days, today: int, window: int, share: float, totals: Totals) -> float:
    """How many times its usual share the series had at just this time in both of the last two years; never below 1.

    The lesser of the two: what happened in one year only was a burst. Without two years nobody knows of a season.
    """
    found = []
    for year in (365, 730):
        start, stop = today - year - window + 1 - SLACK, today - year + 1 + SLACK
        wanted = share * float(totals.seasonal(start, stop)[0]) if start >= totals.first else 0.0
        if wanted <= 0:
            return 1.0
        count = int(np.searchsorted(days, stop) - np.searchsorted(days, start))
        found.append((count + SEASONED) / (wanted + SEASONED))
    return max(1.0, min(found))


def level(days: Days, start: int, stop: int, totals: Totals) -> tuple[float, float, float]:
    """Complaints of the series and of all in the level period, past bursts cut down, and how the series swings (1: as chance)."""
    if start >= stop:
        return 0.0, 0.0, 1.0
    edges = np.append(np.arange(start, stop, BLOCK), stop)
    mine = np.diff(np.searchsorted(days, edges)).astype(float)
    every = np.diff(totals.before(edges)).astype(float)
    kept = every > 0
    mine, every = mine[kept], every[kept]
    whole = float(every.sum())
    if whole <= 0:
        return 0.0, 0.0, 1.0
    wanted = every * mine.sum() / whole
    past = float(np.minimum(mine, wanted + BURST * np.sqrt(2 * wanted + 1)).sum())
    for _ in range(3):
        if mine.sum() <= 0:
            break
        wanted = every * mine.sum() / every.sum()
        burst = mine > wanted + 3.5 * np.sqrt(wanted + 0.5)
        if not burst.any() or burst.mean() > RARE:
            break
        mine, every = mine[~burst], every[~burst]
    wanted = every * max(mine.sum(), PRIOR) / every.sum()
    chi = float(((mine - wanted) ** 2 / np.maximum(wanted, 0.3)).sum())
    swing = max(1.0, (chi + STEADY) / (max(0, len(mine) - 1) + STEADY))
    return past, whole, swing


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
