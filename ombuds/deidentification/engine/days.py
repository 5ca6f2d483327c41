"""Days: in words and figures of four languages, ranges, months with a year, days of birth, days told by others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ombuds.deidentification.engine.day_numbers import ANY_DAY, DAYS_IN_WORDS, YEAR_IN_WORDS
from ombuds.deidentification.engine.day_words import (
    ALONE,
    BIRTH,
    BIRTH_YEAR,
    MONTH_CAPITAL,
    MONTHS_LONG,
    RELATIVE,
    SEASON,
    SINGLE,
    VAGUE,
    WEEKDAY,
)
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.moments import moments
from ombuds.deidentification.engine.month_slips import month_of
from ombuds.deidentification.engine.partial_days import partial_days
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import KNOWN, PATTERN, Kind, Span

# A scanner reads 1 as l and 0 as O.
DAY = r"(?:\d{1,2}|l\d|[1-3]o|[12]l|premier|eerste|ersten?|first)"
ORDINAL = r"(?:\s?(?:er|re|ste|de|e|eme|st|nd|rd|th)(?!\w)|\.|°)?"
TO = r"(?:\s?(?:,|-|–|/|&|\+)\s?|\s(?:tot en met|tot|t/m|t\.e\.m\.|tem|en|of|au|a|et|ou|jusqu'au|to|until|and|or|through|bis zum|bis|und|oder)\s(?:de\s|le\s|the\s|den\s|zum\s)?)"
BEFORE_MONTH = re.compile(
    rf"(?<![\w/.,])(?P<all>(?:(?:{WEEKDAY})(?:voormiddag|namiddag|ochtend|morgen|middag|avond|nacht|nachmittag|vormittag|abend)?\.?,?\s(?:de\s|le\s|the\s|den\s|dem\s)?)?"
    rf"(?:(?<!\d)\d{{1,2}}{ORDINAL}{TO}){{0,3}}(?P<day>{DAY}){ORDINAL})(?:\s*|\s+(?:of|de)\s+|-|/)\Z"
)
AFTER_MONTH = re.compile(
    r"\.?(?:(?:,|\s+of|\s+van|\s+de|\s+d[ue]|\s+anno)?\s{1,3}|[\-/])(?P<year>(?:19|20|2o|l9)[\dlo]{2}|'\d{2}(?!\d))(?!\w|[.,]\d)"
)
AFTER_IN_WORDS = re.compile(rf",?\s(?:{YEAR_IN_WORDS})")
# 'née le 12 mars 68 à Namur': two figures, where somebody was born.
BORN_SHORT = re.compile(r"\s(?P<year>\d{2})(?=[,.;:)\n]|\Z|\s(?:a|te|in|zu|et|en|and|und)\s)")
GLUED = re.compile(rf"(?<![\w/.,])(?:[0-2]?\d|3[01])\.?\s?(?:{MONTHS_LONG})(?:19|20)\d{{2}}(?!\w)")
MONTH_FIRST = re.compile(
    r"\.?\s(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s{1,2}(?P<year>(?:19|20)\d{2}))?(?!\w|[.,:/]\d)"
)
ON = re.compile(r"(?<![^\W_])(?:on|since|until|before|by|of|dated|after) \Z")
SHORT_YEAR = re.compile(r"\s(?P<year>[0-3]\d)(?=[,.;:)\n]|\Z)")
SINCE = re.compile(r"(?<![^\W_])(?:depuis|sinds|since|seit|en|in|im|van|de|vanaf)\s\Z")
VAGUE_BEFORE = re.compile(rf"(?<![^\W_])(?:{VAGUE})[\s\-]{{1,2}}\Z")
WEEKDAY_BEFORE = re.compile(rf"(?<!\w)(?:{WEEKDAY})\.?,?\s(?:de\s|le\s|the\s|den\s|dem\s)?\Z")
# 'de derde van', 'le vingt-deux', 'am zweiundzwanzigsten', 'le 3e jour de'.
IN_WORDS = re.compile(
    rf"(?<![^\W_])(?P<all>(?:(?:{WEEKDAY}),?\s(?:de\s|le\s|the\s|den\s|dem\s)?)?(?:(?P<day>{ANY_DAY})|(?P<n>[0-3]?\d)(?:e|er|ste|de|th|st|nd|rd)\s(?:jour|dag|day))(?:\s(?:van|of|de|du|d')\s?(?:de\s|la\s)?|\s))\Z"
)
# 3/III/2021, 3. III. 2021.
ROMAN = re.compile(
    r"(?<![\w/.\-])(?:[0-2]?\d|3[01])\s?([./\- ])\s?(?:x[i]{0,2}|i[xv]|v?i{1,3}|v)\s?\1\s?(?:(?:19|20)\d{2}|'\d{2})(?!\w)"
)
# 'op den 12en dezer', 'le 5 courant', 'am 3. d. M.', 'tussen kerst en nieuw'.
OF_THIS_MONTH = re.compile(
    r"(?<![\w.,/])(?:[0-2]?\d|3[01])(?:\s?(?:er|e|en|ste|de|th|st|nd|rd|\.))?\s(?:de ce mois|du mois courant|ct\.?|crt\.?|courant|dezer|van deze maand|deze maand|d\.\s?m\.|dieses monats|des monats|of this month|inst\.?|jl\.|l\.l\.)(?![^\W_])"
    r"|(?<![^\W_])(?:tussen kerst(?:mis)? en (?:nieuw|nieuwjaar|oud en nieuw)|entre noel et (?:le )?(?:nouvel an|nouvel-an)|between christmas and new year|zwischen weihnachten und (?:neujahr|silvester)|zwischen den jahren)(?![^\W_])"
)
FIGURES = re.compile(
    r"[0-9lo](?<![\w/\-.,+].)[0-9lo]?\s{0,2}(?P<sep>[./\-–])\s{0,2}[01lo]?[0-9l]\s{0,2}(?P=sep)\s{0,2}(?:(?:19|20|2o|l9)[\dlo]{2}|'?\d{2})(?!\w|[/\-]\d|\.\d|:\d\d)"
)
# '12.03. 14:30 teruggebeld', '12-03 om 14u', '26/08 15h10': a day before its hour; the year is everybody's.
BEFORE_HOUR = re.compile(
    r"(?<![\w/.,\-])(?P<v>(?:0?[1-9]|[12]\d|3[01])(?:/(?:0?[1-9]|1[0-2])(?=,? (?:- |a |om |at |um |vers |rond |around |gegen )?(?:[01]?\d|2[0-3])\.\d\d(?!\d))|\.(?:0?[1-9]|1[0-2])\.(?=, (?:[01]?\d|2[0-3])[.:]\d\d(?![\d.]))|[./\-](?:0?[1-9]|1[0-2])\.?"
    r"(?=,?\s(?:- |a |om |at |um |vers |rond |around |gegen )?(?:[01]?\d|2[0-3])(?::\d\d(?!\d)|\s?(?:u|uur|h|uhr)(?:\d\d)?(?!\w)))))"
)
ISO = re.compile(r"(?:19|20)\d{2}(?<![\w/\-.,]....)([\-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?:t\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+\-]\d\d:?\d\d)?)?(?!\w|[/\-]\d)")  # fmt: skip
SHORT = re.compile(
    r"(?<![^\W_])(?:op|le|du|au|on|am|vom|dd\.?|d\.d\.|sinds|depuis|since|seit|until|tot|of|van|vanaf|(?:"
    + WEEKDAY
    + r"),?)\s(?P<v>(?:[0-2]?\d|3[01])[/.](?:0?[1-9]|1[0-2]))(?![\w/]|[.,]\d|\s?(?:%|eur|€|uur|h\b))"
)
# 'am 2.9.' and 'vom 12.10. bis': German leaves the year out and keeps the stop.
GERMAN_SHORT = re.compile(
    r"(?<![^\W_])(?:am|vom|zum|bis|den|dem|seit|ab|und|der) (?P<v>(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.)(?!\d)"
)
# '3.12. kein Zugang' at the head of a line of a log; '3.1.' is a heading.
GERMAN_LOG = re.compile(
    r"(?:\A|\n[ \t\-*•>]*)(?P<v>(?:0?[1-9]|[12]\d|3[01])\.(?:1[0-2]|0[1-9])\.|(?:1[3-9]|2\d|3[01])\.[1-9]\.)(?=:? ?[^\W\d_])"
)
MONTH_YEAR = re.compile(
    r"[01](?<![\w/.,\-].)\d(?<!00)[/.\-](?:19|20)\d{2}(?!\w|[/.\-]\d)|(?:19|20)\d{2}(?<![\w/.,\-]....)[/\-](?:0[1-9]|1[0-2])(?!\w|[/.\-]\d)"
)
MONTH_CUE = re.compile(
    r"(?:in|van|sinds|tot|vanaf|maand|en|de|depuis|mois|since|from|until|month|im|ab|seit|monat|begin|eind|fin|mi)\s?[:.]?\s\Z"
)
REASON = "A day or month"
LONG_MONTH = 5  # 'two may', 'third march' are verbs and walks


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the plain form that tells a day; `when` when it can be told."""

    start: int
    end: int
    day: int = 0
    month: int = 0
    year: int = 0


