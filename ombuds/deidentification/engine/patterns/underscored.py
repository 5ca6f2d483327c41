"""Words tied together by underscores: 'mimi_nacht', who chats, and the names in the names of files: 'contract_Aneta_Z.pdf'."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.day_words import MONTHS_BY_NAME
from ombuds.deidentification.engine.lexicons.loading import Strength, family_strength, given_strength
from ombuds.deidentification.engine.matching import is_dictionary_word
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

TIED = re.compile(r"(?<![\w./@\-])(?=[\w.\-]*_)[^\W_][\w.\-]*[^\W_](?![\w@/])")
FILE = re.compile(
    r"\.(?:pdf|png|jpe?g|gif|tiff?|heic|docx?|odt|rtf|txt|xlsx?|ods|csv|pptx?|zip|msg|eml|mp[34]|mov|wav|html?|xml)\Z"
)
PART = re.compile(r"[^\W_]+")
LETTERS = re.compile(r"[^\W\d_]{2,}")
SHORTEST = 3


def underscored(reading: Reading) -> Iterator[Span]:
    if "_" not in reading.plain:
        return
    for match in matches(TIED, reading):
        said = match.group()
        ending = FILE.search(said)
        if ending:
            yield from _names_in(reading, match.start(), said[: ending.start()])
        elif LETTERS.search(said):
            yield _handle(reading, *match.span())


def _handle(reading: Reading, start: int, end: int) -> Span:
    entity = f"handle:{reading.plain[start:end]}"
    return reading.span(start, end, Kind.HANDLE, 0.8, entity=entity, reason="A name on a network")


def _names_in(reading: Reading, start: int, stem: str) -> Iterator[Span]:
    """The parts of a file's name that are somebody's, with single letters between and behind them."""
    run: list[re.Match[str]] = []
    for part in [*PART.finditer(stem), None]:
        if part and (_is_name(part.group()) or (run and len(part.group()) == 1 and part.group().isalpha())):
            run.append(part)
            continue
        if run:
            yield _handle(reading, start + run[0].start(), start + run[-1].end())
        run = []


def _is_name(word: str) -> bool:
    if len(word) < SHORTEST or word in MONTHS_BY_NAME:
        return False
    is_family = family_strength(word) is Strength.SURE and not is_dictionary_word(word)
    return is_family or given_strength(word) is Strength.SURE
