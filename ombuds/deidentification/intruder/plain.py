"""Plain words of a text: lower case, without accents and invisible signs; with the way back to the original where it is needed."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

SIGNS = (("’", "'"), ("‘", "'"), ("`", "'"), ("–", "-"), ("—", "-"), ("‑", "-"), ("−", "-"), ("€", " eur "))
LIGATURES = (
    ("ß", "ss"), ("œ", "oe"), ("æ", "ae"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ı", "i"),
    ("Œ", "OE"), ("Æ", "AE"), ("Ø", "O"), ("Ł", "L"), ("Đ", "D"),
)  # fmt: skip
FOREIGN = re.compile("[\u0370-\u052f]")
# Cyrillic and Greek twins of Latin letters.
_FROM, _TO = "аеорсухіјѕвкмнтαβεζηικμνορτυχ", "aeopcyxijsbkmhtabezhikmnoptyx"
TWINS = str.maketrans(_FROM + _FROM.upper(), _TO + _TO.upper())
WORD = re.compile(r"[a-z]+|\d+(?:[.,:/-]\d+)*")
STEM = 7
# The end of a sentence: its mark (with quotes or brackets that close) before a space, or an empty line.
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'»”’)\]]*\s+(?=[^\sa-zà-ÿ])|\n\s*\n+|\n(?=\s*(?:[-*•]|\d+[.)])\s)")
ABBREVIATION = re.compile(
    r"(?:\b(?:art|nr|mevr|mw|dhr|mr|mrs|ms|dr|prof|bv|ca|resp|incl|excl|tel|fig|blz|str|st|av|bd|al|vs|no|mme|mlle|me|m|[A-Z])\.)$",
    re.IGNORECASE,
)
GERMAN_MONTH = re.compile(r"(?:Jan|Feb|M[aä]r|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")


def folded(text: str) -> str:
    """The plain form, without a way back: fast, for the texts of the base."""
    return folded_with_case(text).lower()


def folded_with_case(text: str) -> str:
    """The plain form with its capitals; the same length as the plain form."""
    if text.isascii():
        return text
    for sign, plain in SIGNS:
        text = text.replace(sign, plain)
    for sign, plain in LIGATURES:
        text = text.replace(sign, plain)
    if FOREIGN.search(text):
        text = text.translate(TWINS)
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


@lru_cache(maxsize=8192)
def _folded_character(character: str) -> str:
    return folded_with_case(character)


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain form (`text`; `cased` with its capitals) and, for each of its characters, the offset in the original."""

    text: str
    cased: str
    origin: tuple[int, ...]
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of the plain stretch [start, end)."""
        if start >= len(self.origin):
            return self.length, self.length
        return self.origin[start], (self.origin[end - 1] + 1 if end > start else self.origin[start])


def plain(text: str) -> Plain:
    pieces: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        piece = character if character.isascii() else _folded_character(character)
        pieces.append(piece)
        origin.extend([index] * len(piece))
    cased = "".join(pieces)
    return Plain(cased.lower(), cased, tuple(origin), len(text))


def words(text: str) -> list[str]:
    """The words and figures of a text as it stands."""
    return WORD.findall(folded(text))


_keys: dict[str, int] = {}


def key(word: str) -> int:
    """The 64-bit key of a word or fact; the same on every machine and in every process."""
    found = _keys.get(word)
    if found is None:
        if len(_keys) > 2_000_000:
            _keys.clear()
        found = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")
        _keys[word] = found
    return found


def stem(word: str) -> str:
    """What stands for a word in the index: its first letters, which the four languages' endings leave alone."""
    return word[:STEM]


def _goes_on(text: str, start: int, end: int, following: int) -> bool:
    """Whether the point belongs to a short form ("art. 3") or to a day ("12. März")."""
    if ABBREVIATION.search(text[max(start, end - 12) : end]):
        return True
    is_day = re.search(r"\b\d{1,2}\.$", text[max(start, end - 4) : end]) is not None
    return is_day and GERMAN_MONTH.match(text, following) is not None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a part; offsets in code points of that part."""

    where: str
    start: int
    end: int
    text: str


def sentences(where: str, text: str) -> list[Sentence]:
    """The sentences of a text in order; headings and list points are sentences too."""
    found: list[Sentence] = []
    start = 0
    ends = [m.span() for m in SENTENCE_END.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        if end < len(text) and "\n" not in text[end:following] and _goes_on(text, start, end, following):
            continue
        piece = text[start:end]
        lead = len(piece) - len(piece.lstrip())
        body = piece.strip()
        if any(c.isalnum() for c in body):
            found.append(Sentence(where, start + lead, start + lead + len(body), body))
        start = following
    return found
