"""Dutch: in maart and op 3 maart, het bedrijf and de school."""

import re

from ombuds.deidentification.engine.grammar.phrase import Phrase, Sort
from ombuds.deidentification.engine.grammar.words import last_word

ARTICLES = {"de": ("de", "het"), "het": ("de", "het"), "'t": ("de", "het"), "deze": ("deze", "dit"), "dit": ("deze", "dit"), "die": ("die", "dat"),
            "dat": ("die", "dat"), "onze": ("onze", "ons"), "ons": ("onze", "ons"), "elke": ("elke", "elk"), "elk": ("elke", "elk"),
            "iedere": ("iedere", "ieder"), "ieder": ("iedere", "ieder")}  # fmt: skip
SAME = frozenset("een mijn jouw uw zijn haar hun je m'n z'n d'r geen".split())
LOOSE_ARTICLE = re.compile(r"(?<!\w)['’]t[ \u00a0]$")
ON = {"op": "in", "d.d": "van", "dd": "van"}


def fit(before: str, phrase: Phrase) -> tuple[int, str]:
    loose = LOOSE_ARTICLE.search(before)
    word, taken = ("'t", len(loose.group())) if loose else last_word(before)
    text = phrase.text
    if phrase.sort is Sort.MONTH:
        return (taken, f"{ON[word]} {text}") if word in ON else (0, text)
    if phrase.sort is Sort.DECADE:
        return _decade(word, taken, text)
    if phrase.sort is Sort.STREET and phrase.gender and word in ("de", "het"):
        return taken, f"{ARTICLES[word][phrase.gender == 'n']} {text}"
    if phrase.sort is Sort.ABROAD:
        return (taken, f"in een {text}") if word == "te" else (0, f"een {text}")
    if phrase.sort is not Sort.NOUN:
        return 0, text
    if word == "dat":  # a conjunction: 'ik hoop dat Sint-Jozef leert'
        return 0, text if phrase.bare else with_article(text, phrase.gender, phrase.definite)
    if word in ARTICLES:
        if phrase.new and word in ("de", "het", "'t"):
            return taken, with_article(text, phrase.gender, definite=False)
        return taken, f"{ARTICLES[word][phrase.gender == 'n']} {text}"
    if word in SAME or phrase.bare:
        return 0, text
    return 0, with_article(text, phrase.gender, phrase.definite)


def _decade(word: str, taken: int, years: str) -> tuple[int, str]:
    if word in ("op", "in"):
        return taken, f"in de {years}"
    if word in ("geboren", "geb"):
        return 0, f"in de {years}"
    return (0, f"de {years}") if word in ("van", "uit", "sinds") else (0, years)


def with_article(noun: str, gender: str, definite: bool) -> str:
    return f"{('het' if gender == 'n' else 'de') if definite else 'een'} {noun}"
