"""Finds the numbers, addresses and organisations that the case file knows, in every dress."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from ombuds.deidentification.engine.folding import Folded, plain
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.naming import GAP, words_of
from ombuds.deidentification.engine.places import addresses, towns
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import KNOWN, Kind, Span

JOIN = r"[\s.\-/_()]{0,3}"
REASON = "The case file has this value"


@lru_cache(maxsize=4096)
def number_pattern(number: str) -> re.Pattern[str] | None:
    """The characters of a number or reference with any separators between them."""
    characters = [c for c in plain(number) if c.isalnum()]
    if len(characters) < 3:
        return None
    return re.compile(rf"(?<![^\W_]){JOIN.join(map(re.escape, characters))}(?![^\W_])")


@lru_cache(maxsize=4096)
def phone_pattern(phone: str) -> re.Pattern[str] | None:
    """A phone number with or without the country code."""
    digits = re.sub(r"\D", "", phone)
    national = re.sub(r"^(?:00)?32", "", digits).lstrip("0")
    if len(national) < 6:
        return None
    return re.compile(
        rf"(?<![^\W_])(?:(?:\+|00)?{JOIN}32{JOIN})?(?:\(?0\)?)?{JOIN}{JOIN.join(national)}(?![^\W_])"
    )


@lru_cache(maxsize=4096)
def literal_pattern(literal: str) -> re.Pattern[str] | None:
    folded = plain(literal.strip())
    return re.compile(rf"(?<![^\W_]){re.escape(folded)}(?![^\W_])") if len(folded) > 2 else None


@lru_cache(maxsize=4096)
def words_pattern(name: str) -> re.Pattern[str] | None:
    words = words_of(name)
    return (
        re.compile(rf"(?<![^\W_]){GAP.join(map(re.escape, words))}(?![^\W_])")
        if len("".join(words)) > 1
        else None
    )


def known_values(reading: Reading, known: KnownIdentifiers) -> Iterator[Span]:
    folded = reading.folded
    yield from addresses(folded, known.addresses)
    yield from towns(reading.text, folded, known.towns_and_addresses)
    yield from _matches(folded, known.emails, literal_pattern, Kind.EMAIL)
    yield from _matches(folded, known.phones, phone_pattern, Kind.PHONE)
    yield from _matches(folded, known.national_numbers, number_pattern, Kind.NATIONAL_NUMBER)
    yield from _matches(folded, known.ibans, number_pattern, Kind.IBAN)
    yield from _matches(folded, known.plates, number_pattern, Kind.PLATE)
    yield from _matches(folded, known.references, number_pattern, Kind.REFERENCE)
    yield from _matches(folded, known.organisations, words_pattern, Kind.ORGANISATION)


def _matches(
    folded: Folded, values: Iterable[str], pattern_of: Callable[[str], re.Pattern[str] | None], kind: Kind
) -> Iterator[Span]:
    for index, value in enumerate(values):
        pattern = pattern_of(value)
        if pattern is None:
            continue
        for match in pattern.finditer(folded.text):
            yield Span(*folded.original(*match.span()), kind, KNOWN, 1.0, f"{kind}:{index}", reason=REASON)
