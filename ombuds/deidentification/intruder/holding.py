"""What an attack is made with: the base and all else that the intruder holds, as one value."""

from dataclasses import dataclass

from ombuds.deidentification.intruder.attackers import DEFAULT, ReleasedTable, Thresholds, Told
from ombuds.deidentification.intruder.base import Base


@dataclass(frozen=True, slots=True, eq=False)
class Holding:
    """`truth`: ids of the cases that a text rests on; empty when they are not named: then the best candidate is taken for the true one.

    `never_names`: words of which the office says that they are never a name, in plain form: they do not count as the surname of somebody in
    another case. `earlier` and `tables`: what the public has already. The same holding gives the same verdict on the same parts.
    """

    base: Base
    truth: frozenset[str] = frozenset()
    earlier: tuple[Told, ...] = ()
    tables: tuple[ReleasedTable, ...] = ()
    thresholds: Thresholds = DEFAULT
    seed: int = 0
    never_names: frozenset[str] = frozenset()
