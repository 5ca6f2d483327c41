"""Figures of years before this system, and figures that others published: two values for one year are told, never added."""

import csv
import io
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.lib.errors import Refusal
from ombuds.lib.numbers import written
from ombuds.office.models import Office
from ombuds.statistics import counters, labels
from ombuds.statistics.cube.facts import Labels
from ombuds.statistics.models import ReportedFigure
from ombuds.statistics.periods import FIRST_YEAR, LAST_YEAR
from ombuds.statistics.tables import Cell, Kind, Table
from ombuds.statistics.terms import Act

LARGEST = 2_000_000_000
Found = dict[tuple[int, str], list[ReportedFigure]]


class BadReport(Refusal):
    """A file of figures that cannot be read; the sentence says where."""

    template = gettext_lazy("%(what)s")


def bring_in(*, office: Office, data: bytes, actor: User | None) -> int:
    """Store figures from CSV: counter, year, value, source and, where it is not the total, line. Returns how many.

    The first source named for a year is the one that tables show. Raises NotAllowed, BadReport.
    """
    from ombuds.statistics.services import NotAllowed

    if actor is not None and not actor.may(Permission.REPORT_WRITE):
        raise NotAllowed()
    rows = _read(office, data)
    with transaction.atomic():
        for row in rows:
            same = ReportedFigure.objects.filter(
                office=office, counter=row["counter"], year=row["year"], line=row["line"]
            )
            others = same.exclude(source=row["source"])
            same.filter(source=row["source"]).delete()
            ReportedFigure.objects.create(
                office=office, by=actor, is_used=not others.filter(is_used=True).exists(), **row
            )
        record(Act.ENTER_REPORTED, actor=actor, subject=office, data={"figures": len(rows)})
    return len(rows)


def _read(office: Office, data: bytes) -> list[dict[str, Any]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadReport(what=_("The file is not a text in UTF-8.")) from None
    reader = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in text.partition("\n")[0] else ",")
    if not {"counter", "year", "value", "source"} <= set(reader.fieldnames or ()):
        raise BadReport(what=_("The first line must name the columns counter, year, value and source."))
    known = counters.load(office.code)
    rows: list[dict[str, Any]] = []
    for number, row in enumerate(reader, 2):
        year, value = (row["year"] or "").strip(), (row["value"] or "").replace(" ", "").strip()
        if row["counter"] not in known:
            raise BadReport(
                what=_("Line %(line)s: there is no counter “%(code)s”.")
                % {"line": number, "code": (row["counter"] or "")[:60]}
            )
        if (
            not year.isdecimal()
            or not FIRST_YEAR <= int(year) <= LAST_YEAR
            or not value.isdecimal()
            or int(value) > LARGEST
        ):
            raise BadReport(what=_("Line %(line)s: year and value must be whole numbers.") % {"line": number})
        if not (row["source"] or "").strip():
            raise BadReport(what=_("Line %(line)s: the source is missing.") % {"line": number})
        rows.append(
            {
                "counter": row["counter"],
                "year": int(year),
                "value": int(value),
                "source": row["source"].strip()[:200],
                "line": (row.get("line") or "").strip()[:60],
            }
        )
    if not rows:
        raise BadReport(what=_("The file has no figures."))
    return rows


def put_in(table: Table, office: Office, years: Sequence[int]) -> Table:
    """Return the table with reported figures where nothing was counted, and a note wherever two values differ."""
    found: Found = defaultdict(list)
    for row in ReportedFigure.objects.filter(office=office, counter=table.key, year__in=years):
        found[row.year, row.line].append(row)
    for year in sorted({year for year, _line in found}):
        places = [i for i, column in enumerate(table.columns) if column.key == str(year)]
        if places:
            table = _year(
                table, places[0], year, {line: rows for (y, line), rows in found.items() if y == year}
            )
    return table


def _year(table: Table, place: int, year: int, reported: dict[str, list[ReportedFigure]]) -> Table:
    lines = {row.key: row.cells[place] for row in table.rows} | (
        {"": table.totals[place]} if table.totals else {}
    )
    counted = any(isinstance(cell, int | float) and cell for cell in lines.values())
    notes = [
        note
        for line, rows in reported.items()
        for note in _notes(table, year, line, rows, lines.get(line), counted)
    ]
    table = replace(table, notes=(*table.notes, *notes))
    if counted:
        return table
    used = {line: rows[0].value for line, rows in reported.items()}  # the one in use comes first

    def cells(line: str, before: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(used.get(line) if i == place else cell for i, cell in enumerate(before))

    return replace(
        table,
        columns=tuple(
            replace(c, kind=Kind.REPORTED) if i == place else c for i, c in enumerate(table.columns)
        ),
        rows=tuple(replace(row, cells=cells(row.key, row.cells)) for row in table.rows),
        totals=None if table.totals is None else cells("", table.totals),
    )


def _notes(
    table: Table, year: int, line: str, rows: list[ReportedFigure], ours: Cell, counted: bool
) -> list[Labels]:
    names = {row.key: row.labels for row in table.rows}
    first = rows[0]
    others = [row for row in rows[1:] if row.value != first.value]
    if counted:
        differ = [row for row in rows if row.value != ours]
        text = gettext_lazy(
            "%(year)s%(line)s: counted as %(ours)s here, published as %(value)s (%(source)s). The table shows what was counted."
        )
        return [_note(text, year, line, names, row, ours) for row in differ]
    told = [
        _note(
            gettext_lazy("%(year)s%(line)s: %(value)s comes from %(source)s, not from cases in this system."),
            year,
            line,
            names,
            first,
            None,
        )
    ]
    text = gettext_lazy(
        "%(year)s%(line)s: also published as %(value)s (%(source)s). The table shows the figure of the first source."
    )
    return told + [_note(text, year, line, names, row, None) for row in others]


def _note(
    text: object, year: int, line: str, names: dict[str, Labels], row: ReportedFigure, ours: Cell
) -> Labels:
    found = {}
    plain = labels.everywhere(text)  # type: ignore[arg-type]  # a lazy translation
    for code in labels.LANGUAGES:
        name = names.get(line, {}).get(code, line) if line else ""
        found[code] = plain[code] % {
            "year": year, "line": f", {name}" if name else "", "value": written(row.value, code), "source": row.source,
            "ours": written(ours, code) if isinstance(ours, int | float) else "–",
        }  # fmt: skip
    return found
