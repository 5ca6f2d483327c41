"""Yearly figures without exposure. Pure: counts in, counts or a mark out.

A count from 1 to 4 is not shown. When it is the only one of its group that is hidden, the next smallest is hidden too: the sum
of the group would give it back. Sums of money are shown only when at least five reports were counted.
"""

from collections.abc import Mapping

THRESHOLD = 5
HIDDEN = None


def shown(counts: Mapping[str, int]) -> dict[str, int | None]:
    """The counts of one group; None where it must not be shown."""
    hidden = {value for value, count in counts.items() if 0 < count < THRESHOLD}
    if len(hidden) == 1:
        others = sorted(
            (count, value) for value, count in counts.items() if value not in hidden and count > 0
        )
        hidden |= {others[0][1]} if others else set()
    return {value: HIDDEN if value in hidden else count for value, count in counts.items()}


def total(counts: Mapping[str, int]) -> int | None:
    """The sum of a group. Hidden when the group is small."""
    number = sum(counts.values())
    return HIDDEN if 0 < number < THRESHOLD else number
