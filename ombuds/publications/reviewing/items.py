"""What the engine found and what readers decided, put together: one list of places that do not overlap. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ombuds.deidentification.engine import Span
from ombuds.deidentification.engine.spans import KNOWN

MASK, LEAVE = "mask", "leave"


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of text that is read: the title, summary or body in one language, or a paper."""

    key: str
    language: str
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as the list needs it; a higher `id` is later. `was` is the found place that it replaces."""

    id: int
    piece: str
    start: int
    end: int
    kind: str
    verdict: str
    key: str
    words: int = 1
    everywhere: bool = False
    was: tuple[int, int] | None = None
    known: bool = False  # it was about something that the case file knows


@dataclass(frozen=True, slots=True)
class Item:
    """One place. `verdict` is empty until a person has decided."""

    piece: str
    start: int
    end: int
    kind: str
    source: str
    confidence: float
    reason: str
    entity: str
    key: str
    verdict: str = ""


Everywhere = Mapping[str, Decided]  # key of the words → the last decision about them


def everywhere_of(decisions: Iterable[Decided]) -> dict[str, Decided]:
    return {d.key: d for d in sorted(decisions, key=lambda d: d.id) if d.everywhere}


def items_of(
    piece: Piece,
    spans: Sequence[Span],
    decisions: Iterable[Decided],
    everywhere: Everywhere,
    key_of: Callable[[str], str],
    elsewhere: Iterable[tuple[int, int, str]] = (),
) -> list[Item]:
    """The places of one piece, in order. `elsewhere`: (start, end, key) where words of `everywhere` stand."""
    exact = {(span.start, span.end): span for span in spans}
    here = [d for d in decisions if d.piece == piece.key and d.end <= len(piece.text)]
    taken = Taken()
    items: list[Item] = []
    for decided in sorted(here, key=lambda d: -d.id):
        later = everywhere.get(decided.key)
        stands = later if later is not None and later.id > decided.id else decided
        if taken.add(decided.start, decided.end):
            items += _decided(piece, decided, stands, exact)
            if decided.was and stands.verdict == MASK:
                taken.hide(*decided.was)
    for span in spans:
        for start, end in taken.free(span.start, span.end):
            if (start, end) != (span.start, span.end):
                start, end = _trimmed(piece.text, start, end)
            if _says_something(piece.text[start:end]) or (start, end) == (span.start, span.end):
                items.append(_found(piece, replace(span, start=start, end=end), everywhere, key_of))
                taken.add(start, end)
    for start, end, key in elsewhere:
        decided_there = everywhere[key]
        if decided_there.verdict == MASK and taken.add(start, end):
            items.append(_person(piece, start, end, decided_there.kind, key, MASK))
    return sorted(items, key=lambda item: (item.start, item.end))


def _decided(
    piece: Piece, decided: Decided, stands: Decided, exact: Mapping[tuple[int, int], Span]
) -> list[Item]:
    """A mask stands by itself; “stays as it is” is only shown where there is something to stay."""
    span = exact.get((decided.start, decided.end))
    kind = stands.kind or decided.kind
    if span is not None:
        return [
            Item(
                piece.key, span.start, span.end, kind, span.source, span.confidence, span.reason,
                span.entity, decided.key, stands.verdict,
            )
        ]  # fmt: skip
    item = _person(piece, decided.start, decided.end, kind, decided.key, stands.verdict)
    return [item] if item.verdict == MASK else []


def _person(piece: Piece, start: int, end: int, kind: str, key: str, verdict: str) -> Item:
    return Item(piece.key, start, end, kind, "person", 1.0, "", f"read:{key}", key, verdict)


def _found(piece: Piece, span: Span, everywhere: Everywhere, key_of: Callable[[str], str]) -> Item:
    key = key_of(piece.text[span.start : span.end])
    stands = everywhere.get(key)
    if stands and stands.verdict == LEAVE and span.source == KNOWN and not stands.known:
        stands = None  # what the case file knows is left only by who saw that it does
    return Item(
        piece.key,
        span.start,
        span.end,
        stands.kind if stands and stands.verdict == MASK else span.kind.value,
        span.source,
        span.confidence,
        span.reason,
        span.entity,
        key,
        stands.verdict if stands else "",
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """What is left of a cut place, without the spaces and signs at its edges."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _says_something(text: str) -> bool:
    return sum(c.isalnum() for c in text) > 1


class Taken:
    """Ranges that are spoken for, sorted, none overlapping; hidden ones beside them."""

    def __init__(self) -> None:
        self._ranges: list[tuple[int, int]] = []
        self._hidden: list[tuple[int, int]] = []

    def add(self, start: int, end: int) -> bool:
        """False when something is there already."""
        at = bisect_left(self._ranges, (start, end))
        before = at and self._ranges[at - 1][1] > start
        after = at < len(self._ranges) and self._ranges[at][0] < end
        if before or after or start >= end:
            return False
        self._ranges.insert(at, (start, end))
        return True

    def hide(self, start: int, end: int) -> None:
        self._hidden.append((start, end))

    def free(self, start: int, end: int) -> list[tuple[int, int]]:
        """What of the range nothing covers."""
        at = max(0, bisect_right(self._ranges, (start, start)) - 1)
        covers = []
        while at < len(self._ranges) and self._ranges[at][0] < end:
            covers.append(self._ranges[at])
            at += 1
        covers += [h for h in self._hidden if h[0] < end and h[1] > start]
        left, point = [], start
        for low, high in sorted(covers):
            if low > point:
                left.append((point, min(low, end)))
            point = max(point, high)
        return [*left, (point, end)] if point < end else left
