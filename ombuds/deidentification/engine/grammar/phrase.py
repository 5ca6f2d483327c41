"""A replacement that still has to fit into its sentence."""

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What the small words before it have to know."""

    NAME = "name"
    TOWN = "town"
    STREET = "street"
    MONTH = "month"
    DECADE = "decade"
    NOUN = "noun"
    ABROAD = "abroad"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Phrase:
    """`start` and `end`: what it replaces, in code points of the text; at least the span, or a part of it.

    Nouns come bare: `definite` says whether 'the' or 'a' goes before them when the text has no article of its own,
    `gender` is m, f, n, or c (Dutch de-words); `bare`: it takes no article of its own (ik ben verpleegster);
    `new`: a 'the' of the text becomes 'a', since nobody has told of it (de ziekte van Crohn → een ziekte).
    """

    start: int
    end: int
    text: str
    sort: Sort = Sort.PLAIN
    definite: bool = False
    gender: str = ""
    bare: bool = False
    new: bool = False
