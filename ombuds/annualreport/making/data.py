"""The figures of a report as data: one CSV a table, and all cells in one long table as CSV and Parquet."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from arro3.core import Array, DataType, Table
from arro3.io import write_parquet

from ombuds.annualreport.content import tables_of
from ombuds.statistics import tables
from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.tables import pick, safe, to_csv

COLUMNS = (
    "table",
    "table_title",
    "row",
    "row_label",
    "column",
    "column_label",
    "kind",
    "value",
    "hidden",
    "version",
)
Row = tuple[str, str, str, str, str, str, str, float | None, str, int]


def rows(content: Mapping[str, Any], language: str) -> Iterator[Row]:
    """Every cell of every table. `value` is empty where `hidden` says what stands in its place."""
    for table in tables_of(content):
        title = pick(table.title, language)
        lines = [(row.key, pick(row.labels, language), row.cells) for row in table.rows]
        if table.totals is not None:
            lines.append(("total", tables.TOTAL.get(language, tables.TOTAL["en"]), table.totals))
        for key, label, cells in lines:
            for column, cell in zip(table.columns, cells, strict=True):
                hidden = cell.value if isinstance(cell, Hidden) else ""
                value = None if cell is None or isinstance(cell, Hidden) else float(cell)
                named = pick(column.labels, language)
                yield (
                    table.key,
                    title,
                    key,
                    label,
                    column.key,
                    named,
                    column.kind.value,
                    value,
                    hidden,
                    table.version,
                )


def long_csv(content: Mapping[str, Any], language: str) -> bytes:
    """Comma-separated, for machines: UTF-8, a point in fractions."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(content, language):
        writer.writerow([_plain(value) for value in row])
    return out.getvalue().encode()


def _plain(value: str | float | None) -> str:
    if value is None:
        return ""
    return safe(value) if isinstance(value, str) else f"{value:.10g}"


def parquet(content: Mapping[str, Any], language: str) -> bytes:
    """Return the long table as Parquet; the same content gives the same bytes."""
    columns = list(zip(*rows(content, language), strict=True)) or [()] * len(COLUMNS)
    types = {"value": DataType.float64(), "version": DataType.int32()}
    arrays: dict[str, Any] = {
        name: Array(list(values), type=types.get(name, DataType.utf8()))
        for name, values in zip(COLUMNS, columns, strict=True)
    }
    out = io.BytesIO()
    write_parquet(Table.from_pydict(arrays), out, created_by="openombuds", compression="snappy")
    return out.getvalue()


def files(content: Mapping[str, Any], language: str) -> dict[str, bytes]:
    """Return name → bytes of one CSV a table, for a spreadsheet of this country."""
    return {
        f"tables/{table.key}.csv": b"\xef\xbb\xbf" + to_csv(table, language).encode()
        for table in tables_of(content)
    }
