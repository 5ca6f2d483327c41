"""Passages that are not in the language of their text: quotations in a draft, and what a writer forgot to translate. Pure."""

import re

from ombuds.deidentification.engine.language import SMALL_WORDS

WORDS = re.compile(r"[^\W\d_]+")
ENOUGH = 6  # small words: below that nobody can tell
MARK = re.compile(r"^> \[\w\w → \w\w\]", re.MULTILINE)


def to_translate(text: str, language: str, into: str) -> str:
    """The passage as a quotation that says what is still to be done: `> [fr → nl] …`."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    return "\n>\n".join(f"> [{language} → {into}] {line}" for line in lines)


def foreign(text: str, language: str) -> str:
    """The language of the first passage that is in another one, or still marked as to be translated; else empty."""
    if marked := MARK.search(text):
        return marked.group()[3:5]
    for passage in re.split(r"\n\s*\n", text):
        other = tongue(passage)
        if other and other != language:
            return other
    return ""


def tongue(passage: str) -> str:
    """The language of a passage when its small words leave no doubt; else empty."""
    words = [word.lower() for word in WORDS.findall(passage)]
    counts = {code: sum(word in small for word in words) for code, small in SMALL_WORDS.items()}
    first, second, *_rest = sorted(counts.values(), reverse=True)
    if first < ENOUGH or first < 2 * second + 2:
        return ""
    return max(counts, key=lambda code: counts[code])
