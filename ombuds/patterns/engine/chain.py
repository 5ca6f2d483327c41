"""The whole: complaints in order of date, and for each what it resembles, its pattern, and the signals it sets off."""

import datetime as dt
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

from ombuds.patterns.engine import budgeting, campaigns, groups, splitting, state, windows
from ombuds.patterns.engine.encoding import Encoder, Floats, best, unit
from ombuds.patterns.engine.heard import Heard
from ombuds.patterns.engine.index import CANDIDATES, Index, Mask, Rows, ranked
from ombuds.patterns.engine.register import Register
from ombuds.patterns.engine.store import RECORD, Store
from ombuds.patterns.engine.strength import Steps, strength
from ombuds.patterns.engine.terms import Term

NEAR_SHARE = 0.02  # of random pairs are nearer than the radius: it sets itself
MOST_NEAR = 8000  # that are looked at; more stand near one complaint in no office
LARGE = 20_000  # complaints
GROWTH = (
    1.1  # vectors are made anew when the office has grown so much; those of a large one when it has doubled
)
OFTEN = 1.03  # and the groups of one that is not large are looked at again, also before the month is over
FIRST, MONTH = 50, 28  # complaints before the first grouping; days between two
HISTORY = 180  # days before the first alarm
EXPANDED, TURNS = 4, 2  # nearest of each language that widen a question, and how often
PAST = 6000  # complaints that the alarm level is found from
FOREIGN = 0.02  # nearness of a word to a group that it tells nothing of
LOUDER = 2.0  # a hundred times less likely by chance than when it was heard
UNHEARD = 99.0  # the level while there is none
PARTS = {"near": 0.6, "pattern": 0.4}  # of the allowed false alarms


@dataclass(frozen=True, slots=True)
class Complaint:
    """What comes in. `id` is a number that the caller keeps."""

    id: int
    date: dt.date
    language: str
    body: str
    text: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """`strength` is the chance, by trial, that the two are about the same problem."""

    row: int
    id: int
    score: float
    strength: float


@dataclass(frozen=True, slots=True)
class Alarm:
    """A series that stands out. `kind`: near (what resembles the complaint), pattern, or campaign (one pen, many hands)."""

    kind: str
    pattern: int
    rows: tuple[int, ...]  # in the window
    excess: windows.Excess | None
    level: float


@dataclass(frozen=True, slots=True)
class Arrival:
    row: int
    similar: list[Neighbour]
    pattern: int
    campaign: int  # number of letters of its campaign, 0 when it is none
    alarms: list[Alarm]


