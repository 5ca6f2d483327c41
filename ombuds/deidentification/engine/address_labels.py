"""Addresses without a street word or number, where a label or a postcode in brackets says what they are: 'Adresse : Haut-Village'."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.doubtful_words import PUBLIC
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import PATTERN, Kind, Span

REASON = "The form of an address"
_SMALL = r"(?:(?:de|du|des|d'|la|le|les|l'|en|sur|sous|aux?|the|of|on|in|op|den|het|ter|ten|van|der|am|an|im|auf|zum|zur) ?)"
_NAME = rf"[A-Z][\w'\-]{{1,30}}(?: {_SMALL}{{0,2}}[A-Z][\w'\-]{{1,30}}){{0,3}}"
LABELLED = re.compile(
    rf"(?:^|\n|[ \t]{{2}})[ \t>*\-•]{{0,4}}(?:Adresse?|Address|Home address|Domicile|Anschrift|Wohnadresse|Adres|Woonadres|Domicilie)[ \t.]{{0,12}}:[ \t]{{1,4}}(?P<v>{_NAME})(?=[ \t]*(?:[,;(]|\n|\Z))"
)
BEFORE_POSTCODE = re.compile(rf"(?<![.!?:\n] )(?<=[a-z,] )(?P<v>{_NAME}) (?=\((?:B-)?[1-9]\d{{3}} [A-Z])")
WORD = re.compile(r"[^\W_]+")


def address_labels(reading: Reading) -> Iterator[Span]:
    for pattern in (LABELLED, BEFORE_POSTCODE):
        for match in matches(pattern, reading, cased=True):
            if not any(PUBLIC.match(word) for word in WORD.findall(match["v"].lower())):
                yield reading.span(
                    *match.span("v"), Kind.ADDRESS, 0.6, source=PATTERN, part="street", reason=REASON
                )
