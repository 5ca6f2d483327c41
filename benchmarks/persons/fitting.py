"""Fits the weights of a linear chain of two labels: maximum likelihood with a penalty on the squares, by L-BFGS.

Needs scipy (BSD); the engine itself reads only the weights.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

Array = Any  # numpy arrays; scipy has no types


class Words:
    """All words of all sequences: their features as numbers, their labels, and where each sequence begins."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.columns: list[int] = []
        self.ends: list[int] = [0]
        self.labels: list[int] = []
        self.starts: list[int] = []

    def add(self, features: Sequence[Iterable[str]], labels: Sequence[int]) -> None:
        self.starts.append(len(self.labels))
        numbers = self.numbers
        for word, label in zip(features, labels, strict=True):
            self.columns += [numbers.setdefault(feature, len(numbers)) for feature in dict.fromkeys(word)]
            self.ends.append(len(self.columns))
            self.labels.append(label)


def fit(
    words: Words, penalty: float, least: int, rounds: int
) -> tuple[dict[str, float], dict[tuple[int, int], float]]:
    """Feature → weight of label 1 above 0, and the weights of label after label.

    `least`: features seen less often are left out; `penalty`: of half the sum of squares.
    """
    from scipy.optimize import minimize  # type: ignore[import-untyped]  # for training only
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # for training only

    columns = np.asarray(words.columns, dtype=np.int32)
    counts = np.bincount(columns, minlength=len(words.numbers))
    kept = counts >= least
    place = np.cumsum(kept) - 1
    good = kept[columns]
    ends = np.concatenate([[0], np.cumsum(good)])[np.asarray(words.ends)]
    matrix = csr_matrix(
        (np.ones(int(good.sum()), dtype=np.float32), place[columns[good]], ends),
        shape=(len(words.labels), int(kept.sum())),
    )
    turned = matrix.T.tocsr()
    chain = _Chain(words)
    size = matrix.shape[1]

    def loss(weights: Array) -> tuple[float, Array]:
        scores = matrix @ weights[:size]
        value, of_scores, of_turns = chain.loss(scores, weights[size:])
        slope = np.concatenate([turned @ of_scores, of_turns]) + penalty * weights
        return value + penalty * float(weights @ weights) / 2, slope

    found = minimize(
        loss, np.zeros(size + 4), jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 8}
    ).x
    names = [name for name, number in words.numbers.items() if kept[number]]
    weights = {name: float(found[place[words.numbers[name]]]) for name in names}
    turns = {(a, b): float(found[size + 2 * a + b]) for a in (0, 1) for b in (0, 1)}
    return weights, turns


class _Chain:
    """The sequences side by side, the longest first, so that each step handles all of them at once."""

    def __init__(self, words: Words) -> None:
        starts = np.asarray(words.starts)
        lengths = np.diff(np.concatenate([starts, [len(words.labels)]]))
        order = np.argsort(-lengths, kind="stable")
        starts, lengths = starts[order], lengths[order]
        self.labels = np.asarray(words.labels)
        self.steps = [starts[: int((lengths > at).sum())] + at for at in range(int(lengths[0]))]

    def loss(self, scores: Array, turns: Array) -> tuple[float, Array, Array]:
        """Minus the log likelihood, and its slope by score and by turn."""
        turn = turns.reshape(2, 2)
        both = np.stack([np.zeros(len(scores)), scores], axis=1)
        ahead = np.empty_like(both)
        back = np.zeros_like(both)
        ahead[self.steps[0]] = both[self.steps[0]]
        for now in self.steps[1:]:
            before = ahead[now - 1]
            ahead[now] = both[now] + np.logaddexp(before[:, :1] + turn[0], before[:, 1:] + turn[1])
        for now in reversed(self.steps[1:]):
            after = both[now] + back[now]
            back[now - 1] = np.logaddexp(after[:, :1] + turn[:, 0], after[:, 1:] + turn[:, 1])
        total = np.logaddexp.reduce(ahead[self.steps[0]] + back[self.steps[0]], axis=1)
        every = ahead + back
        of_scores = np.exp(every[:, 1] - np.logaddexp(every[:, 0], every[:, 1])) - self.labels
        value = float(total.sum()) - float(scores @ self.labels)
        of_turns = np.zeros((2, 2))
        for now in self.steps[1:]:
            joint = ahead[now - 1][:, :, None] + turn + (both[now] + back[now])[:, None, :]
            joint -= np.logaddexp(every[now][:, :1], every[now][:, 1:])[:, :, None]
            of_turns += np.exp(joint).sum(axis=0)
            pairs = 2 * self.labels[now - 1] + self.labels[now]
            seen = np.bincount(pairs, minlength=4).reshape(2, 2)
            of_turns -= seen
            value -= float((seen * turn).sum())
        return value, of_scores, of_turns.ravel()
