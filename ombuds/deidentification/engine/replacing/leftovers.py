"""Nothing of a found name stands in the new text: what was cut off a mention goes with it, but for titles and small words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.placeholders import typed
from ombuds.deidentification.engine.replacing.hints import TITLES
from ombuds.deidentification.engine.replacing.persons import WORD
from ombuds.deidentification.engine.spans import Kind, Span


def nothing_left(text: str, found: Sequence[Span], mended: Sequence[Span], language: str) -> list[Span]:
    """The mended spans, grown over what `found` had as a person beside them ('K.K.' of which only the first K was cut out)."""
    done = list(mended)
    for span in found:
        if span.kind is Kind.PERSON:
            for start, end in list(_bare(text, span, done)):
                _take(text, done, span, start, end, language)
    return done


def _bare(text: str, span: Span, done: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The stretches of a found name that nothing covers and that say something."""
    at = span.start
    for other in [*(s for s in done if s.start < span.end and s.end > span.start), None]:
        until = other.start if other else span.end
        if until > at and _telling(text[at:until]):
            yield at, until
        at = max(at, other.end if other else at)


def _telling(left: str) -> bool:
    words = WORD.findall(left)
    return any(word[0].isupper() and plain(word).strip(".") not in TITLES for word in words)


def _take(text: str, done: list[Span], span: Span, start: int, end: int, language: str) -> None:
    """Into the person's span that stands before or after it; by itself where there is none."""
    for index, other in enumerate(done):
        if other.kind is Kind.PERSON and other.start == end:
            done[index] = replace(other, start=start)
            return
        if other.kind is Kind.PERSON and other.end == start:
            done[index] = replace(other, end=end)
            return
    done.append(replace(span, start=start, end=end, replacement=typed(span.kind, language)))
    done.sort(key=lambda s: s.start)
