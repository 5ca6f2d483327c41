"""Which lines of a table rose or fell more than chance can explain. Imports no Django: numbers in, numbers out.

The test, as the report states it: under “nothing changed” the complaints of a line fall in this year or in the last
one like the toss of a coin (exact binomial test, two-sided). Counts are first divided by their usual spread: how much
more than by pure chance the lines went up and down in the earlier years. Of all lines together at most 5 % of those
that are named may be chance (Benjamini and Hochberg).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist

FALSE_SHARE = 0.05
SMALLEST = 10  # cases of both years together: fewer never tell anything
EXACT = 2000  # above so many cases the normal curve is as good


@dataclass(frozen=True, slots=True)
class Change:
    """A line that changed: `p` is the chance of such a difference when nothing changed."""

    key: str
    now: int
    before: int
    p: float

    @property
    def rose(self) -> bool:
        return self.now > self.before


def changes(
    lines: Mapping[str, tuple[int, int]], earlier: Sequence[Sequence[int]] = ()
) -> tuple[list[Change], float]:
    """Return the lines that changed beyond chance, the surest first, and the spread that was used.

    `lines`: key → (now, before). `earlier`: for each line its counts of the years before, the newest first.
    """
    phi = spread(earlier)
    tried = [
        Change(key, now, before, p_value(now, before, phi))
        for key, (now, before) in lines.items()
        if now + before >= SMALLEST
    ]
    tried.sort(key=lambda one: (one.p, one.key))
    kept = 0
    for rank, one in enumerate(tried, 1):
        if one.p <= FALSE_SHARE * rank / len(tried):
            kept = rank
    return tried[:kept], phi


def p_value(now: int, before: int, phi: float = 1.0) -> float:
    """Return the chance of a split at least as uneven, when both years are alike."""
    n, k = round((now + before) / phi), min(now, before) / phi
    if n <= 0:
        return 1.0
    return _normal(n, k) if n > EXACT else min(1.0, 2 * _tail(n, int(k + 1e-9)))


def _tail(n: int, k: int) -> float:
    term = total = 1
    for i in range(k):
        term = term * (n - i) // (i + 1)
        total += term
    return float(total / 2**n)


def _normal(n: int, k: float) -> float:
    return min(1.0, 2 * NormalDist().cdf((k + 0.5 - n / 2) / (n / 4) ** 0.5))


def spread(earlier: Sequence[Sequence[int]]) -> float:
    """Return how much more the lines went up and down in earlier years than pure chance lets them: 1 or more.

    Pearson's chi square over its degrees of freedom, line by year, so that a year with more of everything is no spread.
    """
    width = min((len(row) for row in earlier), default=0)
    rows = [row[:width] for row in earlier if sum(row[:width]) >= SMALLEST]
    if width < 2 or len(rows) < 2:
        return 1.0
    total = sum(map(sum, rows))
    columns = [sum(row[i] for row in rows) for i in range(width)]
    used = [i for i in range(width) if columns[i]]
    if len(used) < 2:
        return 1.0
    square = sum(
        (row[i] - sum(row) * columns[i] / total) ** 2 / (sum(row) * columns[i] / total)
        for row in rows
        for i in used
    )
    return max(1.0, square / ((len(rows) - 1) * (len(used) - 1)))
