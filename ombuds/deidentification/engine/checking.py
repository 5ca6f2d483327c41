"""The check before publication: is anything that names the people of the case still there?"""

from collections.abc import Iterable
from dataclasses import dataclass

from ombuds.deidentification.engine.finding import find
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.spans import KNOWN, Kind

# Numbers of a person may never be published, known to the case or not; names and dates only when they are the case's.
NEVER = frozenset({Kind.NATIONAL_NUMBER, Kind.IBAN, Kind.PLATE})
CONTEXT = 30


@dataclass(frozen=True, slots=True)
class Finding:
    """One identifier that is still there: where, what kind, and the words around it."""

    where: str
    kind: Kind
    text: str
    before: str
    after: str
    certain: bool
    start: int = 0


def check(text: str, known: KnownIdentifiers, *, where: str = "text", language: str = "nl") -> list[Finding]:
    """What must not be published, in reading order; empty means the text may go on."""
    return [
        Finding(
            where=where,
            kind=span.kind,
            text=text[span.start : span.end],
            before=text[max(0, span.start - CONTEXT) : span.start],
            after=text[span.end : span.end + CONTEXT],
            certain=span.confidence == 1.0,
            start=span.start,
        )
        for span in find(text, language, known)
        if span.source == KNOWN or (span.kind in NEVER and span.confidence > 0.7)
    ]


def findings_in(
    parts: Iterable[tuple[str, str]], known: KnownIdentifiers, language: str = "nl"
) -> list[Finding]:
    """The same over the parts of a file or page: (where, text) pairs."""
    return [
        finding for where, text in parts for finding in check(text, known, where=where, language=language)
    ]
