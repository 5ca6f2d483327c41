"""What each fact told costs: how many more cases fit when it is left out or told one step more coarsely."""

from collections.abc import Sequence

import numpy as np

from ombuds.deidentification.intruder.attackers import Thresholds
from ombuds.deidentification.intruder.base import Base
from ombuds.deidentification.intruder.coarser import coarser_fact
from ombuds.deidentification.intruder.fitting import Mask, fitting
from ombuds.deidentification.intruder.publication import Said
from ombuds.deidentification.intruder.scoring import distinct
from ombuds.deidentification.intruder.verdict import Singling

MOST = 25


def singling_facts(
    told: Sequence[tuple[Said, Mask]],
    rare_words: Sequence[tuple[Said, Mask]],
    rare: Sequence[tuple[Said, ...]],
    base: Base,
    truth: Sequence[int],
    thresholds: Thresholds,
) -> list[Singling]:
    """The facts that carry the risk, the worst first, with k as it is, without the fact, and with the fact one step coarser."""
    in_rare = {said.name for group in rare for said in group}
    listed = [*distinct(told), *((s, m) for s, m in rare_words if s.name in in_rare)]
    wrong = np.zeros(base.room, dtype=np.int16)
    for _, mask in listed:
        wrong += ~mask
    k = _k(wrong, base, truth)
    found = []
    for said, mask in listed:
        without = wrong - ~mask
        step = coarser_fact(said.fact)
        coarse = _k(without + ~fitting(step, base, thresholds), base, truth) if step is not None else 0
        found.append(
            Singling(
                where=said.where,
                start=said.start,
                end=said.end,
                text=said.text,
                kind=said.fact.kind,
                value=said.fact.value,
                k=k,
                k_if_dropped=_k(without, base, truth),
                k_if_coarsened=coarse,
                coarser=step.value if step is not None else "",
            )
        )
    frequency = {s.name: int(m.sum()) for s, m in listed}
    found.sort(key=lambda s: (-s.k_if_dropped, frequency[f"{s.kind}={s.value}"], s.where, s.start))
    return found[:MOST]


def _k(wrong: np.ndarray[tuple[int], np.dtype[np.int16]], base: Base, truth: Sequence[int]) -> int:
    if not len(base):
        return 0
    living = wrong[base.alive]
    least = min((int(wrong[t]) for t in truth), default=int(living.min()))
    return int((living <= least).sum())
