"""The whole case base, indexed: 100,000 cases in one file, brought up to date case by case."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock

import numpy as np
import numpy.typing as npt

from ombuds.deidentification.intruder.case import BaseCase
from ombuds.deidentification.intruder.lexicon import Entry, Phrases
from ombuds.deidentification.intruder.plain import key
from ombuds.deidentification.intruder.postings import Cases, Postings
from ombuds.deidentification.intruder.segment import Segment, build, joined, read, write

CHUNK = 20_000
Ask = Callable[[Postings], Cases]


class Base:
    """Segments end to end; a case that was changed or removed is dead in its old segment.

    Case numbers run from 0 over all segments, the dead ones included; `alive` says which count. A Base does not change: `with_case`
    gives a new one that shares the old one's segments.
    """

    def __init__(
        self, segments: Sequence[Segment], alive: Sequence[npt.NDArray[np.bool_]], note: str = ""
    ) -> None:
        self.segments = tuple(segments)
        self.masks = tuple(alive)
        self.note = note
        self.read: dict[int, object] = {}
        self.lock = Lock()
        self.starts = np.cumsum([0, *map(len, self.segments)])

    @classmethod
    def of(cls, cases: Iterable[BaseCase]) -> "Base":
        """Index the cases; of two with one id the last counts."""
        segments: list[Segment] = []
        chunk: dict[str, BaseCase] = {}
        seen: set[str] = set()
        again: set[str] = set()
        for case in cases:
            if case.id in seen and case.id not in chunk:
                again.add(case.id)
            seen.add(case.id)
            chunk[case.id] = case
            if len(chunk) >= CHUNK:
                segments.append(build(chunk.values()))
                chunk = {}
        if chunk or not segments:
            segments.append(build(chunk.values()))
        base = cls(segments, [np.ones(len(s), dtype=np.bool_) for s in segments])
        return base._without_older(again).merged() if len(segments) > 1 else base

    def _without_older(self, ids: Iterable[str]) -> "Base":
        masks = [mask.copy() for mask in self.masks]
        for id_ in ids:
            for number in self._numbers(id_)[:-1]:
                at = int(np.searchsorted(self.starts, number, side="right")) - 1
                masks[at][number - self.starts[at]] = False
        return Base(self.segments, masks, self.note)

    # -- changing -----------------------------------------------------------------------------------------------------

    def with_cases(self, cases: Iterable[BaseCase]) -> "Base":
        """With these cases added, or put in the place of those with the same id."""
        fresh = {case.id: case for case in cases}
        if not fresh:
            return self
        left = self.without(fresh)
        segment = build(fresh.values())
        grown = Base(
            (*left.segments, segment), (*left.masks, np.ones(len(segment), dtype=np.bool_)), self.note
        )
        return grown.merged(keep_first=True) if len(grown.segments) > 8 else grown

    def with_case(self, case: BaseCase) -> "Base":
        return self.with_cases([case])

    def without(self, ids: Iterable[str]) -> "Base":
        """Without the cases of these ids; unknown ones are left aside."""
        masks = [mask.copy() for mask in self.masks]
        for id_ in ids:
            for number in self._numbers(id_):
                at = int(np.searchsorted(self.starts, number, side="right")) - 1
                masks[at][number - self.starts[at]] = False
        return Base(self.segments, masks, self.note)

    def merged(self, *, keep_first: bool = False) -> "Base":
        """The same cases in one segment; with `keep_first` the big first one is left as it is and the small ones are joined."""
        first = 1 if keep_first and len(self.segments) > 1 else 0
        together = joined(self.segments[first:], self.masks[first:])
        return Base(
            (*self.segments[:first], together),
            (*self.masks[:first], np.ones(len(together), dtype=np.bool_)),
            self.note,
        )

    # -- keeping ------------------------------------------------------------------------------------------------------

    def save(self, path: Path, note: str = "") -> None:
        """Write everything to one file, readable by its owner only. `note` comes back as `base.note`."""
        whole = self if len(self.segments) == 1 and self.masks[0].all() else self.merged()
        write(whole.segments[0], path, note or self.note)

    @classmethod
    def load(cls, path: Path) -> "Base":
        """Raises ValueError when the file is not such an index, OSError when it cannot be read."""
        segment, note = read(path)
        return cls([segment], [np.ones(len(segment), dtype=np.bool_)], note)

    # -- asking -------------------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        return int(sum(int(mask.sum()) for mask in self.masks))

    @property
    def room(self) -> int:
        """How many case numbers there are, dead ones included: the length of every array over cases."""
        return int(self.starts[-1])

    @cached_property
    def alive(self) -> npt.NDArray[np.bool_]:
        return np.concatenate(self.masks) if self.masks else np.empty(0, np.bool_)

    @cached_property
    def sizes(self) -> npt.NDArray[np.int32]:
        """Different words of each case."""
        return np.concatenate([s.sizes for s in self.segments])

    @cached_property
    def phrases(self) -> Phrases:
        """The short values of the cases' fields (names of bodies, themes …), to be found in a text's concepts."""
        listed = {phrase for segment in self.segments for phrase in segment.phrases()}
        split = [phrase.partition("=") for phrase in sorted(listed)]
        return Phrases(
            Entry(kind, value, tuple(value.split()), (False,) * len(value.split()))
            for kind, _, value in split
        )

    @cached_property
    def digest(self) -> str:
        """One word for exactly these cases, whatever their order: 16 hex digits."""
        total = 0
        for segment, mask in zip(self.segments, self.masks, strict=True):
            with np.errstate(over="ignore"):
                mixed = segment.digests[mask] * np.uint64(0x9E3779B97F4A7C15)
            total += int(mixed.sum(dtype=np.uint64))
        return f"{(total + len(self)) % (1 << 64):016x}"

    def case(self, number: int) -> BaseCase:
        at = int(np.searchsorted(self.starts, number, side="right")) - 1
        return self.segments[at].case(int(number - self.starts[at]))

    def number(self, id_: str) -> int | None:
        """The number of a case by its id; None when it is not in the base."""
        living = [n for n in self._numbers(id_) if self.alive[n]]
        return living[-1] if living else None

    def get(self, id_: str) -> BaseCase | None:
        number = self.number(id_)
        return None if number is None else self.case(number)

    def ids(self) -> Iterator[str]:
        for number in np.flatnonzero(self.alive):
            yield self.case(int(number)).id

    def _numbers(self, id_: str) -> list[int]:
        return [int(n) for n in self.who("ids", key("id " + id_))]

    def who(self, kind: str, wanted: int) -> Cases:
        """Numbers of the cases that carry a key among their terms, prints, identifiers or facts; dead ones included."""
        return self._collect(kind, lambda postings: postings.of(wanted))

    def within(self, kind: str, low: int, high: int) -> Cases:
        """Numbers of the cases with a day or amount in [low, high], each once or more."""
        return self._collect(kind, lambda postings: postings.between(low, high))

    def _collect(self, kind: str, ask: Ask) -> Cases:
        found = [
            (ask(getattr(segment, kind)) + start).astype(np.int32)
            for segment, start in zip(self.segments, self.starts[:-1], strict=True)
        ]
        return found[0] if len(found) == 1 else np.concatenate(found)

    def holds(self, kind: str, wanted: int) -> npt.NDArray[np.bool_]:
        """(room,) which living cases carry the key."""
        return self.mask(self.who(kind, wanted))

    def mask(self, numbers: Cases) -> npt.NDArray[np.bool_]:
        found = np.zeros(self.room, dtype=np.bool_)
        found[numbers] = True
        return found & self.alive

    def count(self, kind: str, keys: Sequence[int]) -> npt.NDArray[np.int64]:
        """How many cases carry each key; the few dead ones are counted along."""
        total = np.zeros(len(keys), dtype=np.int64)
        for segment in self.segments:
            postings: Postings = getattr(segment, kind)
            total += postings.count(keys)
        return total
