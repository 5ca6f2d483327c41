"""Two readings of one text beside each other: what differs, and what holds. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ombuds.publications.reviewing.items import LEAVE, MASK, Item, Taken


@dataclass(frozen=True, slots=True)
class Difference:
    """`second` is what the second reader said of a place on which the first said otherwise."""

    item: Item
    second: str
    settled: str = ""


def _covered(items: Iterable[Item]) -> dict[str, Taken]:
    """Piece → what is masked there."""
    found: dict[str, Taken] = {}
    for item in items:
        if item.verdict != LEAVE:  # what nobody decided is masked: better a word too many
            found.setdefault(item.piece, Taken()).add(item.start, item.end)
    return found


def missed_by_first(first: Sequence[Item], second: Sequence[Item]) -> list[Item]:
    """What the second reader masks and the first does not, in whole or in part."""
    covered = _covered(first)
    return [
        item
        for item in second
        if item.verdict == MASK and covered.get(item.piece, Taken()).free(item.start, item.end)
    ]


def differences(
    first: Sequence[Item], second: Sequence[Item], settled: Iterable[tuple[str, int, int, str]] = ()
) -> list[Difference]:
    """Places on which the two readers differ, in the order of reading; `settled`: (piece, start, end, verdict)."""
    agreed = {(piece, start, end): verdict for piece, start, end, verdict in settled}
    masked = {(i.piece, i.start, i.end): i for i in first if i.verdict == MASK}
    left = [i for i in second if i.verdict == LEAVE and (i.piece, i.start, i.end) in masked]
    found = [
        Difference(i, MASK, agreed.get((i.piece, i.start, i.end), "")) for i in missed_by_first(first, second)
    ]
    found += [Difference(i, LEAVE, agreed.get((i.piece, i.start, i.end), "")) for i in left]
    return sorted(found, key=lambda d: (d.item.piece, d.item.start, d.item.end))


def outcome(
    first: Sequence[Item], second: Sequence[Item], settled: Iterable[tuple[str, int, int, str]] = ()
) -> list[Item]:
    """What is replaced in the end: whatever either of them masks, unless it was settled to leave it."""
    spared = {(piece, start, end) for piece, start, end, verdict in settled if verdict == LEAVE}
    taken: dict[str, Taken] = {}
    found = []
    for item in [*first, *second]:
        if item.verdict == LEAVE or (item.piece, item.start, item.end) in spared:
            continue
        for start, end in taken.setdefault(item.piece, Taken()).free(item.start, item.end):
            taken[item.piece].add(start, end)
            found.append(
                Item(
                    item.piece, start, end, item.kind, item.source, item.confidence, item.reason,
                    item.entity, item.key, MASK,
                )
            )  # fmt: skip
    return sorted(found, key=lambda i: (i.piece, i.start))
