"""A pattern whose matches begin a word is tried at the words that begin as it does, and nowhere else.

`matches` gives what `finditer` gives, match by match. Each pattern is looked at once, with which characters its matches can begin, after
it was sought in so much text that looking is worth it: one letter alone is answered sooner without. Where the words of a text stand that
any of these patterns can begin with is found out for all of them together, in one pass over its words.
One that begins with `(?<![^\\W_])`, or looks back so from its first character, and with a letter or figure that can be told is sought word by word; every other one as always.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from ombuds.deidentification.engine.folding import Folded

try:  # how Python itself reads a pattern; without it nothing is known of any, and all are sought as always
    from re import _constants as codes  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover
    codes = parser = None

MOST_CHARACTERS = 30  # of a set, before it tells too little
LENGTHS = (5, 3, 2, 1)  # of a beginning
MOST = 800  # beginnings of one pattern
HARMLESS = re.UNICODE | re.MULTILINE | re.DOTALL
# A beginning, and whether it is all of what was looked at: what follows begins right behind it.
Start = tuple[str, bool]
UNTOLD: Start = ("", False)
NOTHING: Start = ("", True)


class Read(Protocol):
    """A text in whatever form a finder has it."""

    @property
    def folded(self) -> Folded: ...


WORTH_IT = 60_000  # characters of text: about then looking at it took less time than seeking it
# By its id a pattern, and how its matches begin.
_known: dict[int, tuple[re.Pattern[str], frozenset[str] | None]] = {}
_sought: dict[int, int] = {}  # characters


# By their id the patterns that may match where a word begins so. And those for which that is all noted down, with what was
# found out by them for the first characters of words: replaced as a whole, since a thread may be reading.
_by_beginning: dict[str, tuple[int, ...]] = {}
_noted: tuple[frozenset[int], dict[str, frozenset[int]]] = (frozenset(), {})
REMEMBERED = 65_536  # ways in which a word begins


def prepare(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Look at it now; None when it is sought as always."""
    global _noted
    starts, number = beginnings(pattern), id(pattern)
    for start in starts or ():
        _by_beginning[start] = (*_by_beginning.get(start, ()), number)
    _known[number] = (pattern, starts)
    _noted = (_noted[0] | {number}, {})
    return starts


def matches(
    pattern: re.Pattern[str], reading: Read, start: int = 0, end: int | None = None, *, cased: bool = False
) -> Iterable[re.Match[str]]:
    """What `pattern.finditer` finds in the plain form of the text, or in the one with its capitals."""
    folded = reading.folded
    text = folded.cased if cased else folded.text
    end = len(text) if end is None else end
    known = _known.get(id(pattern))  # the hash of a long pattern itself costs more than seeking it
    if known is None:
        sought = _sought[id(pattern)] = _sought.get(id(pattern), 0) + end - start
        if sought > WORTH_IT:
            prepare(pattern)
            return matches(pattern, reading, start, end, cased=cased)
    elif known[1] is not None:
        told, places = folded.begun.get(cased) or _begun(folded, text, cased=cased)
        if id(pattern) in told:
            mine = places.get(id(pattern))
            return _at(pattern, text, mine, start, end) if mine else ()
    return pattern.finditer(text, start, end)


def _begun(folded: Folded, text: str, *, cased: bool) -> tuple[frozenset[int], dict[int, list[int]]]:
    """The patterns that were known, and for each that may match where: one pass over the words for all of them."""
    noted, seen = _noted
    places: dict[int, list[int]] = {}
    if len(seen) > REMEMBERED:
        seen.clear()
    for start in folded.words.starts:
        said = text[start : start + LENGTHS[0]]
        numbers = seen.get(said)
        if numbers is None:
            numbers = seen[said] = _beginning_so(said)
        for number in numbers:
            if number in places:
                places[number].append(start)
            else:
                places[number] = [start]
    folded.begun[cased] = noted, places
    return noted, places


def _beginning_so(said: str) -> frozenset[int]:
    """The patterns that may match where a word begins with these characters."""
    told = said if said.isascii() else "".join(str(int(c)) if c.isdecimal() else c for c in said)
    numbers = (_by_beginning.get(told[:length], ()) for length in range(1, len(told) + 1))
    return frozenset().union(*numbers)


