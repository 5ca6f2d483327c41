"""Streets of any words where Dutch and German say that a place follows: 'verhuisd van Lepelblok 7', 'meine Mutter Kuhweide 3'.

The counterpart of `address_leads`; brackets before a town, and addresses without a number behind a label, in all languages.
"""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.doubtful_streets import NUMBERED
from ombuds.deidentification.engine.doubtful_words import CHAINS, ORDINARY, ORDINARY_LETTERS, PUBLIC
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength
from ombuds.deidentification.engine.persons.cues import LABELS, ROLES, SALUTATIONS, TITLES
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import Kind, Span
from ombuds.deidentification.engine.street_forms import BOXES
from ombuds.deidentification.engine.street_words import AFTER_A_NUMBER, CALENDAR_WORDS
from ombuds.deidentification.engine.towns import names as town_names
from ombuds.deidentification.engine.trade_words import STOPS

REASON = "The form of an address"
_SMALL = r"(?:(?:de|het|den|der|dem|die|das|'t|ter|ten|te|op|aan|in|van|von|am|an|im|zum|zur|auf|achter|onder|over|boven|tussen|hinter|unter|uber|vor|la|le|du|des|l') ?)"
_WORD = r"[A-Z][\w'\-]{1,30}"
_NUMBER = r"\d{1,4}(?:[a-hA-H](?![^\W_])| [b-h](?=[ ]?[,.;)\n])| bis)?(?:[/\-]\d{1,4}(?:\.\d{1,2})?)?(?![^\W_]|[.,:]\d)"
_NO_UNIT = rf"(?! ?(?:{AFTER_A_NUMBER}|x|minuten|stunden|tagen|kinder|kinderen|stuks|stuck|jarige|jahrige)(?![^\W_]))"
STREET = rf"(?P<v>(?P<n>{_WORD}(?:[ \-]{_SMALL}{{0,2}}{_WORD}){{0,3}}),? {_NUMBER}){_NO_UNIT}"
# What stands somewhere, who has it and what is done with it; a few words; then the word that says where.
THINGS = {
    "nl": r"(?:woning|woningen|huis|huizen|appartement|flat|studio|kot|kamer|kelder|garage|meter|gebouw|pand|perceel|grond|tuin|boom|haag|dak|gevel|huurders?|eigenaars?|eigenares|bewoners?|bewoonster|inwoners?|buren|omwonenden|auto|lek|brand|vuilbak|vuilnis|stoep|deur|winkel|brief|brieven|factuur|facturen|rekening|rekeningen|post|pakje|pakket|levering|bezoek|controle|put|verzekering|aansluiting|werf|werken|ongeval|verhui\w+|woon\w*|wonen|gewoond|verbl\w+|ingeschreven|gedomicilieerd|gelegen|huurt?|huren|gehuurd|kocht\w*|gekocht|verkocht|betrek\w*|trok|trokken|stuur\w*|schreef|schrijf\w*|geschreven|bezorg\w*|lever\w*|geleverd|afgeleverd|kom\w*|kwam\w*|ging\w*|rijd\w*|reed|grens\w*|grenst)",
    "de": r"(?:wohnung|wohnungen|haus|hauser|studio|zimmer|keller|garage|zahler|gebaude|grundstuck|parzelle|garten|baum|hecke|dach|fassade|mieter|mieterin|eigentumer|eigentumerin|bewohner|bewohnerin|anwohner|auto|leck|brand|mull|tonne|gehweg|tur|laden|brief|briefe|rechnung|rechnungen|post|paket|lieferung|besuch|kontrolle|versicherung|anschluss|baustelle|arbeiten|unfall|umzug|zog|zogen|ziehe|ziehen|gezogen|umgezogen|wohn\w*|leb\w*|gewohnt|gemeldet|gelegen|miete|mietet|gemietet|kauft\w*|gekauft|verkauft|bewohn\w*|schick\w*|schrieb|schreib\w*|geschrieben|liefer\w*|geliefert|zugestellt|kam\w*|komm\w*|ging\w*|geh\w*|fahr\w*|fuhr\w*|grenzt)",
}
LED = {
    "nl": r"(?: [^\W\d_]{1,14}){0,4}? (?:van|naar|op|aan|uit|te|in|bij|achter|tegenover|naast|langs|voor|tot)(?: (?:de|het|den))?",
    "de": r"(?: [^\W\d_]{1,14}){0,4}? (?:von|vom|nach|zu|zum|zur|an|am|aus|in|im|bei|beim|hinter|gegenuber|neben|bis|auf|vor)(?: (?:der|dem|den|die|das))?",
}
ADDRESS_IS = re.compile(
    rf"(?<![^\W_])(?:[Aa]dres|[Aa]dresse|[Aa]nschrift|[Ww]oonplaats|[Ww]ohnort) (?:is|ist|blijft|bleibt|was|war|luidt|lautet)(?: [a-zäöü]{{2,9}})? {STREET}"
)
AND_ANOTHER = re.compile(
    rf" (?:naar|en|of|tot|nach|zum|zur|zu|und|oder|bis)(?: (?:de|het|der|dem|den))? {STREET}"
)
AFTER_THING = {
    language: re.compile(rf"(?<![^\W_])(?i:{THINGS[language]}{LED[language]}) {STREET}")
    for language in THINGS
}
# 'mijn broer, Ganzerik 4', 'meine Mutter Kuhweide 3', 'seit Mai Kornähre 18'.
KIN = {
    "nl": r"(?:moeder|vader|ouders|broer|zus|zoon|dochter|oma|opa|tante|nonkel|oom|buurman|buurvrouw|buren|huisbaas|verhuurder|vriend|vriendin|schoonmoeder|schoonvader|schoonouders|familie|mama|papa)",
    "de": r"(?:mutter|vater|eltern|bruder|schwester|sohn|tochter|oma|opa|tante|onkel|nachbar|nachbarin|nachbarn|vermieter|vermieterin|freund|freundin|schwiegermutter|schwiegervater|schwiegereltern|familie|mama|papa)",
}
_ENDS = r"(?= ?[,.;)\n]|\Z| [A-Z][a-z]+|,? [1-9]\d{3} [A-Z]| (?:te|in|zu) [A-Z])"
AFTER_KIN = {language: re.compile(rf"(?<![^\W_])(?i:{KIN[language]}),? {STREET}{_ENDS}") for language in KIN}
BEWOHNT = re.compile(
    rf"(?<![^\W_])(?:bewohne|bewohnt|bewohnen|wohne|wohnt|wohnen|miete|mietet)(?: (?:seit|ab|noch|nun|jetzt|dort|hier|derzeit|aktuell|zurzeit))?(?: [A-Z][a-z]{{2,9}}(?: \d{{4}})?)? {STREET}{_ENDS}"
)
# All typed small, or in capitals.
SMALL = {
    "nl": re.compile(
        rf"(?<![^\W_])(?:woon|woont|wonen|woonde|huur|huurt|verblijf|verblijft|woonplaats|adres)(?: (?:is|:|nu|thans|momenteel|tijdelijk))?(?: (?:op|in|aan|te))?(?: (?:de|het))? (?P<v>(?P<n>[^\W\d_][\w'\-]{{1,25}}(?: [^\W\d_][\w'\-]{{1,25}}){{0,3}}),? {_NUMBER}){_NO_UNIT}(?= ?(?:[,.;)\n]|\Z)| (?:te|in|bus|en|b|met|sinds) |,? [1-9]\d{{3}} )"
    ),
    "de": re.compile(
        rf"(?<![^\W_])(?:wohne|wohnt|wohnen|wohnte|miete|mietet|wohnhaft|adresse|anschrift)(?: (?:ist|:|jetzt|nun|derzeit))?(?: (?:in|am|im|an|auf|zur|zum))?(?: (?:der|dem|den))? (?P<v>(?P<n>[^\W\d_][\w'\-]{{1,25}}(?: [^\W\d_][\w'\-]{{1,25}}){{0,3}}),? {_NUMBER}){_NO_UNIT}(?= ?(?:[,.;)\n]|\Z)| (?:in|zu|bk|und|mit|seit) |,? [1-9]\d{{3}} )"
    ),
}
KEPT_SMALL = frozenset(
    "de het den der dem die das t ter ten te op aan in van von am an im zum zur auf hoge oude".split()
)
# 'Adresse: Hinter der Kaserne', 'Adres: Onder den Toren, Brugge': no number, but a preposition with a capital.
_LARGE = r"(?:Onder|Achter|Boven|Over|Tussen|Langs|Aan|Op|Voor|Naast|Ter|Ten|Hinter|Unter|Über|Am|Im|An|Auf|Beim|Vor|Zum|Zur|Unterm|Überm|Uberm|Hinterm|Neben|Zwischen|Derriere|Devant|Sous|Sur|Pres|Au|Aux|Behind|Under|Over|Near|Opposite)"
LABELLED = re.compile(
    rf"(?<![^\W_])(?:[Aa]dres(?:se)?|[Aa]nschrift|[Aa]ddress|[A-Za-z]+adres(?:se)?|[A-Za-z]+anschrift) ?: ?(?P<v>{_LARGE}(?: (?:de|den|der|dem|het|'t|la|le|les|l'|du|des|the))? ?{_WORD}(?: {_WORD})?)(?=[,.;\n]|\Z)"
)
# 'Objekt: Kapellenberg', 'plaats van het ongeval: Vier Winden': whatever stands behind such a label.
PLACE_LABEL = re.compile(
    rf"(?<![^\W_])(?:[Aa]dres(?:se)?|[Aa]nschrift|[Aa]ddress|[Ww]oonplaats|[Ww]ohnsitz|[Ss]traat|[Ss]tra(?:ss|ß)e|[Rr]ue|[Ss]treet|[Oo]bjekt|[Ss]tandort|[Tt]atort|[Uu]nfallort|[Ii]mmobilie|[Gg]rundst(?:u|ü)ck|[Bb]austelle|[Ll]ocatie|[Pp]and|[Ww]erf|[Cc]hantier|[Ll]ieu|[Bb]ien|[Ll]ocation|[Pp]roperty|[Ss]ite)(?: [a-zà-ÿ]{{2,12}}){{0,3}} ?: ?(?P<v>(?P<n>{_WORD}(?:[ \-]{_SMALL}{{0,2}}{_WORD}){{0,3}}))(?=[ \t]*(?:[,;\n(]|\.(?: |\n|\Z)|\Z))"
)
# 'wohnhaft Kapellenberg, Raeren', 'woonachtig Veldeken te Aalst': no number.
BARE = re.compile(
    rf"(?<![^\W_])(?:wohnhaft|wohnt|wohne|wohnen|woonachtig|woont|woon|wonende|gedomicilieerd|gemeldet) (?P<v>(?P<n>{_WORD}(?:[ \-]{_SMALL}{{0,2}}{_WORD}){{0,2}}))(?=, [A-Z]| (?:in|te|zu) [A-Z]|[.;)\n]|\Z)"
)
# '(Hoekske, Aalst)'.
BRACKETED = re.compile(
    r"\((?P<v>(?P<n>[A-Z][^\W\d_]+(?:[ \-'][^\W\d_]{1,20}){0,3})), (?P<town>[A-Z][\w\-]+(?: [A-Z][\w\-]+)?)\)"
)
PREPOSITIONS = frozenset(word.lower() for word in re.findall(r"\w+", _LARGE))
# 'Hof te Rode 8'.
YARD = re.compile(
    rf"(?<![^\W_])(?P<v>(?:Hof|Hoeve|Kasteel|Domein|Huize|Gut|Ferme|Chateau|Residentie|Residenz|Residence) (?:te|ter|ten|van|zu|zum|zur|am|de|du|des)(?: (?:de|den|der|het|la))? {_WORD} {_NUMBER})"
)
# 'woont Plaats 9, 8780 Oostrozebeke': any word before a number, a postcode and a town.
CODED = re.compile(
    rf"(?<![^\W_])(?i:woon\w*|wonen|wohn\w*|verblijft|gedomicilieerd|lives?|habite)(?i:(?: (?:in|op|te|at|au|à))? )(?P<v>{_WORD}(?: {_WORD})?,? {_NUMBER}),? [1-9]\d{{3}} [A-Z]"
)
# 'verblijft in de Brouwerij te Leuven'.
IN_A_PLACE = re.compile(
    rf"(?<![^\W_])(?:woon|woont|wonen|woonde|verblijf|verblijft|logeert|gehuisvest|huur|huurt) (?:in|op|aan) (?:de|het) (?P<v>(?P<n>{_WORD})) (?:te|in) [A-Z]"
)
INSIDE_WORD = re.compile(r"[^\W\d_]+")


