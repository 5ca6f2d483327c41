"""Markdown blocks as HTML: the same blocks that the PDF draws, every text escaped."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

Piece = dict[str, Any]
EMPTY = SafeString("")


def to_html(items: Sequence[Piece]) -> SafeString:
    """Return the blocks as HTML."""
    return _join(_block(item) for item in items)


def _block(item: Piece) -> SafeString:
    match item["type"]:
        case "paragraph":
            return format_html("<p>{}</p>\n", _inline(item["content"]))
        case "heading":
            level = min(int(item["level"]), 6)
            return format_html("<h{}>{}</h{}>\n", level, _inline(item["content"]), level)
        case "bullets":
            return format_html("<ul>{}</ul>\n", _items(item["items"]))
        case "numbers":
            return format_html('<ol start="{}">{}</ol>\n', item["start"], _items(item["items"]))
        case "quote":
            return format_html("<blockquote>{}</blockquote>\n", to_html(item["blocks"]))
        case "code":
            return format_html("<pre>{}</pre>\n", item["text"])
        case "rule":
            return SafeString("<hr>\n")
        case "table":
            return _table(item)
        case _:
            return EMPTY


def _items(items: Sequence[Sequence[Piece]]) -> SafeString:
    return format_html_join("", "<li>{}</li>", ((to_html(item),) for item in items))


def _table(item: Piece) -> SafeString:
    classes = ["number" if side == "right" else "" for side in item["align"]]
    head = _cells("th", item["head"], classes)
    rows = format_html_join("\n", "<tr>{}</tr>", ((_cells("td", row, classes),) for row in item["rows"]))
    return format_html(
        '<div class="scroll" tabindex="0"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>\n',
        head,
        rows,
    )


def _cells(tag: str, cells: Sequence[Sequence[Piece]], classes: Sequence[str]) -> SafeString:
    scope = SafeString(' scope="col"') if tag == "th" else EMPTY
    return format_html_join(
        "",
        "<{}{}{}>{}</{}>",
        (
            (tag, scope, SafeString(' class="number"') if name else EMPTY, _inline(cell), tag)
            for cell, name in zip(cells, classes, strict=False)
        ),
    )


def _inline(pieces: Sequence[Piece]) -> SafeString:
    return _join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> SafeString:
    match piece["type"]:
        case "text":
            return escape(piece["text"])
        case "break":
            return SafeString("<br>")
        case "code":
            return format_html("<code>{}</code>", piece["text"])
        case "link" if "figure" in piece:
            inner = _inline(piece["content"])
            return format_html('<a data-figure="{}" href="{}">{}</a>', piece["figure"], piece["url"], inner)
        case "link":
            return format_html('<a href="{}">{}</a>', piece["url"], _inline(piece["content"]))
        case "strong" | "em" | "s" as tag:
            return format_html("<{}>{}</{}>", tag, _inline(piece["content"]), tag)
        case _:
            return EMPTY


def _join(parts: Any) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308  # every part is already escaped
