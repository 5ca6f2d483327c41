"""Number plates of Belgium, its neighbours and a few more countries."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.patterns.rules import END, LINK, START, has_before, matches_after
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

REASON = "The form of a number plate"
# A line may end inside it.
GAP = r"[ .\-–]{0,3}(?:\n[ \-–]{0,2})?"
BELGIAN = re.compile(rf"[1-9]{START}{GAP}[a-z]{{3}}{GAP}\d{{3}}{END}(?![.\-]\d)")
OLD = re.compile(
    rf"[a-z]{START}[a-z]{{2}}{GAP}\d{{3}}{END}(?![.,/\-]\d)|[0-9]{START}\d{{2}}(?=\W){GAP}[a-z]{{3}}{END}"
)
GROUPS = re.compile(
    rf"[a-z0-9]{START}[a-z0-9]{{0,4}}[\- ](?:[a-z]{{1,3}}|\d{{1,3}})[\- ](?:[a-z]{{1,3}}|\d{{1,3}}){END}(?!-)"
)
SHAPES = re.compile(
    r"(?:[A-Z]{2}-\d{3}-[A-Z]{2}|[A-Z]{2} \d{3} [A-Z]{2}"  # France, Italy
    r"|[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}"
    r"|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d"
    r"|\d{1,5}-[A-Z]-\d{1,2}"  # Morocco
    r"|[1-9]-[A-Z]{3}-\d{2,3}|\d{4} [A-Z]{3} \d{2})"
)  # fmt: skip
GERMAN = re.compile(
    rf"[a-z]{START}[a-z]{{0,2}}(?:-[a-z]{{1,2}}[ \-]?\d{{1,4}}|[ :][a-z]{{1,2}} \d{{1,4}})[eh]?{END}(?![.,/\-]\d)"
)
BRITISH = re.compile(rf"[a-z]{START}[a-z]\d{{2}} ?[a-z]{{3}}{END}")
WORDS = frozenset(
    """nummerplaat nummerplaten kentekenplaat kenteken inschrijvingsplaat plaat plaatnummer plaque plaques immatriculation immatricule immatriculee
    immatricules plate plates registration registered kennzeichen nummernschild autokennzeichen amtliches reg licence license numberplate""".split()
)  # fmt: skip
CUE = re.compile(
    r"plaat|kenteken|plaque|immatric|\bplate|kennzeichen|nummernschild|registration|voertuig|vehicule|\bauto\b|\bwagen\b|voiture|"
    r"\bcar\b|fahrzeug|vehicle|geparkeerd|\bparked\b|stationn|anhanger|aanhang|remorque|trailer|camionnette|bestelwagen|moto|scooter|\bvan\b"
)
NAMED = re.compile(
    rf"(?:\s(?:plate|number|nummer|mineralogique|personnalisee|gepersonaliseerde?|personalised|d'immatriculation|number plate|van|du|de|of|des|belge|franse?|frans|nederlandse|duitse|sous|onder|le|la|numero)){{0,4}}{LINK}"
    r"(?P<v>[a-z0-9]{1,8}(?:[ .\-–](?:\d{1,4}|[a-z]{1,3}(?=[.\-–]?\d))){0,3})(?![^\W_])"
)
# Three capitals before three figures that are no car.
ABBREVIATIONS = frozenset(
    """art nis eur usd gbp chf bef fod spf fps btw tva kbo bce vat tel fax gsm bus bte box nrs num pag par iso din nbn dec jan feb mar apr mai
    mei jun jul aug sep okt oct nov dez mrt avr rue ref van des les the und der die das par sur les een het dat aan bij tot met est une qui
    que dans max min aok pvb pdf ocr pin div log ean lez cop ecu ipp tob kmo pme fte vte gem min kwh gwh""".split()
)  # fmt: skip

# Of these the ones that no three figures follow: '2kwh798'.
UNITS = frozenset({"kwh", "gwh", "min", "max"})
# Three letters before a number that say what is numbered.
COMMON_BEFORE = frozenset("bus box app lot kwh ean isp ref vak zon par ter cat len".split())


def plates(reading: Reading) -> Iterator[Span]:
    for match in matches(BELGIAN, reading):
        if _is_dressed(reading, match):
            yield _plate(reading, *match.span(), 0.9)
    for match in matches(OLD, reading):
        if _is_old(reading, match):
            yield _plate(reading, *match.span(), 0.7)
    for match in matches(GROUPS, reading):
        sure = " " not in match.group() or has_before(reading, match.start(), CUE, 60)
        if sure and SHAPES.fullmatch(reading.cased, *match.span()):
            yield _plate(reading, *match.span(), 0.8)
    yield from _abroad(reading)
    yield from _announced(reading)


def _announced(reading: Reading) -> Iterator[Span]:
    for match in matches_after(reading, WORDS, NAMED):
        start, end = match.span("v")
        # A known form ends where it ends: '1-ABC-234. My' is not one plate.
        for pattern in (BELGIAN, OLD, GROUPS):
            form = pattern.match(reading.plain, start)
            if form and (pattern is not GROUPS or SHAPES.fullmatch(reading.cased, *form.span())):
                end = form.end()
                break
        if _is_announced(reading.plain[start:end]):
            yield _plate(reading, start, end, 0.8)


def _is_announced(value: str) -> bool:
    """Letters and figures both, as many as fit on a plate."""
    mixed = any(c.isdigit() for c in value) and any(c.isalpha() for c in value)
    return mixed and 4 <= sum(c.isalnum() for c in value) <= 9


def _plate(reading: Reading, start: int, end: int, confidence: float) -> Span:
    key = "".join(c for c in reading.plain[start:end] if c.isalnum())
    return reading.span(start, end, Kind.PLATE, confidence, entity=f"plate:{key}", reason=REASON)


def _is_dressed(reading: Reading, match: re.Match[str]) -> bool:
    """'1-ABC-234', '1ABC234' and '1 ABC 234', but not the words '1 van 200'."""
    said = match.group()
    letters = re.sub(r"[^a-z]", "", said)
    if has_before(reading, match.start(), CUE, 60) and letters not in {
        "van",
        "des",
        "les",
        "per",
        "sur",
        "aan",
    }:
        return True
    if (letters in ABBREVIATIONS and letters not in UNITS) or ("\n" in said and "-" not in said):
        return False
    capital = reading.cased[match.start() : match.end()].upper() == reading.cased[match.start() : match.end()]
    return "-" in said or "–" in said or capital or said.isalnum()  # '2kwh798'


def _is_old(reading: Reading, match: re.Match[str]) -> bool:
    said = match.group()
    letters = re.sub(r"[^a-z]", "", said)
    cued = has_before(reading, match.start(), CUE, 60)
    capital = reading.cased[match.start() : match.end()].upper() == reading.cased[match.start() : match.end()]
    if letters in ABBREVIATIONS or not (capital or cued):
        return False
    if said.isalnum():
        return cued and letters not in COMMON_BEFORE  # 'mijn auto kld482', not 'de auto van bus123'
    return cued or ("-" in said and "\n" not in said)


def _abroad(reading: Reading) -> Iterator[Span]:
    for pattern, shape in (
        (GERMAN, r"[A-Z]{1,3}-[A-Z]{1,2} \d{1,4}[EH]?"),
        (BRITISH, r"[A-Z]{2}\d{2} [A-Z]{3}"),
    ):
        for match in matches(pattern, reading):
            said = reading.cased[match.start() : match.end()]
            cued = has_before(reading, match.start(), CUE, 60)
            if said.upper() == said and (cued or re.fullmatch(shape, said)):
                yield _plate(reading, *match.span(), 0.7)