def date_spans(reading: Reading, known: KnownIdentifiers) -> Iterator[Span]:
    """Every day, whether the case file has it, and whether somebody was born on it."""
    births = {(d.day, d.month, d.year) for d in known.birth_dates}
    days = {(d.day, d.month, d.year) for d in known.dates} | births
    for found in map(partial(_whole, reading), _all(reading)):
        when = (found.day, found.month, found.year)
        is_known = when in days or (
            not found.year and bool(found.day) and any(when[:2] == d[:2] for d in days)
        )
        born = when in births or _is_birth(reading, found)
        entity = f"date:{found.year:04d}-{found.month:02d}-{found.day:02d}" if found.month else ""
        yield reading.span(
            found.start,
            found.end,
            Kind.BIRTH_DATE if born else Kind.DATE,
            1.0 if is_known else 0.9,
            source=KNOWN if is_known else PATTERN,
            entity=entity,
            reason="A day of birth" if born else REASON,
        )
    for match in BIRTH_YEAR.finditer(reading.plain):
        yield reading.span(*match.span("v"), Kind.BIRTH_DATE, 0.85, reason="A year of birth")


NIGHT = re.compile(
    r"(?<![^\W_])(?:(?:nacht|avond|ochtend|weekend|week|week-end|semaine|wochenende|woche|nuit|night|morning|evening|abend) (?:van|du|of|zum|vom|op|von)(?: [0-3]?\d\.?(?: op| au| to| auf)?(?: den| de| le)?)?|(?:maan|dins|woens|donder|vrij|zater|zon)dagmorgen|(?:lun|mar|mercre|jeu|vendre|same)di (?:matin|soir|apres-midi)|dimanche (?:matin|soir|apres-midi)|monday morning|[a-z]+day (?:morning|evening|night))\s\Z"
)
OF_YEAR = re.compile(
    r"\s(?:last(?: year)?|jl\.?|l\.?l\.?|jongstleden|laatstleden|dernier|de cette annee|de l'an dernier|de l'annee derniere|van (?:dit|vorig) jaar|of (?:this|last) year|(?:dieses|letzten) jahres)(?![^\W_])"
)


