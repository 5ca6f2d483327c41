"""What one case leaves in the index: the keys of its words, fingerprints, facts, dates, amounts and identifiers."""

from dataclasses import dataclass

import numpy as np

from ombuds.deidentification.intruder.case import BaseCase
from ombuds.deidentification.intruder.fields import facts_of
from ombuds.deidentification.intruder.identifiers import identifier_keys
from ombuds.deidentification.intruder.plain import STEM, key, words

SHINGLE = 5
WINDOW = 4
# Shingle of 5 and window of 4: every shared run of 8 words leaves at least one common fingerprint.
FACTORS = np.array([pow(1_000_003, n, 1 << 64) for n in range(SHINGLE)], dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Traces:
    ids: tuple[int, ...]
    terms: frozenset[int]
    prints: frozenset[int]
    identifiers: frozenset[int]
    facts: frozenset[int]
    days: frozenset[int]
    amounts: frozenset[int]
    phrases: frozenset[str]


def term_keys(text_words: list[str]) -> set[int]:
    """Keys of the stems of all words of two letters or more, and of figures."""
    return {key(word[:STEM]) for word in text_words if len(word) > 1}


def shingles(text_words: list[str]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """One 64-bit number for each five words in a row: (len(words) - 4,)."""
    if len(text_words) < SHINGLE:
        return np.empty(0, np.uint64)
    keys = np.array([key(word) for word in text_words], dtype=np.uint64)
    count = len(keys) - SHINGLE + 1
    total = np.zeros(count, np.uint64)
    for place in range(SHINGLE):
        total += keys[place : place + count] * FACTORS[place]
    return total


def fingerprints(text_words: list[str]) -> set[int]:
    """The smallest shingle of each window of four (Schleimer, Wilkerson and Aiken 2003: winnowing)."""
    all_of_them = shingles(text_words)
    if not len(all_of_them):
        return set()
    if len(all_of_them) <= WINDOW:
        return {int(all_of_them.min())}
    views = np.lib.stride_tricks.sliding_window_view(all_of_them, WINDOW)
    return {int(v) for v in np.unique(views.min(axis=1))}


def traces_of(case: BaseCase) -> Traces:
    all_words = [words(text) for text in case.texts]
    terms: set[int] = set()
    prints: set[int] = set()
    for text_words in all_words:
        terms |= term_keys(text_words)
        prints |= fingerprints(text_words)
    told = facts_of(case)
    return Traces(
        ids=(key("id " + case.id),),
        terms=frozenset(terms),
        prints=frozenset(prints),
        identifiers=frozenset(identifier_keys(case.names)),
        facts=frozenset(key(fact) for fact in told.values),
        days=frozenset(told.days),
        amounts=frozenset(told.amounts),
        phrases=told.phrases,
    )
