"""Frames after which nothing but a name can stand, whatever the word is: a title, 'he is called', the foot of a letter."""

import re
from collections.abc import Callable, Iterator

from ombuds.deidentification.engine.lexicons.loading import (
    Strength,
    common_words,
    family_strength,
    given_strength,
)
from ombuds.deidentification.engine.persons.cues import (
    DEEDS,
    LABELS,
    NAMES_OF_DAYS,
    PARTICLES,
    ROLES,
    SALUTATIONS,
    SMALL,
    STOP,
    TITLES,
)
from ombuds.deidentification.engine.persons.edges import end_of, start_of
from ombuds.deidentification.engine.persons.small import is_common
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.spans import PATTERN

Found = tuple[int, int, float, str, str, str]
IsFree = Callable[[int], bool]
TITLED, CALLED, SIGNED = (
    "A title stands before it",
    "Words that tell somebody's name stand before it",
    "It stands where a letter is signed",
)
AFTER_TITLE = re.compile(r"\.?[ \t]{1,3}'?|\. ?|-")
GAP = re.compile(r"[ \t]{1,2}'?|-|'|\.[ ]?-?")
# 'heet', 's'appelait', 'my name is', 'nannte sich': the words just before a name, in plain form.
NAMING = re.compile(
    r"(?<![^\W_])(?:(?:ik |hij |zij |ze |die |dat |vrouw |man |zoon |dochter )?(?:heet|heette|heten|noemt zich|noemde zich|noemen hem|noemen haar|genaamd|genoemd)|naam(?: \w+)? (?:is|was)"
    r"|s'appelle|m'appelle|s'appelait|s'appeler|(?:se fait|se faisait) appeler|nommee?s?|prenommee?|nom(?: \w+)? (?:est|etait)|appelee?"
    r"|(?:is|was|are|were|is also|man|woman|person|someone|somebody|lady|child|son|daughter|friend|colleague) (?:called|named)|calls (?:him|her)self|called (?:him|her)self|(?:goes|went) by|names? (?:is|was|are|were)|name's"
    r"|heisst|heisse|heissen|hiess|nannte sich|nennt sich|nennen (?:ihn|sie)|namens|genannt|name (?:ist|war|lautet|lautete)|vorname(?: ist)?"
    r"|(?<![^\W_])(?:ene|een zekere|de genaamde|une? certaine?|une? denommee?|du nom de|met de naam|met als naam|by the name of|mit (?:dem )?namen|la denommee|le denomme|eine? gewisser?|einen gewissen|einem gewissen|einer gewissen|a certain)"
    r"|(?:vrouw|man|partner|zoon|dochter) is|(?:femme|mari|fils|fille|compagne|compagnon) est|(?:wife|husband|partner|son|daughter) is|(?:frau|mann|partner|partnerin|sohn|tochter) ist)[ \t]:?[ \t]?\"?\Z"
)
HEARD = frozenset("heette heet heten heetten hiess heisst heissen".split())
LONGEST_FRAME = 34
LONGEST_SHORT = 5
NEAR = 4  # words from what somebody is to the name
# They stand after a title and are an office, no name: 'Monsieur Le Directeur', 'Frau Präsidentin'.
OFFICES = (ROLES | STOP | LABELS | SALUTATIONS) - PARTICLES
MOST_WORDS = 6
FOOT = re.compile(
    r"(?:\n[ \t]*\n|[,!.][ \t]*\n)[ \t]{0,8}(?P<name>[^\W\d_][\w'-]{1,20}(?: [^\W\d_][\w'-]{1,20}){0,2})[ \t.!]{0,3}\s*\Z"
)


def after_frames(text: Text, is_free: IsFree) -> Iterator[Found]:
    for index in range(1, len(text)):
        if not is_free(index):
            continue
        if text.in_capitals(index):
            if (
                _is_name(text.words[index])
                and _is_apposition(text, index)
                and text.words[index] not in OFFICES
            ):
                yield from _whole(text, index, is_free, CALLED)
            continue
        if text.capitals[index] and _is_titled(text, index):
            yield from _whole(text, index, is_free, TITLED)
        elif _may_be_told(text, index) and (
            _is_told(text, index) or _is_called_so(text, index) or _is_apposition(text, index)
        ):
            yield from _whole(text, index, is_free, CALLED)
    yield from _at_the_foot(text, is_free)


def _is_titled(text: Text, index: int) -> bool:
    """A point follows a title only where it is cut short: 'Dr. Maes', not 'ein Freund der Familie. Darum'."""
    if not is_title(text, index - 1) or is_title(text, index) or text.words[index] in TITLES:
        return False
    gap = text.before(index)
    if gap.startswith(".") and len(text.words[index - 1]) > LONGEST_SHORT:
        return False
    return AFTER_TITLE.fullmatch(gap) is not None


