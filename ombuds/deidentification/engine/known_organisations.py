"""Firms of the case file in the text though a letter is wrong, misread or missing: 'Restaurant La Cuillère d'0r'."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.matching import errors_allowed
from ombuds.deidentification.engine.misread import OCR
from ombuds.deidentification.engine.organisation_words import LEGAL_FORMS
from ombuds.deidentification.engine.reading import Reading

LONGEST_GAP = 4
SHORTEST = 4
# Of the words of a name so many may be written wrong.
MOST_WRONG = 2


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a firm's name without its legal form."""
    said = "".join(c if c.isalnum() else " " for c in plain(name)).split()
    return tuple(w for w in said if w not in LEGAL_FORMS) or tuple(said)


def misspelt(reading: Reading, organisations: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """(start, end, place in `organisations`) in the plain form, of names of two words or more with a slip in one or two."""
    for number, name in enumerate(organisations):
        wanted = words_of(name)
        if len(wanted) < 2 or not any(len(word) >= SHORTEST for word in wanted):
            continue
        for at in _anchors(reading, wanted):
            first = at[0] - at[1]
            if first >= 0 and first + len(wanted) <= len(reading.words) and _is_it(reading, first, wanted):
                yield reading.starts[first], reading.ends[first + len(wanted) - 1], number


def _anchors(reading: Reading, wanted: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where one word of the name stands exactly: (index in the text, index in the name)."""
    seen: set[int] = set()
    for place, word in enumerate(wanted):
        if len(word) < SHORTEST:
            continue
        for index in reading.places.get(word, ()):
            if index - place not in seen:
                seen.add(index - place)
                yield index, place


def _is_it(reading: Reading, first: int, wanted: tuple[str, ...]) -> bool:
    wrong = 0
    for offset, word in enumerate(wanted):
        index = first + offset
        if offset and reading.starts[index] - reading.ends[index - 1] > LONGEST_GAP:
            return False
        written = reading.words[index]
        if written == word:
            continue
        wrong += 1
        read = written.translate(OCR)
        allowed = max(1, errors_allowed(word)) if len(word) > 2 else 0
        is_near = read == word.translate(OCR) or OSA.distance(written, word, score_cutoff=allowed) <= allowed
        if not is_near or (len(word) == 1 and read != word):
            return False
    return 0 < wrong <= min(MOST_WRONG, len(wanted) - 1)