# 'di 04.11.2025', 'vr 13/06/2025'.
SHORT_DAY = re.compile(r"(?<![^\W_])(?:ma|di|wo|do|vr|za|zo|mo|mi|fr|so|lu|me|je|ve|sa)\.? \Z")


def _whole(reading: Reading, found: Found) -> Found:
    """With 'the night of' before it and 'of last year' after it."""
    before = NIGHT.search(reading.plain, max(0, found.start - 30), found.start)
    if before is None and reading.plain[found.start].isdigit():
        before = SHORT_DAY.search(reading.plain, max(0, found.start - 5), found.start)
    after = OF_YEAR.match(reading.plain, found.end)
    return replace(
        found, start=before.start() if before else found.start, end=after.end() if after else found.end
    )


def _all(reading: Reading) -> Iterator[Found]:
    yield from _written(reading)
    if any(c.isdigit() for c in reading.plain):
        yield from _figures(reading)
    for start, end in moments(reading):
        yield Found(start, end)
    for start, end in partial_days(reading):
        yield Found(start, end)
    for pattern in (RELATIVE, SINGLE, SEASON, OF_THIS_MONTH, ROMAN, GLUED):
        for match in matches(pattern, reading):
            yield Found(*match.span())


def _written(reading: Reading) -> Iterator[Found]:
    plain = reading.plain
    months = {word: month_of(word) for word in filter(month_of, reading.places)}
    for index in reading.at(months):
        word, start, end = reading.words[index], reading.starts[index], reading.ends[index]
        month = months[word]
        floor = max(0, start - 60)
        before = BEFORE_MONTH.search(plain, floor, start)
        after = AFTER_MONTH.match(plain, end)
        year = _year(after["year"]) if after else 0
        stop = after.end() if after else end
        first = MONTH_FIRST.match(plain, end) if word in MONTH_CAPITAL else None
        if before and _is_day(before["day"]):
            told = Found(before.start("all"), stop, _number(before["day"]), month, year)
            yield told if after else _with_odd_year(reading, told)
        elif (
            first
            and 0 < int(first["day"]) < 32
            and (first["year"] or reading.is_capital(index) or ON.search(plain, floor, start))
        ):
            weekday = WEEKDAY_BEFORE.search(plain, floor, start)
            left = weekday.start() if weekday else start
            yield Found(left, first.end(), int(first["day"]), month, int(first["year"] or 0))
        elif (worded := IN_WORDS.search(plain, floor, start)) and (
            reading.is_capital(index) or reading.language != "en" or len(word) > LONG_MONTH
        ):
            day = DAYS_IN_WORDS.get(worded["day"] or "", int(worded["n"] or 0))
            yield Found(worded.start("all"), stop, day, month, year)
        elif vague := VAGUE_BEFORE.search(plain, floor, start):
            if len(word) > 4 or word in ALONE or year:
                yield Found(vague.start(), stop, 0, month, year)
        elif short := SHORT_YEAR.match(plain, end):
            if SINCE.search(plain, floor, start):
                yield Found(start, short.end(), 0, month, _year(short["year"]))
        elif year and (len(word) > 3 or word in ALONE):
            yield Found(start, stop, 0, month, year)


