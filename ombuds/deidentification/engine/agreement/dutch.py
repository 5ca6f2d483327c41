"""Dutch."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.agreement.problem import Problem, Rule, titled

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
NEUTER = "bedrijf|schoonmaakbedrijf|bouwbedrijf|transportbedrijf|rusthuis|advocatenkantoor|immokantoor|land|adres|kenmerk|rekeningnummer|telefoonnummer|rijksregisternummer|gezin|bedrag"
COMMON = "school|kliniek|apotheek|praktijk|verzekeraar|bank|vakbond|garage|handelszaak|vereniging|organisatie|crèche|onderwijsinstelling|geloofsgemeenschap|ziekte|beperking|nummerplaat|stad"

RULES = (
    Rule(re.compile(rf"\b[dD]e (?:andere |derde |vierde )?(?:{NEUTER})\b"), "het, not de."),
    Rule(re.compile(rf"\b(?:[hH]et|[dD]it|[oO]ns) (?:andere |derde |vierde )?(?:{COMMON})\b"), "de, not het."),
    Rule(re.compile(rf"\b[eE]en andere (?:{NEUTER})\b"), "een ander, without e, before a het-word."),
    Rule(re.compile(rf"\b[eE]en ander (?:{COMMON})\b"), "een andere before a de-word."),
    Rule(re.compile(r"\b(de|het|een|van|op|in|te|bij) \1\b"), "The same small word twice."),
    Rule(re.compile(r"\b(?:de|het|een|mijn|zijn|haar|uw|hun) (?:de|het|een)\b", re.I), "Two articles in a row.", lambda m: m.group().lower() in ("zijn de", "zijn het", "zijn een", "haar de", "haar een", "haar het", "hun de", "hun een", "hun het")),
    Rule(re.compile(rf"\b[oO]p (?:{MONTHS})\b"), "in a month, on a day."),
    Rule(re.compile(rf"\b[iI]n \d{{1,2}} (?:{MONTHS})\b"), "on a day, in a month."),
    Rule(re.compile(r"\b[oO]p (?:de )?jaren\b|\bin jaren \d"), "in de jaren."),
    Rule(re.compile(r"\b[hH]et [A-Z][a-z]+(?:straat|laan|dreef)\b|\b[dD]e [A-Z][a-z]+plein\b"), "Article and street do not agree."),
    Rule(re.compile(r"\bongeveer (?:ongeveer|circa|zowat)\b"), "About, twice."),
)  # fmt: skip
TITLES = {
    "m": r"[dD]e heer|[dD]hr\.|[mM]eneer|[hH]eer",
    "f": r"[mM]evrouw|[mM]evr\.|[mM]w\.|[mM]ejuffrouw",
}


def names(text: str, name: str, gender: str) -> Iterator[Problem]:
    yield from titled(text, name, gender, TITLES)
    yield from possessives(text, name)


def possessives(text: str, name: str) -> Iterator[Problem]:
    """Jans, Anna's, Els': by the last letters of the name."""
    last = name[-1].lower()
    hisses = last in "sxzşšžź" or name.lower().endswith(("ce", "ß"))
    diphthong = name.lower().endswith(
        ("au", "eu", "ui", "ij", "ei", "oi", "ai")
    ) and not name.lower().endswith("oui")
    long_vowel = last in "aáàiíoóuúy" and not diphthong
    wrong = (
        r"['’]?s(?!\w)" if hisses else r"s(?!\w)|['’](?![\w])" if long_vowel else r"['’](?!\w)|['’]s(?!\w)"
    )
    quoted = r"(?<![\w'’])"
    for match in re.finditer(rf"{quoted}{re.escape(name)}(?:{wrong})", text):
        yield Problem(
            match.start(), match.end(), match.group(), "The possessive ending does not fit the name."
        )
