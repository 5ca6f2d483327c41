"""Where the name of a public body ends that begins with a word like 'gemeente', 'SPF' or 'tribunal'."""

import re
from collections.abc import Sequence

from ombuds.deidentification.engine.keep_words import (
    BODY_WORDS,
    COMPETENCES,
    COURTS,
    FORMS_OF_BODIES,
    LINKS,
    LOCATIVE,
    PERSON_WORDS,
    STOP_WORDS,
)
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength, words
from ombuds.deidentification.engine.organisation_words import TYPES
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.street_words import FRENCH_STRONG
from ombuds.deidentification.engine.streets import street_strength
from ombuds.deidentification.engine.town_words import AMBIGUOUS
from ombuds.deidentification.engine.towns import names

LONGEST = 12
# Firms call themselves so as well: 'Brusselse Poetsdienst', 'Algemene Bouwmaatschappij De Smet'.
ANYBODYS = frozenset(
    "algemene koninklijke nationale national nationaux brusselse bruxellois bruxelloise vlaamse vlaams flemish flamand flamande waalse wallonne wallon europese europeenne europeen european europaische lokale locale".split()
)
OF_THE_STATE = (
    COMPETENCES
    | FORMS_OF_BODIES
    | frozenset(BODY_WORDS)
    | frozenset(
        """bibliotheek bibliotheque library museum musee universiteit universite loterij loterie bank banque codex code wet wetboek decreet unie union hof parlement ministerraad ombudsman mediateur toezichthouder
    inspectie inspection politie police belastingdienst waterweg landmaatschappij milieumaatschappij vervoersmaatschappij huisvestingsmaatschappij regulator regulateur fonds verzekering
    huisvestingscode wooncode begroting overheden autoriteiten autorites""".split()
    )
)
FILES = frozenset(
    "akte aktenzeichen dossier dossiernummer file case zaak ref referentie reference kenmerk aktennummer zeichen".split()
)
# 'Service Verstraete SPRL' is a firm.
FIRMS = frozenset("nv bv bvba sprl srl gmbh cvba scrl ltd vof snc vzw asbl vog".split())
# The school is the town's, its name is not: 'l'école communale Les Marronniers'.
OF_A_TOWN = frozenset(
    "communal communale communaux gemeentelijke stedelijke stedelijk public publique".split()
)
# A trade, not a body: police officer.
OFFICERS = frozenset(
    {"officer", "officers", "inspector", "constable", "agent", "man", "woman", "chief", "inspecteur"}
)


def body_end(reading: Reading, index: int) -> int | None:
    """The end in the plain form; None when the word stands for no certain body.

    'alone': the word is a body by itself (politie); 'named': what follows with a capital belongs to it;
    'needs': it is a body only with a name after it (gemeente Elsene).
    """
    strength = BODY_WORDS[reading.words[index]]
    if reading.plain[reading.starts[index] - 1 : reading.starts[index]] == "-" and reading.is_capital(index):
        return None  # 'Electro-Service Verstraete'
    if index + 1 < len(reading.words) and reading.words[index + 1] in OFFICERS:
        return None
    last = index
    follower = index + 1
    if _is_titled(reading, index) or _is_private(reading, follower) or _is_no_council(reading, follower):
        return None
    while follower < min(len(reading.words), index + LONGEST) and _is_near(reading, follower):
        word = reading.words[follower]
        if _is_no_part(reading, index, follower):
            break
        if _belongs(reading, follower, word, strength):
            last = follower
        elif word not in LINKS or (word in LOCATIVE and reading.words[index] not in COURTS):
            break
        follower += 1
    if _is_a_firm(reading.words, index, last):
        return None
    if last == index:
        return reading.ends[index] if strength == "alone" else None
    chamber = CHAMBER.match(reading.plain, reading.ends[last])
    return chamber.end() if chamber else reading.ends[last]


def _is_no_part(reading: Reading, index: int, follower: int) -> bool:
    """'Dienst der Wallonie' and on the next line 'In Sachen Claes'; 'la Société du Logement ET UNE CERTAINE Sabine'."""
    word = reading.words[follower]
    if word in PERSON_WORDS or (word in LINKS and _begins_line(reading, follower)):
        return True
    is_loud = _is_shouted(reading, follower) and not _is_shouted(reading, index)
    return is_loud and word in words(reading.language)


def _is_titled(reading: Reading, index: int) -> bool:
    """'Ms. Court Roos', 'M. Conseil'."""
    if not index or not reading.is_capital(index) or reading.words[index - 1] not in TITLES:
        return False
    return reading.plain[reading.ends[index - 1] : reading.starts[index]] in {" ", ". ", "."}


TITLES = frozenset("m mme mr mrs ms dhr mevr mw mevrouw meneer monsieur madame mlle frau herr herrn".split())


