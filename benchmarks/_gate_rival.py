"""Other searchers, who share no code with the gate. They hold the same base (texts and fields) and rank all cases for a text; passed texts are
tried with them.

`mixed`: BM25 over words and pairs of words, facts by a few expressions, and four letters at a time of the best hundred. `cosine`: words and
pairs of words, tf-idf, cosine. `letters`: five letters at a time, tf-idf, cosine, of the best five hundred by words, and of the true case. He
could not know that one: any other case put in its place is among his first five now and then, so much of his share is chance.
"""

import itertools
import math
import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]
K1, B = 1.4, 0.7
SUFFIXES = ("ingen", "ements", "ement", "heden", "ing", "tions", "tion", "en", "es", "er", "s", "e", "d", "t")
MONTH = {
    name[:4]: number
    for number, names in enumerate(
        (
            "januari janvier january januar", "februari fevrier february februar", "maart mars march marz", "april avril", "mei mai may",
            "juni juin june", "juli juillet july", "augustus aout august", "september septembre", "oktober octobre october",
            "november novembre", "december decembre dezember",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip


def letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


def base_form(word: str) -> str:
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) > 3:
            return word[: -len(suffix)]
    return word


def terms(text: str) -> list[str]:
    plain = [base_form(w) for w in re.findall(r"\w+", letters(text)) if len(w) > 2]
    return plain + [f"{a} {b}" for a, b in itertools.pairwise(plain)]


def facts(text: str) -> set[str]:
    """Years, months, amounts, ages and capitalised words."""
    plain = letters(text)
    found = {f"year {y}" for y in re.findall(r"\b20[0-3]\d\b", plain)}
    found |= {
        f"month {MONTH[w[:4]]}" for w in re.findall(r"[a-z]{3,}", plain) if w[:4] in MONTH and len(w) > 2
    }
    found |= {f"sum {re.sub(r'[^0-9]', '', s)}" for s in re.findall(r"\b\d+[.,]\d\d\b", plain)}
    found |= {f"age {a}" for a in re.findall(r"\b([1-9]\d)\b(?= (?:jaar|ans|years|jahre))", plain)}
    found |= {f"name {letters(n)}" for n in re.findall(r"(?<![.!?] )(?<!^)\b[A-ZÉÈ][\w’'-]{3,}", text)}
    return found


@dataclass
class Read:
    """Cases read from case number `first` on: per word and pair of words who has it and how often, per fact who tells it."""

    first: int
    texts: list[str]
    lengths: Numbers
    words: dict[str, tuple[Numbers, Numbers]]
    told: dict[str, Numbers]


def read(documents: Iterable[str], first: int = 0) -> Read:
    """`documents`: all texts and fields of each case, in order."""
    words: dict[str, array[int]] = defaultdict(lambda: array("i"))
    counts: dict[str, array[int]] = defaultdict(lambda: array("i"))
    told: dict[str, array[int]] = defaultdict(lambda: array("i"))
    lengths, texts = array("i"), []
    for number, text in enumerate(documents, first):
        texts.append(text)
        frequency = Counter(terms(text))
        lengths.append(sum(frequency.values()))
        for term, times in frequency.items():
            words[term].append(number)
            counts[term].append(times)
        for fact in facts(text):
            told[fact].append(number)
    return Read(
        first,
        texts,
        np.array(lengths, np.int32),
        {t: (np.array(n, np.int32), np.array(counts[t], np.int32)) for t, n in words.items()},
        {f: np.array(n, np.int32) for f, n in told.items()},
    )


class Rival:
    """Searchers over all cases that were read; the pieces in the order of their numbers."""

    def __init__(self, pieces: Iterable[Read]) -> None:
        words: dict[str, list[tuple[Numbers, Numbers]]] = defaultdict(list)
        told: dict[str, list[Numbers]] = defaultdict(list)
        lengths: list[Numbers] = []
        self.texts: list[str] = []
        for piece in pieces:
            self.texts += piece.texts
            lengths.append(piece.lengths)
            for term, held in piece.words.items():
                words[term].append(held)
            for fact, numbers in piece.told.items():
                told[fact].append(numbers)
        self.words = {
            t: (np.concatenate([n for n, _ in held]), np.concatenate([c for _, c in held]))
            for t, held in words.items()
        }
        self.told = {f: np.concatenate(numbers) for f, numbers in told.items()}
        every = np.concatenate(lengths)
        self.size = len(every)
        squares = np.zeros(self.size)
        for holders, often in self.words.values():
            squares[holders] += ((1 + np.log(often)) * math.log(1 + self.size / len(holders))) ** 2
        self.norms = np.sqrt(np.maximum(squares, 1e-9))
        self.normal = 1 - B + B * every / max(1.0, float(np.mean(every)))

    def scores_of_words(self, text: str) -> npt.NDArray[np.float64]:
        """(cases,) BM25."""
        total = np.zeros(self.size)
        for term in set(terms(text)):
            if term in self.words:
                numbers, times = self.words[term]
                rarity = math.log(1 + (self.size - len(numbers) + 0.5) / (len(numbers) + 0.5))
                total[numbers] += rarity * times * (K1 + 1) / (times + K1 * self.normal[numbers])
        return total

    def scores(self, text: str) -> npt.NDArray[np.float64]:
        """(cases,) higher is likelier."""
        total = self.scores_of_words(text)
        for fact in facts(text):
            if fact in self.told:
                total[self.told[fact]] += 1.5 * math.log(self.size / len(self.told[fact]))
        own = grams(text, 4)
        for number in np.argsort(-total)[:100]:
            total[number] += 20 * shared(own, grams(self.texts[number], 4))
        return total

    def cosine(self, text: str) -> npt.NDArray[np.float64]:
        """(cases,) of tf-idf over words and pairs of words."""
        total = np.zeros(self.size)
        for term, times in Counter(terms(text)).items():
            if term in self.words:
                numbers, counts = self.words[term]
                rarity = math.log(1 + self.size / len(numbers))
                total[numbers] += (1 + math.log(times)) * (1 + np.log(counts)) * rarity**2
        return total / self.norms

    def by_letters(self, text: str, *numbers: int) -> npt.NDArray[np.float64]:
        """(cases,) of tf-idf over five letters; of the best by words and of `numbers`, the others are below all of them."""
        best = [*np.argsort(-self.scores_of_words(text))[:500], *numbers]
        read = {int(n): grams(self.texts[n], 5) for n in best}
        seen: Counter[str] = Counter(g for held in read.values() for g in held)
        own = grams(text, 5)
        weight = {g: math.log(1 + len(read) / seen[g]) ** 2 for g in own if seen[g]}
        total = np.full(self.size, -1.0)
        for n, held in read.items():
            common = sum(math.sqrt(own[g] * held[g]) * weight[g] for g in own.keys() & held.keys())
            total[n] = common / math.sqrt(len(held))
        return total

    def ranks(self, text: str, number: int) -> dict[str, int]:
        """The place of a case for each searcher, ties broken by half."""
        return {
            "mixed": place(self.scores(text), number),
            "cosine": place(self.cosine(text), number),
            "letters": place(self.by_letters(text, number), number),
        }

    def among(self, text: str, number: int, alike: Sequence[int]) -> dict[str, int]:
        """The place of a case among those that are like it, for each searcher."""
        found = {
            "mixed": self.scores(text),
            "cosine": self.cosine(text),
            "letters": self.by_letters(text, *alike),
        }
        listed = np.array(alike)
        return {name: place(scores[listed], alike.index(number)) for name, scores in found.items()}

    def k(self, text: str, number: int) -> int:
        """How many cases disagree with no more of the facts told than the true one; facts that no case has say nothing."""
        wrong = np.zeros(self.size, dtype=np.int16)
        for fact in facts(text) & self.told.keys():
            wrong += 1
            wrong[self.told[fact]] -= 1
        return int((wrong <= wrong[number]).sum())


def grams(text: str, size: int) -> Counter[str]:
    plain = letters(text)
    return Counter(plain[n : n + size] for n in range(len(plain) - size + 1))


def shared(own: Counter[str], other: Counter[str]) -> float:
    return sum(min(n, other[g]) for g, n in own.items()) / max(1, own.total())


def place(scores: npt.NDArray[np.float64], number: int) -> int:
    above, equal = int((scores > scores[number]).sum()), int((scores == scores[number]).sum())
    return 1 + above + (equal - 1) // 2
