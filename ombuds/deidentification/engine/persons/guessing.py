"""Names that the trained model sees and the rules do not, and the words that it adds to those they found."""

import re
from collections.abc import Callable, Iterator, Sequence

from ombuds.deidentification.engine.lexicons.loading import Strength, family_strength, given_strength
from ombuds.deidentification.engine.persons.abbreviations import NOBODYS
from ombuds.deidentification.engine.persons.cues import (
    DETERMINERS,
    LABELS,
    LANGUAGE_NAMES,
    PARTICLES,
    POSSESSIVES,
    ROLES,
    SALUTATIONS,
    SMALL,
    SPEAKING,
)
from ombuds.deidentification.engine.persons.edges import end_of, start_of
from ombuds.deidentification.engine.persons.features import Features, lists, runs
from ombuds.deidentification.engine.persons.grading import is_misspelt_word
from ombuds.deidentification.engine.persons.model import trained
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.spans import MODEL

Found = tuple[int, int, float, str, str, str]
REASON = "It stands where names stand and looks like one"
# What may stand between two words of one name; a comma or a point is settled elsewhere.
JOINT = re.compile(r"[ \t]{1,2}|[-'][ \t]?|[ \t][-']|\.[- ]?-?|[ \t]?\r?\n[ \t>]*|\.? ?'")
# How sure the model must be of a word that is an everyday one, a listed one, or neither; German writes every noun with a capital.
LEAST = {"de": (0.8, 0.6, 0.4)}
USUAL = (0.5, 0.35, 0.25)
SMALL_WORD, SMALLEST_WORD, NEVER_ALONE = 0.8, 0.995, 1.1
COMMON_SMALL = 0.85
SURE_OF_ROLES = 0.9
# They begin sentences in one language and are names in another.
BEGINNERS = frozenset(
    "elle elles il ils je nous vous sie er ich wir hij zij ze he she they we it the les der die das het een".split()
)
SMALLEST = frozenset().union(*SMALL.values())
NUMBER_WORDS = frozenset("no nr number nummer numero n".split())
BESIDE = 0.25  # of a word beside one that is sure
OVER_SOFT = 0.8
AFTER_ARTICLE = 0.9
OVER_LINES = 0.9
SURE_OF_LETTERS = 0.95
SURE_OF_PARTICLES = 0.6
SURE_OF_WORDS = 0.6


def chances(text: Text, free: Sequence[bool]) -> dict[int, float]:
    """For each word that may be one, how likely it is part of a name."""
    features, model = Features(text), trained()
    return {
        index: chance
        for run in runs(text, free)
        for index, chance in zip(run, model.chances(text, features, run), strict=True)
    }


def guessed(text: Text, likely: dict[int, float], soft: Callable[[int, int], bool]) -> Iterator[Found]:
    """`soft` says whether a stretch of the original is a place or an organisation by some list."""
    for part in _parts(text, likely):
        sure = sum(likely[i] for i in part) / len(part)
        last = part[-1]
        start = start_of(text, part[0])
        end = end_of(text, last, "initial" if len(text.words[last]) == 1 else "name")
        if not _may_be_name(text, part, sure):
            continue
        if soft(*text.folded.original(start, end)) and sure < OVER_SOFT:
            continue
        yield start, end, min(0.9, sure), REASON, _kind(text, part), MODEL


def _kind(text: Text, part: list[int]) -> str:
    """'first', 'last', 'full' or 'initials', as far as the lists say."""
    names = [text.words[i] for i in part if len(text.words[i]) > 1 and text.words[i] not in PARTICLES]
    if len(names) < len([i for i in part if text.words[i] not in PARTICLES]):
        return "initials"
    given = [
        given_strength(name) is Strength.SURE and family_strength(name) is not Strength.SURE for name in names
    ]
    if all(given) and text.words[part[0]] not in PARTICLES:
        return "first"
    return "full" if any(given) or len(names) > 2 else "last"


def _may_be_name(text: Text, part: list[int], sure: float) -> bool:
    """Not a letter alone, and not small words only: 'R.G.', 'de la'."""
    names = [
        i for i in part if len(text.words[i]) > 1 and (text.words[i] not in PARTICLES or sure > SMALL_WORD)
    ]
    first = part[0]
    if (
        first
        and len(names) == 1
        and text.words[names[0]] in LANGUAGE_NAMES
        and text.words[first - 1] in SPEAKING
    ):
        return False  # 'répondu en Français'
    if len(names) == 1 and _is_label(text, names[0]):
        return False
    if len(names) == 1 and _after_determiner(text, part):
        return sure > AFTER_ARTICLE
    if names:
        return True
    letters = "".join(text.words[i] for i in part)
    return len(letters) == len(part) > 1 and sure > SURE_OF_LETTERS and letters not in NOBODYS


def _is_label(text: Text, index: int) -> bool:
    """'Customer:', 'Klantnr.:' at the start of a line, unless somebody is called so."""
    word = text.words[index]
    numbered = text.gap(index) == " " and index + 1 < len(text) and text.words[index + 1] in NUMBER_WORDS
    before = text.before(index)
    opens = not index or "\n" in before or "  " in before or "\t" in before  # the next field of a form
    if not opens or not (numbered or text.gap(index).lstrip(". ").startswith(":")):
        return False
    if Strength.SURE in (given_strength(word), family_strength(word)):
        return text.is_word(index)
    return (
        text.is_word(index)
        or word in LABELS
        or word.endswith(("nr", "no"))
        or is_misspelt_word(word, text.language)
    )


