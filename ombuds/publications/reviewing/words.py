"""Words as they are compared: folded, counted, hashed with a key. Pure."""

import hashlib
import re
from collections.abc import Iterator, Mapping

from ombuds.lib.text import fold

_WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 12  # more in a row are searched no further than at their own place


def folded_words(words: str) -> list[str]:
    return _WORD.findall(fold(words))


def key_of(words: str, secret: bytes) -> str:
    """The same for “J. Peeters” and “j peeters”; says nothing without the secret."""
    folded = " ".join(folded_words(words)) or words
    return hashlib.blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=16, key=secret).hexdigest()


def occurrences(text: str, wanted: Mapping[str, int], secret: bytes) -> Iterator[tuple[int, int, str]]:
    """(start, end, key) of every run of words in the text with one of the wanted keys; values are word counts."""
    counts = sorted({n for n in wanted.values() if 0 < n <= MOST_WORDS})
    if not counts:
        return
    places = [(m.start(), m.end(), " ".join(folded_words(m.group()))) for m in _WORD.finditer(text)]
    for at, (start, _end, _word) in enumerate(places):
        for count in counts:
            run = places[at : at + count]
            if len(run) < count:
                break
            folded = " ".join(word for _s, _e, word in run)
            key = hashlib.blake2b(folded.encode(), digest_size=16, key=secret).hexdigest()
            if key in wanted and wanted[key] == count:
                yield start, run[-1][1], key


def places_of(text: str, words: str) -> list[tuple[int, int]]:
    """Every place where these words stand, whatever their case, accents and spaces."""
    wanted = folded_words(words)
    if not wanted:
        return []
    places = [(m.start(), m.end(), " ".join(folded_words(m.group()))) for m in _WORD.finditer(text)]
    size = len(wanted)
    found = []
    for at in range(len(places) - size + 1):
        if [word for _s, _e, word in places[at : at + size]] == wanted:
            found.append((places[at][0], places[at + size - 1][1]))
    return found
