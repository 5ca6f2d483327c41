"""Which facts to tell more coarsely so that enough cases fit, with the least loss of what the text says.

Exact for up to 12 facts (all choices of steps, by growing loss, with the bound that more steps never fit fewer cases); greedy above.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from ombuds.deidentification.intruder.coarser import coarser_fact
from ombuds.deidentification.intruder.fitting import Mask, fitting
from ombuds.deidentification.intruder.scoring import distinct
from ombuds.deidentification.intruder.telling import Fact

if TYPE_CHECKING:
    from ombuds.deidentification.intruder.examining import Examination

EXACT = 12
Counter = Callable[[tuple[int, ...]], int]
MOST_TRIED = 3000
# What a story can least do without.
LOSS = {
    "topic": 6.0,
    "event": 4.0,
    "body": 3.0,
    "field body": 3.0,
    "field theme": 6.0,
    "place": 1.2,
    "date": 1.0,
    "age": 1.0,
    "amount": 1.0,
    "sex": 2.0,
}
KEPT_KINDS = frozenset({"topic", "event", "sex", "field theme", "body"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A fact and its sets of fitting cases: as told, one step coarser …, and last the whole base (left out)."""

    name: str
    masks: tuple[Mask, ...]
    loss: float


def least_loss(examination: "Examination") -> dict[str, int]:
    """Fact to the number of steps by which to tell it more coarsely; the last step leaves it out."""
    told = [pair for pair in distinct(examination.told) if pair[0].fact.kind not in KEPT_KINDS]
    needed = max((a.needed for a in examination.attacks if a.name in ("insider", "official")), default=5)
    needed = max(needed, min(20, max((a.needed for a in examination.attacks), default=5)))
    choices = [_choice(said.name, said.fact, mask, examination) for said, mask in told]
    fixed = [m for s, m in distinct(examination.told) if s.fact.kind in KEPT_KINDS]
    steps = cheapest(choices, fixed, examination.base.alive, examination.supposed, needed)
    return {choice.name: step for choice, step in zip(choices, steps, strict=True) if step}


def _choice(name: str, fact: Fact, mask: Mask, examination: "Examination") -> Choice:
    masks = [mask]
    step = coarser_fact(fact)
    while step is not None:
        masks.append(masks[-1] | fitting(step, examination.base, examination.thresholds))
        step = coarser_fact(step)
    masks.append(examination.base.alive)
    kind = name.partition("=")[0]
    rarity = float(np.log((len(examination.base) + 1) / (mask.sum() + 1)))
    return Choice(name, tuple(masks), LOSS.get(kind, 1.0) * max(rarity, 0.1))


def cheapest(
    choices: Sequence[Choice],
    fixed: Sequence[Mask],
    alive: Mask,
    truth: Sequence[int],
    needed: int,
) -> tuple[int, ...]:
    """Steps of each choice with the least loss so that at least `needed` cases fit.

    Cases fit when they disagree with no more facts than the true case does (none when no truth is known). Falls back to leaving everything
    out when even that is not enough.
    """
    count = _counter(choices, fixed, alive, truth)
    if len(choices) > EXACT:
        return _greedy(choices, count, needed)
    start = (0,) * len(choices)
    heap: list[tuple[float, tuple[int, ...]]] = [(0.0, start)]
    seen = {start}
    for _ in range(MOST_TRIED):
        if not heap:
            break
        loss, steps = heappop(heap)
        if count(steps) >= needed:
            return steps
        for at, choice in enumerate(choices):
            if steps[at] + 1 < len(choice.masks):
                grown = (*steps[:at], steps[at] + 1, *steps[at + 1 :])
                if grown not in seen:
                    seen.add(grown)
                    heappush(heap, (loss + choice.loss / (len(choice.masks) - 1), grown))
    return _greedy(choices, count, needed)


def _counter(choices: Sequence[Choice], fixed: Sequence[Mask], alive: Mask, truth: Sequence[int]) -> Counter:
    base = np.zeros(len(alive), dtype=np.int16)
    for mask in fixed:
        base += ~mask

    def count(steps: tuple[int, ...]) -> int:
        wrong: npt.NDArray[np.int16] = base.copy()
        for choice, step in zip(choices, steps, strict=True):
            wrong += ~choice.masks[step]
        least = min((int(wrong[t]) for t in truth), default=int(wrong[alive].min()) if alive.any() else 0)
        return int((alive & (wrong <= least)).sum())

    return count


def _greedy(choices: Sequence[Choice], count: Counter, needed: int) -> tuple[int, ...]:
    """Step by step what brings most for what it loses."""
    steps = (0,) * len(choices)
    while count(steps) < needed:
        best: tuple[float, tuple[int, ...]] | None = None
        now = count(steps)
        for at, choice in enumerate(choices):
            if steps[at] + 1 < len(choice.masks):
                grown = (*steps[:at], steps[at] + 1, *steps[at + 1 :])
                worth = (np.log((count(grown) + 1) / (now + 1)) + 1e-3) / max(
                    choice.loss / (len(choice.masks) - 1), 1e-6
                )
                if best is None or worth > best[0]:
                    best = float(worth), grown
        if best is None:
            return steps
        steps = best[1]
    return steps
