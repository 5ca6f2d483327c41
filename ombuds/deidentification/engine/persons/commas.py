"""'Coppens, Hendrik' as one name where a list, a table or a header shows that it is one."""

import re
from collections.abc import Sequence

from ombuds.deidentification.engine.lexicons.loading import (
    LANGUAGES,
    Strength,
    family_strength,
    given_strength,
)
from ombuds.deidentification.engine.lexicons.loading import words as listed
from ombuds.deidentification.engine.persons.cues import CLOSINGS, LABELS, PARTICLES, SALUTATIONS, STOP, TITLES
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.towns import names as town_names

Found = tuple[int, int, float, str, str, str]
COMMA = re.compile(r" ?, ?(?:\r?\n[ \t>]*)?")
# What stands around one entry of a list: the start of a line, a number, a semicolon, a label, a dash, brackets.
BEFORE = re.compile(r"(?:^|[\n;:(|\[•=>\t]|\n[ \t>]*(?:\d{1,3} ?[.)]|[-–*]))[ \t>\"]*\Z")
NUMBERED = re.compile(r"(?:^|\n)[ \t>]*(?:\d{1,3} ?[.)]?|[-–*])[ \t]*\Z")
AFTER = re.compile(r"[ \t]*(?:\Z|[\n;|)\]<(/\t]|[-–=] |[,.][ \t]*(?:\n|\Z))")
CELL_ENDS = re.compile(r" ?[|;\t]")
INITIALS = re.compile(r", ?[A-Z]\.(?:[ -]?[A-Z]\.){0,3}")
GOES_ON = re.compile(r", (?=[^\W\d_])(?=[a-z])|, (?=\d)")
GOES_ON_LISTING = re.compile(r"(?:, [^\n]{1,30})? (?:en|et|and|und|of|ou|or|oder|&) ")
FAMILY = re.compile(
    r"(?:^|[\n;:(|•>])[ \t>]*(?:\d{1,3} ?[.)]? ?|[-–*] )?(?P<family>(?:[a-z']{1,5} ){0,3}[^\W\d_][\w'-]+(?: [^\W\d_][\w'-]+)?) ?, ?\Z"
)
CLOSING_WORDS = frozenset(" ".join(CLOSINGS).split()) | {"cheers", "groetjes", "bisous", "bises", "tschuss"}
LONGEST_FAMILY = 40
LONGEST_MARK = 12
MOST_WORDS = 4


def with_commas(text: Text, found: Sequence[Found]) -> list[Found]:
    """The found names, in order, with those that are two halves of one put together."""
    joined: list[Found] = []
    for one in sorted(found):
        last = joined[-1] if joined else None
        if last is not None and COMMA.fullmatch(text.plain, last[1], one[0]) and _are_halves(text, last, one):
            joined[-1] = (last[0], one[1], max(last[2], one[2]), last[3], "full", last[5])
        else:
            joined.append(one)
    return [_with_family(text, _with_initials(text, one)) for one in joined]


def _with_family(text: Text, one: Found) -> Found:
    """'De Wit, Rose' in a list of which only Rose was found."""
    name = text.plain[one[0] : one[1]]
    given = re.match(r"[^\W_]+", name)
    if (
        "," in name
        or given is None
        or given_strength(given.group()) is not Strength.SURE
        or not AFTER.match(text.plain, one[1])
    ):
        return one
    found = FAMILY.search(text.plain, max(0, one[0] - LONGEST_FAMILY), one[0])
    if found is None:
        return one
    words = [w for w in re.findall(r"[^\W_]+", found.group("family")) if w not in PARTICLES]
    if not words or any(
        w in STOP or w in LABELS or w in TITLES or w in SALUTATIONS or w in town_names()[0] for w in words
    ):
        return one
    # 'Viele Grüße, Käthe', 'The person concerned, Geoffrey'; but '| Depasse, Jean-Marie |'
    usual = any(
        any(w in listed(language) for language in LANGUAGES) and family_strength(w) is not Strength.SURE
        for w in words
    )
    if _closes(words) or (usual and not (len(words) == 1 and CELL_ENDS.match(text.plain, one[1]))):
        return one
    return (found.start("family"), one[1], one[2], one[3], "full", one[5])


def _closes(words: list[str]) -> bool:
    """'Groetjes, Luc'."""
    return any(word in CLOSING_WORDS for word in words)


def _with_initials(text: Text, one: Found) -> Found:
    """'Maes, A.' in a list."""
    found = INITIALS.match(text.cased, one[1])
    if (
        found is None
        or not _opens(text, one)
        or not AFTER.match(text.plain, found.end())
        or "," in text.plain[one[0] : one[1]]
    ):
        return one
    return (one[0], found.end(), *one[2:4], "full", one[5])


def _are_halves(text: Text, left: Found, right: Found) -> bool:
    families, givens = _words(text, left), _words(text, right)
    if not families or len(families) > MOST_WORDS or len(givens) > MOST_WORDS:
        return False
    if any(family_strength(w) is Strength.SURE and given_strength(w) is Strength.NONE for w in givens):
        return False  # 'Peeters, Janssens'
    if AFTER.match(text.plain, right[1]):
        return _opens(text, left) or _is_inverted(text, families, givens, right)
    if _is_inverted(text, families, givens, right):
        return True
    # '; Kaya, Mahmoud, bouwvakker,'
    goes_on = (
        GOES_ON.match(text.cased, right[1]) and given_strength(givens[0] if givens else "") is Strength.SURE
    )
    only_given = (
        given_strength(families[0]) is Strength.SURE and family_strength(families[0]) is not Strength.SURE
    )
    return bool(goes_on) and not only_given and _opens(text, left)


def _is_inverted(text: Text, families: list[str], givens: list[str], right: Found) -> bool:
    """'betreffende Tanaka, Mai', 'In Sachen Ng, Xiao Mei /': a family name alone, then given names alone, and no more of a list."""
    if not givens or given_strength(givens[0]) is not Strength.SURE:
        return False
    if any(given_strength(w) is Strength.NONE for w in givens):
        return False
    if any(given_strength(w) is Strength.SURE and family_strength(w) is not Strength.SURE for w in families):
        return False
    return not GOES_ON_LISTING.match(text.plain, right[1])


def _opens(text: Text, one: Found) -> bool:
    """Whether an entry of a list begins with it."""
    place = (max(0, one[0] - LONGEST_MARK), one[0])
    return bool(BEFORE.search(text.plain, *place) or NUMBERED.search(text.plain, *place))


def _words(text: Text, one: Found) -> list[str]:
    words = re.findall(r"[^\W_]+", text.plain[one[0] : one[1]])
    return [word for word in words if len(word) > 1 and word not in PARTICLES]
