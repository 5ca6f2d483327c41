"""Which chart goes with a table, and what it says in one sentence."""

from django.utils import translation
from django.utils.translation import gettext as _

from ombuds.lib.charts import Chart, Kind, Series
from ombuds.lib.today import today
from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.tables import Cell, Column, Row, Table, pick, shown
from ombuds.statistics.tables import Kind as ColumnKind

LONGEST = 10  # bars; the table beside it holds the rest


def chart(table: Table, kind: str, language: str) -> Chart | None:
    """Return the chart of a table, None when it has none or nothing to show."""
    with translation.override(language):
        draw = {"bars": _bars, "lines": _lines}.get(kind)
        made = draw(table, language) if draw else None
    return None if made is None or made.is_empty else made


def _bars(table: Table, language: str) -> Chart | None:
    rows = [row for row in table.rows if row.is_part]
    # An empty bar says nothing, and one beside it that is left out would look as empty.
    kept = [row for row in rows if _value(row.cells[0])][:LONGEST]
    if len(kept) < 2:  # one bar says nothing that its number does not
        return None
    year = pick(table.columns[0].labels, language)
    description = _summary(kept, table, language)
    if len(rows) > len(kept):
        description += " " + _(
            "The chart shows the first %(number)s lines with a figure; the table shows all."
        ) % {"number": len(kept)}
    return Chart(
        kind=Kind.BARS,
        title=f"{pick(table.title, language)}, {year}",
        description=description,
        labels=tuple(pick(row.labels, language) for row in kept),
        series=(Series(year, tuple(_value(row.cells[0]) for row in kept)),),
    )


def _lines(table: Table, language: str) -> Chart | None:
    rows = [row for row in table.rows if row.is_part]
    if not rows:
        return None
    years = [index for index, column in enumerate(table.columns) if column.kind is ColumnKind.COUNT][:2]
    series = [
        Series(
            pick(table.columns[index].labels, language),
            tuple(_value(row.cells[index]) if _begun(row, table.columns[index]) else None for row in rows),
        )
        for index in years
    ]
    # What is hidden in most months has no line worth drawing.
    hidden = [sum(isinstance(row.cells[index], Hidden) for row in rows) for index in years]
    full = [
        one for one, gone in zip(series, hidden, strict=True) if any(one.values) and 2 * gone <= len(rows)
    ]
    if not full:
        return None
    return Chart(
        kind=Kind.LINES,
        title=f"{pick(table.title, language)}, {full[0].name}",
        description=_summary([row for row in rows if _begun(row, table.columns[0])], table, language),
        labels=tuple(_short(pick(row.labels, language), language) for row in rows),
        series=tuple(full),
    )


def _begun(row: Row, column: Column) -> bool:
    """A month that has not begun is no month without complaints: its line ends before it."""
    now = today()
    return column.key != str(now.year) or not row.key.isdecimal() or int(row.key) <= now.month


def _summary(rows: list[Row], table: Table, language: str) -> str:
    """Say the highest and the lowest line in words."""
    given = [row for row in rows if isinstance(row.cells[0], int | float)]
    if not given:
        return pick(table.definition, language)
    most = max(given, key=lambda row: _value(row.cells[0]) or 0)
    least = min(given, key=lambda row: _value(row.cells[0]) or 0)
    return _("Highest: %(most)s, %(most_value)s. Lowest: %(least)s, %(least_value)s.") % {
        "most": pick(most.labels, language),
        "most_value": shown(most.cells[0], table.columns[0].kind, language),
        "least": pick(least.labels, language),
        "least_value": shown(least.cells[0], table.columns[0].kind, language),
    }


def _value(cell: Cell) -> float | None:
    return None if cell is None or isinstance(cell, Hidden) else float(cell)


def _short(label: str, language: str) -> str:
    # In French three letters do not tell June from July, and no short form ends in a vowel: “Juil”, “Sept”, but “Oct”.
    longer = language == "fr" and label[3:4] not in tuple("aeiou")
    return label if len(label) <= 5 else label[: 4 if longer else 3]
