"""Family names of one or two letters behind a title or an initial, and no more than its first: 'Mr O', 'mevrouw Ly', 'J. Ng', 'Frau K.'."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.persons.cues import SMALL
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import LEXICON, Kind, Span

_TITLE = r"(?:Mr|Mrs|Ms|Mevr|Mw|Dhr|Mme|Mlle|Frau|Herrn?|[Mm]eneer|[Mm]evrouw|Monsieur|Madame|[Dd]e heer)\.? "
SHORT = re.compile(
    rf"(?<![^\W_])(?:(?P<t>{_TITLE}(?:[A-Z]\. ?)?)"
    r"|[A-Z]\. ?(?=[A-Z][a-z]))(?P<v>[A-Z](?:[aeiouy](?![\w'\-]|\.\w| [A-Z])|[a-z]?(?![\w.'\-]| [A-Z])))"
)
FIRST_LETTER = re.compile(rf"(?<![^\W_]){_TITLE}(?P<v>(?:[A-Z]\.-?){{1,3}})(?! ?[A-Z\d])")
EVERYBODY = frozenset().union(*SMALL.values())  # small words: after an initial they begin a sentence
REASON = "It looks like a name"


def short_surnames(reading: Reading) -> Iterator[Span]:
    for match in matches(SHORT, reading, cased=True):
        name = match["v"].lower()
        if match["t"] or name not in EVERYBODY:
            yield _span(reading, *match.span("v"))
    for match in matches(FIRST_LETTER, reading, cased=True):
        yield _span(reading, *match.span("v"))


def _span(reading: Reading, start: int, end: int) -> Span:
    entity = f"name:{reading.plain[start:end]}"
    return reading.span(start, end, Kind.PERSON, 0.5, source=LEXICON, entity=entity, reason=REASON)
