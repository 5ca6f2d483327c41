"""Counts every combination of up to three properties, and every margin, as different units: sums may exceed totals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
from numpy.typing import NDArray

from ombuds.statistics.cube.axes import is_many, resolved
from ombuds.statistics.cube.facts import BLANK, Column, Facts

TOTAL = "TOTAL"
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """One side of a table: its name, its values in order, with their words."""

    name: str
    column: Column
    values: tuple[str, ...]
    many: bool = False  # one unit can stand on several lines


@dataclass(frozen=True, slots=True)
class Cross:
    """The counted table: `cells` by one value per axis, TOTAL for a margin. What is not there is zero."""

    axes: tuple[Axis, ...]
    unit: str
    cells: dict[Key, int] = field(default_factory=dict)

    def at(self, *key: str) -> int:
        """Return one figure."""
        return self.cells.get(key, 0)

    @property
    def total(self) -> int:
        """How many units there are in all."""
        return self.at(*[TOTAL] * len(self.axes))

    def lines(self) -> Iterator[Key]:
        """Yield every key, margins last on each side."""
        yield from product(*[(*axis.values, TOTAL) for axis in self.axes])

    def excess(self) -> dict[str, tuple[int, int]]:
        """Return axis → (what its lines add up to, the total) where they do not come to the same."""
        found = {}
        for place, axis in enumerate(self.axes):
            margins = [TOTAL] * len(self.axes)
            parts = 0
            for value in axis.values:
                margins[place] = value
                parts += self.at(*margins)
            if parts != self.total:
                found[axis.name] = (parts, self.total)
        return found


def cross(
    facts: Facts, axes: Sequence[str], unit: str, *, whole: Sequence[Sequence[str]] | None = None
) -> Cross:
    """Count the units of the rows by these axes. `whole`: values that stand in the table even when nothing has them."""
    ids = facts.ids[unit]
    facts = facts.where(ids > 0)
    ids = np.unique(facts.ids[unit], return_inverse=True)[1].reshape(-1)
    columns = [facts.columns[resolved(axis, unit)] for axis in axes]
    cells: dict[Key, int] = {}
    for shown in product((True, False), repeat=len(axes)):
        cells.update(_counted([c if on else None for c, on in zip(columns, shown, strict=True)], ids))
    made = []
    for place, (name, column) in enumerate(zip(axes, columns, strict=True)):
        seen = {key[place] for key in cells} - {TOTAL}
        kept = [*(whole[place] if whole else ()), *sorted(seen, key=_natural)]
        values = [value for value in dict.fromkeys(kept) if value != BLANK]
        made.append(
            Axis(name, column, tuple([*values, BLANK] if BLANK in seen else values), is_many(name, unit))
        )
    return Cross(tuple(made), unit, cells)


def _natural(code: str) -> list[tuple[int, int, str]]:
    """Put N2 before N10."""
    parts = re.findall(r"\d+|\D+", code)
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


def _counted(columns: Sequence[Column | None], ids: NDArray[np.int64]) -> Iterator[tuple[Key, int]]:
    """Yield each combination of the columns given (None: over all) with its number of different units."""
    size = int(ids.max()) + 1 if len(ids) else 0
    if not size:
        yield tuple(TOTAL for _column in columns), 0
        return
    place = np.zeros(len(ids), dtype=np.int64)
    for column in columns:
        if column is not None:
            place = place * len(column.values) + column.codes
    pairs = np.unique(place * size + ids)
    places, counts = np.unique(pairs // size, return_counts=True)
    for at, number in zip(places.tolist(), counts.tolist(), strict=True):
        yield _key(columns, at), number


def _key(columns: Sequence[Column | None], place: int) -> Key:
    key = []
    for column in reversed(columns):
        if column is None:
            key.append(TOTAL)
        else:
            place, code = divmod(place, len(column.values))
            key.append(column.values[code])
    return tuple(reversed(key))
