"""Telephone numbers of Belgium and its neighbours, and any with a country code."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.patterns.rules import digits_of, has_before, matches_after
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

GAP = r"(?:[ \t./\-–()\u2022]{0,3}(?:\n[ (]?)?)"
EDGE = r"(?![^\W_]|[./\-]?\d)"
ABROAD = re.compile(
    rf"[+0(](?<![\w./].)(?:(?<=\+)|(?<=0)0|(?<=\()(?:\+|00)){GAP}[1-9]\d?{GAP}(?:\(?o\)?{GAP})?(?:\d{GAP}){{5,13}}\d{EDGE}"
)
HOME = re.compile(
    rf"[0(](?<![\w./\-,+].)(?:(?<=0)|(?<=\()0)(?:(?:[ \t./\-–()\u2022]{{0,3}}\n?)\d){{7,11}}{EDGE}"
)
HOME_SCANNED = re.compile(rf"[o0](?<![\w./\-,+].)(?:[\s./\-–()]{{0,2}}[0-9olisb]){{8,9}}{EDGE}")
# '+32 4B6 12 l4 15': a scanner's letters among the figures after a plus.
ABROAD_SCANNED = re.compile(rf"\+(?:[\s./\-–()]{{0,2}}[0-9olisb]){{10,13}}{EDGE}")
NAMED_SCANNED = re.compile(r"[\s.:/\-)]{1,4}(?P<v>0(?:[ \t./\-–()]{0,2}[0-9olisb]){8,10})(?![^\W_])")
WORDS = frozenset(
    """tel telefoon telefoonnummer telefoonnr gsm gsmnummer mobiel mobile mob fax telefax telephone telephonique phone portable handy
    telefon telefonnummer telefonisch cell cellphone bel bellen appeler appelez call whatsapp nummer numero number nr bereikbaar
    joignable reachable erreichbar mobilnummer rufnummer oproepnummer""".split()
)  # fmt: skip
WEAK = frozenset({"nummer", "numero", "number", "nr", "bel", "bellen", "appeler", "appelez", "call"})
NAMED = re.compile(
    r"(?:[\s.\-/]{0,2}(?:nummer|number|numero|nr|no|n°|op|au|on|at|via|unter|prive|werk|bureau|thuis|het|le|the|is|est|ist)){0,3}"
    r"[\s.:/\-)]{1,4}(?P<v>[(+]?\d(?:[ \t./\-–()]{0,2}\n?\d){5,14})(?![^\W_]|[./\-]?\d)"
)
CUE = re.compile(
    r"\btel|\bgsm|telefo|phone|mobi[le]|fax|\bbel|appel|\bcall|whatsapp|portable|handy|nummer|numero|number|bereik|joign|reach|erreich"
)
DAY = re.compile(
    r"\(?\d{1,2}[./\- ]{1,3}\d{1,2}[./\- ]{1,3}(?:19|20)\d\d(?!\d)|(?:19|20)\d\d[./\-]\d{1,2}[./\-]\d{1,2}"
)
HOURS = re.compile(r"\d{2}[.:]\d{2}\s?[\-–]")
# Free and paid lines belong to services, never to a person.
LEAST = 9
LONGEST = 24  # characters, with what stands between the figures
# ' - 2-KCS-740', ' - 2 MSD 673' after it is a plate.
PLATE = re.compile(r"-|[ .][a-z]{3}[ .\-]?\d")
SERVICE = re.compile(r"0[89]00")


def phones(reading: Reading) -> Iterator[Span]:
    for match in matches(ABROAD, reading):
        first = match.group().partition("\n")[0]
        # '0032 485 31.92.96' and on the next line '24/2/22': the first line is a number of its own.
        said = first if _is_whole(first) else match.group()
        if 8 <= len(digits_of(said).removeprefix("00")) <= 15 and not _is_other(said):
            yield _phone(reading, *match.span(), 0.95)
    for whole in matches(HOME, reading):
        match = _on_its_line(reading, _after_a_day(reading, whole))
        if confidence := _home_confidence(reading, match):
            yield _phone(reading, *match.span(), confidence)
    yield from _scanned(reading)
    for match in matches_after(reading, WORDS, NAMED):
        digits = len(digits_of(match["v"]))
        weak = match.string[: match.start()].endswith(tuple(WEAK))
        least = 8 if weak else 6
        if least <= digits <= 15 and not _is_other(match["v"]):
            yield _phone(reading, *match.span("v"), 0.85)


def _after_a_day(reading: Reading, match: re.Match[str]) -> re.Match[str]:
    """In a table a day may stand before the number: '04/09/2019', '(0472) 83 76 34'."""
    day = DAY.match(reading.plain, match.start(), match.end())
    return (HOME.search(reading.plain, day.end(), match.end() + LONGEST) or match) if day else match


def _on_its_line(reading: Reading, match: re.Match[str]) -> re.Match[str]:
    """A number that is whole where its line ends, or before a dash: the day or the hour behind it is not part of it."""
    for apart in ("\n", " - ", " – "):
        end = reading.plain.find(apart, match.start(), match.end())
        if end >= 0 and _is_whole(reading.plain[match.start() : end]):
            match = HOME.match(reading.plain, match.start(), end) or match
    return match


def _scanned(reading: Reading) -> Iterator[Span]:
    """With letters that a scanner takes for figures, after a plus or a word for a telephone."""
    for match in matches(ABROAD_SCANNED, reading):
        if len(digits_of(match.group())) > 6 and _is_misread(match.group()):
            yield _phone(reading, *match.span(), 0.8)
    for match in matches_after(reading, WORDS, NAMED_SCANNED):
        if len(digits_of(match["v"])) > 5 and _is_misread(match["v"]) and not _is_other(match["v"]):
            yield _phone(reading, *match.span("v"), 0.75)
    for match in matches(HOME_SCANNED, reading):
        letters = sum(c.isalpha() for c in match.group())
        if letters < 5 and _is_misread(match.group()) and has_before(reading, match.start(), CUE, 30):
            yield _phone(reading, *match.span(), 0.7)


def _is_misread(said: str) -> bool:
    """Whether letters stand in it, and each beside a figure: 'Ils' behind '0631-778.' begins a sentence."""
    groups = re.findall(r"[0-9a-z]+", said)
    return any(map(str.isalpha, said)) and not any(map(str.isalpha, groups))


def _phone(reading: Reading, start: int, end: int, confidence: float) -> Span:
    apart = re.search(r"\s[\-–]\s\d$", reading.plain[start:end])
    if apart and PLATE.match(reading.plain, end):
        end = start + apart.start()
    # The next line begins with a day: '0032 485 31.92.96', '24/2/22'.
    line = reading.plain.rfind("\n", start, end)
    if line > 0 and _is_whole(reading.plain[start:line]):
        end = line
    while reading.plain[end - 1] in " \t\r\n./-–(":
        end -= 1
    if reading.plain[start:end].count("(") < reading.plain[start:end].count(")"):
        end -= 1
    said = reading.plain[start:end]
    if said[0] == "(" and said.count("(") > said.count(")"):
        start += 1  # also in '(+32 (0)470 …'

    entity = digits_of(reading.plain[start:end])[-8:]
    return reading.span(
        start, end, Kind.PHONE, confidence, entity=f"phone:{entity}", reason="The form of a phone number"
    )


def _is_whole(said: str) -> bool:
    """As many figures as a number has; those of the country and a nought between brackets come on top."""
    abroad = said.lstrip("(").startswith(("+", "00"))
    figures = digits_of(said.replace("(0)", "")).removeprefix("00")
    return len(figures) >= LEAST + abroad


def _is_other(said: str) -> bool:
    return (
        DAY.match(said) is not None
        or HOURS.match(said) is not None
        or SERVICE.match(digits_of(said)) is not None
    )


def _home_confidence(reading: Reading, match: re.Match[str]) -> float:
    said = match.group()
    digits = digits_of(said)
    if _is_other(said) or digits.startswith("00") or "\n\n" in said:
        return 0.0
    named = has_before(reading, match.start(), CUE, 30)
    if len(digits) == 8:
        return 0.7 if named else 0.0
    separated = re.search(r"\D", said) is not None
    if len(digits) in (9, 10):
        return 0.9 if separated or named or re.match(r"0(?:4[5-9]|6|7|1[1-9]|2|3|5|8)", digits) else 0.6
    return 0.7 if named or (separated and said[0] == "0" and re.match(r"\(?0\d{2,4}[\s/\-)]", said)) else 0.0
