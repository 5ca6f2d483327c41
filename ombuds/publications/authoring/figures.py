"""Figures in prose: `{figure:per_theme/parking/2025}` is drawn from the table, so that prose and table never differ.

Also finds figures that someone typed by hand. Pure: figures come in as a mapping from reference to `Figure`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

REFERENCE = re.compile(r"\{figure:\s*([^{}\s/]+/[^{}/]+/[^{}\s/]+)\s*\}")
_NUMBER = re.compile(
    r"(?<![\w.,/:–-])\d{1,3}(?:[.  ]\d{3})+(?![\w/])|(?<![\w.,/:–-])\d+(?:[.,]\d+)?(?![\w/:])"
)
_COUNTED = re.compile(
    r"^\s*(?:\w+\s+){0,2}?(?:klacht|dossier|aanbeveling|melding|plainte|recommandation|signalement"
    r"|complaint|recommendation|disclosure|cases?\b|files?\b)",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"^\s?(?:%|€|euro|eur\b|uur|heure|hour|jaar|ans?\b|year|maand|mois|month|week|weken|semaine|dag|jour|day|minu"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|january|february|march|may|june|july|august|october|december)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:€|§|\bart(?:ikel|icle|\.)?|\bstuk|\bn[°ro]\.?|\bnr\.?|\bno\.?)\s?$", re.IGNORECASE)
YEARS = range(1900, 2101)
# In Markdown between drawing and rendering only: a figure is a link to what it counts, whatever address that has.
MEANING = "https://figure.invalid/"
SMALLEST = 10  # smaller numbers are words like others, unless they count complaints


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell of a table in the words of one language; `number` is None when the public does not see it."""

    reference: str
    words: str  # “Complaints by theme: parking, 2025”
    value: str  # as it is written in this language
    number: float | None


Figures = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Typed:
    """A figure that stands in the prose as typed digits."""

    text: str
    before: str
    after: str
    candidates: tuple[Figure, ...]  # the cells that hold this very number


def drawn(text: str, figures: Figures) -> str:
    """Return the text with its references drawn; what nobody can draw stays as it was typed."""
    return REFERENCE.sub(lambda m: figures[m[1].strip()].value if m[1].strip() in figures else m[0], text)


Place = tuple[int, int, str]  # where a drawn figure begins and ends, and of which table it is


def placed(text: str, figures: Figures) -> list[Place]:
    """Return where the figures stand once the text is drawn."""
    found, shift = list[Place](), 0
    for match in REFERENCE.finditer(text):
        one = figures.get(match[1].strip())
        if one is not None:
            begin = match.start() + shift
            found.append((begin, begin + len(one.value), match[1].strip().partition("/")[0]))
            shift += len(one.value) - len(match[0])
    return found


def linked(drawn_text: str, places: Iterable[Place]) -> str:
    """Return a drawn text with each figure as a link to what it counts."""
    for begin, end, table in sorted(places, reverse=True):
        drawn_text = f"{drawn_text[:begin]}[{drawn_text[begin:end]}]({MEANING}{table}){drawn_text[end:]}"
    return drawn_text


def undrawn(text: str, figures: Figures) -> list[str]:
    """Return the references that lead nowhere, each once."""
    wanted = [m[1].strip() for m in REFERENCE.finditer(text)]
    lost = [m for m in re.findall(r"\{figure:[^{}]*\}?", text) if not REFERENCE.fullmatch(m)]
    return list(dict.fromkeys([*(one for one in wanted if one not in figures), *lost]))


def typed_by_hand(text: str, figures: Figures) -> list[Typed]:
    """Return the numbers in the prose that a counter gives, or that count complaints although no counter gives them."""
    held = _by_number(figures.values())
    prose = REFERENCE.sub(lambda m: "#" * len(m[0]), text)
    prose = re.sub(r"\]\([^)]*\)|https?://\S+", lambda m: " " * len(m[0]), prose)
    found = []
    for match in _NUMBER.finditer(prose):
        number, before, after = _read(match[0]), prose[: match.start()], prose[match.end() :]
        counted = bool(_COUNTED.match(after))
        if _is_other(number, match[0], before, after) or (number < SMALLEST and not counted):
            continue
        candidates = tuple(held.get(number, ())[:3])
        if candidates or counted:
            found.append(Typed(match[0], before[-40:], after[:40], candidates))
    return found


def _is_other(number: float, written: str, before: str, after: str) -> bool:
    """A year, a day, an amount, the number of an article."""
    is_year = number in YEARS and written.isdigit() and not _COUNTED.match(" ".join(after.split()[:1]))
    return is_year or bool(_OTHERWISE.match(after)) or bool(_BEFORE.search(before))


def _read(written: str) -> float:
    plain = re.sub(r"[  ]|\.(?=\d{3})", "", written).replace(",", ".")
    return float(plain)


def _by_number(figures: Iterable[Figure]) -> dict[float, list[Figure]]:
    held: dict[float, list[Figure]] = {}
    for one in figures:
        if one.number is not None:
            held.setdefault(float(one.number), []).append(one)
    return held
