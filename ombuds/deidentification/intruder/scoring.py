"""How likely each case is the one told of: weights of agreement and disagreement (Fellegi and Sunter 1969), then probabilities.

A fact that the true case carries with probability m and any other case with probability u = df / N adds log(m / u) to the cases that
carry it and log((1 - m) / (1 - u)) to the others. Shared words add their rarity, tempered, because words come in company.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ombuds.deidentification.intruder.base import Base
from ombuds.deidentification.intruder.concepts import SMALL
from ombuds.deidentification.intruder.fitting import Mask
from ombuds.deidentification.intruder.plain import key
from ombuds.deidentification.intruder.publication import Publication, Said

Scores = npt.NDArray[np.float32]
# How often a told fact is found again in the file it comes from: readers err, files are incomplete.
FOUND_AGAIN = {
    "body": 0.9, "place": 0.85, "age": 0.85, "sex": 0.85, "profession": 0.8, "family": 0.75, "nationality": 0.8, "topic": 0.8,
    "event": 0.55, "duration": 0.7, "health": 0.75, "status": 0.7, "amount": 0.85,
}  # fmt: skip
DATES = {"day": 0.9, "month": 0.92, "season": 0.92, "year": 0.95}
FIELD = 0.85
# Correlated with the words that tell them.
WEIGHT = {"event": 0.3, "topic": 0.7, "sex": 0.5}
WORDS = 0.55
EVEN = 0.75
COMMON = 0.25


def weights(said: Said, mask: Mask, size: int) -> tuple[float, float]:
    """(agreement, disagreement) in nats, for a fact that fits `mask` of `size` cases."""
    fact = said.fact
    m = DATES.get(fact.grain, 0.9) if fact.kind == "date" else FOUND_AGAIN.get(fact.kind, FIELD)
    u = min(max(float(mask.sum()) / max(size, 1), 0.5 / max(size, 1)), 0.999)
    share = WEIGHT.get(fact.kind, 1.0)
    return share * max(0.0, np.log(m / u)), share * min(0.0, np.log((1 - m) / (1 - u)))


def of_facts(told: Sequence[tuple[Said, Mask]], base: Base) -> Scores:
    """(room,) the facts' weights of every case; facts told in the same words count once, the rarest."""
    total = np.zeros(base.room, dtype=np.float32)
    for said, mask in distinct(told):
        agree, disagree = weights(said, mask, len(base))
        total += np.where(mask, np.float32(agree), np.float32(disagree))
    return total


def distinct(told: Sequence[tuple[Said, Mask]]) -> list[tuple[Said, Mask]]:
    """The rarest of the facts that share their words; each fact once."""
    chosen: list[tuple[Said, Mask]] = []
    names: set[str] = set()
    for said, mask in sorted(told, key=lambda pair: (int(pair[1].sum()) or 1 << 30, pair[0].name)):
        overlaps = any(s.where == said.where and s.start < said.end and said.start < s.end for s, _ in chosen)
        if said.name not in names and not overlaps and mask.any():
            names.add(said.name)
            chosen.append((said, mask))
    return chosen


def of_words(publication: Publication, base: Base) -> Scores:
    """(room,) the tempered rarity of the words shared, corrected for the length of the case (as in BM25)."""
    size = len(base)
    total = np.zeros(base.room, dtype=np.float32)
    stems = [s for s in publication.terms if s not in SMALL]
    counts = base.count("terms", [key(s) for s in stems])
    for stem, count in zip(stems, counts, strict=True):
        if 0 < count <= max(COMMON * size, 3):
            rarity = np.log((size + 1) / (count + 0.5))
            total[base.who("terms", key(stem))] += np.float32(rarity)
    average = float(base.sizes.mean()) if base.room else 1.0
    length = 1 - EVEN / 2 + EVEN / 2 * base.sizes / max(average, 1.0)
    return np.asarray(WORDS * total / length, dtype=np.float32)


def ranked(scores: Scores, base: Base, most: int) -> list[int]:
    """Case numbers, best first; equal scores in the order of their numbers."""
    living = np.flatnonzero(base.alive)
    if len(living) > most:
        best = np.argpartition(-scores[living], most)[:most]
        living = living[best]
    return [int(n) for n in living[np.lexsort((living, -scores[living]))]]


def rank_of(number: int, scores: Scores, base: Base) -> int:
    """1 + those above + half of those equal: the place at which a searcher who breaks ties by chance expects the case."""
    own = scores[number]
    living = scores[base.alive]
    above, equal = int((living > own + 1e-6).sum()), int((np.abs(living - own) <= 1e-6).sum())
    return 1 + above + max(equal - 1, 0) // 2


def probabilities(scores: Scores, base: Base, notional: int) -> npt.NDArray[np.float64]:
    """(room,) the chance of each case to be the true one; `notional` average cases share in it where the base is smaller."""
    if not len(base):
        return np.zeros(base.room)
    living = np.where(base.alive, scores.astype(np.float64), -np.inf)
    top = float(living.max())
    raised = np.exp(living - top)
    others = max(0, notional - len(base)) * np.exp(-top) if top < 700 else 0.0
    return np.asarray(raised / (raised.sum() + others))
