"""English: a school and an office, on 3 March and in March."""

import re

from ombuds.deidentification.engine.grammar.phrase import Phrase, Sort
from ombuds.deidentification.engine.grammar.words import last_word

DETERMINERS = frozenset("the a an my your his her its our their this that each every no another".split())
# Numbers that sound with a vowel first, and letters that do when they are spelled out.
AN = re.compile(
    r"8|11(?!\d)|18(?!\d\d)|[AEFHILMNORSX]\b|hour|honest|honour|heir|[aeio]|u(?!ni|se|su|ti|k\b|ro)|[AEIO](?!u?ro)|U(?!n[ió]|k\b|s[eu])"
)


def fit(before: str, phrase: Phrase) -> tuple[int, str]:
    word, taken = last_word(before)
    text = phrase.text
    if phrase.sort is Sort.MONTH and word == "on":
        return taken, f"in {text}"
    if phrase.sort is Sort.DECADE:
        if word == "born":
            return 0, f"in the {text}"
        return (taken, f"in the {text}") if word in ("on", "in") else (0, text)
    if phrase.sort is Sort.NOUN and word == "that" and not phrase.bare:
        return 0, with_article(text, phrase.definite)  # a conjunction: 'I hope that Collège X learns'
    if phrase.new and word == "the":
        return taken, with_article(text, definite=False)
    if word in ("a", "an") and text.startswith("other "):
        return taken, f"an{text}"
    if word in ("a", "an"):
        right = article(text)
        return (taken, f"{right} {text}") if right != word else (0, text)
    if phrase.sort in (Sort.NOUN, Sort.ABROAD) and word not in DETERMINERS and not phrase.bare:
        return 0, with_article(text, phrase.definite)
    return 0, text


def article(text: str) -> str:
    """'a' or 'an', by the sound that follows."""
    return "an" if AN.match(text) and not re.match(r"(?:one|once|euro|eu[a-z]|uni|use)", text, re.I) else "a"


def with_article(noun: str, definite: bool) -> str:
    if noun.startswith("other ") and not definite:
        return f"an{noun}"
    return f"the {noun}" if definite else f"{article(noun)} {noun}"
