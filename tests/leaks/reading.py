"""All that a visitor can reach, as plain text: pages, feeds, tables, files with their metadata."""

import contextlib
import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import pikepdf
import pypdf
from arro3.io import read_parquet
from django.core.cache import cache
from django.test import Client

SEALED = "/integrity/"  # what lies below has a database and tests of its own; the page itself is ours
CLOSED = ("/staff/", "/service/", "/static/", "/language/", "/file/")
MOST = 1500  # pages of one language; the demo has some five hundred
_LINK = re.compile(r"""(?:href|src|action|url)=["']([^"'#]+)|<loc>([^<]+)|<link>([^<]+)|<id>(http[^<]+)""")


def content_of(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if getattr(answer, "streaming", False) else answer.content


def text_of(answer: Any) -> str:
    """What a person, a machine or a curious reader of metadata gets to see."""
    content = content_of(answer)
    if (told := deep_text(content)) is not None:
        return told
    heads = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{heads}\n{content.decode(errors='replace')}"


def deep_text(content: bytes) -> str | None:
    """All words in a file, however deep: PDF (pages, metadata, streams, attachments), ZIP (EPUB, Word), Parquet.

    None for what is plain text already.
    """
    if content.startswith(b"%PDF-"):
        return _of_pdf(content)
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inside = [(name, archive.read(name)) for name in archive.namelist()]
        return "\n".join(
            f"{name}\n{deep_text(data) or re.sub('<[^>]+>', '', data.decode(errors='replace'))}\n{data.decode(errors='replace')}"
            for name, data in inside
        )
    if content.startswith(b"PAR1"):
        table = read_parquet(io.BytesIO(content)).read_all()
        columns = "\n".join(str(table[name].to_pylist()) for name in table.schema.names)
        return f"{table.schema.names}\n{columns}\n{content.decode(errors='replace')}"
    return None


def _of_pdf(content: bytes) -> str:
    pdf = pypdf.PdfReader(io.BytesIO(content))
    parts = [str(value) for value in (pdf.metadata or {}).values()]
    parts += [page.extract_text() for page in pdf.pages]
    parts += [
        f"{name}\n{deep_text(data) or data.decode(errors='replace')}"
        for name, kept in pdf.attachments.items()
        for data in kept
    ]
    with pikepdf.open(io.BytesIO(content)) as opened:
        for each in opened.objects:
            if isinstance(each, pikepdf.Stream):
                with contextlib.suppress(pikepdf.PdfError):  # a picture has no words
                    parts.append(each.read_bytes().decode("latin-1"))
            held = each.stream_dict if isinstance(each, pikepdf.Stream) else each
            if isinstance(held, pikepdf.Dictionary):
                parts += [
                    str(value) for value in held.as_dict().values() if isinstance(value, pikepdf.String)
                ]
    return "\n".join(parts)


def links_in(text: str) -> Iterator[str]:
    """Every address that the text names."""
    for found in _LINK.findall(text):
        yield unescape(next(part for part in found if part))


def everything_public(language: str, starts: list[str]) -> Iterator[tuple[str, str]]:
    """(address, text) of every page that can be reached from `starts` without a log-in."""
    browser, waiting, seen = Client(headers={"accept-language": language}), list(starts), set(starts)
    while waiting:
        address = waiting.pop()
        cache.clear()  # files are given out so many times an hour
        answer: Any = browser.get(address)
        text = text_of(answer)
        yield address, text
        assert len(seen) < MOST, "more pages than expected: does a page link to ever new ones?"
        for link in links_in(text):
            parts = urlsplit(urljoin(f"http://testserver{address}", link))
            if parts.hostname not in ("testserver", "127.0.0.1") or parts.path.startswith(CLOSED):
                continue
            if parts.path.startswith(SEALED) and parts.path != SEALED:
                continue
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            if target not in seen:
                seen.add(target)
                waiting.append(target)