def address_said(reading: Reading) -> Iterator[Span]:
    for start, end in _all(reading):
        yield reading.span(start, end, Kind.ADDRESS, 0.7, part="street", reason=REASON)


def _all(reading: Reading) -> Iterator[tuple[int, int]]:
    for match in LABELLED.finditer(reading.cased):
        yield match.span("v")
    for match in BRACKETED.finditer(reading.cased):
        if match["town"].lower() in town_names()[0] and _may_be(match["n"]):
            yield match.span("v")
    for pattern in (PLACE_LABEL, BARE):
        for match in pattern.finditer(reading.cased):
            if not match["n"].isupper() and _may_be(match["n"]) and match["n"].lower() not in town_names()[0]:
                yield match.span("v")
    for pattern in (YARD, CODED):
        for match in pattern.finditer(reading.cased):
            yield match.start("v"), _with_box(reading, match.end("v"))
    if reading.language in THINGS:
        yield from _said(reading)


def _said(reading: Reading) -> Iterator[tuple[int, int]]:
    for match in IN_A_PLACE.finditer(reading.cased) if reading.language == "nl" else ():
        if not PUBLIC.match(match["n"].lower()):
            yield match.span("v")
    more = (BEWOHNT, ADDRESS_IS) if reading.language == "de" else (ADDRESS_IS,)
    for pattern in (AFTER_THING[reading.language], AFTER_KIN[reading.language], *more):
        yield from _with_another(reading, pattern)
    for match in SMALL[reading.language].finditer(reading.plain):
        said = reading.cased[match.start("n") : match.end("n")]
        if (said.islower() or said.isupper()) and _are_small(match["n"]):
            yield match.start("v"), _with_box(reading, match.end("v"))


