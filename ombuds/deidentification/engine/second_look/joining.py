"""The rest of a name of which a part was found: what stands beside it with a capital, and the small words inside it.

'Krediet |Direct', 'SolarPeak |Belgium', 'Toit |pour Tous': half a firm's name often names it as well as the whole.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.second_look.seeing import FREE, TAKEN
from ombuds.deidentification.engine.spans import KNOWN, PATTERN, Kind, Span

FIRM = TAKEN[Kind.ORGANISATION]
SMALL = frozenset(
    """de het een van voor met op aan in bij te ter ten tot uit zonder en
    du des d la le les l a au aux pour sans sous sur chez et un une en ses
    of the and to for by at on in with from your our my is it as a
    der die das den dem am im zum zur und fur mit ohne auf an bei vom von""".split()
)
BOTH = frozenset({"en", "et", "and", "und"})  # between two firms as well as inside the name of one
OF_FIRMS = frozenset(
    "pour sans sous of the for your our voor zonder fur mit".split()
)  # no person has these within the name
# What firms end with, in any language and typed small too.
LAST_WORDS = frozenset(
    """plus direct direkt service services center group groep groupe belgium belgie belgique belgien benelux europe brussels
    vlaanderen wallonie flanders hub online express nord noord sud zuid ost oost west pro shop team now consult construct""".split()
)
MOST_SMALL = 3
BESIDE = frozenset({" ", "-", " & ", "&", " + "})
INSIDE = frozenset({" ", "'"})
# A number at the end of a name: nothing that it could count follows.
LAST_NUMBER = re.compile(r"(?= ?[.,;:!?)\]\n|]| ?\Z| [-–] )")
LONGEST_NUMBER = 2


def with_the_rest(text: Text, spans: Sequence[Span], covers: Sequence[int]) -> list[Span]:
    """`spans` in order, those of firms grown over what belongs to their names and is free in `covers`; none overlaps."""
    grown: list[Span] = []
    taken = _owners(text, spans)
    for span in spans:
        if grown and span.start < grown[-1].end:
            continue  # the firm before goes on over it
        if _may_grow(text, span):
            span = _whole_name(text, span, covers, taken, grown[-1].end if grown else 0)
        grown.append(span)
    return grown


def _may_grow(text: Text, span: Span) -> bool:
    """A firm, or what was taken for somebody or a trade and may be half a firm: 'SolarPeak', 'Coursiers' amid a sentence."""
    if span.kind is Kind.ORGANISATION:
        return True
    if span.source == KNOWN:
        return False
    if span.kind is Kind.PROFESSION:
        return all(
            text.capitals[index] and not text.starts_sentence(index)
            for index in text.within([(span.start, span.end)])
        )
    return span.kind is Kind.PERSON


def _owners(text: Text, spans: Sequence[Span]) -> dict[int, Span]:
    return {index: span for span in spans for index in text.within([(span.start, span.end)])}


def _whole_name(text: Text, span: Span, covers: Sequence[int], taken: dict[int, Span], before: int) -> Span:
    inside = list(text.within([(span.start, span.end)]))
    if not inside:
        return span
    first, last = inside[0], inside[-1]
    is_firm = span.kind is Kind.ORGANISATION
    while (after := _next(text, last, covers, taken, span)) is not None:
        is_firm = is_firm or after > last + 1 or span.kind is Kind.PROFESSION
        last = after
    while is_firm and span.source != KNOWN and first and _leads(text, first - 1, covers):
        first -= 1
    if (first, last) == (inside[0], inside[-1]):
        return span
    start, end = text.folded.original(text.starts[first], text.ends[last])
    kind = Kind.ORGANISATION if is_firm else span.kind
    return replace(
        span, start=max(before, min(span.start, start)), end=max(span.end, end), kind=kind, entity="", part=""
    )


def _next(text: Text, last: int, covers: Sequence[int], taken: dict[int, Span], span: Span) -> int | None:
    """The next word of the name after the word `last`, over small words if there are some; None at its end."""
    index = last + 1
    if _is_an_end(text, index, covers, span):
        return index
    if index < len(text) and text.gap(last) in BESIDE and _goes_on(text, index, covers):
        is_noun = "de" in text.languages(index) and text.is_word(index)  # 'gab Herrn Weber Geld'
        return None if is_noun and span.kind is not Kind.ORGANISATION else index
    while index < len(text) and index - last <= MOST_SMALL and _is_small(text, index, covers):
        index += 1
    between = text.words[last + 1 : index]
    if not between or index >= len(text) or text.before(index) not in INSIDE:
        return None
    if span.kind is Kind.PERSON and not (OF_FIRMS.issuperset(between) and _may_be_a_firm(text, span)):
        return None
    is_firm = covers[index] == FIRM and taken[index].source != KNOWN
    if not BOTH.isdisjoint(between) and not (
        _is_one_word(text, span) or (is_firm and _is_one_word(text, taken[index]))
    ):
        return None
    if is_firm:
        return max(text.within([(taken[index].start, taken[index].end)]))
    inside = text.capitals[last] and "de" not in text.languages(index)
    return index if inside and _goes_on(text, index, covers) else None


def _is_an_end(text: Text, index: int, covers: Sequence[int], span: Span) -> bool:
    """'solarpeak |belgium', 'Weichwasser |Ost': where capitals say nothing too."""
    if index >= len(text) or covers[index] != FREE or text.words[index] not in LAST_WORDS:
        return False
    is_named = text.capitals[index] or (text.is_small_here(index) and span.kind is not Kind.PROFESSION)
    return is_named and text.before(index) in BESIDE and not text.starts_sentence(index)


def _may_be_a_firm(text: Text, span: Span) -> bool:
    """One word that the lists of given names do not hold for sure, without a title."""
    words = [text.words[index] for index in text.within([(span.start, span.end)])]
    return len(words) == 1 and span.source != PATTERN and given_strength(words[0]) is not Strength.SURE


def _is_one_word(text: Text, span: Span) -> bool:
    return sum(1 for _ in text.within([(span.start, span.end)])) == 1


def _is_small(text: Text, index: int, covers: Sequence[int]) -> bool:
    return (
        covers[index] == FREE
        and text.words[index] in SMALL
        and not text.capitals[index]
        and text.before(index) in INSIDE
    )


def _goes_on(text: Text, index: int, covers: Sequence[int]) -> bool:
    """Whether a free word behind part of a name is more of it: a capital within a sentence, a short number at the end."""
    if covers[index] != FREE:
        return False
    word = text.words[index]
    if word.isdigit():
        return len(word) <= LONGEST_NUMBER and LAST_NUMBER.match(text.plain, text.ends[index]) is not None
    return (
        text.capitals[index]
        and len(word) > 1
        and not text.in_capitals(index)
        and not text.starts_sentence(index)
        and not is_title(text, index)
        and not text.vocabulary.is_word(word)
    )


def _leads(text: Text, index: int, covers: Sequence[int]) -> bool:
    """Whether a free word before part of a name is more of it. German writes every noun with a capital."""
    return (
        text.gap(index) in BESIDE
        and _goes_on(text, index, covers)
        and not text.words[index].isdigit()
        and "de" not in text.languages(index)
    )
