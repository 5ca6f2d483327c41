"""Where a place of the old text is in the new one, known from hashes of its words only. Pure.

A text is cut into words, spaces and signs. Kept of each are four bytes of keyed hash and its length: enough to
align two versions with difflib, useless to whoever reads the table without the key.
"""

import hashlib
import re
import struct
from bisect import bisect_right
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

Token = tuple[int, int]  # hash, length in code points
Block = tuple[int, int, int]  # start in the old text, start in the new text, length
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]+")
_ROW = struct.Struct("<II")


def marks(text: str, key: bytes) -> bytes:
    """Eight bytes for each token of the text; `key` has 16 to 64 bytes."""

    def row(token: str) -> bytes:
        digest = hashlib.blake2b(token.encode("utf-8", "surrogatepass"), digest_size=4, key=key).digest()
        return digest + len(token).to_bytes(4, "little")

    return b"".join(row(token) for token in _TOKEN.findall(text))


def _tokens(packed: bytes) -> list[Token]:
    return [(digest, length) for digest, length in _ROW.iter_unpack(packed)]


def blocks(old: bytes, new: bytes) -> list[Block]:
    """The unchanged stretches, in order, in code points. Both sides are results of `marks` with one key."""
    before, after = _tokens(old), _tokens(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    middle = SequenceMatcher(None, before[head : len(before) - tail], after[head : len(after) - tail])
    pairs = [
        (0, 0, head),
        *((a + head, b + head, size) for a, b, size in middle.get_matching_blocks()),
        (len(before) - tail, len(after) - tail, tail),
    ]
    starts_before, starts_after = _starts(before), _starts(after)
    found = [
        (starts_before[a], starts_after[b], starts_before[a + size] - starts_before[a])
        for a, b, size in pairs
        if size
    ]
    return _joined(found)


def _common(one: Sequence[Token], other: Sequence[Token]) -> int:
    """How many tokens at the beginning are the same."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _starts(tokens: Sequence[Token]) -> list[int]:
    starts = [0]
    for _digest, length in tokens:
        starts.append(starts[-1] + length)
    return starts


def _joined(found: list[Block]) -> list[Block]:
    """Stretches that follow each other in both texts are one."""
    joined: list[Block] = []
    for old, new, size in found:
        if joined and joined[-1][0] + joined[-1][2] == old and joined[-1][1] + joined[-1][2] == new:
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + size)
        else:
            joined.append((old, new, size))
    return joined


def mover(unchanged: Sequence[Block]) -> Callable[[int, int], tuple[int, int] | None]:
    """A function from a place in the old text to its place in the new one; None when it was changed."""
    starts = [block[0] for block in unchanged]

    def move(start: int, end: int) -> tuple[int, int] | None:
        at = bisect_right(starts, start) - 1
        if at < 0:
            return None
        old, new, size = unchanged[at]
        return (start - old + new, end - old + new) if end <= old + size else None

    return move
