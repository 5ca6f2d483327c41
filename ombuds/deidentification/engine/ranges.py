"""Whether a stretch of a text touches one of many others."""

from bisect import bisect_right
from collections.abc import Sequence

Range = tuple[int, int]


class Ranges:
    """Ranges to ask whether they touch another; all in code points of the same text."""

    def __init__(self, ranges: Sequence[Range]) -> None:
        self._ranges = sorted(ranges)
        self._starts = [start for start, _ in self._ranges]
        self._furthest: list[int] = []
        for _, end in self._ranges:
            self._furthest.append(max(end, self._furthest[-1] if self._furthest else 0))

    def touches(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, end - 1)
        return at > 0 and self._furthest[at - 1] > start
