"""A file of findings from elsewhere, one a line: organisation × category × finding. Liberal about names of columns.

Imports no Django.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ombuds.statistics import sheets
from ombuds.statistics.cube import BLANK, Facts
from ombuds.statistics.cube.facts import of_rows
from ombuds.statistics.sheets import LONGEST_FILE, BadFindings

__all__ = ["SIDES", "BadFindings", "Findings", "read"]

SIDES = ("organisation", "category", "finding")
LONGEST_LABEL = 200
FEW = 25
MANY = 20  # lines of which none is told twice: they may stand for several findings each
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
TOTAL = "TOTAL"  # stands for margins in the tables
Rows = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Findings:
    """The rows with the three sides by their own names, and which column of the file each was."""

    rows: Rows
    columns: Mapping[str, str]
    notes: tuple[str, ...] = ()  # what was made of lines that are no plain findings

    def facts(self) -> Facts:
        """Return the findings for the cube."""
        return of_rows(self.rows)


def read(name: str, data: bytes, *, columns: Mapping[str, str] | None = None, count: str = "") -> Findings:
    """Return the findings in a CSV file. `columns` names the column of a side, where its name does not tell; `count` the
    column that says how many findings a line stands for, where it is not one.

    Raises BadFindings.
    """
    header, lines = sheets.lines_of(name, data)
    chosen = _chosen(name, header, lines, dict(columns or {}))
    places = [header.index(column) for column in chosen.values()]
    lines, sums = _without_totals(lines, places)
    rows: Rows = [
        {side: _label(line[place]) for side, place in zip(chosen, places, strict=True)} for line in lines
    ]
    rows, spellings = sheets.one_spelling(rows, tuple(chosen))
    counted, wary = _counted_by(name, header, lines, rows, set(chosen.values()), count)
    if counted:
        numbers = [[line[header.index(column)] for column in counted] for line in lines]
        rows, chosen = _repeated(name, rows, numbers), {**chosen, "count": " + ".join(counted)}
    notes = [
        f"Lines that are totals of others, not counted: {sums}." if sums else "",
        f"Labels that differ from others by capitals only, taken together: {spellings}." if spellings else "",
        "Each line is counted as one finding. If lines stand for several, name the column with --count."
        if wary
        else "",
    ]
    return Findings(rows, chosen, tuple(note for note in notes if note))


def _without_totals(lines: list[list[str]], places: Sequence[int]) -> tuple[list[list[str]], int]:
    """Return the lines that are no sums of others, and how many are. A sum says so, and has no label where others have one.

    In a list of single findings a service may be called Total: there one such label is not enough.
    """
    counts = len({tuple(line[place] for place in places) for line in lines}) == len(lines)

    def is_sum(line: list[str]) -> bool:
        if not any(map(sheets.is_total, line)):
            return False
        labels = [line[place].strip() for place in places]
        open_ = sum(not label or sheets.is_total(label) or label.isdecimal() for label in labels)
        return open_ > 1 or (open_ == 1 and (counts or not any(map(sheets.is_total, labels))))

    kept = [line for line in lines if not is_sum(line)]
    return kept, len(lines) - len(kept)


def _counted_by(
    name: str, header: list[str], lines: list[list[str]], rows: Rows, taken: set[str], given: str
) -> tuple[list[str], bool]:
    """Return the columns of counts: the one that is named, or those that can be nothing else; none when each line is one.
    And whether that is no more than a guess.
    """
    if given and given not in header:
        raise BadFindings(f"{name} has no column {given[:60]!r}. It has: {', '.join(header)[:400]}.")
    told_once = len({tuple(row.values()) for row in rows}) == len(rows)
    if given or not told_once:
        return [
            given
        ] if given else [], False  # lines told twice are single findings, whatever number they bear
    found = sheets.of_counts(name, header, lines, taken)
    return found, not found and len(rows) >= MANY


def _repeated(name: str, rows: Rows, counts: Sequence[Sequence[str]]) -> Rows:
    numbers = []
    for place, texts in enumerate(counts):
        values = [sheets.number_in(text) for text in texts]
        if None in values:
            raise BadFindings(f"{name}, line {place + 2}: {texts[values.index(None)][:40]!r} is not a count.")
        numbers.append(sum(value or 0 for value in values))
    if sum(numbers) > LONGEST_FILE:
        raise BadFindings(f"{name} has more than {LONGEST_FILE} findings.")
    return [row for row, number in zip(rows, numbers, strict=True) for _finding in range(number)]


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
        labels = {" ".join(line[header.index(column)].split()).casefold() for line in lines}
        values = {label for label in labels if not sheets.is_total(label)} - sheets.NOTHING - {""}
        # A number of each line, or one value for all, is nothing to count by.
        if score and 1 < len(values) <= max(2, len(lines) // 2):
            # Kinds of complaint and of finding are few: a column with many is a finer description of them.
            fine = side != "organisation" and len(values) > FEW
            scored.append((fine, -score, place, column))
    return min(scored)[3] if scored else None


def _score(side: str, column: str) -> int:
    words = re.findall(r"[a-z]+", sheets.plain(column))
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
    if plain.casefold() in sheets.NOTHING:
        return BLANK
    if plain == TOTAL:
        return f"({TOTAL})"
    return plain or BLANK
