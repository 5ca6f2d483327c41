"""Simulated series of counts with bursts of known place, and the usual detectors beside ours."""

import math
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ombuds.patterns.engine.budgeting import alarm_level
from ombuds.patterns.engine.windows import LEVEL, WINDOWS, Totals, excess, ordinary_part, surprise

WEEKS, HISTORY = 416, 260  # eight years, of which five are looked back upon
LOOKS = 3000  # moments of the past that the level is found from
QUIET = 8  # weeks between two episodes
Grid = npt.NDArray[np.float64]  # (groups, weeks): days since Monday are drawn from it


@dataclass(frozen=True)
class Simulated:
    """Counts a week of each group, and its bursts as (first week, last week)."""

    counts: npt.NDArray[np.int64]
    bursts: list[list[tuple[int, int]]]
    history: int = HISTORY

    @property
    def years(self) -> float:
        """That are tested, of each group."""
        return (self.counts.shape[1] - self.history) / 52


def simulate(groups: int, seed: int, *, growth: float = 1.0) -> Simulated:
    """Over-dispersed, seasonal, with trends. A burst is one to three weekly deviations on top, for three to ten weeks: one in each of
    the last three years, and two earlier that nobody is asked about, so that the past is no cleaner than an office's.
    """
    rows, bursts = [], []
    for row, own, _mean, _swing in _drawn(groups, seed, growth):
        rows.append(row)
        bursts.append(own)
    return Simulated(np.asarray(rows, np.int64), bursts)


def _truth(groups: int, seed: int, growth: float) -> tuple[list[npt.NDArray[np.float64]], list[float]]:
    drawn = list(_drawn(groups, seed, growth))
    return [mean for _row, _own, mean, _swing in drawn], [swing for *_, swing in drawn]


def _drawn(
    groups: int, seed: int, growth: float
) -> Iterator[tuple[npt.NDArray[np.int64], list[tuple[int, int]], npt.NDArray[np.float64], float]]:
    """Counts, bursts that are asked about, true mean of each week, true swing."""
    rng = np.random.default_rng(seed)
    weeks = np.arange(WEEKS)
    office = growth ** (weeks / 52) * (1 + 0.15 * np.sin(2 * np.pi * weeks / 52))
    for _ in range(groups):
        base, swing = math.exp(rng.uniform(math.log(0.3), math.log(12))), rng.uniform(1.0, 2.5)
        season = 1 + rng.uniform(0, 0.3) * np.sin(2 * np.pi * (weeks / 52 + rng.uniform()))
        mean = base * season * np.exp(rng.normal(0, 0.04) * weeks / 52) * office
        size = mean / max(swing - 1, 0.01)
        row = rng.negative_binomial(np.maximum(size, 0.05), size / (size + mean))
        earlier = [int(rng.integers(20, HISTORY - 20)) for _ in range(2)]
        tested = [HISTORY + 4 + number * 52 + int(rng.integers(0, 40)) for number in range(3)]
        own = []
        for first in earlier + tested:
            length = int(rng.integers(3, 11))
            extra = max(4, round(rng.integers(1, 4) * math.sqrt(mean[first] * swing) * length))
            np.add.at(row, first + rng.integers(0, length, extra), 1)
            own.append((first, first + length))
        yield row, own[2:], mean, swing


def oracle(made: Simulated, seed: int, *, growth: float) -> list[dict[int, float]]:
    """The same windows by somebody who knows the true mean and swing of each group: what nobody can do better by looking at counts."""
    means, swings = _truth(len(made.counts), seed, growth)
    found = []
    for row, mean, swing in zip(made.counts, means, swings, strict=True):
        seen = {}
        for week in range(made.history, len(row)):
            parts = [
                (int(row[week - n + 1 : week + 1].sum()), float(mean[week - n + 1 : week + 1].sum()))
                for n in (2, 4, 8, 13)
            ]
            seen[week] = max((surprise(c, m, swing * m) for c, m in parts if c >= 4), default=0.0)
        found.append(seen)
    return found


def real(which: str, seed: int, *, growth: float = 1.4) -> Simulated | None:
    """Counts that nobody invented, from the R package surveillance, each week; earlier years thinned at random so that the whole grows as an
    office does. Nobody knows their true bursts: every alarm counts as false. None when R or the package is missing.
    """
    lines, most, tested = REAL[which]
    counts = _from_r(lines)
    if counts is None:
        return None
    rng = np.random.default_rng(seed)
    if most:  # a week in the last two years: as many as an office has
        wanted = np.exp(rng.uniform(math.log(0.5), math.log(most), len(counts)))
        kept = np.minimum(1, wanted / counts[:, -104:].mean(axis=1))
        counts = rng.binomial(counts, kept[:, None])
    kept = growth ** ((np.arange(counts.shape[1]) - counts.shape[1] + 1) / 52)
    return Simulated(rng.binomial(counts, kept), [[] for _ in counts], counts.shape[1] - tested * 52)