def _with_another(reading: Reading, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = 0
    while match := pattern.search(reading.cased, at):
        at = match.start() + 1
        if match["n"].isupper() or not _may_be(match["n"]):
            continue
        at = match.end("v")
        yield match.start("v"), _with_box(reading, at)
        second = AND_ANOTHER.match(reading.cased, at)
        if second and _may_be(second["n"]):
            yield second.start("v"), _with_box(reading, second.end("v"))


def _with_box(reading: Reading, end: int) -> int:
    box = BOXES.match(reading.plain, end)
    return box.end() if box else end


def _may_be(name: str) -> bool:
    """No person, nothing that is numbered, nobody's office."""
    words = INSIDE_WORD.findall(name.lower())
    if not words or (given_strength(words[0]) is Strength.SURE and words[0] not in PREPOSITIONS):
        return False
    last = words[-1]
    if len(last) < 3 or PUBLIC.match(last):
        return False
    nobody = NUMBERED | LABELS | ROLES | SALUTATIONS | TITLES | ORDINARY | ORDINARY_LETTERS | CHAINS
    return last not in nobody and not any(word in CALENDAR_WORDS or word in TITLES for word in words)


def _are_small(name: str) -> bool:
    words = INSIDE_WORD.findall(name)
    return _may_be(name) and not any(word in STOPS and word not in KEPT_SMALL for word in words)
