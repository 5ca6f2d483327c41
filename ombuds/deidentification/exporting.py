"""Writes the names of bodies and places of our register into the data files of the engine, which itself reads no register."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

FILES = ("towns.csv", "bodies.csv")


def contents(register: Path) -> dict[str, str]:
    """File name → content, from the folder of the register of authorities."""
    return {
        "towns.csv": "\n".join(sorted(_towns(register))) + "\n",
        "bodies.csv": "\n".join(sorted(_bodies(register), key=lambda n: (n.casefold(), n))) + "\n",
    }


def _rows(path: Path, delimiter: str = ";") -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=delimiter)


def _towns(register: Path) -> Iterator[str]:
    """name|name|…;postcode postcode …  One municipality a line, with its languages and parts."""
    others = {row["nis"]: row["names"].split("|") for row in _rows(register / "submunicipalities.csv")}
    for row in _rows(register / "places.csv", ","):
        names = [row["name_nl"], row["name_fr"], row["name_de"], *others.get(row["nis"], [])]
        kept = dict.fromkeys(n for n in names if n and not any(c.isdigit() for c in n))
        yield f"{'|'.join(kept)};{row['postal_codes']}"


def _bodies(register: Path) -> Iterable[str]:
    """Every name, short name and alias of a body, once."""
    found: set[str] = set()
    for path in register.glob("*.csv"):
        if path.name == "sectors.csv":  # private trades that a complaint is referred to: 'my landlord'
            continue
        for row in _rows(path):
            if {"code", "nl", "fr"} <= row.keys():
                names = [row[key] or "" for key in ("nl", "fr", "en", "de", "abbr", "aliases") if key in row]
                found.update(n.strip() for name in names for n in name.split("|"))
    return {n for n in found if len(n) > 2 and "*" not in n and n.lower() != n}
