"""A file of findings from elsewhere, one a line: organisation × category × finding. Liberal about names of columns.

Imports no Django.
"""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ombuds.statistics.cube import BLANK, Facts
from ombuds.statistics.cube.facts import of_rows

SIDES = ("organisation", "category", "finding")
LONGEST_FILE, LONGEST_LABEL = 2_000_000, 200
FEW = 25
HEAD = 40  # lines at the top that tell how a file is written
# Words of a column's name, the most telling first; names are compared without accents, capitals and signs.
WORDS: dict[str, tuple[str, ...]] = {
    "organisation": (
        "organisation", "organization", "organisatie", "org", "body", "authority", "agency", "council", "dienst", "service",
        "instantie", "overheid", "bestuur", "organisme", "administration", "administratie", "institution", "instelling", "provider",
        "department", "departement", "command", "precinct", "unit", "trust", "company", "prestataire", "office", "bureau", "board",
        "municipality", "gemeente", "commune", "borough", "district", "team", "branch", "site",
    ),
    "category": (
        "category", "categorie", "theme", "thema", "topic", "subject", "onderwerp", "sujet", "matiere", "domain", "domein",
        "sector", "fado", "type", "soort", "kind", "allegation", "grief", "grievance", "product", "issue", "area", "cat", "rubriek",
        "rubrique", "aard", "nature", "reason", "reden", "motif", "aspect", "descriptor", "complaint",
    ),
    "finding": (
        "finding", "findings", "bevinding", "constat", "constatation", "disposition", "outcome", "uitkomst", "decision",
        "beslissing", "result", "resultaat", "resultat", "verdict", "oordeel", "conclusion", "conclusie", "assessment",
        "beoordeling", "appreciation", "uphold", "upheld", "resolution", "response", "afhandeling",
        "suite", "status",
    ),
}  # fmt: skip
# Names of a column that says how many findings a line stands for.
COUNTS = frozenset(
    {
        "count",
        "counts",
        "aantal",
        "nombre",
        "number",
        "n",
        "freq",
        "frequency",
        "frequentie",
        "frequence",
        "value",
        "waarde",
        "valeur",
    }
)
TOTAL = "TOTAL"  # stands for margins in the tables
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


def read(name: str, data: bytes, *, columns: Mapping[str, str] | None = None, count: str = "") -> Findings:
    """Return the findings in a CSV file. `columns` names the column of a side, where its name does not tell; `count` the
    column that says how many findings a line stands for, where it is not one.

    Raises BadFindings.
    """
    header, lines = _lines(name, _text(name, data))
    chosen = _chosen(name, header, lines, dict(columns or {}))
    places = {side: header.index(column) for side, column in chosen.items()}
    rows = [{side: _label(line[place]) for side, place in places.items()} for line in lines]
    if counted := _count_column(name, header, lines, rows, set(chosen.values()), count):
        rows = _repeated(name, rows, [line[header.index(counted)] for line in lines])
        chosen = {**chosen, "count": counted}
    return Findings(rows, chosen)


def _count_column(
    name: str, header: list[str], lines: list[list[str]], rows: Rows, taken: set[str], given: str
) -> str:
    """Return the column of counts: the one that is named, or one that can be nothing else; empty when each line is one."""
    if given and given not in header:
        raise BadFindings(f"{name} has no column {given[:60]!r}. It has: {', '.join(header)[:400]}.")
    if given or len({tuple(row.values()) for row in rows}) < len(rows):
        return given  # lines that are told twice are single findings, whatever number they bear
    named = [each for each in header if each not in taken and _plain(each).strip() in COUNTS]
    whole = [each for each in named if all(line[header.index(each)].strip().isdecimal() for line in lines)]
    return whole[0] if len(whole) == 1 else ""


def _repeated(name: str, rows: Rows, counts: Sequence[str]) -> Rows:
    numbers = [int(text) if text.strip().isdecimal() and len(text.strip()) < 9 else -1 for text in counts]
    if -1 in numbers:
        raise BadFindings(
            f"{name}, line {numbers.index(-1) + 2}: {counts[numbers.index(-1)][:40]!r} is not a count."
        )
    if sum(numbers) > LONGEST_FILE:
        raise BadFindings(f"{name} has more than {LONGEST_FILE} findings.")
    return [row for row, number in zip(rows, numbers, strict=True) for _finding in range(number)]


def _text(name: str, data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise BadFindings(f"{name} is not a text file.") from None
    if b"\x00" in data:
        raise BadFindings(f"{name} is not a text file.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadFindings(f"{name} is neither UTF-8 nor Windows text.")


def _lines(name: str, text: str) -> tuple[list[str], list[list[str]]]:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as problem:
        raise BadFindings(f"{name}: {problem}.") from None
    told = [(number, row) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if len(told) < 2:
        raise BadFindings(f"{name} has no findings.")
    if len(told) > LONGEST_FILE:
        raise BadFindings(f"{name} has more than {LONGEST_FILE} lines.")
    # A title above the table has fewer columns than the table.
    width = Counter(len(row) for _number, row in told[:HEAD]).most_common(1)[0][0]
    start = next((place for place, (_number, row) in enumerate(told[:HEAD]) if len(row) >= width), 0)
    header = [cell.strip() for cell in told[start][1]]
    return header, [_fitted(name, number, row, len(header)) for number, row in told[start + 1 :]]


def _delimiter(text: str) -> str:
    """Return the sign that most lines at the top have equally often."""
    head = [line for line in text.splitlines()[:HEAD] if line.strip()]

    def steady(sign: str) -> tuple[int, int]:
        times, lines = Counter(line.count(sign) for line in head).most_common(1)[0]
        return (lines, times) if times else (0, 0)

    return max(",;\t|", key=steady) if head else ","


def _fitted(name: str, number: int, row: list[str], width: int) -> list[str]:
    """Return the row with blanks for what is missing at its end. Raises BadFindings when it has more than the header."""
    if any(cell.strip() for cell in row[width:]):
        raise BadFindings(f"{name}, line {number}: {len(row)} columns, but the header has {width}.")
    return [*row, *[""] * (width - len(row))][:width]


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


def _plain(column: str) -> str:
    return unicodedata.normalize("NFKD", column).encode("ascii", "ignore").decode().lower()


def _score(side: str, column: str) -> int:
    words = re.findall(r"[a-z]+", _plain(column))
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
    if plain == TOTAL:
        return f"({TOTAL})"
    return plain or BLANK
