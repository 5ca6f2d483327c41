"""A text in the making: pieces that remember what they are, so that no offset is ever searched for."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

GOLD, KEEP, NEUTRAL, PLAIN = "gold", "keep", "neutral", ""


@dataclass(frozen=True)
class Piece:
    """A stretch of text with one role: GOLD must be masked, KEEP must stay, NEUTRAL may be either, PLAIN must stay."""

    text: str
    role: str = PLAIN
    kind: str = ""
    origin: str = ""  # of a person's name: nl, moroccan, …
    known: bool = False  # stands in the case file in some form
    part: str = ""  # the surface form: full, last, initial, lines, …

    def saying(self, text: str) -> "Piece":
        return replace(self, text=text)


@dataclass
class Document:
    """`spans` are gold, `keep` must stay, `neutral` is not counted; offsets are code points of `text`, end exclusive."""

    id: str
    lang: str
    style: str
    text: str
    spans: list[dict[str, Any]] = field(default_factory=list)
    keep: list[dict[str, Any]] = field(default_factory=list)
    neutral: list[dict[str, Any]] = field(default_factory=list)
    casefile: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        return dict(self.__dict__)


def plain(text: str) -> list[Piece]:
    return [Piece(text)] if text else []


def assemble(pieces: Iterable[Piece], document: Document) -> Document:
    """The document with its text and spans filled in from the pieces, in order. Empty pieces leave no span."""
    parts: list[str] = []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        if piece.text.strip() and piece.role:
            _note(document, piece, at, end)
        parts.append(piece.text)
        at = end
    document.text = "".join(parts)
    return document


def _note(document: Document, piece: Piece, start: int, end: int) -> None:
    span: dict[str, Any] = {"start": start, "end": end, "kind": piece.kind}
    if piece.role == GOLD:
        span |= {"origin": piece.origin, "known": piece.known, "part": piece.part}
        document.spans.append(span)
    elif piece.role == KEEP:
        document.keep.append(span)
    else:
        document.neutral.append(span)
