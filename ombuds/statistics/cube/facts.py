"""Case-level rows without text, column by column."""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ombuds.statistics.cube.axes import DATES, UNITS

BLANK = "-"  # the code of “nothing recorded”
NO_DAY = 0  # of dates: days are numbers since the year 1
MAGIC = b"ombuds facts 1\n"
Labels = Mapping[str, str]
Codes = NDArray[np.int32]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class NotFacts(ValueError):
    """Bytes that are no rows; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Column:
    """Each row's value as a place in `values`; labels by value."""

    codes: Codes
    values: tuple[str, ...]
    labels: Mapping[str, Labels] = field(default_factory=dict)

    @classmethod
    def of(cls, values: Iterable[str], labels: Mapping[str, Labels] | None = None) -> "Column":
        """Return a column of these values, its codes in the order of the alphabet."""
        given = [value or BLANK for value in values]
        known = tuple(sorted(set(given)))
        place = {value: i for i, value in enumerate(known)}
        codes = np.fromiter((place[value] for value in given), dtype=np.int32, count=len(given))
        return cls(
            codes, known, {value: dict(text) for value, text in (labels or {}).items() if value in place}
        )

    def label(self, value: str) -> Labels:
        """Return the words of a value; the value itself where nobody gave any."""
        return self.labels.get(value) or dict.fromkeys(("nl", "fr", "en"), value)

    def mapped(self, new: Mapping[str, str]) -> "Column":
        """Return the column with values counted as others, chains followed to their end."""
        ends = {value: _end(value, new) for value in self.values}
        if all(value == end for value, end in ends.items()):
            return self
        known = tuple(sorted(set(ends.values())))
        place = {value: i for i, value in enumerate(known)}
        table = np.array([place[ends[value]] for value in self.values], dtype=np.int32)
        return Column(table[self.codes], known, self.labels)


