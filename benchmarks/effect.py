"""The effect of a recommendation: does the interval cover the truth, and how often is an effect seen where none is?

    ./run bench effect --runs 1000

Aim (issue 4): with a known drop the 95 % interval covers the truth in 93–97 % of the runs; with no drop a false "it helped" comes in at
most 5 %. Simulated months with trend, season, over-dispersion and small counts; beside us, on the same series, what offices
do by hand: the same months of the year before, the mean before and after with a t-test, and a plain Poisson ratio.
"""

import argparse
import itertools
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ombuds.recommendations.effect import Rules, Series, Verdict, estimate

Interval = tuple[float, float]


@dataclass(frozen=True)
class World:
    """How the complaints of a month come about: `rate` a month at first, `drop` of them gone after the change."""

    months: int
    change: int
    rate: float
    dispersion: float
    trend: float
    wave: float
    drop: float

    def series(self, chance: np.random.Generator) -> tuple[Series, float]:
        """A series and the truth: how many fewer complaints were to be expected because of the change."""
        when = np.arange(self.months)
        without = self.rate * np.exp(self.trend * when / 12 + self.wave * np.cos(2 * np.pi * (when - 1) / 12))
        mean = np.where(when >= self.change, without * (1 - self.drop), without)
        if self.dispersion:
            mean = mean * chance.gamma(1 / self.dispersion, self.dispersion, size=self.months)
        counts = [int(value) for value in chance.poisson(mean)]
        return Series(counts, self.change), float(without[self.change :].sum() * self.drop)


def ours(series: Series) -> Interval | None:
    found = estimate(series, Rules(draws=2000))
    return None if found.verdict is Verdict.TOO_FEW else (found.low, found.high)


def mean_before_after(series: Series) -> Interval | None:
    """The mean of the months before against the mean after, with Welch's interval (normal quantile)."""
    before, after = np.array(series.before, float), np.array(series.after, float)
    error = np.sqrt(before.var(ddof=1) / len(before) + after.var(ddof=1) / len(after))
    middle = before.mean() - after.mean()
    return (middle - 1.96 * error) * len(after), (middle + 1.96 * error) * len(after)


def same_months_last_year(series: Series) -> Interval | None:
    """As many months straight before the change: counts are taken for Poisson."""
    length = len(series.after)
    before, after = sum(series.before[-length:]), sum(series.after)
    if len(series.before) < length:
        return None
    error = 1.96 * np.sqrt(before + after)
    return before - after - error, before - after + error


def poisson_ratio(series: Series) -> Interval | None:
    """All months before, scaled to the months after; counts are taken for Poisson."""
    share = len(series.after) / len(series.before)
    before, after = sum(series.before), sum(series.after)
    error = 1.96 * np.sqrt(before * share**2 + after)
    return before * share - after - error, before * share - after + error


METHODS: dict[str, Callable[[Series], Interval | None]] = {
    "ombuds": ours,
    "mean before and after": mean_before_after,
    "as many months before": same_months_last_year,
    "poisson ratio": poisson_ratio,
}


def measure(world: World, runs: int, seed: int) -> dict[str, dict[str, float]]:
    """Per method: share of runs that spoke, and of those: covered the truth, and said "fewer"."""
    tally = {name: [0, 0, 0] for name in METHODS}
    chance = np.random.default_rng(seed)
    for _ in range(runs):
        series, truth = world.series(chance)
        for name, method in METHODS.items():
            interval = method(series)
            if interval is not None:
                tally[name][0] += 1
                tally[name][1] += interval[0] <= truth <= interval[1]
                tally[name][2] += interval[0] > 0
    return {
        name: {"spoke": spoke / runs, "covered": covered / max(1, spoke), "fewer": fewer / max(1, spoke)}
        for name, (spoke, covered, fewer) in tally.items()
    }


def worlds(drop: float) -> list[World]:
    spans = ((48, 24), (36, 24), (60, 36))
    return [
        World(months, change, rate, dispersion, trend, wave, drop)
        for (months, change), rate, (dispersion, trend, wave) in itertools.product(
            spans, (2.0, 8.0, 25.0), ((0.0, 0.0, 0.0), (0.0, 0.1, 0.3), (0.2, 0.1, 0.3), (0.2, -0.15, 0.5))
        )
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument(
        "--runs", type=int, default=1000, help="series for each drop and number of worlds together"
    )
    parser.add_argument("--drop", type=float, default=0.45)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--json", action="store_true")
    words = parser.parse_args()
    figures = {}
    for drop in (words.drop, 0.0):
        kinds = worlds(drop)
        each = max(1, words.runs // len(kinds))
        measured = [measure(world, each, words.seed + number) for number, world in enumerate(kinds)]
        figures[f"drop {drop:.0%}"] = {
            name: {
                key: float(np.mean([one[name][key] for one in measured]))
                for key in ("spoke", "covered", "fewer")
            }
            for name in METHODS
        }
    if words.json:
        sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    else:
        show(figures)
    real, none = figures[f"drop {words.drop:.0%}"]["ombuds"], figures["drop 0%"]["ombuds"]
    return 0 if 0.93 <= real["covered"] <= 0.97 and none["fewer"] <= 0.05 else 1


def show(figures: dict[str, dict[str, dict[str, float]]]) -> None:
    for title, methods in figures.items():
        sys.stdout.write(f"\n{title}\n{'':26}{'spoke':>8}{'covered':>9}{'“fewer”':>9}\n")
        for name, values in methods.items():
            row = "".join(f"{values[key]:>9.1%}" for key in ("spoke", "covered", "fewer"))
            sys.stdout.write(f"{name:25}{row}\n")


if __name__ == "__main__":
    sys.exit(main())
