"""Finds the numbers, addresses, organisations and days that the case file knows, in every dress."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from ombuds.deidentification.engine.folding import plain, squeezed
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.known_numbers import (
    JOIN,
    Run,
    ends,
    number_pattern,
    phone_pattern,
    runs,
    similar,
)
from ombuds.deidentification.engine.known_organisations import misspelt
from ombuds.deidentification.engine.known_places import known_addresses, known_towns
from ombuds.deidentification.engine.matching import is_dictionary_word
from ombuds.deidentification.engine.naming import words_of
from ombuds.deidentification.engine.organisation_words import LEGAL_FORMS, TYPES
from ombuds.deidentification.engine.persons.cues import DETERMINERS
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import KNOWN, Kind, Span
from ombuds.deidentification.engine.words import EVERYDAY

REASON = "The case file has this value"
PatternOf = Callable[[str], re.Pattern[str] | None]
# Whether a value may stand in a text at all: a pattern takes longer to make than most texts to read.
MayStand = Callable[[Reading, str], bool]


@lru_cache(maxsize=4096)
def email_pattern(email: str) -> re.Pattern[str] | None:
    """The whole address, with spaces that a scanner puts in; or what stands before the sign, when that is telling."""
    folded = plain(email.strip())
    local, sign, domain = folded.partition("@")
    if len(folded) < 3:
        return None
    whole = rf"{re.escape(local)}\s?(?:@|\(at\)|\[at\]|\sat\s)\s?" + r"\s?[.,]\s?".join(
        map(re.escape, domain.split("."))
    )
    alone = (
        rf"|{re.escape(local)}"
        if len(local) >= 7 or (re.search(r"[._\-\d]", local) and len(local) > 4)
        else ""
    )
    return re.compile(rf"(?<![^\W_])(?:{whole if sign else re.escape(folded)}{alone})(?![^\W_])")


@lru_cache(maxsize=4096)
def organisation_pattern(name: str) -> re.Pattern[str] | None:
    """The words of its name without its legal form."""
    words = [w for w in words_of(name) if w not in LEGAL_FORMS] or words_of(name)
    if len("".join(words)) < 2:
        return None
    middle = r"[\s\-'’.,_&+]{0,4}(?:(?:en|et|and|und)\s)?".join(map(re.escape, words))
    return re.compile(rf"(?<![^\W_]){middle}")


ARTICLES = frozenset().union(*DETERMINERS.values(), {"t"})
AND = frozenset({"en", "et", "and", "und"})


@lru_cache(maxsize=4096)
def short_name(name: str) -> tuple[str, ...]:
    """How people call it who leave out its article and its partners: 'Garage Van Hool' of 'De Garage Van Hool en Zonen'."""
    words = [w for w in words_of(name) if w not in LEGAL_FORMS]
    whole = tuple(words)
    while words and words[0] in ARTICLES:
        del words[0]
    if cut := next((at for at, word in enumerate(words) if at and word in AND), 0):
        del words[cut:]
    return tuple(words) if len(words) > 1 and tuple(words) != whole else ()


def _short_names(reading: Reading, organisations: Iterable[str]) -> Iterator[Span]:
    """Words of everybody need their capitals: 'in Gouden Sleutel' of 'De Gouden Sleutel', but no golden key."""
    for index, name in enumerate(organisations):
        words = short_name(name)
        telling = any(len(w) > 3 and w not in TYPES and not is_dictionary_word(w) for w in words)
        for at in reading.places.get(words[0], ()) if words else ():
            last = at + len(words) - 1
            if tuple(reading.words[at : last + 1]) != words:
                continue
            if telling or (reading.is_capital(at) and reading.is_capital(last)):
                yield _span(reading, reading.starts[at], reading.ends[last], Kind.ORGANISATION, 0.9, index)


# The same for all firms: made once, since it is long.
FORM = rf"(?:{'|'.join(sorted(LEGAL_FORMS, key=len, reverse=True))})"
FORM_BEFORE = re.compile(rf"(?<![^\W_]){FORM}\.?\s\Z")
FORM_AFTER = re.compile(rf"(?:'?s)?(?:[\s,.]{{1,3}}{FORM})?(?![^\W_])")
LONGEST_FORM = max(map(len, LEGAL_FORMS)) + 3


def _firms(reading: Reading, organisations: Iterable[str]) -> Iterator[Span]:
    """With or without their legal forms, which may stand before or after."""
    text = reading.plain
    for index, name in enumerate(organisations):
        pattern, done = organisation_pattern(name) if _may_be_named(reading, name) else None, 0
        for match in pattern.finditer(text) if pattern else ():
            if match.start() < done or not (after := FORM_AFTER.match(text, match.end())):
                continue
            before = FORM_BEFORE.search(text, max(done, match.start() - LONGEST_FORM), match.start())
            start, done = before.start() if before else match.start(), after.end()
            yield _span(reading, start, done, Kind.ORGANISATION, 1.0, index)


@lru_cache(maxsize=4096)
def reference_pattern(reference: str) -> re.Pattern[str] | None:
    """The whole reference, or all of it from its first figure on when that is long enough to tell."""
    whole = number_pattern(reference)
    characters = [c for c in plain(reference) if c.isalnum()]
    first = next((i for i, c in enumerate(characters) if c.isdigit()), 0)
    rest = characters[first:]
    if whole is None or first == 0 or sum(c.isdigit() for c in rest) < 6:
        return whole
    return re.compile(rf"{whole.pattern}|(?<![^\W_]){JOIN.join(map(re.escape, rest))}(?![^\W_])")


@lru_cache(maxsize=4096)
def birth_pattern(day: str) -> re.Pattern[str] | None:
    """A day without separators, 30071985 or 19850730, or as the head of a national number, 85.07.30."""
    year, month, date = day.split("-")
    short = JOIN.join((year[2:], month, date))
    return re.compile(rf"(?<![^\W_])(?:{date}{month}{year}|{year}{month}{date}|{short})(?![^\W_])")


def _may_be_mailed(reading: Reading, email: str) -> bool:
    return plain(email.strip()).partition("@")[0] in reading.plain


def _may_be_numbered(reading: Reading, number: str) -> bool:
    """From its first figure on: what stands before may be left out."""
    said = plain(number)
    first = next((at for at, character in enumerate(said) if character.isdigit()), 0)
    # A stroke may be a misread figure or a sign between two.
    return "|" in reading.plain or squeezed(said[first:]) in reading.folded.squeezed


def _may_be_phoned(reading: Reading, phone: str) -> bool:
    """The last figures, since codes and noughts before them may be left out."""
    figures = "".join(c for c in phone if c.isdecimal())
    return "|" in reading.plain or figures[-LAST_FIGURES:] in reading.folded.squeezed


def _may_be_a_birth(reading: Reading, day: str) -> bool:
    year, month, date = day.split("-")
    text = reading.folded.squeezed
    return f"{date}{month}{year}" in text or f"{year[2:]}{month}{date}" in text


def _may_be_named(reading: Reading, name: str) -> bool:
    return all(word in reading.plain for word in words_of(name) if word not in LEGAL_FORMS)


LAST_FIGURES = 6


def known_values(reading: Reading, known: KnownIdentifiers) -> Iterator[Span]:
    yield from known_addresses(reading, known.addresses)
    yield from known_towns(reading, known.towns_and_addresses)
    yield from _matches(reading, known.emails, email_pattern, _may_be_mailed, Kind.EMAIL)
    yield from _matches(reading, known.references, reference_pattern, _may_be_numbered, Kind.REFERENCE)
    yield from _firms(reading, known.organisations)
    yield from _short_names(reading, known.organisations)
    yield from _telling_words(reading, known.organisations)
    for start, end, index in misspelt(reading, known.organisations):
        yield _span(reading, start, end, Kind.ORGANISATION, 0.9, index)
    numbers = (*known.phones, *known.national_numbers, *known.ibans)
    found = list(runs(reading)) if numbers else []
    for kind, values, pattern_of, may_stand in (
        (Kind.PHONE, known.phones, phone_pattern, _may_be_phoned),
        (Kind.NATIONAL_NUMBER, known.national_numbers, number_pattern, _may_be_numbered),
        (Kind.IBAN, known.ibans, number_pattern, _may_be_numbered),
        (Kind.PLATE, known.plates, number_pattern, _may_be_numbered),
    ):
        yield from _matches(reading, values, pattern_of, may_stand, kind)
        yield from _nearly(reading, values, found, kind)
    births = tuple(day.isoformat() for day in known.birth_dates)
    yield from _matches(reading, births, birth_pattern, _may_be_a_birth, Kind.BIRTH_DATE)


def _span(reading: Reading, start: int, end: int, kind: Kind, confidence: float, index: int) -> Span:
    return reading.span(start, end, kind, confidence, source=KNOWN, entity=f"{kind}:{index}", reason=REASON)


def _matches(
    reading: Reading, values: Iterable[str], pattern_of: PatternOf, may_stand: MayStand, kind: Kind
) -> Iterator[Span]:
    for index, value in enumerate(values):
        pattern = pattern_of(value) if may_stand(reading, value) else None
        for match in pattern.finditer(reading.plain) if pattern else ():
            yield _span(reading, *match.span(), kind, 1.0, index)


def _nearly(reading: Reading, values: tuple[str, ...], found: Sequence[Run], kind: Kind) -> Iterator[Span]:
    if not values or kind is Kind.PLATE:
        return
    for start, end, index in similar(found, values):
        yield _span(reading, start, end, kind, 0.85, index)
    for start, end, index in ends(reading, values):
        yield _span(reading, start, end, kind, 0.9, index)


def _telling_words(reading: Reading, organisations: tuple[str, ...]) -> Iterator[Span]:
    """'Haverals' for 'Bouwbedrijf Haverals NV': a word that is no kind of house, with its capital."""
    for index, name in enumerate(organisations):
        words = [w for w in words_of(name) if w not in LEGAL_FORMS and w not in TYPES and w not in EVERYDAY]
        if len(words) == 1 and len(words[0]) > 4:
            for at in reading.places.get(words[0], ()):
                if reading.is_capital(at):
                    start, end = reading.starts[at], reading.ends[at]
                    yield _span(reading, start, end, Kind.ORGANISATION, 0.9, index)
