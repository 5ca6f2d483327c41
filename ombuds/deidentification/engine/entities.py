"""Who is who: 'Jan', 'de heer Peeters' and 'J. Peeters' are one person when a longer mention holds them all."""

from collections.abc import Sequence

from ombuds.deidentification.engine.persons.cues import PARTICLES
from ombuds.deidentification.engine.spans import KNOWN, Span


def words_in(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words and the initials of a name in plain form, without particles and the possessive."""
    listed = "".join(c if c.isalnum() else " " for c in name).split()
    if len(listed) > 1 and listed[-1] == "s":
        listed.pop()
    words = frozenset(w for w in listed if len(w) > 1 and w not in PARTICLES)
    return words, frozenset(w for w in listed if len(w) == 1)


class Entities:
    """Keys of people, the same over all documents that were learnt."""

    def __init__(self) -> None:
        self._keys: dict[frozenset[str], str] = {}
        self._by_word: dict[str, list[tuple[frozenset[str], str]]] = {}
        self._known: dict[frozenset[str], str] = {}

    def learn(self, people: Sequence[tuple[Span, str]]) -> None:
        """The people of one document, (span, name in plain form); the longest mentions stand for a person."""
        named = [(span, *words_in(name)) for span, name in people]
        for span, words, _ in named:
            if span.source == KNOWN and span.entity.startswith("person:") and len(words) > 1:
                self._add(words, span.entity)
        for _, words, _ in sorted(named, key=lambda one: -len(one[1])):
            if words and self._find(words, frozenset()) is None:
                self._add(words, "name:" + " ".join(sorted(words)))

    def _add(self, words: frozenset[str], key: str) -> None:
        if words in self._keys:
            return
        self._keys[words] = key
        for word in words:
            self._by_word.setdefault(word, []).append((words, key))

    def _find(self, words: frozenset[str], initials: frozenset[str]) -> str | None:
        """The person all of whose words these are; with initials the one whose other words begin so."""
        if not words:
            return None
        # Any of the words leads to the same people; in a long text the rarest is asked.
        holders = min((self._by_word.get(word, []) for word in words), key=len)
        if len(words) == 1 and not initials:
            return holders[0][1] if holders else None
        candidates = [(whole, key) for whole, key in holders if words <= whole]
        fitting = [
            (whole, key)
            for whole, key in candidates
            if all(any(word[0] == letter for word in whole - words) for letter in initials)
        ]
        chosen = fitting or candidates
        return chosen[0][1] if chosen else None

    def key_of(self, name: str) -> str:
        """The key of the person whom this mention, in plain form, names."""
        words, initials = words_in(name)
        bare = frozenset(w[:-1] if w.endswith("s") and w not in self._by_word else w for w in words)
        return self._find(words, initials) or self._find(bare, initials) or f"name:{name}"