def _after_determiner(text: Text, part: list[int]) -> bool:
    """'een Gentenaar', 'langs de Demer': one word after an article is a thing, a river, somebody from a town."""
    beside = [i for i in part if _is_small_particle(text, i)]
    if part[0] and text.before(part[0]) in {" ", "'"}:
        beside.append(part[0] - 1)
    articles = DETERMINERS.get(text.language, frozenset()) | POSSESSIVES
    return any(text.words[i] in articles for i in beside)


def _parts(text: Text, likely: dict[int, float]) -> Iterator[list[int]]:
    """Words side by side of which one at least is sure enough."""
    part: list[int] = []
    for index, chance in likely.items():
        wanted = chance >= BESIDE and not is_title(text, index)
        if not wanted or (part and not _joins(text, part[-1], index, likely)):
            if any(likely[i] >= least(text, i) for i in part):
                yield _trimmed(text, part, likely)
            part = []
        if wanted:
            part.append(index)
    if any(likely[i] >= least(text, i) for i in part):
        yield _trimmed(text, part, likely)


def _trimmed(text: Text, part: list[int], likely: dict[int, float]) -> list[int]:
    """Without small particles and greetings at the edges that are hardly part of it: 'van Van Gestel', 'Dag Jan'."""
    while len(part) > 1 and (
        (_is_small_particle(text, part[0]) and likely[part[0]] < SURE_OF_PARTICLES)
        or (text.words[part[0]] in SALUTATIONS and text.gap(part[0]) == " ")
        or (text.words[part[0]] in ROLES and text.words[part[0] - 1] in POSSESSIVES)
    ):
        part = part[1:]
    while len(part) > 1 and _is_word_beside(text, part[0], likely):
        part = part[1:]
    while len(part) > 1 and (_is_small_particle(text, part[-1]) or _is_word_beside(text, part[-1], likely)):
        part = part[:-1]
    return part


def _is_word_beside(text: Text, index: int, likely: dict[int, float]) -> bool:
    """'Architect Bruno', 'Senne brak': a word of the language, of which the model is not sure either."""
    if _is_small_stranger(text, index):
        return True
    if len(text.words[index]) == 1 or text.words[index] in PARTICLES or not text.is_word(index):
        return False
    return likely[index] < (SURE_OF_WORDS if text.capitals[index] else SMALL_WORD)


def _is_small_stranger(text: Text, index: int) -> bool:
    """'von Alfred Theissen abgelesen': a small word that is nobody's name, where the text writes capitals."""
    word = text.words[index]
    if (
        text.capitals[index]
        or text.is_typed_small
        or word in PARTICLES
        or len(word) < 4
        or not word.isascii()
    ):
        return False
    return given_strength(word) is Strength.NONE and family_strength(word) is Strength.NONE


def _is_small_particle(text: Text, index: int) -> bool:
    return not text.capitals[index] and text.words[index] in PARTICLES


def _joins(text: Text, last: int, index: int, likely: dict[int, float]) -> bool:
    gap = text.gap(last)
    if index != last + 1 or not JOINT.fullmatch(gap):
        return False
    if text.language == "de" and _is_small_particle(text, index) and not _may_be_noble(text, last):
        return False
    if gap.startswith("."):
        return len(text.words[last]) == 1 or text.words[last] in {"st", "ste"}
    if "\n" not in gap or len(text.words[last]) == 1 or text.words[last] in PARTICLES:
        return True
    if len(text.words[index]) == 1 and text.gap(index).startswith("."):
        return min(likely[last], likely[index]) > OVER_LINES  # 'Van der Auwera\nT.'
    # A name broken by the margin; two lines of a heading are two things.
    if text.is_word(index) or min(likely[last], likely[index]) < OVER_LINES:
        return False
    return text.is_wrapped(index) or given_strength(text.words[last]) is Strength.SURE


def _may_be_noble(text: Text, index: int) -> bool:
    """A given name, a letter or another particle goes before 'von der'; 'Gerüche von der Firma' are none."""
    word = text.words[index]
    return len(word) == 1 or word in PARTICLES or given_strength(word) is not Strength.NONE


def least(text: Text, index: int) -> float:
    """The least chance for which a word is taken for a name, by the lists it stands in."""
    word, listed, unknown = LEAST.get(text.language, USUAL)
    code = lists(text.words[index], text.language)
    is_word = code[2] in "23" or text.is_word(index)
    if not text.capitals[index] and is_word:
        return (COMMON_SMALL if code[2] == "3" else SMALL_WORD) if text.is_small_here(index) else NEVER_ALONE
    if text.words[index] in BEGINNERS and text.starts_sentence(index):
        return NEVER_ALONE
    if text.words[index] in SMALLEST or text.stops(index):
        return SMALLEST_WORD
    if is_word and text.words[index] in ROLES:
        return SURE_OF_ROLES  # 'Papa est mort'
    if is_word and (text.heads(index) or text.words[max(0, index - 2) : index] == ["p", "s"]):
        return SMALL_WORD  # "MINOR'S RECORD"
    if text.language == "de" and code[:3] == "003":
        return NEVER_ALONE  # 'die Firma': an everyday noun that is nobody's name
    if is_word or (code[2] == "4" and text.language == "de"):
        return word
    return listed if code[2] == "1" or code[3] != "-" else unknown
