"""A published text as PDF/UA-1 and PDF/A-3a: drawn from the frozen page itself, so that paper and page say the same."""

import re
from pathlib import Path
from typing import Any, TypeAlias

import lxml.html
from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ombuds.lib.i18n import pick
from ombuds.lib.pdf import compile_document, markdown
from ombuds.office.models import Office
from ombuds.publications.models import Frozen
from ombuds.publications.terms import Kind

TEMPLATE = Path(__file__).with_name("publication.typ")
COVERED = frozenset({Kind.REPORT, Kind.BROCHURE})  # with a cover and contents; others begin on the first page
LONG = 9_000  # characters: some four pages, from which on a reader wants contents
NUMBER = re.compile(r"[<≤~]?\s?[\d.,\u00a0\u202f ]+\s?%?|[–*-]|")
BACK = "↩"  # from a note to its place: paper has none
Node: TypeAlias = Any  # lxml.html has no types
Piece = dict[str, Any]


def document(text: Frozen, office: Office) -> bytes:
    """Return the document; the same text gives the same bytes. Raises PdfError."""
    language = text.language
    body = blocks(str(text.html))
    with translation.override(language):
        data = {
            "title": str(text.title),
            "summary": str(text.summary),
            "office": pick(office.names, language),
            "kind": str(Kind(text.kind).label),
            "day": date_format(localdate(text.first_published_at), "j F Y"),
            "corrected": _("Corrected on %(day)s:")
            % {"day": date_format(localdate(text.published_at), "j F Y")}
            if text.number > 1
            else "",
            "reason": str(text.reason) if text.number > 1 else "",
            "invented": _("A true story. Names and places are invented.") if text.kind == Kind.STORY else "",
            "contents": _("Contents") if len(str(text.html)) >= LONG else "",
            "cover": text.kind in COVERED,
            "body": body,
            "address": f"{settings.PUBLIC_URL.rstrip('/')}/publications/{text.key}/?lang={language}",
            "where": _("On our website:"),
        }
    return compile_document(TEMPLATE, data, language=language, dated=localdate(text.published_at))


def blocks(html: str) -> list[Piece]:
    """Return the few tags of a frozen page (see `rendering`) as blocks that `parts.typ` draws."""
    page = lxml.html.fragment_fromstring(html, create_parent="div")
    found = _inside(page)
    markdown.level_headings(found, 1)
    return found


def _inside(node: Node) -> list[Piece]:
    """Blocks; words that stand beside them (an item of a tight list has no paragraph) become a paragraph of their own."""
    found: list[Piece] = []
    loose = _words(node.text)
    for child in node:
        if child.tag in BLOCKS:
            found += [*_paragraph(loose), *_block(child)]
            loose = []
        else:
            loose += _piece(child)
        loose += _words(child.tail)
    return [*found, *_paragraph(loose)]


def _paragraph(words: list[Piece]) -> list[Piece]:
    seen = any(piece.get("text", "x").strip() for piece in words)
    return [{"type": "paragraph", "content": words}] if seen else []


def _block(node: Node) -> list[Piece]:
    match node.tag:
        case "p":
            return [{"type": "paragraph", "content": _inline(node)}]
        case "h2" | "h3" | "h4":
            return [{"type": "heading", "level": int(node.tag[1]), "content": _inline(node)}]
        case "ul":
            return [{"type": "bullets", "items": [_inside(item) for item in node.iterfind("li")]}]
        case "ol":
            return [{"type": "numbers", "start": 1, "items": [_inside(item) for item in node.iterfind("li")]}]
        case "blockquote":
            return [{"type": "quote", "blocks": [_plainer(piece) for piece in _inside(node)]}]
        case "hr":
            return [{"type": "rule"}]
        case "section":
            return _inside(node)
        case "table":
            return [_table(node)]
        case _:
            return []


BLOCKS = frozenset({"p", "h2", "h3", "h4", "ul", "ol", "blockquote", "hr", "section", "table"})


def _plainer(piece: Piece) -> Piece:
    """A heading inside a quotation is no heading of the document."""
    if piece["type"] != "heading":
        return piece
    return {"type": "paragraph", "content": [{"type": "strong", "content": piece["content"]}]}


def _table(node: Node) -> Piece:
    head = [_inline(cell) for cell in node.iterfind("thead/tr/th")]
    rows = [row.findall("td") for row in node.iterfind("tbody/tr")]
    columns = [
        [row[place].text_content().strip() for row in rows if place < len(row)] for place in range(len(head))
    ]
    numbers = [any(column) and all(NUMBER.fullmatch(cell) for cell in column) for column in columns]
    return {
        "type": "table",
        "head": head,
        "align": ["right" if each else "left" for each in numbers],
        "rows": [[_inline(cell) for cell in row] for row in rows],
    }


def _inline(node: Node) -> list[Piece]:
    found = [*_words(node.text)]
    for child in node:
        found += [*_piece(child), *_words(child.tail)]
    return found


def _words(text: str | None) -> list[Piece]:
    plain = re.sub(r"\s+", " ", text or "").replace(BACK, "")
    return [{"type": "text", "text": plain}] if plain and (plain.strip() or plain == " ") else []


def _piece(node: Node) -> list[Piece]:
    match node.tag:
        case "strong" | "em" as tag:
            return [{"type": tag, "content": _inline(node)}]
        case "br":
            return [{"type": "break"}]
        case "sup":  # the number of a note; a second mention of it reads [1:1]
            return [{"type": "text", "text": re.sub(r":\d+", "", node.text_content())}]
        case "a" if node.get("href", "").startswith(markdown.LINKS):
            return [{"type": "link", "url": node.get("href"), "content": _inline(node)}]
        case _:  # back from a note, figures that lead to their definition on the site
            return _inline(node)
