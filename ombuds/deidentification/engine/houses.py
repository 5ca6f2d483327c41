"""Names of houses made of any words, where French and English say that one follows: chez Coup de Balai, the charity A Roof For Her.

A capital inside a sentence after such words is the name of something; which words it is made of does not matter.
"""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.doubtful_words import ORDINARY, ORDINARY_LETTERS, PUBLIC
from ombuds.deidentification.engine.houses_owed import SHOUTED as SHOUTED_OWED
from ombuds.deidentification.engine.houses_owed import owed
from ombuds.deidentification.engine.houses_small import ENDS, OF_ANY, houses_typed_small
from ombuds.deidentification.engine.labelled import labelled_houses
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength
from ombuds.deidentification.engine.organisation_words import NO_NAME
from ombuds.deidentification.engine.persons.cues import ROLES, TITLES
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.street_words import CALENDAR_WORDS
from ombuds.deidentification.engine.streets import street_strength
from ombuds.deidentification.engine.towns import names as towns

Found = tuple[int, int, float]
_WORD = r"[A-Z][\w'&+!\-]{0,30}"
_SMALL = r"(?:(?:de|du|des|d'|la|le|les|l'|et|en|a|au|aux|pour|sur|sans|sous|plus|vers|chez|of|the|and|for|to|with|on|in|by|&|\+) ?)"
NAME = rf"(?P<v>{_WORD}(?: {_SMALL}{{0,3}}{_WORD}){{0,5}})(?![^\W_])"
_ARTICLE = r"(?:(?:le|la|les|l'|the|un|une|an?) ?)?"
# Where somebody works, buys, hires, learns, is cared for.
PLACES = {
    "fr": r"(?:chez|via|(?:aupres|l'aide|le patron|la patronne|le gerant|la gerante|le devis|la facture|les factures|le personnel|le directeur|la directrice|l'equipe|un technicien|le technicien|un ouvrier|les ouvriers|le livreur|client|cliente|membre|salariee?|employee?|benevole) (?:de|d')|(?:formee?|aidee?|engagee?|licenciee?|employee?|hebergee?|soignee?|suivie?|accompagnee?|accueillie?|livree?|reparee?|installee?|vendue?s?|achetee?s?|louee?s?|organisee?) (?:par|a|au|chez)|(?:quitte|rejoint|contacte|appele|telephone a|ecrit a|paye a|verse a|loue a|travaille (?:pour|a)|contrat (?:avec|chez)|inscrite? (?:a|au)|bosse (?:pour|a)))",
    "en": r"(?:at|through|via|outside|opposite|behind|inside|(?:staff|team|manager|owner|director|driver|courier|quote|invoice|member|customer|client|employee|volunteer|patient|pupil|tenant) (?:of|at|from|with)|(?:works?|worked|working|cleans?|cleaned|plays?|played|drives?|drove|cooks?|volunteers?|volunteered|sings?|sang) (?:for|with|at)|(?:trained|helped|hired|employed|fired|sacked|sold|repaired|installed|run|organised|housed|treated|insured) by|(?:rent(?:s|ed|ing)?|bought|ordered|order|lease[sd]?|borrowed) (?:\w+ ){0,4}from|(?:left|joined|called|phoned|contacted)|(?:contract|account|insured|subscription|bill) with)",
}
# Who is named after a comma or at once: 'mon employeur, Nettoie Tout,', 'my health insurer Partenamut'.
WHO = {
    "fr": r"(?:mon|ma|notre|son|sa|leur|l'|ancien|nouvel|nouveau|la|le) ?(?:ancien |ancienne |nouvel |nouvelle )?(?:employeur|bailleur|bailleresse|syndic|banque|assureur|assurance|fournisseur|entrepreneur|syndicat|mutuelle|mutualite|operateur|agence(?: immobiliere)?|societe|firme|entreprise|association|asbl|creche|ecole(?: maternelle| primaire| communale| libre)?|garage|clinique|hopital|maison de repos|home|club(?: de \w+)?|troupe|chorale|magasin|boutique|boulangerie|pharmacie|restaurant|cafe|friterie|salon(?: de coiffure)?|cabinet|bureau|centre(?: medical| sportif| de \w+)?|foyer|refuge|residence|librairie|imprimerie|hotel|camping|ferme|coiffeur|plombier|traiteur|groupe|radio|journal|plateforme|crèche|halte-garderie|maison medicale|maison d'accueil)",
    "en": r"(?:my|our|his|her|their|the|a|an|former|new|old|local|managing) ?(?:former |old |new )?(?:employer|landlord|agent|bank|insurer|insurance|supplier|contractor|union|health insurer|health fund|operator|agency|company|firm|association|charity|nursery|school|garage|clinic|hospital|care home|club|troupe|choir|shop|store|bakery|pharmacy|restaurant|cafe|bar|pub|salon|barber|surgery|office of|medical centre|sports centre|centre|shelter|hostel|residence|bookshop|printer|hotel|campsite|farm|hairdresser|plumber|caterer|group|band|radio station|paper|platform|housing company|letting agency|temp agency|employment agency|cleaning firm|law firm|business|start-up)",
}
PATTERNS = {
    language: (
        re.compile(rf"(?<![^\W_])(?i:{PLACES[language]})(?: |(?<='))(?i:{_ARTICLE}){NAME}"),
        re.compile(
            rf"(?<![^\W_])(?i:{WHO[language]})(?: called| named| nommee?| appelee?)?(?: |, |,? \"){NAME}"
        ),
    )
    for language in ("fr", "en")
}
OF = frozenset("de du des d la le les l of van der den".split())
OWN = frozenset("i je nous vous lui elle elles eux toi moi us them him her you me".split())
# An article or a number word that begins a name of several words: 'Un Toit Pour Elles', 'All For Baby'.
OPENING = frozenset("un une le la les l' tout tous toute a an the all our your my on en au aux chez notre nos votre vos mon ma mes".split())  # fmt: skip
INSIDE_WORD = re.compile(r"[^\W_]+")


