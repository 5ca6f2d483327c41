"""Counters are data: what is counted, by which date, in which scope, since when. Reading the files imports no Django.

`load` gives what holds today: rows of the office (definitions.py), and the files of the house where it has none.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

Labels = Mapping[str, str]
HERE = Path(__file__).parent
PROFILES = HERE.parent / "office" / "profiles"
FILE = "counters.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """The definition of one figure or table. `breaks` are years from which on it does not compare with before, and why."""

    code: str
    labels: Labels
    definition: Labels
    unit: Labels  # in words
    date_rule: str
    scope: str
    counted: str = "case"  # what one is: case, grievance, mention, other
    axis: str = ""  # of the cube, for a counter that no code of its own draws
    chart: str = "none"
    version: int = 1
    valid_from: date | None = None
    legal_bases: Labels = field(default_factory=dict)
    breaks: Mapping[int, Labels] = field(default_factory=dict)


def load(office_code: str) -> dict[str, Counter]:
    """Return every counter as it is defined today."""
    from ombuds.statistics.definitions import in_force

    return in_force(office_code)


@lru_cache(maxsize=8)
def from_files(office_code: str) -> dict[str, Counter]:
    """Return the counters of the house, changed by the file of a shipped profile."""
    own = PROFILES / office_code if office_code.isidentifier() else None
    return {code: _counter(code, fields) for code, fields in read(own).items()}


def read(folder: Path | None) -> dict[str, dict[str, Any]]:
    """Return code → fields: those of the house, replaced or joined by those in the folder of a profile."""
    found = _read(HERE / FILE)
    if folder is not None and (folder / FILE).exists():
        for code, fields in _read(folder / FILE).items():
            found[code] = {**found.get(code, {}), **fields}
    return found


def _read(file: Path) -> dict[str, dict[str, Any]]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _counter(code: str, fields: Mapping[str, Any]) -> Counter:
    breaks = {int(year): labels for year, labels in fields.get("breaks", {}).items()}
    return Counter(code=code, **{**fields, "breaks": breaks})
