"""Which cases fit a fact that was told: exact sets over the whole base, with the noise that an attacker allows for."""

from datetime import date

import numpy as np
import numpy.typing as npt

from ombuds.deidentification.intruder.attackers import Thresholds
from ombuds.deidentification.intruder.base import Base
from ombuds.deidentification.intruder.plain import STEM, key
from ombuds.deidentification.intruder.telling import Fact

Mask = npt.NDArray[np.bool_]
YEARS = range(1995, 2040)


def fitting(fact: Fact, base: Base, thresholds: Thresholds) -> Mask:
    """(base.room,) booleans: the living cases that this fact fits."""
    if fact.kind == "date":
        return _of_date(fact, base, thresholds.days)
    if fact.kind == "amount":
        low, high = int(fact.low * (1 - thresholds.amount)), int(fact.high * (1 + thresholds.amount)) + 1
        return base.mask(base.within("amounts", low, high))
    if fact.kind == "age":
        spare = 1 if fact.low == fact.high else 0
        return _any(base, [f"age={age}" for age in range(fact.low - spare, fact.high + spare + 1)])
    if fact.kind == "word":
        return base.holds("terms", key(fact.value[:STEM]))
    return base.holds("facts", key(f"{fact.kind}={fact.value}"))


def _any(base: Base, names: list[str]) -> Mask:
    found = np.zeros(base.room, dtype=np.bool_)
    for name in names:
        found[base.who("facts", key(name))] = True
    return found & base.alive


def _of_date(fact: Fact, base: Base, days: int) -> Mask:
    spare = days if fact.grain == "day" else 0
    if fact.year:
        return base.mask(base.within("days", fact.low - spare, fact.high + spare))
    found = np.zeros(base.room, dtype=np.bool_)
    length = fact.high - fact.low
    first = date.fromordinal(fact.low)
    for year in YEARS:
        low = date(year, first.month, min(first.day, 28)).toordinal()
        found[base.within("days", low - spare, low + length + spare)] = True
    return found & base.alive
