"""The report as PDF/UA-1 and PDF/A-3a, drawn by `report.typ` from the same words as the page."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ombuds.annualreport.content import tables_of
from ombuds.annualreport.reading import Drawing, read
from ombuds.lib.pdf import compile_document
from ombuds.lib.pdf.fonts import IN_CHARTS
from ombuds.statistics.tables import pick, to_csv

TEMPLATE = Path(__file__).with_name("report.typ")
CHARTS = Drawing(width=715, font=IN_CHARTS)


def document(content: Mapping[str, Any], language: str, *, dated: date) -> bytes:
    """Return the document with its tables attached as CSV; the same content and day give the same bytes.

    Raises PdfError.
    """
    report = read(content, language, drawing=CHARTS, headings=2)
    report["attached"] = [
        {
            "name": f"{table.key}-{content['year']}-{language}.csv",
            "text": "\ufeff" + to_csv(table, language),
            "description": pick(table.title, language),
        }
        for table in tables_of(content)
    ]
    _run_on(report["chapters"])
    return compile_document(TEMPLATE, report, language=language, dated=dated)


# How much of a page things take, roughly: short chapters share a page instead of leaving most of it empty.
PAGE, LINE, NOTE = 245.0, 5.0, 8.0  # mm
FULL = 0.92
LONGEST = 0.75  # of a chapter that shares
FEW = 6  # chapters of a booklet
SHORT, LOW = 14, 130 / PAGE  # lines and height of a table that `report.typ` does not cut


def _run_on(chapters: list[dict[str, Any]]) -> None:
    """Mark the chapters that begin on the page where the last one ended. Wrong guesses only cost white paper."""
    few = len(chapters) <= FEW
    # The contents, which a booklet hardly needs a page for.
    filled = 0.12 + 0.03 * len(chapters) if few else 1.0
    for number, chapter in enumerate(chapters):
        size = 0.12 + sum(map(_size, chapter["blocks"]))
        first_of_few = few and number == 0
        chapter["runs_on"] = first_of_few or (size <= LONGEST and filled + size <= FULL)
        filled = _after((filled if chapter["runs_on"] else 0.0) + 0.12, chapter["blocks"])


def _after(filled: float, blocks: list[dict[str, Any]]) -> float:
    """Return how full the last page is after these blocks."""
    for block in blocks:
        size = _size(block)
        whole = block["type"] == "table" and len(block["table"]["lines"]) <= SHORT and size <= LOW
        filled = size if whole and filled + size > 1 else filled + size
        filled -= int(filled)
    return filled


def _size(block: dict[str, Any]) -> float:
    match block["type"]:
        case "text":
            return sum(len(str(piece)) for piece in block["blocks"]) / 6000
        case "glance":
            return 0.1 * -(-len(block["items"]) // 3)
        case "table":
            lines = LINE * (len(block["table"]["lines"]) + 2) + NOTE * len(block["table"]["notes"])
            return (30 + lines + _height(block["svg"])) / PAGE
        case "changes":
            return (
                0.2
                + sum(0.06 + 0.05 * len(g["lines"]) for g in block["groups"])
                + 0.07 * len(block["moved"])
                + 0.06 * len(block["stopped"])
            )
        case "definitions":
            return 0.035 * len(block["items"])
        case "recommendations":
            return 0.07 + 0.075 * len(block["items"])
        case _:
            return 0.08 * len(block["items"])


def _height(svg: str) -> float:
    """Return how high a chart stands on the page, in mm."""
    found = re.search(r'viewBox="0 0 [\d.]+ ([\d.]+)"', svg)
    return float(found[1]) * 160 / CHARTS.width + 2 if found else 0.0
