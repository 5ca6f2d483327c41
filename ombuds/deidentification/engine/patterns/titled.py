"""Capitals after a title are a person, known or not."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.folding import Folded
from ombuds.deidentification.engine.spans import PATTERN, Kind, Span
from ombuds.deidentification.engine.words import TITLES

TITLED = re.compile(rf"(?<![^\W_])(?:{TITLES})\s+")
CAPITALISED = re.compile(
    r"(?:(?:van|von|de|den|der|het|la|le|du|d['’]|t['’]|ten|ter|el|ben)[ ]?){0,3}"
    r"[A-ZÀ-ÖØ-Þ][\w'’]*(?:[\-. ]{1,2}(?:(?:van|von|de|den|der|het|la|le|du|d['’]|ten|ter|el|ben)[ ]){0,3}[A-ZÀ-ÖØ-Þ][\w'’]*){0,3}"
)


def titled_names(text: str, folded: Folded) -> Iterator[Span]:
    """'mevrouw Janssens', 'M. Dupont': capitals after a title are a person, known or not."""
    for title in TITLED.finditer(folded.text):
        start = folded.original(title.end() - 1, title.end())[1]
        if name := CAPITALISED.match(text, start):
            entity = " ".join(name.group().split()).casefold()
            yield Span(
                start, name.end(), Kind.PERSON, PATTERN, 0.8, entity, reason="A title stands before it"
            )
