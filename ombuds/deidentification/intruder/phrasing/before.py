"""What stands before a fact and goes with it: a preposition, an article."""

import re
from functools import cache


def _alternatives(words: str) -> list[str]:
    """The alternatives at the outermost level of a pattern."""
    found, depth, last = [], 0, 0
    for at, sign in enumerate(words):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append(words[last:at])
            last = at + 1
    return [*found, words[last:]]


@cache
def _pattern(words: str) -> re.Pattern[str]:
    longest_first = "|".join(sorted(_alternatives(words), key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=[\s(«“\"'’]))(?P<word>{longest_first})\s*$", re.IGNORECASE)


def before(text: str, start: int, words: str) -> tuple[int, str]:
    """(where it starts, the word in lower case) of the one of `words` (a pattern) that stands right before `start`.

    (`start`, "") when none does. An elided word ("d'", "l'") needs no space after it.
    """
    found = _pattern(words).search(text, max(0, start - 40), start)
    if found is None or (found.end("word") == start and not found["word"].endswith(("'", "’"))):
        return start, ""
    return found.start("word"), found["word"].lower().replace("’", "'")
