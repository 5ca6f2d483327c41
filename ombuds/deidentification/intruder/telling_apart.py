"""Which sentences give most away: how much each of them adds to the true case's score."""

from typing import TYPE_CHECKING

import numpy as np

from ombuds.deidentification.intruder.concepts import SMALL
from ombuds.deidentification.intruder.plain import STEM, Sentence, key, words
from ombuds.deidentification.intruder.scoring import weights

if TYPE_CHECKING:
    from ombuds.deidentification.intruder.examining import Examination


def gives_away(examination: "Examination") -> list[tuple[Sentence, float]]:
    """The sentences with what they give away of the supposed true case, in nats, the worst first."""
    found = [(s, round(_of(s, examination), 4)) for s in examination.publication.sentences]
    return sorted(found, key=lambda pair: (-pair[1], pair[0].where, pair[0].start))


def _of(sentence: Sentence, examination: "Examination") -> float:
    base, truth = examination.base, examination.supposed
    total = 0.0
    for said, mask in examination.told:
        inside = said.where == sentence.where and sentence.start <= said.start < sentence.end
        if inside and any(mask[n] for n in truth):
            total += weights(said, mask, len(base))[0]
    stems = sorted({w[:STEM] for w in words(sentence.text) if w not in SMALL and len(w) > 1})
    counts = base.count("terms", [key(s) for s in stems])
    for stem, count in zip(stems, counts, strict=True):
        if count and np.isin(np.array(truth), base.who("terms", key(stem))).any():
            total += float(np.log((len(base) + 1) / (count + 0.5)))
    return total
