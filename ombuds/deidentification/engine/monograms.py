"""Known people by their initials alone ('J.P.'), and names with gaps inside ('Vanden Bossche', 'P e e t e r s')."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ombuds.deidentification.engine.folding import Folded, plain, squeezed
from ombuds.deidentification.engine.persons.cues import PARTICLES

WORD = re.compile(r"[^\W_]+")
SHORTEST_SPACED = 6
INSIDE = re.compile(r"[ \-'.]{0,2}(?:\r?\n[ >]*)?")


@lru_cache(maxsize=4096)
def monogram_pattern(first: str, last: str) -> re.Pattern[str] | None:
    """Capitals with points: 'J.P.', 'J.-P. M.', 'J.v.d.B.', 'M.H.D.'."""
    given = [word[0] for word in WORD.findall(plain(first))]
    family = WORD.findall(plain(last))
    mains = [word[0] for word in family if word not in PARTICLES] or [word[0] for word in family]
    smalls = "".join(word[0] for word in family if word in PARTICLES)
    if not given or not mains:
        return None
    front = r"[\s\-]?".join(re.escape(letter) + r"\." for letter in given)
    short = re.escape(given[0]) + r"\."
    middle = "".join(rf"(?:{re.escape(letter)}\.?\s?)?" for letter in smalls)
    back = rf"{re.escape(mains[0])}\." + "".join(rf"(?:[\s\-]?{re.escape(m)}\.)?" for m in mains[1:])
    return re.compile(
        rf"(?<![^\W_])(?<![^\W_]\.)(?:{front}|{short})\s?{middle}{back}(?![^\W_])(?!\s?[^\W_]\.)"
    )


def monograms(folded: Folded, first: str, last: str) -> Iterator[tuple[int, int]]:
    given, family = WORD.findall(plain(first)), WORD.findall(plain(last))
    if not (given and f"{given[0][0]}." in folded.text and any(f"{w[0]}." in folded.text for w in family)):
        return  # most texts have none, and making the pattern takes longer than reading one
    pattern = monogram_pattern(first, last)
    if pattern is None:
        return
    for match in pattern.finditer(folded.text):
        written = folded.cased[match.start() : match.end()]
        letters = [c for c in written if c.isalpha()]
        # The first and the last letter are capitals; particles may be small.
        if letters[0].isupper() and letters[-1].isupper():
            yield match.span()


def spaced_out(folded: Folded, last: str) -> Iterator[tuple[int, int]]:
    """The family name in other pieces than it is written; also wherever it is written whole."""
    letters = "".join(c for c in plain(last) if c.isalnum())
    sought, text, places = squeezed(letters), folded.text, folded.places_of_squeezed
    at, done = folded.squeezed.find(sought) if len(letters) >= SHORTEST_SPACED else -1, 0
    while at != -1:
        mine = places[at : at + len(letters)]
        start, end = mine[0], mine[-1] + 1
        if start >= done and _is_spaced(text, mine, letters) and not _has_letters_beside(text, start, end):
            yield start, end
            done = end
        at = folded.squeezed.find(sought, at + 1)


def _is_spaced(text: str, places: Sequence[int], letters: str) -> bool:
    """Whether these very letters stand there, with nothing between them but what breaks a word."""
    return all(text[at] == letter for at, letter in zip(places, letters, strict=True)) and all(
        after - before == 1 or INSIDE.fullmatch(text, before + 1, after) for before, after in pairwise(places)
    )


def _has_letters_beside(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum()
