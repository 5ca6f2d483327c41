"""More turns of phrase in which a trade stands: 'mijn statuut van X', 'Als X verdien ik', 'a X who', 'ai été X', '(X)'."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from ombuds.deidentification.engine.lexicons.loading import common_words
from ombuds.deidentification.engine.profession_cues import LEARNED
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.trade_forms import is_agent, is_compound_trade, trades
from ombuds.deidentification.engine.trade_words import OFFICIALS, OFTEN, ROLES, STOPS

Place = tuple[int, int]
Parser = Callable[[Reading, int], Place | None]

# What somebody has or does as one: after these words whatever ends like a doer is a trade.
_AS_ONE = {
    "nl": r"(?:statuut|status|beroep|stiel|vak|ambacht|job|zaak|zaakje|loopbaan|carriere|activiteiten?|werk|bestaan|praktijk|atelier|baan|roeping|kennis|ervaring|inkomen|inkomsten|pensioen|loon|diploma|getuigschrift|titel|vergunning|erkenning|dagen|jaren|jaar|tijd|leven lang|dienst|contract|opdrachten|bijberoep|vestiging|debuut) (?:van|als|voor|tot) ",
    "fr": r"(?:statut|metier|profession|activites?|travail|emploi|poste|salaire|revenus?|carriere|vie|diplome|brevet|titre|pension|contrat|fonds|commerce|atelier|echoppe|formation|vocation|agrement|licence|carte|experience|annees|ans|etat|place|apprentissage|gagne-pain|independant|independante|etabli|etablie|inscrite?|enregistree?|installee?|reconnue?|patentee?) (?:de |d'|en tant que |en qualite de |comme )",
    "en": r"(?:status|job|work|living|life|career|business|trade|profession|practice|income|earnings|wages|pension|licence|license|diploma|experience|years|apprenticeship|training|position|post|employment|time|stint|days|registered|enrolled|licensed|established|known locally|set up|retrained|retired|earnings|trades?|living) (?:as|of|of being|to be|from being) ",
    "de": r"(?:status|beruf|beruf[s]?|arbeit|betrieb|existenz|stelle|leben|laufbahn|karriere|tatigkeit|einkommen|rente|lohn|diplom|gewerbe|ausbildung|werkstatt|jahren?|zulassung|angemeldet|gemeldet|eingetragen|selbststandig|gelernt|zeit|anstellung|meisterbrief|lizenz|einkunfte|erfahrung|dienst|hauptberuflich|nebenberuflich|freiberuflich) (?:als|des|eines|einer|zum|zur) ",
}
_ARTICLE = r"(?:een |n |un |une |an? |the |de |le |la |l'|ein |eine |einen |einem |einer |der |die |local |village |plaatselijke?|zelfstandig |zelfstandige |self-employed |selbststandige[rn]? |freelance )?"
AS_ONE = {
    language: re.compile(rf"(?<![^\W_])(?:{words}){_ARTICLE}(?=[^\W\d_])")
    for language, words in _AS_ONE.items()
}
# 'beroep X' in a note without its colon.
LABELLED = re.compile(
    r"(?:^|[\n.;,(] ?)(?:beroep|profession|metier|occupation|beruf|job|functie|fonction) (?=[^\W\d_]{4})"
)
# 'Als X verdien ik', 'Comme X, je', 'As a X I', 'Als X habe ich': said of oneself or of somebody named.
_SELF = {
    "nl": r"(?<![^\W_])(?:als|omdat ik|aangezien ik|daar ik|toen ik|sinds ik|nu ik|terwijl ik|al ben ik) (?:een )?(?=[^\W\d_])",
    "fr": r"(?<![^\W_])(?:comme|etant|j'ai ete|j'etais|j'avais ete|(?:il|elle|qui|pere|mere|mari|femme) (?:a|avait) (?:longtemps |toujours |jadis )?ete(?: longtemps| toujours)?|avoir ete|redevenir|redevenu|redevenue|veut etre|voulait etre|voudrait etre|fut|n'est plus|ne suis plus|n'etais plus|moi,? qui suis|chez un|chez une|bon|bonne) (?:une? )?(?=[^\W\d_])",
    "en": r"(?<![^\W_])(?:as|being|once|formerly|once upon a time|originally|previously|latterly|later|then|now|and|becoming|became|become|having been|i'm|not) (?:an? |the (?:village|town|local|parish) )(?=[^\W\d_])",
    "de": r"(?<![^\W_])(?:als|weil ich|da ich|obwohl ich|seit ich|war mein leben lang|bin von haus aus|von haus aus|war zeitlebens|bin gelernter|bin gelernte|ist gelernter|einstiger|einstige|fruherer|fruhere|ehemals|mal) (?:ein |eine )?(?=[^\W\d_])",
}
SELF = {language: re.compile(words) for language, words in _SELF.items()}
I_FOLLOW = {
    "nl": re.compile(r",? (?:[^\W\d_]+ )?(?:ik|ben|was|heb|werk|hij|zij|ze)(?![^\W_])"),
    "fr": re.compile(
        r"(?: [^\W\d_]+){0,3},? (?:je|j'|il|elle|mon|ma|mes|on|toute|pendant|durant|jusqu'|puis|avant|dans|a|chez|et)(?![^\W_])"
    ),
    "en": re.compile(
        r",? (?:i|he|she|my|we|in|at|for|from|until|since|before|all|by|and|who|with|myself|earning|on)(?![^\W_])|[.,)]"
    ),
    "de": re.compile(r",? (?:[^\W\d_]+ )?(?:ich|bin|war|er|sie|habe|mein|meine|wie)(?![^\W_])|[.,]"),
}
# 'een X die', 'a X who', 'un X de la région', 'ein X aus': somebody nobody calls by name.
SOMEBODY = {
    "nl": re.compile(
        r"(?<![^\W_])(?:een|geen|bij een|van een|voor een|andere|jonge|oude|gepensioneerde|werkloze|zelfstandige|ervaren) (?=[^\W\d_]{5})"
    ),
    "fr": re.compile(
        r"(?<![^\W_])(?:une?|l'|d'une?|cette?|jeune|vieux|vieille|ancien|ancienne|aucun|simple) ?(?=[^\W\d_]{5})"
    ),
    "en": re.compile(
        r"(?<![^\W_])(?:an?|retired|young|old|elderly|former|unemployed|fellow|master|apprentice|local|self-employed|jobbing|itinerant|village) (?=[^\W\d_]{4})"
    ),
    "de": re.compile(
        r"(?<![^\W_])(?:eine?|einen|einem|einer|eines|junge[rn]?|alte[rn]?|pensionierte[rn]?|ehemalige[rn]?|arbeitslose[rn]?|kein|keine) (?=[^\W\d_]{5})"
    ),
}
WHO = {
    "nl": re.compile(
        r" (?:die|uit|met wie|wiens|van beroep|zonder werk|op rust|in bijberoep|van \d\d|en (?:vader|moeder|weduwe|weduwnaar)|op pensioen|zoals ik|als ik|in hart)(?![^\W_])|, (?:die|wiens|uit)(?![^\W_])"
    ),
    "fr": re.compile(
        r",? (?:qui|dont|de la region|du village|du coin|a la retraite|au chomage|sans emploi|de \d\d ans|et (?:pere|mere|veuf|veuve)|comme moi|de metier|de mon etat|venue?|installee?|originaire|retraitee?|independante?)(?![^\W_])"
    ),
    "en": re.compile(
        r",? (?:who|whose|from|by trade|without work|aged|living|out of work|like me|in (?:his|her) (?:\w+ ?-? ?)?\w+ties|and (?:father|mother|widow|widower)|of \d\d|called|named)(?![^\W_])"
    ),
    "de": re.compile(
        r",? (?:der|die|dessen|deren|aus|ohne arbeit|im ruhestand|von beruf|von \d\d|und (?:vater|mutter|witwe|witwer)|wie ich|namens)(?![^\W_])"
    ),
}
# 'un pépiniériste de Gesves', 'a glazier from Ghent'.
FROM_A_TOWN = re.compile(r" (?:d['e] ?|uit |te |van |from |in |of |aus |in )(?=[A-Z][a-z])")
# Said between brackets or commas of whoever complains: 'De klager (X) was', 'the woman, a X,'.
OF_CLAIMANT = re.compile(
    r"(?<![^\W_])(?:klager|klaagster|verzoeker|verzoekster|aanvrager|aanvraagster|betrokkene|vrouw|man|heer|dame|slachtoffer|getuige|huurder|huurster|bewoner|bewoonster|plaignante?|requerante?|demandeur|demanderesse|interessee?|femme|homme|dame|victime|temoin|locataire|habitante?|"
    r"complainant|applicant|claimant|woman|lady|gentleman|victim|witness|tenant|resident|beschwerdefuhrer|beschwerdefuhrerin|antragsteller|antragstellerin|betroffene[r]?|frau|mann|herr|dame|opfer|zeuge|zeugin|mieter|mieterin|bewohner|bewohnerin|petent|petentin)"
    r"(?: \(|, )(?:een |une? |an? |eine? )?(?=[^\W\d_])"
)
# ', juriste chez Ethias', ', Apothekerin bei Blitzblank': at a firm, whoever stands before the comma.
AT_FIRM = re.compile(r"(?:,(?<=[^\W\d_)],) | \()(?:een |une? |an? |eine? )?(?=[^\W\d_]{4})")
# 'Piet Janssens (45), dakdekker,', 'Personalnummer 12345, Lagerist,', 'Mutter von drei Kindern und Krankenpflegerin'.
AFTER_NOTE = re.compile(
    r"(?:[(,/] ?\d\d(?: ?(?:j|jr|jaar|jahre|ans|a|years?|yrs?)\.?)?(?:, ?[mvfw])?\)?(?: jaar| jahre(?: alt)?| ans| years)?,|(?:personeelsnummer|personalnummer|stamnummer|matricule|staff (?:no|number)|dossiernummer|aktenzeichen|rijbewijs|fuhrerschein|permis|badge|n°|nr\.?|numero|number|nummer) ?:? ?[\w./\-]{1,15},) (?:een |une? |an? |eine? |gewezen |ehemalige[rn]? |ancien(?:ne)? |former |zelfstandig |selbststandige[rn]? |independante? |self-employed )?(?=[^\W\d_]{4})"
)
AND_ONE = re.compile(
    r"(?<![^\W_])(?:moeder|vader|mutter|vater|mere|pere|mother|father|weduwe|weduwnaar|witwe|witwer|veuve|veuf|widow|widower|alleenstaande|alleinerziehende|oma|opa|grootmoeder|grootvader|grossmutter|grossvater|grand-mere|grand-pere|grandmother|grandfather)(?: (?:van|von|de|d'|of) ?[^\W_]+(?: (?:jonge |kleine |kleinen |jeunes |petits |young |small )?(?:kinderen|kindern|enfants|children|kids|dochters|zonen|tochtern|sohnen|filles|fils|daughters|sons))?)? (?:en|und|et|and) (?:van beroep |von beruf |by trade )?(?:een |une? |an? |eine? )?(?=[^\W\d_]{4})"
)
AND_TWO = re.compile(
    r"(?<![^\W_])(?:gehuwd|getrouwd|gescheiden|ongehuwd|alleenstaand|verheiratet|geschieden|ledig|verwitwet|alleinstehend|mariee?|divorcee?|celibataire|married|divorced|single|widowed) (?:en|und|et|and) (?:een |une? |an? |eine? )?(?=[^\W\d_]{4})"
)
APPOSED = re.compile(
    r"[,.;:)\n]|\Z| (?:aus|uit|de|d'|from|in|te|bei|bij|chez|at|im|a la|op|en retraite)(?![^\W_])"
)
FIRM_FOLLOWS = re.compile(
    r" (?:bij|chez|bei|beim|at|with|à la|au|by) (?:de |het |la |le |l'|the |der |dem )?[A-Z]"
)
CLOSED = re.compile(r"[),]")


@cache
def _languages() -> tuple[str, ...]:
    return tuple(AS_ONE)


def framed_trades(
    reading: Reading, doer: Parser, index_of: Callable[[Reading, int], int | None]
) -> Iterator[Place]:
    """(first, last) words of trades; `doer` parses what may be one at a word, `index_of` tells the word at an offset."""
    if reading.language not in _languages():
        return
    for pattern, is_one in (
        (AS_ONE[reading.language], _is_not_general),
        (SELF[reading.language], _is_said_of_self),
        (SOMEBODY[reading.language], _is_somebody),
        (LABELLED, _is_not_general),
        (OF_CLAIMANT, _is_closed),
        (AT_FIRM, _is_at_firm),
        (AFTER_NOTE, _is_apposed),
        (AND_ONE, _is_apposed),
        (AND_TWO, _is_apposed),
    ):
        for match in matches(pattern, reading):
            first = index_of(reading, match.end())
            found = doer(reading, first) if first is not None else None
            if found and is_one(reading, found):
                yield found


def _is_not_general(reading: Reading, found: Place) -> bool:
    return not _is_general(reading, found)


def _is_said_of_self(reading: Reading, found: Place) -> bool:
    follows = I_FOLLOW[reading.language].match(reading.plain, reading.ends[found[1]])
    return follows is not None and _is_rare(reading, found)


def _is_somebody(reading: Reading, found: Place) -> bool:
    end = reading.ends[found[1]]
    who = WHO[reading.language].match(reading.plain, end) or FROM_A_TOWN.match(reading.cased, end)
    return who is not None and _is_surely(reading, found)


def _is_at_firm(reading: Reading, found: Place) -> bool:
    """Any listed trade; in a line without capitals a small word may be the firm."""
    word = _head(reading, found)
    follows = FIRM_FOLLOWS.match(reading.cased, reading.ends[found[1]])
    return follows is not None and word not in ROLES and (bool(trades().get(word)) or is_compound_trade(word))


def _is_apposed(reading: Reading, found: Place) -> bool:
    """What can only be a trade, and then a sign or where it is done."""
    word = _head(reading, found)
    if APPOSED.match(reading.plain, reading.ends[found[1]]) is None or _is_general(reading, found):
        return False
    known = bool(trades().get(word)) or is_compound_trade(word) or LEARNED.search(word) is not None
    return known or (is_agent(word, reading.language) and word not in common_words(reading.language))


def _is_closed(reading: Reading, found: Place) -> bool:
    return CLOSED.match(reading.plain, reading.ends[found[1]]) is not None and not _is_general(reading, found)


def _head(reading: Reading, found: Place) -> str:
    return reading.words[found[0] if reading.language == "fr" else found[1]]


def _is_general(reading: Reading, found: Place) -> bool:
    """Whoever stands at a counter, or a word that is on every page."""
    word = _head(reading, found)
    return word in ROLES or word in STOPS or len(word) < 4


def _is_rare(reading: Reading, found: Place) -> bool:
    word = _head(reading, found)
    return not _is_general(reading, found) and (
        word not in common_words(reading.language) or bool(trades().get(word))
    )


def _is_surely(reading: Reading, found: Place) -> bool:
    """Listed, a compound of a listed one or of the learned; not a function of a service."""
    word = _head(reading, found)
    if (
        _is_general(reading, found)
        or word in OFTEN
        or word.endswith(OFFICIALS)
        or word in common_words(reading.language)
    ):
        return False
    many = found[1] > found[0]
    said = many and reading.language == "en" and is_agent(word, "en")
    return bool(trades().get(word)) or is_compound_trade(word) or LEARNED.search(word) is not None or said
