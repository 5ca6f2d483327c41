"""The same name in capitals, without accents, with a soft hyphen or a zero-width space in it, reads the same.

`fold` gives a plain form of the text and, for each of its characters, where it stood in the original.
"""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

# Cyrillic and Greek letters that look like Latin ones; capitals and small letters look like different ones.
HOMOGLYPHS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԌԚԜ" + "аеорсухіјѕвкмнтԁԛԝһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "αβεικμνορτυχγη",
    "ABESIJKMHOPCTYXGQW" + "aeopcyxijsbkmhtdqwh" + "ABEZHIKMNOPTYX" + "abeikmvoptuxyn",
)
SPECIAL = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "İ": "I", "ŀ": "l", "ħ": "h", "Ħ": "H", "ŧ": "t", "ŉ": "n", "ĳ": "ij", "Ĳ": "IJ",
    "\f": "\n", "\v": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "№": "n°", "º": "°", "˚": "°", "€": "€", "…": "…",
}  # fmt: skip
APOSTROPHES = "’‘ʼ`´＇′ʹʻʽ‛"
QUOTES = "“”„‟«»‹›"
DASHES = "‐‑‒–—―−﹣－⁃﹘"
# A word broken at the end of a line by a hyphen.
BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-‐\u00ad][ \t]*\r?\n[ \t]*(?=[^\W\d_])")
INVISIBLE = frozenset({"Mn", "Me", "Cf", "Cc", "Co", "Cs"})


WORD = re.compile(r"[^\W_]+")


class Words(NamedTuple):
    """The words of a plain form, side by side: what each is, where it stands, whether it begins with a capital."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    capitals: list[bool]


TWINS = str.maketrans("olisbz", "011582")


STROKE = re.compile(r"(?<=\d)\||\|(?=\d)")


def squeezed(plain_text: str) -> str:
    return "".join(filter(str.isalnum, plain_text)).translate(TWINS)


@dataclass(frozen=True, eq=False)
class Folded:
    """`text`: lower case, no accents; `cased`: the same with its capitals, equally long; `origin`: where each character stood."""

    text: str
    origin: Sequence[int]
    length: int
    cased: str = ""
    # What `scanning` found out about the words, with and without capitals.
    begun: dict[bool, tuple[frozenset[int], dict[int, list[int]]]] = field(default_factory=dict, repr=False)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of a stretch of the plain form, with the marks that belong to its last letter."""
        return self.origin[start], (self.origin[end] if end < len(self.origin) else self.length)

    @cached_property
    def words(self) -> Words:
        """Cut once for all who look for something; one string for all the times a word stands there."""
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        same: dict[str, str] = {}
        for match in WORD.finditer(self.text):
            word = match[0]
            words.append(same.setdefault(word, word))
            start, end = match.span()
            starts.append(start)
            ends.append(end)
        cased = self.cased
        return Words(words, starts, ends, [cased[start].isupper() for start in starts])

    @cached_property
    def squeezed(self) -> str:
        """Letters and figures only, with figures for the letters that a scanner takes for them: what must stand here
        for a number, or a name in pieces, to be found however it is written."""
        return squeezed(self.text)

    @cached_property
    def places_of_squeezed(self) -> list[int]:
        """Where each character of `squeezed` stands in the plain form."""
        return [at for at, character in enumerate(self.text) if character.isalnum()]

    @cached_property
    def squeezed_forms(self) -> list[tuple[str, list[int]]]:
        """Both of the above; and a second time with a one for each stroke beside a figure, which a scanner may have misread."""
        forms = [(self.squeezed, self.places_of_squeezed)]
        if STROKE.search(self.text):
            text = STROKE.sub("1", self.text)
            forms.append((squeezed(text), [at for at, character in enumerate(text) if character.isalnum()]))
        return forms

    @cached_property
    def by_letter(self) -> dict[str, list[int]]:
        """The indexes of the words by their first character."""
        found: dict[str, list[int]] = {}
        for word, indexes in self.places.items():
            found.setdefault(word[0], []).extend(indexes)
        return {letter: sorted(indexes) for letter, indexes in found.items()}

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """For each different word the indexes at which it stands."""
        places: dict[str, list[int]] = {}
        for index, word in enumerate(self.words.words):
            places.setdefault(word, []).append(index)
        return places


@lru_cache(maxsize=65_536)
def _cased(character: str) -> str:
    """One character as it reads: without accent, capitals kept; empty for what nobody sees."""
    if character in SPECIAL:
        return SPECIAL[character]
    if character in APOSTROPHES:
        return "'"
    if character in QUOTES:
        return '"'
    if character in DASHES:
        return "-"
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.digit(character))
    decomposed = unicodedata.normalize("NFKD", character)
    plain = "".join(c for c in decomposed if c in "\n\r\t" or unicodedata.category(c) not in INVISIBLE)
    plain = plain.translate(HOMOGLYPHS)
    # A few letters change their length with their case: offsets matter more than their capital.
    return plain if len(plain.lower()) == len(plain) else plain.lower()