def _at(
    pattern: re.Pattern[str], text: str, places: list[int], start: int, end: int
) -> Iterator[re.Match[str]]:
    for place in places:
        if start <= place < end and (match := pattern.match(text, place, end)):
            yield match
            start = match.end()


def beginnings(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """With which characters any match begins; None when it need not begin a word or nothing can be told."""
    if parser is None or pattern.flags & ~HARMLESS:
        return None
    items = list(parser.parse(pattern.pattern, pattern.flags))
    if not _begins_word(items):
        return None
    for length in LENGTHS:
        try:
            found = {text for text, _ in _of_all(items, length)}
        except OverflowError:
            continue
        return frozenset(found) if all(text[:1].isalnum() for text in found) else None
    return None


def _begins_word(items: list[Any]) -> bool:
    """Whether no letter or figure can stand before what these match."""
    if not items:
        return False
    code, given = items[0]
    if code is codes.SUBPATTERN:
        return _begins_word(list(given[3]))
    if code is codes.BRANCH:
        return all(_begins_word(list(branch)) for branch in given[1])
    if (
        code in {codes.LITERAL, codes.IN} and len(items) > 1
    ):  # '[a-z](?<![^\W_].)' looks back over its first character
        code, given = items[1]
        behind = list(given[1]) if code is codes.ASSERT_NOT else []
        return len(behind) == 2 and behind[1][0] is codes.ANY and given[0] < 0 and _is_letter(behind[:1])
    return code is codes.ASSERT_NOT and given[0] < 0 and _is_letter(list(given[1]))


def _is_letter(items: list[Any]) -> bool:
    """`[^\\W_]`, or a set with all of `\\w` in it."""
    if len(items) != 1 or items[0][0] is not codes.IN:
        return False
    within = items[0][1]
    if within[0][0] is codes.NEGATE:
        return set(within[1:]) == {(codes.CATEGORY, codes.CATEGORY_NOT_WORD), (codes.LITERAL, ord("_"))}
    return (codes.CATEGORY, codes.CATEGORY_WORD) in within


def _of_all(items: Iterable[Any], length: int) -> set[Start]:
    """The beginnings of what these match one behind the other, cut at `length`. OverflowError when there are too many."""
    open_, done = {""}, set()
    for code, given in items:
        longer: set[str] = set()
        for more, is_whole in _of_one(code, given, length):
            for text in open_:
                cut = (text + more)[:length]
                if is_whole and len(cut) < length:
                    longer.add(cut)
                else:
                    done.add((cut, False))
        open_ = longer
        if len(open_) + len(done) > MOST:
            raise OverflowError
        if not open_:
            break
    return done | {(text, True) for text in open_}


def _of_one(code: Any, given: Any, length: int) -> set[Start]:
    if code is codes.LITERAL:
        return {(chr(given), True)}
    if code is codes.IN:
        return _of_set(given)
    if code is codes.BRANCH:
        return set().union(*(_of_all(branch, length) for branch in given[1]))
    if code is codes.SUBPATTERN:
        return _of_all(given[3], length) if not given[1] and not given[2] else {UNTOLD}
    if code is codes.ATOMIC_GROUP:
        return _of_all(given, length)
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        least, most, repeated = given
        once = _of_all(repeated, length)
        found = once if most == 1 else {(text, False) for text, _ in once}
        return found | {NOTHING} if least == 0 else found
    if code in {codes.ASSERT, codes.ASSERT_NOT, codes.AT}:
        return {NOTHING}
    return {UNTOLD}


def _of_set(within: list[Any]) -> set[Start]:
    found: set[str] = set()
    for code, given in within:
        if code is codes.LITERAL:
            found.add(chr(given))
        elif code is codes.RANGE and given[1] - given[0] < MOST_CHARACTERS:
            found.update(map(chr, range(given[0], given[1] + 1)))
        elif code is codes.CATEGORY and given is codes.CATEGORY_DIGIT:
            found.update("0123456789")  # `reading` tells a figure of another script as one of these
        else:
            return {UNTOLD}
    return {(character, True) for character in found} if len(found) <= 2 * MOST_CHARACTERS else {UNTOLD}
