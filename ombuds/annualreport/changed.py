"""“What changed since last year”: lines of the public tables that moved beyond chance, problems that stopped, and
recommendations that moved."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ombuds.annualreport import chance, stopped
from ombuds.office.models import Office
from ombuds.publications.models import PublicRecommendation
from ombuds.recommendations.terms import OmbudsmanFinds, Status
from ombuds.statistics import labels
from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.tables import Cell, Kind, Table

TESTED = ("per_theme", "per_body")  # what a reader asks after; both are counts of complaints
MOST = 12  # of each kind: a list, not a register


def block(
    office: Office,
    year: int,
    public: Mapping[str, Table],
    texts: Mapping[str, Mapping[str, str]],
    day: date,
) -> list[dict[str, Any]]:
    """Return the block, none when the year before was not counted. `texts`: also the names of problems that stopped."""
    items, spreads = [], {}
    for code in TESTED:
        if (table := public.get(code)) and (tested := _tested(table, year)):
            found, spreads[code] = tested
            items += found
    moved, over = list(_moved(office, year, day)), stopped.told(office, year, day, texts)
    if not spreads and not moved and not over:
        return []
    return [
        {"type": "changes", "year": year, "lines": items, "spreads": spreads, "moved": moved, "stopped": over}
    ]


def _tested(table: Table, year: int) -> tuple[list[dict[str, Any]], float] | None:
    places = {column.key: i for i, column in enumerate(table.columns) if column.kind is Kind.COUNT}
    if str(year) not in places or str(year - 1) not in places:
        return None
    now, before = places[str(year)], places[str(year - 1)]
    older = [i for key, i in places.items() if key.isdecimal() and int(key) < year]
    # What readers do not see is not tested: a sentence about it would say what the table hides.
    rows = {
        row.key: row
        for row in table.rows
        if row.is_part and row.key != "-" and _seen(row.cells[now]) and _seen(row.cells[before])
    }
    lines = {key: (_int(row.cells[now]), _int(row.cells[before])) for key, row in rows.items()}
    earlier = [
        [_int(row.cells[i]) for i in older]
        for row in rows.values()
        if all(_seen(row.cells[i]) for i in older)
    ]
    found, phi = chance.changes(lines, earlier)
    items = [
        {
            "table": table.key,
            "key": one.key,
            "labels": dict(rows[one.key].labels),
            "now": one.now,
            "before": one.before,
            "p": float(f"{one.p:.2g}"),
        }
        for one in found[:MOST]
    ]
    return items, round(phi, 2)


def _seen(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, Hidden)


def _int(cell: Cell) -> int:
    return int(cell) if isinstance(cell, int | float) else 0


def _moved(office: Office, year: int, day: date) -> Iterator[dict[str, Any]]:
    """Recommendations of earlier years whose state changed in the year; where it did not: what we find of it."""
    words = {"status": labels.of_choices(Status), "ombudsman_finds": labels.of_choices(OmbudsmanFinds)}
    rows = PublicRecommendation.objects.filter(office_code=office.code, is_current=True, year__lte=year)
    for row in rows.order_by("year", "sequence"):
        for what, known in words.items():
            dated = [
                (date.fromisoformat(each["on"]), str(each["value"]))
                for each in row.timeline
                if each.get("what") == what
                and each.get("value") in known
                and each.get("code") == row.code  # the line of time tells of its whole chain
                and str(each["on"]) <= day.isoformat()
            ]
            within = [pair for pair in dated if pair[0].year == year]
            earlier = [value for day, value in dated if day.year < year]
            if not within or (not earlier and row.year == year):
                continue  # new this year: the chapter of recommendations tells of it
            if not earlier or within[-1][1] != earlier[-1]:
                yield {
                    "code": row.code,
                    "theme": row.theme,
                    "titles": row.titles,
                    "on": within[-1][0].isoformat(),
                    "from": known[earlier[-1]] if earlier else {},
                    "to": known[within[-1][1]],
                }
                break
