"""One place where words do not agree, and the rule that says so."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """`start` and `end` in code points; `says` one English sentence."""

    start: int
    end: int
    text: str
    says: str


@dataclass(frozen=True, slots=True)
class Rule:
    """`allows` tells the exceptions of a pattern."""

    pattern: re.Pattern[str]
    says: str
    allows: Callable[[re.Match[str]], bool] | None = None


def titled(text: str, name: str, gender: str, titles: dict[str, str]) -> Iterator[Problem]:
    """Titles of the other gender right before a name; `titles`: gender → pattern."""
    for wrong, pattern in titles.items():
        if gender and gender != wrong:
            for match in re.finditer(rf"(?<!\w)(?:{pattern}) {re.escape(name)}(?!\w)", text):
                yield Problem(match.start(), match.end(), match.group(), "The title is not of that gender.")
