"""Months as fingers and scanners spell them: Septcmber, Novernber, avrll, setpember."""

from functools import cache

from ombuds.deidentification.engine.day_words import MONTHS_BY_NAME
from ombuds.deidentification.engine.lexicons import loading
from ombuds.deidentification.engine.remembering import remembered

SHORTEST, SHORTEST_SLIP = 5, 6
LONGEST = 11
# Letters that look alike to a scanner read as one.
ALIKE = str.maketrans("cijtv105u", "elllulosn")


@remembered
def month_of(word: str) -> int:
    """1 to 12; 0 for a word that is no month, however spelt. A slip counts only where no dictionary has the word."""
    if word in MONTHS_BY_NAME:
        return MONTHS_BY_NAME[word]
    if word[:1].isalpha() and any(c in "10" for c in word) and len(word) > 3:
        for one in "li":
            if clean := MONTHS_BY_NAME.get(word.replace("1", one).replace("0", "o")):
                return clean
    if not SHORTEST <= len(word) <= LONGEST or not _may_begin(word) or _is_word(word):
        return 0
    if clear := MONTHS_BY_NAME.get(word.replace("rn", "m")):
        return clear
    if month := _seen().get(_look(word)):
        return month
    return _one_slip(word) if len(word) >= SHORTEST_SLIP else 0


def _may_begin(word: str) -> bool:
    return word[0] in "jfmasondl0" or word.startswith("rn")


def _is_word(word: str) -> bool:
    return any(word in loading.words(language) for language in loading.LANGUAGES) or bool(
        loading.given_strength(word) or loading.family_strength(word)
    )


def _look(word: str) -> str:
    return word.replace("rn", "m").translate(ALIKE)


@cache
def _seen() -> dict[str, int]:
    return {_look(month): number for month, number in MONTHS_BY_NAME.items() if len(month) >= SHORTEST}


def _one_slip(word: str) -> int:
    """A letter too many, too few, wrong, or two that changed places."""
    for month, number in MONTHS_BY_NAME.items():
        if len(month) >= SHORTEST_SLIP and abs(len(month) - len(word)) < 2 and _is_near(word, month):
            return number
    return 0


def _is_near(a: str, b: str) -> bool:
    if len(a) > len(b):
        a, b = b, a
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return a[same:] == b[same + 1 :]
    return a[same + 1 :] == b[same + 1 :] or (
        a[same : same + 2] == b[same : same + 2][::-1] and a[same + 2 :] == b[same + 2 :]
    )
