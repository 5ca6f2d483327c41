"""Statistical disclosure control, first form: no count of one to four people leaves the office. Imports no Django.

A count below the threshold is hidden; then more cells of the same line are hidden until nobody can work the count out
from the total and the cells that are shown. If a line has no other cell to hide behind, its total is hidden too.
What an outsider knows is taken strictly: a small cell lies between 1 and the threshold less one, another hidden part is
at least the threshold, and every line adds up. Of a total hidden as "other" nothing is known.
"""

from collections.abc import Sequence
from enum import StrEnum

THRESHOLD = 5


class Hidden(StrEnum):
    """Why a cell is not shown; the value is what is printed."""

    SMALL = "<5"
    OTHER = "*"  # hidden so that a small one cannot be worked out; a total hidden so can be any


Line = list[tuple[int, int]]


def protect(
    cells: Sequence[Sequence[int | None]],
    *,
    row_totals: bool = False,
    column_totals: bool = True,
    threshold: int = THRESHOLD,
) -> list[list[int | Hidden | None]]:
    """Return the grid with small counts hidden and what would betray them.

    With `column_totals` the last row is the sum of the rows above it, with `row_totals` the last column that of the
    columns before it.
    """
    hidden: dict[tuple[int, int], Hidden] = {
        (r, c): Hidden.SMALL
        for r, row in enumerate(cells)
        for c, value in enumerate(row)
        if value is not None and 0 < value < threshold
    }
    lines = _lines(cells, row_totals, column_totals)
    changed = True
    while changed:
        changed = any(_cover(cells, hidden, line, threshold) for line in lines)
    return [[hidden.get((r, c), value) for c, value in enumerate(row)] for r, row in enumerate(cells)]


def _lines(cells: Sequence[Sequence[int | None]], row_totals: bool, column_totals: bool) -> list[Line]:
    """Return each line whose parts and total (last) are shown side by side."""
    height, width = len(cells), len(cells[0]) if cells else 0
    lines: list[Line] = []
    if column_totals and height > 1:
        lines += [[(r, c) for r in range(height)] for c in range(width)]
    if row_totals and width > 1:
        lines += [[(r, c) for c in range(width)] for r in range(height)]
    return [line for line in lines if all(cells[r][c] is not None for r, c in line)]


def _cover(
    cells: Sequence[Sequence[int | None]], hidden: dict[tuple[int, int], Hidden], line: Line, threshold: int
) -> bool:
    """Hide one line's cells until its small ones are safe; return whether anything was added."""
    added = False
    while not is_safe(cells, hidden, line, threshold):
        *parts, total = line
        shown = sorted((cells[r][c] or 0, (r, c)) for r, c in parts if (r, c) not in hidden and cells[r][c])
        place = shown[0][1] if shown else total
        hidden[place] = Hidden.OTHER
        added = True
    return added


def is_safe(
    cells: Sequence[Sequence[int | None]],
    hidden: dict[tuple[int, int], Hidden],
    line: Line,
    threshold: int = THRESHOLD,
) -> bool:
    """Return whether every small hidden cell of the line could have at least two values, for all that is shown."""
    *parts, total = line
    gone = [place for place in parts if place in hidden]
    small = [place for place in gone if hidden[place] is Hidden.SMALL]
    if not small or hidden.get(total) is Hidden.OTHER:
        return True
    if hidden.get(total) is Hidden.SMALL:
        # Four cells of at least one under a total of at most four: each is one.
        return threshold - len(small) >= 2
    missing = sum(cells[r][c] or 0 for r, c in gone)
    others = [place for place in gone if hidden[place] is Hidden.OTHER]
    lowest = len(small) - 1 + threshold * len(others)
    highest = None if others else (threshold - 1) * (len(small) - 1)
    top = min(threshold - 1, missing - lowest)
    bottom = max(1, missing - highest) if highest is not None else 1
    return top > bottom
