"""Takes the words off the edges of a chain that are no part of the name ('Gisteren Jan', 'Jan Gemeente')."""

from ombuds.deidentification.engine.lexicons.compounds import has_word_ending
from ombuds.deidentification.engine.lexicons.loading import (
    Strength,
    common_words,
    family_strength,
    given_strength,
    proper_words,
)
from ombuds.deidentification.engine.persons.abbreviations import is_abbreviation
from ombuds.deidentification.engine.persons.chains import Chain, Piece
from ombuds.deidentification.engine.persons.cues import BEFORE_NAMES, POSSESSIVES, ROLES, SURE_PARTICLES
from ombuds.deidentification.engine.persons.grading import LIKELY
from ombuds.deidentification.engine.persons.tokens import Text

# Greetings that are hardly anybody's name.
GREETING = frozenset("dag groetjes cheers hallo merci".split())


def is_at_start(text: Text, index: int) -> bool:
    return text.starts_sentence(index) or text.in_capitals(index)


def is_known(text: Text, piece: Piece) -> bool:
    word = text.words[piece.index]
    return piece.role == "name" and max(family_strength(word), given_strength(word)) is Strength.SURE


def is_given(text: Text, piece: Piece) -> bool:
    return piece.role == "initial" or (piece.grade >= 0.8 and bool(given_strength(text.words[piece.index])))


def is_unknown(text: Text, piece: Piece) -> bool:
    word = text.words[piece.index]
    return not family_strength(word) and not given_strength(word)


def trimmed(text: Text, chain: Chain, forced: bool) -> Chain:
    """Without the words at the edges that are no part of the name; empty when nothing is left."""
    kept = list(chain)
    while kept and not forced and _falls_off_left(text, kept):
        kept.pop(0)
        while kept and _is_lost_particle(text, kept, chain):
            kept.pop(0)
    while kept and _falls_off_right(text, kept, forced):
        kept.pop()
    return kept if any(piece.role != "particle" for piece in kept) else []


def _is_lost_particle(text: Text, kept: Chain, chain: Chain) -> bool:
    """'te Gent' after 'Gedaan' fell off: a small particle begins a name only if it does so always."""
    first = kept[0]
    return first.role == "particle" and not (
        text.capitals[first.index] or text.words[first.index] in SURE_PARTICLES
    )


def _falls_off_left(text: Text, chain: Chain) -> bool:
    first = chain[0]
    if first.role == "particle":
        return len(chain) == 1 or _particle_falls_off(text, chain)
    if first.role == "initial" and is_abbreviation(text, first.index):
        return True
    if first.role == "initial" and text.in_capitals(first.index):
        return not text.gap(first.index).startswith(".")
    if first.role == "initial":
        named = next((piece.grade for piece in chain if piece.role == "name"), -1)
        return len(chain) == 1 or not (text.gap(first.index).startswith(".") or named >= 0.8)
    if len(chain) == 1:
        return first.grade <= -1
    if first.role == "name" and text.words[first.index] in ROLES and _is_somebodys(text, first.index):
        return True
    if is_at_start(text, first.index) and text.words[first.index] in BEFORE_NAMES | GREETING:
        return True
    return first.grade < 1 and not _begins(text, first, chain[1:])


def _is_somebodys(text: Text, index: int) -> bool:
    """'ihr Mann Orhan', 'MIJN MAN JELENA': a relative, though Mann is a family name as well."""
    return index > 0 and text.before(index) == " " and text.words[index - 1] in POSSESSIVES


def may_be_german_surname(text: Text, index: int) -> bool:
    """A noun after a given name: 'Karla Neuß', 'Marina Fleischhauer', but not 'weil Hans Anspruch hat'."""
    word = text.words[index]
    if word in common_words("de") or has_word_ending(word, "de"):
        return False
    return len(word) < 7 or word.endswith(
        ("er", "mann", "berg", "bach", "stein", "feld", "hof", "au", "ke", "el")
    )


