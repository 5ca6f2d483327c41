"""The report as PDF/UA-1 and PDF/A-3a, drawn by `report.typ` from the same words as the page."""

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
CHARTS = Drawing(width=600, font=IN_CHARTS)


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
FULL = 0.88
LONGEST = 0.75  # of a chapter that shares
FEW = 6  # chapters of a booklet


def _run_on(chapters: list[dict[str, Any]]) -> None:
    """Mark the chapters that begin on the page where the last one ended. Wrong guesses only cost white paper."""
    few = len(chapters) <= FEW
    filled = (
        0.12 + 0.03 * len(chapters) if few else 1.0
    )  # the contents, which a booklet hardly needs a page for
    for number, chapter in enumerate(chapters):
        size = 0.12 + sum(map(_size, chapter["blocks"]))
        first_of_few = few and number == 0
        chapter["runs_on"] = first_of_few or (size <= LONGEST and filled + size <= FULL)
        filled = filled + size if chapter["runs_on"] else size
        filled -= int(filled)


def _size(block: dict[str, Any]) -> float:
    match block["type"]:
        case "text":
            return sum(len(str(piece)) for piece in block["blocks"]) / 6000
        case "glance":
            return 0.1 * -(-len(block["items"]) // 3)
        case "table":
            return 0.13 + 0.023 * len(block["table"]["lines"]) + (0.22 if block["svg"] else 0)
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
