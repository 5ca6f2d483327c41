"""One text as the finders see it: its plain form, its words, and where each word stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ombuds.deidentification.engine.folding import WORD, Folded, fold
from ombuds.deidentification.engine.spans import PATTERN, Kind, Span

__all__ = ["WORD", "Reading", "read"]


@dataclass(eq=False)
class Reading:
    """`plain` and `cased` are equally long; finders work with offsets of these and give spans of the original.

    `words`, `starts` and `ends`: its words side by side; `places`: for each different word the indexes at which it stands.
    """

    text: str
    folded: Folded
    language: str = "nl"
    plain: str = field(init=False, repr=False)
    cased: str = field(init=False, repr=False)
    words: list[str] = field(init=False, repr=False)
    starts: list[int] = field(init=False, repr=False)
    ends: list[int] = field(init=False, repr=False)
    places: Mapping[str, list[int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.plain, self.cased, self.places = self.folded.text, self.folded.cased, self.folded.places
        self.words, self.starts, self.ends, self._capitals = self.folded.words

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
        return self._capitals[index]

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
