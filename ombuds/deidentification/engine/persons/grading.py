"""How much a single word with a capital looks like a name, by lexicons, dictionaries and its place.

Grades: 3 surely a name, 2 most likely, 1 with a cue, 0 says nothing, below 0 no name by itself, NEVER not even in one.
"""

from ombuds.deidentification.engine.lexicons.compounds import has_word_ending, is_compound
from ombuds.deidentification.engine.lexicons.loading import (
    Strength,
    common_words,
    family_strength,
    given_strength,
    proper_words,
    words,
)
from ombuds.deidentification.engine.persons.cues import (
    HARDLY_WORDS,
    LABELS,
    LANGUAGE_NAMES,
    NAMES_OF_DAYS,
    PARTICLES,
    ROLES,
    SALUTATIONS,
    SPEAKING,
    STOP,
)
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.remembering import remembered

NEVER = -9.0
SURE, LIKELY, WITH_CUE, NOTHING = 3.0, 2.0, 1.0, 0.0
LIKELY_AT_START = 1.6
LONGEST_ACRONYM = 5
# Beyond this nothing is looked up letter by letter: a line of a million letters is no misspelt word.
LONGEST_WORD = 25


def grade(text: Text, index: int) -> float:
    word = text.words[index]
    if text.vocabulary.is_name(word):
        return 4.0
    if word in LANGUAGE_NAMES and index and text.words[index - 1] in SPEAKING:
        return NEVER  # 'zij spreekt Frans'
    if text.before(index) == "(" and index and text.ends[index - 1] + 1 == text.starts[index]:
        return NEVER  # 'KIND(EREN)'
    if word in NAMES_OF_DAYS and _is_name_of_day(text, index):
        return WITH_CUE + 0.2
    if index and text.before(index) == "-" and text.capitals[index - 1] and word not in STOP:
        pass  # 'Wong-Vu': no small word stands there
    elif text.stops(index) or is_title(text, index) or text.vocabulary.is_word(word):
        return 0.5 if _is_odd_surname(text, index) else NEVER
    bare = without_possessive(word)
    given, family = given_strength(bare), family_strength(bare)
    if is_dictionary_word(text, index, bare, given, family):
        return _grade_word(text, index, bare, given, family)
    return _grade_no_word(text, index, bare, given, family)


def _is_odd_surname(text: Text, index: int) -> bool:
    """'Lei Do,': a small word between a given name and a point or comma."""
    if (
        not index
        or text.before(index) != " "
        or text.in_capitals(index)
        or not (text.capitals[index - 1] or text.before(index - 1) == "-")
    ):
        return False
    if text.gap(index)[:1] not in {",", ".", ")", ";", "\n"} or is_title(text, index):
        return False
    previous = text.words[index - 1]
    if index > 1 and text.before(index - 1) in {"-", ".-"} and text.capitals[index - 2]:
        return True  # 'Min-ho Ma'
    return given_strength(previous) is Strength.SURE and previous not in common_words(text.language)


def _is_name_of_day(text: Text, index: int) -> bool:
    """'Sunday Amegah', 'J. Freitag', 'Jean Noël', but not '12 August Peeters'."""
    if (
        index
        and text.gap(index - 1) in {" ", ". "}
        and (is_title(text, index - 1) or text.words[index - 1] in SALUTATIONS)
    ):
        return True
    if (
        index
        and text.words[index - 1] in LABELS
        and ":" in text.before(index)
        and "\n" not in text.before(index)
    ):
        return True
    if (
        index > 1
        and text.words[index - 1] in PARTICLES
        and text.capitals[index - 1]
        and text.before(index) == " "
    ):
        return not text.starts_sentence(index - 1)
    if index and text.words[index - 1] in LABELS and text.gap(index) == ", ":
        return True
    if index and text.before(index) in {" ", ". ", "-"} and text.capitals[index - 1]:
        previous = text.words[index - 1]
        if (len(previous) == 1 and previous.isalpha()) or given_strength(previous) is Strength.SURE:
            return True
    after = index + 1
    if after >= len(text) or text.gap(index) != " " or not text.capitals[after] or text.stops(after):
        return False
    following = text.words[after]
    is_surname = family_strength(following) is Strength.SURE or not (
        text.is_word(after) or following in proper_words()
    )
    return is_surname and not (index and text.words[index - 1].isdigit())


