"""Simulated series of counts with bursts of known place, and the usual detectors beside ours."""

import math
import random
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ombuds.patterns.engine.budgeting import alarm_level
from ombuds.patterns.engine.windows import Totals, excess

WEEKS, HISTORY = 416, 260  # eight years, of which five are looked back upon
QUIET = 8  # weeks between two episodes
Grid = npt.NDArray[np.float64]  # (groups, weeks): days since Monday are drawn from it


@dataclass(frozen=True)
class Simulated:
    """Counts a week of each group, and its bursts as (first week, last week)."""

    counts: npt.NDArray[np.int64]
    bursts: list[list[tuple[int, int]]]


def simulate(groups: int, seed: int, *, growth: float = 1.0) -> Simulated:
    """Over-dispersed, seasonal, with trends. A burst is one to three weekly deviations on top, for three to ten weeks: one in each of
    the last three years, and two earlier that nobody is asked about, so that the past is no cleaner than an office's.
    """
    rng = np.random.default_rng(seed)
    weeks = np.arange(WEEKS)
    office = growth ** (weeks / 52) * (1 + 0.15 * np.sin(2 * np.pi * weeks / 52))
    rows, bursts = [], []
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
        rows.append(row)
        bursts.append(own[2:])
    return Simulated(np.asarray(rows, np.int64), bursts)


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
    seen = [_strengths(own, totals, HISTORY, made.counts.shape[1]) for own in days]
    past = [[day for day in own if day < 1000 + 7 * HISTORY] for own in days]
    every = [day for own in past for day in own]
    starts = np.cumsum([0, *map(len, past)])
    groups = [list(range(starts[n], starts[n + 1])) for n, own in enumerate(past) for _ in own]
    return seen, alarm_level(groups, every, 1000 + 7 * (HISTORY - 104), rate * len(days), seed=seed)


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
        {w: (row[w] - row[w - 7 : w].mean()) / (row[w - 7 : w].std() + 0.5) for w in range(HISTORY, len(row))}
        for row in made.counts
    ]


def cusum(made: Simulated) -> list[dict[int, float]]:
    """Poisson CUSUM that looks for a doubling of the mean of the two years before."""
    found = []
    for row in made.counts:
        height, seen = 0.0, {}
        for week in range(HISTORY, len(row)):
            mean = max(row[week - 117 : week - 13].mean(), 0.1)
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
        f"r<-{HISTORY + 1}:nrow(x);s<-sts(x,start=c(2015,1),frequency=52);"
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
    return [{HISTORY + w: float(v) for w, v in enumerate(column)} for column in scores.T]


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


def judged(scores: list[dict[int, float]], made: Simulated, level: float) -> tuple[float, float]:
    """Share of the bursts found (an alarm in the burst or two weeks after), and false episodes a group-year."""
    hits = false = 0
    for seen, own in zip(scores, made.bursts, strict=True):
        starts = episodes(seen, level)
        hits += sum(any(a <= w <= b + 2 for w in seen if seen[w] >= level) for a, b in own)
        false += sum(not any(a <= w <= b + 13 for a, b in own) for w in starts)
    years = (made.counts.shape[1] - HISTORY) / 52
    return hits / sum(map(len, made.bursts)), false / len(scores) / years


def level_for(scores: list[dict[int, float]], made: Simulated, rate: float) -> float:
    """The level at which a method makes this many false episodes: set with the truth in hand, for peers."""
    values = sorted({round(v, 3) for seen in scores for v in seen.values()}, reverse=True)
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if judged(scores, made, values[middle])[1] <= rate:
            low = middle
        else:
            high = middle - 1
    return values[low]
