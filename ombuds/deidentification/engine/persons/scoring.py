"""Whether a chain is a person: the grades of its words and what stands before and after it."""

import re
from dataclasses import dataclass

from ombuds.deidentification.engine.lexicons.loading import (
    Strength,
    family_strength,
    given_strength,
)
from ombuds.deidentification.engine.persons.chains import Chain, Piece
from ombuds.deidentification.engine.persons.cues import (
    ACTS,
    CONJUNCTIONS,
    DEEDS,
    DETERMINERS,
    LABELS,
    LOCATIVES,
    PARTICLES,
    ROLES,
    SALUTATIONS,
    SPEECH,
    SURE_PARTICLES,
)
from ombuds.deidentification.engine.persons.grading import LIKELY, NOTHING
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.persons.trimming import (
    is_at_start,
    is_unknown,
    may_be_german_surname,
)

ENOUGH = 1.5
LONGEST_SHORT = 5  # of a title cut short: 'mevr.', 'prof.'
TITLE_GAP = re.compile(r"\.?,?[ \t]{0,3}'?|-")
TITLE_LINE = re.compile(r"\.?[ \t]*\r?\n[ \t]*")
LABEL_GAP = re.compile(r"(?:[^\n\w]{0,6}|[ .·_…-]{0,60}):[ \t.\"'*_]*(?:\n[ \t]*)?")
APPOSITION = re.compile(r",? ?[\"']? ?")
# 'Kind(er):', 'Enfant(s) :', 'Child(ren):'.
PLURALS = frozenset("ren en eren er s e in ne n".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """`weight` is added to the score; `forces`: a name whatever the word looks like."""

    weight: float
    forces: bool
    reason: str


NONE = Cue(0.0, False, "")
TITLE = Cue(4.0, True, "A title stands before it")
TITLE_ABOVE = Cue(1.0, False, "A title stands before it")
LABEL = Cue(3.0, True, "A label for a name stands before it")
NAMED = Cue(2.6, True, "A word for a relative or a role stands before it")
ROLE = Cue(1.5, True, "A word for a relative or a role stands before it")
SALUTATION = Cue(2.0, False, "It follows a salutation")
FAMILY = Cue(3.0, False, "It is a family's name")
ACTOR = Cue(0.5, False, "A verb follows it")
TOGETHER = Cue(1.0, False, "It is named beside someone")
DOER = Cue(1.6, False, "A verb follows it")
SPOKEN = Cue(1.3, False, "A verb of speaking stands before it")
SPEAKER = Cue(0.7, False, "A verb of speaking follows it")
PLACE = Cue(-1.0, False, "")


def cue(text: Text, chain: Chain) -> Cue:
    first = chain[0].index
    before = NAMED if _is_some_one(text, first) else _cue_before(text, first)
    after = chain[-1].index + 1
    if before is NONE and after < len(text) and text.gap(after - 1) == " ":
        if text.words[after] == "family" and text.language == "en":
            return FAMILY
        if text.words[after] in {"case", "affair"} and _is_of_a_case(text, first):
            return FAMILY
        if text.words[after] in SPEECH:
            return SPEAKER
        if text.words[after] in DEEDS and _is_subject(text, chain):
            return DOER
        if text.words[after] in ACTS and given_strength(text.words[first]) is Strength.SURE:
            return ACTOR
    if (
        before is NONE
        and after + 1 < len(text)
        and text.words[after] in CONJUNCTIONS
        and text.gap(after - 1) == " "
    ):
        return TOGETHER if text.words[after + 1] in {"i", "ik", "moi", "ich", "me", "mij"} else NONE
    return before


# Words after which somebody does something: 'dat Ooms aanvoert', 'aber Kurz wohnt'.
BEFORE_SUBJECTS = frozenset(
    "dat que qu that dass maar aber mais but want denn car because omdat weil parce if als wenn si ob of whether when quand".split()
)


def _is_subject(text: Text, chain: Chain) -> bool:
    """A name with nothing before it but a comma, the end of a sentence or 'that': 'er sagte, Müller habe'."""
    first = chain[0].index
    named = next((piece.index for piece in chain if piece.role == "name"), first)
    word = text.words[named]
    if text.in_capitals(first) or (named != first and (text.language != "nl" or word in ROLES)):
        return False
    strong = max(family_strength(word), given_strength(word)) is Strength.SURE or not text.is_word(named)
    before = text.before(first).strip(" ")
    if before == "" and first and text.words[first - 1] in BEFORE_SUBJECTS:
        return strong
    return strong and before in {",", ".", ".\n", ":", ";", "\n", "\n\n"}


def _is_of_a_case(text: Text, index: int) -> bool:
    """'the Bishop case', 'die Sache Klein': a family name, though it is a word."""
    return family_strength(text.words[index]) is Strength.SURE and not text.in_capitals(index)


def _after_role(text: Text, index: int, gap: str) -> Cue:
    if gap != " " or is_at_start(text, index):
        return ROLE
    return NAMED if text.language != "de" or may_be_german_surname(text, index) else ROLE


# 'a certain Vo', 'een zekere Yang', 'nobody knows a Wu': whatever comes then is somebody's name.
SOME_ONE = frozenset(
    {("a", "certain"), ("een", "zekere"), ("un", "certain"), ("une", "certaine"), ("ein", "gewisser"), ("eine", "gewisse"),
     ("einen", "gewissen"), ("einem", "gewissen"), ("knows", "a"), ("knows", "an"), ("niemand", "een"), ("niemand", "einen")}
)  # fmt: skip

# 'Médecin (Rousseaux) : c'est urgent'.
PHYSICIANS = frozenset(
    "medecin docteur generaliste huisarts arts dokter hausarzt hausarztin arzt arztin doctor gp physician".split()
)


def _is_some_one(text: Text, index: int) -> bool:
    """A capital within a sentence; in German, where all nouns have one, what may be a family name."""
    if index and text.before(index) == " (" and text.words[index - 1] in PHYSICIANS:
        return text.capitals[index]
    if index < 2 or text.before(index) != " " or tuple(text.words[index - 2 : index]) not in SOME_ONE:
        return False
    if not text.capitals[index] or text.in_capitals(index):
        return False
    return text.language != "de" or may_be_german_surname(text, index)


def _cue_before(text: Text, index: int) -> Cue:
    if not index:
        return NONE
    word, gap = text.words[index - 1], text.before(index)
    ends = gap.startswith(".") and len(word) > LONGEST_SHORT  # 'ein Freund der Familie. Darum'
    if is_title(text, index - 1) and not ends and (TITLE_GAP.fullmatch(gap) or TITLE_LINE.fullmatch(gap)):
        return TITLE_ABOVE if "\n" in gap else TITLE
    if word in PLURALS and index > 1 and ")" in gap and LABEL_GAP.fullmatch(gap.replace(")", "")):
        word = text.words[index - 2]
        gap = gap.replace(")", "")
    if word in LABELS and LABEL_GAP.fullmatch(gap):
        return LABEL
    if word in ROLES and (APPOSITION.fullmatch(gap) or LABEL_GAP.fullmatch(gap)):
        return _after_role(text, index, gap)
    if word in {"zaak", "sache", "affaire", "rechtssache"} and gap == " " and _is_of_a_case(text, index):
        return FAMILY
    if word in SALUTATIONS and gap.strip() in {"", ","}:
        return SALUTATION
    if word in SPEECH and gap == " ":
        return SPOKEN if text.language == "de" else SPEAKER
    if word in LOCATIVES and gap == " " and not given_strength(text.words[index]):
        return PLACE
    return NONE


def score(text: Text, chain: Chain, least: float = -9.0) -> float:
    """The sum of what the words say; a family name that is a word counts beside a given name or an initial."""
    names = [piece for piece in chain if piece.role == "name"]
    if not names:
        # 'de bestuurder G.D.'
        return NOTHING if len(chain) > 1 and text.gap(chain[0].index).startswith(".") else -1.0
    best = max(least, *(piece.grade for piece in names))
    if len(names) == 1 and len(chain) == 1 and _is_label(text, names[0]):
        return -1.0
    total = best + 0.4 * sum(piece.grade > 0 for piece in names) - 0.4
    if any(piece.role == "initial" for piece in chain) and best > -1:
        prose = text.language != "de" and not is_at_start(text, chain[0].index)
        total += 2.1 if best > -0.6 and prose else 1.3 if best > -0.6 else 0.5
    if all(piece.grade <= LIKELY and text.is_word(piece.index) for piece in names):
        total += _of_words_alone(text, chain)
    elif all(is_unknown(text, piece) for piece in names) and _after_determiner(text, chain):
        total -= 1.0
    first = chain[0]
    if _is_second_half(text, first.index):
        total -= 2.0
    if first.role == "particle" and len(chain) > 1 and text.words[first.index] in PARTICLES:
        capitals = text.in_capitals(first.index) and text.words[first.index] not in SURE_PARTICLES
        total += 0.8 if not text.starts_sentence(first.index) and not capitals else 0.3
    return total


def _is_second_half(text: Text, index: int) -> bool:
    """'Göhl' of 'Weser-Göhl'."""
    return index > 0 and text.before(index) == "-" and text.capitals[index - 1]


def _is_label(text: Text, piece: Piece) -> bool:
    """'Rolnummer:' at the start of a line is no name unless somebody is called so."""
    gap = text.gap(piece.index).lstrip(". ")
    return gap.startswith(":") and text.starts_sentence(piece.index) and is_unknown(text, piece)


def _after_determiner(text: Text, chain: Chain) -> bool:
    index = chain[0].index
    determiners = DETERMINERS.get(text.language, DETERMINERS["en"])
    return index > 0 and text.before(index) in {" ", "'"} and text.words[index - 1] in determiners


def _is_our(text: Text, chain: Chain) -> bool:
    """'met onze Maarten', 'our Loup': a given name after 'our'."""
    first = chain[0].index
    ours = {"onze", "notre", "our", "unser", "unsere", "unserem", "unseren"}
    return (
        text.words[first - 1] in ours
        and given_strength(text.words[first]) is Strength.SURE
        and text.language != "de"
    )


def _of_words_alone(text: Text, chain: Chain) -> float:
    """A chain of words only: alone between small words it may be a name, beside capitals or an article it is a heading."""
    first, last = chain[0].index, chain[-1].index
    if _after_determiner(text, chain):
        return 0.0 if _is_our(text, chain) else -1.0
    if len(chain) > 1:
        return (
            0.0
            if any(given_strength(text.words[p.index]) is Strength.SURE or p.role != "name" for p in chain)
            else -1.0
        )
    if text.language == "de" or is_at_start(text, first):
        return 0.0
    beside = (text.capitals[first - 1] and not text.starts_sentence(first - 1)) or (
        last + 1 < len(text) and text.gap(last) == " " and text.capitals[last + 1]
    )
    word = text.words[first]
    known = bool(given_strength(word)) or family_strength(word) is Strength.SURE
    if beside:
        return -1.0
    return 1.0 if known and text.before(first) == " " else 0.0


def kind_of_name(text: Text, chain: Chain) -> str:
    """'first', 'last' or 'full', as far as the words say."""
    names = [text.words[piece.index] for piece in chain if piece.role == "name"]
    if any(piece.role == "initial" for piece in chain):
        return "initials"
    if len(names) > 1:
        return "full"
    if chain[0].role != "particle" and given_strength(names[0]) is Strength.SURE:
        return "first"
    return "last"
