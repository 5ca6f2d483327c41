"""What the network sees of a text: for each word its form, its lists, the gap before it, and who has taken it."""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from ombuds.deidentification.engine.persons.features import form, of_word
from ombuds.deidentification.engine.persons.tokens import Range, Text
from ombuds.deidentification.engine.spans import Kind, Span

# Rows of the table of embeddings. What is said of a word is put into rows by a checksum: two things may share one.
ROWS = 1 << 15
KINDS = tuple(Kind)
FREE, STAYS = 0, 1
TAKEN = {kind: number for number, kind in enumerate(KINDS, 2)}
COVERS = len(KINDS) + 2
FORMS = "dtusU1ABCiI"
GAPS = 256
PLACES = len(FORMS) * 4


@lru_cache(maxsize=50_000)
def rows(word: str, language: str) -> tuple[int, ...]:
    """The rows of what is said of a word wherever it stands."""
    said = (f"={word}", f"@{language}", *of_word(word, language))
    return tuple(dict.fromkeys(crc32(one.encode()) % ROWS for one in said))


def covers(text: Text, found: Sequence[Span], kept: Sequence[Range]) -> list[int]:
    """For each word who has taken it: FREE, STAYS or TAKEN[kind]."""
    taken = [FREE] * len(text)
    for span in found:
        for index in text.within([(span.start, span.end)]):
            taken[index] = TAKEN[span.kind]
    for index in text.within(kept):
        taken[index] = STAYS
    return taken


def places(text: Text) -> tuple[list[int], list[int]]:
    """For each word how it is written here and elsewhere in the text, and what stands before it."""
    words, capitals = text.words, text.capitals
    small = {word for word, capital in zip(words, capitals, strict=True) if not capital}
    written = [form(text, index) for index in range(len(words))]
    inside = {word for word, how in zip(words, written, strict=True) if how == "C"}
    forms = [
        FORMS.index(how) + len(FORMS) * ((word in small) + 2 * (word in inside))
        for word, how in zip(words, written, strict=True)
    ]
    return forms, [_gap(text.before(index)) for index in range(len(words))]


@lru_cache(maxsize=10_000)
def _gap(gap: str) -> int:
    if gap == " ":
        return 0
    short = gap[:12].replace("\n\n", "¶").replace("  ", " ")[:6]
    return 1 + crc32(short.encode()) % (GAPS - 1)