def _particle_falls_off(text: Text, chain: Chain) -> bool:
    index, following = chain[0].index, chain[1]
    if text.in_capitals(index):
        return _is_preposition(text, chain)
    if not text.capitals[index] or not text.starts_sentence(index):
        return False
    return (
        following.role == "name"
        and following.grade < 2.5
        and not family_strength(text.words[following.index])
    )


def _begins(text: Text, first: Piece, others: Chain) -> bool:
    """Whether a doubtful word begins the name that follows it."""
    following, word = others[0], text.words[first.index]
    prose = text.language != "de" and not is_at_start(text, first.index)
    if prose and first.grade > -0.6 and following.role == "name" and following.grade >= LIKELY:
        return True
    if first.grade >= 0 and is_unknown(text, first) and following.grade >= 2.5:
        return True
    if first.grade > 0 and following.role == "initial":
        return True
    if first.grade >= 0.8 and any(is_known(text, piece) for piece in others):
        return True
    # 'BAKKER Jan', 'Bos Anna': a family name before a given name.
    return bool(family_strength(word)) and first.grade > -1 and is_given(text, following)


def _falls_off_right(text: Text, chain: Chain, forced: bool) -> bool:
    last = chain[-1]
    if last.role == "particle":
        return True
    if last.role == "initial":
        return not (len(chain) > 1 and text.gap(last.index).startswith("."))
    if last.grade >= 1 or (forced and len(chain) == 1):
        return False
    if len(chain) == 1:
        return last.grade < -1
    return not _ends(text, chain, forced)


def _ends(text: Text, chain: Chain, forced: bool) -> bool:
    """Whether a doubtful word ends the name before it."""
    last, previous = chain[-1], chain[-2]
    if last.grade > -2.5 and _is_bound(text, chain, forced):
        return True
    word = text.words[last.index]
    if is_given(text, previous) and last.grade == -1.0 and word in proper_words():
        # 'Cosette Namur': a place that follows a given name at once is its family name.
        return text.before(last.index) == " " and not text.in_capitals(last.index)
    known = max(family_strength(word), given_strength(word))
    prose = text.language != "de" and not is_at_start(text, chain[0].index)
    if prose and last.grade > -0.6 and given_strength(word):
        return True
    if previous.role == "name" and not is_given(text, previous):
        return last.grade >= 0.2
    if text.language == "de" and previous.role == "name" and previous.grade >= 0.8:
        if word in ROLES:
            return False  # 'Frau Mai Liu, Eigentümer'
        return last.grade >= -2.5 and (known is Strength.SURE or may_be_german_surname(text, last.index))
    return last.grade >= -0.5 or known is Strength.SURE


def _is_bound(text: Text, chain: Chain, forced: bool) -> bool:
    """After a title's particle, 'de la', a hyphen, or in capitals after a given name ('Elmar HEEREN')."""
    last, previous = chain[-1], chain[-2]
    if previous.role != "name":
        small = not text.capitals[previous.index] and any(
            text.words[piece.index] in {"zur", "zum", "von", "vom", "zu"} for piece in chain[-3:-1]
        )
        if text.language == "de" and small and len(chain) > 2:
            return True  # what may follow was settled when the chain was made
        return forced or (len(chain) > 3 and [text.words[p.index] for p in chain[-3:-1]] == ["de", "la"])
    if text.before(last.index) == "-" and previous.grade > 0:
        return True
    return previous.grade >= LIKELY and text.is_all_capitals(last.index) and not text.in_capitals(last.index)


def _is_preposition(text: Text, chain: Chain) -> bool:
    """In a line of capitals 'DE JEAN' is of Jean, 'DE SMET' a name, 'TE GENT' a place."""
    word, following = text.words[chain[0].index], chain[1]
    if word in SURE_PARTICLES:
        return False
    if (
        word in {"te", "in", "a", "der", "den", "du", "von", "zu", "zur", "zum", "en"}
        and chain[1].role != "particle"
    ):
        return not (word == "du" and text.language == "fr")
    return (
        following.role == "name"
        and given_strength(text.words[following.index]) is Strength.SURE
        and len(chain) > 2
    )
