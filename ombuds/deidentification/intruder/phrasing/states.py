"""Trades, nationalities, family and health told by a word that fits many people."""

import re

from ombuds.deidentification.intruder.phrasing.before import before
from ombuds.deidentification.intruder.telling import Fact

ARTICLES = {
    "nl": "als een|een|als",
    "fr": r"comme|un|une|en tant qu['’]|l['’]",
    "en": "as an|as a|an|a|as",
    "de": "als|einen|einem|eine|ein|der|die",
}
WORKING = {
    "nl": "een werknemer",
    "fr": "un travailleur",
    "en": "a worker",
    "de": "eine Arbeitskraft",
}
SOMEONE = {"nl": "een persoon", "fr": "une personne", "en": "a person", "de": "eine Person"}
ILLNESS = {
    "nl": "een gezondheidsprobleem",
    "fr": "un problème de santé",
    "en": "a health problem",
    "de": "ein gesundheitliches Problem",
}
CHILDREN = {"nl": "kinderen", "fr": "des enfants", "en": "children", "de": "Kinder"}
WHILE = {"nl": "een tijd", "fr": "un certain temps", "en": "some time", "de": "einige Zeit"}
FOREIGN = {
    "nl": ("buitenlandse", "het buitenland"),
    "fr": ("étrangère", "l'étranger"),
    "en": ("foreign", "abroad"),
    "de": ("ausländische", "dem Ausland"),
}
ADJECTIVE = re.compile(
    r"(?:s|se|ns|ais|aise|ien|ienne|ain|aine|ois|oise|ish|ese|ian|ean|an|isch\w*|er|erin|c|que)$"
)
NOUNS = (
    "widowed",
    "orphan",
    "guardian",
    "grandparent",
    "twins",
    "refugee",
    "retired",
    "prisoner",
    "unemployed",
    "self_employed",
    "homeless",
)
BEING = re.compile(r"(?:is|ben|was|zijn|bent|est|suis|était|is|am|was|bin|ist|war)\s+$", re.IGNORECASE)
SITUATION = {
    "nl": "in een bepaalde gezinssituatie",
    "fr": "dans une certaine situation familiale",
    "en": "in a certain family situation",
    "de": "in einer bestimmten Familiensituation",
}


def written(
    text: str, start: int, end: int, fact: Fact, step: Fact | None, language: str
) -> tuple[int, int, str] | None:
    first, article = before(text, start, ARTICLES[language])
    told = text[start:end].lower()
    if fact.kind == "duration":
        return start, end, WHILE[language]
    if fact.kind == "profession":
        return first, end, _worker(article, language)
    if fact.kind == "nationality":
        if language == "fr" and ADJECTIVE.search(told):
            return start, end, "étrangère" if told.endswith("e") else "étranger"
        return start, end, FOREIGN[language][0 if ADJECTIVE.search(told) else 1]
    if fact.kind == "family" and fact.value.startswith("children"):
        return (first if article else start), end, CHILDREN[language]
    if fact.kind == "health":
        return (first if article else start), end, ILLNESS[language]
    if article:
        return first, end, SOMEONE[language]
    if fact.value in NOUNS and not BEING.search(text[:start]):
        return start, end, SOMEONE[language].split()[1]
    return start, end, SITUATION[language]


def _worker(article: str, language: str) -> str:
    """ "als bakker" had no article and gets none; "een bakker" and "as a baker" had one."""
    bare = WORKING[language].split()[1]
    if not article:
        return bare
    if article in ("als", "comme"):
        return f"{article} {bare}"
    lead = article.split()[0] + " " if article.startswith(("als", "as", "comme")) else ""
    return lead + ("une travailleuse" if article == "une" else WORKING[language])
