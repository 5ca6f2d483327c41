"""Who wrote a note, by two or three letters behind a label at the end of a line: 'Verslag: MG', 'Prise par : FM'."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

NOTED = re.compile(
    r"(?<![^\W_])(?i:verslag(?:gever)?|notulen|notulist|opgenomen door|genoteerd door|opgesteld door|paraaf|rapport(?:eur)?|proces-verbal|prise? par|pris note|note prise par|redige par|paraphe|"
    r"minutes(?: by)?|taken by|noted by|drafted by|initials|note by|protokoll(?:ant)?|aufgenommen von|notiert von|verfasst von|kurzel|handzeichen|behandeld door|traite par|handled by|bearbeitet von)"
    r" ?: ?(?P<v>[A-Z]{2,3})(?=[ \t]*(?:\n|\Z|[.;,/|(]))"
)
NOBODY = frozenset("OK NB PM NVT TBD TBC FYI PDF SMS PV NL FR EN DE BE EU".split())


def initials_noted(reading: Reading) -> Iterator[Span]:
    if ":" not in reading.plain:
        return
    for match in matches(NOTED, reading, cased=True):
        if match["v"] not in NOBODY:
            said = match["v"].lower()
            yield reading.span(
                *match.span("v"), Kind.PERSON, 0.7, entity=f"name:{said}", part="initials", reason=REASON
            )


REASON = "A label for a name stands before it"
