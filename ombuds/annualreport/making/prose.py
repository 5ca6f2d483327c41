"""Markdown blocks into a Word document: the same blocks that the page and the PDF draw."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.text.paragraph import Paragraph

Piece = dict[str, Any]


def write(document: Document, blocks: Sequence[Piece], style: str = "Normal") -> None:
    """Add the blocks at the end."""
    for block in blocks:
        match block["type"]:
            case "paragraph":
                _inline(document.add_paragraph(style=style), block["content"])
            case "heading":
                _inline(document.add_heading("", min(int(block["level"]), 3)), block["content"])
            case "bullets":
                _items(document, block["items"], "List Bullet")
            case "numbers":
                _items(document, block["items"], "List Number")
            case "quote":
                write(document, block["blocks"], "Quote")
            case "code":
                document.add_paragraph(block["text"])
            case "table":
                _table(document, block)


def _items(document: Document, items: Sequence[Sequence[Piece]], style: str) -> None:
    for item in items:
        write(document, item, style)


def _table(document: Document, block: Piece) -> None:
    made = document.add_table(rows=0, cols=len(block["head"]), style="Table Grid")
    for cells in (block["head"], *block["rows"]):
        row = made.add_row()
        for place, cell in enumerate(cells):
            _inline(row.cells[place].paragraphs[0], cell, bold=cells is block["head"])


def _inline(
    paragraph: Paragraph, pieces: Sequence[Piece], *, bold: bool = False, italic: bool = False
) -> None:
    for piece in pieces:
        match piece["type"]:
            case "text" | "code":
                run = paragraph.add_run(piece["text"])
                run.bold, run.italic = bold or None, italic or None
            case "break":
                paragraph.add_run().add_break()
            case "strong":
                _inline(paragraph, piece["content"], bold=True, italic=italic)
            case "em":
                _inline(paragraph, piece["content"], bold=bold, italic=True)
            case "link":
                _inline(paragraph, piece["content"], bold=bold, italic=italic)
                paragraph.add_run(f" ({piece['url']})")
            case "s":
                _inline(paragraph, piece["content"], bold=bold, italic=italic)
