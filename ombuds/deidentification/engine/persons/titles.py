"""Whether a word is a title where it stands: 'M.' before a name in French, an initial elsewhere."""

from ombuds.deidentification.engine.persons.cues import SHORT_TITLES, TITLES
from ombuds.deidentification.engine.persons.tokens import Text


def is_title(text: Text, index: int) -> bool:
    word = text.words[index]
    if word in TITLES:
        return True
    if word not in SHORT_TITLES or word == "st":
        return False
    if word == "me":
        return text.capitals[index] and "fr" in text.languages(index) and text.gap(index) in {" ", ". "}
    if not text.gap(index).startswith("."):
        return False
    return word != "m" or (text.capitals[index] and "fr" in text.languages(index) and text.gap(index) == ". ")
