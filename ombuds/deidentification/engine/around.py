"""What the finders before took, and what must stay, asked word by word."""

from collections.abc import Sequence

from ombuds.deidentification.engine.persons.tokens import Range, Text
from ombuds.deidentification.engine.ranges import Ranges
from ombuds.deidentification.engine.spans import KNOWN, Kind, Span

HOUSES = frozenset({Kind.PLACE, Kind.ORGANISATION})


class Around:
    """`found`: spans of the original; `kept`: (start, end) there. Asked by the index of a word of `text`."""

    def __init__(self, text: Text, found: Sequence[Span], kept: Sequence[Range]) -> None:
        self.text = text
        self._stays = Ranges(kept)
        self._taken = Ranges([*((s.start, s.end) for s in found), *kept])
        self._houses = Ranges([(s.start, s.end) for s in found if s.kind in HOUSES])
        self._named = Ranges([(s.start, s.end) for s in found if s.kind in HOUSES or s.kind is Kind.PERSON])
        self._places = Ranges([(s.start, s.end) for s in found if s.kind is Kind.PLACE])
        self._people = Ranges([(s.start, s.end) for s in found if s.kind is Kind.PERSON])
        self._known = Ranges([(s.start, s.end) for s in found if s.source == KNOWN])
        self._firms = Ranges([(s.start, s.end) for s in found if s.kind is Kind.ORGANISATION])

    def _place(self, index: int) -> Range:
        return self.text.folded.original(self.text.starts[index], self.text.ends[index])

    def is_free(self, index: int) -> bool:
        return not self._taken.touches(*self._place(index))

    def is_body(self, index: int) -> bool:
        return 0 <= index < len(self.text) and self._stays.touches(*self._place(index))

    def is_place(self, index: int) -> bool:
        return 0 <= index < len(self.text) and self._places.touches(*self._place(index))

    def is_person(self, index: int) -> bool:
        return 0 <= index < len(self.text) and self._people.touches(*self._place(index))

    def is_known(self, index: int) -> bool:
        """Whether the case file has it."""
        return 0 <= index < len(self.text) and self._known.touches(*self._place(index))

    def is_named(self, index: int) -> bool:
        """Whether the word is of a name of somebody, of a house or of a place."""
        return 0 <= index < len(self.text) and self._named.touches(*self._place(index))

    def follows_house(self, index: int, *, firm: bool = False) -> bool:
        """'Waterloo Books': right behind a town or a firm (`firm`: a firm only)."""
        houses = self._firms if firm else self._houses
        beside = index > 0 and self.text.before(index) in {" ", "-", " & "}
        return beside and houses.touches(*self._place(index - 1)) and not self.is_body(index - 1)
