"""Street addresses that no case file names: street, number, box, postcode and town, in the ways of four languages."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import Kind, Span
from ombuds.deidentification.engine.street_words import (
    AFTER_A_NUMBER,
    ENDINGS,
    FIRST_WORDS,
    FRENCH_STRONG,
    FRENCH_WEAK,
    GERMAN_FIRST,
    LAST_WORDS,
    NO_NAME,
    NO_STREETS,
    PARTICLES,
)
from ombuds.deidentification.engine.words import MONTHS, WEEKDAYS

REASON = "The form of an address"
DIGIT = r"[0-9lo]"
# 12, 12A, 12-14, 12/3, 12 bis; a scanner reads 1 as l and 0 as O.
NUMBER = (
    rf"(?:n°\s?|nr\.?\s?|no\.?\s?|nummer\s|numero\s|number\s|hausnr\.?\s?|hausnummer\s|huisnr\.?\s?|huisnummer\s)?(?=[lo]{{0,2}}\d)(?!0\d){DIGIT}{{1,4}}(?:\s?[\-–/+]\s?\d{{1,4}}(?!\d)){{0,2}}"
    r"(?:\s?(?:bis|ter|quater)|[a-h](?![^\W_]|'|\.[a-z])|\s[bcfgh](?![^\W_]|'|\.[a-z]))?"
)
BOX = (
    r"(?:[\s,/\-(]{1,3}(?:(?:bus|bte|boite|box|bt|b|app(?:artement)?|appt|apt|apartment|flat|et|etage|verd|verdiep(?:ing)?|niveau|kamer|chambre|studio|"
    r"wohnung|whg|stock|unit|suite|room|bloc|blok|escalier|rez|top)\.?[\s:°]{0,2}(?:nr\.?\s?|n°\s?)?(?:\d{1,4}[a-z]?(?:[./\-]\d{1,4})?|[a-z]\d{0,3})"
    r"|\d{1,2}(?:e|de|ste|er|eme|ieme|nd|rd|st|th|\.)?\s(?:verdieping|verdiep|etage|floor|stock|og)|gelijkvloers|rez-de-chaussee|erdgeschoss|ground floor)(?![^\W_])\)?){0,3}"
)
EDGE = r"(?![^\W_])"
# What makes the figures after a street something else than its number.
NOT_A_NUMBER = rf"(?!\s?(?:{AFTER_A_NUMBER})(?![^\W_]))"
TAIL = re.compile(rf"[\s,]{{1,3}}{NUMBER}{EDGE}{NOT_A_NUMBER}{BOX}")
BEFORE = re.compile(rf"(?<![^\W_])(?<!\d[.,/])(?P<v>{NUMBER}{BOX})[\s,]{{1,3}}\Z")
FRENCH_NAME = re.compile(
    rf"\.?[\s\-]{{1,2}}(?P<n>(?:[\w'\-.]{{1,30}}[ ]){{0,7}}?[\w'\-.]{{1,30}}){TAIL.pattern}"
)
WORD = re.compile(r"\.?[ \-'\n]{1,2}[\w'\-]+")
# Any words with a capital and a number, right before a postcode: Meir 50, En Féronstrée 86.
LINE_BEFORE = re.compile(
    r"(?<![^\W_])(?P<v>(?!(?:In|Op|Te|Aan|Ik|Wij|Hij|Zij|Dans|Au|Le|Les|At|On|He|She|We|Ich|Er|Sie|Wir|Art|Artikel|Article|Nr|Tel|BTW|TVA)\b)"
    r"(?:[A-Z][a-z]{0,2}\.|[A-Z][\w'\-]*)(?:[ \-](?:[A-Z][\w'\-]*|[A-Z][a-z]{0,2}\.|(?:de|la|du|des|den|der|van|'t|l'|d'|aux|sur|ter|ten|het|le|les)(?=[ '\w]))){0,4}"
    rf"(?i:{TAIL.pattern}))[\s,;|\-–]{{1,4}}\Z"
)
POST_BOX = re.compile(r"[bp](?<![^\W_].)(?:(?<=p)ostbus|(?<=b)\.?p\.?|(?<=b)oite postale|(?<=p)\.?\s?o\.?\s?box|(?<=p)ostfach)\s(?:n°\s?)?\d{1,6}(?![^\W_])")  # fmt: skip
CALENDAR = frozenset(
    w.lower() for words in (*MONTHS.values(), *WEEKDAYS.values()) for w in words
) | frozenset({"fevrier", "aout", "decembre", "marz"})


def streets(reading: Reading) -> Iterator[Span]:
    """Streets with or without a number; postcodes and towns are found apart and joined to them."""
    for start, end, confidence in _all(reading):
        yield reading.span(start, end, Kind.ADDRESS, confidence, part="street", reason=REASON)


def _all(reading: Reading) -> Iterator[tuple[int, int, float]]:
    yield from _by_ending(reading)
    yield from _by_french_word(reading)
    yield from _german(reading)
    for match in POST_BOX.finditer(reading.plain):
        yield (*match.span(), 0.8)


def _ending(word: str) -> str | None:
    """'strong' for words that can hardly be anything but a street, 'weak' for those that need a number."""
    if word in LAST_WORDS:
        return "two words"
    for ending, strength in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            if word in NO_STREETS:
                return "weak" if ending in {"straat", "strasse"} else None
            return strength
    return None


def _by_ending(reading: Reading) -> Iterator[tuple[int, int, float]]:
    """Kerkstraat 12, Koning Albertlaan, Hauptstraße 4, 12 Church Street."""
    for word, indexes in reading.places.items():
        strength = _ending(word)
        if strength is None:
            continue
        for index in indexes:
            yield from _one(reading, index, strength)


def _one(reading: Reading, index: int, strength: str) -> Iterator[tuple[int, int, float]]:
    end = reading.ends[index] + (reading.plain[reading.ends[index] : reading.ends[index] + 1] == ".")
    tail = TAIL.match(reading.plain, end) or TAIL.match(reading.plain, reading.ends[index])
    start = _street_start(reading, index)
    alone = start == reading.starts[index]
    if alone and strength == "two words":
        return
    before = _number_before(reading, start) if not tail else None
    if tail and not (strength == "weak" and _is_year(tail.group().strip(" ,"))):
        yield start, tail.end(), 0.9
    elif before is not None and (reading.is_capital(index) or strength == "strong"):
        yield before, reading.ends[index], 0.85
    elif strength != "weak" and reading.is_capital(index) and not _is_plain_noun(reading, index):
        yield start, reading.ends[index], 0.8


def _is_plain_noun(reading: Reading, index: int) -> bool:
    """German writes every noun with a capital: a street alone needs a proper first part there."""
    return reading.language == "de" and reading.words[index] in {"hauptstrasse", "seitenstrasse", "nebenstrasse", "einbahnstrasse", "bundesstrasse", "landstrasse"}  # fmt: skip


def _number_before(reading: Reading, start: int) -> int | None:
    match = BEFORE.search(reading.plain, max(0, start - 24), start)
    return match.start("v") if match and not _is_year(match["v"]) else None


def _is_year(number: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", number.strip()) is not None


def _street_start(reading: Reading, index: int) -> int:
    """Back over the words of the name: Burgemeester De Vos|straat, Sint-Pieters|laan, Kölner |Straße."""
    words, starts, ends = reading.words, reading.starts, reading.ends
    shouting = _shouts(reading, index)
    start = index
    for previous in range(index - 1, max(-1, index - 7), -1):
        gap = reading.plain[ends[previous] : starts[previous + 1]]
        joined = gap in {"-", "'"}
        short = len(words[previous]) == 1 or words[previous] in FIRST_WORDS
        if not joined and gap != " " and not (gap in {". ", "."} and short):
            break
        named = reading.is_capital(previous) and not shouting and words[previous] not in NO_STREETS
        if joined or words[previous] in FIRST_WORDS or (named and words[previous] not in PARTICLES):
            start = previous
        elif words[previous] not in PARTICLES:
            break
    if words[start - 1 : start] and start < index and words[start - 1] in {"de", "van", "den", "der"}:
        start -= reading.is_capital(start - 1) and not shouting and not _opens(reading, start - 1)
    return starts[start]


def _opens(reading: Reading, index: int) -> bool:
    """Whether the word opens a sentence or line, where its capital says nothing."""
    before = reading.plain[max(0, reading.starts[index] - 3) : reading.starts[index]]
    return not before.strip() or before.rstrip()[-1] in ".!?:;\n" or "\n" in before


def _shouts(reading: Reading, index: int) -> bool:
    """Capitals only: there a capital does not set a name apart. In lower case neither."""
    word = reading.cased[reading.starts[index] : reading.ends[index]]
    return word.isupper() or word.islower()


def _by_french_word(reading: Reading) -> Iterator[tuple[int, int, float]]:
    """rue de la Loi 16, 16 rue de la Loi, av. Louise, Grand-Place 1."""
    for word in (FRENCH_STRONG | FRENCH_WEAK) & reading.places.keys():
        for index in reading.places[word]:
            start = reading.starts[index]
            before = _number_before(reading, start)
            match = FRENCH_NAME.match(reading.plain, reading.ends[index])
            name_end = _name_end(reading, index)
            if match and _is_one_name(match["n"]):
                yield start if before is None else before, match.end(), 0.9
            elif before is not None and name_end > reading.ends[index]:
                yield before, name_end, 0.85
            elif word in FRENCH_STRONG and name_end > reading.ends[index]:
                yield start, name_end, 0.8


def _is_one_name(name: str) -> bool:
    """Not a sentence that happens to end in a number: 'la place que j'ai payée 12'."""
    words = re.findall(r"[^\W_]+", name)
    return not all(w in PARTICLES for w in words) and not any(w in NO_NAME or w in CALENDAR for w in words)


