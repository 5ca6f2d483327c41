"""When an invented name could be read as a true one: nearly the same letters, the same sound, the same initials."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.inventing.lists import public_persons
from ombuds.deidentification.engine.words import PARTICLES

NEAR = 2
WORD = re.compile(r"[^\W\d_]+")
# Letters that sound alike in Dutch, French and German; vowels only count at the beginning.
ALIKE = str.maketrans("cqgjyvwzxdbk", "kkgjjffsstpk")


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """A rough key of how a word sounds: 'Philippe' and 'Filip' are 'flp'. Lower case letters in, any length."""
    letters = plain(word).replace("ph", "f").replace("ck", "k").replace("sch", "s").replace("th", "t")
    if not letters:
        return ""
    head = "a" if letters[0] in "aeiou" else letters[0].translate(ALIKE)
    rest = re.sub(r"[aeiouyh\W]", "", letters[1:]).translate(ALIKE)
    return re.sub(r"(.)\1+", r"\1", head + rest)


def main_words(name: str) -> list[str]:
    """The words of a name in plain form, without its particles unless there is nothing else."""
    words = WORD.findall(plain(name))
    return [w for w in words if w not in PARTICLES] or words


def is_close(name: str, true_words: Iterable[str]) -> bool:
    """Whether any word of an invented name could be read as, or be a slip of, a true one."""
    mine = main_words(name)
    return any(_alike(word, true) for word in mine for true in true_words)


def _alike(word: str, true: str) -> bool:
    return OSA.distance(word, true, score_cutoff=NEAR) <= NEAR or (
        len(true) > 1 and sound(word) == sound(true)
    )


@dataclass
class Guard:
    """What inventions must stay clear of.

    `names`: (first, last) of the people of the case; `words`: other true words (towns, streets); `avoid`: full names
    that exist elsewhere (parties of other cases, officials); `used`: what earlier stories invented, in plain form; `looks_true`: whether a
    finder of true names takes an invented one for one of them (Meryem for Marie).
    """

    names: Iterable[tuple[str, str]] = ()
    words: Iterable[str] = ()
    avoid: Iterable[str] = ()
    used: set[str] = field(default_factory=set)
    looks_true: Callable[[str], bool] = field(default=lambda _name: False)

    def __post_init__(self) -> None:
        listed = list(self.names)
        self.true_words = {w for f, l in listed for w in main_words(f"{f} {l}")}  # noqa: E741 first and last
        self.true_words |= {w for text in self.words for w in main_words(text)}
        self.initials: set[tuple[str, str]] = set()
        for first, last in listed:
            self.learn_initials(first, last)
        self.full_names = [*public_persons(), *(" ".join(WORD.findall(plain(n))) for n in self.avoid)]
        self.family_names = {w for name in self.avoid for w in main_words(name) if len(w) > NEAR}

    def learn(self, first: str, last: str) -> None:
        """A person of the text whom the case file does not know."""
        self.true_words |= set(main_words(f"{first} {last}"))
        self.learn_initials(first, last)

    def learn_initials(self, first: str, last: str) -> None:
        firsts, lasts = WORD.findall(plain(first)), WORD.findall(plain(last))
        self.initials |= {(f[0], word[0]) for f in firsts[:1] for word in lasts}

    def allows_word(self, name: str) -> bool:
        """A given name, town or street: no word close to a true one."""
        return not is_close(name, self.true_words)

    def allows_family_name(self, name: str) -> bool:
        """Clear of the case and of every name in `avoid`."""
        if not self.allows_word(name):
            return False
        return not any(
            process.extractOne(word, self.family_names, scorer=OSA.distance, score_cutoff=NEAR)
            for word in main_words(name)
        )

    def allows_person(self, first: str, last: str) -> bool:
        """The two together: new in this and in earlier stories, nobody known, no initials of the case."""
        firsts, lasts = WORD.findall(plain(first)), WORD.findall(plain(last))
        if any((firsts[0][0], word[0]) in self.initials for word in lasts):
            return False
        whole = " ".join([*firsts, *lasts])
        turned = " ".join([*lasts, *firsts])
        if whole in self.used:
            return False
        if any(
            process.extractOne(name, self.full_names, scorer=OSA.distance, score_cutoff=NEAR)
            for name in (whole, turned)
        ):
            return False
        return not self.looks_true(f"{first} {last}")
