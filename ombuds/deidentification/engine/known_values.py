"""Finds the numbers, addresses, organisations and days that the case file knows, in every dress."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.known_numbers import (
    Place,
    Run,
    born,
    ends,
    phoned,
    referred,
    runs,
    similar,
    written,
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
Written = Callable[[Reading, str], Iterator[Place]]


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


def _mailed(reading: Reading, email: str) -> Iterator[Place]:
    """A pattern takes longer to make than most texts to read."""
    if plain(email.strip()).partition("@")[0] not in reading.plain:
        return
    pattern = email_pattern(email)
    for match in pattern.finditer(reading.plain) if pattern else ():
        yield match.span()


def _may_be_named(reading: Reading, name: str) -> bool:
    return all(word in reading.plain for word in words_of(name) if word not in LEGAL_FORMS)


def known_values(reading: Reading, known: KnownIdentifiers) -> Iterator[Span]:
    yield from known_addresses(reading, known.addresses)
    yield from known_towns(reading, known.towns_and_addresses)
    yield from _matches(reading, known.emails, _mailed, Kind.EMAIL)
    yield from _matches(reading, known.references, referred, Kind.REFERENCE)
    yield from _firms(reading, known.organisations)
    yield from _short_names(reading, known.organisations)
    yield from _telling_words(reading, known.organisations)
    for start, end, index in misspelt(reading, known.organisations):
        yield _span(reading, start, end, Kind.ORGANISATION, 0.9, index)
    numbers = (*known.phones, *known.national_numbers, *known.ibans)
    found = list(runs(reading)) if numbers else []
    for kind, values, stands in (
        (Kind.PHONE, known.phones, phoned),
        (Kind.NATIONAL_NUMBER, known.national_numbers, written),
        (Kind.IBAN, known.ibans, written),
        (Kind.PLATE, known.plates, written),
    ):
        yield from _matches(reading, values, stands, kind)
        yield from _nearly(reading, values, found, kind)
    births = tuple(day.isoformat() for day in known.birth_dates)
    yield from _matches(reading, births, born, Kind.BIRTH_DATE)


def _span(reading: Reading, start: int, end: int, kind: Kind, confidence: float, index: int) -> Span:
    return reading.span(start, end, kind, confidence, source=KNOWN, entity=f"{kind}:{index}", reason=REASON)


def _matches(reading: Reading, values: Iterable[str], written: Written, kind: Kind) -> Iterator[Span]:
    for index, value in enumerate(values):
        for start, end in written(reading, value):
            yield _span(reading, start, end, kind, 1.0, index)


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
