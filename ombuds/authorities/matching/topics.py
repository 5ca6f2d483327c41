"""Subjects in a text: « leefloon », « précompte immobilier », « parking fine »."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ombuds.authorities.matching.entries import Subject
from ombuds.authorities.matching.normal import Token, plain, words
from ombuds.authorities.matching.traps import FALSE_FRIENDS

WINDOW = 10


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject found, with how much its words say."""

    subject: Subject
    score: float
    term: str


@dataclass(frozen=True, slots=True)
class _Stem:
    text: str
    open: bool


def _stems(term: str) -> tuple[_Stem, ...]:
    """`parkeer* boete` → two stems, the first open at its end."""
    marked = term.replace("*", "qqq")
    return tuple(
        _Stem(word[:-3] if word.endswith("qqq") else word, word.endswith("qqq"))
        for word in words(plain(marked))
    )


class Topics:
    """All subjects, ready to be looked for."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self._terms: list[tuple[tuple[_Stem, ...], Subject, str, float]] = []
        self._closed: dict[str, set[_Stem]] = {}
        self._open: dict[str, set[_Stem]] = {}
        for subject in subjects:
            for term in subject.terms:
                stems = _stems(term)
                if stems:
                    self._terms.append((stems, subject, term, _says(stems)))
                for stem in stems:
                    (self._open if stem.open else self._closed).setdefault(stem.text, set()).add(stem)
        self._by_stem: dict[_Stem, list[int]] = {}
        for i, (stems, *_rest) in enumerate(self._terms):
            self._by_stem.setdefault(stems[0], []).append(i)
        self._long = [s for group in (self._open, self._closed) for s in group if len(s) >= 6]
        self.vocabulary = frozenset(self._closed) | frozenset(self._open)

    def knows(self, word: str) -> bool:
        """Whether this word, as written, belongs to a subject."""
        return bool(self._exact(word))

    def _exact(self, word: str) -> set[_Stem]:
        found = set(self._closed.get(word, ()))
        for size in range(2, len(word) + 1):
            found |= self._open.get(word[:size], set())
        return found

    def _near(self, word: str) -> set[_Stem]:
        """Stems one or two typing errors away from a long word."""
        if len(word) < 7 or word.isdigit() or word in FALSE_FRIENDS:
            return set()
        allowed = 1 if len(word) < 10 else 2
        found: set[_Stem] = set()
        for text in self._long:
            if text[0] != word[0] or len(text) > len(word) + allowed:
                continue
            if text in self._open and OSA.distance(word[: len(text)], text, score_cutoff=1) <= 1:
                found |= self._open[text]
            elif text in self._closed and OSA.distance(word, text, score_cutoff=allowed) <= allowed:
                found |= self._closed[text]
        return found

    def find(self, found: Sequence[Token], blocked: set[int]) -> list[Topic]:
        """Subjects by their best term, strongest first. `blocked`: positions that are part of a name."""
        at: dict[_Stem, list[int]] = {}
        for i, token in enumerate(found):
            if i in blocked:
                continue
            for stem in self._exact(token.text) or self._near(token.text):
                at.setdefault(stem, []).append(i)
        best: dict[str, Topic] = {}
        count: dict[str, set[str]] = {}
        for i in {i for stem in at for i in self._by_stem.get(stem, ())}:
            stems, subject, term, score = self._terms[i]
            if not _close_together(stems, at):
                continue
            count.setdefault(subject.code, set()).add(term)
            if subject.code not in best or score > best[subject.code].score:
                best[subject.code] = Topic(subject, score, term)
        scored = [
            Topic(t.subject, t.score + min(6, 2 * (len(count[c]) - 1)), t.term) for c, t in best.items()
        ]
        return sorted(scored, key=lambda t: (-t.score, t.subject.code))


def _says(stems: tuple[_Stem, ...]) -> float:
    """Longer words and more of them say more."""
    letters = sum(len(stem.text) for stem in stems)
    return 58 + min(16, 1.5 * letters) + 6 * (len(stems) - 1)


def _close_together(stems: tuple[_Stem, ...], at: dict[_Stem, list[int]]) -> bool:
    """All words of a term within a few words of each other."""
    if any(stem not in at for stem in stems):
        return False
    return len(stems) == 1 or any(
        all(any(p != start and abs(p - start) <= WINDOW for p in at[stem]) for stem in stems[1:])
        for start in at[stems[0]]
    )
