"""Small parts that the finders of numbers share."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.reading import Reading

# Regexes begin with a character class, which the machine scans for quickly; the look-behind checks the edge.
START = r"(?<![^\W_].)"
END = r"(?![^\W_])"
NUMBER_WORD = r"(?:nummers?|numbers?|numeros?|nrs?|nos?|nbrs?|num|id|code|n°s?|#)"
# What stands between a word and its number, on one line or after a colon.
LINK = (
    rf"[ \t\"'(\[]{{0,3}}(?:{NUMBER_WORD}[. \t]{{0,3}})?(?:(?:is|est|ist|was|lautet|luidt|van|de|met|avec|with|portant|le|la|the|role|plate|plaat|plaque|rolnummer|dossier|zaak)[ \t]){{0,2}}"
    rf"(?:{NUMBER_WORD}[. \t]{{0,3}})?(?:[:=]\s{{0,3}}|[.#\- \t\"'(\[]|\n(?=\d)){{0,6}}"
)


def digits_of(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def has_before(reading: Reading, start: int, pattern: re.Pattern[str], reach: int = 45) -> bool:
    """Whether one of these words stands shortly before, in the same paragraph."""
    window = reading.plain[max(0, start - reach) : start]
    return pattern.search(window.rpartition("\n\n")[2]) is not None


def matches_after(
    reading: Reading, words: frozenset[str], pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """The pattern right after each of these words; linear, since it is tried at those places only."""
    for index in reading.at(words & reading.places.keys()):
        if match := pattern.match(reading.plain, reading.ends[index]):
            yield match
