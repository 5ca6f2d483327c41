"""Words that no list holds because the language joins words: 'Beschwerdestelle', 'vergunningsaanvraag'."""

from functools import lru_cache

from ombuds.deidentification.engine.lexicons.loading import words

JOINTS = {"de": ("", "s", "es", "n", "en", "er"), "nl": ("", "s", "e", "en")}
# Endings that only words have; names seldom end so.
ENDINGS = {
    "de": (
        "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "itat", "ismus", "nis", "nisse",
        "amt", "amts", "amtes", "stelle", "stellen", "behorde", "behorden", "antrag", "bescheid", "verfahren", "recht", "rechts", "gesetz", "dienst",
        "nummer", "nr", "kasse", "pflicht", "geld", "gericht", "rat", "zeit", "lichkeit", "tum", "ling", "ierung", "ierungen", "schein", "wesen", "werk",
    ),
    "nl": (
        "heid", "heden", "atie", "aties", "ering", "eringen", "elijk", "elijke", "schap", "dienst", "diensten", "aanvraag", "beslissing", "vergunning",
        "nummer", "nr", "kaart", "toeslag", "regeling", "procedure", "wet", "iteit", "iteiten", "isme", "loos", "baar", "bare",
    ),
    "fr": ("tion", "tions", "ement", "ements", "ite", "ites", "isme", "ismes", "iste", "istes", "aire", "aires", "able", "ables", "ique", "iques", "ances", "eur", "eurs", "euse"),
    "en": ("tion", "tions", "ment", "ments", "ness", "ity", "ities", "ism", "isms", "able", "ible", "ically", "ship"),
}  # fmt: skip
SHORTEST_PART, SHORTEST_ENDING, LONGEST = 3, 5, 40


@lru_cache(maxsize=20_000)
def is_compound(word: str, language: str) -> bool:
    """Whether the plain word is two listed words with a joint between them; only German and Dutch join."""
    joints = JOINTS.get(language)
    if joints is None or not SHORTEST_PART + SHORTEST_ENDING <= len(word) <= LONGEST:
        return False
    known = words(language)
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_ENDING + 2):
        if word[cut:] in known and any(
            word[:cut].endswith(j)
            and (word[: cut - len(j)] in known or is_compound(word[: cut - len(j)], language))
            for j in joints
            if cut - len(j) > 2
        ):
            return True
    return False


def has_word_ending(word: str, language: str) -> bool:
    return len(word) > 6 and word.endswith(ENDINGS.get(language, ()))
