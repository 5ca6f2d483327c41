"""The trained network: for each word of a text the chances of what it may be.

What is said of a word (`seeing.rows`) is added up once and remembered; three layers then look at the words beside it.
Its weights come from `benchmarks/second_look`, which trains it on invented letters of many hands.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.second_look import seeing

DATA = Path(__file__).parent / "data" / "second_look.npz"
STEPS = (1, 2, 4)
REMEMBERED = 50_000
Floats = NDArray[np.float32]


@dataclass
class Network:
    """`rows` to `covers`: tables of embeddings; `layers`: (weights of the word before, itself, after, base) each."""

    rows: Floats
    forms: Floats
    gaps: Floats
    covers: Floats
    layers: list[tuple[Floats, Floats]]
    out: Floats
    base: Floats
    _words: dict[tuple[str, str], Floats] = field(default_factory=dict)

    def chances(self, text: Text, covers: list[int]) -> Floats:
        """Words × labels, each row adding up to 1. Shape (0, labels) for a text without words."""
        forms, gaps = seeing.places(text)
        language = text.language
        alone = np.array([self._alone(word, language) for word in text.words], dtype=np.float32)
        now = alone.reshape(len(forms), -1) + self.forms[forms] + self.gaps[gaps] + self.covers[covers]
        with _threads().limit(
            limits=1, user_api="blas"
        ):  # for so little a second one only waits, at full load
            for step, (weights, base) in zip(STEPS, self.layers, strict=True):
                now = now + np.maximum(_beside(now, step) @ weights + base, 0)
            scores = now @ self.out + self.base
        scores = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
        return np.asarray(scores / scores.sum(axis=1, keepdims=True), dtype=np.float32)

    def _alone(self, word: str, language: str) -> Floats:
        key = (word, language)
        known = self._words.get(key)
        if known is None:
            if len(self._words) > REMEMBERED:
                self._words.clear()
            known = self._words[key] = self.rows[list(seeing.rows(word, language))].sum(axis=0)
        return known


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def _beside(now: Floats, step: int) -> Floats:
    """Each word with the one `step` before it and the one `step` after it, side by side."""
    count, width = now.shape
    seen = np.zeros((count, 3 * width), dtype=np.float32)
    seen[step:, :width] = now[:-step] if count > step else 0
    seen[:, width : 2 * width] = now
    seen[:-step, 2 * width :] = now[step:] if count > step else 0
    return seen


def from_file(path: Path) -> Network:
    """Tables are kept as whole numbers of eight bits with a scale for each column."""
    with np.load(path) as data:
        of: dict[str, Any] = {
            name: data[name] * data[f"{name}_scale"]
            if f"{name}_scale" in data
            else data[name].astype(np.float32)
            for name in data.files
            if not name.endswith("_scale")
        }
    layers = [(of[f"mix{at}"], of[f"bias{at}"]) for at in range(len(STEPS))]
    return Network(of["rows"], of["forms"], of["gaps"], of["covers"], layers, of["out"], of["base"])


@cache
def trained() -> Network:
    return from_file(DATA)
