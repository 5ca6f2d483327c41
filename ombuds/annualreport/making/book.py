"""The report as an EPUB 3: a book that flows on any screen, with its contents, charts and what a reader tool asks to know."""

import re
import uuid
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from ombuds.annualreport import html
from ombuds.annualreport.making.zipping import pack

STYLE = Path(__file__).parent.parent / "static" / "annualreport" / "book.css"
SPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # of addresses: the book's own name comes from one
_VOID = re.compile(r"<(br|hr|img|col)([^<>]*?)\s*/?>")
_ENTITY = re.compile(r"&(?!amp;|lt;|gt;|quot;|apos;|#)(\w+);")


def epub(content: Mapping[str, Any], language: str, *, dated: date) -> bytes:
    """Return the book; the same content and day give the same bytes."""
    report = {**html.worded(content, language), "book": True}
    name = f"{content['office']['code']}/annualreport/{content['year']}/{language}/{report['committee']}"
    about = {
        "report": report,
        "identifier": uuid.uuid5(SPACE, name).urn,
        "modified": f"{dated.isoformat()}T12:00:00Z",
        "dated": dated.isoformat(),
        "charts": [c["code"] for c in report["chapters"] if any(b.get("svg") for b in c["blocks"])],
    }
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": _made("container.xml", language, about),
        "OEBPS/package.opf": _made("package.opf", language, about),
        "OEBPS/nav.xhtml": _made("nav.xhtml", language, about),
        "OEBPS/cover.xhtml": _made("cover.xhtml", language, about),
        "OEBPS/book.css": STYLE.read_bytes(),
    }
    for chapter in report["chapters"]:
        files[f"OEBPS/{chapter['code']}.xhtml"] = _made(
            "chapter.xhtml", language, {**about, "chapter": chapter}
        )
    return pack(files, plain="mimetype")


def _made(name: str, language: str, about: Mapping[str, Any]) -> bytes:
    with translation.override(language):
        text = render_to_string(f"annualreport/book/{name}", dict(about))
    return _as_xml(text).encode()


def _as_xml(text: str) -> str:
    """HTML that our own templates write, as XML: single tags are closed, and no names of characters but the five."""
    from html import unescape

    closed = _VOID.sub(lambda m: f"<{m[1]}{m[2]} />", text)
    return _ENTITY.sub(lambda m: unescape(m[0]), closed).lstrip()
