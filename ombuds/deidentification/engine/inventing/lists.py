"""The lists that inventions are made of, read once: names by origin, towns by province, widely known people."""

import csv
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ombuds.deidentification.engine.folding import plain

DATA = Path(__file__).resolve().parent / "data"
ENGLISH = {"antwerp": "antwerpen", "ghent": "gent", "brussels": "brussel", "ostend": "oostende"}


@dataclass(frozen=True, slots=True)
class Municipality:
    """`province` is a NIS code, 04000 for Brussels; `size` 1 (village) to 4 (over 100,000 people)."""

    nl: str
    fr: str
    de: str
    province: str
    size: int


@lru_cache(maxsize=1)
def first_names() -> dict[str, dict[str, tuple[str, ...]]]:
    """origin → f, m or u (borne by both) → names."""
    listed = _toml("first_names.toml")
    return {
        origin: {gender: tuple(dict.fromkeys(names.split())) for gender, names in by_gender.items()}
        for origin, by_gender in listed.items()
    }


@lru_cache(maxsize=1)
def last_names() -> dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """origin → (roots, endings, particles)."""
    return {
        origin: (
            tuple(parts["roots"].split()),
            tuple(parts["endings"].split()),
            tuple(p for p in parts["particles"].split("|") if p),
        )
        for origin, parts in _toml("last_names.toml").items()
    }


@lru_cache(maxsize=1)
def towns() -> dict[str, dict[str, str]]:
    return _toml("towns.toml")


@lru_cache(maxsize=1)
def public_persons() -> tuple[str, ...]:
    """Full names of widely known people, in plain form."""
    with (DATA / "public_persons.csv").open(encoding="utf-8") as lines:
        return tuple(plain(row["name"]) for row in csv.DictReader(lines))


@lru_cache(maxsize=1)
def municipalities() -> dict[str, Municipality]:
    """Every Belgian municipality by each of its names, in plain form."""
    with (DATA / "municipalities.csv").open(encoding="utf-8") as lines:
        rows = [
            Municipality(r["nl"], r["fr"] or r["nl"], r["de"] or r["nl"], r["province"], int(r["size"]))
            for r in csv.DictReader(lines)
        ]
    listed = {plain(name): row for row in rows for name in (row.nl, row.fr, row.de)}
    return listed | {english: listed[dutch] for english, dutch in ENGLISH.items() if dutch in listed}


def _toml(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