def _is_a_firm(words: Sequence[str], index: int, last: int) -> bool:
    """'Agence Cap Sud SRL'; and an adjective that anybody may take, with nothing of the state after it."""
    if not FIRMS.isdisjoint(words[index + 1 : last + 2]):
        return True
    return (
        last > index
        and words[index] in ANYBODYS
        and not any(word in OF_THE_STATE for word in words[index + 1 : last + 1])
    )


def _is_no_council(reading: Reading, follower: int) -> bool:
    """'op de Hoge Weg'; 'Hoge Raad' is one."""
    return reading.words[follower - 1] == "hoge" and reading.words[follower : follower + 1] not in HIGH


# Typed small they are anybody's: 'the collection agency Final Call', 'the surveyor's office De Wilde'.
ANYBODYS_HOUSE = frozenset({"agence", "agency", "office"})
ROOMS = frozenset({"chambre", "chamber", "kamer"})
HIGH = (["raad"], ["gezondheidsraad"], ["commissaris"], ["commissariaat"], ["autoriteit"])
CHAMBER = re.compile(
    r",? (?:\d{1,2}|[ivx]{1,4})(?:e|de|ste|eme|ieme|re|er|th|st|nd|rd|\.)? (?:\w+ )?(?:kamer|chambre|kammer|chamber)(?![^\W_])"
)


def _is_private(reading: Reading, index: int) -> bool:
    """'cour des Miracles'; 'l'agence Chez Nous Immo': a small word, and a name that is neither a town nor a matter of the state."""
    kind = reading.words[index - 1]
    if kind in {"cour", "hof", "court"}:
        return not _has_matter(reading, index)
    if kind in ROOMS and index < len(reading.words) and not reading.is_capital(index - 1):
        return reading.is_capital(index) and not _has_matter(reading, index)  # 'une chambre Vieille Halle'
    if kind in OF_A_TOWN and index > 1 and reading.words[index - 2] in TYPES:
        return True
    if kind in OF_A_TOWN and reading.words[index : index + 1] and reading.is_capital(index):
        word = reading.words[index]  # 'l'employée communale Noëlle'
        if given_strength(word) is Strength.SURE and word not in names()[0]:
            return True
    if (
        kind not in ANYBODYS_HOUSE
        or index >= len(reading.words)
        or reading.is_capital(index - 1)
        or not reading.is_capital(index)
    ):
        return False
    word = reading.words[index]
    near = reading.words[index : index + 3] if kind != "agence" else [word]
    return not any(w in COMPETENCES or w in FORMS_OF_BODIES or w in names()[0] for w in near)


def _has_matter(reading: Reading, index: int) -> bool:
    """'Cour d'appel', 'Hof van Justitie'; 'cour des Miracles' is a street."""
    first = next((w for w in reading.words[index : index + 3] if w not in LINKS), "")
    return first in COMPETENCES or first in FORMS_OF_BODIES


def _is_near(reading: Reading, follower: int) -> bool:
    """On the same line, or after a small word that cannot end a line of an address."""
    gap = reading.plain[reading.ends[follower - 1] : reading.starts[follower]]
    if gap == ". ":
        return reading.words[follower - 1] in {"st", "ste"}
    if gap == ", ":
        return reading.words[follower] in COMPETENCES
    if "\n" in gap:
        return gap.strip() == "" and gap.count("\n") == 1 and reading.words[follower - 1] in LINKS
    return gap in {" ", "-", "'", " & ", " - ", "/", " ("}


def _begins_line(reading: Reading, follower: int) -> bool:
    """Whether a small word has its capital from the line that it begins, in the text as it was."""
    if not reading.is_capital(follower) or reading.is_shouted(follower):
        return False
    start, end = reading.folded.original(reading.ends[follower - 1] - 1, reading.starts[follower])
    return "\n" in reading.text[start:end]


def _belongs(reading: Reading, follower: int, word: str, strength: str) -> bool:
    if word in COMPETENCES or word in FORMS_OF_BODIES:
        return True
    if (
        re.match(r"[./\- ]?\d", reading.plain[reading.ends[follower] : reading.ends[follower] + 2])
        and len(word) < 5
    ):
        return False  # 'dienst AB/1234/55' is a file
    if word in STOP_WORDS or word in FILES or _is_number(word):
        return False  # 'Ref. of the service GRV2305872', 'ÖSHZ Kelmis - Akte AHA2106676'
    if word.isdigit() or _opens_street(reading, follower):
        return False
    if not reading.is_capital(follower):
        # Typed without capitals: a town right after the body or after 'van'.
        return word in names()[0] and word not in AMBIGUOUS and len(word) > 3
    return (
        strength != "alone"
        or _is_linked(reading, follower)
        or word in names()[0]
        or _is_single(reading, follower)
    )


