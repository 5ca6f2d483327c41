"""Numbers that only their place tells: alone in a cell of a table, behind the word that a payment is to bear, before a court."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.patterns.references import reference_span
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

SURE = 0.75
ROLL = "The form of a roll number of a court"
NO_MONEY = r"(?![^\W_]|[.,/\-]\d|\s?(?:€|eur|%|inwoners|habitants|inhabitants|einwohner))"
# '938.858.877': nine figures in threes are no amount of this size when nothing counts them.
NINE = re.compile(rf"(?<![\d.,/\-+€])(?<!€ )(?<!eur )\d{{3}}\.\d{{3}}\.\d{{3}}{NO_MONEY}")
# '| 54440/24 |', '; ET 2024 35008 ;', '| 17.1972 |'
CELL = re.compile(
    r"(?:^|[|;\t]) ?(?P<v>\d{3,6}/\d{2,4}|\d{2,4}\.(?:19|20)\d\d|[A-Z]{1,3}[ /\-]\d{2,4}[ /\-]\d{3,6}|[A-Z]{1,3} ?\d{4,8}) ?(?=[|;\t]|$)",
    re.MULTILINE,
)
TABLE = re.compile(r"[|;\t]")
# 'rolnummer A. 243.469' of the Council of State, 'P.20.1480.N' of the Court of Cassation.
ROLE = re.compile(
    r"(?<![^\W_])(?:rolnummer|rol|role|rolle|docket(?: number)?|listennummer|rollennummer|numero|nummer|number|nr\.?|n°|no\.?)[ \n]{1,2}(?:de role[ \n])?(?P<v>[a-z]\. ?\d{3}\.\d{3})(?![^\W_]|[.,]\d)"
)
CASSATION = re.compile(r"(?<![^\W_.])[CPSFDG]\.\d{2}\.\d{4}\.[NF](?![^\W_])")


def by_place(reading: Reading) -> Iterator[Span]:
    for match in matches(NINE, reading):
        yield reference_span(reading, *match.span(), SURE, "The form of a file number")
    if TABLE.search(reading.plain):
        for match in matches(CELL, reading, cased=True):
            yield reference_span(reading, *match.span("v"), SURE, "The form of a file number")
    for match in matches(ROLE, reading):
        yield reference_span(reading, *match.span("v"), SURE, ROLL, Kind.COURT_NUMBER)
    for match in matches(CASSATION, reading, cased=True):
        yield reference_span(reading, *match.span(), SURE, ROLL, Kind.COURT_NUMBER)
