"""One mention of one person in each span: a find that runs on over the end of a sentence is two, and 'd’' is no name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.replacing.persons import WORD
from ombuds.deidentification.engine.spans import Kind, Span
from ombuds.deidentification.engine.words import PARTICLES

# A full stop after a word of two letters or more ends a sentence; after one letter it belongs to an initial.
SENTENCE_END = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=['’][sS])|(?<=[sxz]['’]))[.!?;:]+[\s\"'»”’)]*\s+|\n\s*\n")
INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])\.[ \u00a0-]?['’]?$")
TITLE = re.compile(
    r"(?:de heer|mevrouw|mevr\.?|mw\.?|dhr\.?|meneer|madame|mme\.?|mlle\.?|monsieur|mr\.?|mrs\.?|ms\.?|miss|frau|herrn?|dr\.?|M\.(?= [A-ZÀ-Þ][a-zà-ÿ\-]+ [A-ZÀ-Þ'd]))[ \u00a0]+(?=\w)",
    re.I,
)
NOBODY: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
SMALL = re.compile(r"(?:([dlDL]|[qQ]u)['’]|([a-zà-ÿ]{2,4})[ \u00a0])(?=\S)")


def mentions(text: str, spans: Sequence[Span], known: KnownIdentifiers) -> list[Span]:
    """The same spans, person spans cut and trimmed; in order."""
    names = [(_words(p.first), _words(p.last)) for p in known.people]
    found: list[Span] = []
    for span in spans:
        if span.kind is not Kind.PERSON:
            found.append(span)
            continue
        kind, _, number = span.entity.partition(":")
        is_known = kind == "person" and number.isdigit() and int(number) < len(names)
        if is_known:
            span = _with_initials(text, span, known.people[int(number)].first)
        found += _cut(text, span, *(names[int(number)] if is_known else NOBODY))
    return found


def _words(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(plain(name)))


def _with_initials(text: str, span: Span, first: str) -> Span:
    """With the true initial that was left outside: N. 't Jampens."""
    match = INITIAL.search(text[max(0, span.start - 6) : span.start])
    if match and first and plain(match.group(1)) == plain(first[0]):
        return replace(span, start=span.start - len(match.group()))
    return span


def _cut(text: str, span: Span, firsts: frozenset[str], lasts: frozenset[str]) -> Iterator[Span]:
    written = text[span.start : span.end]
    ends = [m for m in SENTENCE_END.finditer(written) if m.end() < len(written)]
    if not ends:
        yield _trimmed(text, span, firsts - lasts)
        return
    starts = [0, *(m.end() for m in ends)]
    stops = [*(m.start() for m in ends), len(written)]
    for start, stop in zip(starts, stops, strict=True):
        piece = replace(span, start=span.start + start, end=span.start + stop, part="")
        piece = _without_strangers(text, piece, firsts | lasts) if firsts | lasts and start else piece
        if piece.start < piece.end:
            yield _trimmed(text, piece, firsts - lasts)


def _without_strangers(text: str, span: Span, words: frozenset[str]) -> Span:
    """Without the words before the name that begin the next sentence ('Als Peeters')."""
    for match in WORD.finditer(text, span.start, span.end):
        word = plain(match.group())
        if word in words or word.removesuffix("s") in words or len(word) == 1:
            return replace(span, start=match.start())
    return replace(span, end=span.start)


def _trimmed(text: str, span: Span, firsts: frozenset[str]) -> Span:
    """Without a small word that belongs to the sentence: d'Anne, van T. Peeters; nor a title."""
    written = text[span.start : span.end]
    if title := TITLE.match(written):
        span = replace(span, start=span.start + title.end())
        written = text[span.start : span.end]
    match = SMALL.match(written)
    if not match:
        return span
    rest = written[match.end() :]
    if (
        match.group(1)
        and match.group(1).islower()
        and rest[:1].isupper()
        and re.match(r"[A-ZÀ-Þ](?:\.|[a-zà-ÿ]+[ '’\-]|[a-zà-ÿ]+$)", rest)
    ):
        return replace(span, start=span.start + match.end())
    following = WORD.match(rest)
    is_first = bool(following) and plain(following.group()).removesuffix("s") in firsts | {
        f.removesuffix("s") for f in firsts
    }
    if match.group(2) in PARTICLES and (is_first or re.match(r"[A-ZÀ-Þ]\.", rest)):
        return replace(span, start=span.start + match.end())
    return span
