"""Long texts piece by piece: room for one piece at a time, and a name found in one is found in all the others."""

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ombuds.deidentification.engine.entities import Entities
from ombuds.deidentification.engine.lexicons import EMPTY, Vocabulary
from ombuds.deidentification.engine.mentions import Mentions
from ombuds.deidentification.engine.reading import Reading, read
from ombuds.deidentification.engine.spans import Keep, Span

# Code points: what is longer is read in pieces of at most this size.
LONGEST = 120_000
# Where a piece may end, best first: between paragraphs, lines, sentences, words.
CUTS = tuple(re.compile(p) for p in (r"\n[ \t\r]*\n", r"\n", r"[.!?;] ", r"\s"))
# So far back from the longest size a good place to cut is looked for.
BACK = LONGEST // 4
# Seen beside a piece that does not end with a paragraph, so that no name is cut in two.
BESIDE = 400

Find = Callable[[Reading], tuple[list[Span], list[Keep]]]
Settle = Callable[[Reading, list[Span], list[Span], list[Keep]], list[Span]]


@dataclass(frozen=True, slots=True)
class Piece:
    """`start` to `end` of a text are its own; `left` to `right` are read."""

    start: int
    end: int
    left: int
    right: int


def pieces(text: str) -> Iterator[Piece]:
    """Stretches that follow each other and make up the text."""
    start, whole = 0, True
    while start < len(text):
        end, whole_end = _cut(text, start)
        left = start if whole else max(0, start - BESIDE)
        yield Piece(start, end, left, end if whole_end else min(len(text), end + BESIDE))
        start, whole = end, whole_end


def _cut(text: str, start: int) -> tuple[int, bool]:
    """Where the piece that begins here ends, and whether nothing can go on over that edge."""
    furthest = start + LONGEST
    if furthest >= len(text):
        return len(text), True
    for number, cut in enumerate(CUTS):
        last = deque(cut.finditer(text, furthest - BACK, furthest), maxlen=1)
        if last:
            return last[0].end(), number == 0
    return furthest, False


def find_in_pieces(
    documents: Sequence[tuple[str, str]], vocabulary: Vocabulary | None, find: Find, settle: Settle
) -> list[list[Span]]:
    """`find` gives the spans of one reading and what must stay; `settle` puts found and propagated ones together.

    Each piece is read twice: to find, and with the names of all pieces in hand. Time is linear in the text, room too,
    but of a few bytes for a span only.
    """
    entities, names = Entities(), set[str]()
    found: list[list[tuple[Piece, list[Span], list[Keep]]]] = []
    for text, language in documents:
        mine = []
        for piece in pieces(text):
            reading = read(text[piece.left : piece.right], language)
            spans, keep = find(reading)
            mentions = _mentions(reading, spans, keep, vocabulary)
            names.update(mentions.words_of_names())
            entities.learn(mentions.people)
            mine.append((piece, spans, keep))
        found.append(mine)
    again = frozenset(names)
    return [
        list(_of_one(text, language, mine, again, entities, vocabulary, settle))
        for (text, language), mine in zip(documents, found, strict=True)
    ]


def _mentions(
    reading: Reading, spans: list[Span], keep: list[Keep], vocabulary: Vocabulary | None
) -> Mentions:
    mentions = Mentions(
        reading.folded, reading.language, spans, [(k.start, k.end) for k in keep], vocabulary or EMPTY
    )
    mentions.join_neighbours()
    return mentions


def _of_one(
    text: str,
    language: str,
    mine: list[tuple[Piece, list[Span], list[Keep]]],
    names: frozenset[str],
    entities: Entities,
    vocabulary: Vocabulary | None,
    settle: Settle,
) -> Iterator[Span]:
    done = 0
    for piece, spans, keep in mine:
        reading = read(text[piece.left : piece.right], language)
        mentions = _mentions(reading, spans, keep, vocabulary)
        if names:
            mentions.find_again(names)
        for span in settle(reading, spans, mentions.changes(entities), keep):
            start, end = max(done, span.start + piece.left), span.end + piece.left
            if piece.start <= span.start + piece.left < piece.end and start < end:
                yield replace(span, start=start, end=end)
                done = end
        spans.clear()
        keep.clear()
