"""Streets, postcodes and towns that the case file knows: short forms, both languages, a typing error."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.known import Address
from ombuds.deidentification.engine.naming import GAP, POSSESSIVE, errors_allowed, is_named, words_of
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import KNOWN, Kind, Span
from ombuds.deidentification.engine.street_forms import BOXES, NUMBER, TAIL
from ombuds.deidentification.engine.street_words import FRENCH_PARTICLES
from ombuds.deidentification.engine.towns import DATA
from ombuds.deidentification.engine.words import EVERYDAY, STREET_WORDS

REASON = "The case file has this address"
SAINTS = frozenset({"sint", "saint"})  # written in three ways
LONG_ENOUGH = 9  # letters a street needs before it may be misspelt


@cache
def _other_towns() -> dict[str, tuple[str, ...]]:
    """Plain name → the names of the same municipality."""
    others: dict[str, tuple[str, ...]] = {}
    for line in (DATA / "towns.csv").read_text(encoding="utf-8").splitlines():
        # The first two are the Dutch and the French name; what follows are its parts.
        names = tuple(line.partition(";")[0].split("|")[:3])
        for name in names:
            others.setdefault(plain(name), names)
    return others


@cache
def _other_streets() -> dict[str, tuple[str, ...]]:
    others: dict[str, list[str]] = {}
    for line in (DATA / "bilingual_streets.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            a, _, b = line.partition("|")
            others.setdefault(_key(a), []).append(b)
            others.setdefault(_key(b), []).append(a)
    return {key: tuple(dict.fromkeys(names)) for key, names in others.items()}


def _key(street: str) -> str:
    return "".join(words_of(street))


def names_of_street(street: str) -> tuple[str, ...]:
    return (street, *_other_streets().get(_key(street), ()))


def names_of_town(town: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([town, *_other_towns().get(plain(town).strip(), ())]))


def street_word(word: str) -> str:
    """A word of a street name with its short forms: 'Kerkstraat' is also 'Kerkstr.'."""
    if word in STREET_WORDS:
        return STREET_WORDS[word]
    for ending in ("straat", "laan", "steenweg", "plein", "strasse"):
        if word.endswith(ending) and len(word) > len(ending):
            return (
                re.escape(word.removesuffix(ending))
                + r"[ \-]?"
                + STREET_WORDS.get(ending, r"str(?:asse)?\.?")
            )
    return re.escape(word)


NUMBER_BEFORE = re.compile(rf"(?<![^\W_]){NUMBER}\s?,?\s\Z")
OF_A_DAY = re.compile(r"(?:19|20)\d\d\s?,?\s\Z|\d[./\-]\d{1,4}\s?,?\s\Z")
POSTCODE = re.compile(r"[ ,]{1,3}[1-9]\d{3}")
LONGEST_NUMBER = 30
TELLING_LETTERS = 4


@lru_cache(maxsize=4096)
def street_pattern(street: str) -> re.Pattern[str] | None:
    words = words_of(street)
    return re.compile(rf"(?<![^\W_]){GAP.join(map(street_word, words))}") if words else None


@lru_cache(maxsize=4096)
def _after_street(town: str) -> re.Pattern[str]:
    """What may follow street and number: the postcode, and the town."""
    if not town:
        return re.compile(r"(?:[\s,\-(]{1,4}[1-9]\d{3}(?!\d))?(?![^\W_])")
    name = GAP.join(map(re.escape, words_of(town)))
    return re.compile(rf"(?:[\s,\-(]{{1,4}}(?:b-)?[1-9][\do]{{3}}(?:\s{{1,2}}{name})?\)?)?(?![^\W_])")


def streets_in(text: str, street: str, towns: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where the street stands in a plain text, with its number before or after it, its postcode and its town.

    One expression for all of it takes longer to build than the text to read, so it is tried piece by piece.
    """
    if not any(letters in text for letters in _telling(street)):
        return
    pattern = street_pattern(street)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        tail = TAIL.match(text, match.end())
        if tail and POSTCODE.fullmatch(tail.group()) and _with_number(text, match.start()) < match.start():
            tail = None  # '232, rue de Tournai|, 5500 Dinant'
        start = match.start() if tail else _with_number(text, match.start())
        box = BOXES.match(text, match.end()) if start < match.start() else None
        ends = [tail.end(), match.end()] if tail else [box.end() if box else match.end()]
        for town in towns:
            rests = [rest.end() for end in ends if (rest := _after_street(town).match(text, end))]
            if rests:
                yield start, _without_bracket(text, start, rests[0])


def _with_number(text: str, street: int) -> int:
    """Where the number before a street begins, '5, rue Haute'; the year or the day of a date is none."""
    before = NUMBER_BEFORE.search(text, max(0, street - LONGEST_NUMBER), street)
    if before is None or OF_A_DAY.search(text, max(0, before.start() - LONGEST_NUMBER), before.end()):
        return street
    return before.start()


