"""The nearest complaints among a million: three scans, each of fewer rows and closer than the one before.

Of every row a part of the sign bits, of the best thousands all of them, of the best hundreds the exact score, read from disk. Exact
enough (recall@10 above .995), ready as soon as the file is read, filters come before the choice, and nothing is trained.
"""

import numpy as np
import numpy.typing as npt

from ombuds.patterns.engine import signs
from ombuds.patterns.engine.encoding import DIMENSIONS, Floats
from ombuds.patterns.engine.signs import WORDS, Bits, bits
from ombuds.patterns.engine.store import Store

CANDIDATES = 400
FIRST = 3  # words of signs that are looked at in every row; the others in the best only
PASSED, EACH = 8192, 4  # rows that pass the first look, and so many more for each candidate
SAMPLED = 16  # every so manieth row says how near the first look is
BLOCK = 1 << 16
ROOM, MOST_ROOM = 4096, 100_000  # for what arrives
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Index:
    """Rows are those of the store. 64 MB of memory for a million."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._size = len(store)
        self._bits = np.zeros((WORDS, self._size + ROOM), np.uint64)
        self._last: tuple[bytes, npt.NDArray[np.uint8]] = (b"", np.zeros(0, np.uint8))
        self._gone = np.zeros(self._size + ROOM, np.bool_)
        self._gone[: self._size] = store.records["gone"] > 0
        self._kept = signs.load(store, self._bits)
        for start in range(self._kept, self._size, BLOCK):
            stop = min(start + BLOCK, self._size)
            self._bits[:, start:stop] = bits(store.vectors(slice(start, stop))).T

    def __len__(self) -> int:
        return self._size

    def add(self, vector: Floats) -> None:
        """Of the row that the store received last."""
        if self._size == self._bits.shape[1]:
            room = np.zeros((WORDS, max(ROOM, min(self._size, MOST_ROOM))), np.uint64)
            self._bits = np.concatenate([self._bits, room], axis=1)
            self._gone = np.concatenate([self._gone, np.zeros(room.shape[1], np.bool_)])
        self._bits[:, self._size] = bits(vector[None])[0]
        self._size += 1

    def erase(self, row: int) -> None:
        self._bits[:, row] = 0
        self._gone[row] = True
        self._last = (b"", np.zeros(0, np.uint8))
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
        rows, distances = self._passed(own, PASSED + EACH * count, allowed)
        for word in range(FIRST, WORDS):
            distances += np.bitwise_count(self._bits[word][rows] ^ own[word])
        reached = np.cumsum(np.bincount(distances, minlength=DIMENSIONS + 1))
        return rows[distances <= np.searchsorted(reached, count)]

    def _passed(self, own: Bits, count: int, allowed: Mask | None) -> tuple[Rows, npt.NDArray[np.uint16]]:
        """About `count` rows or more that are near at first look, and how near; all that may be seen when those are few."""
        seen = ~self._gone[: self._size]
        if allowed is not None:
            seen &= allowed[: self._size]
        near = self._first_look(own)
        if np.count_nonzero(seen) > 2 * count:
            sample = near[::SAMPLED][seen[::SAMPLED]]
            reached = np.cumsum(np.bincount(sample, minlength=64 * FIRST + 1))
            seen &= near <= np.uint8(np.searchsorted(reached, count // SAMPLED))
        rows = np.flatnonzero(seen)
        return rows, near[rows].astype(np.uint16)

    def _first_look(self, own: Bits) -> npt.NDArray[np.uint8]:
        """Of the last question it is kept: an arriving complaint asks for its nearest, and again for all that are near."""
        key = own.tobytes()
        done = self._last[1] if self._last[0] == key else np.zeros(0, np.uint8)
        out = np.empty(self._size, np.uint8)
        out[: len(done)] = done
        other, count = np.empty(BLOCK, np.uint64), np.empty(BLOCK, np.uint8)
        for start in range(len(done), self._size, BLOCK):
            part = out[start : start + BLOCK]
            size = len(part)
            part[:] = 0
            for word in range(FIRST):
                np.bitwise_xor(self._bits[word, start : start + size], own[word], out=other[:size])
                part += np.bitwise_count(other[:size], out=count[:size])
        self._last = (key, out)
        return out

    def exact(self, query: Floats, top: int) -> tuple[Rows, Floats]:
        """Every row scored: what `search` is checked against each night."""
        return self.exact_many(query[None], top)[0]

    def exact_many(self, queries: Floats, top: int) -> list[tuple[Rows, Floats]]:
        """The same for several questions in one pass through the file."""
        kept = np.flatnonzero(self.store.records["gone"][: self._size] == 0)
        rows: list[list[Rows]] = [[] for _ in queries]
        scores: list[list[Floats]] = [[] for _ in queries]
        for start in range(0, len(kept), BLOCK):
            block = kept[start : start + BLOCK]
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


def ranked(rows: Rows, scores: Floats, top: int) -> tuple[Rows, Floats]:
    """The best `top`, best first; of equals the earlier row first."""
    order = np.lexsort((rows, -scores))[:top]
    return rows[order], scores[order]
