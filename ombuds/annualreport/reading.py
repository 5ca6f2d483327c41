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
Titles = Mapping[str, tuple[str, str]]  # table → its title, the code of its chapter


@dataclass(frozen=True, slots=True)
class Drawing:
    """How charts are drawn for a page or for paper."""

    width: float
    font: str


def read(content: Tree, language: str, *, drawing: Drawing, headings: int) -> dict[str, Any]:
    """Return the report in one language; headings inside texts begin at level `headings`."""
    titles = titles_of(content, language)
    with translation.override(language):
        chapters = [
            _chapter(chapter, language, content["year"], drawing, headings, titles)
            for chapter in content["chapters"]
        ]
        contact = content.get("contact", {})
        return {
            "language": language,
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
                "stories": _("Names and places in the stories are invented."),
                "found": pgettext("recommendation", "we found"),
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


def _chapter(
    chapter: Tree, language: str, year: int, drawing: Drawing, headings: int, titles: Titles
) -> dict[str, Any]:
    blocks = [_block(block, language, year, drawing, headings, titles) for block in chapter["blocks"]]
    return {
        "code": chapter["code"],
        "title": pick(chapter["labels"], language),
        "blocks": [block for block in blocks if block is not None],
    }


def _block(
    block: dict[str, Any], language: str, year: int, drawing: Drawing, headings: int, titles: Titles
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
        case "changes":
            return _changes(block, language, titles)
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


def _changes(block: Tree, language: str, titles: Titles) -> dict[str, Any]:
    """The lines by table, each with what it was and is; the test in words."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for line in block["lines"]:
        groups.setdefault(line["table"], []).append(_changed(line, block["year"], language))
    spread = max(block["spreads"].values(), default=1.0)
    return {
        "type": "changes",
        "now": str(block["year"]),
        "before": str(block["year"] - 1),
        "groups": [
            {"key": key, "title": titles[key][0], "chapter": titles[key][1], "lines": lines}
            for key, lines in groups.items()
            if key in titles
        ],
        "none": "" if groups else _("No theme and no service rose or fell by more than chance can explain."),
        "moved_title": _("Recommendations that moved"),
        "moved": [_moved(item, language) for item in block["moved"]],
        "method": _(
            "Only what rose or fell by more than chance can explain is named: an exact binomial test of the two "
            "years, after dividing the counts by their usual spread in earlier years (%(spread)s); of all that is "
            "named at most 5%% may be chance (Benjamini and Hochberg). Numbers that are hidden are not tested."
        )
        % {"spread": written(spread, language, decimals=1)},
    }


def _changed(line: Tree, year: int, language: str) -> dict[str, Any]:
    now, before = line["now"], line["before"]
    share = f"{abs(now - before) / before * 100:.0f}\u00a0%" if before else ""
    words = {
        "now": _number(now, language),
        "before": _number(before, language),
        "year": year - 1,
        "share": share,
        "odds": _odds(line["p"], language),
    }
    rose = now > before
    if not before:
        said = _("%(now)s, none in %(year)s (by chance: %(odds)s)")
    elif rose:
        said = _("%(now)s, %(before)s in %(year)s: %(share)s more (by chance: %(odds)s)")
    else:
        said = _("%(now)s, %(before)s in %(year)s: %(share)s fewer (by chance: %(odds)s)")
    most = max(now, before) or 1
    return {
        "label": pick(line["labels"], language),
        "said": said % words,
        "rose": rose,
        "sign": "▲" if rose else "▼",
        "way": _("rose") if rose else _("fell"),
        "width": [round(100 * before / most), round(100 * now / most)],
    }


def _odds(p: float, language: str) -> str:
    for limit in (1_000_000, 100_000, 10_000, 1_000, 100):
        if p < 1 / limit:
            return _("less than once in %(number)s times") % {"number": written(limit, language)}
    return _("once in %(number)s times") % {"number": written(max(2, round(1 / max(p, 1e-9))), language)}


def _moved(item: Tree, language: str) -> dict[str, str]:
    return {
        "code": item["code"],
        "title": pick(item["titles"], language),
        "on": written_date(date.fromisoformat(item["on"]), language),
        "from": pick(item["from"], language) if item["from"] else "",
        "to": pick(item["to"], language),
    }


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