def _with_odd_year(reading: Reading, found: Found) -> Found:
    """The year in words, or two figures behind a day of birth."""
    if worded := AFTER_IN_WORDS.match(reading.plain, found.end):
        return replace(found, end=worded.end())
    short = BORN_SHORT.match(reading.plain, found.end)
    if short and _is_birth(reading, found):
        return replace(found, end=short.end(), year=_year(short["year"]))
    return found


def _is_day(text: str) -> bool:
    return 0 < _number(text) < 32


def _number(text: str) -> int:
    return int(text.replace("l", "1").replace("o", "0")) if any(c.isdigit() for c in text) else 1


def _year(text: str) -> int:
    digits = text.strip("'").replace("o", "0").replace("l", "1")
    if len(digits) == 2:
        return int(digits) + (2000 if int(digits) < 50 else 1900)
    return int(digits)


def _figures(reading: Reading) -> Iterator[Found]:
    for match in FIGURES.finditer(reading.plain):
        parts = [p.strip(" '") for p in re.split(r"[./\-–]", match.group())]
        day, month, year = _number(parts[0]), _number(parts[1]), _year(parts[2])
        if day <= 12 < month <= 31:
            day, month = month, day
        clear = len(parts[2]) == 4 or "." not in match["sep"] or _is_plausible(parts)
        if 0 < day < 32 and 0 < month < 13 and (clear or _is_day_there(reading, match.start())):
            yield Found(*match.span(), day, month, year)
    for match in ISO.finditer(reading.plain):
        year, month, day = (int(n) for n in re.findall(r"\d+", match.group())[:3])
        yield Found(*match.span(), day, month, year)
    for match in matches(SHORT, reading):
        day, month = (int(n) for n in re.findall(r"\d+", match["v"]))
        if "/" in match["v"] or len(match["v"]) == 5:
            yield Found(*match.span("v"), day, month)
    for match in BEFORE_HOUR.finditer(reading.plain):
        day, month = (int(n) for n in re.findall(r"\d+", match["v"]))
        yield Found(*match.span("v"), day, month)
    yield from _german_short(reading)
    for match in MONTH_YEAR.finditer(reading.plain):
        if MONTH_CUE.search(reading.plain, max(0, match.start() - 12), match.start()):
            yield Found(*match.span())


def _german_short(reading: Reading) -> Iterator[Found]:
    if reading.language == "de":
        for pattern in (GERMAN_SHORT, GERMAN_LOG):
            for match in matches(pattern, reading):
                day, month = (int(n) for n in re.findall(r"\d+", match["v"]))
                yield Found(*match.span("v"), day, month)


SECTIONS = re.compile(r"(?:art|artikel|article|punt|point|hoofdstuk|chapitre|versie|version|nr|§)\.?\s?\Z")


def _is_day_there(reading: Reading, start: int) -> bool:
    """A short day, 5.3.23, unless a word for a paragraph or a version stands before it."""
    return SECTIONS.search(reading.plain[max(0, start - 14) : start]) is None


def _is_plausible(parts: list[str]) -> bool:
    """12.03.24 is a day; 1.2.24 may be a paragraph."""
    return len(parts[0]) == 2 and len(parts[1]) == 2


# 'am 12. März 1968 in Eupen geboren'.
BORN_AFTER = re.compile(r",?(?:\s(?:in|te|zu)\s[^\W\d_][\w\- ]{1,30}?)?\s(?:geboren|geb\.)(?!\w)")


def _is_birth(reading: Reading, found: Found) -> bool:
    window = reading.plain[max(0, found.start - 60) : found.start]
    if BORN_AFTER.match(reading.plain, found.end):
        return True
    announced = list(BIRTH.finditer(window))
    if not announced:
        return False
    return re.search(r"\d{4}|[.;\n]\s", window[announced[-1].end() :].removeprefix(".")) is None
