"""The report as PDF/UA-1 and PDF/A-3a, drawn by `report.typ` from the same words as the page."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ombuds.annualreport.reading import Drawing, read
from ombuds.lib.pdf import compile_document
from ombuds.lib.pdf.fonts import IN_CHARTS

TEMPLATE = Path(__file__).with_name("report.typ")
CHARTS = Drawing(width=600, font=IN_CHARTS)


def document(content: Mapping[str, Any], language: str, *, dated: date) -> bytes:
    """Return the document; the same content and day give the same bytes. Raises PdfError."""
    report = read(content, language, drawing=CHARTS, headings=2)
    return compile_document(TEMPLATE, report, language=language, dated=dated)
