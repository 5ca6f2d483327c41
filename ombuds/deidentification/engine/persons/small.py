"""Names typed without a capital: 'mevrouw janssens', 'mijn man rachid', and sure given names anywhere."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from ombuds.deidentification.engine.lexicons.loading import (
    LANGUAGES,
    Strength,
    all_names,
    common_words,
    family_strength,
    given_strength,
    words,
)
from ombuds.deidentification.engine.persons.abbreviations import NOBODYS
from ombuds.deidentification.engine.persons.cues import (
    DEEDS,
    DETERMINERS,
    HARDLY_WORDS,
    PARTICLES,
    POSSESSIVES,
    ROLES,
    SALUTATIONS,
    SMALL,
    STOP,
    TITLES,
)
from ombuds.deidentification.engine.persons.grading import is_misspelt_word
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Range, Text
from ombuds.deidentification.engine.spans import LEXICON, PATTERN

SHORTEST = 4
# Titles that nobody writes before anything but a name.
SHORT_FORMS = frozenset(
    "mevr mw dhr mr mrs ms miss mme mlle dr prof mister madam frau herr madame monsieur mademoiselle mevrouw meneer mijnheer".split()
)
GAPS = frozenset({" ", ". ", "-", "'", "  "})
OF_NAMES = frozenset(
    """naam voornaam voornamen achternaam familienaam roepnaam nom prenom prenoms name names firstname surname lastname forename vorname vornamen nachname
    familienname rufname""".split()
)
NAME_LABELS = OF_NAMES | frozenset(
    """kind kinderen enfant enfants child children kinder partner conjoint conjointe spouse ehepartner contact begeleider betreuer berater consulent conseiller
    accompagnateur adviser tuteur voogd guardian vormund""".split()
)
LABEL_GAP = re.compile(r"(?:[^\n\w]{0,6}|[ .·_…-]{0,60}):[ \t\"'*_]*")
Found = tuple[int, int, float, str, str, str]


def typed_small(text: Text, is_free: Callable[[int], bool], used: list[Range]) -> Iterator[Found]:
    taken = sorted(used)
    blocked = {index for start, end in taken for index in _indexes(text, start, end)}
    index = 0
    candidates = all_names().intersection(text.words)
    while index < len(text):
        end = None
        if index not in blocked and not text.capitals[index]:
            end = _name_at(text, index, is_free, blocked, candidates)
        if end is None:
            index += 1
            continue
        announced = _is_announced(text, index)
        yield (
            _start(text, index),
            text.ends[end],
            0.75 if announced else 0.6,
            "A title or a relative stands before it"
            if announced
            else "It is a given name typed without capital",
            "last" if announced else "first",
            PATTERN if announced else LEXICON,
        )
        index = end + 1


def _indexes(text: Text, start: int, end: int) -> range:
    return range(bisect_left(text.starts, start), bisect_left(text.starts, end))


def _is_announced(text: Text, index: int) -> bool:
    return index > 0 and text.before(index) in GAPS and is_title(text, index - 1)


def _name_at(
    text: Text, index: int, is_free: Callable[[int], bool], blocked: set[int], candidates: frozenset[str]
) -> int | None:
    """The index of the last word of a name that begins here, or None."""
    word = text.words[index]
    if _is_announced(text, index) and is_free(index):
        return _after_title(text, index, is_free)
    if text.is_small_here(index) and (end := _after_role(text, index, is_free)) is not None:
        return end
    if word not in candidates or not is_free(index):
        return None
    if text.is_small_here(index) and _after_initials(text, index):
        return _with_family_name(text, index, is_free)
    if _is_labelled(text, index) and not text.stops(index):
        return _with_family_name(text, index, is_free)
    if given_strength(word) is Strength.SURE and is_no_word(text, word):
        return _with_family_name(text, index, is_free)
    if family_strength(word) is Strength.SURE and is_no_word(text, word) and len(word) > SHORTEST:
        return _with_given_name(text, index, is_free)
    previous = text.words[index - 1] if index else ""
    if text.before(index) in {" ", ", "} and (previous in ROLES or previous in SALUTATIONS):
        return index if given_strength(word) is Strength.SURE and not is_common(text, word) else None
    return None


PAIRS_OF_WORDS = frozenset("zb dh ua so og oa mw bv ie eg cq od ub vh tm".split())


def _after_initials(text: Text, index: int) -> bool:
    """'c. lopes', 'j.k.-l. cools', 'k.-h. richter': one letter before a rare family name, two before any."""
    letters, at = "", index - 1
    while (
        at >= 0
        and len(text.words[at]) == 1
        and text.words[at].isalpha()
        and text.gap(at) in {". ", ".", ".-"}
    ):
        letters = text.words[at] + letters
        at -= 1
    word = text.words[index]
    if not letters or letters in NOBODYS | PAIRS_OF_WORDS or family_strength(word) is not Strength.SURE:
        return False
    return len(letters) > 1 or not is_common(text, word)


def _is_labelled(text: Text, index: int) -> bool:
    """'voornaam ....: hendrik', 'children: grace'."""
    if not index or text.words[index - 1] not in NAME_LABELS or not LABEL_GAP.fullmatch(text.before(index)):
        return False
    strong = Strength.SURE in (given_strength(text.words[index]), family_strength(text.words[index]))
    return strong and (
        text.words[index - 1] in OF_NAMES or given_strength(text.words[index]) is Strength.SURE
    )


def _is_sure(word: str) -> bool:
    return Strength.SURE in (family_strength(word), given_strength(word))


def is_common(text: Text, word: str) -> bool:
    return any(word in common_words(language) for language in text.spoken)


def _start(text: Text, index: int) -> int:
    """With the initial before a family name ('g. thornton') or a given name that no list holds ('luciene carla')."""
    if index and text.before(index) == "-" and given_strength(text.words[index - 1]) is Strength.SURE:
        return text.starts[index - 1]  # 'rose-marie dumont'
    if index and text.before(index) == " " and not text.capitals[index - 1]:
        word = text.words[index - 1]
        alone = text.before(index - 1).strip() or not is_common(text, word)
        if given_strength(word) is Strength.SURE and alone and not text.stops(index - 1):
            return _start_of_double(text, index - 1)
        if given_strength(word) is Strength.SURE and _is_given_here(text, index - 1):
            return _start_of_double(text, index - 1)
        if is_no_word(text, word) and word.isalpha() and not is_misspelt_word(word, text.language):
            return text.starts[index - 1]
    if (
        index
        and len(text.words[index - 1]) == 1
        and text.words[index - 1].isalpha()
        and text.before(index) in {" ", ". "}
    ):
        alone = text.before(index - 1).strip() or index == 1 or text.before(index) == ". "
        if alone and not text.before(index - 1).endswith("'"):
            return _start_of_letters(text, index - 1)
    if given_strength(text.words[index]) is Strength.SURE:
        return _start_of_double(text, index)
    return text.starts[index]


def _start_of_letters(text: Text, index: int) -> int:
    """The first of the letters that go before: 's.-h.', 'j.k.-l.'."""
    while (
        index
        and len(text.words[index - 1]) == 1
        and text.words[index - 1].isalpha()
        and text.before(index) in {".", ". ", ".-"}
    ):
        index -= 1
    return text.starts[index]


def _start_of_double(text: Text, index: int) -> int:
    """'ji-woo li', 'rosa maria monteiro': the given name before a given name."""
    before = text.words[index - 1] if index else ""
    if text.before(index) == "-" and given_strength(before) is not Strength.NONE:
        return text.starts[index - 1]
    is_word = text.stops(index - 1) or before in DEEDS or before in PARTICLES or len(before) < SHORTEST
    is_given = given_strength(before) is Strength.SURE and not is_word
    if is_given and text.before(index) == " " and not text.capitals[index - 1]:
        return text.starts[index - 1]
    return text.starts[index]


INTRODUCING = re.compile(
    r"(?:ik ben|ik heet|je suis|m'appelle|ich bin|ich heisse|i am|my name is|called|genaamd|nomme|mein name ist|mon nom est|naam is|heet|heisst|par|door|von|by) \Z"
)


def _is_given_here(text: Text, index: int) -> bool:
    """'faith newton', 'ik ben piet impens': a word that is a given name before a family name that is no word."""
    word = text.words[index]
    if _is_introduced(text, index):
        return True
    if not text.is_typed_small:
        return False
    is_small = word in DEEDS or word in PARTICLES or word in EVERYDAY_VERBS or text.stops(index)
    return not is_small and len(word) >= SHORTEST and text.ends[index] - text.starts[index] > 2


def _is_introduced(text: Text, index: int) -> bool:
    """'ik ben piet impens', 'ich bin mai tanaka', or first on its line."""
    before = text.plain[max(0, text.starts[index] - 14) : text.starts[index]]
    return (
        bool(INTRODUCING.search(before))
        or text.before(index).endswith("\n")
        or text.before(index).strip() == ":"
    )


def _after_title(text: Text, index: int, is_free: Callable[[int], bool]) -> int | None:
    at = index
    while at + 1 < len(text) and text.words[at] in PARTICLES and text.gap(at) in GAPS:
        at += 1
    word = text.words[at]
    if text.stops(at) or word in TITLES or not word.isalpha() or len(word) < 3 or not is_free(at):
        return None
    if text.capitals[at]:
        return None
    strict = text.words[index - 1] in SHORT_FORMS and word not in ROLES and word not in DEEDS
    ends = strict and text.gap(at)[:1] in {",", ".", ";", "?", "!", ")"}  # 'from mr law, july 8'
    after = text.words[at + 1] if at + 1 < len(text) and text.gap(at) == " " else ""
    goes_on = after in DEEDS or after in PRONOUNS  # 'madame poivre elle veut'
    ends = ends or (strict and len(word) >= SHORTEST and goes_on and word not in STOP)
    known = _is_sure(word) and (strict or not (word in ROLES or is_common(text, word)))
    if text.is_word(at) and not known and not (ends and word not in SALUTATIONS):
        return None
    return _with_family_name(text, at, is_free)


def _after_role(text: Text, index: int, is_free: Callable[[int], bool]) -> int | None:
    """'mijn huisbaas de wilde', 'mein vermieter wilden': a family name, with its particle if it is an everyday word."""
    if not index or text.before(index) != " " or text.words[index - 1] not in ROLES:
        return None
    at = index
    while at + 1 < len(text) and text.words[at] in FAMILY_PARTICLES and text.gap(at) == " ":
        at += 1
    word = text.words[at]
    if not is_free(at) or text.capitals[at] or text.stops(at) or word in DEEDS or word in ROLES:
        return None
    sure = family_strength(word) is Strength.SURE
    rare = at > index and family_strength(word) is not Strength.NONE
    after = text.words[at + 1] if at + 1 < len(text) and text.gap(at) == " " else ""
    is_object = after in POSSESSIVES or after in DETERMINERS["en"]
    if text.language == "en" and is_object and text.is_word(at):
        return None  # 'my landlord parks his car'
    acts = sure and after in DEEDS
    is_one = (sure and at > index) or acts or ((sure or rare) and not is_common(text, word))
    return at if is_one and len(word) >= SHORTEST else None


PRONOUNS = frozenset("elle il qui a est m'a she he who is was has zij hij die heeft sie er hat".split())
FAMILY_PARTICLES = frozenset("van de der den von vande vanden vander el al da dos di".split())


def _with_given_name(text: Text, index: int, is_free: Callable[[int], bool]) -> int:
    """'krings, rainer'."""
    after = index + 1
    if after < len(text) and text.gap(index) in {", ", " "} and is_free(after):
        word = text.words[after]
        if given_strength(word) is Strength.SURE and is_no_word(text, word):
            return after
    return index


def _with_family_name(text: Text, index: int, is_free: Callable[[int], bool]) -> int:
    """The index of the last word of the family name that follows, typed small as well."""
    end, at = index, index + 1
    while at < len(text) and at - index < 5 and text.before(at) in GAPS - {". "} and is_free(at):
        word = text.words[at]
        if word in PARTICLES:
            at += 1
            continue
        if text.stops(at) or not word.isalpha():
            break
        if is_no_word(text, word) and (family_strength(word) or given_strength(word) or len(word) > 2):
            end, at = at, at + 1
            continue
        # 'rupert bush': a family name that is a rare word too.
        known = family_strength(word) is Strength.SURE and given_strength(text.words[index])
        if known and (not is_common(text, word) or _is_announced(text, index) or _is_clear(text, index, at)):
            end = at
        break
    return end


def _is_clear(text: Text, index: int, at: int) -> bool:
    """'kollege alfred müller', 'erwin roland müller': after what is surely a given name, typed small as well."""
    word, first = text.words[at], text.words[index]
    if word in DEEDS or word in ROLES or len(word) < SHORTEST or text.capitals[index]:
        return False
    if any(word in small for small in SMALL.values()) or word in words("en") & EVERYDAY_VERBS:
        return False
    sure = given_strength(first) is Strength.SURE and (is_no_word(text, first) or first in HARDLY_WORDS)
    return sure and text.before(at) == " "


# English verbs and the like that somebody is called: 'mark will', 'grace can'.
EVERYDAY_VERBS = frozenset("will can may must still then well say best do see want need".split())


def is_no_word(text: Text, word: str) -> bool:
    """Not a word of the language of the text, nor English, nor the language of any line around it."""
    if (
        word in words(text.language)
        or word in STOP
        or word in SMALL.get(text.language, ())
        or word in PARTICLES
        or len(word) < SHORTEST
    ):
        return False
    return not any(
        word in words(language) for language in LANGUAGES if language in text.spoken or language == "en"
    )