# 'l'école des Tilleuls', 'la boulangerie du Pont': the name is not whole without the kind of house.
OF_WHICH = re.compile(
    rf"(?<![^\W_])(?P<v>(?:ecole|creche|pharmacie|boulangerie|boucherie|garage|clinique|college|athenee|lycee|residence|home|friterie|brasserie|librairie|ferme|moulin|maison de repos|centre medical|cabinet|salon|menuiserie|imprimerie|hotel|auberge|camping|manege|academie|internat|foyer) (?:des|du|de la|de l'|d'|aux?|a la) ?{_WORD}(?: {_SMALL}{{0,2}}{_WORD}){{0,3}})(?![^\W_])"
)
# 'the hospital sint vincentius' typed small.
SAINT = re.compile(
    r"(?<![^\W_])(?:hospital|hopital|clinique|cliniques|ecole|school|college|institut|home|repos|residence|ziekenhuis|kliniek|basisschool|klinik|krankenhaus|schule|paroisse|parish|nursery|creche) (?P<v>(?:sint|saint|st|ste|sainte|sankt|heilig|sacre|notre)[ \-.]{1,2}[a-z]{3,}(?:[ \-](?:en|et|and) [a-z]{4,})?)(?![^\W_])"
)
# 'I WORK AT SPARKLE & SHINE': in capitals too two words with the sign between them are a firm.
SHOUTED = re.compile(
    r"(?<![^\W_])(?:AT|FROM|BY|OF|FOR|WITH|CHEZ|PAR|POUR|DE|BIJ|VAN|VOOR|DOOR|BEI|VON|FUR) (?:THE |LE |LA |DE |DIE |DER )?(?P<v>[A-Z][A-Z'\-]{2,} & [A-Z][A-Z'\-]{2,})(?![^\W_])"
)
# 'IM A STUDENT AT LITTLE ACORNS NURSERY': the kind of house last, in capitals.
SHOUTED_KIND = re.compile(
    r"(?<![^\W_])(?:AT|FROM|FOR|OF|WITH|BY|TO) (?:THE )?(?P<v>(?:[A-Z][A-Z'\-]{1,20} ){1,3}(?:NURSERY|SCHOOL|BAKERY|CHOIR|CLEANERS|PHARMACY|GARAGE|HOSPICE|CLINIC|CARE HOME|CLUB|SALON|SURGERY|COLLEGE|ACADEMY|KINDERGARTEN|RESTAURANT|HOTEL|SOLICITORS|LAUNDRY))(?![^\W_])"
)
# 'JE FAIS LE MÉNAGE CHEZ BRASSERIE DU PONT SRL', 'I WORK AT DUPONT FURNITURE'.
SHOUTED_CHEZ = re.compile(
    r"(?<![^\W_])(?:CHEZ|(?:WORK|WORKS|WORKED|WORKING|TREATED|STUDENT|PUPIL|TEACHER|MANAGER|CUSTOMER|NURSE|DRIVER|COOK|CLEANER) (?:AT|FOR)) (?:THE )?(?P<v>[A-Z][A-Z'\-]+(?:[ ']{1,2}[A-Z][A-Z'\-]*){0,5})"
)
# 'SOIGNÉ À SAINT-LUC'.
SHOUTED_SAINT = re.compile(
    r"(?<![^\W_])(?:A|AT|TO|AU|CHEZ|DE|OF|IN) (?P<v>(?:SAINT|SAINTE|ST|STE|NOTRE)[ \-][A-Z'\-]{3,})(?![^\W_])"
)
# 'La Petite Ourse refuse', 'Les Jardins de Léo m'ont': behind the article of a sentence French and English write small, but for names.
SUBJECT = re.compile(
    rf"(?:(?<=[.!?:] )|(?<=\n)|\A)(?P<v>(?:Le |La |Les |L'|The )(?P<n>{_WORD}(?: {_SMALL}{{0,2}}{_WORD}){{1,4}})) (?=(?:[nmst]')?[a-z]{{1,14}} )"
)
# 'la cantine (Le Potager)': nothing in the brackets but a name with its article.
BRACKETED = re.compile(
    rf"(?<=[a-z] \()(?P<v>(?:Le |La |Les |L'|De |Het |'t |The |Die |Der |Das |Zum |Zur |Au |Aux |Chez |In 't ){_WORD}(?: {_SMALL}{{0,2}}[A-Za-z][\w'\-]{{2,20}}){{0,3}})(?=\))"
)
# 'chez Unité scoute Sainte-Walburge': a describing word typed small within.
DESCRIBED = re.compile(
    rf"(?<![^\W_])(?:chez|pour|de l'|de la|du|a l'|a la|au) ?(?P<v>{_WORD} [a-z]{{4,}}(?:e|le|re|que|se|al|el) {_WORD}(?:[ \-]{_WORD}){{0,2}})(?![^\W_])"
)
# Where the name may be over and a place, a day or somebody else comes.
CUT = frozenset("a en in on by with to pour sur vers chez and et at de du".split())


