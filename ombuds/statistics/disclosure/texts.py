"""Figures in texts: what a sentence beside the tables tells of a hidden figure. Imports no Django.

A sentence that names every label of a hidden figure, and a number that the figure could be, is taken at its word. That
may accuse a sentence that meant another number; the other way round somebody would be found.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from ombuds.statistics.disclosure.attack import Interval
from ombuds.statistics.disclosure.cells import Fact, Node

SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
NUMBERS = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?![\w])|(?<![\w.,])\d+(?![\w%])")
# Small numbers as words: the ones that tell on people.
WORDS = {
    "no": 0, "none": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "geen": 0, "nul": 0, "één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "aucune": 0, "aucun": 0, "une": 1, "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10,
}  # fmt: skip
# Also articles: a number only where nothing else in the sentence is one.
ARTICLES = frozenset({"een", "une", "un", "one", "no"})


def told(texts: Mapping[str, str], intervals: Iterable[Interval]) -> list[Fact]:
    """Return what texts (by name) tell of hidden figures, given what can be inferred of each without them."""
    hidden = [(each, [label.casefold() for _dimension, label in each.node[1]]) for each in intervals]
    found: dict[tuple[Node, int], Fact] = {}
    for name, text in texts.items():
        for sentence in SENTENCES.split(text):
            plain = " ".join(sentence.casefold().split())
            numbers = set(_numbers(plain)) if plain else set()
            if not numbers:
                continue
            for interval, labels in hidden:
                if labels and all(_names(plain, label) for label in labels):
                    for number in numbers:
                        if interval.low <= number <= interval.high:
                            fact = Fact(
                                {interval.node: 1.0}, number, number, f"{name}: “{sentence.strip()[:120]}”"
                            )
                            found.setdefault((interval.node, number), fact)
    # Two numbers in reach: the reader cannot tell which of them it is.
    several: dict[Node, list[Fact]] = {}
    for (node, _number), fact in found.items():
        several.setdefault(node, []).append(fact)
    return [_joined(facts) for facts in several.values()]


def _joined(facts: list[Fact]) -> Fact:
    first = facts[0]
    return Fact(first.terms, min(f.low for f in facts), max(f.high for f in facts), first.source)


def _names(sentence: str, label: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(label)}(?!\w)", sentence) is not None


def _numbers(sentence: str) -> Iterator[int]:
    digits = [int(re.sub(r"\D", "", match)) for match in NUMBERS.findall(sentence)]
    words = [word for word in re.findall(r"[^\W\d_]+", sentence) if word in WORDS]
    yield from digits
    sure = [word for word in words if word not in ARTICLES]
    yield from (WORDS[word] for word in (sure or ([] if digits else words)))
