"""Which authority is competent for a report: kind of body × kind of reporter, on a day. The table is data (data/routing).

Every pair has exactly one answer on every day; a test holds the tables to that. No Django: a code and a day in, an answer out.
"""

import datetime as dt
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("data") / "routing"
OURS, COMPLAINT, ASK = "ours", "complaint", "ask"


@dataclass(frozen=True)
class Choice:
    """A kind of body or of reporter, or an authority, with its name in three languages."""

    code: str
    labels: dict[str, str]
    hints: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Route:
    """One row: for these bodies and reporters, from a day until a day, this authority, on this ground."""

    bodies: tuple[str, ...]
    reporters: tuple[str, ...]
    to: str
    basis: dict[str, str]
    valid_from: dt.date
    valid_to: dt.date | None = None
    verified: bool = False

    def answers(self, body: str, reporter: str, day: dt.date) -> bool:
        in_force = self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
        return in_force and body in self.bodies and reporter in self.reporters


@dataclass(frozen=True)
class Table:
    """The routing of one office."""

    bodies: tuple[Choice, ...]
    reporters: tuple[Choice, ...]
    authorities: tuple[Choice, ...]
    routes: tuple[Route, ...]

    def route(self, body: str, reporter: str, day: dt.date) -> Route | None:
        """The row that answers; None for codes that the table does not know or a day before the law."""
        return next((row for row in self.routes if row.answers(body, reporter, day)), None)

    def authority(self, code: str) -> Choice | None:
        """Whom a row names; None for ourselves."""
        return next((each for each in self.authorities if each.code == code), None)


@lru_cache
def table(office: str) -> Table:
    """The table that comes along for this office; an office without one gets the plainest: every report is ours."""
    return made_of(raw_of(office))


def raw_of(office: str) -> dict[str, Any]:
    """The same as it stands in its file."""
    path = FOLDER / f"{office}.toml"
    return tomllib.loads((path if path.exists() else FOLDER / "_base.toml").read_text(encoding="utf-8"))


def plain(raw: dict[str, Any]) -> dict[str, Any]:
    """With every row's bodies and reporters written out, and days as text: as staff change it."""
    made = made_of(raw)
    rows = [
        {
            "bodies": list(row.bodies), "reporters": list(row.reporters), "to": row.to, "basis": row.basis,
            "valid_from": row.valid_from.isoformat(), "valid_to": row.valid_to.isoformat() if row.valid_to else None,
            "verified": row.verified,
        }
        for row in made.routes
    ]  # fmt: skip
    return {**raw, "route": rows}


def made_of(raw: dict[str, Any]) -> Table:
    """A table from what its file, or a version of staff, holds."""
    shared = tomllib.loads((FOLDER / "_reporters.toml").read_text(encoding="utf-8"))
    bodies = _choices(raw.get("body", []))
    reporters = _choices(shared["reporter"])
    everybody = tuple(choice.code for choice in reporters)
    return Table(
        bodies,
        reporters,
        _choices(raw.get("authority", [])),
        tuple(
            Route(
                tuple(row.get("bodies") or [choice.code for choice in bodies]),
                tuple(row.get("reporters") or _but(everybody, row.get("except_reporters", []))),
                row["to"],
                row["basis"],
                _day(row["valid_from"]),
                _day(row["valid_to"]) if row.get("valid_to") else None,
                row.get("verified", False),
            )
            for row in raw["route"]
        ),
    )


def _day(value: dt.date | str) -> dt.date:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def _choices(rows: list[dict[str, object]]) -> tuple[Choice, ...]:
    return tuple(Choice(str(row["code"]), row["labels"], row.get("hints", {})) for row in rows)  # type: ignore[arg-type]  # a TOML table of texts


def _but(all_codes: tuple[str, ...], without: list[str]) -> tuple[str, ...]:
    return tuple(code for code in all_codes if code not in without)
