"""Where the name of somebody begins inside what looks like the name of a body: 'kamer van Thibault Peeters', 'service Marie Dupont'."""

from bisect import bisect_left

from ombuds.deidentification.engine.doubtful_words import ORDINARY
from ombuds.deidentification.engine.keep_words import COMPETENCES, FORMS_OF_BODIES
from ombuds.deidentification.engine.lexicons.loading import (
    LANGUAGES,
    Strength,
    common_words,
    family_strength,
    given_strength,
    proper_words,
    words,
)
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.towns import names as town_names

OF = frozenset("van de d du des von of la le der den".split())
OF_THE_STATE = COMPETENCES | FORMS_OF_BODIES | ORDINARY
SAINTS = frozenset(
    "st ste sint saint sainte sankt san santa notre koning koningin prins prinses roi reine".split()
)


def without_names(reading: Reading, start: int, end: int) -> int:
    """Where the body ends that was seen from `start` to `end` of the plain form: before the first name of a person."""
    first = bisect_left(reading.starts, start) + 1
    index = first
    while index < len(reading.words) and reading.starts[index] < end:
        if _begins_a_name(reading, index, end):
            last = index - 1
            while last >= first and reading.words[last] in OF:
                last -= 1
            return reading.ends[last]
        index += 1
    return end


def _begins_a_name(reading: Reading, index: int, end: int) -> bool:
    word = reading.words[index]
    gap = reading.plain[reading.ends[index - 1] : reading.starts[index]]
    if (
        gap not in {" ", "'"}
        or not reading.is_capital(index)
        or _is_of_all(word)
        or reading.words[index - 1] in SAINTS
    ):
        return False
    follower = index + 1
    followed = (
        follower < len(reading.words) and reading.plain[reading.ends[index] : reading.starts[follower]] == " "
    )
    given = given_strength(word) is Strength.SURE
    if given and followed and reading.starts[follower] < end and reading.is_capital(follower):
        both = _is_common(word) and _is_word(reading.words[follower])  # 'General Data Protection Regulation'
        return not both and not _is_of_all(reading.words[follower])
    alone = reading.ends[index] >= end and not (followed and reading.is_capital(follower))
    if not alone:
        return False
    if family_strength(word) is Strength.SURE and not _is_word(word):
        return True
    return given and reading.words[index - 1] in OF and (word == "marie" or not _is_common(word))


def _is_of_all(word: str) -> bool:
    """A matter of the state, a town or what has a capital anyway."""
    return word in OF_THE_STATE or word in town_names()[0] or word in proper_words()


def _is_word(word: str) -> bool:
    return any(word in words(language) for language in LANGUAGES)


def _is_common(word: str) -> bool:
    return any(word in common_words(language) for language in LANGUAGES)
