"""A text cut into plain stretches and marks, ready for a template."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext

from ombuds.deidentification.engine import Span
from ombuds.deidentification.terms import KINDS, SOURCES, UNSURE_BELOW, group_of


@dataclass(frozen=True)
class Mark:
    """One found stretch as a page shows it. `state`: sure, unsure, masked or left; `id` is its HTML id."""

    start: int
    end: int
    kind: str
    state: str
    id: str
    text: str
    source: str = ""
    reason: str = ""
    confidence: float = 1.0

    @property
    def group(self) -> str:
        return group_of(self.kind)

    @property
    def label(self) -> str | Promise:
        return KINDS.get(self.kind, self.kind)

    @property
    def found_by(self) -> str | Promise:
        return SOURCES.get(self.source, self.source)

    @property
    def percent(self) -> int:
        return round(self.confidence * 100)

    @property
    def why(self) -> str:
        return gettext(self.reason) if self.reason else ""


@dataclass(frozen=True)
class Segment:
    """Plain words, or a mark."""

    text: str
    mark: Mark | None = None


def state_of(confidence: float) -> str:
    return "unsure" if confidence < UNSURE_BELOW else "sure"


def marks_of(text: str, spans: Iterable[Span], prefix: str = "m") -> list[Mark]:
    """The engine's spans as marks, none decided yet."""
    return [
        Mark(
            s.start, s.end, s.kind, state_of(s.confidence), f"{prefix}{s.start}-{s.end}", text[s.start : s.end],
            s.source, s.reason, s.confidence,
        )
        for s in spans
    ]  # fmt: skip


def segments(text: str, marks: Sequence[Mark]) -> list[Segment]:
    """The whole text in order; the marks are sorted and do not overlap."""
    found, at = [], 0
    for mark in marks:
        if mark.start > at:
            found.append(Segment(text[at : mark.start]))
        found.append(Segment(mark.text, mark))
        at = mark.end
    if at < len(text):
        found.append(Segment(text[at:]))
    return found
