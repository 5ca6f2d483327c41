"""Reading CSV and JSON lines as they come: any usual encoding, huge fields, broken rows. A row that cannot be read is
a row too: it is counted and refused with its line number. Pure: files in, rows out."""

import codecs
import csv
import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

REPLACEMENT = "\ufffd"
MOST_BYTES = 8 * 1024 * 1024  # of one row
REFUSED_COLUMNS = ("refused_line", "refused_reason", "refused_row")


@dataclass(frozen=True)
class Row:
    """One row: its first line in the file, its values by column, and why it cannot be used, if so."""

    line: int
    values: dict[str, str]
    reason: str = ""
    details: dict[str, Any] = field(default_factory=dict)


def _as_cp1252(problem: UnicodeError) -> tuple[str, int]:
    """Bytes that are not UTF-8 are read as Windows-1252, where nearly all old exports come from."""
    assert isinstance(problem, UnicodeDecodeError)
    wrong = problem.object[problem.start : problem.end]
    text = "".join(bytes([one]).decode("cp1252", "ignore") or bytes([one]).decode("latin-1") for one in wrong)
    return text, problem.end


codecs.register_error("as-cp1252", _as_cp1252)


@contextmanager
def opened(path: Path, encoding: str = "") -> Iterator[TextIO]:
    """The file as text. Without a named encoding: its byte order mark, else UTF-8 with Windows-1252 beneath."""
    with path.open("rb") as raw:
        head = raw.read(4)
    if not encoding:
        marks = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
        encoding = next((name for mark, name in marks.items() if head.startswith(mark)), "utf-8-sig")
    errors = "as-cp1252" if encoding in ("utf-8", "utf-8-sig") else "replace"
    with path.open(encoding=encoding, errors=errors, newline="") as text:
        yield text


def tidy(value: Any) -> str:
    """Text that every database can keep. What is taken away leaves a visible mark."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
    return text.replace("\x00", REPLACEMENT)


def read(path: Path, *, layout: str, delimiter: str = "", encoding: str = "") -> Iterator[Row]:
    """All rows of a file; `layout` is csv or jsonl."""
    with opened(path, encoding) as text:
        yield from _json_lines(text) if layout == "jsonl" else _csv(text, delimiter)


def count_lines(path: Path) -> int:
    """Roughly how many rows, for the progress bar."""
    with path.open("rb") as raw:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: raw.read(1 << 20), b""))


def sniff_delimiter(heading: str) -> str:
    """The sign that occurs most in the heading."""
    return max(",;\t|", key=heading.count)


def _csv(text: TextIO, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    heading = text.readline(1 << 20)
    if not heading.strip():
        return
    sign = delimiter or sniff_delimiter(heading)
    reader = csv.reader(_Rejoined(heading, text), delimiter=sign)
    columns = [tidy(name).strip() or f"column {n}" for n, name in enumerate(next(reader), 1)]
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            yield Row(line, {}, "unreadable", {"detail": str(problem)})
            continue
        if cells:
            yield _csv_row(line, columns, cells)


class _Rejoined(io.TextIOBase):
    """The heading that was looked at, then the rest."""

    def __init__(self, first: str, rest: TextIO) -> None:
        self.first, self.rest = first, rest

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]  # an iterator of lines is all that csv asks
        yield self.first
        yield from self.rest


def _csv_row(line: int, columns: list[str], cells: list[str]) -> Row:
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()
    values = dict(zip(columns, map(tidy, cells), strict=False))
    if sum(map(len, cells)) > MOST_BYTES:
        short = {name: value[:1000] for name, value in values.items()}
        return Row(line, short, "too_long", {"limit": MOST_BYTES // 1024 // 1024})
    missing = len(columns) - len(cells)
    if missing > 0:
        values |= dict.fromkeys(columns[len(cells) :], "")
        return Row(line, values, "too_few_columns", {"count": missing})
    if missing < 0:
        values[columns[-1]] = "\n".join(tidy(cell) for cell in cells[len(columns) - 1 :])
        return Row(line, values, "too_many_columns", {"count": -missing})
    return Row(line, values)


def _json_lines(text: TextIO) -> Iterator[Row]:
    for number, raw in enumerate(text, 1):
        if not raw.strip():
            continue
        if len(raw) > MOST_BYTES:
            yield Row(number, {"": tidy(raw[:1000])}, "too_long", {"limit": MOST_BYTES // 1024 // 1024})
            continue
        try:
            parsed = json.loads(raw)
            values = dict(_flat(parsed)) if isinstance(parsed, dict) else None
        except (ValueError, RecursionError) as problem:
            detail = getattr(problem, "msg", "") or type(problem).__name__
            yield Row(number, {"": tidy(raw)}, "unreadable", {"detail": detail})
            continue
        if values is None:
            yield Row(number, {"": tidy(raw)}, "unreadable", {"detail": "not an object"})
            continue
        yield Row(number, values)


def _flat(values: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Nested objects by dotted names, like address.town."""
    for name, value in values.items():
        key = f"{prefix}{tidy(name)}"
        if isinstance(value, dict):
            yield from _flat(value, f"{key}.")
        else:
            yield key, tidy(value)


def write_refused(path: Path, layout: str, columns: list[str], rows: list[tuple[Row, str, str]]) -> None:
    """Rows that were not taken, with line, reason and key, in the layout of the file: to correct and take in again."""
    if layout == "jsonl":
        lines = [
            row.values[""].strip("\r\n")  # unreadable: as it stood
            if "" in row.values
            else json.dumps(
                {**row.values, **dict(zip(REFUSED_COLUMNS, (row.line, why, key), strict=True))},
                ensure_ascii=False,
            )
            for row, why, key in rows
        ]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return
    known = [name for name in columns if name not in REFUSED_COLUMNS]
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target)
        writer.writerow([*known, *REFUSED_COLUMNS])
        for row, why, key in rows:
            writer.writerow([*(row.values.get(name, "") for name in known), row.line, why, key])
