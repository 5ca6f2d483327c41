"""What changed between two texts, word by word. Pure: texts in, pieces out."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_PIECES = re.compile(r"\s+|[^\W_]+|[\W_]", re.UNICODE)
LONGEST = (
    4000  # pieces; comparing is quadratic, and a longer text is shown whole: the old one, then the new one
)


@dataclass(frozen=True)
class Piece:
    """`kind` is same, gone or new."""

    kind: str
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """The texts laid over each other. The same and gone pieces make the old text, the same and new ones the new."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if len(old) + len(new) > LONGEST:
        return [Piece(kind, text) for kind, text in (("gone", before), ("new", after)) if text]
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("same", "".join(old[a:b])))
            continue
        found += [Piece("gone", "".join(old[a:b]))] if b > a else []
        found += [Piece("new", "".join(new[c:d]))] if d > c else []
    return found
