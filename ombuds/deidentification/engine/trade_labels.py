"""Trades behind the label of a field: 'Werk: magazijnier', 'Travail/école : aide-soignante', 'Beruf der Mutter: Näherin'.

After 'Beruf' anything is a trade; 'work' is said of other things too ('Work: the boiler was never repaired'), so there a trade
must be known, or fill a short field by itself.
"""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.lexicons.loading import given_strength
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.trade_forms import is_agent, is_compound_trade, trades
from ombuds.deidentification.engine.trade_words import ROLES, STOPS

_SURE = r"(?:beroep|beroepsbezigheid|beroepssituatie|beroepsactiviteit|profession|occupation|metier|beruf|functie|fonction|job|tatigkeit|berufstatigkeit|beschaftigung|employment|emploi|situation professionnelle|statut professionnel|activite professionnelle|berufliche situation|professional situation|work situation|works? as|werkt als|travaille comme|arbeitet als)"
_WEAK = r"(?:werk|work|travail|boulot|arbeit|arbeid)"
_OF = r"(?: (?:van|de|du|der|des|of)(?: (?:de|het|la|le|l'|the))? ?(?:moeder|vader|ouders?|partner|mere|pere|parents?|conjointe?|mother|father|spouse|mutter|vaters|vater|eltern|partners?|klager|klaagster|verzoeker|plaignante?|complainant|klagers))?"
_SIGN = r"(?: ?\((?:optional|facultati[ef]+|optionnel|freiwillig|niet verplicht)\))?(?: ?/ ?(?:of )?[^\W\d_]{3,14}| (?:of|ou|or|oder|en|et|and|und) [^\W\d_]{3,12})?\s?(?:\.{2,12})?\s?[:=][ \t]{0,3}"
_VALUE = r"(?P<v>[^\W\d_](?:[^\n,;.:()|\t/ ]| (?![ \-–])){2,45})"
SURE = re.compile(rf"(?<![^\W_]){_SURE}{_OF}{_SIGN}{_VALUE}")
WEAK = re.compile(rf"(?<![^\W_]){_WEAK}{_OF}{_SIGN}{_VALUE}")
# A field of its own, not the middle of a sentence.
OPENS = re.compile(r"(?:\A|[\n;|,.\t(•*\-–/] ?|  )\Z")
CLOSES = re.compile(r"\s*(?:[;|\n\t,]|\.\s|\.?\Z| /)")
NOTHING = re.compile(
    r"(?:geen|onbekend|nvt|niet|zonder|aucune?|neant|inconnue?|sans|non|pas|none|unknown|no|not|nothing|never|without|n/a|keine?[rns]?|unbekannt|ohne|nicht|nein|ja|yes|oui|idem|zie|voir|see|siehe|werkloos|werkzoekend|chomage|retired|unemployed|arbeitslos|dringend|urgent|"
    r"voltijds|deeltijds|halftijds|full|part|vollzeit|teilzeit|temps|inactif|inactive|wisselend|variable)(?![^\W_])"
)
WORDS = re.compile(r"[^\W_]+")
# Where the trade ends and the rest of the field begins.
REST = re.compile(
    r" (?:bij|chez|at|bei|beim|sinds|depuis|since|seit|in|im|en|a|met|mit|with|avec|maar|mais|but|aber|te|zu|aus) "
)
MOST = 4


def labelled_trades(reading: Reading) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form."""
    for pattern in (SURE, WEAK):
        for match in matches(pattern, reading):
            said = match["v"].rstrip()
            if NOTHING.match(said):
                continue
            words = WORDS.findall(said)
            if pattern is SURE or _is_known(words, reading.language) or _fills_a_field(reading, match, words):
                rest = REST.search(said) if pattern is WEAK else None
                yield match.start("v"), match.start("v") + (rest.start() if rest else len(said))


def _is_known(words: list[str], language: str) -> bool:
    """A trade by the lists or its ending, and no sentence about something."""
    if len(words) > MOST + 2 or words[0] in STOPS:
        return False
    heads = words[:1] if language == "fr" else words[:3]
    return any(
        word not in ROLES
        and word not in STOPS
        and (bool(trades().get(word)) or is_compound_trade(word) or is_agent(word, language))
        for word in heads
    )


def _fills_a_field(reading: Reading, match: re.Match[str], words: list[str]) -> bool:
    if len(words) > MOST - 1 or any(word in STOPS or word in ROLES for word in words):
        return False
    at = match.start()
    opens = OPENS.search(reading.plain, max(0, at - 3), at) is not None
    closes = CLOSES.match(reading.plain, match.end("v")) is not None
    return opens and closes and not given_strength(words[0])
