"""The facts that a reader can take from a text: typed, in four languages, at the grain in which they are told.

The same reading serves the publication and every text of every case, so that what one side sees the other sees as well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ombuds.deidentification.intruder.calendar import moments
from ombuds.deidentification.intruder.lexicon import Entry, fits, phrases
from ombuds.deidentification.intruder.lexicon.towns import by_postcode, ordinary
from ombuds.deidentification.intruder.plain import WORD, folded_with_case
from ombuds.deidentification.intruder.quantities import quantities

FEMALE = frozenset(
    "mevrouw mevr mw vrouw dame moeder mama dochter weduwe madame mme femme mere fille veuve elle mrs ms miss woman mother daughter widow she her frau mutter tochter witwe".split()
)
# Not the English son: in French it is "his" and "her".
MALE = frozenset(
    "meneer dhr heer man vader zoon weduwnaar monsieur homme pere fils veuf mr sir father widower he his him herr herrn mann vater sohn witwer".split()
)
AT_PLACE = frozenset(
    "in te a bij uit naar stad gemeente ville commune town city of gemeinde stadt postcode".split()
)
POSTCODE = re.compile(r"\b[1-9]\d{3}\b(?=\s+[A-Z])")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as told at [start, end) of a text. `value` for words; [low, high] for dates (ordinals), amounts (cents), ages (years).

    `grain`: day, month, season, year for dates; a date without a year has `year` 0 and an interval in the year 2000.
    """

    kind: str
    value: str
    start: int
    end: int
    low: int = 0
    high: int = 0
    grain: str = ""
    year: int = 0


def facts_in(text: str) -> list[Fact]:
    """All facts of a text, with offsets of the text as `folded_with_case` gives it."""
    kept = folded_with_case(text)
    low = kept.lower()
    found = list(WORD.finditer(low))
    words = [m.group() for m in found]
    return [
        *_of_words(kept, words, found),
        *_sex(words, found),
        *_postcodes(kept),
        *_moments(words, found),
        *_quantities(low),
    ]


def _moments(words: Sequence[str], found: Sequence[re.Match[str]]) -> Iterator[Fact]:
    for m in moments(words):
        start, end = found[m.first].start(), found[m.last].end()
        yield Fact("date", f"{m.low}-{m.high}", start, end, m.low, m.high, m.grain, m.year)


def _quantities(low: str) -> Iterator[Fact]:
    for q in quantities(low):
        yield Fact(q.kind, q.value or f"{q.low}-{q.high}", q.start, q.end, q.low, q.high)


def _of_words(kept: str, words: Sequence[str], found: Sequence[re.Match[str]]) -> Iterator[Fact]:
    table = phrases()
    for place, word in enumerate(words):
        starting = table.starting(word)
        if starting:
            for entry in _longest(starting, words, place):
                start, end = found[place].start(), found[place + len(entry.words) - 1].end()
                if entry.capital and not kept[start].isupper():
                    continue
                if entry.kind == "age":
                    low, _, high = entry.value.partition("-")
                    yield Fact("age", entry.value, start, end, int(low), int(high))
                else:
                    yield Fact(entry.kind, entry.value, start, end)
        elif (
            word in ordinary()
            and place
            and words[place - 1] in AT_PLACE
            and kept[found[place].start()].isupper()
        ):
            yield Fact("place", ordinary()[word], *found[place].span())


def _sex(words: Sequence[str], found: Sequence[re.Match[str]]) -> Iterator[Fact]:
    """Of whom the text speaks, when it says she more often than he, or the other way round."""
    women = [place for place, word in enumerate(words) if word in FEMALE]
    men = [place for place, word in enumerate(words) if word in MALE]
    if len(women) != len(men):
        places, sex = (women, "f") if len(women) > len(men) else (men, "m")
        yield Fact("sex", sex, *found[places[0]].span())


def _postcodes(kept: str) -> Iterator[Fact]:
    for match in POSTCODE.finditer(kept):
        if match.group() in by_postcode():
            yield Fact("place", by_postcode()[match.group()], *match.span())


def _longest(entries: Sequence[Entry], words: Sequence[str], place: int) -> list[Entry]:
    """Of each kind the longest entry only (of towns all: some names are shared). `entries`: longest first."""
    if len(entries) == 1:
        return list(entries) if fits(entries[0], words, place) else []
    best: dict[str, int] = {}
    chosen = []
    for entry in entries:
        if best.get(entry.kind, len(entry.words)) == len(entry.words) and fits(entry, words, place):
            best[entry.kind] = len(entry.words)
            chosen.append(entry)
    return chosen