_DISEASES = ",".join(f"'{name}'" for name in "k1 m1 m2 m3 m4 m5 n1 n2 q2 s1 s2 s3 q1_nrwh h1_nrwrp".split())
REAL = {  # lines that make the matrix x; most a week that is kept of a series (0: all); years that are tested
    "a rare infection in sixteen states": ("data(salmNewport);x<-observed(salmNewport)", 0, 3),
    "fourteen diseases": (
        f"x<-sapply(c({_DISEASES}),function(n){{data(list=n);as.vector(get(n)$observed)}})",
        0,
        2,
    ),
    "deaths in eight ages": ("data(momo);x<-observed(momo)", 8, 3),
}


def injected(made: Simulated, group: int, seed: int) -> Simulated:
    """The same with one burst in one group in the tested years, of one to three weekly deviations for three to ten weeks: in all groups
    at once they would be most of what there is.
    """
    rng = np.random.default_rng((seed, group))
    counts = made.counts.copy()
    bursts: list[list[tuple[int, int]]] = [[] for _ in counts]
    length = int(rng.integers(3, 11))
    first = int(rng.integers(made.history + 4, counts.shape[1] - length - 3))
    extra = max(4, round(rng.integers(1, 4) * math.sqrt(float(counts[group, -156:].mean()) * 1.5) * length))
    np.add.at(counts[group], first + rng.integers(0, length, extra), 1)
    bursts[group] = [(first, first + length)]
    return Simulated(counts, bursts, made.history)


def found_of_one(
    made: Simulated, level: float, rate: float, seed: int, *, each: int = 3
) -> tuple[float, float]:
    """The share of such bursts that `level` finds, and of the same weeks that alarm without any burst."""
    found = anyway = 0
    plain = ours(made, rate)[0]
    for group in range(len(made.counts)):
        for number in range(each):
            more = injected(made, group, 100 * seed + number)
            days = days_of(more.counts, 1)
            totals = Totals([day for own in days for day in own])
            _set_ordinary(totals, more.counts)
            seen = _strengths(days[group], totals, made.history, more.counts.shape[1])
            ((first, last),) = more.bursts[group]
            found += any(first <= week <= last + 2 for week in episodes(seen, level))
            anyway += any(first <= week <= last + 2 for week in episodes(plain[group], level))
    tried = each * len(made.counts)
    return found / tried, anyway / tried


def _from_r(lines: str) -> npt.NDArray[np.int64] | None:
    """(groups, weeks) of the matrix x that these lines make."""
    program = shutil.which("Rscript")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        back = Path(folder) / "out.csv"
        script = (
            f"suppressMessages(library(surveillance));{lines};"
            "write.table(x,commandArgs(TRUE)[1],sep=',',row.names=FALSE,col.names=FALSE)"
        )
        done = subprocess.run([program, "-e", script, str(back)], capture_output=True, check=False)
        if done.returncode or not back.exists():
            return None
        return np.loadtxt(back, delimiter=",", ndmin=2).astype(np.int64).T


def days_of(counts: npt.NDArray[np.int64], seed: int) -> list[list[int]]:
    """A working day in its week for each complaint, as ordinals that begin at 1000."""
    rng = random.Random(seed)
    return [
        sorted(1000 + 7 * w + rng.randrange(5) for w, n in enumerate(row) for _ in range(n)) for row in counts
    ]


