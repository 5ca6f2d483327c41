"""A file of findings from elsewhere, one a line: organisation × category × finding. Liberal about names of columns.

Imports no Django.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ombuds.statistics.cube import BLANK, Facts
from ombuds.statistics.cube.facts import of_rows

SIDES = ("organisation", "category", "finding")
LONGEST_FILE, LONGEST_LABEL = 2_000_000, 200
FEW = 25
# Words of a column's name, the most telling first; names are compared without accents, capitals and signs.
WORDS: dict[str, tuple[str, ...]] = {
    "organisation": (
        "organisation", "organization", "organisatie", "org", "body", "authority", "agency", "council", "dienst", "service",
        "instantie", "overheid", "bestuur", "organisme", "administration", "administratie", "institution", "instelling", "provider",
        "department", "departement", "command", "precinct", "unit", "trust", "company", "office", "bureau",
    ),
    "category": (
        "category", "categorie", "theme", "thema", "topic", "subject", "onderwerp", "sujet", "matiere", "domain", "domein",
        "sector", "fado", "type", "soort", "kind", "allegation", "grief", "complaint",
    ),
    "finding": (
        "finding", "findings", "bevinding", "constat", "constatation", "disposition", "outcome", "uitkomst", "decision",
        "beslissing", "result", "resultaat", "resultat", "verdict", "oordeel", "conclusion", "conclusie", "assessment",
        "beoordeling", "appreciation", "uphold", "upheld", "status",
    ),
}  # fmt: skip
Rows = list[dict[str, str]]


class BadFindings(ValueError):
    """A file that cannot be read as findings; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The rows with the three sides by their own names, and which column of the file each was."""

    rows: Rows
    columns: Mapping[str, str]

    def facts(self) -> Facts:
        """Return the findings for the cube."""
        return of_rows(self.rows)


def read(name: str, data: bytes, *, columns: Mapping[str, str] | None = None) -> Findings:
    """Return the findings in a CSV file. `columns` names the column of a side, where its name does not tell.

    Raises BadFindings.
    """
    header, lines = _lines(name, _text(name, data))
    chosen = _chosen(name, header, lines, dict(columns or {}))
    places = {side: header.index(column) for side, column in chosen.items()}
    rows = [{side: _label(line[place]) for side, place in places.items()} for line in lines]
    return Findings(rows, chosen)


def _text(name: str, data: bytes) -> str:
    if b"\x00" in data:
        raise BadFindings(f"{name} is not a text file.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadFindings(f"{name} is neither UTF-8 nor Windows text.")


def _lines(name: str, text: str) -> tuple[list[str], list[list[str]]]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t|", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as problem:
        raise BadFindings(f"{name}: {problem}.") from None
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if len(rows) < 2:
        raise BadFindings(f"{name} has no findings.")
    if len(rows) > LONGEST_FILE:
        raise BadFindings(f"{name} has more than {LONGEST_FILE} lines.")
    header = [cell.strip() for cell in rows[0]]
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(header):
            raise BadFindings(f"{name}, line {number}: {len(row)} columns, but the header has {len(header)}.")
    return header, rows[1:]


def _chosen(name: str, header: list[str], lines: list[list[str]], given: dict[str, str]) -> dict[str, str]:
    for side, column in given.items():
        if column not in header:
            raise BadFindings(
                f"{name} has no column {column[:60]!r} for {side}. It has: {', '.join(header)[:400]}."
            )
    chosen = dict(given)
    for side in ("finding", "category", "organisation"):
        if side not in chosen:
            found = _best(side, [each for each in header if each not in chosen.values()], header, lines)
            if found is None:
                raise BadFindings(
                    f"{name}: which column is the {side}? Say it with --{side}. It has: {', '.join(header)[:400]}."
                )
            chosen[side] = found
    return {side: chosen[side] for side in SIDES}


def _best(side: str, left: Sequence[str], header: list[str], lines: list[list[str]]) -> str | None:
    """Return the column whose name tells most, of those whose values repeat."""
    scored = []
    for place, column in enumerate(left):
        score = _score(side, column)
        values = {line[header.index(column)] for line in lines}
        # A number of each line, or one value for all, is nothing to count by.
        if score and 1 < len(values) <= max(2, len(lines) // 2):
            # Kinds of complaint and of finding are few: a column with many is a finer description of them.
            fine = side != "organisation" and len(values) > FEW
            scored.append((fine, -score, place, column))
    return min(scored)[3] if scored else None


def _score(side: str, column: str) -> int:
    plain = unicodedata.normalize("NFKD", column).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z]+", plain)
    best = 0
    for place, word in enumerate(WORDS[side]):
        rank = len(WORDS[side]) - place
        if words == [word]:
            best = max(best, 200 + rank)
        elif word in words:
            best = max(best, 100 + rank)
        elif len(word) > 3 and any(each.startswith(word) for each in words):
            best = max(best, rank)
    return best - (60 if {"id", "key", "code", "number", "nr"} & set(words) else 0) if best else 0


def _label(text: str) -> str:
    plain = " ".join(text.split())[:LONGEST_LABEL]
    return plain or BLANK
