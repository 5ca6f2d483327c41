"""The words that tell what a group is about: frequent in it, rare elsewhere, and not the words that every letter has."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from ombuds.lib.text import fold, stem
from ombuds.patterns.engine.emptywords import EMPTY

_WORD = re.compile(r"[^\W\d_]{3,}")
Counts = Counter[str]
Term = tuple[str, str, float]  # word, language, weight
LEAST_HOLDERS, SHARE_HOLDING = (
    2,
    0.04,
)  # sentences of a group that hold a word, before it can stand for the group


class Vocabulary:
    """In how many complaints of a language each stem occurs."""

    def __init__(self) -> None:
        self.complaints: Counter[str] = Counter()
        self.holding: dict[str, Counts] = defaultdict(Counter)

    def learn(self, text: str, language: str, sign: int = 1) -> None:
        """Take a text in; with `sign` −1 take it out again."""
        seen = stems(text, language)
        self.complaints[language] += sign
        for key in seen:
            self.holding[language][key] += sign

    def rarity(self, key: str, language: str) -> float:
        """0 for a word of every complaint, larger the fewer hold it."""
        count = self.complaints[language]
        return math.log((count + 1) / (self.holding[language][key] + 0.5)) if count else 1.0


def stems(text: str, language: str) -> dict[str, str]:
    """Stem → as written, of the words of three letters and more that say something by themselves."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text[:20_000]):
        if fold(word) in EMPTY:
            continue
        found.setdefault(stem(fold(word), language), word.lower())
    return found


def key_terms(texts: Iterable[tuple[str, str, float]], vocabulary: Vocabulary, count: int = 8) -> list[Term]:
    """(word, language, weight), best first. `texts` are (sentence, language, weight of the sentence in its complaint).

    A word counts by the weights of the sentences it stands in: what everybody writes is weighed down before the words are.
    """
    heavy: dict[tuple[str, str], float] = defaultdict(float)
    holders: Counter[tuple[str, str]] = Counter()
    written: dict[tuple[str, str], Counts] = defaultdict(Counter)
    sentences: Counter[str] = Counter()
    whole: dict[str, float] = defaultdict(float)
    for sentence, language, weight in texts:
        sentences[language] += 1
        whole[language] += weight
        for key, spelling in stems(sentence, language).items():
            heavy[language, key] += weight
            holders[language, key] += 1
            written[language, key][spelling] += 1
    total = sum(whole.values()) or 1.0
    found = []
    for (language, key), weight in heavy.items():
        rare = vocabulary.rarity(key, language)
        # A word of one complaint may be a name; a word of a group is said by several.
        if rare < 1.2 or holders[language, key] < max(LEAST_HOLDERS, SHARE_HOLDING * sentences[language]):
            continue
        spelling = written[language, key].most_common(1)[0][0]
        # Said by many before said with weight: the weight only breaks ties between words of the same spread.
        spread = holders[language, key] / sum(sentences.values())
        found.append((spelling, language, spread**0.7 * (weight / total) ** 0.3 * rare**1.5))
    found.sort(key=lambda item: (-item[2], item[0]))
    return found[:count]


def shared(one: str, other: str, language: str, vocabulary: Vocabulary, count: int = 4) -> list[str]:
    """The rarest words that two texts of one language have in common."""
    mine, theirs = stems(one, language), stems(other, language)
    common = [key for key in mine if key in theirs and vocabulary.rarity(key, language) > 1.2]
    common.sort(key=lambda key: (-vocabulary.rarity(key, language), key))
    return [mine[key] for key in common[:count]]
