"""Finds the names of known people: any case, accents, order, initials, possessive, one or two typing errors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from ombuds.deidentification.engine.folding import Folded, plain
from ombuds.deidentification.engine.known import Person
from ombuds.deidentification.engine.spans import KNOWN, Kind, Span
from ombuds.deidentification.engine.words import EVERYDAY, PARTICLES

TOKEN = re.compile(r"[^\W_]+")
GAP = r"[\s\-'.,_]{0,3}"
POSSESSIVE = r"(?:'?s|')?"
SHORT = 3


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int
    capital: bool


def tokens(text: str, folded: Folded) -> list[Token]:
    found = []
    for match in TOKEN.finditer(folded.text):
        start, end = folded.original(match.start(), match.end())
        found.append(Token(match.group(), start, end, text[start : start + 1].isupper()))
    return found


def words_of(name: str) -> list[str]:
    return TOKEN.findall(plain(name))


def main_words(name: str) -> list[str]:
    """The words that name someone by themselves: not the particles, unless there is nothing else."""
    words = words_of(name)
    return [w for w in words if w not in PARTICLES and len(w) > 1] or [w for w in words if len(w) > 1]


def errors_allowed(word: str) -> int:
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2


def loose(words: list[str]) -> str:
    """The words of a name with anything or nothing between them: 'Vandenbossche', 'Van Den  Bossche'."""
    return GAP.join(re.escape(word) for word in words)


@lru_cache(maxsize=4096)
def whole_name_patterns(first: str, last: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Ways to write the name as a whole, surest first; searched in the plain text."""
    first_words, last_words = words_of(first), words_of(last)
    forms: list[tuple[str, str]] = []
    if first_words and last_words:
        given, family = loose(first_words), loose(last_words)
        initials = r"[\s.\-]{0,2}".join(re.escape(w[0]) + r"\.?" for w in first_words)
        middle = r"(?:[^\W\d_]{1,12}\.?[ \-]{1,2}){0,2}"
        forms += [
            ("full", rf"{given}[\s.,\-_]{{1,4}}{middle}{family}{POSSESSIVE}"),
            ("full", rf"{family}[\s.,\-_]{{1,4}}{given}{POSSESSIVE}"),
            ("full", rf"{given}[._\-]?{family}{POSSESSIVE}"),
            ("initials", rf"{initials}[\s\-]{{0,2}}{family}{POSSESSIVE}"),
            ("initials", rf"{family},?\s{{1,2}}{initials}(?<=\.)"),
            (
                "monogram",
                rf"{re.escape(first_words[0][0])}\.\s?{re.escape(last_words[0][0])}\.",
            ),
        ]
    forms += [("last", loose(last_words) + POSSESSIVE)] if last_words else []
    forms += [("first", loose(first_words) + POSSESSIVE)] if first_words else []
    return tuple((part, re.compile(rf"(?<![^\W_]){form}(?![^\W_])")) for part, form in forms)


def is_named(words: list[str], original: str) -> bool:
    """Whether a lone match is the name: short and everyday words only count with a capital."""
    if len(words) > 1 or (len(words[0]) > SHORT and words[0] not in EVERYDAY):
        return True
    return original[:1].isupper()


def names(text: str, folded: Folded, text_tokens: list[Token], people: tuple[Person, ...]) -> Iterator[Span]:
    for index, person in enumerate(people):
        entity = f"person:{index}"
        yield from _whole(text, folded, person, entity)
        yield from _loose_words(text_tokens, person, entity)


def _whole(text: str, folded: Folded, person: Person, entity: str) -> Iterator[Span]:
    for part, pattern in whole_name_patterns(person.first, person.last):
        words = words_of(person.first if part == "first" else person.last)
        for match in pattern.finditer(folded.text):
            start, end = folded.original(match.start(), match.end())
            if part in {"first", "last"} and not is_named(words, text[start:end]):
                continue
            if part == "monogram" and not text[start:end].replace(".", "").replace(" ", "").isupper():
                continue
            end -= len(text[start:end]) - len(text[start:end].rstrip(" ,\n\t"))
            yield Span(
                start,
                end,
                Kind.PERSON,
                KNOWN,
                0.9 if part == "monogram" else 1.0,
                entity,
                part,
            )


def _loose_words(text_tokens: list[Token], person: Person, entity: str) -> Iterator[Span]:
    """One word of the name alone, also misspelt, with the particles and initials that stand before it."""
    for part, name in (("last", person.last), ("first", person.first)):
        before = frozenset(words_of(name)) & PARTICLES
        for word in main_words(name):
            limit = errors_allowed(word)
            for index, token in enumerate(text_tokens):
                if abs(len(token.text) - len(word)) > limit + 2:
                    continue
                if (confidence := _likeness(token, word, limit)) is not None:
                    start = _start(text_tokens, index, before, person.first if part == "last" else "")
                    yield Span(start, token.end, Kind.PERSON, KNOWN, confidence, entity, part)


def _start(text_tokens: list[Token], index: int, particles: frozenset[str], first: str) -> int:
    start = text_tokens[index].start
    initials = {w[0] for w in words_of(first)}
    for previous in reversed(text_tokens[max(0, index - 5) : index]):
        is_initial = previous.capital and previous.text in initials
        if start - previous.end > len(" . ") or not (previous.text in particles or is_initial):
            break
        start = previous.start
    return start


def _likeness(token: Token, word: str, limit: int) -> float | None:
    if word in (token.text, token.text.removesuffix("s")):
        return 1.0 if is_named([word], "A" if token.capital else "a") else None
    # Misspelt names in lower case are too often just words, except the long ones.
    if token.text in EVERYDAY or limit == 0 or (limit == 1 and not token.capital):
        return None
    errors = OSA.distance(token.text, word, score_cutoff=limit)
    if errors > limit or (token.text[0] != word[0] and errors > 1):
        return None
    return 1.0 - errors / len(word)
