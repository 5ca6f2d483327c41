"""The trained model of names: for words that stand together, how likely each is part of a person's name.

A linear chain of two labels. Its weights come from `benchmarks/persons`, which trains it on invented texts and invented names.
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import repeat
from math import exp, log
from pathlib import Path

from ombuds.deidentification.engine.persons.features import Features, of_word
from ombuds.deidentification.engine.persons.tokens import Text

DATA = Path(__file__).parent / "data" / "names.model.gz"


@dataclass
class Model:
    """`weights`: what a feature says for a name (above 0) or against it; `turns`: of a label after a label."""

    weights: Mapping[str, float]
    turns: Mapping[tuple[int, int], float]
    _words: dict[tuple[str, str], float] = field(default_factory=dict)

    def chances(self, text: Text, features: Features, run: Sequence[int]) -> list[float]:
        """For each word of the run, between 0 and 1, whether it is of a name."""
        scores = [self._score(text, features, index) for index in run]
        return marginals(scores, self.turns)

    def _score(self, text: Text, features: Features, index: int) -> float:
        word, get = text.words[index], self.weights.get
        key = (word, text.language)
        alone = self._words.get(key)
        if alone is None:
            if len(self._words) > 50_000:
                self._words.clear()
            alone = self._words[key] = sum(map(get, of_word(*key), repeat(0.0)))
        return alone + sum(map(get, features.of(index), repeat(0.0)))


def marginals(scores: Sequence[float], turns: Mapping[tuple[int, int], float]) -> list[float]:
    """Forward and backward over two labels, 0 and 1; a score is the weight of 1 above 0."""
    ahead = [(0.0, scores[0])]
    for score in scores[1:]:
        none, name = ahead[-1]
        ahead.append(
            (
                _sum(none + turns[0, 0], name + turns[1, 0]),
                score + _sum(none + turns[0, 1], name + turns[1, 1]),
            )
        )
    back = [(0.0, 0.0)]
    for score in reversed(scores[1:]):
        none, name = back[-1]
        back.append(
            (
                _sum(turns[0, 0] + none, turns[0, 1] + score + name),
                _sum(turns[1, 0] + none, turns[1, 1] + score + name),
            )
        )
    return [_logistic(a[1] + b[1] - a[0] - b[0]) for a, b in zip(ahead, reversed(back), strict=True)]


def _sum(a: float, b: float) -> float:
    """log(exp(a) + exp(b))."""
    return max(a, b) + log(1.0 + exp(-abs(a - b)))


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + exp(-value)) if value > -500 else 0.0


@cache
def trained() -> Model:
    data = json.loads(gzip.decompress(DATA.read_bytes()))
    weights = {name: value / 100 for value, names in data["weights"] for name in names}
    turns = {(int(key[0]), int(key[1])): float(value) for key, value in data["turns"].items()}
    return Model(weights, turns)
