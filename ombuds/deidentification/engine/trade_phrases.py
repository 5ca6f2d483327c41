"""How far the name of a trade goes: the gap between two words, and the French complement after it."""

from ombuds.deidentification.engine.profession_cues import ADJECTIVE, COMPLEMENTS, FIELDS, OF_SOMETHING
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.trade_words import STOPS


def gap(reading: Reading, index: int) -> str:
    """What stands between this word and the one before it."""
    return reading.plain[reading.ends[index - 1] : reading.starts[index]] if index else "\n\n"


def is_complement(reading: Reading, index: int) -> bool:
    """'de banque', 'd'entretien', 'à domicile'; not 'à Namur', 'de Marie', 'en 2020'."""
    follower = index + 1
    article = follower < len(reading.words) and reading.words[follower] in {"la", "l", "les"}
    follower += article
    if follower >= len(reading.words) or reading.is_capital(follower):
        return False
    word = reading.words[follower]
    if article or reading.words[index] == "du":
        return word in FIELDS
    if reading.words[index] in {"a", "au", "aux"}:
        return word in COMPLEMENTS
    return (
        word not in STOPS and word.isalpha() and word not in {"metier", "profession", "formation", "service"}
    )


def with_complement(reading: Reading, index: int) -> int:
    """'technicien de surface', 'prothésiste ongulaire': French says the rest after, and so does a teacher in Dutch."""
    follower = index + 1
    if follower >= len(reading.words) or gap(reading, follower) != " " or reading.is_capital(follower):
        return index
    word = reading.words[follower]
    if reading.language == "nl" and reading.words[index] in {
        "leerkracht",
        "leraar",
        "lerares",
        "docent",
        "docente",
        "lector",
    }:
        return follower if word not in STOPS and len(word) > 4 else index
    if reading.language != "fr":
        return index
    if word in {"de", "d", "en"} or (word in {"du", "des", "pour"} and reading.words[index] in OF_SOMETHING):
        if not is_complement(reading, follower):
            return index
        return with_complement(reading, follower + 1 + (reading.words[follower + 1] in {"la", "l", "les"}))
    return follower if ADJECTIVE.match(word) and word not in STOPS else index
