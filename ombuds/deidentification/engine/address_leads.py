"""Streets of any words before a number, where French and English say that a place follows: 'derrière Pré aux Oies 33', 'owner of Dreef 41'.

`address_lines` knows the words for living somewhere; here it is a thing that stands somewhere, or a preposition of place.
"""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.address_lines import KEPT_SMALL
from ombuds.deidentification.engine.doubtful_words import ORDINARY, ORDINARY_LETTERS, PUBLIC
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength
from ombuds.deidentification.engine.persons.cues import ROLES, TITLES
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.street_forms import BOXES
from ombuds.deidentification.engine.street_words import CALENDAR_WORDS, NO_STREETS
from ombuds.deidentification.engine.trade_words import STOPS

Found = tuple[int, int, float]
_SMALL = r"(?:(?:de la|de l'|de|du|des|d'|la|le|les|l'|aux?|sur|sous|en|of|the|den|der|het|'t|te|ter|ten|op|van|am|an der|im|zum|zur) ?)"
_WORD = r"[A-Z][\w'\-]{1,30}"
_NUMBER = r"(?!0)\d{1,4}(?:[a-h](?![^\W_])| [b-h](?=[ ]?[,.;)\n])| bis)?(?:[/\-]\d{1,4}(?:\.\d{1,2})?)?(?![^\W_]|[.,:/]\d)"
# What counts or measures, so that the figure is no house's.
_NO_UNIT = r"(?! ?(?:ans?|years?|yrs|months?|mois|jours?|days?|hours?|heures?|h|times?|fois|%|€|eur|euros?|km|m2?|kg|personnes?|people|pieces?|minutes?|min|semaines?|weeks?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december|ter|and over)(?![^\W_]))"
STREET = (
    rf"(?P<v>(?P<n>(?:{_SMALL}{{0,2}}){_WORD}(?:[ \-]{_SMALL}{{0,2}}{_WORD}){{0,3}}),? {_NUMBER}){_NO_UNIT}"
)
# 'le locataire du 45 Petite Place'.
NUMBER_FIRST = (
    rf"(?P<v>\d{{1,3}}[a-h]?(?:/\d{{1,3}})?,? (?P<n>{_WORD}(?:[ \-]{_SMALL}{{0,2}}{_WORD}){{1,3}}))(?![^\W_])"
)
# What stands somewhere, and who has it; then the words that say where.
THINGS = {
    "fr": r"(?:maison|appartement|studio|kot|chambre|garage|compteur|immeuble|terrain|parcelle|bien|logement|chantier|travaux|jardin|abri|arbre|haie|cave|toit|facade|locataires?|proprietaires?|occupants?|riverains?|habitants?|camionnette|voiture|fuite|panne|incendie|poubelles?|trottoir|porte|immeubles?|magasin|adresse|courrier|lettre|colis|coupure|visite|inondation|trou|lampadaire|demenage|habit\w+|vi[tvs]\w*|log\w+|demeur\w+|residan?[ts]?|residence|travaill\w+|domiciliee?s?|inscrite?s?|installee?s?|sise?s?|situee?s?|loue|louee?|achete|vendu)",
    "en": r"(?:house|home|flat|apartment|studio|room|garage|meter|building|plot|parcel|land|property|shed|garden|tree|hedge|cellar|basement|roof|facade|tenants?|owners?|occupants?|occupiers?|residents?|neighbours?|(?-i:van)|car|leak|fire|bins?|pavement|sidewalk|door|shop|address|letter|mail|parcel|outage|visit|flood|pothole|lamp|moved|liv\w+|stay\w*|resid\w+|registered|located|rent\w*|bought|sold|delivered?|domiciled)",
}
LED = {
    "fr": r"(?:(?: (?:situee?s?|sise?s?|est|etait|se trouve|se trouvent|stationnee?))? (?:au|aux|a|en|du|des|de|dans|derriere|devant|face au|pres du|pres de|sur|entre|contre|numero)| d'| :|,|)",
    "en": r"(?:(?: (?:situated|located|is|was|stands|parked))? (?:at|in|on|of|from|to|behind|near|opposite|beside|between|outside|in front of|next to|up to|for)(?: the)?| :|,|)",
}
BESIDE = {
    "fr": r"(?:derriere|devant|face a|a cote de|au coin de|a hauteur de|en face de|entre)",
    "en": r"(?:behind|in front of|opposite|outside|next to|beside|across from|on the corner of|between|over at|round at)",
}
AFTER_NUMBER = {
    language: re.compile(rf"(?<![^\W_])(?i:{THINGS[language]}{LED[language]}) {NUMBER_FIRST}")
    for language in THINGS
}
AFTER_THING = {
    language: re.compile(
        rf"(?<![^\W_])(?i:(?:{THINGS[language]}{LED[language]}|{BESIDE[language]})) {STREET}"
    )
    for language in THINGS
}
# 'entre Chession 3 et Chession 9': the second of two.
AND_ANOTHER = re.compile(rf" (?:et|and|ou|or|puis|then)(?: (?:au|a|at))? {STREET}")
# 'i live at blauwe toren 6', 'je vis tour bleue 6': all typed small.
SMALL = {
    "fr": re.compile(
        rf"(?<![^\W_])(?:j'habite|habite|habitons|je vis|vit|vivons|domiciliee?|demeurant|mon adresse est|mon adresse|adresse :?)(?: (?:au|aux|a|sur))? (?P<v>(?P<n>[a-z][\w'\-]{{2,25}}(?: [a-z][\w'\-]{{1,25}}){{0,3}}),? {_NUMBER}){_NO_UNIT}(?= ?(?:[,.;)\n]|\Z)| (?:a )?[a-z]{{3,}}(?=[,.;\n]|\Z)| a [a-z]|,? [1-9]\d{{3}} [a-z])"
    ),
    "en": re.compile(
        rf"(?<![^\W_])(?:i|we|she|he|they|my \w+) (?:live|lives|lived|living|stay|moved)(?: now)?(?: (?:at|in|on|to))? (?P<v>(?P<n>[a-z][\w'\-]{{2,25}}(?: [a-z][\w'\-]{{1,25}}){{0,2}}),? {_NUMBER}){_NO_UNIT}(?= ?(?:[,.;)\n]|\Z)| (?:in|and|with|since|for|near) |,? [1-9]\d{{3}})"
    ),
}
# "Mon adresse : Derrière l'Église", 'My address is Achter 't Kerkhof': no number, but nothing else behind.
BARE = re.compile(
    rf"(?<![^\W_])(?i:mon adresse|notre adresse|son adresse|my address|our address|his address|her address)(?: ?:| est| is|,)? (?P<v>(?P<n>{_WORD}(?:[ \-]{_SMALL}{{0,2}}{_WORD}){{0,3}}))(?=[.,;\n]|\Z)"
)
WORD = re.compile(r"[^\W\d_]+")
OPENING = frozenset({"ter", "ten", "op", "in", "au", "aux", "le", "la", "les", "de", "het"})
NO_STREET = frozenset(
    """article art annexe bus tram train ligne line route room chambre salle dossier file case phase zone quai platform gate box point page chapitre chapter section windows office covid form formulaire niveau level etage floor
    porte door unit lot bloc block version modele model numero number no nr n flat apartment appartement apt studio garage parking euro euros eur version question poste extension ext meter compteur no. lundi monday""".split()
)


