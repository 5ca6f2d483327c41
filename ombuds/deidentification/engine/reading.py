"""One text as the finders see it: its plain form, its words, and where each word stands."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ombuds.deidentification.engine.folding import Folded, fold
from ombuds.deidentification.engine.spans import PATTERN, Kind, Span

WORD = re.compile(r"[^\W_]+")
BEGINNING = 2  # characters by which a word is looked up


@dataclass(frozen=True)
class Reading:
    """`plain` and `cased` are equally long; finders work with offsets of these and give spans of the original."""

    text: str
    folded: Folded
    language: str = "nl"

    @property
    def plain(self) -> str:
        return self.folded.text

    @property
    def cased(self) -> str:
        return self.folded.cased

    @cached_property
    def _words(self) -> tuple[list[str], "array[int]", "array[int]"]:
        """One string for all the times a word stands there, and machine integers: ten megabytes must fit."""
        words: list[str] = []
        starts, ends = array("I"), array("I")
        same: dict[str, str] = {}
        for match in WORD.finditer(self.plain):
            word = match.group()
            words.append(same.setdefault(word, word))
            starts.append(match.start())
            ends.append(match.end())
        return words, starts, ends

    @property
    def words(self) -> list[str]:
        return self._words[0]

    @property
    def starts(self) -> "array[int]":
        return self._words[1]

    @property
    def ends(self) -> "array[int]":
        return self._words[2]

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """For each different word the indexes at which it stands."""
        places: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            places.setdefault(word, []).append(index)
        return places

    @cached_property
    def beginnings(self) -> Mapping[str, list[int]]:
        """Where the words begin, by the first one and two characters that stand there."""
        return _by_beginning(self.plain, self.starts)

    @cached_property
    def beginnings_cased(self) -> Mapping[str, list[int]]:
        """The same with capitals."""
        return _by_beginning(self.cased, self.starts)

    def at(self, words: Iterable[str]) -> Iterator[int]:
        """The indexes of any of these words, not in order."""
        for word in words:
            yield from self.places.get(word, ())

    def around(self, telling: Callable[[str], bool], before: int, after: int) -> list[tuple[int, int]]:
        """Stretches of the plain form around the words that `telling` picks, merged where they touch.

        A costly pattern that needs such a word has to be tried there only.
        """
        places = self.places
        indexes = sorted(i for word in filter(telling, places) for i in places[word])
        merged: list[tuple[int, int]] = []
        for index in indexes:
            start, end = max(0, self.starts[index] - before), self.ends[index] + after
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged

    def is_shouted(self, index: int) -> bool:
        """Capitals only, in a line of capitals: there a capital says nothing."""
        start, end = self.starts[index], self.ends[index]
        return self.cased[start:end].isupper() and self.cased[max(0, start - 20) : end + 20].isupper()

    def is_capital(self, index: int) -> bool:
        return self.cased[self.starts[index]].isupper()

    def span(
        self,
        start: int,
        end: int,
        kind: Kind,
        confidence: float,
        *,
        source: str = PATTERN,
        entity: str = "",
        part: str = "",
        reason: str = "",
    ) -> Span:
        """A span of the original for a stretch of the plain form."""
        return Span(*self.folded.original(start, end), kind, source, confidence, entity, part, "", reason)


def _by_beginning(text: str, starts: Iterable[int]) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = {}
    for start in starts:
        places.setdefault(text[start : start + BEGINNING], []).append(start)
    for said in [said for said in places if not said.isascii()]:
        told = "".join(str(int(c)) if c.isdecimal() else c for c in said)
        if told != said:
            places.setdefault(told, []).extend(places[said])
    for said, where in list(places.items()):
        if len(said) > 1:
            places.setdefault(said[0], []).extend(where)
    return places


def read(text: str, language: str = "nl") -> Reading:
    return Reading(text, fold(text), language)
