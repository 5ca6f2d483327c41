"""A table in a CSV file as spreadsheets write it: any encoding and separator, titles above it, totals below it, labels in
several spellings, counts in one column or a column for each quarter. Imports no Django.
"""

import csv
import io
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

LONGEST_FILE = 2_000_000
HEAD = 40  # lines at the top that tell how a file is written
FULL = 0.7  # of the cells that lines have: fewer stand in a title above the table
# Names of a column that says how many findings a line stands for.
COUNTS = frozenset(
    "count counts aantal aantallen nombre number n freq frequency frequentie frequence value waarde valeur".split()
)
TOTALS = frozenset(
    {
        "total", "totals", "totaal", "totalen", "totaux", "grand total", "total general", "totaal generaal", "eindtotaal",
        "algemeen totaal", "subtotaal", "subtotal", "sub total", "sous total", "som", "somme", "gesamt", "summe", "insgesamt",
    }
)  # fmt: skip
NOTHING = frozenset({"n/a", "#n/a", "#n/b", "null", "nan", "nvt", "n.v.t.", "s.o.", "-", "–", "—"})
PERIOD = re.compile(
    r"(?:[qkt]\s?[1-4]|(?:kwartaal|trimestre|trim|quarter|semester|semestre)\s?\d|\d(?:e|er|eme|st|nd|rd|th)\s(?:kwartaal|trimestre|quarter)"
    r"|jan|fe[bv]|ma?r|maart|apr|avr|mei|mai|may|jun|juin|jul|juil|aug|aout|sep|oct|okt|nov|dec)[a-z]*(?:\s(?:19|20)\d\d)?"
    r"|(?:19|20)\d\d(?:\s?[qkt][1-4])?"
)


class BadFindings(ValueError):
    """A file that cannot be read as findings; the message is a sentence."""


def plain(text: str) -> str:
    """Return a name without accents, capitals and signs."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def lines_of(name: str, data: bytes) -> tuple[list[str], list[list[str]]]:
    """Return the header and the lines below it, each as long as the header. Raises BadFindings."""
    text = re.sub(r"\Asep=.\r?\n", "", _text(name, data))  # a word from one spreadsheet to another
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as problem:
        raise BadFindings(f"{name}: {problem}.") from None
    told = [(number, row) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if len(told) < 2:
        raise BadFindings(f"{name} has no findings.")
    if len(told) > LONGEST_FILE:
        raise BadFindings(f"{name} has more than {LONGEST_FILE} lines.")
    start = _first(told[:HEAD])
    header = [" ".join(cell.split()) for cell in told[start][1]]
    return header, [_fitted(name, number, row, len(header)) for number, row in told[start + 1 :]]


def _first(head: Sequence[tuple[int, list[str]]]) -> int:
    """Return the place of the header: a title above it has fewer columns, or fewer cells with something in them."""
    width = Counter(len(row) for _number, row in head).most_common(1)[0][0]
    filled = [sum(bool(cell.strip()) for cell in row) for _number, row in head]
    usual = FULL * median(filled)
    fits = (
        place
        for place, (_number, row) in enumerate(head)
        if len(row) >= width and filled[place] >= min(usual, len(row))
    )
    return next(fits, 0)


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


def is_total(cell: str) -> bool:
    """Return whether a cell says that its line is a sum of others."""
    return plain(cell) in TOTALS


def number_in(text: str) -> int | None:
    """Return a count as people write it: 1204, 1.204, 1 204; nothing and a dash are none. None for anything else."""
    stripped = text.strip()
    if not stripped or stripped in ("-", "–", "—"):
        return 0
    joined = re.sub(r"(?<=\d)[.,\u00a0\u202f' ](?=\d{3}(?:\D|$))", "", stripped)
    return int(joined) if joined.isascii() and joined.isdecimal() and len(joined) < 9 else None


def of_counts(name: str, header: Sequence[str], lines: Sequence[list[str]], taken: set[str]) -> list[str]:
    """Return the columns whose sum says how many findings a line stands for: one that is called count or total, or one for
    each period. None where nothing tells. Raises BadFindings when a total is not the sum of its periods.
    """
    numbers = {
        column: [number_in(line[place]) for line in lines]
        for place, column in enumerate(header)
        if column not in taken
    }
    whole = {
        column: values for column, values in numbers.items() if column and None not in values and any(values)
    }
    named = [column for column in whole if plain(column) in COUNTS]
    totals = [column for column in whole if is_total(column)]
    periods = [column for column in whole if PERIOD.fullmatch(plain(column))]
    if len(named) == 1:
        return named
    if len(totals) == 1:
        if len(periods) > 1:
            _agree(name, whole, periods, totals[0])
        return totals
    return periods if len(periods) > 1 else []


def _agree(name: str, whole: Mapping[str, Sequence[int | None]], periods: Sequence[str], total: str) -> None:
    for place, value in enumerate(whole[total]):
        parts = sum(whole[period][place] or 0 for period in periods)
        if parts != value:
            raise BadFindings(
                f"{name}, line {place + 1} below the header: {', '.join(periods)[:120]} add up to {parts}, but {total} says {value}. "
                "Name the column to count by with --count."
            )


def one_spelling(rows: Iterable[dict[str, str]], sides: Sequence[str]) -> tuple[list[dict[str, str]], int]:
    """Return the rows with labels that differ by capitals only written as they are most often, and how many were not."""
    found = list(rows)
    spelled: dict[str, dict[str, Counter[str]]] = {side: defaultdict(Counter) for side in sides}
    for row in found:
        for side in sides:
            spelled[side][row[side].casefold()][row[side]] += 1
    usual = {
        side: {key: max(many.items(), key=lambda each: (each[1], each[0]))[0] for key, many in labels.items()}
        for side, labels in spelled.items()
    }
    others = sum(len(many) - 1 for labels in spelled.values() for many in labels.values())
    if not others:
        return found, 0
    return [{side: usual[side][row[side].casefold()] for side in sides} for row in found], others
