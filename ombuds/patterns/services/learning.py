"""How likely are two that are so near about the same problem? Asked of what the office's own people said of such pairs."""

from dataclasses import dataclass

from ombuds.office.models import Office
from ombuds.patterns.engine.strength import fit, keep
from ombuds.patterns.models import Likeness
from ombuds.patterns.running import strengths_path

ENOUGH, EACH = 100, 15  # pairs judged; of them the same, and of them another


@dataclass(frozen=True)
class Learned:
    """Pairs that were judged the same and another problem; `steps` (cosine, chance) is empty as long as they are too few."""

    same: int
    other: int
    steps: tuple[tuple[float, float], ...] = ()


def learn_strengths(office: Office) -> Learned:
    """Lay the office's own steps beside its vectors; what is compared from then on goes by them."""
    judged = Likeness.objects.filter(case__office=office).exclude(verdict="")
    pairs = [(score, verdict == "same") for score, verdict in judged.values_list("score", "verdict")]
    same = sum(is_same for _score, is_same in pairs)
    other = len(pairs) - same
    if len(pairs) < ENOUGH or min(same, other) < EACH:
        return Learned(same, other)
    steps = tuple(fit(pairs, least=max(10, len(pairs) // 12)))
    keep(steps, strengths_path(office))
    return Learned(same, other, steps)
