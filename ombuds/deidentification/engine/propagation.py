"""A name found once is found everywhere: in the rest of the document and in the other documents of the case."""

from collections.abc import Sequence

from ombuds.deidentification.engine.entities import Entities
from ombuds.deidentification.engine.folding import Folded
from ombuds.deidentification.engine.lexicons import EMPTY, Vocabulary
from ombuds.deidentification.engine.mentions import Mentions
from ombuds.deidentification.engine.spans import Span

Document = tuple[str, Folded, str, Sequence[Span], Sequence[tuple[int, int]]]


def propagate(documents: Sequence[Document], vocabulary: Vocabulary | None = None) -> list[list[Span]]:
    """For each document the person spans that others of its spans, in any of the documents, give away.

    A document is (text, folded, language, spans found so far, ranges that must stay). The answer has one list per
    document: the spans to add, none overlapping its found spans but those it joins; and those found spans again whose
    `entity` changed, with the same start and end.
    """
    texts = [
        Mentions(folded, language, spans, kept, vocabulary or EMPTY)
        for _, folded, language, spans, kept in documents
    ]
    for text in texts:
        text.join_neighbours()
    names = frozenset(word for text in texts for word in text.words_of_names())
    if names:
        whole = names.intersection(word for text in texts for word in text.names_of_whole_people())
        for text in texts:
            text.find_again(names, whole)
    entities = Entities()
    for text in texts:
        entities.learn(text.people)
    return [text.changes(entities) for text in texts]
