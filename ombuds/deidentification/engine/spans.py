"""A span: one stretch of text that identifies, and why we think so."""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    PERSON = "person"
    ADDRESS = "address"
    PLACE = "place"
    DATE = "date"
    NATIONAL_NUMBER = "national_number"
    IBAN = "iban"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    PLATE = "plate"
    REFERENCE = "reference"
    ORGANISATION = "organisation"


class Mode(StrEnum):
    MARK = "mark"
    REDACT = "redact"
    PSEUDONYM = "pseudonym"
    FICTION = "fiction"


KNOWN = "known"
PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Span:
    """Offsets are code points of the input; `entity` ties the mentions of one person or place together."""

    start: int
    end: int
    kind: Kind
    source: str
    confidence: float
    entity: str = ""
    part: str = ""
    replacement: str = ""

    @property
    def length(self) -> int:
        return self.end - self.start


def resolve(spans: Iterable[Span], text: str) -> list[Span]:
    """Spans that do not overlap: what the case knows wins over patterns, longer wins over shorter.

    What is left of the loser beside the winner is covered too: better a word too many than half a name.
    """
    ranked = sorted(spans, key=lambda s: (s.source != KNOWN, -s.length, -s.confidence, s.start, s.kind))
    taken: list[Span] = []
    starts: list[int] = []
    for span in ranked:
        for piece in _pieces(span, taken, starts):
            if piece == span or sum(c.isalnum() for c in text[piece.start : piece.end]) > 1:
                at = bisect(starts, piece.start)
                taken.insert(at, piece)
                starts.insert(at, piece.start)
    return taken


def _pieces(span: Span, taken: list[Span], starts: list[int]) -> list[Span]:
    """The parts of the span that nothing covers yet."""
    at = max(0, bisect(starts, span.start) - 1)
    start, pieces = span.start, []
    while at < len(taken) and taken[at].start < span.end:
        if taken[at].end > start:
            if taken[at].start > start:
                pieces.append(replace(span, start=start, end=taken[at].start))
            start = taken[at].end
        at += 1
    return [*pieces, replace(span, start=start)] if start < span.end else pieces
