"""What must stay readable: the bodies complained about, laws and their articles, courts, office holders."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from ombuds.deidentification.engine.keep_bodies import body_end, holder_end, office_end
from ombuds.deidentification.engine.keep_forms import general_forms
from ombuds.deidentification.engine.keep_laws import laws
from ombuds.deidentification.engine.keep_names import without_names
from ombuds.deidentification.engine.keep_towns import town_bodies
from ombuds.deidentification.engine.keep_words import BODY_WORDS, OFFICE_HOLDERS, WHOLE_WORD_BODIES
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.lexicons.loading import (
    LANGUAGES,
    Strength,
    family_strength,
    given_strength,
    words,
)
from ombuds.deidentification.engine.naming import words_of
from ombuds.deidentification.engine.organisation_words import INSIDE, TYPES, TYPES_LAST
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Keep
from ombuds.deidentification.engine.trade_forms import trades

OF_THE_CASE = "The service that the case is about stays named"
BODY = "A public body stays named"
LAW = "Laws, articles and judgments stay"
HOLDER = "An office stays named"
DATA = Path(__file__).parent / "data" / "bodies.csv"
Forms = dict[str, list[tuple[str, ...]]]


def keep_spans(
    reading: Reading, known: KnownIdentifiers, *, keep_office_holders: bool = True
) -> Iterator[Keep]:
    """Stretches of the original that must stay, not in order; they may overlap.

    `keep_office_holders`: with the name of who holds an office ('minister Jan Claes'); the office itself always stays.
    """
    if not reading.plain:
        return
    for start, end in _named(reading, _forms_of(known.bodies)):
        yield _keep(reading, start, end, OF_THE_CASE, of_case=True)
    for start, end in _named(reading, registered(), sure=False):
        yield _keep(reading, start, end, BODY)
    for start, end in _generic(reading):
        if _is_of_a_file(reading, start, end) or _is_surname_alone(reading, start, end):
            continue
        yield _keep(reading, start, without_names(reading, start, end), BODY)
    for start, end in laws(reading):
        yield _keep(reading, start, end, LAW)
    for index in reading.at([w for w in reading.places if w in OFFICE_HOLDERS or w.endswith("gouverneur")]):
        if _is_surname(reading, index):
            continue
        held_until = holder_end(reading, index) if keep_office_holders else office_end(reading, index)
        if held_until is not None:
            yield _keep(reading, reading.starts[index], held_until, HOLDER)


def _is_of_a_file(reading: Reading, start: int, end: int, *, sure: bool = False) -> bool:
    """'VDAB/TH/25/0937', 'dossier ONEM 24 00812'; in 'de l'ONEM 24/00812' the office is meant."""
    if OF_A_FILE.match(reading.plain, end) is not None and (sure or reading.cased[end - 1].isupper()):
        return True
    if end - start > LONGEST_LETTERS or FIGURES.match(reading.plain, end) is None:
        return False
    before = reading.plain[max(0, start - 5) : start]
    return reading.cased[start:end].isupper() and ARTICLE_BEFORE.search(before) is None


LONGEST_LETTERS = 5
FIGURES = re.compile(r" \d{2,4}[ ./\-](?!(?:19|20)\d\d(?!\d))\d{3,6}(?![\w/€%]|[.,\-:]\d| ?\d| ?(?:€|eur))")
ARTICLE_BEFORE = re.compile(
    r"(?<![^\W_])(?:de|het|la|le|l'|du|d'|au|the|der|die|das|dem|den|vom|beim|zum|am|my)[ ]?\Z"
)


def _is_surname_alone(reading: Reading, start: int, end: int) -> bool:
    first = bisect_left(reading.starts, start)
    return reading.ends[first] == end and _is_surname(reading, first)


INITIAL = re.compile(r"(?<![^\W_])[A-Z]\. ?\Z")


def _is_surname(reading: Reading, index: int) -> bool:
    """'Blanche De Koning', 'Mevrouw De Schepen': a particle with a capital before it, inside a sentence."""
    if INITIAL.search(reading.cased, max(0, reading.starts[index] - 4), reading.starts[index]):
        return reading.is_capital(index)  # 'P.-Y. Juge'
    if _is_after_given_name(reading, index):
        return True
    if index < 2 or reading.words[index - 1] not in {"de", "le", "la", "den"}:
        return False
    gaps = [reading.plain[reading.ends[i] : reading.starts[i + 1]] for i in (index - 2, index - 1)]
    return gaps == [" ", " "] and reading.is_capital(index - 1) and reading.is_capital(index)


