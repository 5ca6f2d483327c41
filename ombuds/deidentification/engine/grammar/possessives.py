"""Jans fiets, Anna's fiets, Max' fiets; Jan's bike; Annas Rad: the ending follows the new name."""

from ombuds.deidentification.engine.folding import plain

HISSING = {"nl": ("s", "x", "z", "ce"), "de": ("s", "x", "z", "ce", "ss")}
# In Dutch a long vowel at the end takes an apostrophe, a diphthong does not.
OPEN = ("a", "i", "o", "u", "y")
CLOSED = ("ij", "ui", "au", "eu", "ei", "oei", "aai", "ooi", "eeuw", "ie", "ai", "oi")


def possessive(name: str, language: str, apostrophe: str = "’") -> str:
    """The ending to put after a name; empty in French, which has none. Without apostrophe the English plural: the Foxsbys."""
    if language == "fr" or not name:
        return ""
    if language == "en":
        return f"{apostrophe}s" if apostrophe else "es" if plain(name[-1]) in tuple("sxz") else "s"
    if len(name) == 1:
        return f"{apostrophe}s"
    ending = plain(name[-4:])
    if ending.endswith(HISSING.get(language, ())):
        return apostrophe
    if (
        language == "nl"
        and name[-1].lower() in OPEN
        and (ending.endswith("oui") or not ending.endswith(CLOSED))
    ):
        return f"{apostrophe}s"
    return "s"
