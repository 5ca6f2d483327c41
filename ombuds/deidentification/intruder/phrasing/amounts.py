"""Amounts by their size, sizes by "a sum"."""

from ombuds.deidentification.intruder.phrasing.before import before
from ombuds.deidentification.intruder.telling import Fact

SIZES = {
    "nl": ("enkele euro's", "enkele tientallen euro's", "enkele honderden euro's", "enkele duizenden euro's", "vele duizenden euro's"),
    "fr": ("quelques euros", "quelques dizaines d'euros", "quelques centaines d'euros", "quelques milliers d'euros", "de nombreux milliers d'euros"),
    "en": ("a few euros", "some tens of euros", "a few hundred euros", "a few thousand euros", "many thousands of euros"),
    "de": ("einige Euro", "einige Dutzend Euro", "einige hundert Euro", "einige tausend Euro", "viele tausend Euro"),
}  # fmt: skip
SUM = {
    "nl": "een bepaald bedrag",
    "fr": "une certaine somme",
    "en": "a certain sum",
    "de": "einen bestimmten Betrag",
}
OF_SUM = {
    "nl": r"(?:een |het )?bedrag van",
    "fr": r"(?:un |le |la |une )?(?:montant|somme) de",
    "en": r"(?:an? |the )?(?:amount|sum) of",
    "de": r"(?:einen |einem |der |den )?betrag von",
}


def written(
    text: str, start: int, end: int, fact: Fact, step: Fact | None, language: str
) -> tuple[int, int, str]:
    while end < len(text) and text[end - 1] != "€" and text[end : end + 2] in (" €", "€"):
        end += 2
    if step is None and fact.low != fact.high:
        first, _ = before(text, start, OF_SUM[language])
        return first, end, SUM[language]
    low = step.low if step is not None else fact.low
    place = min(max(len(str(low)) - 3, 0), 4)
    return start, end, SIZES[language][place]
