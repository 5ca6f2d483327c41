"""Addresses that have no word for a street: a name and a number beside a postcode, a box, or a word for living there."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.street_forms import TAIL
from ombuds.deidentification.engine.street_words import CALENDAR_WORDS, NO_STREETS, NOT_BEFORE
from ombuds.deidentification.engine.trade_words import STOPS

Found = tuple[int, int, float]
SMALL = r"(?:de|la|du|des|den|der|dem|van|von|'t|het|le|les|l|d|aux?|sur|ter|ten|op|aan|am|zum|zur|ix|iv|vi{0,3}|i{1,3})"
_WORD = r"(?:[A-Z][a-z]{0,3}\.|[A-Z][\w'\-]{0,40})"
NAME = rf"(?:'[sSt][ \-])?{_WORD}(?:[ \-](?:{_WORD}|{SMALL}(?=[ '\-]))){{0,5}}"
LINE = rf"{NAME}(?i:{TAIL.pattern})"
NUMBER_FIRST = r"(?:\d{1,4}[a-zA-Z]?(?:[/\-]\d{1,4})?,? )?"
NUMBER_BESIDE = (
    r"(?:\d{1,4}[a-zA-Z]?(?:[/\-]\d{1,4})? )?"  # a number after the street as well: no comma between them
)
# Right before a postcode: 'Meir 50, 2000', '1 Meistraat 336 (2200', '144 Dries, 4800'.
BEFORE_POSTCODE = re.compile(
    rf"(?<![^\W_])(?P<v>{NUMBER_BESIDE}{LINE}|\d{{1,4}}[a-zA-Z]?(?:[/\-]\d{{1,4}})?,? {NAME})[\s,;|(\-–]{{1,4}}\Z"
)
# Right after a postcode and its town: '4711 Walhorn, Zur Heide 52'.
AFTER_TOWN = re.compile(
    rf"[ ,;|\-–]{{1,4}}(?P<v>{NUMBER_FIRST}(?:(?:rue|cite|clos|avenue|boulevard|chaussee|place|quai|chemin|impasse|square|venelle|ruelle|allee|sentier|drève|drève|route) )?{LINE})"
)
# '2500 lier, wilgenrijs 24' typed small.
SMALL_AFTER_TOWN = re.compile(
    rf", (?P<v>(?!bus |bte |app|boite |box |nr |tel |gsm |fax )[^\W\d_]{{6,}}{TAIL.pattern})(?=[ .,;)\n]|\Z)"
)
BOXED = re.compile(rf"(?<![^\W_])(?P<v>{LINE})\Z")
BOX_WORDS = frozenset({"bus", "bte", "boite", "box", "bfk", "briefkasten"})
# After these somebody's address comes.
LIVING = frozenset(
    """wonen woon woont wonende woonachtig gehuisvest verhuisde verhuisd verhuist adres adresse anschrift address kantoor cabinet office kanzlei hauses haus huis pand immeuble gelegen sis sise
    habite habitons habitant habiter habitez domicilie domiciliee domicilies domicilees domiciliees demeurant reside residant demenage adressee
    live lives living lived resides residing moved wohne wohnt wohnen wohnhaft wohnte gezogen umgezogen sitz gevestigd etabli etablie buurvrouw buurman nachbar nachbarin voisin voisine
    staat naar bezorgd geleverd livre livree delivered zugestellt maatschappelijke siege zetel building property premises house flat apartment gebouw woning woonst appartement bien batiment maison logement wohnung gebaude registered ingeschreven eingetragen inscrit inscrite vivant vivons livrer gemeldet location perceel parcelle parzelle grundstuck""".split()
)
# 'straat en nummer: ter lo 28'.
STREET_LINE = re.compile(
    rf"^[ \t\-*•]*(?:\d{{1,2}}[.)] ?)?(?:straat|rue|street|strasse)(?: (?:en|et|and|und|&|/) (?:huis|haus|house )?(?:nummer|numero|number|nr\.?|n°|no\.?))?[ .]{{0,20}}: {{0,3}}(?P<v>(?:[^\W\d_][\w'\-]{{1,30}} ){{0,5}}[^\W\d_][\w'\-]{{1,30}}{TAIL.pattern})",
    re.MULTILINE,
)
# Leveringsadres, Rechnungsanschrift.
ADDRESS = re.compile(r"(?:adres|adresse|anschrift)$")
# 'anschrift ....: bellmerin 380/12', in any case of letters.
AFTER_LABEL = re.compile(
    rf"(?<=[se]|t)[ .\t]{{0,20}}:[ \t]{{0,3}}(?P<v>(?:[^\W\d_][\w'\-]{{1,30}} ){{0,4}}[^\W\d_][\w'\-]{{1,30}}{TAIL.pattern})"
)
GO_BETWEEN = re.compile(
    r"[ :,(\n]{1,3}(?:(?:te|in|op|aan|naar|nog op|nog in|van|uit|nu in|nu op|au|a|en|dans|du|de|at|to|from|of|on|now at|now in|nach|zu|unter|is|est|ist|sinds kort in|depuis peu au|met|il|elle|we|wij|wir|nous) ){0,2}"
)
PLACED = re.compile(rf"(?P<v>{NUMBER_FIRST}{LINE})")
NUMBER_THEN_NAME = re.compile(rf"(?P<v>\d{{1,4}}[a-zA-Z]?(?:[/\-]\d{{1,4}})?,? {NAME})(?=,|\.|\n|\)|\Z)")
# German streets begin with a preposition; after a comma its capital gives it away: 'bei der Krippe, Zum Steinbruch.'
APPOSED = re.compile(
    r", (?P<v>(?:Zum|Zur|Am|Im|Auf der|Auf dem|An der|An den|In der|In den|Unter der|Hinter der|Hinter den|Vor der|Op de|Op den|Aan de|Achter de|Onder de) [A-ZÄÖÜ][\w\-]+)(?=[,.;)\n]|\Z)"
)
NO_FIRST = frozenset(
    """ip art artikel artikelen artikels article articles artikeln kamer chambre lijn ligne bus tram perron quai nummer numero number dossier zaak file case akte punt point bijlage annexe annex anlage hoofdstuk chapitre boek titel titre fase phase
    zone wijk kwartier les lesson groep groupe group klas classe class jaar annee year jahr week semaine windows iphone covid type stade stadium niveau level model versie version ik wij hij zij je nous ich wir
    afdeling section abteilung dienst service tel gsm fax mobile btw tva vat eur euro pagina page seite nr no n form formulier formulaire wet loi law gesetz decreet dienstag telefon telefoon telephone""".split()
)


def address_lines(reading: Reading) -> Iterator[Found]:
    """(start, end, confidence) in the plain form."""
    yield from _boxed(reading)
    for line in matches(STREET_LINE, reading):
        yield *line.span("v"), 0.8
    for index in reading.at([word for word in reading.places if word in LIVING or ADDRESS.search(word)]):
        yield from _told(reading, index)
    if reading.language in {"de", "nl"}:
        for match in matches(APPOSED, reading, cased=True):
            if _is_street(match["v"]):
                yield *match.span("v"), 0.6


def _boxed(reading: Reading) -> Iterator[Found]:
    """A name and a number before a box: 'Bellmerin 12 bte 4'."""
    for index in reading.at(BOX_WORDS & reading.places.keys()):
        start = reading.starts[index]
        window = max(0, start - 60)
        match = BOXED.search(reading.cased[window:start].rstrip(" ,-/"))
        box = BOX_NUMBER.match(reading.plain, reading.ends[index])
        if match and box and _is_street(match["v"]):
            yield window + match.start("v") + _shouted(match["v"]), box.end(), 0.8


BOX_NUMBER = re.compile(r"\.?\s?(?:nr\.?\s?|n°\s?)?[a-z]?\d{1,4}[a-z]?(?:[./\-]\d{1,3}(?!\d))?")


def _told(reading: Reading, index: int) -> Iterator[Found]:
    """After a word for living somewhere, or a label."""
    if (line := AFTER_LABEL.match(reading.plain, reading.ends[index])) and _is_street(line["v"]):
        yield *line.span("v"), 0.75
    between = GO_BETWEEN.match(reading.plain, reading.ends[index])
    if between is None:
        return
    for pattern in (PLACED, NUMBER_THEN_NAME):
        match = pattern.match(reading.cased, between.end())
        if match and _is_street(match["v"]):
            yield match.start("v") + _shouted(match["v"]), match.end("v"), 0.75
            return


def _shouted(said: str) -> int:
    """How much of a line is sentence: 'DE BRIEF VERTREKT NAAR |SINT-ANNAPLEIN 210', 'Résidant |Sous-le-Bois 11'."""
    if not said.isupper():
        first, _, rest = said.partition(" ")
        living = first.lower().removeprefix("j'") in LIVING
        return len(first) + 1 if living and rest[:1].isupper() else 0
    cut = 0
    for match in re.finditer(r"[^\W\d_]+ ", said):
        word = match.group().strip().lower()
        if (match.start() and (word in STOPS or word in LIVING) and word not in KEPT_SMALL) or (
            not match.start() and word in STOPS and word not in KEPT_SMALL
        ):
            cut = match.end()
    return cut


# Small words that may stand inside the name of a street.
KEPT_SMALL = frozenset("de la le les du des d l den der het van op aan ter ten aux sur zum zur am".split())


def before_postcode(reading: Reading, start: int) -> int | None:
    """Where the street begins that stands right before a postcode."""
    window = max(0, start - 75)
    match = BEFORE_POSTCODE.search(reading.cased[window:start])
    return window + match.start("v") + _shouted(match["v"]) if match and _is_street(match["v"]) else None


def after_town(reading: Reading, end: int) -> int | None:
    """Where the street ends that follows a postcode and its town."""
    match = AFTER_TOWN.match(reading.cased, end) or SMALL_AFTER_TOWN.match(reading.plain, end)
    return match.end("v") if match and _is_street(match["v"]) else None


def _is_street(said: str) -> bool:
    words = re.findall(r"[^\W\d_]+", said.lower())
    if not words or words[0] in NO_FIRST or (words[0] in NOT_BEFORE and len(words) == 1):
        return False
    number = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", said)
    return not number and not any(w in CALENDAR_WORDS or (w in NO_STREETS and len(words) == 1) for w in words)
