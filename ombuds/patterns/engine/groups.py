"""Patterns: complaints in groups that keep their number over the years.

An arriving complaint joins by a vote of its neighbours and moves nobody. Once a month a sample of the complaints (always the same
ones, and the latest) is grouped anew, starting from what stands; a group keeps the number of the old one that it shares
most with, and the others follow their neighbours in the sample. The sample keeps the grain the same in a small and in a large office.
What people decided, the machine never undoes: pinned members stay, separated pairs stay apart.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ombuds.patterns.engine import louvain
from ombuds.patterns.engine.encoding import Floats

NEIGHBOURS = 15  # in the sample
VOTERS = 12
SHARP = 3  # power of a likeness: near ones tie far more than those that are only not far
RESOLUTION = 1.3
LEAST = 3  # members of a pattern that is shown
SAMPLE, LATEST, PINNED = 1200, 300, 500
MOST = 60_000  # complaints that may move; older ones keep their place
LOYAL = 0.4  # of all votes that its present group has beforehand
Rows = npt.NDArray[np.int64]


@dataclass
class Groups:
    """Rows of the store to numbers of patterns."""

    pinned: dict[int, int] = field(default_factory=dict)
    apart: set[tuple[int, int]] = field(default_factory=set)
    merged: dict[int, int] = field(default_factory=dict)  # number that went up in another
    next: int = 1
    _labels: npt.NDArray[np.int32] = field(default_factory=lambda: np.zeros(1024, np.int32))  # 0: in none
    _sizes: Counter[int] = field(default_factory=Counter)

    @property
    def labels(self) -> npt.NDArray[np.int32]:
        """By row, with room after the last."""
        return self._labels

    def restore(self, labels: npt.NDArray[np.int32], following: int) -> None:
        self._labels = np.concatenate([labels, np.zeros(1024, np.int32)])
        self.next = following
        self._count()

    def assign(self, row: int, near: Sequence[tuple[int, float]], radius: float) -> int:
        """The pattern of an arriving complaint: that of most of its near ones, or a new number."""
        votes: dict[int, float] = defaultdict(float)
        for other, score in near[:VOTERS]:
            label = self.label(other)
            if label and score >= radius:
                votes[label] += score**SHARP
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
        return [int(row) for row in self.rows(label)]

    def rows(self, label: int) -> Rows:
        """The same as an array."""
        return np.flatnonzero(self._labels == label) if label else np.zeros(0, np.int64)

    def by_label(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for row in np.flatnonzero(self._labels).tolist():
            found[int(self._labels[row])].append(row)
        return found

    def pin(self, row: int, label: int) -> None:
        """A person put it there."""
        self.pinned[row] = label
        self._put(row, label)

    def separate(self, one: int, other: int) -> None:
        """A person said that these are two problems; the machine never joins them again."""
        self.apart.add((min(one, other), max(one, other)))

    def decide(self, pinned: dict[int, int], apart: set[tuple[int, int]]) -> None:
        """What people decided, in the place of what they had decided before."""
        self.pinned, self.apart = {}, set(apart)
        for row, label in pinned.items():
            self.pin(row, label)

    def forget(self, row: int) -> None:
        self._put(row, 0)
        self.pinned.pop(row, None)
        self.apart = {pair for pair in self.apart if row not in pair}

    def rename(self, numbers: dict[int, int]) -> None:
        """Other numbers for groups, all at once: after a rebuild, those that the office knows."""
        old = self._labels.copy()
        for before, after in numbers.items():
            self._labels[old == before] = after
        self._count()
        self.next = max([self.next, *(number + 1 for number in numbers.values())])

    def sample(self) -> Rows:
        """The rows that are grouped: the same ones at every time, the latest, and those that people pinned."""
        live = np.flatnonzero(self._labels)
        mixed = (live.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(32)
        steady = live[np.argsort(mixed, kind="stable")[:SAMPLE]]
        pinned = np.asarray(sorted(self.pinned)[-PINNED:], np.int64)
        return np.unique(np.concatenate([steady, live[-LATEST:], pinned])).astype(np.int64)

    def movable(self) -> Rows:
        """The rows that are placed anew: the latest, that no person pinned."""
        rows = np.flatnonzero(self._labels)[-MOST:]
        return np.asarray([row for row in rows.tolist() if row not in self.pinned], np.int64)

    def regroup(self, rows: Rows, vectors: Floats, *, fresh: bool = False) -> None:
        """Group the sample anew; from the standing groups unless `fresh`."""
        place = {int(row): number for number, row in enumerate(rows)}
        scores = vectors @ vectors.T
        np.fill_diagonal(scores, -1)
        count = min(NEIGHBOURS, len(rows) - 1)
        edges: list[tuple[int, int, float]] = self._ties(place)
        if count > 0:
            nearest = np.argpartition(-scores, count - 1, axis=1)[:, :count]
            for one, others in enumerate(nearest.tolist()):
                edges += [(one, other, float(max(scores[one, other], 0)) ** SHARP) for other in others]
        start = None if fresh else [self.label(int(row)) for row in rows]
        found = louvain.groups(
            louvain.graph(len(rows), edges),
            resolution=RESOLUTION,
            start=start,
            apart=self._foes_within(place),
        )
        self._take([int(row) for row in rows], found)

    def follow(self, rows: Rows, scores: Floats, sample: Rows) -> None:
        """Rows outside the sample go with their nearest in it; (rows, sample) scores. What stands has the better of a doubt."""
        outside = np.setdiff1d(rows, sample, assume_unique=True)
        if not len(outside) or not len(sample):
            return
        count = min(VOTERS, len(sample))
        for place in np.flatnonzero(np.isin(rows, outside)).tolist():
            best = np.argpartition(-scores[place], count - 1)[:count]
            votes: dict[int, float] = defaultdict(float)
            for other in best.tolist():
                votes[self.label(int(sample[other]))] += float(max(scores[place, other], 0)) ** SHARP
            row = int(rows[place])
            here = self.merged.get(self.label(row), self.label(row))
            votes[here] += LOYAL * sum(votes.values())
            for foe in self._foes(row):
                votes.pop(foe, None)
            if votes:
                self._put(row, max(votes, key=lambda key: (votes[key], -key)))

    def _ties(self, place: dict[int, int]) -> list[tuple[int, int, float]]:
        """Pinned rows of one pattern are tied by edges stronger than any other."""
        heads: dict[int, int] = {}
        found = []
        for row, label in sorted(self.pinned.items()):
            if row in place:
                found.append((place[heads.setdefault(label, row)], place[row], 50.0))
        return found

    def _foes_within(self, place: dict[int, int]) -> dict[int, set[int]]:
        """Pairs that people separated, and pinned members of different patterns: two that people named are never made one."""
        heads: dict[int, int] = {}
        for row, label in sorted(self.pinned.items()):
            if row in place:
                heads.setdefault(label, row)
        named = sorted(heads.values())
        pairs = self.apart | {(a, b) for number, a in enumerate(named) for b in named[number + 1 :]}
        foes: dict[int, set[int]] = defaultdict(set)
        for one, other in pairs:
            if one in place and other in place:
                foes[place[one]].add(place[other])
                foes[place[other]].add(place[one])
        return foes

    def _take(self, rows: list[int], found: list[int]) -> None:
        """New groups get the number of the old group with which they share most; of several, the larger share wins."""
        shares: Counter[tuple[int, int]] = Counter()
        for row, group in zip(rows, found, strict=True):
            # A name given by a person goes before numbers.
            shares[group, self.label(row)] += 1000 if row in self.pinned else 1
        number: dict[int, int] = {}
        for (group, label), _ in sorted(shares.items(), key=lambda item: (-item[1], item[0][1])):
            if group not in number and label not in number.values():
                number[group] = label
        went: dict[int, Counter[int]] = defaultdict(Counter)
        for row, group in zip(rows, found, strict=True):
            old = self.label(row)
            if group not in number:
                number[group] = self._new()
            label = self.pinned.get(row, number[group])
            went[old][label] += 1
            self._put(row, label)
        for old, places in went.items():
            if old not in places:
                self.merged[old] = places.most_common(1)[0][0]

    def _foes(self, row: int) -> set[int]:
        pairs = [pair for pair in self.apart if row in pair]
        return {self.label(a if b == row else b) for a, b in pairs} - {0}

    def _put(self, row: int, label: int) -> None:
        while row >= len(self._labels):
            self._labels = np.concatenate([self._labels, np.zeros_like(self._labels)])
        self._sizes[self.label(row)] -= 1
        self._labels[row] = label
        self._sizes[label] += 1

    def _count(self) -> None:
        values, counts = np.unique(self._labels, return_counts=True)
        self._sizes = Counter(dict(zip(values.tolist(), counts.tolist(), strict=True)))

    def _new(self) -> int:
        self.next += 1
        return self.next - 1
