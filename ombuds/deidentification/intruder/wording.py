"""Sentences that stand too close to those of one case: copied, nearly copied, or the same in meaning."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from ombuds.deidentification.intruder import meaning
from ombuds.deidentification.intruder.attackers import Thresholds
from ombuds.deidentification.intruder.base import Base
from ombuds.deidentification.intruder.concepts import SMALL
from ombuds.deidentification.intruder.plain import STEM, Sentence, folded, key, sentences, stem, words
from ombuds.deidentification.intruder.publication import Publication
from ombuds.deidentification.intruder.rewriting import level
from ombuds.deidentification.intruder.runs import contained, grams, holds_run, longest_run
from ombuds.deidentification.intruder.traces import SHINGLE, shingles
from ombuds.deidentification.intruder.verdict import Match

# A sentence with fewer words of its own says nothing that could be recognised.
OWN_WORDS = 4
NEAR = 0.72
NEAR_GRAMS = 0.66
SAME_MEANING = 0.78
# A translation stands further off than a paraphrase (measured: 0.58 to 0.71; a sentence about the same kind of event: 0.5).
TRANSLATED = 0.56
STANDS_OUT = 0.06
CANDIDATES = 40
MEANING_CASES = 8
MEANING_SENTENCES = 14
MEANING_OWN = 12
# A case cut up takes about 100 kB.
READ = 400


@dataclass(frozen=True, eq=False)
class CaseText:
    """A case of the short list, cut up for comparison."""

    number: int
    id: str
    language: str
    texts: tuple[str, ...]

    @cached_property
    def words(self) -> list[list[str]]:
        return [words(text) for text in self.texts]

    @cached_property
    def sentences(self) -> list[Sentence]:
        return [s for n, text in enumerate(self.texts) for s in sentences(str(n), text)]

    @cached_property
    def sentence_words(self) -> list[list[str]]:
        return [words(s.text) for s in self.sentences]

    @cached_property
    def sentence_stems(self) -> list[frozenset[str]]:
        return [stems(w) for w in self.sentence_words]

    @cached_property
    def sentence_grams(self) -> list[frozenset[str]]:
        return [grams(folded(s.text)) for s in self.sentences]

    @cached_property
    def grams(self) -> frozenset[str]:
        return grams(folded(" ".join(self.texts)))

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(w[:STEM] for text in self.words for w in text)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Two stems in a row."""
        return frozenset(f"{a[:STEM]} {b[:STEM]}" for text in self.words for a, b in pairwise(text))


def stems(text_words: Sequence[str]) -> frozenset[str]:
    """The words of a sentence that carry it."""
    return frozenset(stem(w) for w in text_words if w not in SMALL and len(w) > 2 and not w.isdigit())


def case_text(number: int, base: Base) -> CaseText:
    """The case, cut up; kept for a while, because mending asks for the same ones again and again."""
    found = base.read.get(number)
    if isinstance(found, CaseText):
        return found
    case = base.case(number)
    text = CaseText(number, case.id, case.language, case.texts)
    with base.lock:
        base.read[number] = text
        while len(base.read) > READ:
            base.read.pop(next(iter(base.read)))
    return text


