"""The lists, read once when first asked for: about 20 ms for the names, 60 ms for the words of one language.

Everything is in plain form (`folding.plain`): lower case, no accents. Where the lists come from: data/CREDITS.md.
"""

import gzip
from enum import IntEnum
from functools import cache
from pathlib import Path

from ombuds.deidentification.engine.remembering import remembered

DATA = Path(__file__).parent / "data"
LANGUAGES = ("nl", "fr", "en", "de")


class Strength(IntEnum):
    """How surely a word is used as a name: not at all, by few people somewhere, by many people here."""

    NONE = 0
    RARE = 1
    SURE = 2


def _lines(name: str) -> list[str]:
    return gzip.decompress((DATA / f"{name}.txt.gz").read_bytes()).decode().split("\n")


@cache
def given_names() -> dict[str, str]:
    """Given name → sex 'f', 'm' or 'u' (either, or not known), with '+' when the name is sure."""
    return dict(line.split("\t") for line in _lines("first"))


@cache
def family_names() -> dict[str, Strength]:
    pairs = (line.partition("\t") for line in _lines("last"))
    return {name: Strength.SURE if mark else Strength.RARE for name, _, mark in pairs}


@cache
def all_names() -> frozenset[str]:
    """Given and family names together."""
    return frozenset(given_names()) | frozenset(family_names())


@cache
def proper_words() -> frozenset[str]:
    """Words with a capital that are nobody's name: countries, languages, days, brands."""
    return frozenset(_lines("proper"))


@cache
def words(language: str) -> frozenset[str]:
    """Words written small in that language (German nouns too); empty for a language we have no list of."""
    return frozenset(_lines(f"words_{language}")) if language in LANGUAGES else frozenset()


@cache
def common_words(language: str) -> frozenset[str]:
    """The few thousand words that stand on every page."""
    return frozenset(_lines(f"common_{language}")) if language in LANGUAGES else frozenset()


@remembered
def given_strength(word: str) -> Strength:
    found = given_names().get(word)
    return Strength.NONE if found is None else Strength.SURE if found.endswith("+") else Strength.RARE


@remembered
def family_strength(word: str) -> Strength:
    return family_names().get(word, Strength.NONE)


def gender_of(first_name: str) -> str:
    """'f' or 'm' for a given name in plain form (the first part of 'jean-pierre' decides), '' when not known."""
    known = given_names()
    for part in (first_name, *first_name.replace("-", " ").split()):
        if (sex := known.get(part, "u")[0]) != "u":
            return sex
    return ""
