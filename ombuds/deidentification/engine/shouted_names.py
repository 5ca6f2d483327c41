"""Names in a line of capitals: all of them, and nothing of the sentence: MY NEIGHBOUR BRIDGET LARKSPUR HAS, PAR OFELIA DUARTE AU.

Works on finished spans of the original, as `long_names` does.
"""

import re
from dataclasses import replace

from ombuds.deidentification.engine.doubtful_words import ORDINARY, ORDINARY_LETTERS, PUBLIC
from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.lexicons.loading import LANGUAGES, Strength, common_words, family_strength
from ombuds.deidentification.engine.persons.cues import (
    ACTS,
    DEEDS,
    LABELS,
    ROLES,
    SALUTATIONS,
    SMALL,
    STOP,
)
from ombuds.deidentification.engine.spans import KNOWN, Kind, Span

NEXT = re.compile(r" (?P<w>(?!(?:[A-Z]|QU)['’])[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’\-]{2,24})(?=[ ,.;)\n]|\Z)")
# At least two more words in capitals stand around: it is a line, no surname.
IN_LINE = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,}[ ,.']")
EVERYBODY = frozenset().union(*SMALL.values())
NOBODYS = EVERYBODY | ACTS | DEEDS | LABELS | ROLES | SALUTATIONS | STOP | ORDINARY | ORDINARY_LETTERS
# No name ends so.
LAST = EVERYBODY | frozenset("a au aux et de du des la le les en of and the to at in".split())
LINE = 80


def shouted_names(text: str, spans: list[Span]) -> list[Span]:
    """The same spans in order; none overlaps the next."""
    grown = []
    for at, span in enumerate(spans):
        if span.kind is Kind.PERSON and text[span.start : span.end].isupper() and _is_line(text, span):
            following = spans[at + 1].start if at + 1 < len(spans) else len(text)
            span = _whole(text, span, following)
        grown.append(span)
    return grown


def _is_line(text: str, span: Span) -> bool:
    before, after = text[max(0, span.start - LINE) : span.start], text[span.end : span.end + LINE]
    near = before.rsplit("\n", 1)[-1] + " " + after.split("\n", 1)[0]
    letters = [c for c in near if c.isalpha()]
    return len(letters) > 5 and sum(c.isupper() for c in letters) > 0.9 * len(letters)


def _whole(text: str, span: Span, following: int) -> Span:
    end = span.end
    words = [
        (m.start() + span.start, m.group()) for m in re.finditer(r"[^\W\d_]+", text[span.start : span.end])
    ]
    while span.source != KNOWN and len(words) > 1 and plain(words[-1][1]) in LAST:
        end = words.pop()[0]
    if end == span.end and (more := NEXT.match(text, end, following)) and _may_be_name(plain(more["w"])):
        end = more.end()
    stripped = text[span.start : end].rstrip()
    return span if end == span.end else replace(span, end=span.start + len(stripped))


def _may_be_name(word: str) -> bool:
    if word in NOBODYS or PUBLIC.match(word):
        return False
    return family_strength(word) is Strength.SURE or not any(word in common_words(one) for one in LANGUAGES)
