"""The finder of unknown people: chains of capitals, names typed small, what the model adds, other scripts."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ombuds.deidentification.engine.folding import Folded
from ombuds.deidentification.engine.lexicons import EMPTY, Vocabulary
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength
from ombuds.deidentification.engine.persons.calendar import called_as_days
from ombuds.deidentification.engine.persons.chains import Chain, chains
from ombuds.deidentification.engine.persons.commas import with_commas
from ombuds.deidentification.engine.persons.edges import end_of, start_of
from ombuds.deidentification.engine.persons.guessing import chances, guessed
from ombuds.deidentification.engine.persons.nobodys import without_nobodys
from ombuds.deidentification.engine.persons.scoring import ENOUGH, NAMED, cue, kind_of_name, score
from ombuds.deidentification.engine.persons.scripts import in_other_script
from ombuds.deidentification.engine.persons.small import typed_small
from ombuds.deidentification.engine.persons.tokens import Range, Text, text_of
from ombuds.deidentification.engine.persons.trimming import trimmed
from ombuds.deidentification.engine.ranges import Ranges
from ombuds.deidentification.engine.spans import LEXICON, PATTERN, Kind, Span

Found = tuple[int, int, float, str, str, str]
REASON = "It looks like a name"


def find_persons(
    text: str,
    folded: Folded,
    language: str,
    taken: Sequence[Range] = (),
    vocabulary: Vocabulary | None = None,
    soft: Sequence[Range] = (),
) -> Iterator[Span]:
    """Person spans, none overlapping another or anything in `taken`.

    `taken`: (start, end) in code points of `text`: what must stay, known names, numbers, addresses.
    `soft`: ranges that a name overrides when what stands around it is strong ('mevrouw Leuven'): towns, organisations.
    """
    words = text_of(folded, language, vocabulary or EMPTY)
    soft_blocked = Ranges(soft)

    free = free_words(words, taken)
    is_free = free.__getitem__

    found: list[tuple[int, int, float, str, str, str]] = []
    for chain in chains(words, is_free):
        found += _person(words, chain, soft_blocked)
    found = list(_apart([*found, *called_as_days(words, is_free)]))
    found += typed_small(words, is_free, [(start, end) for start, end, *_ in found])
    found = list(_with_guessed(words, found, chances(words, free), soft_blocked))
    named = without_nobodys(words, with_commas(words, list(_apart(found))))
    spans = [_span(folded, *one) for one in named]
    yield from spans
    yield from in_other_script(text, Ranges([*taken, *((s.start, s.end) for s in spans)]).touches)


def _apart(found: Sequence[Found]) -> Iterator[Found]:
    """In order, none over another: the longest stays, of two as long the surer. Settled in runs that touch, since a
    long text has many names."""
    run: list[Found] = []
    end = -1
    for one in sorted(found):
        if run and one[0] >= end:
            yield from _longest(run)
            run = []
        run.append(one)
        end = max(end, one[1]) if len(run) > 1 else one[1]
    yield from _longest(run)


def _longest(run: Sequence[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(run, key=lambda f: (f[0] - f[1], -f[2], f)):
        if not _overlaps(one, kept):
            kept.append(one)
    return sorted(kept)


def _overlaps(one: Found, others: list[Found]) -> bool:
    return any(start < one[1] and one[0] < end for start, end, *_ in others)


def _span(
    folded: Folded, start: int, end: int, confidence: float, reason: str, part: str, source: str
) -> Span:
    name = " ".join(folded.text[start:end].split())
    return Span(
        *folded.original(start, end), Kind.PERSON, source, confidence, f"name:{name}", part, "", reason
    )


def _with_guessed(
    text: Text, found: Sequence[Found], likely: dict[int, float], soft: Ranges
) -> Iterator[Found]:
    """What the rules found, and what the model adds: whole names, and words beside those found."""
    added = sorted(guessed(text, likely, soft.touches))
    starts, longest = [one[0] for one in added], max((end - start for start, end, *_ in added), default=0)
    for one in found:
        near = added[bisect_left(starts, one[0] - longest) : bisect_left(starts, one[1])]
        beside = [other for other in near if one[0] < other[1]]
        start = min([one[0], *(other[0] for other in beside)])
        end = max([one[1], *(other[1] for other in beside)])
        yield one if (start, end) == one[:2] else (start, end, *one[2:4], "full", one[5])
    held = Ranges([one[:2] for one in found])
    yield from (one for one in added if not held.touches(*one[:2]))


def free_words(text: Text, taken: Sequence[Range]) -> list[bool]:
    """For each word whether nothing else has it."""
    free = [True] * len(text)
    for index in text.within(taken):
        free[index] = False
    return free


def _person(text: Text, chain: Chain, soft: Ranges) -> Iterator[tuple[int, int, float, str, str, str]]:
    announced = cue(text, chain)
    kept = trimmed(text, chain, announced.forces)
    if not kept:
        return
    if kept[0] is not chain[0]:
        announced = cue(text, kept)
    total = score(text, kept, -0.5 if announced is NAMED else -9.0) + announced.weight
    if total < ENOUGH:
        return
    start, end = start_of(text, kept[0].index), end_of(text, kept[-1].index, kept[-1].role)
    is_soft = soft.touches(*text.folded.original(start, end))
    # A town or an organisation stays one unless a title says otherwise or a given name stands with it.
    is_full = given_strength(text.words[kept[0].index]) is Strength.SURE or (
        kept[-2:-1] and kept[-2].role == "particle"
    )
    least = 2.0 if is_full else 2.5
    if is_soft and not announced.forces and not (len(kept) > 1 and total >= least):
        return
    confidence = min(0.95, 0.5 + total / 10)
    source = PATTERN if announced.weight > 1 else LEXICON
    yield start, end, confidence, announced.reason or REASON, kind_of_name(text, kept), source
