"""The nearest complaints among a million: three scans, each of fewer rows and closer than the one before.

Of every row the sign bits that tell most (64 or 128 of 512), of the best thousands all of them, of the best hundreds the exact score,
read from disk. Exact enough (recall@10 above .995), ready as soon as the file is read, and filters come before the choice.
"""

import numpy as np
import numpy.typing as npt

from ombuds.patterns.engine import signs
from ombuds.patterns.engine.encoding import DIMENSIONS, Floats
from ombuds.patterns.engine.signs import WORDS, Bits, bits
from ombuds.patterns.engine.store import Store

CANDIDATES = 600
PASSED, EACH = 8192, 4  # rows that pass the first look, and so many more for each candidate
SAMPLED = 64  # every so manieth row says how near the first look is
BLOCK = 1 << 16
LOT = 1 << 13  # vectors that are read at a time: 16 MB, and as much again while they are widened
ROOM, MOST_ROOM = 4096, 100_000  # for what arrives
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Index:
    """Rows are those of the store. 75 to 80 MB of memory for a million: the words of the first look stand a second time, side by side.

    `leading`: numbers of a vector whose signs are looked at in every row; see `Encoder`.
    """

    def __init__(self, store: Store, leading: int) -> None:
        self.store = store
        self._first = leading // 64  # words of signs
        self._size = len(store)
        self._bits = np.zeros((self._size + ROOM, WORDS), np.uint64)
        # How near each row was to the last question at first look, that question, and how many rows there were.
        self._near = np.zeros(self._size + ROOM, np.uint8)
        self._last: tuple[bytes, int] = (b"", 0)
        self._gone = np.zeros(self._size + ROOM, np.bool_)
        self._gone[: self._size] = store.records["gone"] > 0
        self._has_gaps = bool(self._gone.any())
        self._kept = signs.load(store, self._bits)
        for start in range(self._kept, self._size, LOT):
            stop = min(start + LOT, self._size)
            self._bits[start:stop] = bits(store.vectors(slice(start, stop)))
        self._looked = np.ascontiguousarray(self._bits[:, : self._first].T)

    def __len__(self) -> int:
        return self._size

    def add(self, vector: Floats) -> None:
        """Of the row that the store received last."""
        if self._size == len(self._bits):
            room = np.zeros((max(ROOM, min(self._size, MOST_ROOM)), WORDS), np.uint64)
            self._bits = np.concatenate([self._bits, room])
            self._looked = np.concatenate([self._looked, room[:, : self._first].T], axis=1)
            self._gone = np.concatenate([self._gone, np.zeros(len(room), np.bool_)])
            self._near = np.concatenate([self._near, np.zeros(len(room), np.uint8)])
        self._bits[self._size] = bits(vector[None])[0]
        self._looked[:, self._size] = self._bits[self._size, : self._first]
        self._size += 1

    def erase(self, row: int) -> None:
        self._bits[row] = 0
        self._looked[:, row] = 0
        self._has_gaps = True
        self._gone[row] = True
        self._last = (b"", 0)
        if row < self._kept:
            signs.overwrite(self.store, row)

    def save(self) -> None:
        """The signs that came since the last time, to disk: a start need not read all vectors for them."""
        self._kept = signs.append(self.store, self._bits, self._kept, self._size)

    def search(self, query: Floats, top: int, allowed: Mask | None = None) -> tuple[Rows, Floats]:
        """Rows and their cosine with the query, best first. Erased rows and those not allowed are never among them."""
        rows = self.candidates(query, max(CANDIDATES, 2 * top), allowed)
        return ranked(rows, self.store.vectors(rows) @ query, top)

    def candidates(self, query: Floats, count: int, allowed: Mask | None = None) -> Rows:
        """In order of rows; a few more than `count` where several are as far as the last."""
        own = bits(query[None])[0]
        rows = self._passed(own, PASSED + EACH * count, allowed)
        # `take` and `einsum` do the same as an index and a sum over eight columns, in a third of the time
        differing = np.bitwise_count(self._bits.take(rows, axis=0) ^ own)
        distances: npt.NDArray[np.uint16] = np.einsum("rw->r", differing, dtype=np.uint16)
        reached = np.cumsum(np.bincount(distances, minlength=DIMENSIONS + 1))
        return np.asarray(rows[distances <= np.searchsorted(reached, count)], np.int64)

    def _passed(self, own: Bits, count: int, allowed: Mask | None) -> Rows:
        """About `count` rows or more that are near at first look; all that may be seen when those are few."""
        hidden = self._hidden(allowed)
        left = self._size - (0 if hidden is None else int(np.count_nonzero(hidden)))
        if left <= 2 * count:
            return np.arange(self._size) if hidden is None else np.flatnonzero(~hidden)
        near = self._first_look(own)
        sample = near[::SAMPLED] if hidden is None else near[::SAMPLED][~hidden[::SAMPLED]]
        reached = np.cumsum(np.bincount(sample, minlength=64 * self._first + 1))
        rows = _places(near <= np.uint8(np.searchsorted(reached, count // SAMPLED)))
        return rows if hidden is None else rows[~hidden[rows]]

    def _hidden(self, allowed: Mask | None) -> Mask | None:
        """The rows that are erased or may not be seen; None when there are none."""
        gone = self._gone[: self._size] if self._has_gaps else None
        if allowed is None:
            return gone
        return ~allowed[: self._size] if gone is None else gone | ~allowed[: self._size]

    def _first_look(self, own: Bits) -> npt.NDArray[np.uint8]:
        """Of the last question it is kept: an arriving complaint asks for its nearest, and again for all that are near."""
        key = own.tobytes()
        done = self._last[1] if self._last[0] == key else 0
        out = self._near[: self._size]
        differing, count = np.empty(BLOCK, np.uint64), np.empty(BLOCK, np.uint8)
        for start in range(done, self._size, BLOCK):
            part = out[start : start + BLOCK]
            size = len(part)
            for word, column in enumerate(self._looked):
                np.bitwise_xor(column[start : start + size], own[word], out=differing[:size])
                if word:
                    part += np.bitwise_count(differing[:size], out=count[:size])
                else:
                    np.bitwise_count(differing[:size], out=part)
        self._last = (key, self._size)
        return out

    def exact(self, query: Floats, top: int) -> tuple[Rows, Floats]:
        """Every row scored: what `search` is checked against each night."""
        return self.exact_many(query[None], top)[0]

    def exact_many(self, queries: Floats, top: int) -> list[tuple[Rows, Floats]]:
        """The same for several questions in one pass through the file."""
        kept = np.flatnonzero(self.store.records["gone"][: self._size] == 0)
        rows: list[list[Rows]] = [[] for _ in queries]
        scores: list[list[Floats]] = [[] for _ in queries]
        for start in range(0, len(kept), LOT):
            block = kept[start : start + LOT]
            worth = self.store.vectors(block) @ queries.T
            for place, column in enumerate(worth.T):
                best = np.argpartition(-column, top)[:top] if top < len(column) else np.arange(len(column))
                rows[place].append(block[best])
                scores[place].append(column[best])
        nothing: tuple[Rows, Floats] = (np.zeros(0, np.int64), np.zeros(0, np.float32))
        return [
            ranked(np.concatenate(r), np.concatenate(s), top) if r else nothing
            for r, s in zip(rows, scores, strict=True)
        ]

    def recall(self, rows: Rows, top: int = 10) -> float:
        """The share of the true nearest that a search finds, over these rows as questions. 1 for no rows."""
        if not len(rows):
            return 1.0
        queries = self.store.vectors(np.asarray(rows, np.int64))
        found = []
        for query, (slow, _scores) in zip(queries, self.exact_many(queries, top), strict=True):
            fast = self.search(query, top)[0]
            found.append(len(set(fast.tolist()) & set(slow.tolist())) / max(1, len(slow)))
        return float(np.mean(found))


def _places(few: Mask) -> Rows:
    """Where a mask is true that mostly is not: eight rows are looked at together first, in half the time of `flatnonzero`."""
    whole = len(few) // 8 * 8
    eights = np.flatnonzero(few[:whole].view(np.uint64) != 0)
    found = np.flatnonzero(few[:whole].reshape(-1, 8).take(eights, axis=0))
    rest = whole + np.flatnonzero(few[whole:])
    return np.concatenate([(eights.take(found >> 3) << 3) + (found & 7), rest])


def ranked(rows: Rows, scores: Floats, top: int) -> tuple[Rows, Floats]:
    """The best `top`, best first; of equals the earlier row first."""
    order = np.lexsort((rows, -scores))[:top]
    return rows[order], scores[order]
