"""What a picture says beside what it shows: EXIF with the place where it was taken, XMP, PNG texts also when compressed.

Texts inside the pixels are not read: the second reader looks at the picture. Pure.
"""

import re
import struct
import zlib
from collections.abc import Iterator

Part = tuple[str, str]
MAX_TEXT = 5_000_000
PLACE_OF_PICTURE = "place where it was taken"
XP_TAGS = range(0x9C9B, 0x9CA0)  # title, comment, author, keywords, subject as Windows writes them
USER_COMMENT, EXIF, GPS, MAKER = 0x9286, 0x8769, 0x8825, 0x927C
PRINTABLE = re.compile(rb"[\x20-\x7e\xc2-\xf4\x80-\xbf]{4,}")


def is_picture(content: bytes) -> bool:
    return content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")) or (
        content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    )


def picture_parts(content: bytes) -> Iterator[Part]:
    """("metadata", text) and (PLACE_OF_PICTURE, coordinates), from whatever is readable. Never raises."""
    if content.startswith(b"\x89PNG"):
        yield from _png(content)
    for found in re.finditer(rb"Exif\x00\x00|(?=II\*\x00|MM\x00\*)", content[: 2 * MAX_TEXT]):
        yield from _tiff(content[found.end() : found.end() + MAX_TEXT])
    for packet in re.finditer(rb"<x:xmpmeta.*?</x:xmpmeta>", content, re.DOTALL):
        yield "metadata", packet.group().decode("utf-8", errors="replace")


def _png(content: bytes) -> Iterator[Part]:
    at = 8
    while at + 8 <= len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        data = content[at + 8 : at + 8 + length]
        at += 12 + length
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            yield "metadata", _png_text(kind, data)
        elif kind == b"eXIf":
            yield from _tiff(data)


def _png_text(kind: bytes, data: bytes) -> str:
    keyword, _nul, rest = data.partition(b"\x00")
    if kind == b"zTXt":
        rest = _inflated(rest[1:])
    elif kind == b"iTXt":
        packed, rest = rest[:1] == b"\x01", rest[2:]
        _language, _nul, rest = rest.partition(b"\x00")
        translated, _nul, rest = rest.partition(b"\x00")
        rest = translated + b"\n" + (_inflated(rest) if packed else rest)
    for encoding in ("utf-8", "latin-1"):
        try:
            return f"{keyword.decode('latin-1')}\n{rest.decode(encoding)}"
        except UnicodeDecodeError:
            continue
    return ""


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, MAX_TEXT)
    except zlib.error:
        return b""


def _tiff(data: bytes) -> Iterator[Part]:
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 8:
        return
    waiting = [(_long(data[4:8], order), False)]
    seen: set[int] = set()
    while waiting and len(seen) < 50:
        offset, is_gps = waiting.pop()
        if offset in seen or offset + 2 > len(data):
            continue
        seen.add(offset)
        entries = list(_entries(data, offset, order))
        waiting += [(_long(value, order), tag == GPS) for tag, _kind, value in entries if tag in (EXIF, GPS)]
        if is_gps and any(tag in (2, 4) for tag, _kind, _value in entries):
            yield (
                "place where it was taken",
                "; ".join(filter(None, (_number(v, order) for _t, k, v in entries if k == 5))),
            )
        texts = [_text(tag, kind, value) for tag, kind, value in entries]
        yield "metadata", "\n".join(text for text in texts if text)


def _entries(data: bytes, offset: int, order: str) -> Iterator[tuple[int, int, bytes]]:
    """(tag, type, the bytes of the value) of one directory."""
    (count,) = struct.unpack(order + "H", data[offset : offset + 2])
    sizes = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 9: 4, 10: 8}
    for number in range(min(count, 500)):
        entry = data[offset + 2 + 12 * number : offset + 14 + 12 * number]
        if len(entry) < 12:
            return
        tag, kind, many = struct.unpack(order + "HHI", entry[:8])
        size = sizes.get(kind, 1) * many
        at = struct.unpack(order + "I", entry[8:])[0]
        yield tag, kind, entry[8 : 8 + size] if size <= 4 else data[at : at + min(size, MAX_TEXT)]


def _long(value: bytes, order: str) -> int:
    return int(struct.unpack(order + "I", value[:4].ljust(4, b"\x00"))[0])


def _number(value: bytes, order: str) -> str:
    """Degrees, minutes and seconds as they stand."""
    pairs = [value[at : at + 8] for at in range(0, len(value) - 7, 8)]
    whole = [struct.unpack(order + "II", pair) for pair in pairs]
    return " ".join(f"{top / bottom:g}" for top, bottom in whole if bottom)


def _text(tag: int, kind: int, value: bytes) -> str:
    if tag in XP_TAGS:
        return value.decode("utf-16-le", errors="ignore").strip("\x00")
    if tag == USER_COMMENT:
        wide = value.startswith(b"UNICODE")
        return value[8:].decode("utf-16-le" if wide else "utf-8", errors="ignore").strip("\x00 ")
    if kind == 2:
        return value.decode("utf-8", errors="replace").strip("\x00 ")
    if tag == MAKER:
        return "\n".join(m.group().decode("utf-8", errors="replace") for m in PRINTABLE.finditer(value))
    return ""