def houses(reading: Reading) -> Iterator[Found]:
    """(start, end, confidence) in the plain form; they may overlap each other."""
    for pattern in PATTERNS.get(reading.language, ()):
        for match in matches(pattern, reading, cased=True):
            if reading.cased[match.start() : match.end()].isupper():
                continue
            said = match["v"][: _length(match["v"])]
            if _is_name(said):
                yield match.start("v"), match.start("v") + len(said), 0.6
    for start, named in owed(reading.cased, reading.language):
        said = named[: _length(named)].rstrip(" ,")
        if _is_name(said) and not _is_day(said) and not _is_office(said) and not _are_people(said):
            yield start, start + len(said), 0.55
    yield from _whole(reading)
    for start, end in labelled_houses(reading):
        yield start, end, 0.7
    for start, end in houses_typed_small(reading):
        yield start, end, 0.6


def _are_people(said: str) -> bool:
    """'la lettre d'Imran Rahman et Havva Çelik'."""
    names = re.split(r" (?:et|and|en|und) ", said)
    first = INSIDE_WORD.findall(said.lower())[0]
    if len(names) == 1 or " of " in said:  # 'his builder, Luís da Silva of Rombouts'
        return given_strength(first) is Strength.SURE and " of " in said
    return all(
        given_strength(INSIDE_WORD.findall(name.lower())[0]) is Strength.SURE
        for name in (names[0], names[-1])
    )


