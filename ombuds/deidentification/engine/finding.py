"""All that identifies in one text: what the case knows, then what has the form of an identifier."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from ombuds.deidentification.engine.dates import mentions
from ombuds.deidentification.engine.folding import Folded, fold, plain
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.naming import GAP, names, tokens, words_of
from ombuds.deidentification.engine.patterns import by_pattern, titled_names
from ombuds.deidentification.engine.places import addresses, towns
from ombuds.deidentification.engine.spans import KNOWN, PATTERN, Kind, Span, resolve

JOIN = r"[\s.\-/_()]{0,3}"


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


def find(text: str, language: str = "nl", known: KnownIdentifiers | None = None) -> list[Span]:
    """Every span that identifies, in order, none overlapping. Never raises on any text."""
    known = known or KnownIdentifiers()
    folded = fold(text)
    if not folded.text:
        return []
    kept = list(_bodies(folded, known))
    found = [
        *_known(text, folded, known),
        *by_pattern(folded),
        *titled_names(text, folded),
        *_dates(folded, known),
    ]
    return [_trimmed(text, s) for s in resolve((s for s in found if not _is_kept(s, kept)), text)]


def _known(text: str, folded: Folded, known: KnownIdentifiers) -> Iterator[Span]:
    yield from names(text, folded, tokens(text, folded), known.people)
    yield from addresses(folded, known.addresses)
    yield from towns(text, folded, known.towns_and_addresses)
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
            yield Span(*folded.original(*match.span()), kind, KNOWN, 1.0, f"{kind}:{index}")


def _dates(folded: Folded, known: KnownIdentifiers) -> Iterator[Span]:
    days = set(known.dates)
    day_months = {(d.month, d.day) for d in days}
    for mention in mentions(folded):
        is_known = (
            mention.when in days if mention.has_year else (mention.when.month, mention.when.day) in day_months
        )
        source = KNOWN if is_known else PATTERN
        yield Span(
            mention.start,
            mention.end,
            Kind.DATE,
            source,
            1.0 if is_known else 0.9,
            f"date:{mention.when.isoformat()}",
        )


def _bodies(folded: Folded, known: KnownIdentifiers) -> Iterator[tuple[int, int]]:
    for body in known.bodies:
        pattern = words_pattern(body)
        if pattern is not None:
            for match in pattern.finditer(folded.text):
                yield folded.original(*match.span())


def _is_kept(span: Span, kept: list[tuple[int, int]]) -> bool:
    """The service complained about stays named, also when it carries the name of the town."""
    if span.kind not in {Kind.PLACE, Kind.ORGANISATION} and span.source == KNOWN:
        return False
    return any(start <= span.start and span.end <= end for start, end in kept)


def _trimmed(text: str, span: Span) -> Span:
    """Without the spaces and stray signs that a loose pattern took along at its edges."""
    start, end = span.start, span.end
    while start < end and text[start] in " \t\r\n,;_":
        start += 1
    while end > start and text[end - 1] in " \t\r\n,;_":
        end -= 1
    return span if (start, end) == (span.start, span.end) else replace(span, start=start, end=end)