@dataclass(frozen=True, eq=False)
class Comparison:
    """What the sentences of a publication are held against: the most likely cases, and all cases that share a fingerprint."""

    publication: Publication
    base: Base
    nearest: tuple[CaseText, ...]
    thresholds: Thresholds

    @cached_property
    def by_words(self) -> list[Match]:
        """Copied and nearly copied sentences, in reading order."""
        found = (self._copied(sentence) or self._near(sentence) for sentence in self.publication.sentences)
        return [match for match in found if match is not None]

    def by_meaning(self) -> list[Match]:
        """Sentences that say the same as one of a case and stand close to few others, in any language."""
        return self._same_meaning(list(self.publication.sentences))

    # -- copied -------------------------------------------------------------------------------------------------------

    def _copied(self, sentence: Sentence) -> Match | None:
        own = words(sentence.text)
        if len(own) < self.thresholds.run:
            return None
        best: tuple[int, CaseText, list[str]] | None = None
        for case in self._sharing(own):
            for text_words in case.words:
                start, _, length = longest_run(own, text_words)
                if length >= self.thresholds.run and (best is None or length > best[0]):
                    best = length, case, own[start : start + length]
        if best is None:
            return None
        _, case, run = best
        shared = sum(any(holds_run(w, run) for w in c.words) for c in self._sharing(run))
        if shared >= self.thresholds.shared_by:
            return None
        at = next((n for n, w in enumerate(case.sentence_words) if holds_run(w, run[:SHINGLE])), None)
        theirs = case.sentences[at].text if at is not None else " ".join(run)
        return matched(sentence, case, theirs, " ".join(run), "copied", len(run) / len(own), shared)

    def _sharing(self, run: Sequence[str]) -> list[CaseText]:
        """Cases that share a fingerprint with these words, most first."""
        count: Counter[int] = Counter()
        for print_ in shingles(list(run)):
            holders = self.base.who("prints", int(print_))
            if len(holders) <= 50 * CANDIDATES:
                count.update(int(n) for n in holders if self.base.alive[n])
        return [self._case(number) for number, _ in count.most_common(CANDIDATES)]

    def _case(self, number: int) -> CaseText:
        if number not in self._read:
            self._read[number] = case_text(number, self.base)
        return self._read[number]

    @cached_property
    def _read(self) -> dict[int, CaseText]:
        return {case.number: case for case in self.nearest}

    # -- near ---------------------------------------------------------------------------------------------------------

    def _near(self, sentence: Sentence) -> Match | None:
        own = stems(words(sentence.text))
        if len(own) < OWN_WORDS:
            return None
        weight = self.rarity(own)
        total = sum(weight.values()) or 1.0
        best: list[tuple[float, CaseText, int]] = []
        for case in self.nearest:
            shares = [sum(weight[s] for s in own & theirs) / total for theirs in case.sentence_stems]
            if shares and max(shares) >= 0.5:
                at = int(np.argmax(shares))
                best.append((shares[at], case, at))
        if not best:
            return None
        share, case, at = max(best, key=lambda b: b[0])
        shared = sum(s >= 0.92 * share for s, _, _ in best)
        theirs = case.sentences[at].text
        close = share >= NEAR or contained(grams(folded(sentence.text)), grams(folded(theirs))) >= NEAR_GRAMS
        if not close or shared >= self.thresholds.shared_by:
            return None
        first, _, length = longest_run(words(sentence.text), case.sentence_words[at])
        run = " ".join(words(sentence.text)[first : first + length])
        return matched(sentence, case, theirs, run, "near", share, shared)

    def rarity(self, own: frozenset[str]) -> dict[str, float]:
        """How rare each of these words is in the base, in nats."""
        listed = sorted(own)
        counts = self.base.count("terms", [key(s) for s in listed])
        size = len(self.base)
        return {s: float(np.log((size + 2) / (c + 1))) for s, c in zip(listed, counts, strict=True)}

    # -- meaning ------------------------------------------------------------------------------------------------------

    def _same_meaning(self, left: list[Sentence]) -> list[Match]:
        left = [s for s in left if len(stems(words(s.text))) >= OWN_WORDS and not level(s.text)][:MEANING_OWN]
        read = self.nearest[:MEANING_CASES]
        if not left or not read or not meaning.available():
            return []
        theirs = [(case, s) for case in read for s in case.sentences[:MEANING_SENTENCES]]
        likeness = meaning.vectors([s.text for s in left]) @ meaning.vectors([s.text for _, s in theirs]).T
        found = []
        for row, sentence in zip(likeness, left, strict=True):
            per_case: dict[int, tuple[float, Sentence]] = {}
            for value, (case, other) in zip(row, theirs, strict=True):
                if value > per_case.get(case.number, (-1.0, other))[0]:
                    per_case[case.number] = (float(value), other)
            order = sorted(per_case.items(), key=lambda item: -item[1][0])
            number, (top, other) = order[0]
            shared = sum(value >= top - STANDS_OUT for _, (value, _) in order)
            same = self._read[number].language == self.publication.languages[sentence.where]
            close = top >= (SAME_MEANING if same else TRANSLATED)
            if close and shared * 2 <= self.thresholds.shared_by and len(self.base) >= 10:
                found.append(matched(sentence, self._read[number], other.text, "", "meaning", top, shared))
        return found


def matched(
    sentence: Sentence, case: CaseText, theirs: str, run: str, kind: str, score: float, shared: int
) -> Match:
    return Match(
        where=sentence.where,
        start=sentence.start,
        end=sentence.end,
        sentence=sentence.text,
        case=case.id,
        case_sentence=theirs,
        run=run,
        kind=kind,
        score=round(score, 4),
        shared_by=shared,
    )


def likeness(publication: Publication, case: CaseText) -> float:
    """How much of the publication's characters, five at a time, stand in the case: 0 to 1."""
    own = grams(folded(" ".join(text for _, text in publication.parts)))
    return contained(own, case.grams)
