"""Dates in words and figures of four languages: found, shifted by one offset, or told by the month only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ombuds.deidentification.engine.folding import Folded, fold_character
from ombuds.deidentification.engine.words import MONTH_SHORT, MONTHS, WEEKDAYS


def _plain(word: str) -> str:
    return "".join(fold_character(c) for c in word)


MONTH_NUMBER = {_plain(m): n for months in MONTHS.values() for n, m in enumerate(months, 1)} | MONTH_SHORT
MONTH_LANGUAGE = {_plain(m): language for language, months in reversed(MONTHS.items()) for m in months}
WEEKDAY_NUMBER = {_plain(d): (lang, n) for lang, days in WEEKDAYS.items() for n, d in enumerate(days)}

_months = "|".join(sorted((re.escape(m) for m in MONTH_NUMBER), key=len, reverse=True))
_days = "|".join(WEEKDAY_NUMBER)
WRITTEN = re.compile(
    rf"(?<!\w)(?:(?P<weekday>{_days}),?\s+)?(?P<day>\d{{1,2}})(?P<ordinal>er|ste|de|e|st|nd|rd|th|\.)?\s*(?:of\s+)?"
    rf"(?P<month>{_months})\.?(?:,?\s+(?P<year>\d{{4}}))?(?!\w)"
)
MONTH_FIRST = re.compile(
    rf"(?<!\w)(?P<month>{_months})\.?\s+(?P<day>\d{{1,2}})(?P<ordinal>st|nd|rd|th)?,\s*(?P<year>\d{{4}})(?!\w)"
)
FIGURES = re.compile(
    r"(?<![\w./-])(?P<day>\d{1,2})(?P<sep>[./-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\w/-]|\.\d)"
)
ISO = re.compile(r"(?<![\w./-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w/-]|\.\d)")


@dataclass(frozen=True, slots=True)
class DateMention:
    start: int
    end: int
    when: date
    style: str
    language: str = ""
    has_year: bool = True
    weekday: str = ""
    sep: str = "/"
    digits: int = 4


def mentions(folded: Folded, default_year: int = 2024) -> Iterator[DateMention]:
    """Every day named in the plain text; `default_year` only serves dates without a year."""
    for style, pattern in (
        ("written", WRITTEN),
        ("month first", MONTH_FIRST),
        ("figures", FIGURES),
        ("iso", ISO),
    ):
        for match in pattern.finditer(folded.text):
            mention = _mention(match, style, default_year)
            if mention is not None:
                start, end = folded.original(mention.start, mention.end)
                yield DateMention(start, end, mention.when, *_rest(mention))


def _rest(mention: DateMention) -> tuple[str, str, bool, str, str, int]:
    return (
        mention.style,
        mention.language,
        mention.has_year,
        mention.weekday,
        mention.sep,
        mention.digits,
    )


def _mention(match: re.Match[str], style: str, default_year: int) -> DateMention | None:
    groups = match.groupdict()
    month = groups["month"]
    year_text = groups.get("year") or ""
    year = int(year_text) if year_text else default_year
    if len(year_text) == 2:
        year += 2000 if year < 50 else 1900
    try:
        when = date(
            year,
            MONTH_NUMBER[month] if month in MONTH_NUMBER else int(month),
            int(groups["day"]),
        )
    except ValueError:
        return None
    return DateMention(
        match.start(),
        match.end(),
        when,
        style,
        MONTH_LANGUAGE.get(month, ""),
        bool(year_text),
        groups.get("weekday") or "",
        groups.get("sep") or "-",
        len(year_text) or 4,
    )


def written(mention: DateMention, when: date, language: str) -> str:
    """`when` in the dress of the mention: the same order, separator, language and weekday."""
    language = mention.language or (language if language in MONTHS else "nl")
    if mention.style == "iso":
        return when.isoformat()
    if mention.style == "figures":
        year = f"{when.year:04d}"[-mention.digits :]
        return mention.sep.join((f"{when.day:02d}", f"{when.month:02d}", year))
    name = MONTHS[language][when.month - 1]
    if mention.style == "month first":
        return f"{name} {when.day}, {when.year}"
    day = (
        "1er" if language == "fr" and when.day == 1 else f"{when.day}." if language == "de" else str(when.day)
    )
    weekday = f"{WEEKDAYS[language][when.weekday()]} " if mention.weekday else ""
    return f"{weekday}{day} {name}" + (f" {when.year}" if mention.has_year else "")


def by_month(mention: DateMention, language: str) -> str:
    """Only the month and year: 'maart 2025'. The truthful way for a report."""
    language = mention.language or (language if language in MONTHS else "nl")
    month = MONTHS[language][mention.when.month - 1]
    return f"{month} {mention.when.year}" if mention.has_year else month


def shifted(when: date, days: int) -> date:
    try:
        return when + timedelta(days=days)
    except OverflowError:
        return when
