"""Copied and nearly copied sentences in a text about a series: such a sentence tells the case that has it from the others.

A sentence that five cases of the whole base share is no copy of one of them. In a series it still is: of eight like cases five hold it, another
five hold the next one, and three hold both. So what stands must be held, all of it together, by nearly all of the series, or by eight cases of a
long one. The same goes for the fixed sentences that took the place of others: ten of them in a row tell a file as well as its own words do.
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
# In a long series so many cases are enough, which have all of what stands.
ENOUGH = 8
Weigh = Callable[[frozenset[str]], Mapping[str, float]]


def copies(
    listed: Sequence[Sentence],
    languages: Mapping[str, str],
    cases: Sequence[CaseText],
    thresholds: Thresholds,
    tells: Callable[[int, str], bool],
    weigh: Weigh,
) -> list[Match]:
    """The sentences that leave too few of these cases that have them and what stands before them, in their words or in fixed ones; in reading order.

    `languages`: of each part. `tells`: whether a case (number) tells of an event. `weigh`: how rare words are in the base.
    """
    left = frozenset(case.number for case in cases)
    found = []
    for sentence in listed:
        if level(sentence.text):
            asked, held = list(cases), _told(sentence, cases, tells)
        else:
            asked = [case for case in cases if case.language == languages[sentence.where]]
            held = _copied(sentence, asked, thresholds, weigh)
        if not held:
            continue
        those = frozenset(one.case.number for one in held)
        if only_some(len(left & those), len(asked), thresholds.shared_by):
            found.append(_match(sentence, held))
        else:
            left -= {case.number for case in asked} - those
    return found


def only_some(holders: int, cases: int, least: int) -> bool:
    """Whether too few of the cases have it."""
    return holders < max(least, min(NEARLY_ALL * cases, ENOUGH))


@dataclass(frozen=True, slots=True)
class _Held:
    """By which case a sentence is held, how near (0 to 1), and its own sentence."""

    case: CaseText
    near: float
    theirs: str


def _told(sentence: Sentence, cases: Sequence[CaseText], tells: Callable[[int, str], bool]) -> list[_Held]:
    event = event_told(sentence.text)
    holders = [case for case in cases if event and tells(case.number, event)]
    if not holders:
        return []
    said = (s.text for s in holders[0].sentences if event in (LIKE.get(e, e) for e in truly_told(s.text)))
    return [_Held(holders[0], 1.0, next(said, "")), *(_Held(case, 1.0, "") for case in holders[1:])]


def _copied(
    sentence: Sentence, cases: Sequence[CaseText], thresholds: Thresholds, weigh: Weigh
) -> list[_Held]:
    """The cases that hold the sentence or nearly so, the nearest first."""
    own = words(sentence.text)
    carried = stems(own)
    if len(carried) < SHORTEST:
        return []
    read = _Read(own, carried, grams(folded(sentence.text)), weigh(carried), thresholds.run)
    near = sorted(((*read.nearest(case), case) for case in cases), key=lambda one: -one[0])
    if not near or near[0][0] < 1:
        return []
    return [
        _Held(case, min(1.0, value * NEAR), case.sentences[at].text)
        for value, at, case in near
        if value >= AS_NEAR * near[0][0]
    ]


def _match(sentence: Sentence, held: Sequence[_Held]) -> Match:
    own, first = words(sentence.text), held[0]
    start, _, length = longest_run(own, words(first.theirs))
    run = " ".join(own[start : start + length])
    return matched(sentence, first.case, first.theirs, run, "series", first.near, len(held))


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