def _is_after_given_name(reading: Reading, index: int) -> bool:
    """'Birgit König', 'Wolf Richter-König', 'Van 't Hof', 'dokter Koning': an office or a court that somebody is called."""
    if not index or not reading.is_capital(index) or _is_shouted(reading, index):
        return False
    before, gap = reading.words[index - 1], reading.plain[reading.ends[index - 1] : reading.starts[index]]
    if before == "t" and gap == " " and index > 1:
        return reading.words[index - 2] in {"van", "in", "op", "aan"} and reading.is_capital(index - 2)
    if gap == "-" and reading.is_capital(index - 1):
        return family_strength(before) is not Strength.NONE
    sure = family_strength(reading.words[index]) is Strength.SURE
    if gap in {" ", ". "} and before in BEFORE_NAMES:
        return sure
    is_given = given_strength(before) is Strength.SURE and before not in words(reading.language)
    return (
        gap == " "
        and reading.is_capital(index - 1)
        and (is_given or (sure and given_strength(before) is Strength.SURE))
    )


BEFORE_NAMES = frozenset(
    "inspektor hauptinspektor inspecteur hoofdinspecteur inspector kommissar hauptkommissar commissaris commissaire brigadier agent polizist polizistin gewisser gewissen gewisse zekere genannt namens genaamd zeuge zeugin getuige temoin nachbar nachbarin vermieter vermieterin dokter doctor dr docteur mr mrs ms herr frau meneer mevrouw mevr dhr monsieur madame mme".split()
)


def _is_shouted(reading: Reading, index: int) -> bool:
    return reading.cased[reading.starts[index] : reading.ends[index]].isupper()


def _keep(reading: Reading, start: int, end: int, reason: str, *, of_case: bool = False) -> Keep:
    return Keep(*reading.folded.original(start, end), reason, of_case)


@cache
def registered() -> Forms:
    """The names of our register of authorities, by their first word, longest first."""
    names = DATA.read_text(encoding="utf-8").splitlines()
    return _indexed(name for name in names if not _is_a_kind_of_house(tuple(words_of(name))))


def _is_a_kind_of_house(words: tuple[str, ...]) -> bool:
    """'Care Home', 'médecin généraliste': the register knows them as whom to turn to, they name nobody's body."""
    if len(words) == 1 and given_strength(words[0]) is Strength.SURE:
        return True  # 'Poppy' is somebody rather than an office
    if not OF_PEOPLE.isdisjoint(words) and OFFICES.isdisjoint(words):
        return True
    return words in trades().get(words[0] if words else "", []) or all(
        w in TYPES or w in TYPES_LAST or w in INSIDE or w == "care" for w in words
    )


# Hospitals, schools, health funds: where somebody lies, learns or is insured tells who it is. The one that a case is about
# stays by the case file.
OF_PEOPLE = frozenset(
    """az uz chu chr chirec chwapi hopital hopitaux hospital hospitalier clinique cliniques ziekenhuis ziekenhuizen kliniek krankenhaus klinik kinderziekenhuis ziekenhuisnetwerk erasmus erasme syntra ifapme zawm
    formation formations hogeschool ecole atheneum athenee athenaum universiteit universite university universitat mutualiteit mutualite acerta liantis partena securex sdworx solidaris partenamut helan acv csc abvv fgtb aclvb cgslb school schools ulb vub kul kuleuven ugent ucl uclouvain ulg uliege umons unamur uhasselt uantwerpen""".split()
)
OFFICES = frozenset(
    "agency infrastructure transport complaints service office professionnelle enseignement cocof institut institution vervoer desk".split()
)


@lru_cache(maxsize=256)
def _forms_of(bodies: tuple[str, ...]) -> Forms:
    return _indexed(bodies)


def _indexed(names: Iterable[str]) -> Forms:
    forms: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(words_of(name))
        if words and len("".join(words)) > 1:
            forms.setdefault(words[0], set()).add(words)
    return {first: sorted(group, key=len, reverse=True) for first, group in forms.items()}


def _named(reading: Reading, forms: Forms, *, sure: bool = True) -> Iterator[tuple[int, int]]:
    """Where one of these names stands; a short one only when it is written with a capital."""
    for first in forms.keys() & reading.places.keys():
        for index in reading.places[first]:
            for form in forms[first]:
                last = index + len(form) - 1
                if tuple(reading.words[index : last + 1]) == form and _is_one(reading, index, last):
                    if _is_of_a_file(reading, reading.starts[index], reading.ends[last], sure=True):
                        break  # 'VDAB/TH/25/0937' is a file
                    if len(form) > 1 or sure or _is_written_as_name(reading, index):
                        yield reading.starts[index], reading.ends[last]
                    break


OF_A_FILE = re.compile(r"[/\-.](?=[a-z0-9/\-.]{0,16}\d)(?![a-z]{4,})")


def _is_one(reading: Reading, first: int, last: int) -> bool:
    """No full stop or line gap inside the name; it may be broken over two lines."""
    return all(
        reading.starts[i + 1] - reading.ends[i] <= 4
        and not any(c in reading.plain[reading.ends[i] : reading.starts[i + 1]] for c in ";:!?")
        for i in range(first, last)
    )


