"""Dates in figures and words, moved by one number of days, or told by their month: in the dress they were written in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ombuds.deidentification.engine.replacing.evenly import evenly
from ombuds.deidentification.engine.words import MONTH_SHORT, MONTHS

MONTH_NUMBER = {evenly(m): n for months in MONTHS.values() for n, m in enumerate(months, 1)} | MONTH_SHORT
LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _months_of in MONTHS.items():
    for _name in _months_of:
        LANGUAGES_OF.setdefault(evenly(_name), []).append(_language)
_M = "|".join(sorted((re.escape(m) for m in MONTH_NUMBER), key=len, reverse=True))
_ORD = r"(?:er|ste|de|e|st|nd|rd|th|\.)"
_AND = r"(?:tot en met|tot|t/m|t\.e\.m\.|en|of|au|et|ou|a|to|till|until|and|or|bis|und|oder|-|–|—|/|,)"
ISO = r"(?P<iy>\d{4})-(?P<im>\d{1,2})-(?P<id>\d{1,2})(?!\d)"
FIGURES = (
    r"(?P<fd>\d{1,2})(?P<fs>\s?[./\-]\s?)(?P<fm>\d{1,2})(?:(?P<fs2>\s?[./\-]\s?)(?P<fy>\d{4}|\d{2}))?(?!\d)"
)
WRITTEN = rf"(?P<wd>\d{{1,2}})(?P<wo>{_ORD})?(?P<w1>\s*(?:of\s+|de\s+)?)(?P<wm>{_M})(?![a-z])(?P<wdot>\.)?(?:(?P<w2>,?\s+|\s?')(?P<wy>\d{{4}}|(?<=')\d{{2}}))?(?!\d)"
MONTH_FIRST = rf"(?P<mm>{_M})(?![a-z])\.?(?P<m1>\s+(?:the\s+)?)(?P<md>\d{{1,2}})(?P<mo>st|nd|rd|th)?(?:(?P<m2>,?\s+)(?P<my>\d{{4}}))?(?!\d)"
BARE_DAY = rf"(?P<bd>\d{{1,2}})(?P<bo>{_ORD})?(?=\s*{_AND}\s*(?:le\s|the\s|de\s|den\s|zum\s)?\d{{1,2}})"
PART = r"begin|half|midden|eind|einde|debut|mi-?|fin|early|mid-?|late|anfang|mitte|ende"
MONTH_ONLY = rf"(?:(?P<op>{PART})(?P<o0>[ ]?))?(?P<om>{_M})(?![a-z])\.?(?:(?P<o1>\s+)(?P<oy>\d{{4}}))?"
ATOM = re.compile(rf"(?<![\w])(?:{ISO}|{MONTH_FIRST}|{WRITTEN}|{FIGURES}|{BARE_DAY}|{MONTH_ONLY})")
MIDDLE = 15
# Where 'begin maart' and its like stand in the month, and how each language says it.
PLACES = {
    "begin": 5,
    "debut": 5,
    "early": 5,
    "anfang": 5,
    "eind": 26,
    "einde": 26,
    "fin": 26,
    "late": 26,
    "ende": 26,
}
SAID = {
    "nl": ("begin", "half", "eind"),
    "fr": ("début", "mi-", "fin"),
    "en": ("early", "mid-", "late"),
    "de": ("Anfang", "Mitte", "Ende"),
}


@dataclass(frozen=True, slots=True)
class Day:
    """One date inside a mention; `year` 0 and `month` 0 when they are not written, `day` 0 for a month alone."""

    start: int
    end: int
    year: int
    month: int
    day: int
    match: re.Match[str]

    def on(self, default_year: int) -> date | None:
        """The day meant, the middle of the month for a month; None when there is no such day."""
        try:
            return date(self.year or default_year, self.month, self.day or MIDDLE)
        except ValueError:
            return None


def days_in(mention: str, default_year: int = 0) -> list[Day]:
    """The dates of one mention, in order; a day without month ('3 tot 17 mei') takes that of the next one."""
    found = [day for day in _found(evenly(mention)) if day is not None]
    for index in range(len(found) - 2, -1, -1):
        day, after = found[index], found[index + 1]
        found[index] = Day(
            day.start,
            day.end,
            day.year or _year_before(day, after),
            day.month or after.month,
            day.day,
            day.match,
        )
    return [d for d in found if d.month]


def _year_before(day: Day, after: Day) -> int:
    """Of 'from 20 November to 3 February 2025': the year before."""
    return after.year - 1 if after.year and day.month > after.month > 0 else after.year


def _found(even: str) -> Iterator[Day | None]:
    for match in ATOM.finditer(even):
        g = match.groupdict()
        name = g["wm"] or g["mm"] or g["om"]
        month = MONTH_NUMBER[name] if name else int(g["im"] or g["fm"] or 0)
        day = int(g["id"] or g["fd"] or g["wd"] or g["md"] or g["bd"] or 0)
        year = _year(g["iy"] or g["fy"] or g["wy"] or g["my"] or g["oy"] or "")
        if month > 12 and g["fm"]:
            continue
        if day > 31 or month > 12:
            continue
        yield Day(match.start(), match.end(), year, month, day, match)


def _year(text: str) -> int:
    if not text:
        return 0
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < 50 else 1900)


def moved(
    mention: str,
    days: int,
    default_year: int,
    language: str,
    anchors: Mapping[tuple[int, int], int] | None = None,
    years: Mapping[tuple[int, int], int] | None = None,
) -> str:
    """Every date of the mention later by `days`; weekdays and all other words stay, since whole weeks keep them true.

    `anchors`: (year, month) → a day of that month which the text names, so that 'in March' goes where '28 March' went.
    `years`: (month, day) → the year of that day where the text names it in full.
    """
    out, at = "", 0
    found = days_in(mention)
    targets = [
        _later(d, days, (years or {}).get((d.month, d.day), default_year), anchors or {}) for d in found
    ]
    for index, (day, target) in enumerate(zip(found, targets, strict=True)):
        following = targets[index + 1] if index + 1 < len(targets) else None
        out += mention[at : day.start]
        out += _dressed(mention[day.start : day.end], day, target, following, language) if target else "…"
        at = day.end
    return out + mention[at:]


def _later(day: Day, days: int, default_year: int, anchors: Mapping[tuple[int, int], int]) -> date | None:
    when = day.on(default_year)
    if when and not day.day:
        when = when.replace(day=anchors.get((when.year, when.month), MIDDLE))
    if when is None and day.day > 28:
        when = Day(day.start, day.end, day.year, day.month, 28, day.match).on(default_year)
    if when and day.match.group("op"):
        when = when.replace(day=PLACES.get(day.match.group("op"), MIDDLE))
    try:
        return when + timedelta(days=days) if when else None
    except OverflowError:
        return when


def _dressed(written: str, day: Day, target: date, following: date | None, language: str) -> str:
    g = day.match.groupdict()
    if g["iy"]:
        return target.isoformat()
    if g["fd"]:
        return _figures(day, target)
    if g["bd"]:
        return _bare(g, target, following, language)
    own = _language_of(g["wm"] or g["mm"] or g["om"], language)
    name = _cased_month(written, MONTHS[own][target.month - 1])
    if g["om"]:
        month = _month(g, target, name, own)
        return month[:1].upper() + month[1:] if written[:1].isupper() and own != "de" else month
    year = str(target.year) if day.year else ""
    if g["mm"]:
        number = f"{target.day}{_english(target.day) if g['mo'] else ''}"
        return f"{name}{_spaced(g['m1'])}{number}{g['m2'] or ''}{year}"
    number = _ordinal(target.day, g["wo"] or "", own)
    joint = (g["w2"] or "").strip("'") or " "
    return f"{number}{_spaced(g['w1'])}{name}{joint if year else ''}{year}"


def _spaced(space: str) -> str:
    return re.sub(r"\s+", " ", space) or " "


def _figures(day: Day, target: date) -> str:
    g = day.match.groupdict()
    padded = g["fd"].startswith("0") or g["fm"].startswith("0") or (len(g["fd"]) == 2 and len(g["fm"]) == 2)
    number, month = (
        (f"{target.day:02d}", f"{target.month:02d}") if padded else (str(target.day), str(target.month))
    )
    if not g["fy"]:
        return f"{number}{g['fs']}{month}"
    return (
        f"{number}{g['fs']}{month}{g['fs2']}{target.year:04d}"[:None]
        if len(g["fy"]) == 4
        else f"{number}{g['fs']}{month}{g['fs2']}{target.year % 100:02d}"
    )


def _bare(g: dict[str, str | None], target: date, following: date | None, language: str) -> str:
    number = _ordinal(target.day, g["bo"] or "", language)
    if following and following.month == target.month and following.year == target.year:
        return number
    name = MONTHS[language if language in MONTHS else "en"][target.month - 1]
    return f"{number} {name}" + (f" {target.year}" if following and following.year != target.year else "")


def _month(g: dict[str, str | None], target: date, name: str, language: str) -> str:
    year = f"{g['o1']}{target.year}" if g["oy"] else ""
    if not g["op"]:
        return name + year
    third = 0 if target.day <= 10 else 1 if target.day <= 20 else 2
    said = SAID[language][third]
    return f"{said}{'' if said.endswith('-') else ' '}{name}{year}"


def _language_of(month: str | None, language: str) -> str:
    """The language whose month this is, that of the text first."""
    borne = LANGUAGES_OF.get(month or "", [])
    return language if language in borne or not borne else borne[0]


def _cased_month(written: str, name: str) -> str:
    letters = [c for c in written if c.isalpha()]
    if len(letters) > 2 and all(c.isupper() for c in letters):
        return name.upper()
    return name


def _ordinal(day: int, ordinal: str, language: str) -> str:
    if language == "fr":
        return "1er" if day == 1 else str(day)
    if language == "de":
        return f"{day}."
    if language == "en" and ordinal and ordinal != ".":
        return f"{day}{_english(day)}"
    return str(day)


def _english(day: int) -> str:
    return "th" if 10 < day % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def by_month(mention: str, language: str) -> str:
    """'maart 2025'; 'april tot mei' for a stretch over two months; '' when the mention names no month."""
    found = days_in(mention)
    if not found:
        return ""
    last_year = next((d.year for d in reversed(found) if d.year), 0)
    own = _language_of(
        found[-1].match.group("wm") or found[-1].match.group("mm") or found[-1].match.group("om"), language
    )
    own = own if own in MONTHS else "en"
    names = list(dict.fromkeys(MONTHS[own][d.month - 1] for d in (found[0], found[-1])))
    joint = {"nl": " tot ", "fr": " à ", "en": " to ", "de": " bis "}[own]
    return joint.join(names) + (f" {last_year}" if last_year else "")