def _without_bracket(text: str, start: int, end: int) -> int:
    """A closing bracket belongs to the address only when the opening one does."""
    return end - 1 if text[end - 1] == ")" and "(" not in text[start:end] else end


@lru_cache(maxsize=4096)
def _telling(street: str) -> tuple[str, ...]:
    """How a word begins without which it is not this street: of the longest that is no word for a street."""
    words = words_of(street)
    telling = max((w for w in words if w not in STREET_WORDS), key=len, default="")
    for ending in ("straat", "laan", "steenweg", "plein", "strasse"):
        if telling.endswith(ending) and len(telling) > len(ending):
            telling = telling.removesuffix(ending)
    return (telling[:TELLING_LETTERS],)


@lru_cache(maxsize=4096)
def town_pattern(town: str) -> re.Pattern[str]:
    words = [re.sub(r"^(?:sint|saint)$", r"(?:sint|saint|st)", re.escape(w)) for w in words_of(town)]
    return re.compile(
        rf"(?<![^\W_])(?:(?:b-)?[1-9][\do]{{3}}\s{{1,2}})?{GAP.join(words)}{POSSESSIVE}(?![^\W_])"
    )


@lru_cache(maxsize=4096)
def postcode_pattern(postcode: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:b-)?{re.escape(plain(postcode))}(?![^\W_])")


def known_addresses(reading: Reading, known: tuple[Address, ...]) -> Iterator[Span]:
    for index, address in enumerate(known):
        entity = f"address:{index}"
        for street in names_of_street(address.street):
            for start, end in streets_in(reading.plain, street, names_of_town(address.town)):
                yield _span(reading, start, end, Kind.ADDRESS, 1.0, entity, "street")
            yield from _without_its_word(reading, street, entity)
            yield from _misspelt(reading, street, entity)
        if address.postcode and words_of(address.postcode):
            if plain(code := address.postcode.strip()) not in reading.plain:
                continue
            for match in postcode_pattern(code).finditer(reading.plain):
                entity_of_code = f"postcode:{address.postcode}"
                yield _span(reading, *match.span(), Kind.PLACE, 0.95, entity_of_code, "postcode")


# 't Hof, 's-Gravenstraat: the article goes with its apostrophe.
ARTICLE = re.compile(r"[ts][ \-]")


def _span(
    reading: Reading, start: int, end: int, kind: Kind, confidence: float, entity: str, part: str
) -> Span:
    if part == "street" and ARTICLE.match(reading.plain, start) and reading.plain[start - 1 : start] == "'":
        start -= 1
    return reading.span(start, end, kind, confidence, source=KNOWN, entity=entity, part=part, reason=REASON)


def _without_its_word(reading: Reading, street: str, entity: str) -> Iterator[Span]:
    """'Quatre-Vents 12' for the rue des Quatre-Vents: only before a number."""
    words = list(words_of(street))
    while len(words) > 1 and (words[0] in STREET_WORDS or words[0] in FRENCH_PARTICLES):
        del words[0]
    if tuple(words) == tuple(words_of(street)) or len("".join(words)) < TELLING_LETTERS:
        return
    for index in reading.places.get(words[0], ()):
        last = index + len(words) - 1
        if reading.words[index : last + 1] == words and (
            tail := TAIL.match(reading.plain, reading.ends[last])
        ):
            yield _span(reading, reading.starts[index], tail.end(), Kind.ADDRESS, 0.9, entity, "street")


def _misspelt(reading: Reading, street: str, entity: str) -> Iterator[Span]:
    """One or two typing errors in the street name, with its number when that follows."""
    words = words_of(street)
    wanted = "".join(words)
    if len(wanted) < LONG_ENOUGH:
        return
    errors = 1 if len(wanted) < 13 else 2
    count = len(words)
    for index in reading.folded.by_letter.get(wanted[0], ()):
        if index + count > len(reading.words):
            break
        found = "".join(reading.words[index : index + count])
        near = abs(len(found) - len(wanted)) <= errors and found != wanted
        if near and OSA.distance(found, wanted, score_cutoff=errors) <= errors:
            start, end = reading.starts[index], reading.ends[index + count - 1]
            tail = TAIL.match(reading.plain, end)
            yield _span(reading, start, tail.end() if tail else end, Kind.ADDRESS, 0.85, entity, "street")


def known_towns(reading: Reading, known: tuple[str, ...]) -> Iterator[Span]:
    for index, town in enumerate(known):
        for name in names_of_town(town):
            words = words_of(name)
            if not words or not all(word in reading.plain for word in words if word not in SAINTS):
                continue
            for match in town_pattern(name).finditer(reading.plain):
                start, end = reading.folded.original(*match.span())
                said = reading.text[start:end].lstrip("0123456789 \n\t-Bb")
                if is_named(words, said) or (errors_allowed(words[0]) > 0 and words[0] not in EVERYDAY):
                    yield _span(reading, *match.span(), Kind.PLACE, 1.0, f"town:{index}", "town")
