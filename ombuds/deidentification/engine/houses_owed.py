"""Firms of everyday words, in French and English, after a kind of firm with its trade, after debts, letters and who sent or built:
'the collection agency Final Call', 'I owe Second Wind', 'la dette envers Bon Matin', 'réclamé par Point du Jour'.
"""

import re
from collections.abc import Iterator

_WORD = r"[A-Z][\w'&+!\-]{0,30}"
_SMALL = r"(?:(?:de la|de l'|de|du|des|d'|la|le|les|l'|et|en|a|au|aux|pour|sur|sans|sous|plus|of|the|and|for|to|with|on|in|by|&|\+) ?)"
NAME = rf"\"?(?P<v>{_WORD}(?:,? (?:{_SMALL}{{0,2}}){_WORD}){{0,5}})(?![^\W_])"
KINDS = {
    "fr": r"(?:societe|firme|entreprise|bureau|agence|compagnie|cabinet|pompes funebres|association|asbl|collectif|comite|groupe|club|magasin|commerce|chaine|atelier|banque|coopérative|cooperative|office|etude|centrale|plateforme|centre|troupe|ligue|federation|fondation|mouvement|auto-ecole|laboratoire|start-up|boite|enseigne|marque|mutuelle|syndicat|huissiers|avocats|notaires|geometres|architectes|experts|menuisiers|plombiers|electriciens|couvreurs|demenageurs)"
    r"(?: (?:de|d'|du|des|en) ?[a-z][\w\-]{2,20}(?: [a-z]{4,20}(?:aire|ales?|iels?|elles?|iques?|ifs?|ives?|iers?|ieres?))?| (?:immobiliere?|judiciaires?|dentaires?|medicale?|juridique|comptable|funeraires?|sportif|sportive|culturelle?|locale?|privee?|familiale?|specialisee?|titres-services))?",
    "en": r"(?:company|firm|agency|office|bureau|shop|store|chain|workshop|bank|cooperative|co-op|association|charity|group|club|studio|practice|laboratory|lab|centre|brand|start-up|startup|business|contractor|contractors|builder|builders|roofers?|plumbers?|electricians?|movers|removers|cleaners|carpenters?|painters?|supplier|insurer|caterer|dealer|garage|solicitors|lawyers|counsel|attorneys|bailiffs|notaries|surveyors|architects|accountants|union|league|foundation|movement|network|platform|society|troupe|band|school|academy|nursery|clinic|home|hotel|salon)",
}
MONEY = {
    "fr": r"(?:(?:dois|doit|devons|doivent|dus?|dues?|payee?|paie|verser|versee?|rembourse|rembourser|paye) (?:[^\W\d_.]+ ){0,4}(?:a|au|aux)|(?:dettes?|creances?|rappels?|factures?|lettres?|courriers?|colis|devis|mails?|e-mails?|montants?|sommes?|offres?|contrats?|commandes?|acomptes?|paiements?|sommations?|avertissements?|mise en demeure|abonnement|avis|decompte|notes?|recu|appels?|pub|publicite|livraison|employee?s?|bilans?|quittance) (?:(?:de la part )?(?:de|d'|du|des)|envers|chez|a|au|aux|aupres de|avec|par)|"
    r"(?:envoyee?s?|reclamee?s?|signee?s?|construite?s?|livree?s?|facturee?s?|etablie?s?|rediges?|redigee?s?|demandee?s?|posee?s?|fabriquee?s?|prestee?s?|assuree?s?|remplacee?s?|fournie?s?|gerees?|geree?|mandatee?s?|confiee?s?|ramassee?s?) (?:par|a)|(?:engage|engages|choisi|contacte|appele|paye|attaque|poursuivi)|(?:banque|fournisseur|assureur|employeur|bailleur|syndic|entrepreneur|operateur|proprietaire|vendeur|concurrent|patron|transporteur) (?:est|etait|s'appelle)|tout ca est|vend(?:s|ons|ent|ais|ait)? pour)",
    "en": r"(?:(?:owe|owes|owed|owing|sued|hired|engaged|chose|emailed|reminded|paid|pay|paying|appointed|instructed|commissioned)|(?:owe|owes|owed|paid|pay|sent|transferred|returned|repaid) (?:[^\W\d_.]+ ){0,4}to|(?:debts?|money|payments?|reminders?|letters?|invoices?|bills?|quotes?|parcels?|claims?|e-?mails?|calls?|orders?|deposits?|instalments?|receipts?|estimates?|summons|offers?|contracts?|loans?|notice|statements?|leaflets?|flyers?|warnings?|subscriptions?|cleaner|technician|plumber|electrician|courier|someone|somebody|people) (?:comes? |came )?(?:to|from|of|by|with|at)|(?:sent|made|signed|issued|built|delivered|claimed|collected|written|billed|charged|demanded|drawn up|supplied|managed|represented|installed|fitted|laid|painted|provided|insured|repaired) by|comes from|came from|(?:bank|supplier|insurer|employer|landlord|contractor|operator|seller|owner|agent|carrier|broker) (?:is|was)|behind it (?:is|was)|sells for|trained with|bank with|signed with|signed up with)",
}
PATTERNS = {
    language: (
        re.compile(
            rf"(?<![^\W_])(?i:{KINDS[language]})(?:,? (?:called|named|nommee?|appelee?))?,? \(?{NAME}"
        ),
        re.compile(rf"(?<![^\W_])(?i:{MONEY[language]})(?: |(?<='))(?i:(?:the |la |le |les |l')?){NAME}"),
    )
    for language in KINDS
}
# The same in capitals; the name goes on up to a small word or a verb.
SHOUTED = re.compile(
    r"(?<![^\W_])(?:COMPANY|FIRM|AGENCY|SHOP|BUILDER|BUILDERS|CONTRACTOR|ROOFER|PLUMBER|LANDLORD|EMPLOYER|ENTREPRENEUR|COUVREUR|PLOMBIER|BAILLEUR|EMPLOYEUR|SYNDIC|SENT ME TO|M'A ENVOYEE? (?:A|CHEZ)|SOCIETE|FIRME|ENTREPRISE|MAGASIN|AGENCE|ASBL|CABINET|HIRED|ENGAGE|OWE|DOIS A|(?:BOUGHT|ORDERED|RENTED|HIRED)(?: \w+){0,3} FROM|(?:ACHETE|COMMANDE|LOUE)(?: \w+){0,3} (?:CHEZ|A)|(?:LETTER|BILL|INVOICE|REMINDER|DEBT|PARCEL) (?:FROM|OF|TO)|(?:LETTRE|FACTURE|RAPPEL|DETTE|COLIS) (?:DE|D'|ENVERS|DU)|(?:SENT|MADE|SIGNED|BUILT) BY|(?:ENVOYE|SIGNE|CONSTRUIT|LIVRE)E? PAR) (?:THE |LE |LA |LES )?(?P<v>[A-Z][A-Z'\-]+(?:[ ']{1,2}[A-Z&][A-Z'\-]*){0,4})"
)
# The same typed small.
SMALL = {
    "fr": re.compile(
        r"(?<![^\W_])(?:(?:la|une|cette|ma) (?:firme|societe|boite|entreprise)(?: (?:de|d'|du) ?[a-z]{4,20})?|(?:achete|commande|loue|pris|reserve)(?: \w+){0,3} chez) (?P<v>[a-z][\w\-]*(?:[ ']{1,2}[a-z][\w\-]*){0,3})"
    ),
    "en": re.compile(
        r"(?<![^\W_])(?:(?:the|a|this|my)(?: [a-z]{4,20})? (?:firm|company|agency)|(?:bought|ordered|rented|hired)(?: \w+){0,3} from|boss at) (?P<v>[a-z][\w\-]*(?: [a-z][\w\-]*){0,3})"
    ),
}


def owed(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Where a name with capitals may stand, and the name."""
    for pattern in PATTERNS.get(language, ()):
        at = 0
        while match := pattern.search(text, at):
            at = match.start() + 1
            if not text[match.start() : match.end()].isupper():
                yield match.start("v"), match["v"]
                at = max(at, match.start("v"))