def _is_day(said: str) -> bool:
    """'la facture de Janvier', 'the letter of May'."""
    return all(word in CALENDAR_WORDS for word in INSIDE_WORD.findall(said.lower()))


def _whole(reading: Reading) -> Iterator[Found]:
    for match in matches(OF_WHICH, reading, cased=True) if reading.language == "fr" else ():
        said = INSIDE_WORD.findall(match["v"])
        named = [word.lower() for word in said if word[0].isupper()]
        in_town = " d'" in match["v"] and named[0] in towns()[0]
        if not in_town and not PUBLIC.match(named[0]) and named[0] not in ORDINARY:
            yield match.start("v"), match.start("v") + _length(match["v"]), 0.6
    for match in matches(SAINT, reading):
        yield *match.span("v"), 0.7
    for pattern in (SHOUTED, BRACKETED, SHOUTED_SAINT):
        for match in matches(pattern, reading, cased=True):
            yield *match.span("v"), 0.6
    yield from _shouted(reading)
    for match in matches(DESCRIBED, reading, cased=True) if reading.language == "fr" else ():
        if _is_name(match["v"]) and not _is_office(match["v"]):
            yield *match.span("v"), 0.65
    for match in matches(SUBJECT, reading, cased=True) if reading.language in PATTERNS else ():
        if _is_name(match["n"]) and not _is_office(match["n"]) and not match["v"].isupper():
            yield *match.span("v"), 0.55


def _shouted(reading: Reading) -> Iterator[Found]:
    for match in matches(SHOUTED_KIND, reading, cased=True):
        first = match["v"].split()[0].lower()
        if first not in ENDS and first not in OF_ANY:
            yield *match.span("v"), 0.6
    for match in (*matches(SHOUTED_CHEZ, reading, cased=True), *matches(SHOUTED_OWED, reading, cased=True)):
        end = 0
        for word in INSIDE_WORD.finditer(match["v"].lower()):
            if word.group() in ENDS and not (end and word.group() in OF):
                break
            end = end if word.group() in OF else word.end()
        if end:
            yield match.start("v"), match.start("v") + end, 0.6


def _length(said: str) -> int:
    """Up to the small word after which a town, somebody with a title or 'I' comes: 'Les Glycines à Jodoigne', 'Les Glycines and I'."""
    end, between = 0, False
    for match in INSIDE_WORD.finditer(said):
        word = match.group()
        if word in CUT:
            between = True
        elif word[0].isupper():
            if between and end and _is_elsewhere(word.lower()):
                return end
            end, between = match.end(), False
    return len(said)


def _is_office(said: str) -> bool:
    """'The Housing Department', 'La Direction des Routes', 'The Complainant Mrs': some word is of the state or is somebody's part."""
    return any(
        PUBLIC.match(word) or word in ROLES or word in TITLES or word in ORDINARY
        for word in INSIDE_WORD.findall(said.lower())
    )


def _is_elsewhere(word: str) -> bool:
    return (
        word in towns()[0]
        or word in ORDINARY
        or word in TITLES
        or word in OWN
        or word in NO_NAME
        or street_strength(word) == "strong"
    )


def _is_name(said: str) -> bool:
    named = INSIDE_WORD.findall(said)
    small = [word.lower() for word in named]
    if small[0] in TITLES or small[0] in OWN or PUBLIC.match(small[0]) or PUBLIC.match(small[-1]):
        return False
    if "&" in said:
        return True
    if all(word in ORDINARY or word in ORDINARY_LETTERS or word in NO_NAME for word in small):
        return False
    if len(small) == 1 and small[0] in towns()[0]:
        return False
    capitals = sum(word[0].isupper() for word in named)
    return capitals > 1 or small[0] not in NO_NAME | OPENING
