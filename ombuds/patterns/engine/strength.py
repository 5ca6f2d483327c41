"""A cosine as a chance: of 100 pairs that were as near as this, how many were about the same problem?

The steps are found by trial (`benchmarks/series/strengths.py`) and lie beside this file; `fit` finds them anew from any pairs that
people confirmed or refused.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import numpy as np

Steps = Sequence[tuple[float, float]]  # cosine → chance, both rising
LEAST = 40  # pairs that a step rests on


def strength(score: float, steps: Steps | None = None) -> float:
    """Between 0 and 1, two decimals; between two steps on the line that joins them."""
    known = np.asarray(steps or shipped())
    return round(float(np.interp(score, known[:, 0], known[:, 1])), 2)


@cache
def shipped() -> Steps:
    """From `strengths.csv`."""
    return _read(Path(__file__).with_name("strengths.csv"))


def kept(path: Path) -> Steps | None:
    """Steps that an office found from its own pairs; None when it has none that can be read."""
    try:
        return _read(path) or None
    except (OSError, ValueError):
        return None


def keep(steps: Steps, path: Path) -> None:
    """For `kept`; written whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text("".join(f"{score:.4f},{chance:.4f}\n" for score, chance in steps))
    new.replace(path)


def _read(path: Path) -> Steps:
    pairs = (line.split(",") for line in path.read_text().split())
    return tuple((float(score), float(chance)) for score, chance in pairs)


def fit(pairs: Iterable[tuple[float, bool]], least: int = LEAST) -> Steps:
    """Steps from (cosine, same problem?): never falling, each from `least` pairs and more. Ours when both answers do not occur."""
    seen = sorted(pairs)
    if len({same for _, same in seen}) < 2:
        return shipped()
    blocks: list[list[float]] = []  # pairs, sum of cosines, sum of yes
    start = 0
    while start < len(seen):
        stop = min(start + least, len(seen))
        while stop < len(seen) and seen[stop][0] == seen[stop - 1][0]:
            stop += 1  # equal cosines say the same
        lot, start = seen[start:stop], stop
        blocks.append([len(lot), sum(score for score, _ in lot), sum(same for _, same in lot)])
        while len(blocks) > 1 and _chance(blocks[-2]) >= _chance(blocks[-1]):
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    return [(total / count, _chance([count, total, yes])) for count, total, yes in blocks]


def _chance(block: Sequence[float]) -> float:
    """One doubtful pair more on each side: ten of ten is not certainty."""
    return (block[2] + 0.5) / (block[0] + 1)
