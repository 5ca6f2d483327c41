"""The report as one HTML page that needs nothing else: no script, no remote file, its style inside."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from ombuds.annualreport.prose import to_html
from ombuds.annualreport.reading import Drawing, read
from ombuds.lib.charts import FONT

STYLE = Path(__file__).parent / "static" / "annualreport" / "report.css"
CHARTS = Drawing(width=520, font=FONT)


def page(content: Mapping[str, Any], language: str) -> str:
    """Return the whole document, to be kept and sent as one file."""
    return _render(
        "annualreport/report.html", content, language, style=STYLE.read_text(encoding="utf-8"), alone=True
    )


def fragment(content: Mapping[str, Any], language: str) -> str:
    """Return the report for inside the <main> of a page that links `annualreport/report.css`."""
    return _render("annualreport/report_body.html", content, language)


def _render(template: str, content: Mapping[str, Any], language: str, **more: str | bool) -> str:
    report = read(content, language, drawing=CHARTS, headings=3)
    for chapter in report["chapters"]:
        for block in chapter["blocks"]:
            if block["type"] == "text":
                block["html"] = to_html(block["blocks"])
    with translation.override(language):
        return render_to_string(template, {"report": report, **more})
