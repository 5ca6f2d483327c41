"""One CSV file as a table. Every refusal is a sentence with the line."""

import csv
import io
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ombuds.statistics.disclosure.cells import Cell, Key

HIDDEN = frozenset({"", "x", "X", "-", "–", "*"})
OF_A_CELL = frozenset({"value", "cost", "keep", "unsafe", "frequency", "largest", "measure"})
PARENT = "_parent"
MEASURES = ("count", "percent_of_row", "percent_of_column", "percent_of_total")
YES, NO = frozenset({"1", "yes", "true"}), frozenset({"", "0", "no", "false"})
LARGEST_FILE = 2_000_000  # lines


class BadFile(ValueError):
    """A file that cannot be read as figures; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Percent:
    """A published percentage: of which cell, of what whole, and what it can be before rounding."""

    key: Key
    of: str  # a name of MEASURES
    low: float
    high: float


@dataclass(slots=True)
class File:
    """What one file says; `dimensions` are named as in its header."""

    name: str
    dimensions: tuple[str, ...]
    cells: dict[Key, Cell] = field(default_factory=dict)
    parents: dict[str, dict[str, str]] = field(default_factory=dict)
    percents: list[Percent] = field(default_factory=list)
    most: dict[Key, float] = field(default_factory=dict)  # hidden as "<5": at most 4

    def labels(self, position: int) -> set[str]:
        """Return the labels of one dimension."""
        return {key[position] for key in self.cells}


def read(name: str, data: bytes, *, by: Sequence[str] = (), released: bool = False) -> File:
    """Return the table in a CSV file. `by` names the columns to count cases by; `released` allows hidden values.

    Raises BadFile.
    """
    rows = _rows(name, data)
    try:
        header = [title.strip() for title in next(rows)]
    except StopIteration:
        raise BadFile(f"{name} is empty.") from None
    header = [title.lower() if title.lower() in OF_A_CELL | {"row", "column"} else title for title in header]
    if len(set(header)) != len(header) or not all(header):
        raise BadFile(f"{name}: the header has the same name twice, or a column without a name.")
    if "value" not in header or by:
        return _counted(name, header, rows, by)
    dimensions = tuple(t for t in header if t not in OF_A_CELL and not t.endswith(PARENT))
    if not dimensions:
        raise BadFile(f"{name}: the header must be row,column,value.")
    file = File(name, dimensions)
    for line, row in enumerate(rows, 2):
        if row and any(text.strip() for text in row):
            _take(file, line, _named(name, header, row, line), released)
    if not file.cells:
        raise BadFile(f"{name} has no figures.")
    return file


def _rows(name: str, data: bytes) -> Iterator[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile(f"{name} is not a text in UTF-8.") from None
    if "\x00" in text:
        raise BadFile(f"{name} is not a text file.")
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(reader):
            if number > LARGEST_FILE:
                raise BadFile(f"{name} has more than {LARGEST_FILE} lines.")
            yield row
    except csv.Error as problem:
        raise BadFile(f"{name}: {problem}.") from None


def _named(name: str, header: list[str], row: list[str], line: int) -> dict[str, str]:
    if len(row) != len(header):
        raise BadFile(f"{name}, line {line}: {len(row)} columns, but the header has {len(header)}.")
    return dict(zip(header, (text.strip() for text in row), strict=True))


def _counted(name: str, header: list[str], rows: Iterator[list[str]], by: Sequence[str]) -> File:
    """Count cases, one a line, by the named columns."""
    missing = [each for each in by if each not in header]
    if missing:
        raise BadFile(f"{name} has no column {missing[0]!r}.")
    dimensions = tuple(by) or tuple(header)
    if len(dimensions) > 4:
        raise BadFile(f"{name}: say by which columns (at most 4) the cases are counted, with --by.")
    places = [header.index(each) for each in dimensions]
    counts: Counter[Key] = Counter()
    for line, row in enumerate(rows, 2):
        if not row or not any(text.strip() for text in row):
            continue
        if len(row) != len(header):
            raise BadFile(f"{name}, line {line}: {len(row)} columns, but the header has {len(header)}.")
        counts[tuple(row[place].strip() for place in places)] += 1
    if not counts:
        raise BadFile(f"{name} has no cases.")
    return File(name, dimensions, {key: Cell(number) for key, number in counts.items()})


def _take(file: File, line: int, row: dict[str, str], released: bool) -> None:
    where = f"{file.name}, line {line}"
    key = tuple(row[dimension] for dimension in file.dimensions)
    if not all(key):
        raise BadFile(f"{where}: a label is missing.")
    for dimension, label in zip(file.dimensions, key, strict=True):
        if parent := row.get(dimension + PARENT):
            known = file.parents.setdefault(dimension, {})
            if known.setdefault(label, parent) != parent:
                raise BadFile(f"{where}: {label!r} is part of {known[label]!r} and of {parent!r}.")
    measure = row.get("measure") or "count"
    if measure not in MEASURES:
        raise BadFile(f"{where}: measure is one of {', '.join(MEASURES)}.")
    if measure != "count":
        _percent(file, where, key, measure, row["value"], released)
        return
    if key in file.cells:
        raise BadFile(f"{where}: the figure of {', '.join(key)} is there twice.")
    file.cells[key] = _cell(file, where, key, row, released)


def _cell(file: File, where: str, key: Key, row: dict[str, str], released: bool) -> Cell:
    text = row["value"]
    value: float | None
    if text.startswith("<") and text[1:].strip().isdigit() and released:
        value, file.most[key] = None, float(text[1:]) - 1
    elif text in HIDDEN:
        if not released:
            raise BadFile(f"{where}: the value is missing. Only complete tables can be protected.")
        value = None
    else:
        value = number(text, where)
    cost = row.get("cost")
    frequency = row.get("frequency")
    return Cell(
        value,
        frequency=int(number(frequency, where)) if frequency else None,
        largest=tuple(
            sorted((number(each, where) for each in (row.get("largest") or "").split()), reverse=True)
        ),
        cost=number(cost, where) if cost else None,
        keep=_yes(row.get("keep", ""), where),
        unsafe=_yes(row.get("unsafe", ""), where),
    )


def _percent(file: File, where: str, key: Key, measure: str, text: str, released: bool) -> None:
    if not released:
        raise BadFile(f"{where}: percentages are computed from the protected figures. Leave them out here.")
    if text in HIDDEN:
        return
    text = text.removesuffix("%").strip()
    value = number(text, where)
    half = 0.5 / 10 ** len(text.partition(".")[2])
    file.percents.append(Percent(key, measure, (value - half) / 100, (value + half) / 100))


def number(text: str, where: str) -> float:
    """Return a number of zero or more; whole numbers as int. Raises BadFile."""
    try:
        value = float(text)
    except ValueError:
        raise BadFile(f"{where}: {text[:40]!r} is not a number.") from None
    if not math.isfinite(value) or value < 0 or value > 1e15:
        raise BadFile(f"{where}: {text[:40]!r} is not a number of zero or more.")
    return int(value) if value == int(value) else value


def _yes(text: str, where: str) -> bool:
    if text.lower() in YES:
        return True
    if text.lower() in NO:
        return False
    raise BadFile(f"{where}: {text[:20]!r} is not yes or no.")
