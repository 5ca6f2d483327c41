"""What a chart shows, without how it looks."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The three shapes a yearly report needs."""

    BARS = "bars"
    STACK = "stack"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of values, one for each label; None where there is no figure (not counted, or hidden)."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One figure of a report; all texts are already in the language of the reader."""

    kind: Kind
    title: str
    description: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    decimals: int = 0

    def __post_init__(self) -> None:
        for series in self.series:
            if len(series.values) != len(self.labels):
                raise ValueError(f"{series.name}: {len(series.values)} values for {len(self.labels)} labels")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see: no label, no series, or only zeros and gaps."""
        return not any(value for series in self.series for value in series.values)
