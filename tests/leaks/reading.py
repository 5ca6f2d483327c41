"""All that a visitor can reach, as plain text: pages, feeds, tables, files with their metadata."""

import io
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import pypdf
from django.test import Client

CLOSED = ("/staff/", "/service/", "/static/", "/language/", "/file/")
MOST = 600  # pages of one language; the demo has some two hundred
_LINK = re.compile(r"""(?:href|src|action|url)=["']([^"'#]+)|<loc>([^<]+)|<link>([^<]+)|<id>(http[^<]+)""")


def content_of(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if getattr(answer, "streaming", False) else answer.content


def text_of(answer: Any) -> str:
    """What a person, a machine or a curious reader of metadata gets to see."""
    content = content_of(answer)
    if content.startswith(b"%PDF-"):
        pdf = pypdf.PdfReader(io.BytesIO(content))
        about = [str(value) for value in (pdf.metadata or {}).values()]
        root: Any = pdf.trailer["/Root"]
        more = root.get("/Metadata")
        about += [more.get_object().get_data().decode(errors="replace")] if more is not None else []
        return "\n".join([*about, *(page.extract_text() for page in pdf.pages)])
    heads = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{heads}\n{content.decode(errors='replace')}"


def links_in(text: str) -> Iterator[str]:
    """Every address that the text names."""
    for found in _LINK.findall(text):
        yield unescape(next(part for part in found if part))


def everything_public(language: str, starts: list[str]) -> Iterator[tuple[str, str]]:
    """(address, text) of every page that can be reached from `starts` without a log-in."""
    browser, waiting, seen = Client(headers={"accept-language": language}), list(starts), set(starts)
    while waiting:
        address = waiting.pop()
        answer: Any = browser.get(address)
        text = text_of(answer)
        yield address, text
        assert len(seen) < MOST, "more pages than expected: does a page link to ever new ones?"
        for link in links_in(text):
            parts = urlsplit(urljoin(f"http://testserver{address}", link))
            if parts.hostname not in ("testserver", "127.0.0.1") or parts.path.startswith(CLOSED):
                continue
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            if target not in seen:
                seen.add(target)
                waiting.append(target)
