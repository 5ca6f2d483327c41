"""The signs of all vectors in a file of their own: 64 bytes a complaint, so that a start reads 64 MB a million and not a gigabyte.

Made from the vectors and never needed: a file that is missing, cut short or wrong is made again.
"""

import os

import numpy as np
import numpy.typing as npt

from ombuds.patterns.engine.encoding import DIMENSIONS, Floats
from ombuds.patterns.engine.store import Store

WORDS = DIMENSIONS // 64
SIZE = WORDS * 8  # bytes a row
CHECKED = 64  # rows at the end, where a kill does its harm, and as many elsewhere
Bits = npt.NDArray[np.uint64]


def bits(rows: Floats) -> Bits:
    """(rows, 8): the signs of 512 numbers in eight words."""
    return np.ascontiguousarray(np.packbits(rows > 0, axis=1)).view(np.uint64)


def load(store: Store, room: Bits) -> int:
    """Fills the first rows of (rows, 8) `room`; the number of rows that were kept and are right."""
    path = store.signs_path
    if not path.exists():
        return 0
    kept = np.fromfile(path, np.uint64, min(path.stat().st_size // SIZE, len(store)) * WORDS).reshape(
        -1, WORDS
    )
    if not _is_right(store, kept):
        return 0
    room[: len(kept)] = kept
    return len(kept)


def append(store: Store, room: Bits, kept: int, size: int) -> int:
    """Rows from `kept` on to the end of the file; the number of rows that it holds now."""
    kept = kept if store.signs_path.exists() else 0
    with store.signs_path.open("r+b" if kept else "wb") as out:
        out.seek(kept * SIZE)
        out.write(room[kept:size].tobytes())
        out.truncate()
        out.flush()
        os.fsync(out.fileno())
    return size


def overwrite(store: Store, row: int) -> None:
    """Nothing is left of an erased complaint."""
    if not store.signs_path.exists():
        return
    with store.signs_path.open("r+b") as out:
        out.seek(row * SIZE)
        out.write(bytes(SIZE))
        out.flush()
        os.fsync(out.fileno())


def _is_right(store: Store, kept: Bits) -> bool:
    """Asked of the last rows and of some others; reading all would take as long as making them."""
    if not len(kept):
        return True
    spread = np.linspace(0, len(kept) - 1, CHECKED).astype(np.int64)
    asked = np.unique(np.concatenate([spread, np.arange(max(0, len(kept) - CHECKED), len(kept))]))
    return bool(np.array_equal(bits(store.vectors(asked)), kept[asked]))
