"""The alarm level that makes at most so many false alarms a year, for the whole office, however many series it watches.

The office's own complaints are dealt out over the same days anew, at random: whatever still stands out then is chance, and gives the
level that chance passes as seldom as the office allows. But real series swing more than dealt ones: seasons, slow trends, weeks of
different length. How much more is read from the quiet part of their own past, of which real bursts are no part, and the level is raised by that.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from ombuds.patterns.engine.windows import Days, Totals, excess

QUIET = 91  # days in which a series that has alarmed is not heard again
SHUFFLES = 4
CALM = 0.3  # share of the moments of a past that are surely no burst
LOWEST = 2.1  # whatever the office allows, less than this is no surprise to anybody
HIGHEST = 12.0  # and more than this is one, however wildly its series swing
MOST_EPISODES = 60  # more than any office allows a year
Moment = tuple[float, int, int]  # strength, day, place


def alarm_level(
    series: Sequence[Sequence[int]],
    days: Sequence[int],
    since: int,
    allowed: float,
    *,
    seed: int = 1,
    asked: Callable[[int], bool] = lambda place: True,
    ordinary: Mapping[int, float] | None = None,
) -> float:
    """−log10 of the chance from which to alarm.

    `series[i]` are places in `days` of the complaints that count for complaint i (its neighbours, or its group); what happens from
    `since` on is tried; `allowed` false alarms a year. `ordinary`: see `Totals`.
    """
    years = max((max(days, default=0) - since) / 365.25, 0.2)
    totals = Totals(days)
    dealt = list(days)
    rng = random.Random(seed)  # noqa: S311  a shuffle, no secret
    by_chance: list[Moment] = []
    peaks: list[float] = []
    for _ in range(SHUFFLES):
        rng.shuffle(dealt)
        found = list(_moments(series, np.asarray(dealt, np.int64), since, totals, asked))
        by_chance += found
        peaks += _episodes(series, found)
    peaks.sort(reverse=True)
    place = int(allowed * years * SHUFFLES)
    if place >= len(peaks):
        return LOWEST
    for day, part in (ordinary or {}).items():
        totals.set_ordinary(day, part)
    own = list(_moments(series, np.asarray(days, np.int64), since, totals, asked))
    return min(HIGHEST, max(LOWEST, peaks[place] * swing(own, by_chance)))


def swing(own: Sequence[Moment], by_chance: Sequence[Moment]) -> float:
    """How many times stronger the quiet part of the true past is than that of a dealt one; 1 when it is not."""
    if not own or not by_chance:
        return 1.0
    true, dealt = (float(np.quantile([m[0] for m in moments], CALM)) for moments in (own, by_chance))
    return max(1.0, true / max(dealt, 0.05))


def _moments(
    series: Sequence[Sequence[int]], days: Days, since: int, totals: Totals, asked: Callable[[int], bool]
) -> Iterator[Moment]:
    """How each series stood on the day of each complaint that is asked about, in order of days."""
    for place in np.argsort(days, kind="stable").tolist():
        if days[place] >= since and asked(place):
            own = np.sort(days[np.asarray(series[place], np.int64)]) if len(series[place]) else days[:0]
            seen = excess(own, int(days[place]), totals)
            if seen is not None:
                yield seen.strength, int(days[place]), place


def _episodes(series: Sequence[Sequence[int]], found: Sequence[Moment]) -> list[float]:
    """The strongest moment of each episode: near complaints within a quarter belong to the same one."""
    peaks: list[float] = []
    open_ones: list[tuple[int, set[int]]] = []  # when, and whose
    for strength, day, place in sorted((m for m in found if m[0] > 1), reverse=True):
        mine = set(series[place])
        if any(abs(day - when) <= QUIET and len(mine & whose) * 2 > len(mine) for when, whose in open_ones):
            continue
        open_ones.append((day, mine))
        peaks.append(strength)
        if len(peaks) > MOST_EPISODES:
            break
    return peaks