def _may_be_told(text: Text, index: int) -> bool:
    """A capital, or a word of a line typed small that somebody is called."""
    word = text.words[index]
    if (
        (text.stops(index) and word not in NAMES_OF_DAYS)
        or text.before(index) not in {" ", ' "', ": ", " : ", ", "}
        or len(word) < 2
        or word in TITLES
    ):
        return False
    if text.capitals[index]:
        return True
    if not word.isascii():
        return False  # names in another script are found as a whole
    given = given_strength(word) is Strength.SURE or (
        family_strength(word) is Strength.SURE and not is_common(text, word)
    )
    return (given or not text.is_word(index)) and word not in DEEDS and len(word) > 2 and word not in ROLES


def _is_apposition(text: Text, index: int) -> bool:
    """'Le voisin d'en face, Pèlerin, a …': one word between commas after what somebody is."""
    if not text.capitals[index] or text.before(index) != ", " or not text.gap(index).startswith(", "):
        return False
    if text.language == "de" and text.words[index] in common_words("de"):
        return False
    near = range(max(0, index - NEAR), index)
    return any(
        text.words[i] in ROLES
        and all("," not in text.gap(j) and "." not in text.gap(j) for j in range(i, index - 1))
        for i in near
    )


def _is_called_so(text: Text, index: int) -> bool:
    """'een bediende die Tuur heette', 'der Karl hieß'."""
    after = text.words[index + 1] if index + 1 < len(text) else ""
    is_role = text.words[index] in ROLES  # 'mein Mann heißt Anke'
    return text.capitals[index] and not is_role and text.gap(index) == " " and after in HEARD


def _is_told(text: Text, index: int) -> bool:
    start = text.starts[index]
    return NAMING.search(text.plain, max(0, start - LONGEST_FRAME), start) is not None


def _whole(text: Text, first: int, is_free: IsFree, reason: str) -> Iterator[Found]:
    """The name that begins there: capitals with the particles and initials between them."""
    last = first
    names = 0 if text.words[first] in PARTICLES else 1
    for index in range(first + 1, min(len(text), first + MOST_WORDS)):
        if not is_free(index) or not GAP.fullmatch(text.gap(index - 1)):
            break
        if text.gap(index - 1).startswith(".") and len(text.words[index - 1]) > 1:
            break
        word = text.words[index]
        if text.capitals[index]:
            is_noun = (
                text.is_word(index) and not _is_name(word) and not OF_NAMES & {word, text.words[index - 1]}
            )
            if word in TITLES or (names and is_noun):
                break
            last, names = index, names + (word not in PARTICLES and len(word) > 1)
        elif word not in PARTICLES or not _goes_on(text, index, last, names):
            break
    words = [text.words[i] for i in range(first, last + 1)]
    if all(len(word) == 1 for word in words):
        return
    head = next((word for word in words if word not in PARTICLES and len(word) > 1), "")
    if head in OFFICES and not _is_name(head) and not OF_NAMES & set(words):
        return
    if not head and (len(words) > 1 or not text.capitals[first] or text.words[first] in NO_NAME):
        return
    end = end_of(text, last, "initial" if len(text.words[last]) == 1 else "name")
    yield start_of(text, first), end, 0.8, reason, "full" if len(words) > 2 else "last", PATTERN


def _goes_on(text: Text, index: int, last: int, names: int) -> bool:
    """A small particle inside a name: 'Karl von der Heide', 'Van 't Hof', not 'Frau Maes von der Beratung'."""
    before = text.words[index - 1]
    after = text.words[index + 1] if index + 1 < len(text) else ""
    if text.words[index] in {"in", "te", "op", "aan"} and after not in {"t", "de", "den", "het", "der"}:
        return False  # 'Dr Osei in Roeselare'
    if before in PARTICLES and index - 1 > last:
        return True
    is_of_name = text.words[last] in PARTICLES
    return is_of_name or (names == 1 and given_strength(text.words[last]) is not Strength.NONE)


# Before these a word that is an office elsewhere is a name: 'Van 't Hof', 'Von der Stadt'.
OF_NAMES = frozenset("van von t ten ter vanden vander vande el al ben di del".split())
NO_NAME = frozenset("het un une l d t a e y m".split())


def _is_name(word: str) -> bool:
    return Strength.SURE in (given_strength(word), family_strength(word))


def _at_the_foot(text: Text, is_free: IsFree) -> Iterator[Found]:
    """'Sjarelke' on the last line, alone under the letter: capitals, and no everyday word."""
    match = FOOT.search(text.plain, max(0, len(text.plain) - 120))
    if not match:
        return
    inside = [i for i, start in enumerate(text.starts) if match.start("name") <= start < match.end("name")]
    if not inside or not all(is_free(i) and text.capitals[i] and not text.stops(i) for i in inside):
        return
    words = [text.words[i] for i in inside]
    small = SMALL.get(text.language, frozenset())
    if any(
        w in OFFICES or w in small or ((is_common(text, w) or text.is_word(i)) and not _is_name(w))
        for i, w in zip(inside, words, strict=True)
    ):
        return
    yield (
        text.starts[inside[0]],
        end_of(text, inside[-1]),
        0.7,
        SIGNED,
        "full" if len(words) > 1 else "first",
        PATTERN,
    )
