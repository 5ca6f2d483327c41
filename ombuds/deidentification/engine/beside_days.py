"""Days and hours that only what stands beside them tells: 23 07 1979, « 14 Jan, 11.20 » at the head of a note."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.day_words import MONTHS_BY_NAME
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

REASON = "A day or month"
_months = "|".join(sorted(MONTHS_BY_NAME, key=len, reverse=True))
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_HOUR = r"(?:[01]?\d|2[0-3])[.:][0-5]\d"
SPACED = re.compile(
    rf"(?<![\d./,\-] )(?<![\d./,\-]){_DAY} (?:0[1-9]|1[0-2]) (?:19|20)\d\d(?![ .,]?\d|[^\W_])"
)
BORN = re.compile(r"(?<![^\W_])(?:nee?|naissance|geboren|geboortedatum|born|birth|geburtsdatum|dob|date de naissance)(?:[ :,]| le| op| on| am| is| de){0,4} ?\Z")  # fmt: skip
_DATE = rf"(?:{_DAY}(?:er|st|nd|rd|th|\.)? (?:{_months})\.?(?: (?:19|20)?\d\d)?|{_DAY}[./\-](?:0?[1-9]|1[0-2])[./\-](?:(?:19|20)?\d\d)?)"
HOUR_AFTER = re.compile(rf"{_DATE}(?:, ?| [\-–/|] ?| )(?P<v>{_HOUR})(?=[ \t]*(?:\n|\Z|[,;)|]))")
HOUR_BEFORE = re.compile(rf"(?:^|\n|[\[(| ])(?P<v>{_HOUR})(?= ?[/|–\-] ?{_DATE})")
HOUR_LABELLED = re.compile(
    rf"(?<![^\W_])(?:start|debut|heure|time|aanvang|aanvangsuur|uur|begin|beginn|uhrzeit|fin|end|ende|einde|hour) ?: ?(?P<v>{_HOUR})(?![\d.,:]|[^\W_])"
)

# 'nous avons acheté en 2021', 'came from Braga in 1998': somebody's year; that of a law or a tax is told otherwise.
YEAR = re.compile(
    r"(?<![^\W_])(?:en|in|depuis|since|vers|debut|fin|before|after|avant|apres|jusqu'en|until|around|des|late|early|mid) (?P<v>(?:19[2-9]\d|20[0-4]\d))(?=[.,;:!?)]|\s|\Z)(?![.,]\d| ?[€%]| (?:euros?|eur|dossiers|plaintes|complaints|cases|files|people|personnes|habitants|inhabitants)(?![^\W_]))"
)

# 'von 1994 bis 2003', '(Autounfall 2019', 'hat es 2023 nachgemessen': German tells a year without a preposition.
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
GERMAN_YEAR = re.compile(
    rf"(?<![^\W_])(?:(?:von|zwischen|ab) (?P<v>{_YEAR} (?:bis|und) {_YEAR})|(?:seit|bis|ab|jahre?|jahres|anfang|ende|mitte|\w*unfall|\w*operation|\w*umzug|tod|hochzeit|scheidung|geburt) (?P<w>{_YEAR})|(?:hat|habe|haben|hatte|hatten|wurde|wurden|war|waren|bin|ist|sind|es|ihn|sie|er|ich|wir|schon|erst|dort|hier|damals|zog|zogen|kam|kamen|starb) (?P<x>{_YEAR})(?= [a-z]))(?![./\-]?\d)"
)

# '23.1.: Schreiben', a log of days; 'die Rechnung für Mai', 'het examen van maart', typed small in Dutch.
LOG_DAY = re.compile(
    rf"(?:^|\n[ \t\-*•]*|[.;!?»] )(?P<v>{_DAY}\.(?:0?[1-9]|1[0-2])\.)(?=:| ?[\-–] |, ?(?:[01]?\d|2[0-3])(?:[.:]\d\d)? ?(?:uhr|:))"
)
OF_MONTH = {
    "nl": re.compile(
        r"(?<![^\W_])(?:van|voor|tegen|sinds|eind|begin|half|in|tot|vanaf) (?P<v>januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?![^\W_])(?! \d)"
    ),
    "de": re.compile(
        r"(?<![^\W_])(?:fur|vom|von|seit|ende|anfang|mitte|im|bis|ab) (?P<v>januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)(?![^\W_])(?! \d)"
    ),
}


def beside_days(reading: Reading) -> Iterator[Span]:
    for match in SPACED.finditer(reading.plain):
        before = reading.plain[max(0, match.start() - 26) : match.start()]
        kind = Kind.BIRTH_DATE if BORN.search(before) else Kind.DATE
        yield reading.span(*match.span(), kind, 0.7, reason=REASON)
    for match in GERMAN_YEAR.finditer(reading.plain) if reading.language == "de" else ():
        group = next(name for name in "vwx" if match[name])
        yield reading.span(*match.span(group), Kind.DATE, 0.6, reason=REASON)
    for match in matches(LOG_DAY, reading) if reading.language == "de" else ():
        yield reading.span(*match.span("v"), Kind.DATE, 0.7, reason=REASON)
    months = OF_MONTH.get(reading.language)
    for match in matches(months, reading) if months else ():
        if reading.language == "de" or reading.cased[match.start("v")].islower():
            yield reading.span(*match.span("v"), Kind.DATE, 0.5, reason=REASON)
    for match in YEAR.finditer(reading.plain) if reading.language in {"fr", "en"} else ():
        yield reading.span(*match.span("v"), Kind.DATE, 0.6, reason=REASON)
    for pattern in (HOUR_AFTER, HOUR_BEFORE, HOUR_LABELLED):
        for match in pattern.finditer(reading.plain):
            yield reading.span(*match.span("v"), Kind.TIME, 0.7, reason="A time of the day")
