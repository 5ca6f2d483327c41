"""Dates told in a text, at the grain told: a day, a month, a season, a year; as an interval of days."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari janvier january januar jan janv jaenner",
            "februari fevrier february februar feb febr fevr",
            "maart mars march marz maerz mrt",
            "april avril apr avr",
            "mei mai may",
            "juni juin june jun",
            "juli juillet july jul juil",
            "augustus aout august aug",
            "september septembre sep sept",
            "oktober octobre october okt oct",
            "november novembre nov",
            "december decembre dezember dec dez",
        ),
        1,
    )
    for name in names.split()
}
# First month of each; winter is told by the year in which it begins.
SEASONS = {
    3: "voorjaar lente printemps spring fruhjahr fruhling",
    6: "zomer ete summer sommer",
    9: "najaar herfst automne autumn herbst",
    12: "winter hiver",
}
SEASON_OF = {name: month for month, names in SEASONS.items() for name in names.split()}
# Words after which a month, season or year without more is a moment.
BEFORE = frozenset(
    """in en im of de du van vanaf sinds sedert depuis since seit eind einde begin midden fin debut mi late early mid ende anfang mitte until tot
    jusqu bis mois maand during tijdens tegen vers by voor avant before vor na apres after nach the het last vorige dernier annee jaar year jahr
    jahres jahre monat and et und l d cet""".split()
)
ORDINALS = frozenset("er ste de e st nd rd th of".split())
# The date of a law says nothing about the case.
LAW = frozenset(
    """wet decreet ordonnantie besluit kb verordening richtlijn loi decret ordonnance arrete reglement directive act law decree ordinance
    regulation gesetz dekret erlass""".split()
)
FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2((?:19|20)?\d{2})")
ISO = re.compile(r"((?:19|20)\d{2})-(\d{2})-(\d{2})")
YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class Moment:
    """[low, high]: first and last day as ordinals; `grain`: day, month, season or year; without a year `year` is 0 and low, high
    are those of the leap year 2000. [first, last]: the words that tell it."""

    first: int
    last: int
    low: int
    high: int
    grain: str
    year: int


def moments(words: Sequence[str]) -> Iterator[Moment]:
    """Every moment told in the words of a plain text, figures as one word ("12/3/2024")."""
    for at, word in enumerate(words):
        found = None
        if word in MONTHS:
            found = _around_month(words, at)
        elif word in SEASON_OF:
            found = _season(words, at)
        elif word[0].isdigit():
            found = _figures(words, at)
        if found is not None and LAW.isdisjoint(words[max(0, found.first - 5) : found.first]):
            yield found


def _year_at(words: Sequence[str], at: int) -> int:
    return int(words[at]) if 0 <= at < len(words) and YEAR.fullmatch(words[at]) else 0


def _number_at(words: Sequence[str], at: int) -> int:
    return int(words[at]) if 0 <= at < len(words) and len(words[at]) < 3 and words[at].isdigit() else 0


def _around_month(words: Sequence[str], at: int) -> Moment | None:
    month, year = MONTHS[words[at]], _year_at(words, at + 1)
    end = at + (1 if year else 0)
    for before in (1, 2):
        day = _number_at(words, at - before)
        if day and (before == 1 or words[at - 1] in ORDINALS):
            return _day(at - before, end, year, month, day)
    if not year and (day := _number_at(words, at + 1)) and _year_at(words, at + 2):
        return _day(at, at + 2, _year_at(words, at + 2), month, day)
    if year or (at and words[at - 1] in BEFORE):
        return Moment(at, end, *month_span(year or 2000, month), "month", year)
    return None


def _day(first: int, last: int, year: int, month: int, day: int) -> Moment | None:
    try:
        when = date(year or 2000, month, day).toordinal()
    except ValueError:
        return None
    return Moment(first, last, when, when, "day", year)


def _season(words: Sequence[str], at: int) -> Moment | None:
    end = at
    year = _year_at(words, at + 1)
    if year:
        end = at + 1
    elif at + 1 < len(words) and words[at + 1] in ("van", "de", "of"):
        year = _year_at(words, at + 2)
        end = at + 2 if year else at
    if not year and not (at and words[at - 1] in BEFORE):
        return None
    if words[at] in ("ete", "spring") and not (
        at and words[at - 1] in ("l", "d", "en", "cet", "in", "of", "the")
    ):
        return None
    low, high = season_span(year or 2000, SEASON_OF[words[at]])
    return Moment(at, end, low, high, "season", year)


def _figures(words: Sequence[str], at: int) -> Moment | None:
    word = words[at]
    if found := FIGURES.fullmatch(word):
        year = int(found[4]) + (0 if len(found[4]) == 4 else 2000 if int(found[4]) < 50 else 1900)
        return _day(at, at, year, int(found[3]), int(found[1]))
    if found := ISO.fullmatch(word):
        return _day(at, at, int(found[1]), int(found[2]), int(found[3]))
    if any(w in MONTHS or w in SEASON_OF for w in words[max(0, at - 2) : at]):
        return None
    year = _year_at(words, at)
    if (
        not year
        or not at
        or words[at - 1] not in BEFORE
        or (at + 1 < len(words) and words[at + 1] in ("eur", "euro", "euros"))
    ):
        return None
    return Moment(at, at, date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), "year", year)


def month_span(year: int, month: int) -> tuple[int, int]:
    return date(year, month, 1).toordinal(), date(year, month, monthrange(year, month)[1]).toordinal()


def season_span(year: int, first: int) -> tuple[int, int]:
    """First and last day of the season that begins in the month `first` of the year."""
    after = date(year, first + 3, 1) if first < 12 else date(year + 1, 3, 1)
    return date(year, first, 1).toordinal(), after.toordinal() - 1


def season_of(day: int) -> tuple[int, int, int]:
    """First and last day of the season of a day, and the month in which it begins."""
    when = date.fromordinal(day)
    first = (when.month // 3) * 3 or 12
    year = when.year - 1 if when.month < 3 else when.year
    return *season_span(year, first), first
