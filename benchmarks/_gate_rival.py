"""Another searcher, who shares no code with the gate: BM25 over words, facts by a few expressions, and pairs and triples of letters.

It holds the same base (texts and fields) and ranks all cases for a text. It is what passed texts are tried with.
"""

import itertools
import math
import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

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


class Rival:
    """`documents`: (text of all texts and fields, facts) of each case, in order."""

    def __init__(self, documents: Iterable[str]) -> None:
        words: dict[str, array[int]] = defaultdict(lambda: array("i"))
        counts: dict[str, array[int]] = defaultdict(lambda: array("i"))
        told: dict[str, array[int]] = defaultdict(lambda: array("i"))
        lengths = array("i")
        self.texts: list[str] = []
        for number, text in enumerate(documents):
            self.texts.append(text)
            frequency = Counter(terms(text))
            lengths.append(sum(frequency.values()))
            for term, times in frequency.items():
                words[term].append(number)
                counts[term].append(times)
            for fact in facts(text):
                told[fact].append(number)
        self.words = {t: (np.array(n), np.array(counts[t])) for t, n in words.items() if len(n) > 0}
        self.told = {f: np.array(n) for f, n in told.items()}
        self.size = len(lengths)
        self.normal = 1 - B + B * np.array(lengths) / max(1.0, float(np.mean(lengths)))

    def scores(self, text: str) -> npt.NDArray[np.float64]:
        """(cases,) higher is likelier."""
        total = np.zeros(self.size)
        for term in set(terms(text)):
            if term in self.words:
                numbers, times = self.words[term]
                rarity = math.log(1 + (self.size - len(numbers) + 0.5) / (len(numbers) + 0.5))
                total[numbers] += rarity * times * (K1 + 1) / (times + K1 * self.normal[numbers])
        for fact in facts(text):
            if fact in self.told:
                total[self.told[fact]] += 1.5 * math.log(self.size / len(self.told[fact]))
        for number in np.argsort(-total)[:100]:
            total[number] += 20 * self._alike(text, self.texts[number])
        return total

    def _alike(self, one: str, other: str) -> float:
        a, b = (Counter(letters(t)[n : n + 4] for n in range(len(t) - 3)) for t in (one, other))
        shared = sum(min(n, b[g]) for g, n in a.items())
        return shared / max(1, sum(a.values()))

    def rank(self, text: str, number: int) -> int:
        """The place of a case, ties broken by half."""
        scores = self.scores(text)
        above, equal = int((scores > scores[number]).sum()), int((scores == scores[number]).sum())
        return 1 + above + (equal - 1) // 2
