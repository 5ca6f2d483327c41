"""Checks that small words agree with what follows them: elision, contraction, articles, possessives, titles.

It shares no code and no lists with `grammar`, which makes the agreement, so that neither repeats the other's mistakes.
Doors: `check_agreement`, `Problem`.
"""

from collections.abc import Mapping

from ombuds.deidentification.engine.agreement import dutch, english, french, german
from ombuds.deidentification.engine.agreement.problem import Problem, Rule

RULES: dict[str, tuple[Rule, ...]] = {
    "nl": dutch.RULES,
    "fr": french.RULES,
    "en": english.RULES,
    "de": german.RULES,
}
NAMED = {"nl": dutch.names, "fr": french.names, "en": english.names, "de": german.names}


def check_agreement(text: str, language: str, names: Mapping[str, str] | None = None) -> list[Problem]:
    """What does not agree, in the order of the text.

    `names`: invented names of the text → 'f', 'm' or '' (borne by both); with them titles and possessives are checked.
    """
    problems = [
        Problem(match.start(), match.end(), match.group(), rule.says)
        for rule in RULES[language]
        for match in rule.pattern.finditer(text)
        if rule.allows is None or not rule.allows(match)
    ]
    for name, gender in (names or {}).items():
        problems += NAMED[language](text, name, gender)
    return sorted(problems, key=lambda p: p.start)
