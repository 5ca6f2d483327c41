"""The alarm level that makes at most so many false alarms a year, for the whole office, however many series it watches.

The office's own complaints are dealt out over the same days anew, at random: whatever still stands out then is chance. The level is
put where that happens as often as the office allows.
"""

import random
from collections.abc import Callable, Sequence

import numpy as np

from ombuds.patterns.engine.signals import Days, Totals, excess

QUIET = 91  # days in which a series that has alarmed is not heard again
SHUFFLES = 4


def alarm_level(
    series: Sequence[Sequence[int]],
    days: Sequence[int],
    since: int,
    allowed: float,
    *,
    seed: int = 1,
    asked: Callable[[int], bool] = lambda place: True,
) -> float:
    """−log10 of the chance from which to alarm.

    `series[i]` are places in `days` of the complaints that count for complaint i (its neighbours, or its group); what happens from
    `since` on is tried; `allowed` false alarms a year.
    """
    years = max((max(days, default=0) - since) / 365.25, 0.2)
    totals = Totals(days)
    dealt = list(days)
    rng = random.Random(seed)  # noqa: S311  a shuffle, no secret
    peaks: list[float] = []
    for _ in range(SHUFFLES):
        rng.shuffle(dealt)
        peaks += _episodes(series, np.asarray(dealt, np.int64), since, totals, asked)
    peaks.sort(reverse=True)
    place = int(allowed * years * SHUFFLES)
    if place < len(peaks):
        return max(2.0, peaks[place])
    return 2.0


def _episodes(
    series: Sequence[Sequence[int]], days: Days, since: int, totals: Totals, asked: Callable[[int], bool]
) -> list[float]:
    """The strongest moment of each episode: near complaints within a quarter belong to the same one."""
    peaks: list[float] = []
    open_ones: list[tuple[int, set[int]]] = []  # when, and whose
    order = [
        place for place in np.argsort(days, kind="stable").tolist() if days[place] >= since and asked(place)
    ]
    found = []
    for place in order:
        own = np.sort(days[np.asarray(series[place], np.int64)]) if len(series[place]) else days[:0]
        seen = excess(own, int(days[place]), totals)
        if seen is not None and seen.strength > 1.5:
            found.append((seen.strength, int(days[place]), place))
    for strength, day, place in sorted(found, reverse=True):
        mine = set(series[place])
        if any(abs(day - when) <= QUIET and len(mine & whose) * 4 > len(mine) for when, whose in open_ones):
            continue
        open_ones.append((day, mine))
        peaks.append(strength)
        if len(peaks) > 60:
            break
    return peaks
