"""Finds known streets, house numbers, postcodes and towns, in both languages of a bilingual place."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ombuds.deidentification.engine.folding import Folded, plain
from ombuds.deidentification.engine.known import Address
from ombuds.deidentification.engine.naming import (
    GAP,
    POSSESSIVE,
    errors_allowed,
    is_named,
    words_of,
)
from ombuds.deidentification.engine.spans import KNOWN, Kind, Span
from ombuds.deidentification.engine.street_forms import TAIL
from ombuds.deidentification.engine.words import STREET_WORDS, TOWNS_IN_BOTH_LANGUAGES

NUMBERED = f"(?:{TAIL.pattern})"
OTHER_NAME = {plain(a): b for a, b in TOWNS_IN_BOTH_LANGUAGES} | {
    plain(b): a for a, b in TOWNS_IN_BOTH_LANGUAGES
}


def street_word(word: str) -> str:
    """A word of a street name with its short forms: 'Kerkstraat' is also 'Kerkstr.'."""
    if word in STREET_WORDS:
        return STREET_WORDS[word]
    for ending in ("straat", "laan", "steenweg", "plein"):
        if word.endswith(ending):
            return re.escape(word.removesuffix(ending)) + STREET_WORDS[ending]
    return re.escape(word)


@lru_cache(maxsize=4096)
def street_pattern(street: str, number: str, town: str) -> re.Pattern[str] | None:
    words = words_of(street)
    if not words:
        return None
    town_part = (
        rf"(?:[\s,\-]{{1,4}}(?:b-)?[1-9]\d{{3}}(?:\s{{1,2}}{GAP.join(map(re.escape, words_of(town)))})?)?"
        if town
        else r"(?:[\s,\-]{1,4}[1-9]\d{3}(?!\d))?"
    )
    return re.compile(
        rf"(?<![^\W_])(?:\d{{1,4}}(?:\s?[a-h])?\s?,?\s)?{GAP.join(map(street_word, words))}{NUMBERED}?{town_part}(?![^\W_])"
    )


@lru_cache(maxsize=4096)
def town_pattern(town: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?:[1-9]\d{{3}}\s{{1,2}})?{GAP.join(map(re.escape, words_of(town)))}{POSSESSIVE}(?![^\W_])"
    )


@lru_cache(maxsize=4096)
def postcode_pattern(postcode: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:b-)?{re.escape(plain(postcode))}(?![^\W_])")


def addresses(folded: Folded, known: tuple[Address, ...]) -> Iterator[Span]:
    for index, address in enumerate(known):
        pattern = street_pattern(address.street, address.number, address.town)
        if pattern is not None:
            for match in pattern.finditer(folded.text):
                yield Span(
                    *folded.original(*match.span()),
                    Kind.ADDRESS,
                    KNOWN,
                    1.0,
                    f"address:{index}",
                    "street",
                )
        if address.postcode and words_of(address.postcode):
            for match in postcode_pattern(address.postcode.strip()).finditer(folded.text):
                yield Span(
                    *folded.original(*match.span()),
                    Kind.PLACE,
                    KNOWN,
                    0.95,
                    f"postcode:{address.postcode}",
                    "postcode",
                )


def towns(text: str, folded: Folded, known: tuple[str, ...]) -> Iterator[Span]:
    for index, town in enumerate(known):
        for name in dict.fromkeys([town, OTHER_NAME.get(plain(town).strip(), town)]):
            words = words_of(name)
            if not words:
                continue
            for match in town_pattern(name).finditer(folded.text):
                start, end = folded.original(*match.span())
                if is_named(words, text[start:end].lstrip("0123456789 \n\t")) or errors_allowed(words[0]) > 0:
                    yield Span(start, end, Kind.PLACE, KNOWN, 1.0, f"town:{index}", "town")
