"""What differs between two texts, word by word. Imports no Django."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_PIECES = re.compile(r"\w+|\s+|[^\w\s]")
LONGEST = 60_000  # pieces; beyond that whole lines are compared


class Sign(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand in both texts, only in the old one, or only in the new one."""

    sign: Sign
    text: str


def compare(old: str, new: str) -> list[Stretch]:
    """Return the stretches in reading order: without the new ones they are `old`, without the gone ones `new`."""
    before, after = _pieces(old), _pieces(new)
    if len(before) + len(after) > LONGEST:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    found: list[Stretch] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(Stretch(Sign.SAME, "".join(before[a:b])))
            continue
        if b > a:
            found.append(Stretch(Sign.GONE, "".join(before[a:b])))
        if d > c:
            found.append(Stretch(Sign.NEW, "".join(after[c:d])))
    return found


def _pieces(text: str) -> list[str]:
    return _PIECES.findall(text)
