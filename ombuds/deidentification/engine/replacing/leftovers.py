"""Nothing of a found name stands in the new text: what was cut off a mention goes with it, but for titles and small words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.placeholders import placeholder
from ombuds.deidentification.engine.replacing.hints import TITLES
from ombuds.deidentification.engine.replacing.persons import WORD
from ombuds.deidentification.engine.spans import Kind, Span

NEXT_SENTENCE = re.compile(r"[.!?;:]*\s*\n|[.!?;:]+\s")


def nothing_left(text: str, found: Sequence[Span], mended: Sequence[Span], language: str) -> list[Span]:
    """The mended spans, grown over what `found` had as a person beside them ('K.K.' of which only the first K was cut out)."""
    done, alone = list(mended), list[Span]()
    starts, ends = [s.start for s in mended], [s.end for s in mended]
    for span in found:
        if span.kind is not Kind.PERSON:
            continue
        first, after = bisect_right(ends, span.start), bisect_left(starts, span.end)
        for start, end in _bare(text, span, mended[first:after]):
            before = bisect_left(ends, start, max(first - 1, 0))
            beside = [
                i
                for i in (bisect_left(starts, end), before)
                if i < len(done) and _touches(done[i], start, end)
            ]
            if beside:
                done[beside[0]] = _with(done[beside[0]], start, end)
            else:
                alone.append(
                    replace(span, start=start, end=end, replacement=placeholder(span.kind, language))
                )
    return sorted([*done, *alone], key=lambda s: s.start) if alone else done


def _bare(text: str, span: Span, covering: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The stretches of a found name that nothing covers and that say something."""
    at = span.start
    for start, end in [*((s.start, s.end) for s in covering), (span.end, span.end)]:
        if start > at and _telling(text[at:start]):
            yield at, start
        at = max(at, end)


def _telling(left: str) -> bool:
    """Capitals that are no title, nor the beginning of the next sentence ("C.⏎Wie B")."""
    if NEXT_SENTENCE.match(left):
        return False
    return any(word[0].isupper() and plain(word) not in TITLES for word in WORD.findall(left))


def _touches(span: Span, start: int, end: int) -> bool:
    return span.kind is Kind.PERSON and (span.start == end or span.end == start)


def _with(span: Span, start: int, end: int) -> Span:
    return replace(span, start=min(span.start, start), end=max(span.end, end))
