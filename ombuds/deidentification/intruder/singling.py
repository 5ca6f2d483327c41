"""How many cases fit what is told (k), which facts single one out, and what leaving them out would bring."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from ombuds.deidentification.intruder.attackers import Attacker, Thresholds
from ombuds.deidentification.intruder.base import Base
from ombuds.deidentification.intruder.fitting import Mask
from ombuds.deidentification.intruder.publication import Said

Told = Sequence[tuple[Said, Mask]]
RAREST = 14
# Without m known cases nothing is rare: in a base of 20 every fact would be.
SMALL_BASE = 200
SIZES = ("day", "month", "season", "year")


def known_to(attacker: Attacker, told: Told) -> list[tuple[Said, Mask]]:
    """The facts that this attacker can compare."""
    found = []
    for said, mask in told:
        kind = said.fact.kind.removeprefix("field ")
        if "*" not in attacker.knows and kind not in attacker.knows:
            continue
        if said.fact.kind == "date" and SIZES.index(said.fact.grain) < SIZES.index(attacker.finest_date):
            continue
        found.append((said, mask))
    return found


def fitting_count(
    told: Told, base: Base, truth: Sequence[int], within: Mask | None = None
) -> tuple[int, Mask]:
    """k and the cases counted: those that disagree with no more of the facts than the true case (or the best case) does.

    Exact. `truth`: numbers of the true cases, empty when unknown. `within`: the cases that this attacker can see at all.
    """
    wrong = np.zeros(base.room, dtype=np.int16)
    for _said, mask in told:
        wrong += ~mask
    visible = base.alive if within is None else base.alive & within
    if not visible.any():
        return 0, visible
    least = min((int(wrong[t]) for t in truth), default=int(wrong[visible].min()))
    found = visible & (wrong <= least)
    return int(found.sum()), found


def filled_up(k: int, told: Told, base: Base, thresholds: Thresholds) -> int:
    """k of a small base with the average cases added that it is filled up with: each fits by the facts' own rarity."""
    missing = thresholds.notional - len(base)
    if missing <= 0 or not len(base):
        return k
    share = 1.0
    for said, mask in told:
        share *= prior(said, mask, len(base))
    return k + int(missing * share)


PRIOR = {
    "body": 0.1, "topic": 0.1, "theme": 0.1, "place": 0.02, "age": 0.03, "sex": 0.5, "family": 0.15, "profession": 0.02,
    "nationality": 0.04, "event": 0.5, "duration": 0.1, "health": 0.03, "status": 0.08, "amount": 0.02, "word": 0.02,
}  # fmt: skip
DATES = {"day": 0.01, "month": 0.03, "season": 0.08, "year": 0.3}


def prior(said: Said, mask: Mask, size: int) -> float:
    """The share of all cases that carry such a fact: the base's own count, leaning on a general share where the base is small."""
    fact = said.fact
    general = (
        DATES.get(fact.grain, 0.3)
        if fact.kind == "date"
        else PRIOR.get(fact.kind.removeprefix("field "), 0.1)
    )
    if fact.kind in ("place",) and fact.value.startswith(("p", "r")):
        general = 0.1 if fact.value.startswith("p") else 0.4
    if fact.kind in ("age", "amount") and fact.high - fact.low > 5:
        general *= 6
    pseudo = 50
    return min(1.0, (float(mask.sum()) + general * pseudo) / (size + pseudo))


def rare_sets(told: Told, base: Base, truth: Sequence[int], most: int) -> list[tuple[Said, ...]]:
    """Sets of at most `most` rare facts that one case alone carries; the smallest sets only, rarest first."""
    if len(base) < SMALL_BASE:
        return []
    limit = max(5, min(200, len(base) // 100))
    rare = [(s, np.flatnonzero(m)) for s, m in told if 0 < int(m.sum()) <= limit]
    if truth:
        rare = [(s, n) for s, n in rare if any(t in n for t in truth)]
    rare = sorted(rare, key=lambda pair: (len(pair[1]), pair[0].name))[:RAREST]
    found: list[tuple[Said, ...]] = []
    sets: list[frozenset[int]] = []
    for size in range(1, most + 1):
        for chosen in combinations(range(len(rare)), size):
            if any(s <= frozenset(chosen) for s in sets):
                continue
            cases = rare[chosen[0]][1]
            for at in chosen[1:]:
                cases = np.intersect1d(cases, rare[at][1], assume_unique=True)
            if len(cases) == 1:
                found.append(tuple(rare[at][0] for at in chosen))
                sets.append(frozenset(chosen))
    return found
