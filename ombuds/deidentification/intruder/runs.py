"""Words in a row that a publication shares with a case."""

from collections.abc import Sequence


def longest_run(one: Sequence[str], other: Sequence[str]) -> tuple[int, int, int]:
    """(start in one, start in other, length) of the longest run of equal words; length 0 when there is none."""
    at: dict[str, list[int]] = {}
    for place, word in enumerate(other):
        at.setdefault(word, []).append(place)
    best = (0, 0, 0)
    before: dict[int, int] = {}
    for place, word in enumerate(one):
        here: dict[int, int] = {}
        for there in at.get(word, ()):
            length = before.get(there - 1, 0) + 1
            here[there] = length
            if length > best[2]:
                best = (place - length + 1, there - length + 1, length)
        before = here
    return best


def holds_run(words: Sequence[str], run: Sequence[str]) -> bool:
    return f" {' '.join(run)} " in f" {' '.join(words)} "


def grams(text: str, size: int = 5) -> frozenset[str]:
    """The character grams of a plain text, spaces once."""
    joined = f" {' '.join(text.split())} "
    return frozenset(joined[n : n + size] for n in range(max(1, len(joined) - size + 1)))


def contained(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of `one` that is in `other`, 0 to 1."""
    return len(one & other) / len(one) if one else 0.0
