"""Names of laws and public bodies by their form: Walloon Housing Code, Fonds du Logement, Nieuwe Gemeentewet, Kanzlei der Regierung.

All their words are words of the language, so that a firm or a person in the same place keeps nothing: 'Code Dubois', 'Office of Peeters'.
"""

import re
from collections.abc import Callable, Iterator

from ombuds.deidentification.engine.keep_words import COMPETENCES, FORMS_OF_BODIES
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength, proper_words, words
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches

_SMALL = r"(?:of|for|on|the|and|to|in|against|&)"
_CAPITAL = r"[A-Z][a-z][\w'\-]{1,30}"
# The law stands last in English: 'Walloon Housing Code', 'Data Protection Act', 'Belgian Official Gazette'.
ENGLISH_LAST = re.compile(
    rf"(?<![^\W_])(?P<v>(?:{_CAPITAL} (?:{_SMALL} )?){{1,5}}(?:Code|Act|Decree|Regulation|Regulations|Ordinance|Charter|Convention|Constitution|Treaty|Pact|Gazette|Fund|Authority|Inspectorate|Ministry|Directorate|Prosecutor|Tribunal|Court|Council|Register|Registry|Services|Bank)(?:(?<=Code|.Act)(?: of)? (?:19|20)\d\d(?!\d))?)(?![^\W_]|-)"
)
# Nothing but matters of the state before the kind of body: 'Social Housing Company'; 'Sunshine Welfare Centre' is a house.
ENGLISH_BODY = re.compile(
    r"(?<![A-Z]. )(?<![^\W_])(?P<v>(?:(?:Social|Public|Local|Regional|Central|Family|Child|Student|Housing|Welfare|Security|Allowances?|Benefits?|Grants?|Pensions?|Citizens'?|Police|Employment|Tax|Population|Rail|Infrastructure|Municipal) ){1,3}(?:Services Department|Office|Service|Centre|Company|Desk|Zone|Fund|Agency|Council|Manager))(?![^\W_]|-)"
)
CAPITAL_BEFORE = re.compile(r"(?P<w>[A-Z][\w'\-]+) \Z")
POINTING = frozenset("the our your my this that their at from to by brussels flemish walloon".split())
# The body or treaty stands first: 'Department of Roads', 'Convention on Human Rights', 'Crossroads Bank for Enterprises'.
ENGLISH_FIRST = re.compile(
    rf"(?<![^\W_])(?P<v>(?:(?:{_CAPITAL} ){{0,3}})(?:Department|Directorate|Ministry|Office|Bureau|Division|Directorate-General|Inspectorate|Commission|Committee|Council|Convention|Charter|Treaty|Code|Act|Regulation|Declaration|Institute|Fund|Bank|Court|Service|Agency|Register|Centre|Commissioner|Secretary) (?:of|on|for|against)(?: the)? {_CAPITAL}(?:(?: |, )(?:{_SMALL} ){{0,2}}{_CAPITAL}){{0,5}})(?![^\W_]|-)"
)
_OF = r"(?:de la |de l'|du |des |de |d')"
FRENCH = re.compile(
    rf"(?<![^\W_])(?P<v>(?:Banque|Code|Constitution|Convention|Charte|Pacte|Traite|Plan|Decret|Ordonnance|Reglement|Declaration|Moniteur|Registre|Fonds|Office|Direction|Departement|Service|Ministere|Administration|Agence|Inspection|Institut|Caisse|Cellule|Commission|Conseil|Centre|Chambre|Cour|Cabinet|Secretariat|Delegue|Bureau|Autorite|Comite|Observatoire|College)(?:-{_CAPITAL})?(?: (?:wallon|wallonne|belge|federale?|flamande?|bruxelloise?|europeenne?|civil|penal|judiciaire|generale?|national|nationale|communale?|provinciale?|superieure?))?(?:(?: |,? et )(?:{_OF}(?:{_CAPITAL}|[a-z]{{4,20}})|(?<! et ){_CAPITAL})){{1,4}})(?![^\W_])"
)
# A town's or a state's adjective and a noun of the state: 'Régie foncière', 'Guichet unique'.
FRENCH_PAIR = re.compile(
    r"(?<![^\W_])(?P<v>(?:Regie|Guichet|Echevinat|Intercommunale|Ordonnance|Decret)(?: (?:[Ff]onciere|[Uu]nique|[Cc]ommunale?|[Cc]onjointe?|[Cc]onjoint))?)(?![^\W_]|-)"
)
_PUBLIC = r"(?:[Bb]ijzondere|[Nn]ieuwe|[Aa]lgemene?|[Ss]ociale|[Ff]iscale|[Ff]inanciele|[Jj]uridische|[Tt]echnische|[Mm]edische|[Aa]dministratieve|[Rr]egionale|[Cc]entrale|[Ll]okaal|[Ll]okale|[Ss]tedelijke?|[Gg]emeentelijke?|[Ii]ntergemeentelijke|[Pp]rovinciaal|[Pp]rovinciale|[Oo]penbare?|[Ff]ederaal|[Ff]ederale|[Nn]ationaal|[Nn]ationale|[Ii]nterne|[Ee]xterne|[Dd]igitaal|[Dd]igitale|[Vv]laamse?|[Bb]russelse?|[Ww]aalse?|[Bb]elgische?|[Ee]uropese|[Rr]uimtelijke)"
# Adjectives of the state alone: a 'Brusselse Poetsdienst' is a firm.
_OF_STATE = r"(?:[Ss]ociale|[Ff]iscale|[Ff]inanciele|[Jj]uridische|[Aa]dministratieve|[Ss]tedelijke?|[Gg]emeentelijke?|[Ii]ntergemeentelijke|[Pp]rovinciaal|[Pp]rovinciale|[Oo]penbare?|[Ff]ederaal|[Ff]ederale|[Rr]uimtelijke)"
_NOUN = r"(?:Dienstencentrum|Dienst|Directie|Maatschappij|Raad|Commissie|Bibliotheek|Loket|Agentschap|Inspectie|Administratie|Bestuur|Parket|Ordening|Instelling|Fonds)"
DUTCH_BODY = re.compile(
    rf"(?<![^\W_])(?P<v>(?:(?:{_PUBLIC} ){{1,3}}{_NOUN}|(?:{_OF_STATE} ){{1,3}}[A-Z][a-z]*(?:dienst|directie|maatschappij|raad|commissie|bibliotheek|loket|agentschap|inspectie|administratie|bestuur|fonds))(?: (?:Noord|Oost|West|Zuid))?)(?![^\W_]|-)"
)
DUTCH_LAW = re.compile(
    rf"(?<![^\W_])(?P<v>(?:{_PUBLIC} Wet|(?:{_PUBLIC} ){{0,2}}(?:[A-Z][a-z]{{2,30}}(?:wet|wetboek|decreet|besluit|verordening|ordonnantie|reglement|code|codex)|Wetboek|Decreet|Verordening|Ordonnantie|Reglement|Codex))"
    rf"(?: (?:van|op|voor|over|inzake|betreffende)(?: de| het)?(?: {_CAPITAL}){{1,4}}| (?!De )(?:{_CAPITAL} ?){{1,3}}(?<! ))?)(?![^\W_]|-)"
)
GERMAN = re.compile(
    r"(?<![^\W_])(?P<v>(?:Kanzlei|Kabinett) (?:der|des) (?:Regierung|Parlaments|Ministers|Ministerin|Ministerprasidenten|Premierministers|Burgermeisters|Friedensgerichts?|Arbeitsgerichts?|Gerichts|Gerichtes|Familiengerichts?|Polizeigerichts?|Staatsrats|Staatsrates))(?![^\W_]|-)"
)
ONE_WORD = re.compile(
    r"(?P<of>[a-z]{3,30}?)(?:wet|wetboek|decreet|besluit|verordening|ordonnantie|reglement|code|codex)"
)
# Letters for a code of law: everybody's.
LETTERS = re.compile(r"(?<![^\W_])(?P<v>RGPD|GDPR|DSGVO|BWRO|CoBAT|COBAT|CoDT|CODT|VCRO|CWATUPE?|WIB|BWHI|AREI|RGIE|VLAREM|EVRM|CEDH|EMRK|ECHR)(?![^\W_]|-)")  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")
SMALL_WORDS = frozenset(
    "van op voor over het inzake betreffende en of for on the and to in against de du des d la le les l et pour a au aux en sur contre general".split()
)
# What firms, schools and homes are called as well: not a public body without a matter of the state.
DOUBTFUL = frozenset("bank institute centre service services agency fund cabinet college plan bureau banque institut agence service centre caisse cellule chambre office fonds".split())  # fmt: skip
MATTERS = COMPETENCES | FORMS_OF_BODIES | frozenset(
    """walloon flemish german-speaking enterprises enterprise crossroads roads housing police immigration pensions pension employment health tax taxes taxation finance justice culture agriculture energy mobility environment education
    ombudsman mayor governor prosecutor population registry foreigners disability equality consumer consumers child children youth statistics statistical medical accidents payments property
    carrefour etrangers routes logement impots population etat-civil egalite chances consommateurs statistique medicaux accidents environnement mediateur bourgmestre national nationale federal federale regional wallon
    citoyens contributions cadastre douanes sports tourisme patrimoine urbanisme emploi formation""".split()
)  # fmt: skip

