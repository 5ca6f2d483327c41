"""Which characters our fonts can draw, and what stands in for the others.

A single character without a glyph makes PDF/UA refuse the whole document. People write emoji and every script of the
world; a letter must go out all the same, so what cannot be drawn becomes a visible empty box, never a failure.
"""

import struct
import unicodedata
from functools import lru_cache
from pathlib import Path

from ombuds.lib.pdf.fonts import FOLDERS

STAND_IN = "□"
# Direction overrides could make a printed sentence read differently from the stored one.
OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(value: object, *, marks: bool = True) -> object:
    """Return `value` (any JSON) with every text made drawable; `marks=False` also drops combining marks."""
    if isinstance(value, str):
        return _text(value, marks)
    if isinstance(value, dict):
        return {_text(str(key), marks): printable(item, marks=marks) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [printable(item, marks=marks) for item in value]
    return value


def _text(text: str, marks: bool) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(_character(character, marks) for character in unicodedata.normalize("NFC", text))


@lru_cache(maxsize=4096)
def _character(character: str, marks: bool) -> str:
    if character in "\n\t":
        return character
    category = unicodedata.category(character)
    if category in {"Cc", "Cf", "Mn", "Me"} and (
        category == "Cc" or character in OVERRIDES or not marks or ord(character) not in _coverage()
    ):
        return ""
    return character if ord(character) in _coverage() else STAND_IN


@lru_cache(maxsize=1)
def _coverage() -> frozenset[int]:
    files = [file for folder in FOLDERS for file in sorted(folder.glob("*.ttf")) if "Italic" not in file.name]
    private = range(0xE000, 0xF900)  # PDF/A forbids the private area even where a font has glyphs there
    return frozenset(code for file in files for code in _codes(file) if code not in private)


def _codes(file: Path) -> set[int]:
    """Return the code points of a TrueType file's Unicode `cmap` (format 4 or 12)."""
    data = file.read_bytes()
    codes: set[int] = set()
    start = _table(data, b"cmap")
    for index in range(struct.unpack_from(">H", data, start + 2)[0]):
        offset = start + struct.unpack_from(">L", data, start + 8 + 8 * index)[0]
        shape = struct.unpack_from(">H", data, offset)[0]
        if shape == 4:
            codes |= _format4(data, offset)
        elif shape == 12:
            codes |= _format12(data, offset)
    return codes


def _table(data: bytes, tag: bytes) -> int:
    for index in range(struct.unpack_from(">H", data, 4)[0]):
        name, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if name == tag:
            return int(offset)
    raise ValueError("font file without a character map")


def _format4(data: bytes, offset: int) -> set[int]:
    segments = struct.unpack_from(">H", data, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", data, offset + 14)
    starts = struct.unpack_from(f">{segments}H", data, offset + 16 + 2 * segments)
    return {code for first, last in zip(starts, ends, strict=True) for code in range(first, last + 1)} - {
        0xFFFF
    }


def _format12(data: bytes, offset: int) -> set[int]:
    count = struct.unpack_from(">L", data, offset + 12)[0]
    groups = [struct.unpack_from(">LLL", data, offset + 16 + 12 * index) for index in range(count)]
    return {code for first, last, _ in groups for code in range(first, last + 1)}
