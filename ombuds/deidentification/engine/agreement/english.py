"""English."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.agreement.problem import Problem, Rule, titled

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SOUNDS_LIKE_A_CONSONANT = re.compile(r"(?:uni|use|usu|util|euro|eu|one\b|once|ukr|ubiq|U\b)", re.I)
SOUNDS_LIKE_A_VOWEL = re.compile(r"(?:hour|honest|honour|heir|[FHLMNRSX]\b)")

RULES = (
    Rule(re.compile(r"\b[aA] (?=[aeioAEIO]|u[bdfglmnprstvz]|U[bdfglmnprstvz])\w+"), "an, not a.", lambda m: bool(SOUNDS_LIKE_A_CONSONANT.match(m.group()[2:]))),
    Rule(re.compile(r"\b[aA]n (?=[bcdfgjklmnpqrstvwyzBCDFGJKLMNPQRSTVWYZ])\w+"), "a, not an.", lambda m: bool(SOUNDS_LIKE_A_VOWEL.match(m.group()[3:]))),
    Rule(re.compile(r"\b[aA] (?:8|11|18|8\d|18\d\d|11,|18,)\b"), "an before eight, eleven and eighteen."),
    Rule(re.compile(r"\b[aA]n (?:[2-79]\d*|1[02-79]\d*|1)\b"), "a before this number."),
    Rule(re.compile(r"\b(?:the|a|an|my|his|her|their|our) (?:the|a|an)\b", re.I), "Two articles in a row."),
    Rule(re.compile(r"\ban? other\b"), "another, in one word."),
    Rule(re.compile(r"\b(of|in|on|at|to|by) \1\b", re.I), "The same small word twice."),
    Rule(re.compile(rf"\b[oO]n (?:{MONTHS})\b(?! \d{{1,2}}(?!\d))"), "in a month, on a day."),
    Rule(re.compile(rf"\b[iI]n (?:\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}(?!\d))"), "on a day, in a month."),
    Rule(re.compile(r"\bon (?:the )?\d{4}s\b|\bin \d{4}s\b"), "in the 1980s."),
    Rule(re.compile(r"\b\d*(?:1st|2nd|3rd)\b|\b\d*[04-9](?:st|nd|rd)\b|\b\d*(?:1|2|3)th\b"), "The ordinal does not fit its number.", lambda m: _ordinal_fits(m.group())),
    Rule(re.compile(r"\babout (?:about|approximately|around|roughly)\b"), "About, twice."),
)  # fmt: skip
TITLES = {"m": r"Mr\.?|Mister|Sir", "f": r"Mrs\.?|Ms\.?|Miss|Madam"}


def _ordinal_fits(text: str) -> bool:
    number = int(re.sub(r"\D", "", text) or 0)
    right = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return text.endswith(right)


def names(text: str, name: str, gender: str) -> Iterator[Problem]:
    yield from titled(text, name, gender, TITLES)
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?:s(?!\w)|['’](?![\w”\"]))", text):
        yield Problem(match.start(), match.end(), match.group(), "The possessive ending is ’s.")
