"""Markdown to the few tags that a published text may hold."""

import re

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from ombuds.publications.authoring.figures import MEANING

TAGS = {
    "p",
    "br",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "blockquote",
    "a",
    "hr",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "sup",  # the number of a note, and the notes at the end
    "section",
}
DEFINITIONS = "/figures/definitions/"  # of the public site, which this room does not know
TABLE = re.compile(r"[a-z][a-z0-9_]{0,60}")
_parser = MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin, inline=False)


def render(markdown: str) -> str:
    """Safe HTML: no raw HTML, no pictures, links to the web and to mail only; headings start below the title."""
    tokens = _parser.parse(markdown.replace("\x00", ""))
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(4, max(2, int(token.tag[1]) + 1))}"
        for piece in token.children or ():
            _mean(piece)
    html: str = _parser.renderer.render(tokens, _parser.options, {})
    cleaned: str = nh3.clean(
        html,
        tags=TAGS,
        # Ids of notes, and of which table a figure is: nobody can write others.
        attributes={"a": {"href", "id", "data-figure"}, "li": {"id"}},
        url_schemes={"https", "http", "mailto"},
        link_rel="noreferrer",
    )
    return cleaned


def _mean(piece: Token) -> None:
    """Let a figure of a released report lead to what it counts."""
    address = str(piece.attrs.get("href", "")) if piece.type == "link_open" else ""
    table = address.removeprefix(MEANING)
    if table != address and TABLE.fullmatch(table):
        piece.attrs = {"href": f"{DEFINITIONS}#{table}", "data-figure": table}
