"""What the finders before took, and what must stay, asked word by word."""

from collections.abc import Iterable, Sequence

from ombuds.deidentification.engine.persons.tokens import Range, Text
from ombuds.deidentification.engine.spans import KNOWN, Kind, Span


class Around:
    """`found`: spans of the original; `kept`: (start, end) there. Asked by the index of a word of `text`."""

    def __init__(self, text: Text, found: Sequence[Span], kept: Sequence[Range]) -> None:
        self.text = text
        self._stays = frozenset(text.within(kept))
        self._taken = self._stays.union(text.within((s.start, s.end) for s in found))
        self._places = self._of(s for s in found if s.kind is Kind.PLACE)
        self._people = self._of(s for s in found if s.kind is Kind.PERSON)
        self._firms = self._of(s for s in found if s.kind is Kind.ORGANISATION)
        self._known = self._of(s for s in found if s.source == KNOWN)
        self._houses = self._places | self._firms

    def _of(self, found: Iterable[Span]) -> frozenset[int]:
        return frozenset(self.text.within((s.start, s.end) for s in found))

    def is_free(self, index: int) -> bool:
        return index not in self._taken

    def is_body(self, index: int) -> bool:
        return index in self._stays

    def is_place(self, index: int) -> bool:
        return index in self._places

    def is_person(self, index: int) -> bool:
        return index in self._people

    def is_known(self, index: int) -> bool:
        """Whether the case file has it."""
        return index in self._known

    def is_named(self, index: int) -> bool:
        """Whether the word is of a name of somebody, of a house or of a place."""
        return index in self._houses or index in self._people

    def follows_house(self, index: int, *, firm: bool = False) -> bool:
        """'Waterloo Books': right behind a town or a firm (`firm`: a firm only)."""
        houses = self._firms if firm else self._houses
        before = index - 1
        return before in houses and self.text.before(index) in {" ", "-", " & "} and before not in self._stays
