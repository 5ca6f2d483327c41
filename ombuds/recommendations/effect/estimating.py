"""What would have come without the change, what came, and what can be said of the difference."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from ombuds.recommendations.effect.regression import FEW, Fit, Vector, design, fit
from ombuds.recommendations.effect.series import Rules, Series

HIGHEST = 30.0  # of a logarithm: beyond it a draw is no count that an office could receive


class Verdict(StrEnum):
    """What a reader may take from it."""

    FEWER = "fewer"  # the whole interval says fewer than expected
    MORE = "more"
    UNCLEAR = "unclear"  # the interval has zero in it
    TOO_FEW = "too_few"  # the rules say that the series cannot tell


@dataclass(frozen=True)
class Estimate:
    """`observed` and `expected` complaints after the change; `fewer` = expected − observed, between `low` and `high`.

    `curve` is what was expected each period, with the band `lower`–`upper` in which the *expectation* lies;
    before the change it is the fitted line. All are empty or nought where the verdict is TOO_FEW.
    """

    verdict: Verdict
    observed: int
    expected: float = 0.0
    low: float = 0.0
    high: float = 0.0
    dispersion: float = 0.0
    curve: tuple[float, ...] = ()
    lower: tuple[float, ...] = ()
    upper: tuple[float, ...] = ()

    @property
    def fewer(self) -> float:
        return self.expected - self.observed

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Estimate":
        """The estimate that `dataclasses.asdict` and JSON made into plain data."""
        rows = {
            name: tuple(float(value) for value in kept.get(name, ())) for name in ("curve", "lower", "upper")
        }
        numbers = {name: float(kept.get(name, 0)) for name in ("expected", "low", "high", "dispersion")}
        return cls(Verdict(kept["verdict"]), int(kept["observed"]), **numbers, **rows)  # type: ignore[arg-type]  # two kinds of fields


def estimate(series: Series, rules: Rules | None = None) -> Estimate:
    """The effect of the change in `series`; the same series, rules and seed give the same numbers."""
    rules = rules or Rules()
    observed = int(sum(series.after))
    if _too_short(series, rules):
        return Estimate(Verdict.TOO_FEW, observed)
    chance = np.random.default_rng(rules.seed)
    with np.errstate(all="ignore"):
        without, came, dispersion = _worlds(series, rules, chance)
    expected = float(np.median(without[:, series.change :].sum(axis=1)))
    if not np.isfinite(expected) or expected < rules.expected_after:
        return Estimate(Verdict.TOO_FEW, observed)
    difference = without[:, series.change :].sum(axis=1) - came
    low, high = (float(value) for value in np.quantile(difference, _tails(rules)))
    lower, upper = np.quantile(without, _tails(rules), axis=0)
    return Estimate(
        verdict=Verdict.FEWER if low > 0 else Verdict.MORE if high < 0 else Verdict.UNCLEAR,
        observed=observed,
        expected=expected,
        low=low,
        high=high,
        dispersion=dispersion,
        curve=tuple(float(value) for value in np.median(without, axis=0)),
        lower=tuple(float(value) for value in lower),
        upper=tuple(float(value) for value in upper),
    )


def _too_short(series: Series, rules: Rules) -> bool:
    return (
        len(series.before) < rules.periods_before
        or len(series.after) < rules.periods_after
        or sum(series.before) < rules.count_before
    )


def _tails(rules: Rules) -> tuple[float, float]:
    outside = (1 - rules.level) / 2
    return outside, 1 - outside


def _worlds(series: Series, rules: Rules, chance: np.random.Generator) -> tuple[Vector, Vector, float]:
    """Draws of the expectation without the change (draws × periods), of the expected total with it (draws), and α."""
    counts = np.asarray(series.counts, dtype=np.float64)
    intake = np.asarray(series.intake or np.ones(len(counts)), dtype=np.float64)
    rows = design(series)
    if sum(series.after) < FEW:
        return _worlds_of_the_past(series, counts, intake, rows, rules, chance)
    step = (np.arange(len(counts)) >= series.change).astype(np.float64)
    fitted = fit(counts, np.column_stack([rows, step]), intake)
    drawn = fitted.draws(rules.draws, chance)
    without = _expected(drawn[:, :-1], rows, intake)
    came = (without * np.exp(np.clip(drawn[:, -1:], -HIGHEST, HIGHEST)))[:, series.change :].sum(axis=1)
    return without, came, fitted.dispersion


def _worlds_of_the_past(
    series: Series, counts: Vector, intake: Vector, rows: Vector, rules: Rules, chance: np.random.Generator
) -> tuple[Vector, Vector, float]:
    """The same where next to nothing came afterwards: the past alone tells what to expect.

    The step would be minus infinity at nought complaints, and its error without meaning. What came is drawn from the
    gamma distribution of a Poisson mean with Jeffreys' prior, widened by the over-dispersion of the past.
    """
    before = slice(0, series.change)
    fitted: Fit = fit(counts[before], rows[before], intake[before])
    without = _expected(fitted.draws(rules.draws, chance), rows, intake)
    observed = float(counts[series.change :].sum())
    each = observed / len(series.after)
    shape = (observed + 0.5) / (1 + fitted.dispersion * each)
    came = chance.gamma(shape, (observed + 0.5) / shape, size=rules.draws)
    return without, np.asarray(came, dtype=np.float64), fitted.dispersion


def _expected(drawn: Vector, rows: Vector, intake: Vector) -> Vector:
    return np.asarray(intake * np.exp(np.clip(drawn @ rows.T, -HIGHEST, HIGHEST)), dtype=np.float64)
