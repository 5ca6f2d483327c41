"""Markdown to the plain lists and dictionaries that `parts.typ` draws.

Raw HTML stays text, images become their description, and only web, mail and phone links stay links.
"""

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

Block = dict[str, Any]
Inline = dict[str, Any]

LINKS = ("https://", "http://", "mailto:", "tel:")
_parser = MarkdownIt("commonmark", {"html": False}).enable("table").enable("strikethrough")


def blocks(text: str, *, top: int = 1) -> list[Block]:
    """Return the blocks of a Markdown text, its highest heading at level `top` and no level skipped."""
    tree = SyntaxTreeNode(_parser.parse(text.replace("\x00", "")))
    found = _blocks(tree.children)
    level_headings(found, top)
    return found


def level_headings(found: list[Block], top: int) -> None:
    """Let the highest heading be of level `top`, and skip no level.

    PDF/UA refuses a jump from level 1 to 3, and writers choose levels by their looks.
    """
    level = top - 1
    written: list[int] = []
    for block in found:
        if block["type"] == "heading":
            while written and written[-1] >= block["level"]:
                written.pop()
            written.append(block["level"])
            level = min(top - 1 + len(written), 6)
            block["level"] = level


def _blocks(nodes: list[SyntaxTreeNode]) -> list[Block]:
    return [block for node in nodes if (block := _block(node))]


def _block(node: SyntaxTreeNode) -> Block | None:
    match node.type:
        case "paragraph":
            return {"type": "paragraph", "content": _inline_of(node)}
        case "heading":
            return {
                "type": "heading",
                "level": int(node.tag[1:]),
                "content": _inline_of(node),
            }
        case "bullet_list" | "ordered_list":
            return _list(node)
        case "blockquote":
            return {"type": "quote", "blocks": _demoted(_blocks(node.children))}
        case "fence" | "code_block":
            return {"type": "code", "text": node.content.rstrip("\n")}
        case "hr":
            return {"type": "rule"}
        case "table":
            return _table(node)
        case _:
            return (
                {
                    "type": "paragraph",
                    "content": [{"type": "text", "text": node.content}],
                }
                if node.content
                else None
            )


def _list(node: SyntaxTreeNode) -> Block:
    items = [_demoted(_blocks(item.children)) for item in node.children]
    if node.type == "bullet_list":
        return {"type": "bullets", "items": items}
    return {
        "type": "numbers",
        "start": int(node.attrs.get("start", 1) or 1),
        "items": items,
    }


def _demoted(found: list[Block]) -> list[Block]:
    """Turn headings inside a list or a quotation into bold paragraphs: they are no parts of the outline."""
    return [
        {
            "type": "paragraph",
            "content": [{"type": "strong", "content": block["content"]}],
        }
        if block["type"] == "heading"
        else block
        for block in found
    ]


def _table(node: SyntaxTreeNode) -> Block:
    rows = [[_inline_of(cell) for cell in row.children] for part in node.children for row in part.children]
    head = node.children[0].children[0]
    align = ["right" if "right" in str(cell.attrs.get("style", "")) else "left" for cell in head.children]
    return {"type": "table", "align": align, "head": rows[0], "rows": rows[1:]}


def _inline_of(node: SyntaxTreeNode) -> list[Inline]:
    return [piece for child in node.children for leaf in child.children for piece in _inline(leaf)]


def _inline(node: SyntaxTreeNode) -> list[Inline]:
    inner = [piece for child in node.children for piece in _inline(child)] if node.children else []
    match node.type:
        case "strong" | "em" | "s":
            return [{"type": node.type, "content": inner}]
        case "link":
            address = str(node.attrs.get("href", ""))
            return (
                [{"type": "link", "url": address, "content": inner}] if address.startswith(LINKS) else inner
            )
        case "image":
            return inner or [{"type": "text", "text": node.content}]
        case "code_inline":
            return [{"type": "code", "text": node.content}]
        case "softbreak":
            return [{"type": "text", "text": " "}]
        case "hardbreak":
            return [{"type": "break"}]
        case _:
            return [{"type": "text", "text": node.content}] if node.content else []
