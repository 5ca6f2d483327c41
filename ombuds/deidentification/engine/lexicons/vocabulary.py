"""What an office taught the engine: words that are names, and names that are only words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Single words in plain form (lower case, no accents: `folding.plain`).

    `names`: each is a name wherever it stands with a capital; `words`: never a name by itself.
    A word in both is a name: a name too many is better than a name left standing.
    """

    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def is_name(self, word: str) -> bool:
        return word in self.names

    def is_word(self, word: str) -> bool:
        return word in self.words and word not in self.names


EMPTY = Vocabulary()
