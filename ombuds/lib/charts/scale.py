"""Round numbers for an axis."""

from math import floor, log10


def ticks(highest: float, *, wanted: int = 4) -> tuple[float, ...]:
    """Return evenly spaced round values from 0 up to or past `highest`."""
    if highest < 0.001:  # also what is left of a zero after arithmetic
        return (0, 1)
    raw = highest / wanted
    magnitude = 10 ** floor(log10(raw))
    step = next(factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude >= raw)
    if highest >= wanted:
        step = max(float(round(step)), 1.0)
    values = [0.0]
    while values[-1] < highest:
        values.append(values[-1] + step)
    return tuple(values)
