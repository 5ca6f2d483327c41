"""Firms and schools that the line itself announces: after a label, above 'attn.', in brackets, before a company number.

There it does not matter of which words the name is made, nor whether it is typed small or in capitals.
"""

import re
from collections.abc import Callable, Iterator

from ombuds.deidentification.engine.doubtful_words import PUBLIC
from ombuds.deidentification.engine.keep_words import WHOLE_WORD_BODIES
from ombuds.deidentification.engine.organisation_words import LEGAL_FORMS, NO_NAME, STAYS, TYPES_LAST
from ombuds.deidentification.engine.persons.cues import DEEDS, STOP, TITLES
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.words import EVERYDAY

Found = tuple[int, int, float]
IsType = Callable[[str], bool]
ARTICLE = re.compile(r"(?:the|de|het|la|le|les|l'|die|der|das|een|un|une|an?|eine?) ?(?=[^\W_])")
LABELS = (
    "werkgever|werkgeefster|begeleiding|ondersteuning|opvang|kinderopvang|school|firma|bedrijf|onderneming|vereniging|leverancier|rusthuis|woonzorgcentrum|thuiszorg|"
    "employeur|accompagnement|encadrement|soutien|ecole|creche|societe|entreprise|association|fournisseur|maison de repos|etablissement|"
    "employer|support|nursery|company|firm|supplier|care home|childcare|charity|"
    "arbeitgeber|arbeitgeberin|betreuung|unterstutzung|schule|kindergarten|unternehmen|verein|lieferant|seniorenheim|pflegeheim|einrichtung"
)
LABELLED = re.compile(
    rf"(?:^|\n|[ \t]{{2}}|\|)[ \t>*\-•\d.)]{{0,6}}(?:{LABELS})(?:(?:[ \t]?[ .·_…]{{0,40}}):|[ \t]{{0,20}}\|)[ \t]{{0,20}}"
    r"(?P<v>[^\s:(;,|][^\n:(;,|]{2,70}?)[ \t]{0,4}(?=[(;,\n|]|\Z| - )"
)
# 'Ich schreibe im Namen von Taxi Ostbelgien für meinen Klienten'.
ON_BEHALF = re.compile(
    r"(?<![^\W_])(?:im namen von|im auftrag von|in naam van|in opdracht van|au nom de|pour le compte de|on behalf of) (?P<v>(?!(?:mijn|mes|mon|ma|my|mein|meine[rmn]?|alle|tous|all|the|le|la|les|de|het|der|die|das|den|dem|een|une?|an?|eine[rmn]?|wie|wer|who|ons|onze|nos|notre|our|unser|unsere[rmn]?|zijn|haar|hun|sa|son|his|her|their|sein|ihr)(?![^\W_]))[^\W\d_][^\n,.;:()]{3,40}?)(?= (?:fur|voor|pour|for|en|et|and|und|in|aus|uit|te|over|wegen|zu)(?![^\W_])|[.,;:(\n]|\Z)"
)
ADDRESSED = re.compile(
    r"(?:^|\n)[ \t]{0,20}(?P<v>[^\s:@][^\n:@]{2,60}?)[ \t]{0,4}\r?\n[ \t]{0,20}(?:t\.? ?a\.? ?v\.?|attn\.?|att\.|f\.a\.o\.?|a l'att(?:ention|\.)|for the attention|ter attentie|z\.? ?h[do]\.|zu handen)(?![^\W_])"
)
NUMBERED = re.compile(
    r"[ ,]{1,2}\(?(?:met |avec |with |mit )?(?:bce|kbo|zdu|btw|tva|vat|ondernemingsn[^\d\n]{1,8}|num[^\d\n]{1,5} d'entreprise|company n[^\d\n]{1,6}|enterprise n[^\d\n]{1,6}|unternehmensn[^\d\n]{1,8}|be(?=[ \-]?[01o]\d{3}))[ :.\-]{0,3}(?:be[ \-]?)?[01o]?\d{3}[. ]?\d{3}"
)
BRACKET = re.compile(r"\((?P<v>[^()\n:]{5,60}(?:\n[^()\n:]{1,40})?)\)")
WORD = re.compile(r"[^\W_]+")
# Where the name before a company number begins.
LEADS_IN = frozenset(
    "vennootschap gesellschaft societe company firma firm onderneming entreprise unternehmen aan bij van voor door naar chez a au par pour de aupres to at by from with for an bei von fur zu mit durch via".split()
)
NOTHING = frozenset(
    """geen none aucun aucune keine kein onbekend inconnu unknown unbekannt zelfstandig zelfstandige self-employed independant independante selbststandig neen nee non no ja oui yes nvt
    werkloos chomeur chomage unemployed arbeitslos gepensioneerd pensionne retired rentner familie famille family""".split()
)
MOST_WORDS = 7
MOST_CAPITALS = 5
LONGEST = 90
# Kinds of houses that public services are as well: typed small they say nothing.
VAGUE = frozenset(
    "company group society centre center institute institution services foundation transport transports college association security insurance logistics property".split()
)
NUMBER_WORDS = frozenset("no nr number nummer numero n num".split())
ACCOUNTS = frozenset("konto rekening compte account iban kontonr rekeningnr bic".split())
# Kinds of houses that English says in two small words after the name: 'Sacred Heart nursing home'.
BEFORE_LAST = frozenset(
    """nursing care rest retirement convalescent day primary secondary high infant junior driving riding language dance music art tennis football golf chess judo swimming
    cricket rugby sports sport youth chip coffee tea flower book gift bike garden beauty hair nail law building cleaning painting insurance transport housing residential guest
    barber activity family farm general grocery butcher baker wine toy""".split()
)  # fmt: skip
GENERAL = BEFORE_LAST | frozenset(
    "local public new old big small same other nearest whole our my his her their your a an the this that first second last nice own former private state".split()
)


