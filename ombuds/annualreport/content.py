"""Builds the content tree of a report: plain data in every language, ready to be frozen, hashed and drawn."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ombuds.annualreport import changed, committees, entered, recommended, table_words
from ombuds.annualreport.outline import ENTERED, Chapter, chapters
from ombuds.deidentification.gate import DeidentifiedText
from ombuds.lib.charts import Chart
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.publications.authoring.figures import Place
from ombuds.publications.models import Frozen
from ombuds.publications.terms import Kind
from ombuds.statistics import charting, counters, periods, services, tables
from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.tables import Table

FORMAT = 3
GLANCE = ("cases", "complaints", "closed", "open_after", "founded", "solved", "median", "recommendations")
Block = dict[str, Any]
Texts = Mapping[str, Mapping[str, str]]  # slot → language → Markdown
Places = Mapping[str, Mapping[str, Sequence[Place]]]  # slot → language → where its figures stand


def public_of(office: Office, year: int) -> dict[str, Table]:
    """Return every table of the report as readers see it: small counts are hidden here, before anything is drawn."""
    codes = _codes(chapters(office, year))
    own = entered.tables_of(office, year)
    counted = services.public_tables(office, year, [code for code in codes if code not in ENTERED])
    return {**counted, **{code: own[code] for code in codes if code in own}}


@dataclass(frozen=True, slots=True)
class Made:
    """What the chapters are made of; `drawn` fills up with the tables that were shown."""

    office: Office
    year: int
    texts: Texts
    public: Mapping[str, Table]
    day: date  # as which the state of recommendations is told
    drawn: set[str]
    places: Places


def build(
    office: Office,
    year: int,
    texts: Texts,
    public: Mapping[str, Table] | None = None,
    day: date | None = None,
    *,
    places: Places | None = None,
) -> dict[str, Any]:
    """Return the tree. Figures in it are the public ones, `public` when they are known already."""
    shown = public_of(office, year) if public is None else public
    made = Made(office, year, texts, shown, day or today(), set(), places or {})
    found = []
    for chapter in chapters(office, year):
        blocks = [block for part in chapter.content for block in _block(part, made)]
        if blocks:
            found.append({"code": chapter.code, "labels": chapter.labels, "blocks": blocks})
    return {
        "format": FORMAT,
        "office": {"code": office.code, "names": dict(office.names)},
        "addressees": office.setting("report_addressees", {}),
        "contact": office.setting("contact", {}),
        "year": year,
        "chapters": _defined(found, office, made.drawn),
        "committees": committees.of_office(office),
        "discussions": recommended.discussions(office, made.day),
    }


def _codes(outline: Iterable[Chapter]) -> list[str]:
    """Return the tables of the whole report: they are protected together, because they are read together."""
    named = [
        part.partition(":")[2] for chapter in outline for part in chapter.content if part.startswith("table:")
    ]
    return [*named, "five_years"]


def frozen(
    office: Office,
    year: int,
    texts: Mapping[str, Mapping[str, DeidentifiedText]],
    words: Mapping[str, DeidentifiedText],
    public: Mapping[str, Table] | None = None,
    day: date | None = None,
    places: Places | None = None,
) -> dict[str, Any]:
    """Return the tree that is released: the only one that goes out, and with texts that the gate has passed only.

    `words`: of notes under tables and of entered lines, as they are and as the gate gave them back. Raises NotChecked without them.
    """
    return table_words.sealed(build(office, year, texts, public, day, places=places), words)


def digest(content: Mapping[str, Any]) -> str:
    """Return the SHA-256 of the tree in its one canonical form."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def canonical(content: Mapping[str, Any]) -> str:
    """Return the tree as JSON that is the same for the same content."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def tables_of(content: Mapping[str, Any]) -> list[Table]:
    """Return every table of the report, once, in order."""
    found: dict[str, Table] = {}
    for chapter in content["chapters"]:
        for block in chapter["blocks"]:
            if block["type"] == "table":
                found.setdefault(block["table"]["key"], tables.from_json(block["table"]))
    return list(found.values())


def _block(part: str, made: Made) -> list[Block]:
    kind, _colon, name = part.partition(":")
    match kind, name:
        case "text", slot:
            written = {language: text for language, text in made.texts.get(slot, {}).items() if text.strip()}
            placed = {lang: found for lang, found in made.places.get(slot, {}).items() if lang in written}
            block = {"type": "text", "slot": slot, "texts": written}
            return [block | ({"figures": placed} if placed else {})] if written else []
        case "table", code:
            made.drawn.add(code)
            return _table(code, made.office, made.public)
        case "glance", _:
            made.drawn.add("five_years")
            return _glance(made.public)
        case "changes", _:
            made.drawn.update(code for code in changed.TESTED if code in made.public)
            return changed.block(made.office, made.year, made.public, made.texts, made.day)
        case "recommendations", "previous":
            return recommended.follow_up(made.office, made.year, made.day)
        case "recommendations", _:
            return recommended.of_year(made.office, made.year, made.day)
        case "stories", _:
            return _stories(made.office, made.year)
        case "definitions", _:
            return [{"type": "definitions", "items": []}]
        case _:
            return []


def _table(code: str, office: Office, public: Mapping[str, Table]) -> list[Block]:
    counter, table = counters.load(office.code).get(code), public.get(code)
    if table is None or table.is_empty or (counter is None and code not in ENTERED):
        return []
    return [{"type": "table", "table": tables.to_json(table), "chart": counter.chart if counter else "none"}]


def _glance(public: Mapping[str, Table]) -> list[Block]:
    table = public["five_years"]
    rows = {row.key: row for row in table.rows}
    items = [
        {
            "key": key,
            "labels": dict(rows[key].labels),
            "now": _plain(rows[key].cells[0]),
            "before": _plain(rows[key].cells[1]),
        }
        for key in GLANCE
        if key in rows and rows[key].cells[0] is not None
    ]
    return [{"type": "glance", "items": items}]


def _plain(cell: tables.Cell) -> int | float | str | None:
    return str(cell.value) if isinstance(cell, Hidden) else cell


def _stories(office: Office, year: int) -> list[Block]:
    start, end = periods.bounds(year)
    rows = Frozen.objects.filter(
        office_code=office.code,
        kind=Kind.STORY,
        is_current=True,
        withdrawn_at__isnull=True,
        first_published_at__gte=start,
        first_published_at__lt=end,
    ).order_by("first_published_at", "pk")
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        item = found.setdefault(str(row.key), {"titles": {}, "summaries": {}, "theme": row.theme})
        item["titles"][row.language] = row.title
        item["summaries"][row.language] = row.summary
    return [{"type": "stories", "items": list(found.values())}] if found else []


def _defined(found: list[dict[str, Any]], office: Office, drawn: Iterable[str]) -> list[dict[str, Any]]:
    """Fill in the definitions of what the report shows, whatever the order of its chapters."""
    known = counters.load(office.code)
    items = [
        {
            "labels": dict(known[code].labels),
            "definition": dict(known[code].definition),
            "version": known[code].version,
        }
        for code in known
        if code in set(drawn)
    ]
    for chapter in found:
        for block in chapter["blocks"]:
            if block["type"] == "definitions":
                block["items"] = items
    return found


def chart_of(block: Block, language: str) -> Chart | None:
    """Return the chart of a table block."""
    return charting.chart(tables.from_json(block["table"]), block["chart"], language)
