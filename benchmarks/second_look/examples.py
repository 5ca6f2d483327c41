"""From a document with gold marks to what the network learns from: what it sees of each word, and what the word is.

The engine has mostly found the names in these letters, so a part of what it found is taken away again, whole names or pieces
of them: that is what the network has to find in letters that nobody knows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import numpy as np

from benchmarks.letters.piece import Document
from ombuds.deidentification.engine.finding import first_look
from ombuds.deidentification.engine.keeping import keep_spans
from ombuds.deidentification.engine.known import KnownIdentifiers, from_case_file
from ombuds.deidentification.engine.persons.tokens import Text, text_of
from ombuds.deidentification.engine.reading import read
from ombuds.deidentification.engine.second_look import seeing
from ombuds.deidentification.engine.second_look.labels import LABEL_OF, NEITHER
from ombuds.deidentification.engine.second_look.weak import is_weak
from ombuds.deidentification.engine.spans import Kind, Span

SHARES = (0.0, 0.0, 0.0, 0.3, 0.6, 1.0)  # of what was found, taken away again
PIECES = 0.35  # of the texts have many names of which only a piece was found
# Of these words it learns what they are: who says that a body stays may be wrong too.
OPEN = frozenset({seeing.FREE, seeing.STAYS})
NAMED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.ADDRESS})
WORD = re.compile(r"[^\W_]+")


@dataclass
class Example:
    """One text: a row of `rows` for each different word, and for each word its place among them, its form, gap, cover, label."""

    words: np.ndarray
    forms: np.ndarray
    gaps: np.ndarray
    covers: np.ndarray
    labels: np.ndarray  # NEITHER where nothing is to be learned


def examples(
    document: Document, rng: Random, words: dict[tuple[str, str], int], times: int = 1
) -> Iterator[Example]:
    known = (
        from_case_file(document.casefile) if document.casefile and rng.random() < 0.5 else KnownIdentifiers()
    )
    reading = read(document.text, document.lang)
    if not reading.words:
        return
    keep = list(keep_spans(reading, known, keep_office_holders=bool(known.bodies)))
    spans, kept = first_look(reading, known, None, keep), [(k.start, k.end) for k in keep]
    text = text_of(reading.folded, document.lang)
    gold = _gold(document, text)
    ids = [words.setdefault((word, document.lang), len(words)) for word in text.words]
    forms, gaps = seeing.places(text)
    for _ in range(times):
        sure = [span for span in spans if not is_weak(span)] if rng.random() < 0.6 else spans
        left = _left(sure, document.text, rng.choice(SHARES), rng)
        if rng.random() < PIECES:
            left = [part for span in left for part in _half(span, document.text, rng)]
        covers = seeing.covers(text, left, kept)
        labels = [label if cover in OPEN else NEITHER for label, cover in zip(gold, covers, strict=True)]
        yield Example(*(np.asarray(one, dtype=np.int32) for one in (ids, forms, gaps, covers, labels)))


def _gold(document: Document, text: Text) -> list[int]:
    labels = [0] * len(text)
    for span in document.neutral:
        for index in text.within([(span["start"], span["end"])]):
            labels[index] = NEITHER
    for span in document.spans:
        for index in text.within([(span["start"], span["end"])]):
            labels[index] = LABEL_OF[span["kind"]]
    return labels


def _left(spans: list[Span], text: str, share: float, rng: Random) -> list[Span]:
    """What is left when a share of all that was found is taken away, the same words everywhere or only a piece of them."""
    gone: dict[str, bool] = {}
    left: list[Span] = []
    for span in spans:
        said = text[span.start : span.end].lower()
        if not gone.setdefault(said, rng.random() < share):
            left.append(span)
        elif rng.random() < 0.3:
            left += _piece(span, text, rng)
    return left


def _half(span: Span, text: str, rng: Random) -> list[Span]:
    """The span, or of a name of several words in six of ten cases a piece."""
    if span.kind not in NAMED or rng.random() < 0.4:
        return [span]
    return list(_piece(span, text, rng)) or [span]


def _piece(span: Span, text: str, rng: Random) -> Iterator[Span]:
    """The first or the last words of a span."""
    words = [
        (span.start + m.start(), span.start + m.end()) for m in WORD.finditer(text[span.start : span.end])
    ]
    if len(words) < 2:
        return
    cut = rng.randrange(1, len(words))
    start, end = (span.start, words[cut - 1][1]) if rng.random() < 0.5 else (words[cut][0], span.end)
    yield Span(start, end, span.kind, span.source, span.confidence)
