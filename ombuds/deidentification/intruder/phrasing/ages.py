"""Ages by their decade, decades by nothing."""

import re

from ombuds.deidentification.intruder.phrasing.before import before
from ombuds.deidentification.intruder.telling import Fact

TENS = {
    "nl": {20: "twintig", 30: "dertig", 40: "veertig", 50: "vijftig", 60: "zestig", 70: "zeventig", 80: "tachtig", 90: "negentig"},
    "fr": {20: "vingtaine", 30: "trentaine", 40: "quarantaine", 50: "cinquantaine", 60: "soixantaine"},
    "en": {20: "twenties", 30: "thirties", 40: "forties", 50: "fifties", 60: "sixties", 70: "seventies", 80: "eighties", 90: "nineties"},
    "de": {20: "Zwanzigern", 30: "Dreißigern", 40: "Vierzigern", 50: "Fünfzigern", 60: "Sechzigern", 70: "Siebzigern", 80: "Achtzigern", 90: "Neunzigern"},
}  # fmt: skip
OLD = {"nl": "bejaard", "fr": "d'un grand âge", "en": "elderly", "de": "hochbetagt"}
YOUNG = {"nl": "minderjarig", "fr": "d'âge mineur", "en": "under age", "de": "minderjährig"}
GROWN = {"nl": "volwassen", "fr": "d'âge adulte", "en": "adult", "de": "erwachsen"}
LEADS = {
    "nl": "van|ongeveer|ruim|bijna",
    "fr": "âgée? de|agee? de|de",
    "en": "aged|of",
    "de": "von|im alter von",
}
ADJECTIVE = re.compile(r"\w*(?:jarige?n?|year-old|year old|jährige?[nrs]?|jahrige?[nrs]?)$", re.IGNORECASE)
BAND = {
    "nl": ("jonge", "volwassen", "oudere"),
    "en": ("young", "middle-aged", "older"),
    "de": ("junge", "erwachsene", "ältere"),
    "fr": ("jeune", "adulte", "âgé"),
}


def written(
    text: str, start: int, end: int, fact: Fact, step: Fact | None, language: str
) -> tuple[int, int, str]:
    word = re.search(r"\d{1,3}.*$", text[start:end])
    if word is not None:
        start += word.start()
    if ADJECTIVE.search(text[start:end]):
        return start, end, BAND[language][0 if fact.high < 30 else 1 if fact.low < 60 else 2]
    first, _lead = before(text, start, LEADS[language])
    if step is None:
        return first, end, GROWN[language] if fact.low >= 18 else YOUNG[language]
    return first, end, _decade(step.low, language)


def _decade(low: int, language: str) -> str:
    if low < 20:
        return YOUNG[language]
    tens = TENS[language].get(low)
    if tens is None:
        return OLD[language]
    return {
        "nl": f"in de {tens}",
        "fr": f"d'une {tens} d'années",
        "en": f"in their {tens}",
        "de": f"in den {tens}",
    }[language]
