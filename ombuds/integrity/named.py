"""Is somebody named in a text? Pure. For the sealing of new reports: a handler whom a report names must never get a key to it.

Rather once too often than once too little: a handler who is left out by mistake costs a colleague some work.
"""

import re
import unicodedata
from collections.abc import Iterable

TITLES = frozenset(
    "mevrouw mevr mw meneer heer dhr juffrouw madame mme monsieur m mlle mademoiselle mr mrs ms miss sir dr prof collega collegue "
    "colleague directeur directrice director chef".split()
)


def is_named(name: str, texts: Iterable[str]) -> bool:
    """“Jo Van den Berg”, “Van den Berg, Jo”, “J. Van den Berg” or “mevrouw Van den Berg”, whatever accents and capitals."""
    words = _words(name)
    if not words:
        return False
    first, rest = words[0], words[1:]
    if not rest:
        wanted = [words]
    else:
        wanted = [[first, *rest], [*rest, first], [first[0], *rest], [*rest, first[0]]]
        wanted += [[title, *rest] for title in TITLES]
    sought = [f" {' '.join(each)} " for each in wanted]
    return any(each in text for text in map(_flat, texts) for each in sought)


def _flat(text: str) -> str:
    return f" {' '.join(_words(text))} "


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.findall(r"[^\W\d_]+", plain)