def _name_end(reading: Reading, index: int) -> int:
    """Over small words to the last word with a capital: rue de la |Montagne aux |Herbes."""
    end, last = reading.ends[index], reading.ends[index]
    shouting = _shouts(reading, index) and reading.cased[reading.starts[index] : end].isupper()
    for follower in range(index + 1, min(len(reading.words), index + 9)):
        gap = reading.plain[reading.ends[follower - 1] : reading.starts[follower]]
        if gap not in {" ", "-", "'", ". ", "\n"} or (shouting and follower > index + 3):
            break
        word = reading.words[follower]
        if reading.is_capital(follower) and not (shouting and word in PARTICLES):
            last = reading.ends[follower]
        elif word not in PARTICLES and gap != "-":
            break
    return last


def _german(reading: Reading) -> Iterator[tuple[int, int, float]]:
    """Am Markt 5, An der Kirche 12, Im Winkel 3."""
    for match in GERMAN_FIRST.finditer(reading.cased):
        tail = TAIL.match(reading.plain, match.end())
        word = match["n"].lower()
        if (
            tail
            and word not in CALENDAR
            and word not in NO_STREETS
            and not _is_year(tail.group().strip(" ,"))
        ):
            after = reading.plain[tail.end() : tail.end() + 12]
            if re.match(r"\s*(?:[,.;)\n]|in\s|\d{4,5}|$|[-–])", after):
                yield match.start(), tail.end(), 0.75