# Private houses see to these too: 'Service d'aide Le Fil'.
OF_FIRMS = frozenset("aide hulp famille familiale sociale social sante health sport sports culture formation jeunesse youth enfant child children transport media emploi employment property".split())  # fmt: skip

OF_SCHOOLS = frozenset("notre saint sainte sacre coeur".split())


def general_forms(reading: Reading) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form; they may overlap each other."""
    for pattern, is_public in (*FORMS.get(reading.language, ()), (LETTERS, _is_certain)):
        for match in matches(pattern, reading, cased=True):
            if is_public(reading, match):
                yield match.span("v")


def _is_certain(_reading: Reading, _match: re.Match[str]) -> bool:
    """The form names nothing else."""
    return True


def _stands_apart(reading: Reading, match: re.Match[str]) -> bool:
    """No name stands before it: the Sunshine of 'Sunshine Welfare Centre'."""
    before = CAPITAL_BEFORE.search(reading.cased, max(0, match.start() - 30), match.start())
    return before is None or before["w"].lower() in POINTING


def _has_general_words(reading: Reading, match: re.Match[str]) -> bool:
    """All its words are in the dictionary."""
    return not match["v"].isupper() and _is_general(match["v"].lower(), reading.language)


Filter = Callable[[Reading, re.Match[str]], bool]
# For each language: the form, and what else must hold.
FORMS: dict[str, tuple[tuple[re.Pattern[str], Filter], ...]] = {
    "en": (
        (ENGLISH_LAST, _has_general_words),
        (ENGLISH_FIRST, _has_general_words),
        (ENGLISH_BODY, _stands_apart),
    ),
    "fr": ((FRENCH, _has_general_words), (FRENCH_PAIR, _is_certain)),
    "nl": ((DUTCH_LAW, _has_general_words), (DUTCH_BODY, _is_certain)),
    "de": ((GERMAN, _is_certain),),
}


def _is_law(word: str, known: frozenset[str]) -> bool:
    """'Huisvestingscode', 'Kinderbijslagordonnantie': no dictionary has them whole."""
    law = ONE_WORD.fullmatch(word)
    return law is not None and (law["of"] in known or law["of"].removesuffix("s") in known)


def _is_general(said: str, language: str) -> bool:
    named = [word for word in WORD.findall(said) if word not in SMALL_WORDS]
    known = words(language)
    if not all(
        word in known or word in proper_words() or word in MATTERS or _is_law(word, known) for word in named
    ):
        return False
    if any(given_strength(word) is Strength.SURE and word not in MATTERS for word in named[1:]):
        return False  # 'Conseil de Pierre'
    if "college" in named and not OF_SCHOOLS.isdisjoint(named):
        return False  # 'Collège Notre-Dame de la Paix'
    kind = DOUBTFUL.intersection(named)
    return not kind or any(word in MATTERS - OF_FIRMS for word in named if word not in kind)
