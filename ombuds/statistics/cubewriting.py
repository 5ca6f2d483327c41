"""An answer of the cube as a file: CSV for a spreadsheet, JSON for a program, HTML for a reader."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from ombuds.statistics import cubes, display
from ombuds.statistics.cube import TOTAL
from ombuds.statistics.cube.counting import Key
from ombuds.statistics.tables import TOTAL as TOTAL_LABELS
from ombuds.statistics.tables import pick, safe

Hidden = frozenset[Key]
FORMATS = ("csv", "json", "html")


def written(
    answer: cubes.Answer, form: str, language: str, hidden: Hidden = frozenset(), *, long: bool = False
) -> str:
    """Return the table in one of FORMATS; the same answer gives the same text."""
    if form == "json":
        return as_json(answer, language, hidden)
    if form == "html":
        return as_html(answer, language, hidden)
    return as_long_csv(answer, hidden) if long else as_csv(answer, language, hidden)


def as_csv(answer: cubes.Answer, language: str, hidden: Hidden = frozenset()) -> str:
    """Return rows × columns with totals, a block of lines per layer; the question and the notes stand under it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    layer = answer.cross.axes[2] if len(answer.cross.axes) > 2 else None
    tables = cubes.tables_of(answer, hidden)
    names = [*layer.values, TOTAL] if layer else [""]
    first = [pick(cubes.head(layer.name), language)] if layer else []
    shown = display.show(tables[0], language)
    writer.writerow([*map(safe, first), safe(shown.head), *map(safe, shown.columns)])
    for name, table in zip(names, tables, strict=True):
        before = [safe(pick(cubes.label(layer, name), language))] if layer else []
        for row in table.rows:
            writer.writerow([*before, safe(pick(row.labels, language)), *map(_plain, row.cells)])
        writer.writerow([*before, TOTAL_LABELS.get(language, "Total"), *map(_plain, table.totals or ())])
    for text in (answer.words, *answer.notes):
        writer.writerow([safe(pick(text, language))])
    return out.getvalue()


def as_long_csv(answer: cubes.Answer, hidden: Hidden = frozenset()) -> str:
    """Return one figure a line by codes, TOTAL for margins: what `ombuds disclosure` reads. Hidden figures are empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    sides = ("row", "column", "layer")[: len(answer.query.axes)]
    writer.writerow([*sides, "value"])
    for key in answer.cross.lines():
        writer.writerow([*key, "" if key in hidden else answer.cross.at(*key)])
    return out.getvalue()


def as_json(answer: cubes.Answer, language: str, hidden: Hidden = frozenset()) -> str:
    """Return question, axes with their words, cells and notes as JSON."""
    data = {
        "question": dict(answer.words.items()),
        "query": answer.query.params(),
        "unit": answer.query.unit,
        "frozen": answer.frozen,
        "axes": [
            {
                "name": axis.name,
                "label": pick(cubes.head(axis.name), language),
                "adds_up": not axis.many,
                "values": [{"code": v, "label": pick(axis.column.label(v), language)} for v in axis.values],
            }
            for axis in answer.cross.axes
        ],
        "cells": list(_cells(answer, hidden)),
        "total": None if _all(answer) in hidden else answer.cross.total,
        "notes": [dict(note) for note in answer.notes],
    }
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def as_html(answer: cubes.Answer, language: str, hidden: Hidden = frozenset()) -> str:
    """Return a page that stands on its own, each table with caption and headings."""
    with translation.override(language):
        shown = [display.show(table, language) for table in cubes.tables_of(answer, hidden)]
        context = {"tables": shown, "language": language, "title": pick(answer.words, language)}
        return str(render_to_string("statistics/cube_file.html", context))


def _cells(answer: cubes.Answer, hidden: Hidden) -> Iterator[dict[str, Any]]:
    sides = ("row", "column", "layer")[: len(answer.query.axes)]
    for key in answer.cross.lines():
        yield {
            **dict(zip(sides, key, strict=True)),
            "value": None if key in hidden else answer.cross.at(*key),
        }


def _all(answer: cubes.Answer) -> Key:
    return (TOTAL,) * len(answer.cross.axes)


def _plain(cell: object) -> str:
    return str(cell)
