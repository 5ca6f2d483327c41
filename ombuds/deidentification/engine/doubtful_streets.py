"""In doubt a street: a name of any words before what can only be the number of a house: 'Veldkant 150 te 2650 Edegem'."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.around import Around
from ombuds.deidentification.engine.day_words import MONTHS_BY_NAME
from ombuds.deidentification.engine.doubtful_words import CHAINS, ORDINARY, ORDINARY_LETTERS, PUBLIC
from ombuds.deidentification.engine.persons.cues import LABELS, ROLES, SALUTATIONS, STOP
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.towns import names as town_names

NUMBER = re.compile(
    r"(?P<n>\d{1,3}(?: ?[a-h](?![^\W_])|[/\-]\d{1,3}|[/ ]?bis)?)(?:,? (?:bus|bte|boite|box|bk\.?|bfk\.?|briefkasten|b) ?[\w.]{1,4}| b\d{1,3})?"
    r"(?P<after>[ \n]?\(?(?:te|in|a|at) (?:[bd]-)?[a-z1-9]|,? ?(?:- |\()?(?:[bd]-)?[1-9]\d{3} [a-z]|[,;)\n]|\.(?!\d)|\Z)"
)
WITH_TOWN = re.compile(r"[ \n]?\(?(?:te|in|a|at) (?:[bd]-)?[a-z1-9]|,? ?(?:- |\()?(?:[bd]-)?[1-9]\d{3} [a-z]")
LEADS = re.compile(
    r"(?:[,(\n;:–]|(?<![^\W_])(?:adres|adresse|aus|uit|van|von|from|address|anschrift|op|in|te|at|au|a|la|de|wonen|woon|woont|wonende|wohne|wohnt|wohnen|wohnhaft|habite|habitons|domicilie|live|lives|living|residing|und|en|et|and|nach|naar|im|am)) ?\Z"
)
OPENING = frozenset(
    "im am an der auf dem in zum zur unter den op de het ter ten le la les l aux au du des sur sous the ob beim hinter vor bei oude alte vieille old".split()
)
# What is counted or numbered and is no street.
NUMBERED = frozenset(
    """artikel art article artikels kamer zaal lokaal kennzeichen nummerplaat plaque vermerk seit bijlage annexe anlage nr no n nummer numero number lijn ligne line linie bus tram trein train zug gleis perron spoor quai voie zimmer room chambre etage verdieping stock floor punt punkt point punten blz pagina page seite
    hoofdstuk chapitre kapitel chapter deel partie teil part afdeling section sectie abschnitt boek livre titel titre lid alinea absatz versie version fase phase stap etape schritt step groep groupe gruppe group klas classe klasse class jaar annee jahr year week semaine woche dag jour tag day
    dossier akte zaak case ref referentie file fiche formulier formulaire formular form model modele pv km kilometer meter metre liter euro eur graad unit blok bloc block case vak box loket guichet schalter counter verzoek vraag question frage zone sector secteur bezirk wijk e a n r covid windows office iphone galaxy word
    route autoroute autobahn ring haus huis house appartement apt app wohnung flat studio staanplaats garage parkeerplaats plaats platz place seat lot perceel parzelle parcelle categorie categorie kategorie category niveau level graad grad type typ top bachelor master stage ploeg team kern cel cellule lager lage piste badge wagen voertuig eerste tweede derde nog al ook pas om tot van bis vers uur heures uhr agenda item beslissing besluit decision
    woning logement kot poort gate porte tor hal halle tribune rij reihe rang blad feuille folio kaart carte karte film saison seizoen episode aflevering""".split()
)
SHORTEST = 3
MOST = 3


def doubtful_streets(text: Text, around: Around) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form."""
    for index, word in enumerate(text.words):
        if (
            not index
            or not word[0].isdigit()
            or len(word) > SHORTEST + 1
            or text.before(index) not in {" ", "\n"}
        ):
            continue
        match = NUMBER.match(text.plain, text.starts[index])
        if not match or (text.before(index) == "\n" and text.gap(index).startswith(". ")):
            continue  # 'Conclusion', and under it '7. Maladministration'
        first = _first_of_name(text, index, around)
        if first is None:
            continue
        start = text.starts[first]
        if (
            text.gap(index)[:2] in {". ", " "}
            and index + 1 < len(text)
            and text.words[index + 1] in MONTHS_BY_NAME
        ):
            continue
        led = LEADS.search(text.plain, max(0, start - 14), start) is not None
        town = WITH_TOWN.match(match["after"]) is not None or _before_town(text, match.start("after"))
        if not town and around.is_person(index - 1):
            continue  # 'Karim 12, Sofie 9'
        if (led and (town or match["after"][:1] in ",;).")) or (town and text.starts_sentence(first)):
            yield start, match.start("after")


TOWN = re.compile(r", (?P<t>[a-z][a-z'\-]{2,24}(?:[ \-][a-z]{3,20})?)(?![^\W_])")


def _before_town(text: Text, at: int) -> bool:
    """', Eupen' behind the number."""
    match = TOWN.match(text.plain, at)
    return match is not None and match["t"] in town_names()[0] and text.cased[match.start("t")].isupper()


def _first_of_name(text: Text, index: int, around: Around) -> int | None:
    """Where one to three words with a capital begin that stand right before the number."""
    first = index
    while (
        first
        and index - first < MOST
        and text.before(first) in {" ", "-", "\n"}
        and text.before(first) != "\n\n"
    ):
        if not text.capitals[first - 1] or not _may_be(text, first - 1, around):
            break
        first -= 1
        if text.words[first] in OPENING:
            break
    if first == index or text.words[index - 1] in OPENING or text.in_capitals(index - 1):
        return None
    named = [text.words[i] for i in range(first, index) if text.words[i] not in OPENING]
    if not named or any(len(word) < SHORTEST for word in named):
        return None
    return first


def _may_be(text: Text, index: int, around: Around) -> bool:
    word = text.words[index]
    if word in OPENING:
        return True
    return not (
        word in NUMBERED
        or word in MONTHS_BY_NAME
        or word in STOP
        or word in LABELS
        or word in ROLES
        or word in SALUTATIONS
        or word in ORDINARY
        or word in ORDINARY_LETTERS
        or word in CHAINS
        or PUBLIC.match(word)
        or is_title(text, index)
        or around.is_body(index)
        or around.is_place(index)
        or around.is_known(index)
        or text.is_all_capitals(index)
        or not word.isalpha()
    )