def address_leads(reading: Reading) -> Iterator[Found]:
    """(start, end, confidence) in the plain form."""
    pattern = AFTER_THING.get(reading.language)
    if pattern is None:
        return
    yield from _after_things(reading, pattern)
    for match in matches(AFTER_NUMBER[reading.language], reading, cased=True):
        if not match["v"].isupper() and _is_street(match["n"]):
            yield *match.span("v"), 0.65
    for match in matches(SMALL[reading.language], reading, cased=True):
        named = WORD.findall(match["n"])
        if not NO_STREET.intersection(named) and not any(
            word in STOPS and word not in KEPT_SMALL for word in named
        ):
            yield match.start("v"), _with_box(reading, match.end("v")), 0.6
    for match in matches(BARE, reading, cased=True):
        if _is_street(match["n"]):
            yield *match.span("v"), 0.6


def _after_things(reading: Reading, pattern: re.Pattern[str]) -> Iterator[Found]:
    at = 0
    while match := pattern.search(reading.cased, at):
        at = match.start() + 1
        if reading.cased[match.start() : match.end("n")].isupper() or not _is_street(match["n"]):
            continue
        yield match.start("v"), _with_box(reading, match.end("v")), 0.7
        second = AND_ANOTHER.match(reading.cased, match.end("v"))
        if second and _is_street(second["n"]):
            yield second.start("v"), _with_box(reading, second.end("v")), 0.7
        at = match.end("v")


def _with_box(reading: Reading, end: int) -> int:
    box = BOXES.match(reading.plain, end)
    return box.end() if box else end


def _is_street(said: str) -> bool:
    named = WORD.findall(said.lower())
    capitals = [word.lower() for word in WORD.findall(said) if word[0].isupper()]
    if NO_STREET.intersection(named) or not capitals or any(word in CALENDAR_WORDS for word in capitals):
        return False
    if len(capitals) == 1 and (
        capitals[0] in NO_STREETS or capitals[0] == "place" or given_strength(capitals[0]) is Strength.SURE
    ):
        return False
    if len(capitals) > 1 and capitals[0] in OPENING:
        capitals = capitals[1:]
    return not any(
        PUBLIC.match(word) or word in ORDINARY or word in ORDINARY_LETTERS or word in ROLES or word in TITLES
        for word in capitals
    )
