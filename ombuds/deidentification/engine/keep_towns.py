"""Bodies of a town or of the state by their form, in English and French: Ghent Police Zone, Ixelles Town Hall, Prison de Hasselt.

Every word is the town's, or says what the body is or sees to; so a firm in the same place keeps nothing ('Silver Water Company').
"""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.keep_words import COMPETENCES
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.towns import names as towns

_TOWN = r"[A-Z][\w'\-]{1,30}(?:-[A-Z][\w']{1,30}| [A-Z][\w'\-]{1,30})?"
# What the body sees to, or whose it is.
_MATTER = (
    r"(?:Town|City|Civil|Tax|Taxes|Fire|Youth|Parking|Water|Waste|Grid|Gas|Energy|Electricity|Postal|Transport|Public|Social|Local|Regional|Provincial|Municipal|Federal|National|Birth|Family|Child|Children|Allowance|Allowances|Benefit|Benefits|Pension|Pensions|Housing|Police|Population|Employment|Health|Welfare|Registration|Land|Road|Roads|Traffic|Safety|Immigration|Aliens|Foreigners|Customs|Property|Inheritance|"
    r"Rescue|Emergency|Central|General|Walloon|Flemish|Brussels|Belgian|Mobility|Environment|Education|Debt|Mediation|Licensing|Permits|Planning|Passport|Student|Grants|Unemployment|Disability|Railway|Rail|Harbour|Port|Justice|Peace|Labour|Appeal|District|Community|Heritage|Sports|Culture|Tourism|Economic|Statistical|Sewage|Sewer|Council|Vehicles?|Buildings?|Asylum|Migration|Consumers?|Competition|Data|Privacy|Belgium)"
)
# A house of the public whoever it belongs to.
_SURE = r"(?:Town Hall|City Hall|Town Council|City Council|Fire Brigade|Fire Service|Police|Police Zone|Police Station|Prison|Library|Registry|Registry Office|Tax Office|Tax Centre|Court|Courthouse|Council|Municipality|Province|Prosecutor|Public Prosecutor|Prosecutor's Office|Parliament|Provincial Council|Airport Police|Civil Registry|Land Registry|Population Office|Recycling Park)"
_HEAD = r"(?:Office|Offices|Service|Services|Zone|Brigade|Registry|Register|Library|Desk|Department|Board|Authority|Agency|Inspectorate|Company|Operator|House|Centre|Council|Fund|Unit|Section|Division|Bureau|Court|Tribunal|Hall|Administration|Directorate|Commission|Committee|Institute|Counter|Ombudsman|Police|Prison|Station|Regulator|Manager|Bank|Union|Society|Corporation|Collector|Collection)"
_ENDING = rf"(?:(?: (?:of|for) (?:the )?(?:City of |Municipality of |Province of )?| )(?P<last>{_TOWN}))?(?: \d{{1,2}})?"
ENGLISH = re.compile(
    rf"(?<![^\W_])(?:The )?(?P<v>(?:(?P<first>{_TOWN}?) )??(?:(?:{_MATTER}(?: and|,)? ){{0,2}}{_SURE}|(?:{_MATTER}(?: and|,)? ){{1,3}}{_HEAD}){_ENDING})(?![^\W_]|-|'s [A-Z])"
)
_OF = r"(?:de la |de l'|du |des |de |d')"
_ADJECTIVE = r"(?:wallonne?|flamande?|bruxelloise?|belge|federale?|nationale?|regionale?|provinciale?|communale?|municipale?|publique?|sociale?|intercommunale?|civile?|administrati(?:f|ve)|fiscale?|locale?|generale?|centrale?)"
FRENCH_SURE = re.compile(
    rf"(?<![^\W_])(?P<v>(?:[Mm]aison communale|[Hh]otel de [Vv]ille|[Aa]dministration communale|[Ee]tat civil|[Pp]ompiers|[Zz]one de secours|[Zz]one de police|Police|[Pp]rison|[Bb]ibliotheque (?:communale|publique)|[Mm]aison sociale|[Bb]ureau (?:des impots|de poste|de chomage|d'etat civil)|[Cc]onseil (?:communal|provincial)|[Pp]arquet|[Ss]ervice (?:population|jeunesse|etrangers|urbanisme|logement)|[Mm]aison de l'emploi|[Pp]arc a conteneurs|[Rr]ecyparc|Prefecture|Cadastre|Perception|[Ss]ecretaire d'[Ee]tat (?:a (?:la |l')?|aux )[A-Z][a-z]+(?: et (?:a (?:la |l')?|aux )[A-Z][a-z]+)?)(?: {_OF}(?P<last>{_TOWN}|[a-z][a-z\-]{{2,30}}))?)(?![^\W_]|-)"
)
_THING = r"(?:[Ee]aux|[Tt]ransports?(?: en [Cc]ommun)?|[Ss]ecurite (?:routiere|sociale)|[Ll]ogement|[Ee]nergie|[Ee]lectricite|[Gg]az|[Dd]echets|[Pp]ensions?|[Rr]outes|[Ii]mpots|[Ee]mploi|[Cc]homage|[Ss]ante|[Ff]amilles?|[Ee]nfance|[Pp]oste|[Rr]eseaux?|[Cc]hemins de [Ff]er|[Aa]utoroutes|[Pp]ort|[Ee]trangers|[Aa]llocations (?:familiales|de chomage)|[Pp]ropr[ie]te publique)"
FRENCH_OF = re.compile(
    rf"(?<![^\W_])(?P<v>(?:Compagnie|Societe|Agence|Office|Caisse|Fonds|Service|Regie|Gestionnaire|Intercommunale|Mediateur|Bureau|Inspection|Administration|Direction|Regulateur|Operateur|Distributeur|Centre|Maison|Guichet)(?: {_ADJECTIVE}){{0,2}} (?:{_OF}|pour (?:la |l'|le |les ))(?:la |l'|le |les )?(?:{_ADJECTIVE} )?{_THING}(?: {_ADJECTIVE})?(?: {_OF}(?P<last>{_TOWN}))?)(?![^\W_]|-)"
)
WORD = re.compile(r"[^\W\d_]+")
TITLED = frozenset("the our their your this that a an my".split())
CAPITAL_BEFORE = re.compile(r"(?P<w>[A-Z][\w'\-]*)[ \-]\Z")


