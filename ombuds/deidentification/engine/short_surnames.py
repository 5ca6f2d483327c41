"""Names of one or two letters: 'Mr O', 'mevrouw Ly', 'J. Ng', 'Frau K.'; and people whom a report calls by their first letter: 'D. leerde ik kennen via de school.'."""

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
# A letter amid a sentence; M. is Monsieur in French, « N. réf. » a label, and 'i. A.' says for whom somebody signs.
CALLED_BY_LETTER = re.compile(r"(?<![\w.&/\-])(?<!i\. )(?P<v>[A-Z])\.(?= (?!ref)[a-z«])")
ITEM = re.compile(r"(?:\A|\n)[ \t]*([A-Z])\.")
REASON = "It looks like a name"


def short_surnames(reading: Reading) -> Iterator[Span]:
    for match in matches(SHORT, reading, cased=True):
        name = match["v"].lower()
        if match["t"] or name not in EVERYBODY:
            yield _span(reading, *match.span("v"))
    for match in matches(FIRST_LETTER, reading, cased=True):
        yield _span(reading, *match.span("v"))
    for letter in _letters(reading):
        for again in re.finditer(rf"(?<![\w.&/\-]){letter}\.(?! ?[A-Z]\.| ?\d)", reading.cased):
            yield _span(reading, *again.span())


def _letters(reading: Reading) -> set[str]:
    """The letters that stand for somebody; none that numbers the parts of the text, with its neighbour at the head of a line."""
    items = set(ITEM.findall(reading.cased))
    found = {match["v"] for match in matches(CALLED_BY_LETTER, reading, cased=True)}
    return {
        letter
        for letter in found
        if not (letter == "M" and reading.language == "fr")
        and items.isdisjoint({chr(ord(letter) - 1), chr(ord(letter) + 1)})
    }


def _span(reading: Reading, start: int, end: int) -> Span:
    entity = f"name:{reading.plain[start:end]}"
    return reading.span(start, end, Kind.PERSON, 0.5, source=LEXICON, entity=entity, reason=REASON)
