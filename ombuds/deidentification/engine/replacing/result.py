"""What comes out: the new text, and the spans of the old one with what stands there now."""

from collections.abc import Iterable
from dataclasses import dataclass

from ombuds.deidentification.engine.spans import Mode, Span


@dataclass(frozen=True, slots=True)
class Deidentified:
    """`spans` have the offsets of the old text.

    In fiction and pseudonym a span may begin a word or two earlier than what `find` gave: the small words before a
    name that had to change with it (d'Anne → de Karim) belong to it.
    """

    text: str
    spans: tuple[Span, ...]
    mode: Mode


def apply(text: str, spans: Iterable[Span]) -> str:
    """The text with each span's replacement; every character outside the spans stays as it was."""
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], span.replacement]
        at = span.end
    return "".join([*pieces, text[at:]])
