"""The same name in capitals, without accents, with a soft hyphen or a zero-width space in it, reads the same.

`fold` gives a plain form of the text and, for each of its characters, where it stood in the original.
"""

import re
import unicodedata
from dataclasses import dataclass

# Cyrillic and Greek twins of Latin letters, in lower case so that capitals fold the same way.
HOMOGLYPHS = str.maketrans("аеорсухіјѕвкмнтαβεζηικμνορτυχ", "aeopcyxijsbkmhtabezhikmnoptyx")
SPECIAL = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
}
APOSTROPHES = "’‘ʼ`´＇′"
DASHES = "‐‑‒–—−﹣－"
# A word broken at the end of a line by a hyphen.
BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Folded:
    text: str
    origin: tuple[int, ...]
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of a stretch of the plain form, with the marks that belong to its last letter."""
        return self.origin[start], (self.origin[end] if end < len(self.origin) else self.length)


def fold_character(character: str) -> str:
    if character in APOSTROPHES:
        return "'"
    if character in DASHES:
        return "-"
    lowered = character.lower()
    if lowered in SPECIAL:
        return SPECIAL[lowered]
    decomposed = unicodedata.normalize("NFKD", lowered)
    plain = "".join(
        c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cf", "Cc"} or c in "\n\r\t"
    )
    return plain.translate(HOMOGLYPHS).lower()


def fold(text: str) -> Folded:
    """Lower case, without accents, invisible characters and line-end hyphens, with the way back."""
    skipped: set[int] = set()
    for match in BROKEN_WORD.finditer(text):
        skipped.update(range(match.start(), match.end()))
    plain: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        if index in skipped:
            continue
        folded = character.lower() if character.isascii() and character >= " " else fold_character(character)
        plain.append(folded)
        origin.extend([index] * len(folded))
    return Folded("".join(plain), tuple(origin), len(text))


def plain(text: str) -> str:
    return fold(text).text
