"""Reading the last words before a replacement."""

import re

WORD_BEFORE = re.compile(r"([^\W\d_]+(?:[’'](?!\w))?)([ \u00a0]?)$")
TWO_WORDS = re.compile(r"([^\W\d_]+)([ \u00a0])([^\W\d_]+(?:[’'](?!\w))?)([ \u00a0]?)$")


def last_word(before: str) -> tuple[str, int]:
    """The lower-case word right before (with its apostrophe), and how many characters it takes with its space."""
    match = WORD_BEFORE.search(before[-40:])
    if not match or (not match.group(2) and match.group(1)[-1] not in "’'"):
        return "", 0
    return match.group(1).lower().replace("’", "'"), len(match.group())


def last_two_words(before: str) -> tuple[str, int]:
    """'de la', 'bis zum': two words right before, and how many characters they take."""
    match = TWO_WORDS.search(before[-60:])
    if not match or (not match.group(4) and match.group(3)[-1] not in "’'"):
        return "", 0
    return f"{match.group(1)} {match.group(3)}".lower().replace("’", "'"), len(match.group())