@dataclass
class Chain:
    """One office. `folder` holds the vectors; the rest is learned again from them when it is opened."""

    folder: Path
    encoder: Encoder = field(default_factory=best)
    budget: float = 4.0  # false alarms a year
    learning: bool = True  # groups anew by itself, as months pass
    steps: Steps | None = None  # cosine → chance, as this office's people judged; None: as tried by us

    def __post_init__(self) -> None:
        _one_thread()
        self.store = Store(self.folder, self.encoder.name)
        self.register = Register(self.encoder.near)
        self.groups = groups.Groups()
        self.campaigns = campaigns.Campaigns()
        self.totals = windows.Totals()
        self.radius = 0.5
        self.levels: dict[str, float] = {}
        self.heard: list[Heard] = []
        self.ordinary: list[tuple[int, float]] = []  # day, part: as the state had it
        self.regrouped_at = 0
        self.regrouped_on = 0
        self.rounds = 0  # how often groups were looked at again, since it was opened
        self.bodies: dict[str, int] = {}
        self.index = Index(self.store, self.encoder.leading)
        self._grouped_at = len(self.store)
        known = state.load(self)
        self.totals = windows.Totals.of(self.store.records["day"][self.store.records["gone"] == 0])
        for day, part in self.ordinary:
            self.totals.set_ordinary(day, part)
        for row in range(known, len(self.store)):
            self._learn_again(row)

    def add(self, complaint: Complaint, *, top: int = 10) -> Arrival:
        """Takes a complaint in and says what it found."""
        language = complaint.language[:2]
        raw = self.encoder.encode(splitting.sentences(complaint.text), language)
        vector, _ = self.register.pooled(raw, language)
        near = self.near(vector, max(top, groups.VOTERS))
        sketch = campaigns.sketch(complaint.text)
        day = complaint.date.toordinal()
        record = np.zeros((), RECORD)
        record["id"], record["day"], record["language"] = complaint.id, day, language.encode()
        record["body"] = self.bodies.setdefault(complaint.body, len(self.bodies) + 1)
        record["sketch"] = sketch
        row = self.store.append(record, raw, vector)
        self.index.add(vector)
        self.register.learn(raw, language)
        self._note_ordinary(day)
        self.totals.add(day)
        self._join_campaign(row)
        pattern = self.groups.assign(row, [(n.row, n.score) for n in near], self.radius)
        alarms = self._alarms(row, vector, pattern, day)
        if self.learning and self._looked_again(day):
            pattern = self.groups.label(row)
        letters = self.campaigns.members(row) if self.campaigns.is_campaign(row) else []
        return Arrival(row, near[:top], pattern, len(letters), alarms)

    def save(self) -> None:
        """What was learned, beside the vectors."""
        state.save(self)

    def close(self) -> None:
        self.save()
        self.store.close()

    def erase(self, row: int) -> None:
        """The complaint leaves the vectors, the groups, the campaigns and the counts."""
        record = self.store.records[row]
        self.totals.take(int(record["day"]))
        self.register.forget(self.store.sentences(row), _language(record))
        self.store.erase(row)
        self.index.erase(row)
        self.groups.forget(row)
        self.campaigns.forget(row)
        self.heard = [replace(item, rows=item.rows - {row}) for item in self.heard]
        self.save()

    def _note_ordinary(self, day: int) -> None:
        """On the first complaint of a day: the part of the last weeks that stands out in no pattern."""
        if day <= self.totals.last or day - self.totals.first < HISTORY:
            return
        labels = self.groups.labels[
            : len(self.store)
        ]  # the complaint that arrives has none yet, and may have no room
        ages = day - self.store.records["day"][: len(labels)].astype(np.int64)
        recent = (ages > 0) & (ages <= windows.BLOCK) & (labels > 0)
        past = (ages > windows.WINDOWS[-1]) & (ages <= windows.WINDOWS[-1] + windows.LEVEL) & (labels > 0)
        if recent.any():
            size = int(labels.max()) + 1
            counts = (np.bincount(labels[which], minlength=size) for which in (recent, past))
            self.totals.set_ordinary(day, windows.ordinary_part(*counts))

    def _join_campaign(self, row: int) -> None:
        """By its words, against the letters of the last weeks: by meaning a campaign soon looks like what everybody writes."""
        records = self.store.records
        start = max(0, row - campaigns.COMPARED)
        ages = records["day"][start:row].astype(np.int64) - int(records["day"][row])
        rows = np.flatnonzero(np.abs(ages) <= campaigns.LASTS)
        sketches = records["sketch"][start:row][rows]
        self.campaigns.add(row, records["sketch"][row], rows + start, sketches, ages[rows])
        if campaigns.COPIES <= len(self.campaigns.members(row)) <= campaigns.ENOUGH:
            self._joins_known(row)

    def _learn_again(self, row: int) -> None:
        """A row that the kept state did not know yet: after a kill."""
        record = self.store.records[row]
        if record["gone"]:
            return
        self.register.learn(self.store.sentences(row), _language(record))
        vector = self.store.vectors(np.asarray([row]))[0]
        near = [n for n in self.near(vector, groups.VOTERS + 1) if n.row < row]
        self._join_campaign(row)
        self.groups.assign(row, [(n.row, n.score) for n in near], self.radius)

    def look(
        self, text: str, language: str, *, top: int = 10, allowed: Mask | None = None
    ) -> list[Neighbour]:
        """What a text resembles, without keeping it."""
        raw = self.encoder.encode(splitting.sentences(text), language[:2])
        return self.near(self.register.pooled(raw, language[:2])[0], top, allowed)

    def near(self, vector: Floats, top: int, allowed: Mask | None = None) -> list[Neighbour]:
        """Its nearest, after the question was widened by what is nearest at first sight."""
        if not len(self.store) or not vector.any():
            return []
        rows = self.index.candidates(vector, max(CANDIDATES, 4 * top), allowed)
        if not len(rows):
            return []
        vectors = self.store.vectors(rows)
        wide = _widened(vector, vectors, self.store.records["language"][rows])
        found, values = ranked(rows, vectors @ wide, top)
        ids = self.store.records["id"][found]
        return [
            Neighbour(int(r), int(i), round(float(v), 4), strength(float(v), self.steps))
            for r, i, v in zip(found, ids, values, strict=True)
        ]

    def regroup(self, day: int) -> None:
        """Vectors, groups, radius and alarm levels anew. What people decided stands."""
        fresh = not self.regrouped_at
        if self._has_grown(len(self.store)):
            self._pool_again()
        self._group_again(fresh=fresh)
        self.radius = self._radius()
        self._set_levels(day)
        self.regrouped_on = day

    def _has_grown(self, size: int) -> bool:
        return size >= (GROWTH if size < LARGE else 2) * self.regrouped_at

    def _group_again(self, *, fresh: bool) -> None:
        sample = self.groups.sample()
        vectors = self.store.vectors(sample)
        self.groups.regroup(sample, vectors, fresh=fresh)
        rows = self.groups.movable()
        for start in range(0, len(rows), 2000):
            block = rows[start : start + 2000]
            self.groups.follow(block, self.store.vectors(block) @ vectors.T, sample)
        self._grouped_at = len(self.store)
        self.rounds += 1

    def _looked_again(self, day: int) -> bool:
        """Once a month at everything; while the office is young more often at the groups alone."""
        size = len(self.store)
        if size < FIRST:
            return False
        if size >= 2 * self.regrouped_at or day - self.regrouped_on >= MONTH:
            self.regroup(day)
        elif OFTEN * self._grouped_at <= size < LARGE:
            self._group_again(fresh=False)
        else:
            return False
        return True

    def _pool_again(self) -> None:
        lots = (range(at, min(at + 64, len(self.store))) for at in range(0, len(self.store), 64))
        self.store.replace_vectors(self._pooled_block(rows) for rows in lots)
        self.index = Index(self.store, self.encoder.leading)
        self.regrouped_at = len(self.store)

    def _pooled_block(self, rows: range) -> Floats:
        return self.register.pooled_all(
            [(self.store.sentences(row), _language(self.store.records[row])) for row in rows]
        )

    def _radius(self) -> float:
        live = np.flatnonzero(self.store.records["gone"] == 0)
        rng = random.Random(len(live))  # noqa: S311  a sample, no secret
        rows = np.sort(np.asarray(rng.sample(live.tolist(), min(len(live), 600)), np.int64))
        vectors = self.store.vectors(rows)
        pairs = (vectors @ vectors.T)[np.triu_indices(len(rows), 1)]
        return float(np.quantile(pairs, 1 - NEAR_SHARE)) if len(pairs) else 0.5

    def _alarms(self, row: int, vector: Floats, pattern: int, day: int) -> list[Alarm]:
        if self.campaigns.is_campaign(row):
            letters = self.campaigns.members(row)
            first_time = len(letters) == campaigns.ENOUGH
            return [Alarm("campaign", pattern, tuple(letters), None, 0.0)] if first_time else []
        if day - self.totals.first < HISTORY:
            return []
        series = {
            "near": self._within(vector, day),
            "pattern": self.groups.rows(pattern),
        }
        for kind, rows in series.items():
            counted = self.people(rows)
            days = np.sort(self.store.records["day"][counted].astype(np.int64))
            seen = windows.excess(days, day, self.totals)
            if seen is None or seen.strength < self.levels.get(kind, UNHEARD):
                continue
            held = self.store.records["day"][rows] > day - seen.window
            members = tuple(int(r) for r in rows[held])
            if self.is_mostly_campaign(members) or self._own_voices(members) < windows.LEAST - 1:
                continue
            if self._is_new(row, kind, pattern, set(members), seen.strength):
                return [Alarm(kind, pattern, members, seen, self.levels[kind])]
        return []

    def people(self, rows: Rows) -> Rows:
        """One row for each text: copies count once, before they are many enough to be a campaign as well."""
        extra = self.campaigns.extra()
        return np.asarray(rows[~np.isin(rows, extra)] if len(extra) else rows, np.int64)

    def people_of(self, rows: Sequence[int]) -> Rows:
        return self.people(np.asarray(rows, np.int64))

    def _own_voices(self, rows: Sequence[int]) -> int:
        """Those that are no copy: a campaign alone is no structural problem."""
        return sum(not self.campaigns.is_copied(row) for row in rows)

    def _joins_known(self, row: int) -> bool:
        """Are these copies a campaign that is known, in another language? Then they are one from now on."""
        records = self.store.records
        mine = self.campaigns.members(row)
        middle = self._middle(mine)
        for letters in self.campaigns.all():
            there, last = letters[0], max(int(records["day"][r]) for r in letters)
            if row in letters or records["body"][there] != records["body"][row]:
                continue
            near = int(records["day"][row]) - last <= campaigns.LASTS
            if near and float(middle @ self._middle(letters)) >= campaigns.TRANSLATED:
                self.campaigns.unite(row, there)
                return True
        return False

    def _middle(self, rows: Sequence[int]) -> Floats:
        return unit(self.store.vectors(np.asarray(rows, np.int64)).mean(axis=0))

    def is_mostly_campaign(self, rows: Sequence[int]) -> bool:
        """More than half are letters of one pen."""
        return sum(self.campaigns.is_campaign(row) for row in rows) * 2 > len(rows)

    def weights(self, row: int) -> Floats:
        """How telling each of its sentences is; they sum to 1."""
        raw, language = self.store.sentences(row), _language(self.store.records[row])
        return self.register.pooled(raw, language)[1]

    def key_words(self, found: Sequence[Term], rows: Sequence[int], count: int = 8) -> list[str]:
        """Of the words that these complaints share and others have not, those that mean most nearly what they say."""
        if not found or not rows:
            return []
        middle, near = self._middle(rows), []
        for word, language, weight in found:
            raw = self.encoder.encode([word], language)
            sense = float(self.register.centred(raw, language)[0] @ middle)
            near.append((-weight * max(sense, FOREIGN), word))
        return [word for _, word in sorted(near)[:count]]

    def match(self, row: int, other: int) -> tuple[int, int]:
        """The numbers of the two sentences that match best and say something: what a reader can compare."""
        parts = []
        for one in (row, other):
            language = _language(self.store.records[one])
            centred = self.register.centred(self.store.sentences(one), language)
            parts.append((centred, np.sqrt(self.register.weights(centred))))
        (mine, heavy), (theirs, weighty) = parts
        if not len(mine) or not len(theirs):
            return 0, 0
        worth = (mine @ theirs.T) * np.outer(heavy, weighty)
        first, second = np.unravel_index(int(worth.argmax()), worth.shape)
        return int(first), int(second)

    def _is_new(self, row: int, kind: str, pattern: int, rows: set[int], strength: float = 0.0) -> bool:
        """Not heard in the last quarter; an alarm that goes on keeps itself quiet, unless it becomes far louder: then it is heard once more.

        Only the complaint that arrives is added to what was heard. With all that is near it, one alarm would lead to the next problem
        beside it, and keep that quiet too.
        """
        day = int(self.store.records["day"][row])
        self.heard = [item for item in self.heard if day - item.last <= budgeting.QUIET]
        known: set[int] = set().union(*(item.rows for item in self.heard))
        by_share = sorted(range(len(self.heard)), key=lambda n: -len(rows & self.heard[n].rows))
        for place in by_share:
            item = self.heard[place]
            label, members = item.label, item.rows
            is_it = kind == "pattern" and label == pattern
            near = abs(label) == pattern and len(rows & members) * 4 > len(rows)
            if is_it or near or (place == by_share[0] and len(rows & known) * 2 > len(rows)):
                since = sum(int(self.store.records["day"][one]) > item.first for one in rows)
                louder = strength >= item.strength + LOUDER and since >= windows.LEAST
                heard_at = math.inf if louder else item.strength
                self.heard[place] = Heard(item.first, day, label, members | {row}, heard_at)
                return louder
        self.heard.append(Heard(day, day, pattern if kind == "pattern" else -pattern, rows, strength))
        return True

    def _within(self, vector: Floats, day: int) -> Rows:
        """All within the radius, of the years that count."""
        records = self.store.records
        recent = records["day"] > day - windows.YEARS - windows.WINDOWS[-1]
        count = min(MOST_NEAR, max(400, int(2.5 * NEAR_SHARE * int(recent.sum()))))
        rows = self.index.candidates(vector, count, recent)
        return np.asarray(rows[self.store.vectors(rows) @ vector >= self.radius], np.int64)

    def _set_levels(self, day: int) -> None:
        records = self.store.records
        span = windows.YEARS + windows.WINDOWS[-1] + 365
        live = np.flatnonzero((records["gone"] == 0) & (records["day"] > day - span))[-PAST:]
        if len(live) < 150 or day - int(records["day"][live].min()) < HISTORY:
            return
        days = records["day"][live].astype(np.int64).tolist()
        vectors = self.store.vectors(live)
        is_copy = np.isin(live, self.campaigns.extra())
        near = _series(vectors, self.radius, is_copy)
        labels = np.asarray([self.groups.label(int(r)) for r in live])
        whole = {
            label: np.flatnonzero((labels == label) & ~is_copy).tolist() for label in set(labels.tolist())
        }
        since = max(day - 365, min(days) + HISTORY)
        every = max(1, len(live) // 1500)
        for kind, series in (("near", near), ("pattern", [whole[label] for label in labels.tolist()])):
            found = budgeting.alarm_level(
                series,
                days,
                since,
                self.budget * PARTS[kind],
                seed=len(live),
                asked=lambda place: place % every == 0 and not is_copy[place],
                ordinary=self.totals.ordinary(),
            )
            old = self.levels.get(kind)
            self.levels[kind] = found if old is None else 0.6 * old + 0.4 * found


def _widened(vector: Floats, vectors: Floats, languages: npt.NDArray[np.bytes_]) -> Floats:
    """Pulled towards the nearest of each language alike: of all together, those of its own would pull it back to it."""
    wide = vector
    for _ in range(TURNS):
        scores = vectors @ wide
        order = np.argsort(-scores, kind="stable")
        near = [order[languages[order] == language][:EXPANDED] for language in np.unique(languages)]
        pulling = np.concatenate(near)
        wide = unit(vector + np.clip(scores[pulling], 0, 1) ** 3 @ vectors[pulling])
    return wide


def _series(vectors: Floats, radius: float, is_copy: npt.NDArray[np.bool_]) -> Sequence[Sequence[int]]:
    found: list[list[int]] = []
    for start in range(0, len(vectors), 1000):
        close = (vectors[start : start + 1000] @ vectors.T >= radius) & ~is_copy
        found += [np.flatnonzero(row).tolist() for row in close]
    return found


def _one_thread() -> None:
    """Two threads on a busy machine of two cores wait for each other more than they work."""
    threadpool_limits(limits=1, user_api="blas")


def _language(record: npt.NDArray[np.void]) -> str:
    return bytes(record["language"]).decode()
