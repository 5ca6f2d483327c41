"""Names of laws and public bodies by their form, in French and English: Walloon Housing Code, Department of Roads, Fonds du Logement.

All their words are words of the language, so that a firm or a person in the same place keeps nothing: 'Code Dubois', 'Office of Peeters'.
"""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.keep_words import COMPETENCES, FORMS_OF_BODIES
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength, proper_words, words
from ombuds.deidentification.engine.reading import Reading

_SMALL = r"(?:of|for|on|the|and|to|in|against|&)"
_CAPITAL = r"[A-Z][a-z][\w'\-]{1,30}"
# The law stands last in English: 'Walloon Housing Code', 'Data Protection Act', 'Belgian Official Gazette'.
ENGLISH_LAST = re.compile(
    rf"(?<![^\W_])(?P<v>(?:{_CAPITAL} (?:{_SMALL} )?){{1,5}}(?:Code|Act|Decree|Regulation|Regulations|Ordinance|Charter|Convention|Constitution|Treaty|Pact|Gazette|Fund|Authority|Inspectorate|Ministry|Directorate|Prosecutor|Tribunal|Court|Register|Registry))(?![^\W_]|-)"
)
# The body or treaty stands first: 'Department of Roads', 'Convention on Human Rights', 'Crossroads Bank for Enterprises'.
ENGLISH_FIRST = re.compile(
    rf"(?<![^\W_])(?P<v>(?:(?:{_CAPITAL} ){{0,3}})(?:Department|Directorate|Ministry|Office|Bureau|Division|Directorate-General|Inspectorate|Commission|Committee|Council|Convention|Charter|Treaty|Code|Act|Regulation|Declaration|Institute|Fund|Bank|Court|Service|Agency|Register|Centre|Commissioner|Secretary) (?:of|on|for|against)(?: the)? {_CAPITAL}(?:(?: |, )(?:{_SMALL} ){{0,2}}{_CAPITAL}){{0,5}})(?![^\W_]|-)"
)
_OF = r"(?:de la |de l'|du |des |de |d')"
FRENCH = re.compile(
    rf"(?<![^\W_])(?P<v>(?:Banque|Code|Constitution|Convention|Charte|Pacte|Traite|Plan|Decret|Ordonnance|Reglement|Declaration|Moniteur|Registre|Fonds|Office|Direction|Departement|Service|Ministere|Administration|Agence|Inspection|Institut|Caisse|Cellule|Commission|Conseil|Centre|Chambre|Cour|Cabinet|Secretariat|Delegue|Bureau|Autorite|Comite|Observatoire|College)(?:-{_CAPITAL})?(?: (?:wallon|wallonne|belge|federale?|flamande?|bruxelloise?|europeenne?|civil|penal|judiciaire|generale?|national|nationale|communale?|provinciale?|superieure?))?(?:(?: |,? et )(?:{_OF}(?:{_CAPITAL}|[a-z]{{4,20}})|(?<! et ){_CAPITAL})){{1,4}})(?![^\W_])"
)
WORD = re.compile(r"[^\W\d_]+")
SMALL_WORDS = frozenset(
    "of for on the and to in against de du des d la le les l et pour a au aux en sur contre general".split()
)
# What firms, schools and homes are called as well: not a public body without a matter of the state.
DOUBTFUL = frozenset("bank institute centre service agency fund cabinet college plan bureau banque institut agence service centre caisse cellule chambre office fonds".split())  # fmt: skip
MATTERS = COMPETENCES | FORMS_OF_BODIES | frozenset(
    """walloon flemish german-speaking enterprises enterprise crossroads roads housing police immigration pensions pension employment health tax taxes taxation finance justice culture agriculture energy mobility environment education
    ombudsman mayor governor prosecutor population registry foreigners disability equality consumer consumers child children youth statistics statistical medical accidents payments property
    carrefour etrangers routes logement impots population etat-civil egalite chances consommateurs statistique medicaux accidents environnement mediateur bourgmestre national nationale federal federale regional wallon
    citoyens contributions cadastre douanes sports tourisme patrimoine urbanisme emploi formation""".split()
)  # fmt: skip

# Private houses see to these too: 'Service d'aide Le Fil'.
OF_FIRMS = frozenset("aide hulp famille familiale sociale social sante health sport sports culture formation jeunesse youth enfant child children transport media emploi employment property".split())  # fmt: skip


def general_forms(reading: Reading) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form; they may overlap each other."""
    patterns = {"en": (ENGLISH_LAST, ENGLISH_FIRST), "fr": (FRENCH,)}.get(reading.language, ())
    for pattern in patterns:
        for match in pattern.finditer(reading.cased):
            if not match["v"].isupper() and _is_general(match["v"].lower(), reading.language):
                yield match.span("v")


def _is_general(said: str, language: str) -> bool:
    named = [word for word in WORD.findall(said) if word not in SMALL_WORDS]
    known = words(language)
    if not all(word in known or word in proper_words() or word in MATTERS for word in named):
        return False
    if any(given_strength(word) is Strength.SURE and word not in MATTERS for word in named[1:]):
        return False  # 'Conseil de Pierre'
    kind = DOUBTFUL.intersection(named)
    return not kind or any(word in MATTERS - OF_FIRMS for word in named if word not in kind)