def _is_written_as_name(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    if word in WHOLE_WORD_BODIES:
        return True
    if word in TYPES or word in trades() or _ends_a_name(reading, index):
        return False
    before = reading.plain[max(0, reading.starts[index] - 1) : reading.starts[index]]
    after = reading.plain[reading.ends[index] : reading.ends[index] + 2]
    # 'ABC' in 1-ABC-234 is no body.
    inside = before in {"-", "/", "."} or (after[:1] in {"-", "/"} and after[1:].isdigit())
    return reading.is_capital(index) and len(word) > 2 and not inside


def _ends_a_name(reading: Reading, index: int) -> bool:
    """'Logistics Flanders Hub': a word of the language behind another capital, not in the capitals of the HUB."""
    if not index or not reading.is_capital(index - 1) or _is_shouted(reading, index):
        return False
    apart = reading.plain[reading.ends[index - 1] : reading.starts[index]] != " "
    return not apart and any(reading.words[index] in words(language) for language in LANGUAGES)


# English puts the name first: Saint-Gilles town hall, Ghent city council.
ENGLISH = re.compile(
    r"(?<![^\W_])(?:[A-Z][\w'\-]{1,40} ){1,3}(?:(?:local |federal )?police(?: zone| station| force)?|(?:court of (?:first instance|appeal|cassation)|labour (?:court|tribunal)|family court|criminal court|commercial court|enterprise court|business court|juvenile court|police court|magistrates' court|county court|high court|justice of the peace|public prosecutor's office|public prosecutor|bar association)|public welfare centre|public centre for social welfare|municipal administration|social housing (?:company|agency)|water company|fire (?:service|brigade)|town hall|city hall|town council|city council|municipal council|municipality|police zone|police|tax office|local authority|county council)(?![^\W_])"
)


SURE_BODIES = frozenset(
    "vdab ocmw cpas oshz onem forem actiris fedasil infrabel skeyes iverlek vivaqua fluvius".split()
)
ENGLISH_OF = re.compile(
    r"(?<![^\W_])(?:[Pp]ublic (?:centre for social welfare|welfare centre|welfare office)|[Cc]ourt of (?:first instance|appeal)|[Ll]abour (?:[Cc]ourt|[Tt]ribunal)|(?:[Ff]irst [Ii]nstance|[Aa]ppeal|[Jj]uvenile|[Bb]usiness|[Cc]ommercial) (?:[Cc]ourt|[Tt]ribunal)|OCMW|CPAS|[Jj]ustice of the peace|[Mm]ayor|[Gg]overnor|[Pp]rovince|[Tt]own hall|[Ff]amily [Cc]ourt|[Ee]nterprise [Cc]ourt|[Pp]olice [Cc]ourt|[Cc]riminal [Cc]ourt|[Pp]ublic prosecutor|[Ll]ocal police|[Pp]olice zone) (?:of|in|at) (?:the )?(?:province of )?(?!January|February|March|April|May|June|July|August|September|October|November|December)[A-Z][\w'\-]{1,40}(?:[ \-][A-Z][\w'\-]{1,40})?"
)


# The office, not who holds it: 'de algemeen directeur van Oostende'.
HEAD_OF = re.compile(
    r"(?<![^\W_])(?:[Aa]lgemeen directeur|[Dd]irecteur-generaal|[Ss]ecretaris-generaal|[Kk]orpschef|[Gg]ouverneur|[Dd]irecteur general|[Dd]irectrice generale|[Ss]ecretaire general|[Dd]irector-[Gg]eneral|[Ss]ecretary-[Gg]eneral|[Gg]eneral [Mm]anager|[Gg]eneraldirektor(?:in)?|[Gg]eneralsekretar(?:in)?)"
    r" (?:van|de|du|of|der|von)(?: (?:the|de|la|het|provincie|province|Provinz|gemeente|stad|ville|commune|city|town|Stadt|Gemeinde|of|van|du))* [A-Z][\w'\-]{1,40}(?:[ \-][A-Z][\w'\-]{1,40})?"
)


def _generic(reading: Reading) -> Iterator[tuple[int, int]]:
    """'gemeente X', 'OCMW van X', 'SPF Finances', 'rechtbank van eerste aanleg te X': bodies that no list has."""
    for index in reading.at(BODY_WORDS.keys() & reading.places.keys()):
        end = body_end(reading, index)
        if end is not None:
            yield reading.starts[index], end
    yield from general_forms(reading)
    yield from town_bodies(reading)
    for pattern in (ENGLISH, ENGLISH_OF, HEAD_OF):
        for match in matches(pattern, reading, cased=True):
            yield match.span()
    for index in reading.at(WHOLE_WORD_BODIES & reading.places.keys()):
        word = reading.cased[reading.starts[index] : reading.ends[index]]
        if (
            word.isupper()
            or sum(map(str.isupper, word)) > 1
            or (len(word) > 4 and word[0].isupper())
            or (len(word) > 3 and word in SURE_BODIES)
        ):
            yield reading.starts[index], reading.ends[index]