def town_bodies(reading: Reading) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form; they may overlap each other."""
    if reading.language == "en":
        yield from _english(reading)
    elif reading.language == "fr":
        for pattern in (FRENCH_SURE, FRENCH_OF):
            for match in matches(pattern, reading, cased=True):
                if not match["v"].isupper():
                    yield match.start("v"), _end(match)


def _english(reading: Reading) -> Iterator[tuple[int, int]]:
    for match in matches(ENGLISH, reading, cased=True):
        first, start = match["first"], match.start("v")
        if match["v"].isupper():
            continue
        if first and not _is_of_state(first):
            if first.split()[0].lower() not in TITLED or " " in first:
                continue
            start = match.end("first") + 1
        if not first and _follows_a_name(reading.cased, start):
            continue
        yield start, _end(match)


def _follows_a_name(text: str, start: int) -> bool:
    """The Silver of 'Silver Water Company'."""
    if TITLE_BEFORE.search(text, max(0, start - 6), start):
        return True
    before = CAPITAL_BEFORE.search(text, max(0, start - 30), start)
    return before is not None and before["w"].lower() not in TITLED and not _is_of_state(before["w"])


TITLE_BEFORE = re.compile(r"(?<![^\W_])(?:Mr|Mrs|Ms|Miss|Dr|Mx|M|Mme|Prof)\.? \Z")


def _end(match: re.Match[str]) -> int:
    """Without what stands behind when it is no town."""
    last = match["last"]
    if last is None or _is_of_state(last):
        return match.end("v")
    one = last.split()[0]
    if _is_of_state(one) and one != last:
        return match.start("last") + len(one)
    end = match.start("last")
    return match.start("v") + len(
        re.sub(
            r"(?: (?:of|for)(?: the)?| d'| de| du| des| de la| de l')? ?\Z",
            "",
            match.string[match.start("v") : end],
        )
    )


def _is_of_state(said: str) -> bool:
    """A town, or what a body of the state is named after: 'Walloon', 'East Flanders'."""
    words = tuple(WORD.findall(said.lower()))
    if not words:
        return False
    if words in towns()[0].get(words[0], ()):
        return given_strength(words[0]) is not Strength.SURE
    return said.lower() in REGIONS or (len(words) == 1 and words[0] in COMPETENCES)


REGIONS = frozenset(
    "walloon|flemish|belgian|federal|brussels|east flanders|west flanders|walloon brabant|flemish brabant|hainaut|flanders|wallonia|belgium|brabant wallon|limburg|national|regional|public|social|wallonie|belgique|flandre".split(
        "|"
    )
)
