"""One text as the finders see it: its plain form, its words, and where each word stands."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ombuds.deidentification.engine.folding import Folded, fold
from ombuds.deidentification.engine.spans import PATTERN, Kind, Span

WORD = re.compile(r"[^\W_]+")


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

    def at(self, words: Iterable[str]) -> Iterator[int]:
        """The indexes of any of these words, not in order."""
        for word in words:
            yield from self.places.get(word, ())

    def around(self, telling: Callable[[str], bool], before: int, after: int) -> list[tuple[int, int]]:
        """Stretches of the plain form around the words that `telling` picks, merged where they touch.

        A costly pattern that needs such a word has to be tried there only.
        """
        indexes = sorted(i for word, where in self.places.items() if telling(word) for i in where)
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


def read(text: str, language: str = "nl") -> Reading:
    return Reading(text, fold(text), language)