@remembered
def without_possessive(word: str) -> str:
    """'jans' is Jan when 'jans' itself is nobody's name."""
    if word.endswith("s") and not (given_strength(word) or family_strength(word)):
        stem = word[:-1]
        if given_strength(stem) or family_strength(stem):
            return stem
    return word


def is_dictionary_word(text: Text, index: int, bare: str, given: Strength, family: Strength) -> bool:
    if bare in HARDLY_WORDS:
        return False
    if text.is_word(index):
        return True
    # An English word in another language is a word, unless anybody is called so.
    return not given and not family and text.words[index] in words("en")


def _grade_word(text: Text, index: int, word: str, given: Strength, family: Strength) -> float:
    if (word in ROLES or word in SALUTATIONS) and _is_greeting(text, index):
        return NEVER if text.starts_sentence(index) or not (given or family) else -2.0
    is_noun = text.language == "de"
    starts = text.starts_sentence(index) or text.in_capitals(index)
    is_common = word in common_words(text.language)
    if starts and is_common:
        return (
            WITH_CUE
            if given is Strength.SURE and not text.in_capitals(index) and not is_noun
            else -1.0
            if family or given
            else -2.0
        )
    if given is Strength.SURE:
        return LIKELY if not (is_noun or starts) else 0.8 if is_common else LIKELY_AT_START
    if family is Strength.SURE:
        return 0.4 if starts else 0.3 if is_noun else 0.8
    if given or family:
        return -1.0 if starts or is_noun else 0.2
    return -2.0 if starts or is_noun else -0.5


def _is_greeting(text: Text, index: int) -> bool:
    """A role or salutation at the start of a line; 'Lieve Van de Velde' is a name."""
    after = index + 1
    if text.language == "de":
        return True
    if not text.starts_sentence(index):
        return False
    is_name = (
        given_strength(text.words[index]) is Strength.SURE and after < len(text) and text.capitals[after]
    )
    return not (
        is_name
        and text.gap(index) == " "
        and (text.words[after] in PARTICLES or text.gap(after).startswith(("\n", ", ")))
    )


def _grade_no_word(text: Text, index: int, word: str, given: Strength, family: Strength) -> float:
    if given is Strength.SURE or family is Strength.SURE:
        return SURE
    if word in proper_words():
        return -1.0
    if text.is_all_capitals(index) and not text.in_capitals(index) and len(word) <= LONGEST_ACRONYM:
        return -1.0 if not family and not given else WITH_CUE
    if given or family:
        return 2.5 if len(word) > 2 else WITH_CUE
    return _grade_unknown(text, index, word)


def _grade_unknown(text: Text, index: int, word: str) -> float:
    """A word that no list holds."""
    if any(c.isdigit() for c in word):
        return 2.5 if _is_misread_name(word) else NOTHING
    if len(word) < 3:
        return NOTHING
    starts, capitals = text.starts_sentence(index), text.in_capitals(index)
    if has_word_ending(word, text.language) or any(
        is_compound(word, language) for language in text.languages(index)
    ):
        return -1.0 if starts or capitals or text.language == "de" else 0.5
    if capitals:
        return 0.9
    if starts and is_misspelt_word(word, text.language):
        return NOTHING
    if text.is_all_capitals(index):
        return 1.2
    return LIKELY_AT_START if starts else LIKELY


def _is_misread_name(word: str) -> bool:
    """'E1mar', 'De1vaux': digits that a scanner read for letters."""
    read = {word.translate(str.maketrans("0158", f"o{one}sb")) for one in "li"}
    return any(given_strength(name) or family_strength(name) for name in read)


def is_misspelt_word(word: str, language: str) -> bool:
    """Whether one wrong, missing, doubled or swapped letter makes it a word of the language."""
    known = words(language)
    if not 5 <= len(word) <= LONGEST_WORD:
        return False
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    letters = "abcdefghijklmnopqrstuvwxyz"
    return any(
        a + b[1:] in known
        or (len(b) > 1 and a + b[1] + b[0] + b[2:] in known)
        or any(a + c + b in known or (b and a + c + b[1:] in known) for c in letters)
        for a, b in cuts
    )
