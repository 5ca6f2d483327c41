"""Several searchers, each with features of its own, and the place at which each of them has the true case.

A text is safe only when none of them has it near the top: another searcher, who is not among these, will then hardly have it there either.
`facts`, `words` and `cosine` rank every case by the index; `letters`, `pairs`, `phrases` and `mixed` read files: the best by the others, and a sample of all
cases, from which the place among those that were not read is reckoned.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from ombuds.deidentification.intruder.base import Base
from ombuds.deidentification.intruder.plain import STEM, WORD, folded, key, words
from ombuds.deidentification.intruder.publication import Publication
from ombuds.deidentification.intruder.runs import contained, grams
from ombuds.deidentification.intruder.scoring import Scores, rank_of, ranked
from ombuds.deidentification.intruder.wording import CaseText, case_text

SHORT_LIST = 80
SAMPLE = 60
# BM25 (Robertson and Zaragoza 2009); the index knows whether a case has a word, not how often.
K1, B = 1.2, 0.75
SHORTEST = 3
FIRST = 5
SEVERAL = 3
NEAREST = 20  # of all cases
# What the searcher of everything together is made of.
PARTS = frozenset({"facts", "rare words", "letters"})


@dataclass(frozen=True, slots=True)
class Nearness:
    """What a searcher gives the true cases, the middle of what it gives cases by chance, and the most that it gives any cases."""

    own: tuple[float, ...]
    usual: float
    best: tuple[float, ...]


def more_than_chance(near: Mapping[str, int]) -> bool:
    """Whether these places near the top (searcher to place) say something: there are nine searchers, one of whom is always lucky.

    They do when three searchers agree, when one has the case first of all, or when one has it among the first five and another, of whom the
    first is no part, near the top.
    """
    independent = near.keys() - ({"together"} if PARTS & near.keys() else set())
    best = min(near.values(), default=FIRST + 1)
    return len(near) >= SEVERAL or best == 1 or (best <= FIRST and len(independent) > 1)


def rarity(size: int, count: int) -> float:
    return float(np.log(1 + (size - count + 0.5) / (count + 0.5)))


def by_chance(base: Base) -> list[int]:
    """Case numbers spread over the base; always the same of the same base."""
    living = np.flatnonzero(base.alive)
    step = max(1, len(living) // SAMPLE)
    return [int(n) for n in living[step // 2 :: step][:SAMPLE]]


class Searchers:
    """`given`: the scores (room,) by which the cases to be read are chosen, the last is that of all together, to which each fifth
    letter shared adds `of_letters` (for all of them). Everything is computed once, when it is first asked for."""

    def __init__(
        self,
        publication: Publication,
        base: Base,
        truth: Sequence[int],
        given: dict[str, Scores],
        of_letters: float,
    ) -> None:
        self.publication = publication
        self.base = base
        self.truth = tuple(truth)
        self.given = given
        self.of_letters = of_letters

    @cached_property
    def by_index(self) -> dict[str, Scores]:
        """Searcher to (room,) scores: BM25 over all words, and cosine."""
        size = len(self.base)
        length = self.base.sizes / max(float(self.base.sizes.mean()) if self.base.room else 1.0, 1.0)
        saturation = (K1 + 1) / (1 + K1 * (1 - B + B * length))
        total = np.zeros(self.base.room, dtype=np.float32)
        squared = np.zeros(self.base.room, dtype=np.float32)
        stems = [s for s in self.publication.terms if len(s) >= SHORTEST]
        counts = self.base.count("terms", [key(s) for s in stems])
        for stem, count in zip(stems, counts, strict=True):
            if count:
                holders, weight = self.base.who("terms", key(stem)), np.float32(rarity(size, int(count)))
                total[holders] += weight
                squared[holders] += weight * weight
        return {
            "words": np.asarray(total * saturation, dtype=np.float32),
            "cosine": np.asarray(squared / np.sqrt(np.maximum(self.base.sizes, 1)), dtype=np.float32),
        }

    # -- by reading ---------------------------------------------------------------------------------------------------

    @cached_property
    def best(self) -> tuple[int, ...]:
        """The cases that are likeliest by the index, and the true ones."""
        scores = [*self.given.values(), *self.by_index.values()]
        listed = [ranked(s, self.base, SHORT_LIST // len(scores)) for s in scores]
        return tuple(dict.fromkeys([*self.truth, *(n for one in listed for n in one)]))

    @cached_property
    def sample(self) -> tuple[int, ...]:
        """Cases by chance that are not among the best."""
        held = set(self.best)
        return tuple(n for n in by_chance(self.base) if n not in held)

    @cached_property
    def read(self) -> dict[int, CaseText]:
        return {n: case_text(n, self.base) for n in (*self.best, *self.sample)}

    @cached_property
    def by_reading(self) -> dict[str, dict[int, float]]:
        """Searcher to case to score, of the cases that were read."""
        texts = [folded(text) for _, text in self.publication.parts]
        own_letters = frozenset(g for text in texts for g in grams(text))
        own_pairs = frozenset(p for text in texts for p in pairs(words(text)))
        first = list(self.given.values())[-1]
        together = {
            n: float(first[n]) + self.of_letters * contained(own_letters, c.grams)
            for n, c in self.read.items()
        }
        in_pairs = weighted(own_pairs, self.read.values(), lambda c: c.pairs, even=False)
        in_words = self.by_index["words"]
        mixed = {
            n: float(in_words[n]) + in_pairs[n] + self.of_letters * contained(own_letters, c.grams)
            for n, c in self.read.items()
        }
        return {
            "together": together,
            "letters": weighted(own_letters, self.read.values(), lambda c: c.grams, even=True),
            "pairs": in_pairs,
            "phrases": cosines(
                own_pairs | frozenset(w[:STEM] for text in texts for w in WORD.findall(text)),
                self.read.values(),
            ),
            "mixed": mixed,
        }

    @cached_property
    def pool(self) -> int:
        """About how many cases of the base are in a language of the text: the others share no words with it."""
        spoken = set(self.publication.languages.values()) or {self.publication.language}
        same = sum(self.read[n].language in spoken for n in self.sample)
        return max(1, round(len(self.base) * same / max(1, len(self.sample))))

    # -- the places ---------------------------------------------------------------------------------------------------

    @cached_property
    def places(self) -> dict[str, int]:
        """Searcher to the best place of a true case, from 1; empty without a base or a true case."""
        if not self.truth or not len(self.base):
            return {}
        found = {
            name: min(rank_of(n, scores, self.base) for n in self.truth)
            for name, scores in (*self.given.items(), *self.by_index.items())
        }
        return found | {
            name: min(self._place(n, s) for n in self.truth) for name, s in self.by_reading.items()
        }

    @cached_property
    def nearness(self) -> dict[str, Nearness]:
        """Searcher to how near the true cases are."""
        found = {}
        for name, scores in (*self.given.items(), *self.by_index.items()):
            living = scores[self.base.alive]
            best = np.partition(living, -NEAREST)[-NEAREST:] if len(living) > NEAREST else living
            usual = float(np.median(scores[list(self.sample)])) if self.sample else 0.0
            found[name] = Nearness(
                tuple(float(scores[n]) for n in self.truth), usual, tuple(map(float, best))
            )
        for name, read in self.by_reading.items():
            usual = float(np.median([read[n] for n in self.sample])) if self.sample else 0.0
            best_read = sorted(read.values())[-NEAREST:]
            found[name] = Nearness(tuple(read[n] for n in self.truth), usual, tuple(best_read))
        return found

    def _place(self, number: int, scores: dict[int, float]) -> int:
        own = scores[number]
        above = sum(scores[n] > own for n in self.best if n != number)
        equal = sum(scores[n] == own for n in self.best if n != number)
        share = sum((scores[n] > own) + 0.5 * (scores[n] == own) for n in self.sample) / max(
            1, len(self.sample)
        )
        return 1 + above + equal // 2 + int(share * max(0, len(self.base) - len(self.best)))


def pairs(text_words: Sequence[str]) -> Iterable[str]:
    """Two stems in a row."""
    stems = [w[:STEM] for w in text_words]
    return (f"{a} {b}" for a, b in pairwise(stems))


def cosines(own: frozenset[str], cases: Iterable[CaseText]) -> dict[int, float]:
    """Case to the cosine of its words and pairs of words with `own`, by their rarity among these cases."""
    held = {case.number: case.pairs | case.stems for case in cases}
    seen = Counter(term for terms in held.values() for term in terms)
    square = {term: float(np.log(1 + len(held) / n)) ** 2 for term, n in seen.items()}
    return {
        number: sum(square[t] for t in sorted(own & terms))
        / max(1e-9, sum(square[t] for t in sorted(terms))) ** 0.5
        for number, terms in held.items()
    }


def weighted(
    own: frozenset[str], cases: Iterable[CaseText], held: Callable[[CaseText], frozenset[str]], *, even: bool
) -> dict[int, float]:
    """Case to the rarity of what it shares with `own`; `even`: long files count no more than short ones."""
    shared = {case.number: (own & held(case), len(held(case))) for case in cases}
    seen = Counter(g for common, _ in shared.values() for g in common)
    weight = {g: rarity(len(shared), n) for g, n in seen.items()}
    return {
        number: sum(weight[g] for g in sorted(common)) / (max(1, length) ** 0.5 if even else 1.0)
        for number, (common, length) in shared.items()
    }
