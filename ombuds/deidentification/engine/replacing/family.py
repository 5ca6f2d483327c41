"""Family facts that single out, coarser: mother of five → mother with children; a widow → a single person."""

import re

from ombuds.deidentification.engine.grammar import Phrase, Sort
from ombuds.deidentification.engine.replacing.evenly import evenly

_NL = r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|meerdere|\d+)"
_FR = r"(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|\d+)"
_EN = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|several|\d+)"
_DE = r"(?:einem|einer|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|mehreren|\d+)"
Rules = tuple[tuple[re.Pattern[str], str], ...]
# Patterns over the plain text of the same length; \1 is the word that stays.
RULES: dict[str, Rules] = {
    "nl": (
        (re.compile(rf"(?:alleenstaande |gescheiden )?(moeder|vader|ouder|mama|papa) (?:van|met) {_NL}\b.*"), r"\1 met kinderen"),
        (re.compile(rf"(?:{_NL}) (?:\w+ )?(?:kinderen|dochters|zonen|kleinkinderen)"), "kinderen"),
        (re.compile(r"(?:een )?(?:twee|drie)ling(?:en)?"), "kinderen"),
        (re.compile(r"alleenstaande (moeder|vader|ouder)"), r"\1"),
    ),
    "fr": (
        (re.compile(rf"(mere|pere|parent|maman|papa)(?: celibataire| isolee?| seule?| divorcee?)? de {_FR}\b.*"), r"\1 de famille"),
        (re.compile(rf"(?:{_FR}) (?:\w+ )?(?:enfants|filles|fils|garcons)"), "des enfants"),
        (re.compile(r"(?:des )?(?:jumeaux|jumelles|triples)"), "des enfants"),
        (re.compile(r"(mere|pere|parent|maman|papa) (?:celibataire|isolee?|seule?)"), r"\1 de famille"),
    ),
    "en": (
        (re.compile(rf"(?:single |widowed |divorced |lone )?(mother|father|mum|dad|parent) (?:of|to|with) {_EN}\b.*"), r"\1 with children"),
        (re.compile(rf"(?:{_EN}) (?:\w+ )?(?:children|kids|daughters|sons|girls|boys)"), "children"),
        (re.compile(r"(?:the )?(?:twins|triplets)"), "children"),
        (re.compile(r"(?:single|lone) (mother|father|mum|dad|parent)"), r"\1"),
    ),
    "de": (
        (re.compile(rf"(?:alleinerziehende[rn]? )?(mutter|vater) (?:von|mit) {_DE}\b.*"), r"\1 mit Kindern"),
        (re.compile(rf"(?:{_DE}) (?:\w+ )?(kindern?|tochtern?|sohnen?)"), "Kinder"),
        (re.compile(r"(?:zwillingen?|drillingen?)"), "Kinder"),
        (re.compile(r"alleinerziehende[rn]? (mutter|vater)"), r"\1"),
    ),
}  # fmt: skip
ALONE = re.compile(
    r"weduw|gescheiden|alleenstaand|\bveu[fv]|divorc|separe|celibat|widow|single|separated|witwe|geschieden|verwitwet|alleinerz|alleinsteh|getrennt"
)
# (after is; after an article; its gender there)
SINGLE = {
    "nl": ("alleenstaand", "alleenstaande", "c"),
    "fr": ("seul", "personne seule", "f"),
    "en": ("single", "single person", ""),
    "de": ("alleinstehend", "alleinstehend- Person", "f"),
}
HAS = re.compile(
    r"(?<![a-z])(?:heeft|heb|hebben|had|hadden|a|ai|ont|avait|avaient|has|have|had|hat|habe|haben|hatte|hatten|met|avec|with|mit) $"
)
ELSEWHERE = {"nl": "van elders", "fr": "d’ailleurs", "en": "from elsewhere", "de": "von anderswo"}
SOMEONE = {"nl": ("persoon", "c"), "fr": ("personne", "f"), "en": ("person", ""), "de": ("Person", "f")}
ARTICLES = frozenset(
    "de een het die deze la le une un l' cette the a an der die das eine ein einer einem als comme as".split()
)


def family(start: int, end: int, written: str, before: str, language: str, gender: str = "") -> Phrase:
    """Never the number of children, never how a family came apart."""
    even = evenly(written)
    last = (re.findall(r"[a-z]+'?", evenly(before[-20:])) or [""])[-1]
    for pattern, coarse in RULES[language]:
        if match := pattern.search(even):
            return Phrase(start, end, _kept(written, match, coarse, before, language))
    if ALONE.search(even):
        after_is, noun, kind = SINGLE[language]
        if last in ARTICLES:
            return Phrase(start, end, noun, Sort.NOUN, gender=kind)
        woman = language == "fr" and (even.endswith(("e", "ve")) or gender == "f")
        return Phrase(start, end, after_is + ("e" if woman else ""))
    if last in ARTICLES:
        noun, kind = SOMEONE[language]
        return Phrase(start, end, noun, Sort.NOUN, gender=kind)
    return Phrase(start, end, ELSEWHERE[language])


def _kept(written: str, match: re.Match[str], coarse: str, before: str, language: str) -> str:
    """`coarse` with the word that stays as the text writes it."""
    text = coarse
    if "\\1" not in coarse and (verb := HAS.search(evenly(written[: match.start()]))):
        text = written[verb.start() : match.start()] + coarse
    if match.groups() and "\\1" in coarse:
        text = coarse.replace("\\1", written[match.start(1) : match.end(1)])
    if match.groups() and coarse == "Kinder" and match.group(1) and match.group(1).endswith("n"):
        text = "Kindern"
    if text == "des enfants" and re.search(
        r"\b(?:mes|ses|tes|nos|vos|leurs|les|des|ces|de|d')\s?$", evenly(before[-8:])
    ):
        return "enfants"
    return text
