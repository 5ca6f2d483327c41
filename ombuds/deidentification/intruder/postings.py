"""Which cases carry a key: two arrays side by side, sorted by key. The whole index is made of these."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.int64]
Cases = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Postings:
    """keys: int64 (n,), ascending; cases: int32 (n,), the case number that carries the key beside it."""

    keys: Keys
    cases: Cases

    def of(self, key: int) -> Cases:
        """Case numbers that carry the key."""
        first, last = np.searchsorted(self.keys, [_signed(key), _signed(key) + 1])
        return self.cases[first:last]

    def between(self, low: int, high: int) -> Cases:
        """Case numbers with a key in [low, high], possibly more than once each."""
        first = np.searchsorted(self.keys, low, side="left")
        last = np.searchsorted(self.keys, high, side="right")
        return self.cases[first:last]

    def count(self, keys: Sequence[int]) -> npt.NDArray[np.int64]:
        """How many cases carry each of the keys: (len(keys),)."""
        wanted = np.array([_signed(k) for k in keys], dtype=np.int64)
        found: npt.NDArray[np.int64] = np.searchsorted(self.keys, wanted, side="right") - np.searchsorted(
            self.keys, wanted, side="left"
        )
        return found


def _signed(key: int) -> int:
    """Keys are 64 bits; numpy sorts them as signed numbers."""
    return key - (1 << 64) if key >= 1 << 63 else key


def gather(per_case: Iterable[Iterable[int]]) -> Postings:
    """Postings of the keys of each case, cases numbered from 0; a key counts once a case."""
    keys: list[Keys] = []
    numbers: list[Cases] = []
    for number, own in enumerate(per_case):
        array = np.array([_signed(k) for k in set(own)], dtype=np.int64)
        keys.append(array)
        numbers.append(np.full(len(array), number, dtype=np.int32))
    return merged(keys, numbers)


def merged(keys: list[Keys], cases: list[Cases]) -> Postings:
    all_keys = np.concatenate(keys) if keys else np.empty(0, np.int64)
    all_cases = np.concatenate(cases) if cases else np.empty(0, np.int32)
    order = np.argsort(all_keys, kind="stable")
    return Postings(all_keys[order], all_cases[order])


def kept(postings: Postings, renumber: Cases) -> tuple[Keys, Cases]:
    """Keys and cases of what stays, under the new numbers; `renumber`: (cases,), -1 where a case goes."""
    new = renumber[postings.cases]
    stays = new >= 0
    return postings.keys[stays], new[stays]
