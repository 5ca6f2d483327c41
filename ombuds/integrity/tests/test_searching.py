"""The search of the seized-disk test finds what is there, in every disguise: else its silence would prove nothing."""

import base64
import gzip
import html
import io
import json
import quopri
import random
import urllib.parse
import zipfile
import zlib

import pytest

from ombuds.integrity.tests.searching import found_in, unpacked

TEXT = "Réginald Vandenhöven betaalde"
OTHERS = ["Somebody Else Entirely", "Iemand Anders Helemaal"]
NOISE = random.Random(1).randbytes(20_000)


@pytest.mark.parametrize(
    "shown",
    [
        TEXT.encode(),
        TEXT.upper().lower().encode(),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("latin-1"),
        TEXT.encode().hex().encode(),
        TEXT.encode().hex().upper().encode(),
        urllib.parse.quote(TEXT).encode(),
        urllib.parse.quote_plus(TEXT).encode(),
        quopri.encodestring(TEXT.encode()),
        json.dumps({"x": TEXT}).encode(),
        html.escape(TEXT).encode("ascii", "xmlcharrefreplace"),
        base64.b32encode(TEXT.encode()),
        base64.a85encode(TEXT.encode()),
        *(base64.b64encode(b"abcdef"[:shift] + TEXT.encode() + b"xyz") for shift in range(3)),
        *(base64.urlsafe_b64encode(b"?>?>?>"[:shift] + TEXT.encode()) for shift in range(3)),
        base64.b64encode(TEXT.encode("utf-16-le")),
    ],
)
@pytest.mark.parametrize("before", [0, 3, 7])
def test_a_text_is_found_in_every_disguise(shown: bytes, before: int) -> None:
    assert found_in(NOISE + b"-" * before + shown + NOISE, [TEXT, *OTHERS]) == [TEXT]


def test_nothing_is_found_where_nothing_is() -> None:
    assert found_in(NOISE, [TEXT, *OTHERS]) == []
    assert found_in(NOISE + TEXT[:12].encode() + NOISE, [TEXT]) == []


def _zipped() -> bytes:
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:t>{TEXT}</w:t>" * 5)
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("nota.docx", inner.getvalue())
    return outer.getvalue()


@pytest.mark.parametrize(
    "packed",
    [zlib.compress(TEXT.encode() * 9), gzip.compress(TEXT.encode() * 9), _zipped()],
    ids=["zlib", "gzip", "zip"],  # the bytes hold the moment of packing, and a test has one name
)
def test_what_is_packed_is_unpacked_first(packed: bytes) -> None:
    everything = NOISE + packed + NOISE
    assert found_in(everything, [TEXT]) == []
    assert found_in(b"\n".join(unpacked(everything)), [TEXT, *OTHERS]) == [TEXT]
