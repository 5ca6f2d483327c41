"""Copied and nearly copied sentences in a text about a series: such a sentence tells the case that has it from the others.

A sentence that five cases of the whole base share is no copy of one of them. In a series it still is: of eight like cases five hold it, another
five hold the next one, and three hold both. So it may stand only when nearly all of the series hold it. The same holds for a fixed sentence that
took the place of one: ten of them in a row tell a file as well as its own words do.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ombuds.deidentification.intruder.attackers import Thresholds
from ombuds.deidentification.intruder.plain import Sentence, folded, words
from ombuds.deidentification.intruder.rewriting import LIKE, event_told, level
from ombuds.deidentification.intruder.runs import contained, grams, longest_run
from ombuds.deidentification.intruder.truth import truly_told
from ombuds.deidentification.intruder.verdict import Match
from ombuds.deidentification.intruder.wording import CaseText, matched, stems

# By the words that carry the sentence, weighed; a short sentence has too few of them, and counts by its letters.
NEAR = 0.72
OWN_WORDS = 4
# One of a few like cases is told by less than one of all cases.
NEAR_LETTERS = 0.58
SHORTEST = 3
# A case holds the sentence as well when it is nearly as near as the nearest.
AS_NEAR = 0.92
NEARLY_ALL = 0.9
Weigh = Callable[[frozenset[str]], Mapping[str, float]]


def copies(
    listed: Sequence[Sentence],
    languages: Mapping[str, str],
    cases: Sequence[CaseText],
    thresholds: Thresholds,
    tells: Callable[[int, str], bool],
    weigh: Weigh,
) -> list[Match]:
    """The sentences that tell of some of these cases only, in their words or in fixed ones, in reading order.

    `languages`: of each part. `tells`: whether a case (number) tells of an event. `weigh`: how rare words are in the base.
    """
    found = (
        _event(s, cases, thresholds.shared_by, tells)
        if level(s.text)
        else _copy(s, [c for c in cases if c.language == languages[s.where]], thresholds, weigh)
        for s in listed
    )
    return [match for match in found if match is not None]


def only_some(holders: int, cases: int, least: int) -> bool:
    """Whether some of the cases have it and too few of them."""
    return 0 < holders < max(least, NEARLY_ALL * cases)


def _event(
    sentence: Sentence, cases: Sequence[CaseText], least: int, tells: Callable[[int, str], bool]
) -> Match | None:
    event = event_told(sentence.text)
    holders = [case for case in cases if event and tells(case.number, event)]
    if not only_some(len(holders), len(cases), least):
        return None
    theirs = (s.text for s in holders[0].sentences if event in (LIKE.get(e, e) for e in truly_told(s.text)))
    return matched(sentence, holders[0], next(theirs, ""), "", "series", 1.0, len(holders))


def _copy(
    sentence: Sentence, cases: Sequence[CaseText], thresholds: Thresholds, weigh: Weigh
) -> Match | None:
    own = words(sentence.text)
    carried = stems(own)
    if len(carried) < SHORTEST:
        return None
    read = _Read(own, carried, grams(folded(sentence.text)), weigh(carried), thresholds.run)
    near = [(*read.nearest(case), case) for case in cases]
    best, at, case = max(near, key=lambda one: one[0], default=(0.0, 0, None))
    if case is None or best < 1:
        return None
    shared = sum(value >= AS_NEAR * best for value, _, _ in near)
    if not only_some(shared, len(cases), thresholds.shared_by):
        return None
    first, _, length = longest_run(own, case.sentence_words[at])
    run = " ".join(own[first : first + length])
    return matched(sentence, case, case.sentences[at].text, run, "series", min(1.0, best * NEAR), shared)


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence, cut up; `weight`: how rare each word that carries it is, `run`: so many words in a row are a copy."""

    words: list[str]
    carried: frozenset[str]
    letters: frozenset[str]
    weight: Mapping[str, float]
    run: int

    def nearest(self, case: CaseText) -> tuple[float, int]:
        """How near the nearest sentence of a case is (1: near enough to be a copy), and which one it is."""
        total = sum(self.weight.values()) or 1.0
        best, place = 0.0, 0
        for at, theirs in enumerate(case.sentence_stems):
            common = self.carried & theirs
            if len(common) * 3 < len(self.carried):
                continue
            value = contained(self.letters, case.sentence_grams[at]) / NEAR_LETTERS
            if len(self.carried) >= OWN_WORDS:
                value = max(value, sum(self.weight[stem] for stem in common) / total / NEAR)
            if value < 1 and longest_run(self.words, case.sentence_words[at])[2] >= self.run:
                value = 1.0
            if value > best:
                best, place = value, at
        return best, place
