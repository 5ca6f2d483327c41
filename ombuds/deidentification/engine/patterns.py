"""What identifies anyone, seen by its form, and by its check digits where it has them."""

import re
from collections.abc import Callable, Iterator

from stdnum import iban
from stdnum.be import nn

from ombuds.deidentification.engine.folding import Folded
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import PATTERN, Kind, Span
from ombuds.deidentification.engine.words import TITLES

NATIONAL_NUMBER = re.compile(
    r"(?<![^\W_])\d{2}[ .\-]?\d{2}[ .\-]?\d{2}[ .\-]{0,3}\d{3}[ .\-]?\d{2}(?![^\W_])"
)
IBAN = re.compile(r"(?<![^\W_])[a-z]{2}\d{2}(?:[ .\-]?[a-z0-9]{4}){2,7}(?:[ .\-]?[a-z0-9]{1,3})?(?![^\W_])")
EMAIL = re.compile(r"(?<![\w.+-])[\w][\w.+\-]{0,63}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,5}")
PHONE = re.compile(
    r"(?<![\w./])(?:(?:\+|00)(?:32|31|33|49|352)[ ./\-]{0,2}(?:\(0\))?|0)\d{1,3}(?:[ ./\-]{0,2}\d{2,3}){2,4}(?![\w/])"
)
PLATE = re.compile(
    r"(?<![^\W_])[1-9][ .\-][a-z]{3}[ .\-]\d{3}(?![^\W_])|(?<![^\W_])[a-z]{3}[ \-]\d{3}(?![^\W_])"
)
REFERENCE = re.compile(
    r"(?<![^\W_])(?:om|vo)[./\-]\d{4}[./\-]\d{1,7}(?![^\W_])"
    r"|(?:(?<=kenmerk)|(?<=dossiernummer)|(?<=dossiernr)|(?<=reference)|(?<=dossier n°)|(?<=zaak nr\.))[ .:]{1,3}[a-z]{0,6}[./\-]?\d[\w./\-]{2,25}"
)
NUMBERED = r"(?:\s?,?\s*(?:nr\.?|n°|no|numero|nummer)?\s?\d{1,4}(?:\s?[a-h](?![^\W_]))?(?:\s?,?\s*(?:bus|bte|boite|box|b)\.?\s?[\w./]{1,6})?)"
# Bounded repeats throughout: a line of a million letters must not cost more than a line.
STREET_NL = re.compile(
    r"(?<![^\W_])(?:(?:lange|korte|oude|nieuwe|grote|kleine|hoge|lage|koning|koningin|prins|graaf|sint)[ \-])?"
    rf"[^\W\d_][\w'\-]{{0,40}}?(?:straat|laan|steenweg|weg|plein|dreef|lei|kaai|hof|pad|baan|markt|berg|strasse){NUMBERED}(?![^\W_])"
)
STREET_FR = re.compile(
    r"(?<![^\W_])(?:rue|avenue|av\.|boulevard|bd|chaussee|place|quai|allee|square|clos|impasse|dreve|sentier)\s"
    rf"(?:[\w'\-]{{1,30}}\s){{0,5}}?[\w'\-]{{1,30}}{NUMBERED}(?![^\W_])"
)
NUMBER_FIRST = re.compile(
    r"(?<![^\W_])\d{1,4}(?:\s?[a-h]|\s?bis|\s?ter)?\s?,?\s(?:rue|avenue|av\.|boulevard|bd|chaussee|place|quai|allee|square|clos|impasse)\s"
    r"(?:(?:de|du|des|la|le|les|d'|l')\s?){0,3}[^\W\d_][\w'\-]{0,30}(?![^\W_])"
)
TITLED = re.compile(rf"(?<![^\W_])(?:{TITLES})\s+")
CAPITALISED = re.compile(
    r"(?:(?:van|von|de|den|der|het|la|le|du|d['’]|t['’]|ten|ter|el|ben)[ ]?){0,3}"
    r"[A-ZÀ-ÖØ-Þ][\w'’]*(?:[\-. ]{1,2}(?:(?:van|von|de|den|der|het|la|le|du|d['’]|ten|ter|el|ben)[ ]){0,3}[A-ZÀ-ÖØ-Þ][\w'’]*){0,3}"
)


def _valid_iban(text: str) -> bool:
    # Check digits only: a bank code that our list does not know may exist all the same.
    return iban.is_valid(re.sub(r"[ .\-]", "", text), check_country=False)


def _valid_phone(text: str) -> bool:
    digits = sum(c.isdigit() for c in text)
    return 9 <= digits <= 13


def _valid_national_number(text: str) -> bool:
    return nn.is_valid(re.sub(r"\D", "", text))


# A check digit that fits is worth more than a form that fits; an unvalidated number is still shown, as doubtful.
RULES: tuple[tuple[Kind, re.Pattern[str], Callable[[str], bool] | None, float, float], ...] = (
    (Kind.EMAIL, EMAIL, None, 0.99, 0.0),
    (Kind.IBAN, IBAN, _valid_iban, 0.99, 0.0),
    (Kind.NATIONAL_NUMBER, NATIONAL_NUMBER, _valid_national_number, 0.99, 0.6),
    (Kind.PHONE, PHONE, _valid_phone, 0.9, 0.0),
    (Kind.PLATE, PLATE, None, 0.8, 0.0),
    (Kind.REFERENCE, REFERENCE, None, 0.9, 0.0),
    (Kind.ADDRESS, STREET_FR, None, 0.85, 0.0),
    (Kind.ADDRESS, NUMBER_FIRST, None, 0.85, 0.0),
    (Kind.ADDRESS, STREET_NL, None, 0.85, 0.0),
)


def by_pattern(reading: Reading) -> Iterator[Span]:
    folded = reading.folded
    for kind, pattern, valid, sure, doubtful in RULES:
        for match in pattern.finditer(folded.text):
            confidence = sure if valid is None or valid(match.group()) else doubtful
            if confidence:
                start = match.start() + len(match.group()) - len(match.group().lstrip(" .:"))
                yield Span(
                    *folded.original(start, match.end()),
                    kind,
                    PATTERN,
                    confidence,
                    match.group().strip(),
                )


def titled_names(text: str, folded: Folded) -> Iterator[Span]:
    """'mevrouw Janssens', 'M. Dupont': capitals after a title are a person, known or not."""
    for title in TITLED.finditer(folded.text):
        start = folded.original(title.end() - 1, title.end())[1]
        if name := CAPITALISED.match(text, start):
            yield Span(
                start,
                name.end(),
                Kind.PERSON,
                PATTERN,
                0.8,
                " ".join(name.group().split()).casefold(),
            )
