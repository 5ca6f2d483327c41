"""The report as one HTML page that needs nothing else: no script, no remote file, its style inside."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from ombuds.annualreport.prose import to_html
from ombuds.annualreport.reading import Drawing, read
from ombuds.lib.charts import FONT
from ombuds.lib.i18n import pick

STYLE = Path(__file__).parent / "static" / "annualreport" / "report.css"
CHARTS = Drawing(width=520, font=FONT)


def page(content: Mapping[str, Any], language: str) -> str:
    """Return the whole document, to be kept and sent as one file."""
    return _render(
        "annualreport/report.html", content, language, style=STYLE.read_text(encoding="utf-8"), alone=True
    )


def fragment(content: Mapping[str, Any], language: str) -> str:
    """Return the report for inside the <main> of a page that links `annualreport/report.css`."""
    return _render("annualreport/report_body.html", content, language, site="")


def chapter(content: Mapping[str, Any], language: str, code: str, *, downloads: str) -> str:
    """Return one chapter for inside the <main> of a page that links `annualreport/report.css`.

    `downloads` is the address below which the tables are found, ending in a slash.
    """
    own = [each for each in content["chapters"] if each["code"] == code]
    part = {**content, "chapters": own, "whole": content["chapters"]}
    report = {**worded(part, language, site=""), "downloads": downloads, "split": True}
    with translation.override(language):
        return render_to_string("annualreport/chapter.html", {"report": report})


def titles(content: Mapping[str, Any], language: str) -> list[tuple[str, str]]:
    """Return code and title of every chapter that has something to say in this language."""
    return [
        (each["code"], pick(each["labels"], language))
        for each in content["chapters"]
        if any(block["type"] != "text" or block["texts"].get(language) for block in each["blocks"])
    ]


def worded(content: Mapping[str, Any], language: str, *, site: str | None = None) -> dict[str, Any]:
    """Return the report in one language, its prose as HTML; `site` as in `read`."""
    report = read(content, language, drawing=CHARTS, headings=3, site=site)
    for part in report["chapters"]:
        for block in part["blocks"]:
            if block["type"] == "text":
                block["html"] = to_html(block.get("linked", block["blocks"]))
    return report


def _render(
    template: str,
    content: Mapping[str, Any],
    language: str,
    *,
    site: str | None = None,
    **more: str | bool,
) -> str:
    report = worded(content, language, site=site)
    with translation.override(language):
        return render_to_string(template, {"report": report, **more})
