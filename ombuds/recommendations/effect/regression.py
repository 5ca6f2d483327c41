"""The regression behind the estimate: level, trend, season and step, for counts that vary more than by chance alone."""

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ombuds.recommendations.effect.series import Series

Vector = NDArray[np.float64]

SEASONS_FOR_TWO_WAVES = 4  # years of counts from which on a season may have two waves a year
SEASONS_FOR_ONE_WAVE = 2
LEAST_FOR_TREND = 12  # periods before the change
FEW = 10  # complaints after the change under which the step is not estimated by the regression (it may be minus infinity)


@dataclass(frozen=True)
class Fit:
    """Coefficients on the log scale, their covariance, and the over-dispersion α (variance = μ + α μ²)."""

    coefficients: Vector
    covariance: Vector
    dispersion: float
    freedom: int

    def draws(self, many: int, chance: np.random.Generator) -> Vector:
        """`many` draws of the coefficients, shape (many, coefficients): from their multivariate t distribution.

        From the normal one where α is 0. The t distribution makes up for a spread that was estimated; there the spread is
        the known one of chance alone, and the t distribution would cover more than it says.
        """
        size = len(self.coefficients)
        root = np.linalg.cholesky(self.covariance + 1e-12 * np.eye(size))
        normal = chance.standard_normal((many, size)) @ root.T
        if self.dispersion == 0:
            return np.asarray(self.coefficients + normal, dtype=np.float64)
        spread = np.sqrt(self.freedom / chance.chisquare(self.freedom, size=(many, 1)))
        return np.asarray(self.coefficients + normal * spread, dtype=np.float64)


def design(series: Series) -> Vector:
    """One row a period: level, trend a year, waves of the season. The step of the change is the caller's."""
    count = len(series.counts)
    when = np.arange(count, dtype=np.float64)
    columns = [np.ones(count)]
    if series.change >= LEAST_FOR_TREND:
        columns.append((when - when.mean()) / series.season)
    for wave in range(1, _waves(series, count) + 1):
        turn = 2 * np.pi * wave * when / series.season
        columns += [np.cos(turn), np.sin(turn)]
    return np.column_stack(columns)


def _waves(series: Series, count: int) -> int:
    years = count / series.season
    if series.season < 4 or years < SEASONS_FOR_ONE_WAVE:
        return 0
    return 2 if years >= SEASONS_FOR_TWO_WAVES and series.season >= 12 else 1


def fit(counts: Vector, rows: Vector, intake: Vector) -> Fit:
    """A negative binomial regression; α makes Pearson's χ² equal to its degrees of freedom, 0 where chance alone will do."""
    freedom = max(1, len(counts) - rows.shape[1])
    alpha = 0.0
    result = _regress(counts, rows, intake, alpha)
    for _ in range(8):
        fresh = _dispersion(counts, result.mu, freedom)
        if abs(fresh - alpha) < 1e-4:
            break
        alpha = fresh
        result = _regress(counts, rows, intake, alpha)
    covariance = np.asarray(result.normalized_cov_params, dtype=np.float64) * _echo(counts, result.mu, alpha)
    return Fit(np.asarray(result.params, dtype=np.float64), covariance, alpha, freedom)


def _regress(counts: Vector, rows: Vector, intake: Vector, alpha: float) -> Any:
    """One fit by statsmodels. It is imported here because it takes a second that no other page should wait for."""
    from statsmodels.genmod.families import NegativeBinomial, Poisson
    from statsmodels.genmod.generalized_linear_model import GLM

    family = NegativeBinomial(alpha=alpha) if alpha > 0 else Poisson()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # it warns of months that fit perfectly: no harm in counts that hardly vary
        return GLM(counts, rows, family=family, offset=np.log(intake)).fit(maxiter=100)


def _dispersion(counts: Vector, expected: Vector, freedom: int) -> float:
    def excess(alpha: float) -> float:
        return float((((counts - expected) ** 2) / (expected + alpha * expected**2)).sum() - freedom)

    if excess(0.0) <= 0:
        return 0.0
    low, high = 0.0, 1.0
    while excess(high) > 0 and high < 1e4:
        high *= 2
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if excess(middle) > 0 else (low, middle)
    return (low + high) / 2


def _echo(counts: Vector, expected: Vector, alpha: float) -> float:
    """How much wider the interval gets because a high month tends to follow a high month: (1 + ρ) / (1 − ρ), at most 3.

    Only where the correlation ρ of neighbouring residuals is more than chance gives; else 1.
    """
    rest = (counts - expected) / np.sqrt(expected + alpha * expected**2)
    power = float((rest**2).sum())
    if len(rest) < LEAST_FOR_TREND or power == 0:
        return 1.0
    echo = float((rest[1:] * rest[:-1]).sum()) / power
    if echo < 1.645 / np.sqrt(len(rest)):
        return 1.0
    return min(3.0, (1 + echo) / (1 - min(echo, 0.9)))
