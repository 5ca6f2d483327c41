"""Texts with [[marked]] people, and what the engine makes of them."""

import re
from dataclasses import dataclass
from pathlib import Path

from ombuds.deidentification.engine import find

MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Marked:
    text: str
    people: tuple[tuple[int, int], ...]


def unmarked(text: str) -> Marked:
    """The text without its marks, and where the marked people stand in it."""
    people, plain, at = [], "", 0
    for match in MARK.finditer(text):
        plain += text[at : match.start()]
        people.append((len(plain), len(plain) + len(match[1])))
        plain += match[1]
        at = match.end()
    return Marked(plain + text[at:], tuple(people))


def paragraphs(language: str) -> list[Marked]:
    content = (HERE / f"running_{language}.txt").read_text(encoding="utf-8")
    return [unmarked(block.strip()) for block in content.split("\n\n") if block.strip()]


def covered(marked: Marked, language: str) -> list[bool]:
    """For each marked person whether every character of it is masked."""
    masked = {i for s in find(marked.text, language) for i in range(s.start, s.end)}
    return [all(i in masked for i in range(start, end)) for start, end in marked.people]


def stray(marked: Marked, language: str) -> list[str]:
    """What is taken for a person and is none."""
    people = {i for start, end in marked.people for i in range(start, end)}
    return [
        marked.text[s.start : s.end]
        for s in find(marked.text, language)
        if s.kind == "person" and not people.intersection(range(s.start, s.end))
    ]
