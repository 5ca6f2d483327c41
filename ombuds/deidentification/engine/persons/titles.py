"""Whether a word is a title where it stands: 'M.' before a name in French, an initial elsewhere."""

from ombuds.deidentification.engine.persons.cues import SHORT_TITLES, TITLES
from ombuds.deidentification.engine.persons.tokens import Text


def is_title(text: Text, index: int) -> bool:
    word = text.words[index]
    if word in TITLES:
        return True
    if word not in SHORT_TITLES:
        return False
    gap = text.gap(index)
    if index and text.before(index) in {".-", "-", "."}:
        return False  # the M of 'J.-M. Gillet'
    if word == "me":
        return text.original_word(index) == "Me" and "fr" in text.languages(index) and gap in {" ", ". "}
    if word == "ra":
        return text.language == "de" and text.is_all_capitals(index) and gap == " "
    if word == "m":
        return text.capitals[index] and "fr" in text.languages(index) and gap in {". ", " "}
    return gap.startswith(".")
