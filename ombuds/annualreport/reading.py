"""The content tree in the words of one language: what the page and the document both draw."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ombuds.annualreport.content import chart_of
from ombuds.lib.charts import draw
from ombuds.lib.i18n import pick
from ombuds.lib.numbers import written
from ombuds.lib.pdf import markdown
from ombuds.lib.pdf.letters import written_date
from ombuds.statistics import display, tables

Tree = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Drawing:
    """How charts are drawn for a page or for paper."""

    width: float
    font: str


def read(content: Tree, language: str, *, drawing: Drawing, headings: int) -> dict[str, Any]:
    """Return the report in one language; headings inside texts begin at level `headings`."""
    with translation.override(language):
        chapters = [
            _chapter(chapter, language, content["year"], drawing, headings) for chapter in content["chapters"]
        ]
        contact = content.get("contact", {})
        return {
            "language": language,
            "year": str(content["year"]),
            "title": _("Yearly report %(year)s") % {"year": content["year"]},
            "office": pick(content["office"]["names"], language),
            "addressed": _("Presented to"),
            "addressees": (content.get("addressees") or {}).get(language, []),
            "contact": [
                line
                for line in (
                    pick(contact.get("address", {}), language),
                    contact.get("phone"),
                    contact.get("email"),
                    contact.get("url"),
                )
                if line
            ],
            "chapters": [chapter for chapter in chapters if chapter["blocks"]],
            "words": {
                "contents": _("Contents"),
                "stories": _("Names and places in the stories are invented."),
                "found": pgettext("recommendation", "we found"),
                "issued": pgettext("recommendation", "issued"),
                "to": pgettext("recommendation", "to"),
                "skip": _("Skip to the report"),
            },
        }


def _chapter(chapter: Tree, language: str, year: int, drawing: Drawing, headings: int) -> dict[str, Any]:
    blocks = [_block(block, language, year, drawing, headings) for block in chapter["blocks"]]
    return {
        "code": chapter["code"],
        "title": pick(chapter["labels"], language),
        "blocks": [block for block in blocks if block is not None],
    }


def _block(
    block: dict[str, Any], language: str, year: int, drawing: Drawing, headings: int
) -> dict[str, Any] | None:
    match block["type"]:
        case "text":
            text = block["texts"].get(language, "")
            return {"type": "text", "blocks": markdown.blocks(text, top=headings)} if text else None
        case "glance":
            return {"type": "glance", "items": [_tile(item, language, year) for item in block["items"]]}
        case "table":
            chart = chart_of(block, language)
            return {
                "type": "table",
                "table": display.show(tables.from_json(block["table"]), language).as_data(),
                "svg": draw(chart, language=language, width=drawing.width, font=drawing.font)
                if chart
                else "",
                "alt": f"{chart.title}. {chart.description}" if chart else "",
            }
        case "recommendations":
            items = [_recommendation(item, language) for item in block["items"]]
            heading = _("Recommendations of %(year)s") % {"year": block["year"]}
            return {"type": "recommendations", "heading": heading, "items": items}
        case "stories":
            items = [_story(item, language) for item in block["items"]]
            return {"type": "stories", "items": [item for item in items if item["title"]]}
        case "definitions":
            items = [
                {"term": pick(each["labels"], language), "text": pick(each["definition"], language)}
                for each in block["items"]
            ]
            return {"type": "definitions", "items": items}
        case _:
            return None


def _tile(item: Tree, language: str, year: int) -> dict[str, str]:
    return {
        "key": item["key"],
        "label": pick(item["labels"], language),
        "now": _number(item["now"], language),
        "before": _("%(year)s: %(value)s") % {"year": year - 1, "value": _number(item["before"], language)},
    }


def _number(value: float | str | None, language: str) -> str:
    if value is None or isinstance(value, str):
        return value or "–"
    return written(value, language, decimals=1 if isinstance(value, float) and value % 1 else 0)


def _recommendation(item: Tree, language: str) -> dict[str, str]:
    return {
        "code": item["code"],
        "title": pick(item["titles"], language),
        "addressee": pick(item["addressees"], language),
        "status": pick(item["status"], language),
        "finds": pick(item["finds"], language),
        "issued": written_date(date.fromisoformat(item["issued_on"]), language),
    }


def _story(item: Tree, language: str) -> dict[str, str]:
    return {"title": item["titles"].get(language, ""), "summary": item["summaries"].get(language, "")}