def announced(reading: Reading, is_type: IsType) -> Iterator[Found]:
    """(start, end, confidence) in the plain form. `is_type`: whether a word is a kind of house."""
    yield from _labelled(reading, is_type)
    yield from _on_behalf(reading)
    for match in matches(ADDRESSED, reading):
        yield from _whole(reading, match.start("v"), match.end("v"), 0.86)
    yield from _numbered(reading)
    yield from _bracketed(reading, is_type)
    yield from _in_two_words(reading)


def _labelled(reading: Reading, is_type: IsType) -> Iterator[Found]:
    for match in matches(LABELLED, reading):
        start, end = match.span("v")
        said = match["v"]
        telling = reading.cased[start:end] != said or _has_kind(said, is_type)
        followed = reading.plain[end : end + 8].lstrip(" (").startswith(("be", "0", "1", "bce", "kbo"))
        if telling or followed:
            yield from _whole(reading, start, end, 0.84)


def _on_behalf(reading: Reading) -> Iterator[Found]:
    for match in matches(ON_BEHALF, reading):
        said = WORD.findall(match["v"])
        if said[0] in TITLES or said[0] in WHOLE_WORD_BODIES or any(PUBLIC.match(word) for word in said):
            continue
        yield *match.span("v"), 0.7


def _has_kind(said: str, is_type: IsType) -> bool:
    return any(word in LEGAL_FORMS or word in TYPES_LAST or is_type(word) for word in WORD.findall(said))


def _whole(reading: Reading, start: int, end: int, confidence: float) -> Iterator[Found]:
    """The stretch without a small article before it, unless it names no house at all."""
    article = ARTICLE.match(reading.plain, start, end)
    if article and (reading.cased[start].islower() or reading.cased[start:end].isupper()):
        start = article.end()
    said = WORD.findall(reading.plain[start:end])
    if not said or len(said) > MOST_WORDS or said[0] in TITLES or said[0] in NOTHING:
        return
    if any(c.isdigit() for c in reading.plain[start:end]):
        return
    if all(word in STAYS or word in NO_NAME or word in STOP for word in said):
        return
    yield start, end, confidence


def _numbered(reading: Reading) -> Iterator[Found]:
    """'to little owls nursery (company number 0834…)': back to the small word that leads in."""
    for match in matches(NUMBERED, reading):
        line = max(reading.plain.rfind("\n", 0, match.start()), match.start() - LONGEST, 0)
        words = list(WORD.finditer(reading.plain, line, match.start()))[-MOST_WORDS:]
        kept: list[re.Match[str]] = []
        for word in reversed(words):
            gap = reading.plain[word.end() : kept[-1].start()] if kept else ""
            if word.group() in LEADS_IN or gap.strip(" &'-\"+") or any(c.isdigit() for c in word.group()):
                break
            kept.append(word)
        while kept and kept[-1].group() in {
            "home",
            "la",
            "le",
            "les",
            "l",
            "the",
            "het",
            "der",
            "dem",
            "die",
        }:
            if reading.cased[kept[-1].start()].isupper():
                break
            kept.pop()
        leads = bool(kept) and len(kept) < len(words) and words[-len(kept) - 1].group() in LEADS_IN
        opened = bool(kept) and reading.plain[kept[-1].start() - 1 : kept[-1].start()] == "("
        leads = leads or (opened and kept[0].group() not in NUMBER_WORDS)
        if leads and not reading.plain[kept[0].end() : match.start()].strip():
            said = [word.group() for word in kept]
            if is_a_clause(said):
                continue
            if ACCOUNTS.isdisjoint(said) and not all(word in EVERYDAY or word in NO_NAME for word in said):
                yield kept[-1].start(), kept[0].end(), 0.82


