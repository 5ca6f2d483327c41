"""The content tree in the words of one language: what the page and the document both draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ombuds.annualreport.content import chart_of
from ombuds.annualreport.reading_changes import changes, number
from ombuds.lib.charts import draw
from ombuds.lib.i18n import pick
from ombuds.lib.pdf import markdown
from ombuds.lib.pdf.letters import written_date
from ombuds.publications.authoring.figures import MEANING, Place, linked
from ombuds.recommendations.effect_words import public_sentence
from ombuds.statistics import display, tables

Tree = Mapping[str, Any]
Titles = Mapping[str, tuple[str, str]]  # table → its title, the code of its chapter


@dataclass(frozen=True, slots=True)
class Drawing:
    """How charts are drawn for a page or for paper."""

    width: float
    font: str


@dataclass(frozen=True, slots=True)
class Reader:
    """What every block is told in: the language, the year, where links lead."""

    language: str
    year: int
    drawing: Drawing
    headings: int
    titles: Titles
    site: str

    def report(self, year: int) -> str:
        return f"{self.site}/reports/{year}/"

    def recommendation(self, code: str) -> str:
        return f"{self.site}/recommendations/{code}/"


def read(
    content: Tree, language: str, *, drawing: Drawing, headings: int, site: str | None = None
) -> dict[str, Any]:
    """Return the report in one language; headings inside texts begin at level `headings`.

    `site`: what links begin with; empty for a page of the site itself, left out for what is read elsewhere.
    """
    site = settings.PUBLIC_URL.rstrip("/") if site is None else site
    reader = Reader(language, content["year"], drawing, headings, titles_of(content, language), site)
    with translation.override(language):
        chapters = [_chapter(chapter, reader) for chapter in content["chapters"]]
        contact = content.get("contact", {})
        return {
            "language": language,
            "counted": f"{site}/figures/definitions/",
            "year": str(content["year"]),
            "title": _("Yearly report %(year)s") % {"year": content["year"]},
            "committee": pick(content["committee"]["labels"], language) if "committee" in content else "",
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
                "booklet": _("For the committee"),
                "cut": _("What the report says of the matters of this committee."),
                "evidence": _("table"),
                "download": _("Download"),
                "counted": _("How it is counted"),
                "stories": _("Names and places in the stories are invented."),
                "found": pgettext("recommendation", "we found"),
                "then": pgettext("recommendation", "then"),
                "now": pgettext("recommendation", "now"),
                "discussed": _("Discussed"),
                "issued": pgettext("recommendation", "issued"),
                "to": pgettext("recommendation", "to"),
                "skip": _("Skip to the report"),
            },
        }


def titles_of(content: Tree, language: str) -> dict[str, tuple[str, str]]:
    """Return the title of every table of the report, and the chapter in which it stands."""
    return {
        block["table"]["key"]: (pick(block["table"]["title"], language), chapter["code"])
        for chapter in content.get("whole", content["chapters"])  # a single chapter knows the others
        for block in chapter["blocks"]
        if block["type"] == "table"
    }


def _chapter(chapter: Tree, reader: Reader) -> dict[str, Any]:
    blocks = [_block(block, reader) for block in chapter["blocks"]]
    return {
        "code": chapter["code"],
        "title": pick(chapter["labels"], reader.language),
        "blocks": [block for block in blocks if block is not None],
    }


def _block(block: dict[str, Any], reader: Reader) -> dict[str, Any] | None:
    language = reader.language
    match block["type"]:
        case "text":
            text = block["texts"].get(language, "")
            return _text(text, block.get("figures", {}).get(language, ()), reader) if text else None
        case "glance":
            return {
                "type": "glance",
                "items": [_tile(item, language, reader.year) for item in block["items"]],
            }
        case "table":
            return _table(block, reader)
        case "recommendations":
            return _recommendations(block, reader)
        case "changes":
            return changes(block, language, reader.titles)
        case "discussions":
            return {"type": "discussions", "items": [_debate(item, reader) for item in block["items"]]}
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


def _text(text: str, places: Sequence[Place], reader: Reader) -> dict[str, Any]:
    """The text for paper, and for the web with each figure as a link to what it counts."""
    found = {"type": "text", "blocks": markdown.blocks(text, top=reader.headings)}
    if places:
        links = markdown.blocks(linked(text, places), top=reader.headings)
        found["linked"] = _meant(links, f"{reader.site}/figures/definitions/")
    return found


def _meant(piece: Any, definitions: str) -> Any:
    """Links to the meaning of a figure get the address that it has on this site."""
    if isinstance(piece, list):
        return [_meant(each, definitions) for each in piece]
    if not isinstance(piece, dict):
        return piece
    found = {name: _meant(value, definitions) for name, value in piece.items()}
    if found.get("type") == "link" and found["url"].startswith(MEANING):
        table = found["url"].removeprefix(MEANING)
        found |= {"url": f"{definitions}#{table}", "figure": table}
    return found


def _table(block: dict[str, Any], reader: Reader) -> dict[str, Any]:
    chart, drawing = chart_of(block, reader.language), reader.drawing
    return {
        "type": "table",
        "table": display.show(tables.from_json(block["table"]), reader.language).as_data(),
        "svg": draw(chart, language=reader.language, width=drawing.width, font=drawing.font) if chart else "",
        "alt": f"{chart.title}. {chart.description}" if chart else "",
    }


def _tile(item: Tree, language: str, year: int) -> dict[str, str]:
    return {
        "key": item["key"],
        "label": pick(item["labels"], language),
        "now": number(item["now"], language),
        "before": _("%(year)s: %(value)s") % {"year": year - 1, "value": number(item["before"], language)},
    }


def _recommendations(block: Tree, reader: Reader) -> dict[str, Any]:
    year = block["year"]
    former = block.get("former", False)
    heading = _("Recommendations of %(year)s")
    if any(not item["code"].startswith(f"{year}-") for item in block["items"]):
        heading = _("Recommendations of %(year)s, and older ones that were still open")
    return {
        "type": "recommendations",
        "heading": heading % {"year": year},
        "items": [_recommendation(item, reader) for item in block["items"]],
        "former": reader.report(year) if former else "",
        "former_title": _("Yearly report %(year)s") % {"year": year} if former else "",
        "lead": _("What the last report told of, and what became of it since. You can read that report here:")
        if former
        else "",
    }


def _recommendation(item: Tree, reader: Reader) -> dict[str, Any]:
    language, then = reader.language, item.get("then")
    effect = item.get("effect", "")
    return {
        "code": item["code"],
        "url": reader.recommendation(item["code"]),
        "title": pick(item["titles"], language),
        "addressee": pick(item["addressees"], language),
        "then": _state(then, language) if then else "",
        "status": pick(item["status"], language),
        "finds": pick(item["finds"], language),
        "issued": written_date(date.fromisoformat(item["issued_on"]), language),
        "effect": public_sentence(effect) if effect else "",
        "discussed": [_where(each, language) for each in item.get("discussed", [])],
    }


def _state(then: Tree, language: str) -> str:
    return f"{pick(then['status'], language)} ({pick(then['finds'], language).lower()})"


def _where(debate: Tree, language: str) -> str:
    day = written_date(date.fromisoformat(debate["on"]), language)
    return f"{day}: {debate['texts']['where']}"


def _debate(item: Tree, reader: Reader) -> dict[str, str]:
    return {
        "code": item["code"],
        "url": reader.recommendation(item["code"]),
        "title": pick(item["titles"], reader.language),
        "on": written_date(date.fromisoformat(item["on"]), reader.language),
        "where": str(item["texts"]["where"]),
    }


def _story(item: Tree, language: str) -> dict[str, str]:
    return {"title": item["titles"].get(language, ""), "summary": item["summaries"].get(language, "")}