def ours(made: Simulated, rate: float, seed: int = 1) -> tuple[list[dict[int, float]], float]:
    """For each group week → strength in the test years, and the level that its own history sets for `rate` a group-year."""
    days = days_of(made.counts, seed)
    totals = Totals([day for own in days for day in own])
    _set_ordinary(totals, made.counts)
    seen = [_strengths(own, totals, made.history, made.counts.shape[1]) for own in days]
    past = [[day for day in own if day < 1000 + 7 * made.history] for own in days]
    every = [day for own in past for day in own]
    starts = np.cumsum([0, *map(len, past)])
    whole = [list(range(starts[n], starts[n + 1])) for n in range(len(past))]
    groups = [whole[n] for n, own in enumerate(past) for _ in own]  # one list for all of a group
    begin = 1000 + 7 * max(made.history - 104, 39)
    lot = max(1, sum(day >= begin for day in every) // LOOKS)
    level = alarm_level(
        groups,
        every,
        begin,
        rate * len(days),
        seed=seed,
        asked=lambda place: place % lot == 0,
        ordinary=totals.ordinary(),
    )
    return seen, level


def _set_ordinary(totals: Totals, counts: npt.NDArray[np.int64]) -> None:
    """What stands out in no series, of each week; from the four weeks before, as the office does."""
    sums = np.concatenate([np.zeros((len(counts), 1), np.int64), np.cumsum(counts, axis=1)], axis=1)
    for week in range(52, counts.shape[1]):
        until = week - WINDOWS[-1] // 7
        past = sums[:, until] - sums[:, max(0, until - LEVEL // 7)]
        part = ordinary_part(sums[:, week] - sums[:, week - 4], past)
        for day in range(7):
            totals.set_ordinary(1000 + 7 * week + day, part)


def _strengths(own: list[int], totals: Totals, first: int, last: int) -> dict[int, float]:
    """Week → the strongest moment in it; looked at as the office does, on each day that brings a complaint."""
    mine = np.asarray(own, np.int64)
    found: dict[int, float] = {}
    for day in sorted(set(own)):
        week = (day - 1000) // 7
        if first <= week < last:
            got = excess(mine, day, totals)
            if got is not None:
                found[week] = max(found.get(week, 0.0), got.strength)
    return found


def ears(made: Simulated) -> list[dict[int, float]]:
    """EARS C1 on weeks: deviations from the mean of the seven weeks before."""
    return [
        {
            w: (row[w] - row[w - 7 : w].mean()) / (row[w - 7 : w].std() + 0.5)
            for w in range(made.history, len(row))
        }
        for row in made.counts
    ]


def cusum(made: Simulated) -> list[dict[int, float]]:
    """Poisson CUSUM that looks for a doubling of the mean of the two years before."""
    found = []
    for row in made.counts:
        height, seen = 0.0, {}
        for week in range(made.history, len(row)):
            mean = max(row[max(0, week - 117) : max(1, week - 13)].mean(), 0.1)
            height = max(0.0, height + row[week] * math.log(2) - mean)
            seen[week] = height / math.sqrt(mean + 1)
        found.append(seen)
    return found


def farrington(made: Simulated) -> list[dict[int, float]] | None:
    """Farrington flexible of the R package surveillance; None when R or the package is missing."""
    program = shutil.which("Rscript")
    if program is None:
        return None
    script = (
        "suppressMessages(library(surveillance));a<-commandArgs(TRUE);x<-as.matrix(read.csv(a[1],header=FALSE));"
        f"r<-{made.history + 1}:nrow(x);s<-sts(x,start=c(2015,1),frequency=52);"
        "f<-farringtonFlexible(s,control=list(range=r,b=4,w=3,noPeriods=10,pastWeeksNotIncluded=26,"
        "thresholdMethod='nbPlugin',alpha=.01));"
        "e<-(observed(f)-f@control$expected)/pmax(upperbound(f)-f@control$expected,.5);e[is.na(e)]<-0;"
        "write.table(e,a[2],sep=',',row.names=FALSE,col.names=FALSE)"
    )
    with tempfile.TemporaryDirectory() as folder:
        given, back = Path(folder) / "in.csv", Path(folder) / "out.csv"
        np.savetxt(given, made.counts.T, delimiter=",", fmt="%d")
        done = subprocess.run(
            [program, "-e", script, str(given), str(back)], capture_output=True, check=False
        )
        if done.returncode or not back.exists():
            return None
        scores = np.loadtxt(back, delimiter=",", ndmin=2)
    return [{made.history + w: float(v) for w, v in enumerate(column)} for column in scores.T]


def episodes(seen: dict[int, float], level: float) -> list[int]:
    """The weeks in which an alarm begins."""
    found: list[int] = []
    last = -QUIET - 1
    for week in sorted(seen):
        if seen[week] >= level:
            if week - last > QUIET:
                found.append(week)
            last = week
    return found


@dataclass(frozen=True)
class Judged:
    """`found`: bursts in which an alarm began. `sounding`: bursts in which one was on, even if it had been on for long before.
    `false`: episodes a group-year that belong to no burst. `weeks`: weeks a group-year in which an alarm that belongs to none is on.
    """

    found: float
    sounding: float
    false: float
    weeks: float
    delay: float  # weeks, the middle of those found


def judged(scores: list[dict[int, float]], made: Simulated, level: float) -> Judged:
    """A burst lasts until two weeks after its end; what begins within thirteen is its echo and not false."""
    found = sounding = false = weeks = 0
    delays: list[int] = []
    for seen, own in zip(scores, made.bursts, strict=True):
        on = [week for week in seen if seen[week] >= level]
        starts = episodes(seen, level)
        for first, last in own:
            begun = [week for week in starts if first <= week <= last + 2]
            found += bool(begun)
            delays += [begun[0] - first] if begun else []
            sounding += any(first <= week <= last + 2 for week in on)
        false += sum(not _echo(week, own) for week in starts)
        weeks += sum(not _echo(week, own) for week in on)
    bursts, years = max(1, sum(map(len, made.bursts))), len(scores) * made.years
    middle = float(np.median(delays)) if delays else float("nan")
    return Judged(found / bursts, sounding / bursts, false / years, weeks / years, middle)


def _echo(week: int, own: list[tuple[int, int]]) -> bool:
    return any(first <= week <= last + 13 for first, last in own)


def level_for(scores: list[dict[int, float]], made: Simulated, rate: float) -> float:
    """The level at which a method makes this many false episodes: set with the truth in hand, for peers."""
    values = sorted({round(v, 3) for seen in scores for v in seen.values()}, reverse=True)
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if judged(scores, made, values[middle]).false <= rate:
            low = middle
        else:
            high = middle - 1
    return values[low]
