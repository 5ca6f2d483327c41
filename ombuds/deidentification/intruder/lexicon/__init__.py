"""Words of four languages and the fact that each of them tells: topics, bodies, professions, nationalities, states, events, towns.

The lists are written for this project (EUPL-1.2); towns.csv: see CREDITS.md. In them `/` stands between alternatives, `*` for any
ending; words are matched without accents and in any case.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ombuds.deidentification.intruder.plain import WORD, folded

HERE = Path(__file__).resolve().parent
LANGUAGES = ("nl", "fr", "en", "de")


@dataclass(frozen=True, slots=True)
class Entry:
    """`words`: the pattern, one word each; `open`: whether the last sign of each word was `*`; `capital`: only with a capital."""

    kind: str
    value: str
    words: tuple[str, ...]
    open: tuple[bool, ...]
    capital: bool = False


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def entries_of(kind: str, value: str, alternatives: str, *, capital: bool = False) -> Iterator[Entry]:
    for alternative in alternatives.split("/"):
        tokens = [(word, rest.startswith("*")) for word, rest in _words_with_rest(folded(alternative))]
        if tokens:
            yield Entry(kind, value, tuple(w for w, _ in tokens), tuple(o for _, o in tokens), capital)


def _words_with_rest(text: str) -> list[tuple[str, str]]:
    return [(m.group(), text[m.end() :]) for m in WORD.finditer(text)]


class Phrases:
    """Finds the entries that start at a word. Remembers what a word can start, so that a known word costs one look-up."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.exact: dict[str, list[Entry]] = {}
        self.prefixes: dict[str, list[Entry]] = {}
        for entry in entries:
            table = self.prefixes if entry.open[0] else self.exact
            table.setdefault(entry.words[0], []).append(entry)
        self.lengths = sorted({len(p) for p in self.prefixes})
        self.remembered: dict[str, tuple[Entry, ...]] = {}

    def starting(self, word: str) -> tuple[Entry, ...]:
        found = self.remembered.get(word)
        if found is None:
            listed = list(self.exact.get(word, ()))
            for length in self.lengths:
                if length > len(word):
                    break
                listed += self.prefixes.get(word[:length], ())
            found = tuple(sorted(listed, key=lambda e: -len(e.words)))
            if len(self.remembered) > 500_000:
                self.remembered.clear()
            self.remembered[word] = found
        return found

    def at(self, words: Sequence[str], place: int) -> Iterator[Entry]:
        """Every entry whose words stand at `place`, longest first."""
        for entry in self.starting(words[place]):
            if fits(entry, words, place):
                yield entry


def fits(entry: Entry, words: Sequence[str], place: int) -> bool:
    """Whether the entry, whose first word stands at `place`, goes on there."""
    wanted = entry.words
    if len(wanted) == 1:
        return True
    if place + len(wanted) > len(words):
        return False
    for n in range(1, len(wanted)):
        word = words[place + n]
        if word != wanted[n] and not (entry.open[n] and word.startswith(wanted[n])):
            return False
    return True


@cache
def phrases() -> Phrases:
    """All lists together."""
    from ombuds.deidentification.intruder.lexicon.towns import town_entries

    found: list[Entry] = []
    for name, kind in (("topics.csv", "topic"), ("bodies.csv", "body"), ("events.csv", "event")):
        for row in rows(name):
            for language in LANGUAGES:
                found += entries_of(kind, row["value"], row[f"words_{language}"])
    for name, kind in (("professions.csv", "profession"), ("nations.csv", "nationality")):
        for row in rows(name):
            for language in LANGUAGES:
                found += entries_of(kind, row["value"], row[language])
    for row in rows("states.csv"):
        for language in LANGUAGES:
            found += entries_of(row["kind"], row["value"], row[language])
    for row in rows("ages.csv"):
        found += entries_of("age", row["value"], row["words"])
    return Phrases([*found, *town_entries()])
