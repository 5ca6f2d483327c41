"""Texts that are nearly the same: many hands, one pen. Recognised by a sketch of their word sequences, not by their meaning."""

import zlib

import numpy as np
import numpy.typing as npt

from ombuds.lib.text import words
from ombuds.patterns.engine.store import SKETCH

SAME = 0.55  # share of four-word sequences that two letters of one campaign have in common, at least: each may add a line
TRANSLATED = 0.5  # cosine of the middles of two campaigns to one service that are one in two languages
LASTS = 21  # days after its last letter in which another one still belongs to it; like letters further apart are coincidence
ENOUGH = 5  # letters that make a campaign
COMPARED = 20_000  # letters before it that a letter is held against, of those that are recent enough
COPIES = 2  # letters with one text that are counted as one voice, before they are named a campaign
_MULTIPLIERS = np.random.default_rng(7).integers(1, 2**32, SKETCH, dtype=np.uint64) | np.uint64(1)
_ADDENDS = np.random.default_rng(8).integers(0, 2**32, SKETCH, dtype=np.uint64)
Sketch = npt.NDArray[np.uint32]
Days = npt.NDArray[np.int64]


def sketch(text: str) -> Sketch:
    """The smallest of each of 32 hashes over all sequences of four words; zeros for a text of fewer than twelve words."""
    every = [word for word in words(text[:20_000]) if not word.isdigit()]
    if len(every) < 12:
        return np.zeros(SKETCH, np.uint32)
    pieces = {zlib.crc32(" ".join(every[i : i + 4]).encode()) for i in range(len(every) - 3)}
    numbers = np.fromiter(pieces, np.uint64, len(pieces))
    mixed = (numbers[:, None] * _MULTIPLIERS + _ADDENDS) >> np.uint64(16) & np.uint64(0xFFFFFFFF)
    return np.asarray(mixed.min(axis=0), np.uint32)


def alike(one: Sketch, others: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
    """The estimated share of sequences in common with each of (n, 32); 0 for texts without a sketch."""
    if not one.any() or not len(others):
        return np.zeros(len(others))
    return np.asarray((others == one).mean(axis=1) * others.any(axis=1))


class Campaigns:
    """Which letters are copies of which."""

    def __init__(self) -> None:
        self._of: dict[int, int] = {}  # row → first letter of its campaign
        self._members: dict[int, list[int]] = {}
        self._extra: Days | None = None  # what `extra` found, while nothing changed

    def add(self, row: int, own: Sketch, rows: Days, others: npt.NDArray[np.uint32], ages: Days) -> int:
        """The first letter of the campaign that the row joins; the row itself when it is like no other.

        `ages` are the days between each other letter and this one.
        """
        shares = alike(own, others) * (np.abs(ages) <= LASTS)
        if not len(shares) or shares.max() < SAME:
            return row  # alone, like most: nothing is kept of it
        near = int(rows[int(shares.argmax())])
        first = self._of.setdefault(near, near)
        mine = self._members.setdefault(first, [near])
        self._of[row] = first
        if row not in mine:
            mine.append(row)
        self._extra = None
        return first

    def first_of(self, row: int) -> int:
        return self._of.get(row, row)

    def members(self, row: int) -> list[int]:
        return self._members.get(self.first_of(row), [row])

    def is_campaign(self, row: int) -> bool:
        return len(self.members(row)) >= ENOUGH

    def is_copied(self, row: int) -> bool:
        """One of so many copies that they no longer are coincidence, nor a family that writes together."""
        return len(self.members(row)) >= COPIES

    def extra(self) -> Days:
        """Copies but the first of each text that is copied enough: what is left out where people are counted."""
        if self._extra is None:
            found = [
                row for rows in self._members.values() if len(rows) >= COPIES for row in sorted(rows)[1:]
            ]
            self._extra = np.asarray(sorted(found), np.int64)
        return self._extra

    def all(self) -> list[list[int]]:
        """The campaigns, largest first."""
        found = [rows for rows in self._members.values() if len(rows) >= ENOUGH]
        return sorted(found, key=lambda rows: (-len(rows), rows[0]))

    def unite(self, row: int, with_row: int) -> None:
        """Two texts of one pen: an organiser who writes in two languages."""
        self._extra = None
        here, there = self.first_of(with_row), self.first_of(row)
        if here == there:
            return
        moved = self._members.pop(there, [there])
        self._members.setdefault(here, [here]).extend(moved)
        self._of.update(dict.fromkeys([*moved, here], here))

    def joined(self) -> dict[int, int]:
        """Row → first letter, of rows that are not alone."""
        return {row: first for row, first in self._of.items() if len(self._members[first]) > 1}

    def restore(self, joined: dict[int, int]) -> None:
        self._extra = None
        for row, first in joined.items():
            self._of[row] = first
            self._members.setdefault(first, []).append(row)

    def forget(self, row: int) -> None:
        self._extra = None
        first = self._of.pop(row, None)
        if first is not None:
            self._members[first].remove(row)
