"""The alarm level that makes at most so many false alarms a year, for the whole office, however many series it watches.

Two ways, and the stricter holds. The office's own complaints are dealt out over the same days anew, at random: whatever still stands
out then is chance. And the moderate peaks of its own past, of which real problems are the smaller part, are drawn out to
the height that is reached as seldom as the office allows: so that series that swing more than chance does raise no more alarms.
"""

import math
import random
import statistics
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from ombuds.patterns.engine.windows import Days, Totals, excess

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


MODERATE = 15  # peaks at least, before the past is drawn upon


def past_level(peaks: Sequence[float], years: float, allowed: float) -> float | None:
    """The height that peaks of chance reach `allowed` times a year; None while there are too few.

    An exponential tail through the median of the upper peaks: a few real bursts among them, however high, hardly move it.
    """
    wanted = allowed * years
    if len(peaks) < MODERATE or wanted <= 0:
        return None
    high = sorted(peaks, reverse=True)
    count = min(len(high), max(MODERATE, round(6 * wanted)))
    floor = high[count - 1]
    spread = statistics.median(peak - floor for peak in high[:count]) / math.log(2)
    return max(2.0, floor + max(spread, 0.1) * math.log(max(1.0, count / wanted)))


def peaks_of(seen: Iterable[tuple[int, int, float]]) -> list[float]:
    """The height of each series in each quarter, from (day, series, strength)."""
    peaks: dict[tuple[int, int], float] = {}
    for day, series, strength in seen:
        quarter = (series, day // QUIET)
        peaks[quarter] = max(peaks.get(quarter, 0.0), strength)
    return list(peaks.values())


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
