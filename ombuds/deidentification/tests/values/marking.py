"""Reads sentences with ⟦…⟧ around what identifies, and says what the engine did with them."""

import re

from ombuds.deidentification.engine import Kind, KnownIdentifiers, Span, find

MARK = re.compile(r"⟦([^⟧]*)⟧")


def plain_of(marked: str) -> str:
    return MARK.sub(r"\1", marked)


def as_marked(text: str, spans: list[Span]) -> str:
    """The text with ⟦…⟧ around every span; spans that touch count as one."""
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], "⟦", text[span.start : span.end], "⟧"]
        at = span.end
    return "".join([*pieces, text[at:]]).replace("⟧⟦", "")


def marked(sentence: str, language: str = "nl", known: KnownIdentifiers | None = None) -> str:
    """The same sentence as the engine marks it: equal to `sentence` when it does what is asked."""
    text = plain_of(sentence)
    return as_marked(text, find(text, language, known))


def kinds(text: str, language: str = "nl", known: KnownIdentifiers | None = None) -> dict[str, Kind]:
    return {text[s.start : s.end]: s.kind for s in find(text, language, known)}
