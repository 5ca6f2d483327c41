"""Markdown to the few tags that a published text may hold."""

import nh3
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

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
_parser = MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin, inline=False)


def render(markdown: str) -> str:
    """Safe HTML: no raw HTML, no pictures, links to the web and to mail only; headings start below the title."""
    tokens = _parser.parse(markdown.replace("\x00", ""))
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(4, max(2, int(token.tag[1]) + 1))}"
    html: str = _parser.renderer.render(tokens, _parser.options, {})
    cleaned: str = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href", "id"}, "li": {"id"}},  # ids of notes only: nobody can write others
        url_schemes={"https", "http", "mailto"},
        link_rel="noreferrer",
    )
    return cleaned
