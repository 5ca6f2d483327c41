"""Addresses that have no word for a street: a name and a number beside a postcode, or behind it and its town."""

import re

from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.street_forms import TAIL
from ombuds.deidentification.engine.street_words import CALENDAR_WORDS, NO_STREETS, NOT_BEFORE
from ombuds.deidentification.engine.trade_words import STOPS

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
BOX_WORDS = frozenset({"bus", "bte", "boite", "box", "bfk", "briefkasten"})
# After these somebody's address comes.
LIVING = frozenset(
    """wonen woon woont wonende woonachtig gehuisvest verhuisde verhuisd verhuist adres adresse anschrift address kantoor cabinet office kanzlei hauses haus huis pand immeuble gelegen sis sise
    habite habitons habitant habiter habitez domicilie domiciliee domicilies domicilees domiciliees demeurant reside residant demenage adressee
    live lives living lived resides residing moved wohne wohnt wohnen wohnhaft wohnte gezogen umgezogen sitz gevestigd etabli etablie buurvrouw buurman nachbar nachbarin voisin voisine
    staat naar bezorgd geleverd livre livree delivered zugestellt maatschappelijke siege zetel building property premises house flat apartment gebouw woning woonst appartement bien batiment maison logement wohnung gebaude registered ingeschreven eingetragen inscrit inscrite vivant vivons livrer gemeldet location perceel parcelle parzelle grundstuck""".split()
)
NO_FIRST = frozenset(
    """ip art artikel artikelen artikels article articles artikeln kamer chambre lijn ligne bus tram perron quai nummer numero number dossier zaak file case akte punt point bijlage annexe annex anlage hoofdstuk chapitre boek titel titre fase phase
    zone wijk kwartier les lesson groep groupe group klas classe class jaar annee year jahr week semaine windows iphone covid type stade stadium niveau level model versie version ik wij hij zij je nous ich wir
    afdeling section abteilung dienst service tel gsm fax mobile btw tva vat eur euro pagina page seite nr no n form formulier formulaire wet loi law gesetz decreet dienstag telefon telefoon telephone""".split()
)


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
