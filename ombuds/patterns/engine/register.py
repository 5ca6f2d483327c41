"""Which sentences say something: what everybody writes counts little, whatever its wording and its language.

A sentence is rare when few of a sample of other complaints hold a sentence near it. Vectors are centred per language first, so that
near means near in sense and not written in the same language.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ombuds.patterns.engine.encoding import DIMENSIONS, Floats, unit

SAMPLE = 800  # complaints that the shares are counted over
SLOPE, POWER = 0.08, 3.0
FLOOR = 0.03  # a sentence that nobody else wrote is no more telling than one that few wrote
AT_ONCE = 2_000_000  # pairs of sentences that are looked at together: 8 MB
SETTLED = 30  # complaints of a language before its centre is trusted by half


@dataclass
class Register:
    """Learns with each complaint. Everything is rebuilt from the sentences kept on disk."""

    near: float = 0.5  # see `Encoder`
    sums: dict[str, Floats] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)  # sentences of each language
    _rows: list[Floats] = field(default_factory=list)
    _languages: list[str] = field(default_factory=list)
    seen: int = 0
    _stacked: tuple[Floats, "np.ndarray[tuple[int], np.dtype[np.int64]]"] | None = None
    _stale: int = 0
    _random: random.Random = field(default_factory=lambda: random.Random(5))  # noqa: S311  a sample, no secret

    def learn(self, raw: Floats, language: str) -> None:
        """Take a complaint's sentences into the centre of its language, and by lot into the sample."""
        self.sums[language] = self.sums.get(language, np.zeros(DIMENSIONS, np.float32)) + raw.sum(0)
        self.counts[language] = self.counts.get(language, 0) + len(raw)
        self.seen += 1
        place = len(self._rows) if len(self._rows) < SAMPLE else self._random.randrange(self.seen)
        if place >= SAMPLE:
            return
        if place == len(self._rows):
            self._rows.append(raw)
            self._languages.append(language)
        else:
            self._rows[place], self._languages[place] = raw, language
        self._stale += 1

    def centred(self, raw: Floats, language: str) -> Floats:
        """Without what all sentences of the language have in common."""
        count = self.counts.get(language, 0)
        if not count:
            return unit(raw)
        middle = self.sums[language] / (count + SETTLED)
        return unit(np.asarray(raw - middle, np.float32))

    def weights(self, centred: Floats) -> Floats:
        """One for each sentence, larger for what few others write; they sum to 1."""
        if not len(centred):
            return np.zeros(0, np.float32)
        heavy = self._heavy(centred)
        return np.asarray(heavy / heavy.sum(), np.float32)

    def pooled_all(self, complaints: Sequence[tuple[Floats, str]]) -> Floats:
        """Many complaints, each as one vector: the sample is gone through once for all of them."""
        centred = [self.centred(raw, language) for raw, language in complaints if len(raw)]
        made = np.zeros((len(complaints), DIMENSIONS), np.float32)
        if centred:
            ends = np.cumsum([len(rows) for rows in centred])
            heavy = np.split(self._heavy(np.concatenate(centred)), ends[:-1])
            told = [place for place, (raw, _) in enumerate(complaints) if len(raw)]
            made[told] = [
                weights / weights.sum() @ rows for weights, rows in zip(heavy, centred, strict=True)
            ]
        return unit(made)

    def _heavy(self, centred: Floats) -> Floats:
        rows, starts = self._sample()
        if not len(rows):
            return np.ones(len(centred), np.float32)
        shares = np.empty(len(centred), np.float32)
        step = max(1, AT_ONCE // len(rows))
        for start in range(0, len(centred), step):
            # The nearest sentence of each complaint first, then the curve: the curve keeps the order.
            nearest = np.maximum.reduceat(centred[start : start + step] @ rows.T, starts, axis=1)
            shares[start : start + step] = (1 / (1 + np.exp((self.near - nearest) / SLOPE))).mean(axis=1)
        return np.asarray((shares + FLOOR) ** -POWER, np.float32)

    def pooled(self, raw: Floats, language: str) -> tuple[Floats, Floats]:
        """The complaint as one vector of length 1, and the weight of each sentence in it."""
        if not len(raw):
            return np.zeros(DIMENSIONS, np.float32), np.zeros(0, np.float32)
        centred = self.centred(raw, language)
        weights = self.weights(centred)
        return unit(weights @ centred), weights

    @property
    def sample(self) -> list[tuple[str, Floats]]:
        """Language and raw sentences of each complaint in the sample."""
        return list(zip(self._languages, self._rows, strict=True))

    def restore(self, sample: list[tuple[str, Floats]], seen: int) -> None:
        self._languages = [language for language, _ in sample]
        self._rows = [raw for _, raw in sample]
        self.seen, self._stacked = seen, None

    def forget(self, raw: Floats, language: str) -> None:
        """Without these sentences, as if they had never come."""
        if language not in self.sums:
            return
        self.sums[language] = self.sums[language] - raw.sum(0)
        self.counts[language] -= len(raw)
        kept = [(lang, rows) for lang, rows in self.sample if not _same(rows, raw)]
        self.restore(kept, self.seen - 1)

    def _sample(self) -> tuple[Floats, "np.ndarray[tuple[int], np.dtype[np.int64]]"]:
        """The sample's sentences, centred, and where each complaint begins; made anew when a twentieth has changed."""
        if self._stacked is None or self._stale > 10 + len(self._rows) // 20:
            kept = [(raw, lang) for raw, lang in zip(self._rows, self._languages, strict=True) if len(raw)]
            rows = [self.centred(raw, lang) for raw, lang in kept]
            starts = np.cumsum([0, *[len(raw) for raw in rows[:-1]]]) if rows else np.zeros(0, np.int64)
            stacked = np.concatenate(rows) if rows else np.zeros((0, DIMENSIONS), np.float32)
            self._stacked, self._stale = (stacked, np.asarray(starts, np.int64)), 0
        return self._stacked


def _same(one: Floats, other: Floats) -> bool:
    """Equal but for what the disk rounds off."""
    return one.shape == other.shape and bool(np.abs(one - other).max(initial=0.0) < 0.01)
