"""Towns by "a municipality in" their province or region, provinces by their region, regions by nothing."""

import re

from ombuds.deidentification.intruder.lexicon.towns import PROVINCE_NAMES
from ombuds.deidentification.intruder.phrasing.before import before
from ombuds.deidentification.intruder.telling import Fact

# (nominative, after a preposition): German needs both.
OF_REGION = {
    "nl": {"r02000": "een Vlaamse gemeente", "r03000": "een Waalse gemeente", "r04000": "een Brusselse gemeente", "": "een gemeente"},
    "fr": {"r02000": "une commune flamande", "r03000": "une commune wallonne", "r04000": "une commune bruxelloise", "": "une commune"},
    "en": {"r02000": "a Flemish municipality", "r03000": "a Walloon municipality", "r04000": "a Brussels municipality", "": "a municipality"},
    "de": {"r02000": "einer flämischen Gemeinde", "r03000": "einer wallonischen Gemeinde", "r04000": "einer Brüsseler Gemeinde", "": "einer Gemeinde"},
}  # fmt: skip
GERMAN_NOMINATIVE = {
    "einer flämischen": "eine flämische",
    "einer wallonischen": "eine wallonische",
    "einer Brüsseler": "eine Brüsseler",
    "einer": "eine",
}
REGION = {
    "nl": {"r02000": "Vlaanderen", "r03000": "Wallonië", "r04000": "het Brussels Gewest", "": "ons land"},
    "fr": {
        "r02000": "la Flandre",
        "r03000": "la Wallonie",
        "r04000": "la Région bruxelloise",
        "": "notre pays",
    },
    "en": {"r02000": "Flanders", "r03000": "Wallonia", "r04000": "the Brussels Region", "": "the country"},
    "de": {"r02000": "Flandern", "r03000": "Wallonien", "r04000": "der Region Brüssel", "": "unserem Land"},
}
TYPE = {
    "nl": r"(?:de |het )?(?:gemeente|stad|stadsbestuur|gemeentebestuur)(?: van)?",
    "fr": r"(?:la |une )?(?:commune|ville|administration communale)(?: de| d['’])",
    "en": r"(?:the )?(?:municipality|city|town|city council)(?: of)?",
    "de": r"(?:die |der )?(?:gemeinde|stadt|stadtverwaltung|gemeindeverwaltung)(?: von)?",
}
FRENCH_AT = {"à": "dans ", "d'": "d'", "de": "d'", "en": "dans ", "du": "d'"}
GERMAN_DATIVE = "in|aus|von|bei|zu|nach|mit|vor"


def written(
    text: str, start: int, end: int, fact: Fact, step: Fact | None, language: str
) -> tuple[int, int, str] | None:
    above = step.value if step is not None else ""
    start = _without_postcode(text, start)
    if text[start:end].isdigit():
        return start, end, ""
    if fact.value.startswith(("p", "r")):
        return _of_region(text, start, end, above, language)
    start, typed = before(text, start, TYPE[language])
    phrase = _municipality(above, language)
    if language == "fr":
        at, word = before(text, start, r"de|d['’]" if typed else r"à|de|d['’]|en|du")
        if word:
            return at, end, FRENCH_AT[word] + phrase
    if language == "de" and not before(text, start, GERMAN_DATIVE)[1]:
        dative, _, rest = phrase.partition(" Gemeinde")
        phrase = f"{GERMAN_NOMINATIVE.get(dative, dative)} Gemeinde{rest}"
    if language == "nl":
        at, word = before(text, start, "te")
        if word:
            return at, end, f"in {phrase}"
    return start, end, phrase


def _municipality(above: str, language: str) -> str:
    if above.startswith("p"):
        name = PROVINCE_NAMES[above[1:]][language]
        if language == "fr":
            inside = {"la": "de la ", "le": "du "}.get(name.split()[0], "de ")
            return f"une commune {inside}{name.partition(' ')[2] if name[:3] in ('la ', 'le ') else name}"
        return f"{OF_REGION[language]['']} in {name}"
    return OF_REGION[language].get(above, OF_REGION[language][""])


def _of_region(text: str, start: int, end: int, above: str, language: str) -> tuple[int, int, str] | None:
    if re.search(
        r"gemeente|stad|commune|ville|municipality|town|gemeinde|stadt", text[start:end], re.IGNORECASE
    ):
        general = OF_REGION[language][""].split()[-1]
        return start, end, general
    return start, end, REGION[language].get(above, REGION[language][""])


def _without_postcode(text: str, start: int) -> int:
    found = re.search(r"\b[1-9]\d{3}\s+$", text[max(0, start - 6) : start])
    return start - len(found.group()) if found else start