def fold(text: str) -> Folded:
    """Lower case, without accents, invisible characters and line-end hyphens, with the way back. Linear in the text."""
    text = SHARP_S.sub("ẞ", text) if "ß" in text else text
    forms = {character: _cased(character) for character in set(text)}
    skipped = _broken_words(text)
    odd = {character for character, form in forms.items() if len(form) != 1}
    if not odd and not skipped:
        cased = figures(unwrapped(text.translate({ord(a): b for a, b in forms.items() if a != b})))
        return Folded(cased.lower(), range(len(text)), len(text), cased)
    pieces: list[str] = []
    origin = array("I")
    for index, character in enumerate(text):
        if index not in skipped:
            form = forms[character]
            pieces.append(form)
            origin.extend([index] * len(form))
    cased = figures(unwrapped("".join(pieces)))
    return Folded(cased.lower(), origin, len(text), cased)


# STRAßE: a small letter between capitals, since many keyboards have no large one.
SHARP_S = re.compile(r"(?<=[A-ZÄÖÜ])ß(?![a-zäöü])")
# What a scanner makes of figures: 2O20, 24.8.2l, 25/07/S7, +32 (O)4, l6 March.
MISREAD = re.compile(r"\d[oOlIS]|[oOlIS]\d|\d \(O\)")
MIXED = re.compile(r"(?<![^\W_])(?=[oOlIS]{0,3}\d)[\doOlIS]{2,}(?![^\W_])|(?<=\d) \(O\)")
AS_FIGURES = str.maketrans("oOlIS", "00115")
OPENS_CODE = re.compile(r"[OIS]\d+\Z")


def figures(cased: str) -> str:
    """The same length, with figures for the letters a scanner took them for, where nothing but figures can stand."""
    return MIXED.sub(_figures, cased) if MISREAD.search(cased) else cased


def _figures(match: re.Match[str]) -> str:
    said = match.group()
    letters = sum(c.isalpha() for c in said)
    if said.startswith(" "):
        return " (0)"
    if letters > 3 or letters > len(said) - letters:
        return said
    if OPENS_CODE.match(said):  # 'S12' is a train, 'S29 96 96' a number, 'S7' after a stroke a year
        text, start, end = match.string, match.start(), match.end()
        beside = text[start - 1 : start] in {"/", "."} or re.match(r"[ ./]\d", text[end : end + 2])
        if not beside:
            return said
    return said.translate(AS_FIGURES)


LABELLED = re.compile(r"[^\W\d_][\w ./'\-]{0,28}\s?:\s")
LIST_ITEM = re.compile(r"\d{1,3}[.)][ \t]|[\-*•>]")
RUNNING, LONG_SMALL = 4, 8  # spaces a line has that goes on in small letters
LONG, LONGER, MORE = 45, 60, 3
BORDERS = (("|", 1), ("\t", 1), (";", 2))


def unwrapped(cased: str) -> str:
    """The same length, with a space for a line end inside a sentence: a value broken over two lines reads as one.

    A line goes on when it is long and ends without a stop; headers, lists and addresses keep their lines.
    """
    if "\n" not in cased:
        return cased
    lines = cased.split("\n")
    small = not any(line[:1].isupper() for line in lines)
    pieces = [lines[0]]
    for before, after in pairwise(lines):
        pieces.append(" " if _goes_on(before.rstrip(), after, small=small) else "\n")
        pieces.append(after)
    return "".join(pieces)


def _goes_on(before: str, after: str, *, small: bool) -> bool:
    if (
        not before
        or not after
        or before[-1] in ".:;!?"
        or LIST_ITEM.match(after)
        or LIST_ITEM.match(before)
        or LABELLED.match(after)
        or _are_rows(before, after)
    ):
        return False
    if after[0].islower():
        joined = before[-1].isalnum() or before[-1] in ",-)"
        return joined and len(before) >= LONG and before.count(" ") >= (LONG_SMALL if small else RUNNING)
    running = len(before) >= LONGER and after.count(" ") >= MORE
    return running and after[0].isalnum() and (before[-1].isalpha() or before[-1] == ",")


def _are_rows(before: str, after: str) -> bool:
    """Two rows of one table: as many borders in one line as in the next."""
    return any(least <= min(before.count(border), after.count(border)) for border, least in BORDERS)


def _broken_words(text: str) -> set[int]:
    """Where a hyphen and a line end stand inside a word; the hyphen stays in 'Sint-' + 'Gillis'."""
    skipped: set[int] = set()
    for match in BROKEN_WORD.finditer(text):
        compound = text[match.end()].isupper() and not text[match.start() - 1].isupper()
        skipped.update(range(match.start() + compound, match.end()))
    return skipped


# What is in plain form already but for its capitals.
SIMPLE = re.compile(r"[A-Za-z '.,&\-]*|[\d +.,/:()\-]*", re.ASCII)


def plain(text: str) -> str:
    return text.lower() if SIMPLE.fullmatch(text) else fold(text).text
