"""What no finder knew by its words and the network holds for a fact about somebody.

Days, hours and ages in figures: 'kenzo, 17', 'opstaan om 4', '20/9, 14/10'. Illnesses, medicines and families: 'prend du Sotalol', 'we zijn met zijn tweeën'.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.second_look.labels import FAMILY, HEALTH, KIND_OF, TIME
from ombuds.deidentification.engine.second_look.network import Floats
from ombuds.deidentification.engine.second_look.seeing import FREE
from ombuds.deidentification.engine.spans import MODEL, Kind, Span

LIKELY = 0.5
SHORTEST = 2  # letters of a word that tells something
DAY = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[./\-](?:0?[1-9]|1[0-2])(?:\.(?!\d))?(?![\d/\-]|[.,]\d|[^\W_]| ?[€%])"
)
HOUR = re.compile(r"(?:[01]?\d|2[0-4])(?:[.:hu]| [hu] )[0-5]\d(?![\d/\-]|[.,]\d|[^\W_]| ?[€%])")
AGE = re.compile(
    r"(?:1[01]\d|[1-9]?\d)(?: ?(?:jaar|ans|jahren?|years|maanden|mois|monaten?|months|jr|j|a)(?![^\W_]))?(?![\d/\-:]|[.,]\d|[^\W_]| ?[€%])"
)
# 'um 9', 'tot 4': an hour without a word for it; and what tells for how long something was, which is no age.
OF_HOURS = frozenset(
    "om at um a ab bis tot van vanaf tussen zwischen between until till after before vers jusqua des entre from na".split()
)
HOW_LONG = frozenset(
    "depuis seit since sinds apres voor al pendant during gedurende nach for vor over dans in il ya binnen tijdens".split()
)
OF_TEXTS = frozenset("see zie voir siehe art artikel article point punt punkt section par".split())
TOLD = 0.7  # of words that tell of an illness or a family
REASON = "It stands where a date, an hour or an age would stand"
REASONS = {
    HEALTH: "It stands where an illness or a medicine would stand",
    FAMILY: "It stands where somebody's family would be told of",
}


def facts(text: Text, covers: Sequence[int], chances: Floats) -> list[Span]:
    """Spans of what is free in `covers`, in order; none overlaps."""
    figures = list(_in_figures(text, covers, chances))
    taken = {index for span in figures for index in text.within([(span.start, span.end)])}
    words = (span for label in REASONS for span in _in_words(text, covers, chances, label, taken))
    return sorted([*figures, *words], key=lambda span: span.start)


def _in_words(
    text: Text, covers: Sequence[int], chances: Floats, label: int, taken: set[int]
) -> Iterator[Span]:
    """Words side by side that tell of it, without the small ones at their ends."""

    def is_told(index: int) -> bool:
        return covers[index] == FREE and index not in taken

    likely = filter(is_told, map(int, (chances[:, label] >= TOLD).nonzero()[0]))
    for _, group in groupby(enumerate(likely), lambda one: one[1] - one[0]):
        run = [index for _, index in group]
        while run and text.stops(run[0]):
            del run[0]
        while run and text.stops(run[-1]):
            del run[-1]
        if run and (len(run) > 1 or len(text.words[run[0]]) > SHORTEST):
            place = text.folded.original(text.starts[run[0]], text.ends[run[-1]])
            chance = float(chances[run, label].mean())
            yield Span(*place, KIND_OF[label], MODEL, chance, "", "", "", REASONS[label])


def _in_figures(text: Text, covers: Sequence[int], chances: Floats) -> Iterator[Span]:
    end = 0
    for index in map(int, (chances[:, TIME] >= LIKELY).nonzero()[0]):
        start = text.starts[index]
        if covers[index] != FREE or start < end or not text.words[index].isdigit():
            continue
        kind, stop = _read(text, index)
        if kind is None or any(covers[at] != FREE for at in text.within([text.folded.original(start, stop)])):
            continue
        end = stop
        yield Span(
            *text.folded.original(start, stop), kind, MODEL, float(chances[index, TIME]), "", "", "", REASON
        )


def _read(text: Text, index: int) -> tuple[Kind | None, int]:
    """What begins at this figure, and where it ends; None when its form tells nothing."""
    plain, start = text.plain, text.starts[index]
    if plain[max(0, start - 1) : start] in {".", ",", "/", "-", ":"}:
        return None, start
    before = text.words[index - 1] if index else ""
    if before in OF_TEXTS:
        return None, start
    for pattern, kind in ((DAY, Kind.DATE), (HOUR, Kind.TIME)):
        if (found := pattern.match(plain, start)) and not (
            kind is Kind.DATE and "." in found.group() and not _is_a_day(text, found)
        ):
            return kind, found.end()
    found = AGE.match(plain, start)
    if found is None or before in HOW_LONG or "\n" in text.before(index):
        return None, start
    return Kind.TIME if before in OF_HOURS and found.group().isdigit() else Kind.AGE, found.end()


def _is_a_day(text: Text, found: re.Match[str]) -> bool:
    """'21.03.' and '5.11.' in German; '8.15' is an hour."""
    return found.group().endswith(".") and text.language == "de"