def _is_number(word: str) -> bool:
    """'GRV2305872', 'OMB21': part of a file number."""
    digits = sum(c.isdigit() for c in word)
    return digits > 2 or (digits > 1 and not word.isdigit() and len(word) > 3)


def _opens_street(reading: Reading, index: int) -> bool:
    """'office Guido Gezellelaan 383' is an office in a street, no office of that name."""
    if reading.words[index] in FRENCH_STRONG and reading.words[index - 1] in {"office", "kantoor", "cabinet"}:
        return True
    return any(
        (
            street_strength(reading.words[i]) in {"strong", "two words"}
            or reading.words[index - 1] in {"office", "kantoor", "cabinet"}
        )
        and reading.words[i] not in names()[0]
        and re.match(
            r",? (?:n[°r]\.? ?)?(?!(?:19|20)\d\d)\d{1,4}(?!\d)",
            reading.plain[reading.ends[i] : reading.ends[i] + 8],
        )
        for i in range(index, min(len(reading.words), index + 4))
    )


def _is_single(reading: Reading, follower: int) -> bool:
    """'la police Secova' is a zone; 'politie Jan Peeters' is a person: a second capital follows."""
    if reading.cased[reading.starts[follower - 1]].isupper() or follower + 1 >= len(reading.words):
        return False
    gap = reading.plain[reading.ends[follower] : reading.starts[follower + 1]]
    return gap != " " or not reading.is_capital(follower + 1)


def _is_linked(reading: Reading, follower: int) -> bool:
    """'politie van Gent', 'rechtbank te Brussel': after a small word; 'politie Jan Peeters' is a person."""
    return reading.words[follower - 1] in LINKS or reading.words[follower - 1] in COMPETENCES


def holder_end(reading: Reading, index: int) -> int | None:
    """Where 'minister van Financiën Jan Claes' or 'burgemeester De Smet' ends: the name of who holds the office.

    None when it is a street that carries the office in its name: Koning Albertlaan.
    """
    last, names_taken = index, 0
    for follower in range(index + 1, min(len(reading.words), index + LONGEST)):
        word = reading.words[follower]
        gap = reading.plain[reading.ends[follower - 1] : reading.starts[follower]]
        if gap not in {" ", "-", "'", ", "} or (gap == ", " and word not in COMPETENCES):
            break
        if word in words(reading.language) and word not in COMPETENCES and _begins_line(reading, follower):
            break  # 'der föderale Ombudsmann' and on the next line 'Aufgestellt von E. Esser'
        if any(map(str.isdigit, word)) or (
            _is_shouted(reading, follower) and word in words(reading.language)
        ):
            break  # 'OPINION OF THE OMBUDSMAN IN CASE DOS18-8641'
        if (
            street_strength(word) in {"strong", "weak"}
            and reading.is_capital(follower)
            and word not in names()[0]
        ):
            return None
        if (
            word in COMPETENCES
            or word in FORMS_OF_BODIES
            or (not reading.is_capital(follower) and word in names()[0] and word not in AMBIGUOUS)
        ):
            last = follower
        elif reading.is_capital(follower) and word not in STOP_WORDS and names_taken < 4:
            last, names_taken = follower, names_taken + 1
        elif word not in LINKS:
            break
    return reading.ends[last]


def _is_shouted(reading: Reading, index: int) -> bool:
    return reading.cased[reading.starts[index] : reading.ends[index]].isupper()


def office_end(reading: Reading, index: int) -> int | None:
    """Where the office alone ends: 'burgemeester van Aalst', 'minister van Wonen', without whoever holds it.

    None when it is a street that carries the office in its name.
    """
    if holder_end(reading, index) is None:
        return None
    last = index
    for follower in range(index + 1, min(len(reading.words), index + LONGEST)):
        word, before = reading.words[follower], reading.words[follower - 1]
        gap = reading.plain[reading.ends[follower - 1] : reading.starts[follower]]
        if gap not in {" ", "-", "'", ", "} or (gap == ", " and word not in COMPETENCES):
            break
        if word in COMPETENCES or word in FORMS_OF_BODIES or _is_of_the_office(reading, follower, before):
            last = follower
        elif word not in LINKS or reading.is_capital(follower):
            break
    return reading.ends[last]


def _is_of_the_office(reading: Reading, follower: int, before: str) -> bool:
    """The town or the matter after 'van', 'de', 'of', which is nobody's given name: 'gouverneur van Limburg'."""
    if before not in LINKS or reading.is_capital(follower - 1) or not reading.is_capital(follower):
        return False
    word = reading.words[follower]
    is_town = word in names()[0]
    return is_town or (word in words(reading.language) and given_strength(word) is Strength.NONE)