def _end(value: str, new: Mapping[str, str]) -> str:
    seen = {value}
    while value in new and new[value] not in seen:
        value = new[value]
        seen.add(value)
    return value


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows: one for each case × grievance × norm mention × ground × remedy.

    `ids` names for each unit which one a row belongs to (0: none), `days` when it was received, closed, remedied.
    """

    ids: Mapping[str, Numbers]
    columns: Mapping[str, Column]
    days: Mapping[str, Codes]
    about: Mapping[str, Any] = field(default_factory=dict)  # plain data: office, years, mapping in force

    def __len__(self) -> int:
        return len(self.ids["case"])

    def number_of(self, unit: str) -> int:
        """Return how many different cases, grievances or mentions there are."""
        found = self.ids[unit]
        return len(np.unique(found[found > 0]))

    def where(self, mask: Flags) -> "Facts":
        """Return the rows that the mask picks."""
        return replace(
            self,
            ids={name: ids[mask] for name, ids in self.ids.items()},
            columns={name: replace(c, codes=c.codes[mask]) for name, c in self.columns.items()},
            days={name: days[mask] for name, days in self.days.items()},
        )

    def picked(self, wanted: Mapping[str, Iterable[str]]) -> "Facts":
        """Return the rows whose columns have one of the wanted values."""
        mask = np.ones(len(self), dtype=bool)
        for name, values in wanted.items():
            column, asked = self.columns[name], set(values)
            fits = np.array([value in asked for value in column.values], dtype=bool)
            mask &= fits[column.codes] if len(column.values) else False
        return self.where(mask)

    def in_years(self, years: Iterable[int], rule: str) -> "Facts":
        """Return the rows that were received (closed, remedied) in these years."""
        days, mask = self.days[rule], np.zeros(len(self), dtype=bool)
        for year in years:
            first, after = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
            mask |= (days >= first) & (days < after)
        return self.where(mask)

    def dated(self, rule: str) -> "Facts":
        """Return the rows with the columns `year` and `month` by this date."""
        return replace(
            self,
            columns={
                **self.columns,
                "year": self._of_days(rule, lambda day: str(day.year), self.columns.get("year")),
                "month": self._of_days(rule, lambda day: f"{day.month:02}", self.columns.get("month")),
            },
        )

    def _of_days(self, rule: str, name: Callable[[date], str], before: Column | None) -> Column:
        days, places = np.unique(self.days[rule], return_inverse=True)
        names = [name(date.fromordinal(int(day))) if day > NO_DAY else BLANK for day in days]
        values = tuple(sorted(set(names)))
        place = {value: i for i, value in enumerate(values)}
        table = np.array([place[each] for each in names], dtype=np.int32)
        codes = table[places.reshape(-1)] if len(days) else np.zeros(0, dtype=np.int32)
        return Column(codes, values, before.labels if before else {})

    def mapped(self, new: Mapping[str, Mapping[str, str]]) -> "Facts":
        """Return the rows with old themes, services … counted as what they became."""
        columns = {
            name: column.mapped(new[name]) if name in new else column for name, column in self.columns.items()
        }
        return replace(self, columns=columns)

    def to_bytes(self) -> bytes:
        """Return the rows as bytes: the same rows and labels give the same bytes, on every machine."""
        head = {
            "about": dict(self.about),
            "columns": {
                name: {"values": list(c.values), "labels": {v: dict(c.labels[v]) for v in sorted(c.labels)}}
                for name, c in sorted(self.columns.items())
            },
            "rows": len(self),
            "units": sorted(self.ids),
            "days": sorted(self.days),
        }
        text = json.dumps(head, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        parts = [MAGIC, f"{len(text)}\n".encode(), text]
        parts += [self.ids[name].astype("<i8").tobytes() for name in sorted(self.ids)]
        parts += [self.days[name].astype("<i4").tobytes() for name in sorted(self.days)]
        parts += [self.columns[name].codes.astype("<i4").tobytes() for name in sorted(self.columns)]
        return b"".join(parts)

    @classmethod
    def from_bytes(cls, data: bytes) -> "Facts":
        """Return the rows that `to_bytes` wrote. Raises NotFacts."""
        try:
            if not data.startswith(MAGIC):
                raise NotFacts("This is not a frozen data set.")
            start = data.index(b"\n", len(MAGIC)) + 1
            end = start + int(data[len(MAGIC) : start])
            head = json.loads(data[start:end])
            rows, place = head["rows"], end
            ids, days, columns = {}, {}, {}
            for name in head["units"]:
                ids[name] = np.frombuffer(data, dtype="<i8", count=rows, offset=place).astype(np.int64)
                place += 8 * rows
            for name in head["days"]:
                days[name] = np.frombuffer(data, dtype="<i4", count=rows, offset=place).astype(np.int32)
                place += 4 * rows
            for name, described in sorted(head["columns"].items()):
                codes = np.frombuffer(data, dtype="<i4", count=rows, offset=place).astype(np.int32)
                columns[name] = Column(codes, tuple(described["values"]), described["labels"])
                place += 4 * rows
        except (ValueError, KeyError, TypeError) as problem:
            if isinstance(problem, NotFacts):
                raise
            raise NotFacts("This frozen data set is damaged.") from None
        return cls(ids, columns, days, head["about"])

    def packed(self) -> bytes:
        """Return the bytes as they are kept: compressed."""
        return zlib.compress(self.to_bytes(), 6)

    @classmethod
    def unpacked(cls, data: bytes) -> "Facts":
        """Return the rows that `packed` wrote. Raises NotFacts."""
        try:
            return cls.from_bytes(zlib.decompress(data))
        except zlib.error:
            raise NotFacts("This frozen data set is damaged.") from None

    def digest(self) -> str:
        """Return the SHA-256 of the bytes."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


def of_rows(
    rows: Iterable[Mapping[str, str]], labels: Mapping[str, Mapping[str, Labels]] | None = None
) -> Facts:
    """Return plain rows as facts, each row a case, a grievance and a mention of its own: for files of others."""
    given = list(rows)
    names = list(given[0]) if given else []
    number = np.arange(1, len(given) + 1, dtype=np.int64)
    columns = {name: Column.of((row[name] for row in given), (labels or {}).get(name)) for name in names}
    nothing = np.zeros(len(given), dtype=np.int32)
    return Facts(dict.fromkeys(UNITS, number), columns, dict.fromkeys(DATES, nothing))
