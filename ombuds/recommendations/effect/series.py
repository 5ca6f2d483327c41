"""What goes in: counts a period, and the rules that say when they are enough to speak of."""

from collections.abc import Sequence
from dataclasses import dataclass, field


class BadSeries(ValueError):
    """The series cannot be read: a negative count, no period after the change, an intake of another length."""


@dataclass(frozen=True)
class Series:
    """Counts of complaints a period, in order of time and without gaps.

    `counts` are whole and never negative; `change` is the index of the first period after the change, so that
    `counts[:change]` came before it. `season` is how many periods make a year (12 months, 52 weeks, 4 quarters).
    `intake`, where given, is all the complaints that the office received in the same periods: the series is then
    measured as a share of it, so that a growing office is not taken for a growing problem.
    """

    counts: Sequence[int]
    change: int
    season: int = 12
    intake: Sequence[float] = field(default=())

    def __post_init__(self) -> None:
        if not 0 < self.change < len(self.counts):
            raise BadSeries(
                f"the change has to lie inside the series: {self.change} of {len(self.counts)} periods"
            )
        if any(count < 0 for count in self.counts):
            raise BadSeries("a count cannot be negative")
        if self.season < 1:
            raise BadSeries("a year has at least one period")
        if self.intake and len(self.intake) != len(self.counts):
            raise BadSeries(f"{len(self.intake)} periods of intake for {len(self.counts)} counts")
        if any(value <= 0 for value in self.intake):
            raise BadSeries("the intake of a period has to be more than nothing")

    @property
    def before(self) -> Sequence[int]:
        return self.counts[: self.change]

    @property
    def after(self) -> Sequence[int]:
        return self.counts[self.change :]


@dataclass(frozen=True)
class Rules:
    """When a series is enough to speak of, and how sure the interval is.

    The least numbers are habits of the field (a year before the change, so that a season can be told from an effect;
    a handful of expected complaints), not law: an office may ask for more.
    """

    periods_before: int = 12
    periods_after: int = 3
    count_before: int = 20
    expected_after: float = 5.0
    level: float = 0.95
    draws: int = 4000
    seed: int = 0
