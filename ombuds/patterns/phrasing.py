"""A title as a person would write it: a short sentence from the cases themselves, cut at a clause, without anybody's name."""

import re
from collections.abc import Iterable, Sequence

from ombuds.deidentification.engine.finding import find
from ombuds.deidentification.engine.spans import Kind
from ombuds.patterns.engine.terms import stems

LONGEST, LEAST_WORDS = 80, 3
TRIED = 6  # sentences that are read for names
# What may be said of anybody: it tells of the problem and not of one person.
HARMLESS = frozenset({Kind.PLACE, Kind.PROFESSION, Kind.FAMILY, Kind.HEALTH, Kind.ORGANISATION})
Words = dict[tuple[str, str], float]  # (language, stem) → weight
Sentence = tuple[str, str]  # and its language
_CLAUSE = re.compile(
    r"\s*[,;:(–—]\s*|\s+(?=(?:omdat|terwijl|maar|want|zodat|hoewel|parce que|car|mais|alors que|tandis que|puisque|"
    r"because|but|while|although|since|weil|aber|obwohl|sodass)\b)"
)
_OPENING = re.compile(
    r"^(?:geachte|beste|madame|monsieur|dear|sehr geehrte|bonjour|hallo|hello|goedendag)\b", re.I
)


def weigh(terms: Iterable[tuple[str, str, float]]) -> Words:
    """Of key words (word, language, weight): what a sentence is measured by."""
    found: Words = {}
    for word, language, weight in terms:
        for key in stems(word, language):
            found[language, key] = max(weight, found.get((language, key), 0.0))
    return found


def tells(text: str, language: str, words: Words) -> int:
    """How many of the key words stand in it."""
    return sum((language, key) in words for key in stems(text, language))


def phrase(sentences: Iterable[Sentence], words: Words, least: int = 2) -> str:
    """The most telling clause that names nobody, with `least` of the key words in it; empty when there is none."""
    worth: dict[Sentence, float] = {}
    for sentence, language in sentences:
        for part in clauses(sentence):
            value = sum(words.get((language, key), 0.0) for key in stems(part, language))
            if tells(part, language, words) >= least:
                # Long ones hold more words by chance.
                worth[part, language] = value / (8 + len(part.split())) ** 0.5
    best = sorted(worth, key=lambda one: (-worth[one], len(one[0]), one))[:TRIED]
    return next((_tidy(text) for text, language in best if names_nobody(text, language)), "")


def clauses(sentence: str) -> Sequence[str]:
    """The sentence, when it is short; else what it begins with, up to a clause, or one clause of it."""
    whole = " ".join(sentence.split())
    if _OPENING.match(whole):
        return []
    if len(whole) <= LONGEST:
        return [whole] if len(whole.split()) >= LEAST_WORDS else []
    parts = [part.strip() for part in _CLAUSE.split(whole)]
    return [part for part in parts if len(part) <= LONGEST and len(part.split()) > LEAST_WORDS]


def names_nobody(text: str, language: str) -> bool:
    """Nothing in it points to one person."""
    return all(span.kind in HARMLESS for span in find(text, language))


def _tidy(text: str) -> str:
    bare = (text.lower() if text.isupper() else text).strip(" .,;:!?…-–—\"'“”«»()")
    return bare[:1].upper() + bare[1:]
