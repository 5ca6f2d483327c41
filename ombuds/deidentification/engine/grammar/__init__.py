"""Small words that follow the word after them: elision, contraction, articles, prepositions of time and place.

Doors: `fitted`, `Phrase`, `Sort`, `possessive`.
"""

from ombuds.deidentification.engine.grammar import dutch, english, french, german
from ombuds.deidentification.engine.grammar.phrase import Phrase, Sort
from ombuds.deidentification.engine.grammar.possessives import possessive

__all__ = ["Phrase", "Sort", "begins_sentence", "fitted", "possessive"]

LANGUAGES = {"nl": dutch.fit, "fr": french.fit, "en": english.fit, "de": german.fit}


def fitted(before: str, phrase: Phrase, language: str, *, opens: bool = True) -> tuple[int, str]:
    """How many characters of `before` (the untouched text up to the phrase) to take back, and the text to put there.

    `opens`: the text begins with `before`; otherwise something that was replaced stands in front of it.
    """
    if not phrase.text:
        return 0, ""
    taken, text = LANGUAGES.get(language, english.fit)(before, phrase)
    start = before[len(before) - taken :] if taken else ""
    begins = begins_sentence(before) and (opens or bool(before.strip(" \t\"'«“‘(")))
    capital = start[:1].isupper() and begins_sentence(
        before[: len(before) - taken]
    )  # not 'at The Olive Tree'
    if capital or (not taken and begins and phrase.sort is Sort.NOUN):
        text = text[:1].upper() + text[1:]
    return taken, text


def begins_sentence(before: str) -> bool:
    """Whether nothing but a sentence's end stands before."""
    stripped = before.rstrip(" \t\"'«“‘(")
    return not stripped or (stripped[-1] in ".!?\n" and before[-1:].isspace())
