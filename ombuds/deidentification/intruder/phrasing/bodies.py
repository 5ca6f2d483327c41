"""A body of which the name has to go: "Net Brussel" becomes "een openbare dienst". Towns have words of their own (`places`)."""

import re

from ombuds.deidentification.intruder.phrasing.before import before

GENERAL = {
    "nl": "een openbare dienst",
    "fr": "un service public",
    "en": "a public service",
    "de": "eine Behörde",
}
# Of a name that is no more than this and a town's, the town is told more coarsely.
OF_TOWN = re.compile(
    r"\b(?:gemeente|stad|stadsbestuur|gemeentebestuur|ocmw|commune|ville|administration communale|cpas|municipality|city|town|council|gemeinde|stadt|oshz|öshz"
    r"|van|de|du|des|la|le|of|the|von|d|l)\b|['’]",
    re.IGNORECASE,
)
FRENCH = {
    "de la": "d'", "de l'": "d'", "du": "d'", "de": "d'", "d'": "d'", "des": "d'", "à la": "à ", "à l'": "à ", "au": "à ", "aux": "à ", "à": "à ",
}  # fmt: skip
GERMAN_DATIVE = "der|dem|bei der|beim|bei|von der|vom|von|zu der|zur|zum|zu|an|mit der|mit dem|mit"


def is_of_town(name: str, towns: str) -> bool:
    """Whether nothing of a name is left without the `towns` in it and the words of any municipality."""
    return not OF_TOWN.sub("", name.replace(towns, " ")).strip(" -")


def written(text: str, start: int, end: int, language: str) -> tuple[int, int, str]:
    """(start, end, new words) for the name of a body at [start, end)."""
    words = GENERAL[language]
    if language == "fr":
        at, word = before(text, start, r"de la|de l['’]|du|des|de|d['’]|à la|à l['’]|aux|au|à")
        if word:
            return at, end, FRENCH[word] + words
        return before(text, start, r"la|le|les|l['’]")[0], end, words
    if language == "de":
        at, word = before(text, start, GERMAN_DATIVE)
        if word:
            lead = {"beim": "bei ", "vom": "von ", "zur": "zu ", "zum": "zu ", "der": "", "dem": ""}.get(
                word, word.split()[0] + " "
            )
            return at, end, f"{lead}einer Behörde"
        return before(text, start, "die|der|das")[0], end, words
    return before(text, start, {"nl": "de|het", "en": "the"}[language])[0], end, words
