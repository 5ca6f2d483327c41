"""German: am 3. März and im März; articles by gender and case."""

import re

from ombuds.deidentification.engine.grammar.phrase import Phrase, Sort
from ombuds.deidentification.engine.grammar.words import last_two_words, last_word

DATIVE = frozenset(
    "bei mit von zu aus nach seit gegenüber in an auf vor hinter neben unter über zwischen".split()
)
OBLIQUE = frozenset("dem einem des eines einer".split())
STRAIGHT = frozenset("die das eine ein einen den".split())
MELTED = {"beim": "bei", "zum": "zu", "zur": "zu", "vom": "von", "im": "in", "am": "an", "ins": "in"}
NAMED_DAY = re.compile(
    r"(?<!\w)(?:[aA]m )?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag),? de[mn] $"
)
POSSESSIVES = ("mein", "dein", "sein", "ihr", "unser", "euer", "kein")
BARE_MONTH = frozenset("seit ab bis vor nach".split())


def fit(before: str, phrase: Phrase) -> tuple[int, str]:
    word, taken = last_word(before)
    if phrase.sort is Sort.MONTH:
        return _month(before, phrase.text)
    if phrase.sort is Sort.DECADE:
        if word in ("geboren", "geb"):
            return 0, f"in den {phrase.text}n"
        return (taken, f"in den {phrase.text}n") if word in ("am", "im") else (0, phrase.text)
    if phrase.sort is Sort.NOUN:
        return _noun(before, phrase)
    if phrase.sort is Sort.STREET and word == "aus" and "straße" in phrase.text.split(",")[0]:
        return 0, f"der {phrase.text}"
    return 0, phrase.text


def _month(before: str, month: str) -> tuple[int, str]:
    two, _both = last_two_words(before)
    word, taken = last_word(before)
    if named := NAMED_DAY.search(before[-40:]):
        return len(named.group()), f"im {month}"
    if word in ("dem", "zum", "den") and two.split()[:1] and two.split()[0] in BARE_MONTH:
        return taken, month
    if word in ("am", "den"):
        return taken, f"im {month}"
    return 0, month


def _noun(before: str, phrase: Phrase) -> tuple[int, str]:
    """Nouns come as feminine ones only (die Schule), whose forms tell two cases apart; see the table of nouns."""
    word, taken = last_word(before)
    noun = phrase.text
    if phrase.bare:
        return 0, noun
    if phrase.new and word in ("die", "das", "den", "der", "dem", "des"):
        oblique = word in ("dem", "des") or (word == "der" and _after_something(before))
        return taken, _article(noun, definite=False, oblique=oblique)
    if phrase.new and word in MELTED:
        return taken, f"{MELTED[word]} {_article(noun, definite=False, oblique=True)}"
    if word in MELTED:
        return (
            taken,
            f"{MELTED[word]} {_article(noun, phrase.definite or word in ('zum', 'zur', 'beim', 'vom'), oblique=True)}",
        )
    if word in OBLIQUE:
        return taken, _article(noun, word in ("dem", "des"), oblique=True)
    if word in STRAIGHT:
        return taken, _article(noun, word in ("die", "das", "den"), oblique=False)
    if word == "der":
        return taken, _article(noun, definite=True, oblique=_after_something(before))
    for owner in POSSESSIVES:
        if word.startswith(owner) and word.removeprefix(owner) in ("", "e", "en", "em", "er", "es"):
            ending = "er" if word.removeprefix(owner) in ("em", "er", "es") else "e"
            return taken, f"{owner}{ending} {_bent(noun, ending == 'er')}"
    return 0, _article(noun, phrase.definite, oblique=word in DATIVE)


def _after_something(before: str) -> bool:
    """Whether a word stands before the last one, or what a replacement put there ('Die [Wirtin] der …')."""
    return last_two_words(before)[0].split()[:1] != [] or (before[:1] == " " and before.strip().isalpha())


def _article(noun: str, definite: bool, oblique: bool) -> str:
    """`noun` may begin with an adjective in its weak stem: 'ander- Schule'."""
    whole = ("der" if oblique else "die") if definite else ("einer" if oblique else "eine")
    return f"{whole} {_bent(noun, oblique)}"


def _bent(noun: str, oblique: bool) -> str:
    stem, dash, rest = noun.partition("- ")
    return f"{stem}{'en' if oblique else 'e'} {rest}" if dash else noun
