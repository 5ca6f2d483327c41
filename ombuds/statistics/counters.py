"""Counters are data: what is counted, by which date, in which scope, since when. Imports no Django."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

Labels = Mapping[str, str]
HERE = Path(__file__).parent
PROFILES = HERE.parent / "office" / "profiles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """The definition of one figure or table. `breaks` are years from which on it does not compare with before, and why."""

    code: str
    labels: Labels
    definition: Labels
    unit: Labels
    date_rule: str
    scope: str
    chart: str = "none"
    version: int = 1
    valid_from: date | None = None
    breaks: Mapping[int, Labels]


@lru_cache(maxsize=8)
def load(office_code: str) -> dict[str, Counter]:
    """Return every counter, those of the office's own profile before those of the house."""
    found = _read(HERE / "counters.toml")
    own = PROFILES / office_code / "counters.toml"
    if office_code.isidentifier() and own.exists():
        for code, fields in _read(own).items():
            found[code] = {**found.get(code, {}), **fields}
    return {code: _counter(code, fields) for code, fields in found.items()}


def _read(file: Path) -> dict[str, dict[str, Any]]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _counter(code: str, fields: Mapping[str, Any]) -> Counter:
    breaks = {int(year): labels for year, labels in fields.get("breaks", {}).items()}
    return Counter(code=code, **{**fields, "breaks": breaks})
