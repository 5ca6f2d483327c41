"""A street or a firm found once, by its number or its legal form, is found where it stands alone as well.

« 12, chemin des Tanneurs » gives away « dans le chemin des Tanneurs » three lines down, and « asbl Le Figuier » a bare « Le Figuier ».
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.matching import is_dictionary_word
from ombuds.deidentification.engine.organisation_words import LEGAL_FORMS
from ombuds.deidentification.engine.ranges import Ranges
from ombuds.deidentification.engine.reading import WORD, Reading
from ombuds.deidentification.engine.spans import PROPAGATION, Keep, Kind, Span

REASON = "The same stands elsewhere in the file"
SHORTEST = 5  # letters of a name of one word
LONGEST = 7  # words
# What follows the name of a street: its number, or another part of the address.
NUMBER = re.compile(r"(?:[\s,;:/()\-]*(?:n[°ro]\.? ?|nr\.? ?|nummer )?\b\d|[,\n(]).*\Z", re.DOTALL)
POSTCODE = re.compile(r"\A(?:[a-z]{1,2}-?)?\d{4,5}\b")
BEFORE = re.compile(r"\A\d{1,3}\s?(?:[a-z]\b|bis\b|ter\b)?[\s,]*")


@dataclass(frozen=True, slots=True)
class Name:
    """The words of a street or firm in plain form, and which of the two it is."""

    words: tuple[str, ...]
    kind: Kind


def found_elsewhere(
    readings: Sequence[Reading], found: Sequence[Sequence[Span]], kept: Sequence[Sequence[Keep]]
) -> list[list[Span]]:
    """For each document the spans to add; none overlaps a span that was found, or what must stay."""
    names = {
        name for r, spans in zip(readings, found, strict=True) for span in spans for name in _name(r, span)
    }
    by_first: dict[str, list[Name]] = {}
    for name in sorted(names, key=lambda n: (-len(n.words), n.words)):
        by_first.setdefault(name.words[0], []).append(name)
    return [
        list(
            _again(
                r, by_first, Ranges([*((s.start, s.end) for s in spans), *((k.start, k.end) for k in keep)])
            )
        )
        for r, spans, keep in zip(readings, found, kept, strict=True)
    ]


def _name(reading: Reading, span: Span) -> Iterator[Name]:
    if span.kind is Kind.ADDRESS:
        whole = plain(reading.text[span.start : span.end])
        text = "" if POSTCODE.match(whole) else NUMBER.sub("", BEFORE.sub("", whole))
    elif span.kind is Kind.ORGANISATION:
        text = plain(reading.text[span.start : span.end])
    else:
        return
    words = tuple(WORD.findall(text))
    if span.kind is Kind.ORGANISATION:
        words = tuple(w for w in words if w not in LEGAL_FORMS)
    if not 0 < len(words) <= LONGEST or any(word.isdigit() for word in words):
        return
    unusual = [word for word in words if len(word) >= SHORTEST and not is_dictionary_word(word)]
    # Of everyday words alone only a whole phrase is sure: « the corner bakery », never « the bakery ».
    if unusual or len(words) > 2:
        yield Name(words, span.kind)


def _again(reading: Reading, by_first: dict[str, list[Name]], taken: Ranges) -> Iterator[Span]:
    for first, names in by_first.items():
        for index in reading.places.get(first, ()):
            for name in names:
                last = index + len(name.words) - 1
                if tuple(reading.words[index : last + 1]) != name.words or not reading.is_capital(
                    _main(name, index)
                ):
                    continue
                span = reading.span(
                    reading.starts[index],
                    reading.ends[last],
                    name.kind,
                    0.7,
                    reason=REASON,
                    source=PROPAGATION,
                )
                if not taken.touches(span.start, span.end):
                    yield span
                break


def _main(name: Name, index: int) -> int:
    """The longest word: the one that has a capital when a name is meant."""
    return index + max(range(len(name.words)), key=lambda n: len(name.words[n]))
