"""Alarms that were raised and keep themselves quiet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heard:
    """`label` is its pattern, below 0 when what is near was heard."""

    first: int  # day on which it was raised
    last: int  # on which it would have been raised again
    label: int
    rows: set[int]
    strength: float  # when it was raised; infinite when it was raised twice
