"""A plain form of the same length: lower case and without accents, one character for one."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def _even(character: str) -> str:
    lowered = character.lower()
    if len(lowered) != 1:
        return character
    base = unicodedata.normalize("NFKD", lowered)[:1]
    return {"’": "'", "‘": "'", "‑": "-", "\u00a0": " ", "\u202f": " "}.get(lowered, base or lowered)


def evenly(text: str) -> str:
    """Same offsets as the text it came from."""
    return text.lower() if text.isascii() else "".join(map(_even, text))
