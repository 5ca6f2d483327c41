"""Families: what says nearly the same in small bundles, and with each bundle those that a walk from neighbour to neighbour soon comes to.

A pattern is for people: it keeps its number over the years, and may hold two problems that lie side by side, or half of one. An alarm needs
the whole of one problem and no other. So families are found anew each time, may overlap, carry no number, and nobody is shown them.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ombuds.patterns.engine import groups, louvain
from ombuds.patterns.engine.encoding import Floats

SAMPLE = 2400  # complaints: twice as many as patterns need, since bundles are half as large
RESOLUTION = 3.0  # of the bundles: about twice as many as there are patterns
GOES_ON = 0.95  # of the steps of the walk; after the others it begins again
OFTENER = 3.0  # times as often as by chance that the walk is in a bundle which is kin
Rows = npt.NDArray[np.int64]
Labels = npt.NDArray[np.int32]


class Families:
    """Rows of the store to bundles, 1, 2, 3 …, and bundles to their kin."""

    def __init__(self) -> None:
        self._bundles: Labels = np.zeros(1024, np.int32)  # 0: in none
        self.kin: dict[int, list[int]] = {}

    def bundles(self, count: int) -> Labels:
        """Of so many rows."""
        self._make_room(count)
        return self._bundles[:count]

    def restore(self, bundles: Labels, kin: dict[int, list[int]]) -> None:
        self._bundles, self.kin = bundles.astype(np.int32), kin

    def assign(self, row: int, near: Sequence[tuple[int, float]], radius: float) -> int:
        """An arriving complaint goes with most of its near ones; with none of them, into no bundle."""
        self._make_room(row + 1)
        votes: dict[int, float] = {}
        for other, score in near[: groups.VOTERS]:
            if score >= radius and (bundle := int(self._bundles[other])):
                votes[bundle] = votes.get(bundle, 0.0) + score**3
        self._bundles[row] = max(votes, key=lambda key: (votes[key], -key)) if votes else 0
        return int(self._bundles[row])

    def rows(self, row: int) -> Rows:
        """All of its family, itself with them."""
        own = int(self._bundles[row]) if row < len(self._bundles) else 0
        return self._of(own) if own else np.zeros(0, np.int64)

    def series(self, rows: Rows, counted: npt.NDArray[np.bool_]) -> list[list[int]]:
        """For each of these rows, the places among them of those of its family that count."""
        mine = self._bundles[rows]
        held: dict[int, list[int]] = {}
        for own in np.unique(mine).tolist():
            kin = np.isin(mine, self.kin.get(own, [own])) & counted if own else np.zeros(len(rows), np.bool_)
            held[own] = np.flatnonzero(kin).tolist()
        return [held[own] for own in mine.tolist()]

    def forget(self, row: int) -> None:
        if row < len(self._bundles):
            self._bundles[row] = 0

    def renew(self, rows: Rows, vectors: Floats) -> None:
        """Bundles and kin anew, from a sample; the others are in none until they follow."""
        edges = louvain.graph(len(rows), groups.nearest_of(vectors))
        found = np.asarray(louvain.groups(edges, resolution=RESOLUTION), np.int64)
        self._bundles[:] = 0
        self._make_room(int(rows.max(initial=-1)) + 1)
        self._bundles[rows] = found + 1
        self.kin = {
            bundle + 1: (np.flatnonzero(near) + 1).tolist() for bundle, near in enumerate(_kin(edges, found))
        }

    def follow(self, rows: Rows, scores: Floats, sample: Rows) -> None:
        """Rows outside the sample go with their nearest in it; (rows, sample) scores."""
        if not len(rows) or not len(sample):
            return
        count = min(groups.VOTERS, len(sample))
        best = np.argpartition(-scores, count - 1, axis=1)[:, :count]
        votes = np.zeros((len(rows), len(self.kin) + 1), np.float32)
        here = np.arange(len(rows))[:, None]
        np.add.at(votes, (here, self._bundles[sample[best]]), np.maximum(scores[here, best], 0) ** 3)
        self._make_room(int(rows.max()) + 1)
        outside = ~np.isin(rows, sample)
        self._bundles[rows[outside]] = votes.argmax(axis=1)[outside]

    def _of(self, bundle: int) -> Rows:
        is_kin = np.zeros(max(len(self.kin), bundle) + 1, np.bool_)
        is_kin[self.kin.get(bundle, [])] = True
        is_kin[bundle] = True
        return np.flatnonzero(is_kin[self._bundles])

    def _make_room(self, count: int) -> None:
        while count > len(self._bundles):
            self._bundles = np.concatenate([self._bundles, np.zeros_like(self._bundles)])


def _kin(edges: louvain.Graph, found: Rows) -> npt.NDArray[np.bool_]:
    """(bundles, bundles): is the walk that begins again and again in the one in the other more often than by chance?"""
    count = int(found.max(initial=-1)) + 1
    ties = np.zeros((count, count))
    for node, row in enumerate(edges):
        others = np.fromiter(row, np.int64, len(row))
        np.add.at(ties[found[node]], found[others], np.fromiter(row.values(), float, len(row)))
    degrees = np.maximum(ties.sum(axis=1), 1e-9)
    walk = (1 - GOES_ON) * np.linalg.inv(np.eye(count) - GOES_ON * ties / degrees[:, None])
    lift = walk / degrees * degrees.sum()
    wanted = np.minimum(OFTENER, lift.diagonal() / 2)[:, None]  # less where a few problems are all there is
    return np.asarray((lift > wanted) | np.eye(count, dtype=bool))