def is_a_clause(said: list[str]) -> bool:
    """'de aannemer wil niet terugkomen, BTW …': who does something, no name."""
    return len(said) > 2 and any(word in VERBS for word in said)


VERBS = DEEDS - frozenset("licht note notes claims rings will".split()) | frozenset(
    "niet pas nicht not will qui die que heeft wil zal".split()
)


def _bracketed(reading: Reading, is_type: IsType) -> Iterator[Found]:
    """'(the Corner Chip Shop)', '(kapsalon marleen)', '(VoG Miteinander)': nothing but a name with its kind."""
    for match in matches(BRACKET, reading):
        start, end = match.span("v")
        article = ARTICLE.match(reading.plain, start, end)
        if article and reading.cased[start].islower():
            start = article.end()
        said = WORD.findall(reading.plain[start:end])
        if not 2 <= len(said) <= MOST_WORDS or any(c.isdigit() for c in match["v"]) or "," in match["v"]:
            continue
        if said[0] in NO_NAME or said[0] in TITLES or said[0] in GENERAL:
            continue
        kinds = [word for word in said if word in LEGAL_FORMS or is_type(word)]
        first = said[0] in LEGAL_FORMS or is_type(said[0])
        last = said[-1] in LEGAL_FORMS or said[-1] in TYPES_LAST
        others = [w for w in said if w not in kinds and w not in EVERYDAY and w not in GENERAL]
        if (first or last) and others:
            yield start, end, 0.84


def _in_two_words(reading: Reading) -> Iterator[Found]:
    """'the Sacred Heart nursing home', and typed small 'for horizon estates', 'at the busy bee nursery'."""
    if reading.language != "en":
        return
    for index in reading.at(TYPES_LAST & reading.places.keys()):
        first = index
        while (
            first
            and index - first < 2
            and _is_beside(reading, first)
            and reading.words[first - 1] in BEFORE_LAST
        ):
            first -= 1
        if first < index and not reading.is_capital(index):
            begin = _capitals_before(reading, first)
            if begin < first:
                yield reading.starts[begin], reading.ends[index], 0.84
                continue
        if not reading.is_capital(index) and reading.words[index] not in VAGUE:
            small = _small_words_before(reading, index)
            if small is not None:
                yield reading.starts[small], reading.ends[index], 0.81


def _is_beside(reading: Reading, index: int) -> bool:
    return reading.plain[reading.ends[index - 1] : reading.starts[index]] in {" ", "-", "'", "\n"}


def _capitals_before(reading: Reading, index: int) -> int:
    first = index
    while first and index - first < 5 and _is_beside(reading, first) and reading.is_capital(first - 1):
        if reading.words[first - 1] in NO_NAME or reading.words[first - 1] == "the":
            break
        first -= 1
    return first


SMALL_LEAD = re.compile(
    r"(?:(?<![^\W_])(?:at|for|to|by|from|with|in|of)|[:(]) (?:the )?\Z|\((?:the )?\Z|[.!?\n] ?(?:the )?\Z"
)


def _small_words_before(reading: Reading, index: int) -> int | None:
    """The first of one to three words before a kind of house, when a preposition leads in and one of them says whose."""
    for count in (1, 2, 3):
        first = index - count
        if first < 0 or not _is_beside(reading, first + 1) or reading.is_capital(first):
            return None
        word = reading.words[first]
        if word in NO_NAME or word in STOP or word in {"the", "of", "and", "or", "as", "is", "was"}:
            return None
        if SMALL_LEAD.search(reading.plain, max(0, reading.starts[first] - 12), reading.starts[first]):
            said = reading.words[first:index]
            is_own = not all(w in GENERAL or w in TYPES_LAST for w in said)
            return first if is_own and _is_typed_small(reading, index) else None
    return None


def _is_typed_small(reading: Reading, index: int) -> bool:
    """No capital within some lines around."""
    around = reading.cased[max(0, reading.starts[index] - 150) : reading.ends[index] + 100]
    return sum(c.isupper() for c in around) < MOST_CAPITALS
