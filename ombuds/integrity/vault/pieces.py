"""Files, sealed while they come in: pieces of 1 MiB under a key of the file's own, padded as a whole.

A file of any size needs the memory of one piece. Every piece is bound to the file, to its number and to whether it is the last;
pieces cannot be swapped, left out, or cut off at the end.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ombuds.integrity.vault import Refused
from ombuds.integrity.vault.padding import file_class
from ombuds.integrity.vault.sealing import OVERHEAD, Place, open_exactly, seal_exactly

PIECE = 1024 * 1024
COMPARTMENT, PART, LAST = "file", "piece", "last"


def place_of(file: bytes, number: int, *, last: bool) -> Place:
    """Where a piece belongs."""
    return Place(file, COMPARTMENT, LAST if last else PART, number)


@dataclass
class Sealer:
    """Takes the bytes of a file in any portions, gives sealed pieces to `write`. `size` counts the true bytes."""

    key: bytes
    file: bytes
    write: Callable[[bytes], object]
    size: int = 0
    number: int = 0
    waiting: bytes = b""

    def add(self, portion: bytes) -> None:
        """More of the file. At least one byte waits for the end, which makes the last piece."""
        self.size += len(portion)
        self._feed(portion)

    def end(self) -> None:
        """Nothing more comes: zeros up to the class of the size, and the last piece."""
        missing = file_class(self.size) - self.size
        while missing:
            step = min(missing, PIECE)
            self._feed(bytes(step))
            missing -= step
        self._put(self.waiting, LAST)
        self.waiting = b""

    def _feed(self, portion: bytes) -> None:
        self.waiting += portion
        while len(self.waiting) > PIECE:
            self._put(self.waiting[:PIECE], PART)
            self.waiting = self.waiting[PIECE:]

    def _put(self, content: bytes, part: str) -> None:
        self.write(seal_exactly(self.key, Place(self.file, COMPARTMENT, part, self.number), content))
        self.number += 1


def opened(key: bytes, file: bytes, size: int, read: Callable[[int], bytes]) -> Iterator[bytes]:
    """The true bytes, piece by piece. Raises Refused as soon as a piece is not the one that belongs here, when the
    last one is missing or when more follows."""
    left, number = file_class(size), 0
    true = size
    while left:
        step = min(left, PIECE)
        left -= step
        content = open_exactly(key, place_of(file, number, last=left == 0), read(step + OVERHEAD))
        if len(content) != step:
            raise Refused()
        yield content[:true]  # after the true bytes come zeros
        true = max(0, true - step)
        number += 1
    if read(1):
        raise Refused()
