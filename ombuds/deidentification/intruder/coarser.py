"""A fact told one step more coarsely: the day by the month, the month by the season, the town by the province, the age by the decade."""

from dataclasses import replace
from datetime import date

from ombuds.deidentification.intruder.calendar import month_span, season_of
from ombuds.deidentification.intruder.lexicon.towns import parents
from ombuds.deidentification.intruder.telling import Fact


def coarser_fact(fact: Fact) -> Fact | None:
    """The next coarser fact; None when the only coarser thing is to leave it out."""
    if fact.kind == "date":
        return _coarser_date(fact)
    if fact.kind == "age" and fact.high - fact.low < 9:
        low = fact.low // 10 * 10
        return replace(fact, low=low, high=low + 9, value=f"{low}-{low + 9}")
    if fact.kind == "amount" and fact.low == fact.high and fact.low >= 1000:
        low = 10 ** (len(str(fact.low)) - 1)
        return replace(fact, low=low, high=low * 10 - 1, value=f"{low}-{low * 10 - 1}")
    if fact.kind == "place" and parents().get(fact.value):
        return replace(fact, value=parents()[fact.value][0])
    return None


def _coarser_date(fact: Fact) -> Fact | None:
    when = date.fromordinal(fact.low)
    if fact.grain == "day":
        low, high = month_span(when.year, when.month)
        return _date(fact, low, high, "month")
    if fact.grain == "month":
        low, high, _ = season_of(fact.low)
        return _date(fact, low, high, "season")
    if fact.grain == "season" and fact.year:
        year = when.year
        return _date(fact, date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), "year")
    return None


def _date(fact: Fact, low: int, high: int, grain: str) -> Fact:
    return replace(fact, low=low, high=high, grain=grain, value=f"{low}-{high}")
