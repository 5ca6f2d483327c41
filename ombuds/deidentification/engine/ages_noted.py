"""Ages as notes give them, a bare number: 'ledig und 51', 'der 58 ist', '(v, 36)', '(44 j.)', 'Peter van 43'."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength, words
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.trade_forms import is_agent

# What somebody is by family or origin.
_STATUS = (
    r"(?:alleenstaand|alleenstaande|ongehuwd|gehuwd|getrouwd|gescheiden|samenwonend|verweduwd|weduwe|weduwnaar|werkloos|gepensioneerd|invalide|ledig|unverheiratet|verheiratet|geschieden|getrennt|verwitwet|alleinstehend|alleinerziehend|arbeitslos|rentner|rentnerin|"
    r"celibataire|mariee?|divorcee?|separee?|veuf|veuve|cohabitante?|pensionnee?|retraitee?|single|married|divorced|separated|widowed|widow|widower|retired|unemployed|afkomst|origine|origin|herkunft|abstammung|nationaliteit|nationalite|nationality|staatsangehorigkeit|roots|descent|kinderen|enfants|children|kinder)"
)
_NN = r"(?P<v>[1-9]\d)"
_NN2 = r"(?P<x>[1-9]\d)"
_NOT_ON = r"(?! ?(?:%|€|[.,:]\d|[\-/]\d))"
AND = re.compile(
    rf"(?<![^\W_]){_STATUS} (?:en|und|et|and) (?:al |schon |deja |already |now |nu |jetzt |inmiddels )?{_NN}{_NOT_ON}(?=[.,;:!?)\n]|\Z| (?:is|was|ist|war|and|en|und|et|who|die|der|qui|with|met|mit|avec)(?![^\W_]))"
)
RELATIVE = re.compile(
    rf"(?<![^\W_])(?:der|die|das|welcher|welche|welches|wo) (?:schon |erst |bald |gerade |inzwischen |nun |jetzt |fast |noch |bereits |damals |heute )?{_NN} (?:ist|war|wird|wurde|sei|geworden ist|alt ist)(?![^\W_])"
)
SEXED = re.compile(
    rf"[(\[,] ?(?:m|v|f|w|h|x|d|man|vrouw|homme|femme|male|female|mann|frau|mannl\.?|weibl\.?|mannlich|weiblich|masculin|feminin|mannelijk|vrouwelijk)[,/;] ?{_NN}(?: ?(?:j|jr|jaar|ans|a|yrs?|y|jahre)\.?)?[)\],]"
)
SHORTENED = re.compile(r"[(\[,/] ?(?P<v>[1-9]\d ?(?:j|jr|jrs|jg|jhr|a|an|ans|yo|y\.o|yrs?|y|l)\.?)[)\],;]")
OF_NUMBER = re.compile(
    rf"(?<![^\W_])(?P<n>[A-Z][^\W\d_]{{1,20}}) van {_NN}{_NOT_ON}(?=[.,;:!?)\n]|\Z| [a-z])"
)
# 'een schipper van 91', 'eine Witwe von 84'.
OF_TRADE = {
    "nl": re.compile(
        rf"(?<![^\W_])(?:een|de|die|deze|dezelfde|als) (?:[^\W\d_]+e )?(?P<t>[^\W\d_]{{4,}}) van {_NN}{_NOT_ON}(?=[.,;:!?)\n]|\Z| (?:die|uit|met|en|met|zonder)(?![^\W_]))"
    ),
    "de": re.compile(
        rf"(?<![^\W_])(?:eine?n?|der|die|dem|den) (?:[^\W\d_]+e[nr]? )?(?P<t>[^\W\d_]{{4,}}) (?:von|mit) {_NN}{_NOT_ON}(?=[.,;:!?)\n]|\Z| (?:der|die|aus|mit|und|ohne)(?![^\W_]))"
    ),
}
# 'Hij is 19, ik 27,', 'ik ben chayenne 24 en', 'ich bin die celine, 23,'.
SELF = re.compile(
    rf"(?<![^\W_])(?:ik|ich) {_NN}(?=[,.;])(?!,\d)|(?<![^\W_])(?:ik ben|ich bin)(?: de| die| der)? [^\W\d_]{{3,15}},? {_NN2}(?=,| (?:en|und|jaar|jahre)|\.(?!\d))"
)
MEASURES = re.compile(
    r" (?:euro|eur|cent|jaar|km|kilometer|meter|graden|kilo|kg|liter|procent|maanden|weken|dagen|uur|minuten|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|m2|watt|volt|of|tot|en|personen|stuks)(?![^\W_])"
)


def ages_noted(reading: Reading) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form; they may overlap each other."""
    patterns = (AND, SEXED, SHORTENED, RELATIVE) if reading.language == "de" else (AND, SEXED, SHORTENED)
    for pattern in patterns:
        for match in matches(pattern, reading):
            yield match.span("v")
    for match in matches(SELF, reading):
        yield match.span("v" if match["v"] else "x")
    of_trade = OF_TRADE.get(reading.language)
    for match in of_trade.finditer(reading.plain) if of_trade else ():
        if is_agent(match["t"], reading.language):
            yield match.span("v")
    for match in matches(OF_NUMBER, reading, cased=True) if reading.language == "nl" else ():
        name = match["n"].lower()
        strength = given_strength(name)
        known = strength is Strength.SURE or (strength and name not in words("nl"))
        if known and not MEASURES.match(reading.plain, match.end("v")):
            yield match.span("v")
