"""What stands behind the colon of a label, in French and English: 'Third party: Happy Days', 'Huissier : Dernier Appel', 'We live in: Vlierbeek'.

A label says what follows, so the words of the name do not matter; one word alone must be no word of the language.
"""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.doubtful_words import ORDINARY, PUBLIC
from ombuds.deidentification.engine.matching import is_dictionary_word
from ombuds.deidentification.engine.organisation_words import NO_NAME
from ombuds.deidentification.engine.persons.cues import ROLES, SALUTATIONS, TITLES
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches

Place = tuple[int, int]
_WORD = r"[A-Z][\w'&+!\-]{0,30}"
_SMALL = r"(?:(?:de la|de l'|de|du|des|d'|la|le|les|l'|et|en|a|au|aux|pour|sur|sans|sous|chez|at|of|the|and|for|to|with|on|in|by|&|\+|den|der|het|'t|ter|ten|op|van) ?)"
_VALUE = (
    rf"[ \t]?:[ \t]{{1,3}}(?P<v>{_WORD}(?: {_SMALL}{{0,2}}{_WORD}){{0,5}})(?=[ \t]*(?:[,;(\n]|\.(?!\w)|\Z))"
)
HOUSES = re.compile(
    r"(?<![^\W_])(?i:contractor|supplier|seller|mover|moved by|third party|third parties|collector|cleaner|estate agent|letting agent|agent|sent by|invoice from|bill from|account of|opposing party|other party|adverse party|place of work|workplace|employer|cared for by|insurer|bank|school|nursery|shop|garage|builder|roofer|plumber|electrician|practice|hospital|clinic|operator|provider|carrier|club|association|lawyers?|solicitors?|counsel|bailiff|notary|firm|company|landlord|lessor|creditor|debtor|buyer|works at|works for|hired|managed by|paid to|payee|beneficiary|care home|home help|caterer"
    r"|entrepreneur|fournisseur|vendeur|vendeuse|demenageur|partie adverse|autre partie|tiers|huissiers?|agence|envoye par|facture de|lieu de travail|bailleur|bailleresse|soins|au profit de|beneficiaire|employeur|assureur|banque|ecole|creche|magasin|couvreur|plombier|electricien|menuisier|cabinet|hopital|clinique|operateur|prestataire|transporteur|association|avocats?|conseil|notaires?|firme|societe|entreprise|creancier|debiteur|acheteur|travaille (?:chez|pour)|gere par|verse a|paye a|maison de repos|aide menagere|traiteur|syndic|gerant|exploitant|locataire)"
    + _VALUE
)
STREETS = re.compile(
    r"(?<![^\W_])(?i:address(?: of [a-z ]{3,20})?|site|property|delivery|dwelling|place of (?:the )?(?:accident|incident|works?|facts|delivery|theft|residence)|(?:i|we|he|she|they) lives? (?:in|at|on)|residence|correspondence to|location|street|scene"
    r"|adresse(?: des? [a-z ]{3,20})?|chantier|bien concerne|bien|livraison|logement(?: loue)?|lieu (?:de l'accident|de l'incident|des travaux|des faits|du vol|de residence|de livraison)|(?:j'habite|habite|domicile|residence|courrier a|rue)|situation)"
    + _VALUE
)
# Nothing is filled in there.
NOTHING = frozenset(
    "none unknown not no yes see above below confirmed applicable private same idem self retired unemployed neant inconnu inconnue inconnus preciser sans voir oui non domicile communique aucun aucune meme moi neante vide primary secondary ecole maison school".split()
)
WORD = re.compile(r"[^\W_]+")


def labelled_houses(reading: Reading) -> Iterator[Place]:
    """(start, end) in the plain form."""
    yield from _labelled(reading, HOUSES)


def _labelled(reading: Reading, pattern: re.Pattern[str]) -> Iterator[Place]:
    if reading.language not in {"fr", "en"}:
        return
    for match in matches(pattern, reading, cased=True):
        if not match["v"].isupper() and _is_name(match["v"]):
            yield match.span("v")


def _is_name(said: str) -> bool:
    words = WORD.findall(said.lower())
    if any(PUBLIC.match(word) or word in ROLES or word in TITLES or word in SALUTATIONS for word in words):
        return False
    if words[0] in NOTHING or words[-1] in NOTHING:
        return False
    if all(word in ORDINARY or word in NO_NAME for word in words):
        return False
    return len(words) > 1 or not is_dictionary_word(words[0])
