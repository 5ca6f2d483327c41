"""French."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.agreement.problem import Problem, Rule, titled

VOWEL = "aàâeéèêëiîïoôuùûüœAÀÂEÉÈÊËIÎÏOÔUÙÛÜŒ"
CONSONANT = "bcdfgjklmnpqrstvwxzBCDFGJKLMNPQRSTVWXZçÇ"
# Words before which French does not elide although they begin with a vowel.
ASPIRATE = re.compile(r"(?:onz|oui\b|ouistiti|uhlan|un\b(?= [,.])|[A-ZÀ-Þ]\b|[A-ZÀ-Þ]\.)")
FEMININE = "société|école|entreprise|association|organisation|clinique|pharmacie|banque|étude|maison|crèche|carrosserie|maladie|rue|avenue|personne|agence|compagnie|prise|limitation|difficulté|ville|plaque|adresse|référence"
MASCULINE = (
    "bureau|commerce|garage|boulevard|numéro|kenmerk|soignant|travailleur|employé|ouvrier|agent|pays|montant"
)


def _infinitive(match: re.Match[str]) -> bool:
    """'de le voir', 'à les entendre': a pronoun before a verb does not contract; nor does a capital, which is a name."""
    word = match.group(1)
    return word[:1].isupper() or word.endswith(("er", "ir", "re", "oir"))


def _in_a_name(match: re.Match[str]) -> bool:
    """The De of Vanda De Angelis: a capital in the midst of a sentence."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    return match.group()[0].isupper() and re.fullmatch(r"[^\W\d_]\s", before) is not None


RULES = (
    Rule(
        re.compile(rf"\b(?:[dD]e|[qQ]ue|[jJ]usque|[lL]orsque|[pP]uisque|[lL]e|[lL]a|[jJ]e|[nN]e|[sS]e|me) (?=[{VOWEL}])(?=(\w+))"),
        "The small word must lose its vowel here.",
        lambda m: bool(ASPIRATE.match(m.string, m.end())) or m.string[m.start() - 1 : m.start()] == "-" or _in_a_name(m),
    ),
    Rule(re.compile(rf"\b(?:[dDlLjJnNsSmMtTcC]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu)['’](?=[{CONSONANT}])\w*"), "Nothing to elide before a consonant."),
    Rule(re.compile(r"\b[dD]e les? (\w+)"), "de + le contracts to du, de + les to des.", _infinitive),
    Rule(re.compile(r"\b[àÀ] les? (\w+)"), "à + le contracts to au, à + les to aux.", _infinitive),
    Rule(re.compile(rf"\b(?:[aA]u|[dD]u|[lL]e|[uU]n|[mM]on|[sS]on|[cC]e|[cC]et) (?:{FEMININE})\b(?! [a-z]+eur)"), "Masculine before feminine.", lambda m: m.group().lower().startswith(("mon", "son")) and m.group()[4] in VOWEL),
    Rule(re.compile(rf"\b(?:[lL]a|[uU]ne|[mM]a|[sS]a|[cC]ette) (?:{MASCULINE})\b"), "Feminine before masculine."),
    Rule(re.compile(r"(?<![\w'’])(le|la|les|un|une|du|des|au|aux|de|à|en) (?:le|la|les|un|une|du|au|\1)\b(?! \d)"), "Two articles or prepositions in a row.", lambda m: m.group().lower() in ("de la", "à la", "de un", "à un", "à une", "en une", "en un", "de une", "à le", "de le", "de les", "à les", "en la", "en le", "en les")),
    Rule(re.compile(r"\b[sS]i ils?\b"), "s’il, s’ils."),
    Rule(re.compile(r"\b(?:le|du|au) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"), "A month alone takes no article."),
    Rule(re.compile(r"\ben \d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"), "A day takes 'le'."),
    Rule(re.compile(r"\b(?:[aA]u|[aA]ux|[eE]n) [A-ZÉ][a-zé]+(?:gnies|court|sart|bourg|ster|rieux)\b"), "A town takes 'à'."),
)  # fmt: skip

TITLES = {"m": r"M\.|Monsieur|monsieur|Mr", "f": r"Mme|Mme\.|Madame|madame|Mlle|Mademoiselle"}


def names(text: str, name: str, gender: str) -> Iterator[Problem]:
    yield from titled(text, name, gender, TITLES)
    wrong = {"f": r"\s*,? né\b", "m": r"\s*,? née\b"}.get(gender)
    if wrong:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?:{wrong})", text):
            yield Problem(match.start(), match.end(), match.group(), "né or née is not of that gender.")
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?:['’]s|['’](?!\w))", text):
        yield Problem(match.start(), match.end(), match.group(), "French has no possessive ending.")
