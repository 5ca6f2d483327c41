"""Looking for planted texts in seized bytes: raw, in the encodings that programs use, and inside whatever is packed."""

import base64
import html
import json
import quopri
import urllib.parse
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np

SHORTEST = 8  # bytes of a form that is looked for
MOST_UNPACKED = 4 * 1024 * 1024
PACKED = (b"PK\x03\x04", b"\x1f\x8b\x08", b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")


def disguises(text: str) -> Iterator[bytes]:
    """The text raw and in encodings, wherever it begins in a longer one."""
    raws = {
        text.encode(),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        text.encode("latin-1", "replace"),
    }
    yield from raws
    for raw in raws:
        yield raw.hex().encode()
        for shift in range(3):
            body = base64.b64encode(b"\0" * shift + raw)
            inner = body[4:-4] if len(raw) > 9 else body.strip(b"=")
            yield inner
            yield inner.translate(bytes.maketrans(b"+/", b"-_"))
    raw = text.encode()
    yield urllib.parse.quote(text).encode()
    yield urllib.parse.quote_plus(text).encode()
    yield quopri.encodestring(raw).rstrip()
    yield json.dumps(text)[1:-1].encode()
    yield html.escape(text).encode("ascii", "xmlcharrefreplace")
    yield repr(raw)[2:-1].encode()
    yield base64.b32encode(raw)[:-8]
    yield base64.a85encode(raw)[:-5]


def found_in(everything: bytes, planted: list[str]) -> list[str]:
    """Which of the texts stand there in some disguise. Looks at eight bytes at a time: a plain search takes minutes."""
    forms = {form.lower(): text for text in planted for form in disguises(text) if len(form) >= SHORTEST} | {
        form: text for text in planted for form in disguises(text) if len(form) >= SHORTEST
    }
    by_start: dict[bytes, list[bytes]] = {}
    for form in forms:
        by_start.setdefault(form[:8], []).append(form)
    starts = np.unique(np.array([np.frombuffer(start, dtype=np.uint64)[0] for start in by_start]))
    found = set()
    for raw in (everything, everything.lower()):
        material = raw + bytes(16 - len(raw) % 8)
        for shift in range(8):
            windows = np.frombuffer(material[shift : len(material) - 8 + shift], dtype=np.uint64)
            for place in np.flatnonzero(_among(windows, starts)) * 8 + shift:
                at = int(place)
                for form in by_start[material[at : at + 8]]:
                    if material.startswith(form, at):
                        found.add(forms[form])
    return sorted(found)


def _among(windows: "np.ndarray[Any, Any]", starts: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """`np.isin` for a long row and a short sorted one, without sorting the long one."""
    places = np.searchsorted(starts, windows)
    places[places == len(starts)] = 0
    same: np.ndarray[Any, Any] = starts[places] == windows
    return same


def unpacked(everything: bytes, depth: int = 2) -> Iterator[bytes]:
    """What is inside every zip, gzip and zlib stream that begins anywhere in these bytes."""
    for sign in PACKED:
        at = everything.find(sign)
        while at >= 0:
            inside = _inflated(everything, at, sign)
            if inside:
                yield inside
                if depth > 1:
                    yield from unpacked(inside, depth - 1)
            at = everything.find(sign, at + 1)


def _inflated(everything: bytes, at: int, sign: bytes) -> bytes:
    """As far as it can be read; nothing when it is no such stream."""
    if sign == PACKED[0]:
        names = int.from_bytes(everything[at + 26 : at + 28], "little")
        extra = int.from_bytes(everything[at + 28 : at + 30], "little")
        at, bits = at + 30 + names + extra, -zlib.MAX_WBITS
    else:
        bits = zlib.MAX_WBITS | 32
    stream = zlib.decompressobj(bits)
    out = b""
    try:
        for start in range(at, min(len(everything), at + MOST_UNPACKED), 4096):
            out += stream.decompress(everything[start : start + 4096], MOST_UNPACKED - len(out))
            if stream.eof or len(out) >= MOST_UNPACKED:
                break
    except zlib.error:
        return out if len(out) > 100 else b""
    return out
