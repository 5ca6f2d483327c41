"""Days and hours as notes, logs and lives tell them: 'Thursday 6/2', '15/04 : rien', 'de 1961 à 1974', 'from 9 till 9.20'; and sums without a unit."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span
from ombuds.deidentification.engine.times import is_opening_hour

REASON = "A day or month"
_DM = r"(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19[3-9]\d|20[0-3]\d)"
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|thu|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lu|ma|me|je|ve|sa|di|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)"
DAYS = (
    # The day of the week goes with the figures.
    re.compile(
        rf"(?<![^\W_])(?P<v>{_WEEKDAY}\.?,? {_DM}(?:[/.](?:19|20)?\d\d)?)(?![\d/]|[.,]\d|[^\W_]| ?[€%])"
    ),
    # At the head of a line or of a sentence, before a colon: a log.
    re.compile(
        r"(?:\A|\n[ \t\-*•>]*|[.;] |\( ?)(?P<v>(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2]))(?=(?:, ?\d{1,2} ?[h:.]\d{0,2})? ?(?::|[\-–] )|,? \d{1,2}[h:]\d\d| ?\))"
    ),
    # The same before a word; '3/4 van de huur' is a part.
    re.compile(
        r"(?:\A|\n[ \t\-*•>]*)(?P<v>(?!(?:1/[2-9]|2/[35]|3/[4-8])[ .])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2]))(?=\.? [^\W\d_]{2})(?! (?:van|de|des|of|der|von) )"
    ),
    re.compile(
        rf"(?<![^\W_])(?:de|from|van|between|entre|tussen|von|zwischen) (?P<v>{_YEAR}) (?:a|to|till|until|tot|and|et|en|bis|und|jusqu'en) (?:en )?(?P<w>{_YEAR})(?![./\-]?\d| ?[€%])"
    ),
)
_HOUR = r"(?:[01]?\d|2[0-4])"
HOURS = re.compile(
    rf"(?<![\d.,:/\-])(?P<v>{_HOUR}(?: ?h(?: ?[0-5]\d)?|[:.][0-5]\d)?) ?(?:to|till|until|a|et|and|-|–|jusqu'a|jusque|tot|bis) ?(?P<w>{_HOUR} ?(?:h(?: ?[0-5]\d)?(?![^\W_])|heures?|am|pm|a\.m\.|p\.m\.|o'clock|[.:][0-5]\d(?!\d|[.,:/]\d)|uur|uhr))"
)
ALONE = re.compile(
    rf"(?<![^\W_])(?:jusque|jusqu'a|apres|avant|vers|des|until|till|after|before|around|by) (?P<v>{_HOUR} ?h(?: ?[0-5]\d)?)(?![^\W_])"
)
# Three figures and the cents: nobody numbers anything so.
SUM = re.compile(
    r"(?<![\w.,/:§°\-])(?<!art )(?<!art\. )(?<!n° )(?P<v>[1-9]\d{2,4}[.,]\d{2})(?=[ ,;)?!\n]|\.(?!\d)|\Z)(?! ?(?:%|m2|m²|km|kg|kwh|m3|m³|l|x \d))"
)


def day_pairs(reading: Reading) -> Iterator[Span]:
    for pattern in DAYS:
        for match in matches(pattern, reading):
            for group in ("v", "w") if "w" in pattern.groupindex else ("v",):
                yield reading.span(*match.span(group), Kind.DATE, 0.7, reason=REASON)
    for match in matches(HOURS, reading):
        if is_opening_hour(reading, *match.span("v")):
            continue
        for group in ("v", "w"):
            yield reading.span(*match.span(group), Kind.TIME, 0.7, reason="A time of the day")
    for match in matches(ALONE, reading):
        yield reading.span(*match.span("v"), Kind.TIME, 0.7, reason="A time of the day")
    for match in matches(SUM, reading):
        yield reading.span(*match.span("v"), Kind.AMOUNT, 0.6, reason="An amount to the cent")
