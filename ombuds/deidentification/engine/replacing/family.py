"""Family facts that single out, coarser: mother of five → mother with children; a widow → a single person."""

import re

from ombuds.deidentification.engine.grammar import Phrase, Sort
from ombuds.deidentification.engine.replacing.evenly import evenly

_NL = r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|meerdere|\d+)"
_FR = r"(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|\d+|jumeaux|jumelles|triplees?)"
_EN = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|several|\d+|twins?|triplets)"
_DE = r"(?:einem|einer|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|mehreren|\d+|zwillingen|drillingen)"
Rules = tuple[tuple[re.Pattern[str], str], ...]
# Patterns over the plain text of the same length; \1 is the word that stays.
RULES: dict[str, Rules] = {
    "nl": (
        (re.compile(r"wedu(?:we|wvrouw) (?:van|met) .*(?:kind|zon|zoon|dochter|ling).*"), "moeder met kinderen"),
        (re.compile(r"weduwnaar (?:van|met) .*(?:kind|zon|zoon|dochter|ling).*"), "vader met kinderen"),
        (re.compile(r"tweeling(zus|broer)"), r"\1"),
        (re.compile(rf"(?:alleenstaande |gescheiden )?(moeder|vader|ouder|mama|papa) (?:van|met) {_NL}\b.*"), r"\1 met kinderen"),
        (re.compile(rf"(?:{_NL}) (?:\w+ )?(?:kinderen|dochters|zonen|kleinkinderen)"), "kinderen"),
        (re.compile(r"(?:een )?(?:twee|drie)ling(?:en)?"), "kinderen"),
        (re.compile(r"alleenstaande (moeder|vader|ouder)"), r"\1"),
    ),
    "fr": (
        (re.compile(r"veuve (?:de|d'|avec) ?.*(?:enfant|fils|fille|jum|tripl).*"), "mère de famille"),
        (re.compile(r"veuf (?:de|d'|avec) ?.*(?:enfant|fils|fille|jum|tripl).*"), "père de famille"),
        (re.compile(rf"(mere|pere|parent|maman|papa)(?: celibataire| isolee?| seule?| divorcee?)? de {_FR}\b.*"), r"\1 de famille"),
        (re.compile(rf"(?:{_FR}) (?:\w+ )?(?:enfants|filles|fils|garcons)"), "des enfants"),
        (re.compile(r"(?:des )?(?:jumeaux|jumelles|triples)"), "des enfants"),
        (re.compile(r"(mere|pere|parent|maman|papa) (?:celibataire|isolee?|seule?|solo)"), r"\1 de famille"),
    ),
    "en": (
        (re.compile(r"widow (?:of|with) .*(?:child|kid|son|daughter|twin|triplet).*"), "mother with children"),
        (re.compile(r"widower (?:of|with) .*(?:child|kid|son|daughter|twin|triplet).*"), "father with children"),
        (re.compile(r"twin (sister|brother)"), r"\1"),
        (re.compile(rf"(?:single |widowed |divorced |lone )?(mother|father|mum|dad|parent) (?:of|to|with) {_EN}\b.*"), r"\1 with children"),
        (re.compile(rf"(?:{_EN}) (?:\w+ )?(?:children|kids|daughters|sons|girls|boys)"), "children"),
        (re.compile(r"(?:the )?(?:twins|triplets)"), "children"),
        (re.compile(r"(?:single|lone) (mother|father|mum|dad|parent)"), r"\1"),
    ),
    "de": (
        (re.compile(r"witwe (?:von|mit) .*(?:kind|sohn|tochter|linge).*"), "Mutter mit Kindern"),
        (re.compile(r"witwer (?:von|mit) .*(?:kind|sohn|tochter|linge).*"), "Vater mit Kindern"),
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
# Of husbands and children something is said that singles them out: only who it is stays.
_KIN = (
    r"vrouw|man|moeder|vader|zoon|dochter|broer|zus|kind|partner|oma|opa|tante|oom|wife|husband|mother|father|son|daughter|brother|sister|child|aunt|uncle"
    r"|grandmother|grandfather|frau|mann|mutter|vater|sohn|tochter|bruder|schwester"
)
KIN_LAST = re.compile(rf"(?:[a-z]+) ({_KIN})")
KIN_FIRST = re.compile(
    r"(fils|fille|mere|pere|frere|soeur|mari|femme|enfant|epouse|epoux|compagne|compagnon) [a-z]+"
)
# Most people are or were: said as it is, without how often or since when.
MARRIED = re.compile(
    r"(?:[a-z]+ )*?(?:her|re|wieder)?(gehuwd|getrouwd|trouwd|samenwonende?|mariee?s?|married|verheiratet|zusammenwohnend|verloofd|fiancee?s?|engaged|verlobt|liiert|en couple)"
)
# Where somebody comes from or what they belong to; anything else is about a household.
BELONGS = re.compile(
    r"nationalit|afkomst|origin|herkomst|roots|descent|herkunft|abstammung|wurzeln|achtergrond|background|staatsang|vluchtel|refugi|refugee|fluchtling|asiel|asile|asyl|beschermde|staatlo"
    r"|apatride|stateless|staatenlos|papier|\bmena\b|roma|woonwagen|voyage|moslim|muslim|musulman|katholi|cathol|jood|jodin|jew|jui[fv]|jud|protest|christ|jehova|bekeerd|converti|orthodox"
    r"|boeddh|hindoe|sikh|vakbond|syndic|union|gewerkschaft|aangesloten|affili|lid van|membre"
)
EXPECTING = re.compile(r"zwanger|schwanger|pregnant|enceinte|bevallen|accouch|given birth|entbunden")
IS = re.compile(
    r"(?<![a-z])(?:ben|bent|is|was|zijn|waren|suis|est|sommes|sont|etais|etait|etaient|am|are|were|been|bin|bist|ist|sind|war|waren) $"
)
OF_A_FAMILY = {
    "nl": "lid van een gezin",
    "fr": "membre d’une famille",
    "en": "part of a family",
    "de": "Teil einer Familie",
}
FRAIL = {"nl": "kwetsbaar", "fr": "fragile", "en": "vulnerable", "de": "gesundheitlich angeschlagen"}
ELSEWHERE = {"nl": "van elders", "fr": "d’ailleurs", "en": "from elsewhere", "de": "von anderswo"}
SOMEONE = {"nl": ("persoon", "c"), "fr": ("personne", "f"), "en": ("person", ""), "de": ("Person", "f")}
ARTICLES = frozenset(
    "de een het die deze la le une un l' cette the a an der die das eine ein einer einem als comme as".split()
)


def family(start: int, end: int, written: str, before: str, language: str, gender: str = "") -> Phrase | None:
    """Never the number of children, never how a family came apart; None for what most people are (married)."""
    even = evenly(written)
    last = (re.findall(r"[a-z]+'?", evenly(before[-20:])) or [""])[-1]
    if (kin := KIN_LAST.fullmatch(even) or KIN_FIRST.fullmatch(even)) and last not in ARTICLES:
        return Phrase(start, end, written[kin.start(1) : kin.end(1)])
    if EXPECTING.search(even):
        return Phrase(start, end, FRAIL[language])
    for pattern, coarse in RULES[language]:
        if match := pattern.search(even):
            return Phrase(start, end, _kept(written, match, coarse, before, language))
    if married := MARRIED.fullmatch(even):
        word = written[married.start(1) : married.end(1)]
        word = "getrouwd" if word == "trouwd" else word  # of 'hertrouwd'
        return None if married.end(1) - married.start(1) == len(even) else Phrase(start, end, word)
    if ALONE.search(even):
        after_is, noun, kind = SINGLE[language]
        if last in ARTICLES:
            return Phrase(start, end, noun, Sort.NOUN, gender=kind)
        woman = language == "fr" and (even.endswith(("e", "ve")) or gender == "f")
        return Phrase(start, end, after_is + ("e" if woman else ""))
    if last in ARTICLES:
        noun, kind = SOMEONE[language]
        return Phrase(start, end, noun, Sort.NOUN, gender=kind)
    if BELONGS.search(even):
        return Phrase(start, end, ELSEWHERE[language])
    return Phrase(
        start, end, OF_A_FAMILY[language] if IS.search(evenly(before[-12:])) else ELSEWHERE[language]
    )


def _kept(written: str, match: re.Match[str], coarse: str, before: str, language: str) -> str:
    """`coarse` with the word that stays as the text writes it."""
    text = coarse
    ahead = evenly(written[: match.start()])
    if "\\1" not in coarse and HAS.search(ahead) and (state := _state(written[: match.start()], language)):
        return state + ("Kindern" if coarse == "Kinder" else coarse)
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


STATE = re.compile(r"(?:[a-z]+ )*?([a-z]+) (?:met|avec|with|mit|en|et|and|und) (?:[a-z]+ )*")


def _state(ahead: str, language: str) -> str:
    """'gehuwd met ' of 'gehuwd met vier kinderen', 'single with ' of 'divorced with two'; '' where it is none."""
    match = STATE.fullmatch(evenly(ahead))
    if not match:
        return ""
    word, rest = ahead[match.start(1) : match.end(1)], ahead[match.end(1) :]
    if MARRIED.fullmatch(evenly(word)):
        return word + rest
    return SINGLE[language][0] + rest if ALONE.search(evenly(word)) else ""
