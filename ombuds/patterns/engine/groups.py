"""Patterns: complaints in groups that keep their name over the years.

An arriving complaint joins by a vote of its neighbours and moves nobody. Once a month (and whenever the office has doubled) the whole
is grouped again, starting from what stands; a group keeps the number of the old one that it shares most with. What people
decided, the machine never undoes: pinned members stay, separated pairs stay apart, tied pairs stay together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ombuds.patterns.engine import louvain

NEIGHBOURS = 15
RESOLUTION = 1.5
LEAST = 3  # members of a pattern that is shown
MOST = 60_000  # complaints that are grouped anew; older ones keep their place

Edge = tuple[int, int, float]


@dataclass
class Groups:
    """Rows of the store to numbers of patterns. `edges[row]` are the neighbours of a row with their cosine."""

    pinned: dict[int, int] = field(default_factory=dict)
    apart: set[tuple[int, int]] = field(default_factory=set)
    merged: dict[int, int] = field(default_factory=dict)  # number that went up in another
    _labels: npt.NDArray[np.int32] = field(default_factory=lambda: np.zeros(1024, np.int32))  # 0: in none
    _near: npt.NDArray[np.int32] = field(default_factory=lambda: np.full((1024, NEIGHBOURS), -1, np.int32))
    _scores: npt.NDArray[np.float16] = field(default_factory=lambda: np.zeros((1024, NEIGHBOURS), np.float16))
    next: int = 1
    _sizes: Counter[int] = field(default_factory=Counter)

    @property
    def arrays(self) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.float16]]:
        """Labels, neighbours and their scores, with room after the last row."""
        return self._labels, self._near, self._scores

    def restore(
        self,
        labels: npt.NDArray[np.int32],
        near: npt.NDArray[np.int32],
        scores: npt.NDArray[np.float16],
        following: int,
    ) -> None:
        room = 1024
        self._labels = np.concatenate([labels, np.zeros(room, np.int32)])
        self._near = np.concatenate([near, np.full((room, NEIGHBOURS), -1, np.int32)])
        self._scores = np.concatenate([scores, np.zeros((room, NEIGHBOURS), np.float16)])
        self.next = following
        values, counts = np.unique(labels, return_counts=True)
        self._sizes = Counter(dict(zip(values.tolist(), counts.tolist(), strict=True)))

    def connect(self, row: int, near: Sequence[tuple[int, float]]) -> None:
        """The neighbours of a row, nearest first."""
        while row >= len(self._labels):
            self._labels = np.concatenate([self._labels, np.zeros_like(self._labels)])
            self._near = np.concatenate([self._near, np.full_like(self._near, -1)])
            self._scores = np.concatenate([self._scores, np.zeros_like(self._scores)])
        self._near[row], self._scores[row] = -1, 0
        for place, (other, score) in enumerate(near[:NEIGHBOURS]):
            self._near[row, place], self._scores[row, place] = other, score

    def assign(self, row: int, near: Sequence[tuple[int, float]], radius: float) -> int:
        """The pattern of an arriving complaint: that of most of its near ones, or a new number."""
        self.connect(row, near)
        votes: dict[int, float] = defaultdict(float)
        for other, score in near[:NEIGHBOURS]:
            label = self.label(other)
            if label and score >= radius:
                votes[label] += score**3
        for label in self._foes(row):
            votes.pop(label, None)
        label = max(votes, key=lambda key: (votes[key], -key)) if votes else self._new()
        self._put(row, self.pinned.get(row, label))
        return self.label(row)

    def label(self, row: int) -> int:
        """0 for a row that is in no pattern."""
        return int(self._labels[row]) if row < len(self._labels) else 0

    def size(self, label: int) -> int:
        return self._sizes[label]

    def members(self, label: int) -> list[int]:
        return [int(row) for row in np.flatnonzero(self._labels == label)] if label else []

    def by_label(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for row in np.flatnonzero(self._labels).tolist():
            found[int(self._labels[row])].append(row)
        return found

    def pin(self, row: int, label: int) -> None:
        """A person put it there."""
        self.pinned[row] = label
        self.next = max(self.next, label + 1)
        self._put(row, label)

    def separate(self, one: int, other: int) -> None:
        """A person said that these are two problems; the machine never joins them again."""
        self.apart.add((min(one, other), max(one, other)))

    def forget(self, row: int) -> None:
        self._put(row, 0)
        self._near[row] = -1
        self._near[self._near == row] = -1
        self.pinned.pop(row, None)
        self.apart = {pair for pair in self.apart if row not in pair}

    def rename(self, numbers: dict[int, int]) -> None:
        """Other numbers for groups, all at once: after a rebuild, those that the office knows."""
        old = self._labels.copy()
        for before, after in numbers.items():
            self._labels[old == before] = after
        values, counts = np.unique(self._labels, return_counts=True)
        self._sizes = Counter(dict(zip(values.tolist(), counts.tolist(), strict=True)))
        self.next = max(self.next, int(self._labels.max(initial=0)) + 1)

    def decide(self, pinned: dict[int, int], apart: set[tuple[int, int]]) -> None:
        """What people decided, in the place of what they had decided before."""
        self.pinned, self.apart = {}, set(apart)
        for row, label in pinned.items():
            self.pin(row, label)

    def regroup(self, *, fresh: bool = False) -> None:
        """All anew from the graph; from the standing groups unless `fresh`."""
        rows = np.flatnonzero(self._labels)[-MOST:].tolist()
        place = {row: number for number, row in enumerate(rows)}
        # Pinned rows of one pattern are tied by edges stronger than any other.
        heads: dict[int, int] = {}
        ties: list[Edge] = []
        for row, label in self.pinned.items():
            if row in place:
                head = heads.setdefault(label, row)
                ties.append((place[head], place[row], 50.0))
        foes: dict[int, set[int]] = defaultdict(set)
        for one, other in self._separated(heads):
            if one in place and other in place:
                foes[place[one]].add(place[other])
                foes[place[other]].add(place[one])
        made = louvain.graph(len(rows), [*self._weighted(place), *ties])
        start = None if fresh else [self.label(row) for row in rows]
        found = louvain.groups(made, resolution=RESOLUTION, start=start, apart=foes)
        self._take(rows, found)

    def _weighted(self, place: dict[int, int]) -> Iterable[Edge]:
        for row, number in place.items():
            for other, score in zip(self._near[row].tolist(), self._scores[row].tolist(), strict=True):
                if other >= 0 and score > 0 and other in place:
                    yield number, place[other], score**2

    def _separated(self, heads: dict[int, int]) -> set[tuple[int, int]]:
        """Pairs of people, and the heads of pinned patterns: two that people named are never made one."""
        named = sorted(heads.values())
        return self.apart | {(a, b) for number, a in enumerate(named) for b in named[number + 1 :]}

    def _take(self, rows: list[int], found: list[int]) -> None:
        """New groups get the number of the old group with which they share most; of several, the larger share wins."""
        shares: Counter[tuple[int, int]] = Counter()
        for row, group in zip(rows, found, strict=True):
            shares[group, self.label(row)] += 1
        groups = dict(zip(rows, found, strict=True))
        for row, label in self.pinned.items():
            if row in groups:
                shares[groups[row], label] += 1000  # a name given by a person goes before numbers
        number: dict[int, int] = {}
        taken: set[int] = set()
        for (group, label), _ in sorted(shares.items(), key=lambda item: (-item[1], item[0][1])):
            if group not in number and label not in taken:
                number[group] = label
                taken.add(label)
        went: dict[int, Counter[int]] = defaultdict(Counter)
        for row, group in zip(rows, found, strict=True):
            old = self.label(row)
            label = self.pinned.get(row, number.get(group) or number.setdefault(group, self._new()))
            went[old][label] += 1
            self._put(row, label)
        for old, places in went.items():
            if old not in places:
                self.merged[old] = places.most_common(1)[0][0]

    def _foes(self, row: int) -> set[int]:
        pairs = [pair for pair in self.apart if row in pair]
        others = [a if b == row else b for a, b in pairs]
        return {self.label(other) for other in others} - {0}

    def _put(self, row: int, label: int) -> None:
        self._sizes[self.label(row)] -= 1
        self._labels[row] = label
        self._sizes[label] += 1

    def _new(self) -> int:
        self.next += 1
        return self.next - 1
