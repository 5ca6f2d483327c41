"""Finds people that no case file names: by what stands around them, by lexicons, by the form of the word."""

from collections.abc import Iterator, Sequence

from ombuds.deidentification.engine.folding import Folded
from ombuds.deidentification.engine.lexicons import Vocabulary
from ombuds.deidentification.engine.patterns import titled_names
from ombuds.deidentification.engine.spans import Span

Range = tuple[int, int]


def find_persons(
    text: str,
    folded: Folded,
    language: str,
    taken: Sequence[Range] = (),
    vocabulary: Vocabulary | None = None,
    soft: Sequence[Range] = (),
) -> Iterator[Span]:
    """Person spans in the order of the text, none overlapping another or anything in `taken`.

    `taken`: (start, end) in code points of `text`: what must stay, known names, numbers, addresses.
    `soft`: ranges that a name overrides when what stands around it is strong ('mevrouw Leuven'): towns, organisations.
    """
    blocked = sorted(taken)
    for span in titled_names(text, folded):
        if not any(start < span.end and span.start < end for start, end in blocked):
            yield span
