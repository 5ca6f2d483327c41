"""Other names, firms, streets and numbers in letters that were written by hand, so that a letter teaches more than its own names."""

import re
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.letters.piece import Document
from benchmarks.persons.names import SECTIONS, first_name, last_name
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength
from ombuds.deidentification.engine.persons.cues import PARTICLES

FOLDER = Path(__file__).resolve().parent / "letters"
WORD = re.compile(r"[^\W\d_]+")
LISTED_NAMES = 0.25
HOUSES = frozenset({"organisation", "address"})
NUMBERS = frozenset(
    {
        "national_number",
        "iban",
        "card",
        "phone",
        "ip",
        "plate",
        "identity_document",
        "company_number",
        "reference",
        "court_number",
        "gps",
    }
)


@cache
def listed(language: str, section: str) -> list[str]:
    """'firms', 'streets', 'names' or 'bodies' of all hands."""
    found: list[str] = []
    for path in sorted(FOLDER.glob(f"*_{language}_lists.txt")):
        name = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                name = line[3:].strip()
            elif line.strip() and name == section:
                found.append(line.strip())
    return found


@cache
def single_names(language: str) -> list[str]:
    """The family names of one word that the hands listed: those that are words, towns, two letters."""
    return [name for name in listed(language, "names") if WORD.fullmatch(name)]


def mixed(document: Document, rng: Random, *, people: bool = True) -> Document:
    """The same letter about other people, firms and streets; texts typed small or in capitals stay so."""
    names: dict[str, str] = {}
    whole: dict[str, str] = {}
    marks = sorted(
        [(span, "gold") for span in document.spans]
        + [(span, "keep") for span in document.keep]
        + [(span, "neutral") for span in document.neutral],
        key=lambda one: one[0]["start"],
    )
    out = Document(document.id, document.lang, document.style, "")
    at = 0
    for span, role in marks:
        if span["start"] < at:
            continue
        out.text += document.text[at : span["start"]]
        said = document.text[span["start"] : span["end"]]
        if role == "gold" and (people or span["kind"] in HOUSES):
            said = another(said, span, document.lang, names, whole, rng)
        elif role == "keep" and span["kind"] == "body":
            said = another_body(said, document.lang, whole, rng)
        start = len(out.text)
        out.text += said
        new = {**span, "start": start, "end": len(out.text)}
        (out.spans if role == "gold" else out.keep if role == "keep" else out.neutral).append(new)
        at = span["end"]
    out.text += document.text[at:]
    return out


ENDS = re.compile(r"\n+|(?<=[.!?;]) +")
EXCERPT = 4  # sentences or lines at most


def excerpt(document: Document, rng: Random) -> Document:
    """A few sentences or lines of the letter: a text may be as short as that."""
    ends = [0, *(found.end() for found in ENDS.finditer(document.text)), len(document.text)]
    first = rng.randrange(len(ends) - 1)
    start, end = ends[first], ends[min(len(ends) - 1, first + rng.randrange(1, EXCERPT + 1))]

    def inside(spans: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            {**span, "start": max(0, span["start"] - start), "end": min(end, span["end"]) - start}
            for span in spans
            if span["start"] < end and start < span["end"]
        ]

    return Document(
        document.id, document.lang, document.style, document.text[start:end],
        inside(document.spans), inside(document.keep), inside(document.neutral),
    )  # fmt: skip


def another(
    said: str,
    span: dict[str, object],
    language: str,
    names: dict[str, str],
    whole: dict[str, str],
    rng: Random,
) -> str:
    kind = str(span["kind"])
    if kind == "person":
        return WORD.sub(lambda word: _name(word.group(), str(span["origin"]), language, names, rng), said)
    if kind == "organisation" and listed(language, "firms") and len(said) > 4:
        if said not in whole:
            whole[said] = rng.choice(listed(language, "firms")) if rng.random() < 0.8 else said
        return _as_written(whole[said], said)
    if (
        kind == "address"
        and listed(language, "streets")
        and (found := re.match(r"[^\d,\n]{4,}?(?=,? ?\d|\Z)", said))
    ):
        key = found.group().lower()
        if key not in whole:
            whole[key] = rng.choice(listed(language, "streets")) if rng.random() < 0.7 else found.group()
        rest = said[found.end() :]
        return _as_written(whole[key], found.group()) + _figures(rest, rng)
    if kind in NUMBERS:
        if said not in whole:
            whole[said] = _figures(said, rng)
        return whole[said]
    return said


def another_body(said: str, language: str, whole: dict[str, str], rng: Random) -> str:
    """Another public body: it stays, whatever it is called."""
    if not listed(language, "bodies") or len(said) < 4:
        return said
    key = f"body {said.lower()}"
    if key not in whole:
        whole[key] = rng.choice(listed(language, "bodies")) if rng.random() < 0.4 else said
    return _as_written(whole[key], said)


def _figures(said: str, rng: Random) -> str:
    return "".join(str(rng.randrange(10)) if c.isdigit() and c != "0" else c for c in said)


def _name(word: str, origin: str, language: str, names: dict[str, str], rng: Random) -> str:
    plain = word.lower()
    if len(word) < 3 or plain in PARTICLES:
        return word
    if plain not in names:
        origin = origin if origin in SECTIONS and rng.random() < 0.5 else rng.choice(sorted(SECTIONS))
        given = given_strength(plain) is Strength.SURE
        new = (
            first_name(rng, origin, language, rng.random() < 0.5)
            if given
            else last_name(rng, origin, language)
        )
        if not given and rng.random() < LISTED_NAMES:
            new = rng.choice(single_names(language) or [new])
        names[plain] = new if rng.random() < 0.85 else word
    return _as_written(names[plain], word)


def _as_written(new: str, old: str) -> str:
    if old.isupper() and len(old) > 2:
        return new.upper()
    return new.lower() if old.islower() else new
