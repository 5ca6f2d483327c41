"""Chains: words that stand together as one name ('Jan van den Berg', 'EL AMRANI Fatima', 'J.-P. Maes')."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ombuds.deidentification.engine.lexicons.loading import (
    Strength,
    common_words,
    family_strength,
    given_strength,
)
from ombuds.deidentification.engine.persons.cues import (
    CONJUNCTIONS,
    DETERMINERS,
    LABELS,
    LOCATIVES,
    PARTICLES,
    ROLES,
    SPEECH,
    SURE_PARTICLES,
    TITLES,
)
from ombuds.deidentification.engine.persons.grading import (
    LIKELY,
    LIKELY_AT_START,
    NEVER,
    NOTHING,
    WITH_CUE,
    grade,
)
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.towns import names as town_names

SPACE = re.compile(r" {1,2}\t?|\t")
HYPHEN = re.compile(r"- ?\n?| -| ?' ?")
AFTER_INITIAL = re.compile(r"\. ?-?|\.[ \t]?\r?\n[ \t>]*| ?-| |\. ?'")
COMMA = re.compile(r", ?(?:\r?\n ?)?")
NEW_LINE = re.compile(r" ?\r?\n ?")
LONGEST = 9
# 'advocaat te Gent', 'Rechtsanwalt in Rodt'.
NEVER_FIRST = frozenset("te in en a y e op".split())
BIG_PARTICLES = frozenset("van von vande vanden vander de der den".split())
ARTICLES = frozenset("das der die den dem het le la les".split())
ANNOUNCING = LABELS | ROLES | TITLES


@dataclass(slots=True)
class Piece:
    """One word of a chain: what it is in it, and its grade."""

    index: int
    role: str  # 'name', 'initial' or 'particle'
    grade: float


Chain = list[Piece]


def chains(text: Text, is_free: Callable[[int], bool]) -> Iterator[Chain]:
    """Every run of words that may be a name, untrimmed, in order; `is_free` says whether a word may be used."""
    index, count = 0, len(text)
    capitals = text.capitals
    while index < count:
        if not capitals[index] or not is_free(index):
            index += 1
            continue
        chain = chain_from(text, index, is_free)
        if chain:
            yield from _split(text, chain)
            index = chain[-1].index + 1
        else:
            index += 1


def _split(text: Text, chain: Chain) -> Iterator[Chain]:
    """Apart at words inside that are nobody's name: 'HALIL AKIN | AANVRAAG | WERD'."""
    part: Chain = []
    for at, piece in enumerate(chain):
        begins = all(before.role != "name" for before in part)
        bad = (
            not begins
            and piece.role == "name"
            and piece.grade <= -1
            and not family_strength(text.words[piece.index])
        )
        if bad and at and at + 1 < len(chain):
            if part:
                yield part
            part = []
        else:
            part.append(piece)
    if part:
        yield part


def chain_from(text: Text, index: int, is_free: Callable[[int], bool]) -> Chain:
    first = _piece(text, index)
    if first is None:
        return []
    chain = _leading_particles(text, first, is_free)
    while len(chain) < LONGEST:
        following = _next(text, chain, is_free)
        if not following:
            break
        chain += following
    while chain and chain[-1].role == "particle":
        chain.pop()
    return chain


def _piece(text: Text, index: int) -> Piece | None:
    word = text.words[index]
    if word in {"d", "o", "t", "n", "m"} and text.gap(index) == "'" and _is_elided_name(text, index + 1):
        return Piece(index, "particle", NOTHING)
    if len(word) == 1:
        # 'I', 'A', 'À' are words where no point follows.
        is_initial = word.isalpha() and text.capitals[index] and not is_title(text, index)
        is_initial = is_initial and not (
            word in "aiyou" and text.gap(index) == " " and not _before_surname(text, index)
        )
        return Piece(index, "initial", NOTHING) if is_initial else None
    if word in PARTICLES and _leads_on(text, index):
        return Piece(index, "particle", NOTHING)
    value = grade(text, index)
    return None if value == NEVER else Piece(index, "name", value)


def _is_elided_name(text: Text, index: int) -> bool:
    """'D'HAENE', 'D'haene': not 'd'administration' or 'D'abord'."""
    if index >= len(text) or len(text.words[index]) < 3:
        return False
    return not text.is_word(index) or (text.capitals[index] and grade(text, index) > NOTHING)


def _before_surname(text: Text, index: int) -> bool:
    after = index + 1
    least = LIKELY if text.words[index] in {"o", "u"} else 2.5
    return after < len(text) and text.capitals[after] and grade(text, after) >= least


def _leads_on(text: Text, index: int) -> bool:
    """A particle with a capital ('De Smet', 'El Amrani') is one only before a capital or another particle."""
    after = index + 1
    if after >= len(text) or text.gap(index) not in {" ", "'", " '", "-", "\n"}:
        return False
    if text.words[index] in {"in", "op", "die", "das", "des", "e", "y"}:
        return text.words[after] in {"de", "den", "der", "t", "het"} and text.words[index] in {"in", "op"}
    if text.language == "de" and text.words[index] in {"der", "den"} and text.starts_sentence(index):
        return False
    if text.capitals[after]:
        return not text.stops(after) or text.words[after] in PARTICLES
    return text.words[after] in PARTICLES and after + 1 < len(text) and text.capitals[after + 1]


def _leading_particles(text: Text, first: Piece, is_free: Callable[[int], bool]) -> Chain:
    """'el', 'ben', 'van den' before a name, in small letters."""
    chain, index = [first], first.index - 1
    found: Chain = []
    if first.role == "particle" and text.words[first.index] in BIG_PARTICLES:
        return chain  # 'in de zaak van Van den Berg'
    while index >= 0 and len(found) < 3 and is_free(index) and not text.capitals[index]:
        if text.words[index] == "ben" and index and text.words[index - 1] in {"ik", "die", "dat"}:
            break  # 'ik ben Jelle'
        if text.words[index] not in PARTICLES or text.gap(index) not in {" ", "'", "-", "\n", " '"}:
            break
        found.insert(0, Piece(index, "particle", NOTHING))
        index -= 1
    words = [text.words[piece.index] for piece in found]
    if found and _is_noble_start(text, found[0].index):
        return found + chain
    if found and index >= 0 and words[0] not in NEVER_FIRST and _announces(text, index):
        return found + chain
    family = text.words[first.index]
    is_known = bool(family_strength(family)) and given_strength(family) is not Strength.SURE
    if words and (
        words[0] in SURE_PARTICLES or _begins_name(words, is_known=is_known, language=text.language)
    ):
        return found + chain
    if words and words[-1] in SURE_PARTICLES:
        return found[-1:] + chain
    return chain


# Offices before a name: 'l'inspecteur d'Ursel' is no inspector of Ursel.
OFFICES = frozenset(
    "inspecteur inspectrice inspector inspektor inspektorin agent agente commissaris commissaire juge rechter maitre advocaat avocat avocate notaris notaire huissier docteur".split()
)


def _is_noble_start(text: Text, index: int) -> bool:
    """'d'Ursel prétend', 'das Neves verlor': a small particle where a sentence begins; 'd'' in a language without elision."""
    word = text.words[index]
    if text.in_capitals(index) or text.is_typed_small:
        return False
    if word == "d" and text.gap(index) == "'":
        before = text.words[index - 1] if index else ""
        return (
            "fr" not in text.languages(index)
            or before in OFFICES
            or before == "de"
            or _begins_sentence(text, index)
        )
    if word in {"de", "do", "da"} and index and text.words[index - 1] in {"selon", "chez"}:
        return text.before(index) == " "  # no second small word follows these but one of a name
    return word not in NEVER_FIRST and word not in {"l", "t"} and _begins_sentence(text, index)


def _begins_sentence(text: Text, index: int) -> bool:
    """After a full stop that ends a sentence written with capitals, or an empty line; not on a line that was broken."""
    return (
        index > 0
        and text.before(index) in {". ", "! ", "? ", ".\n\n", ",\n\n", "\n\n"}
        and text.starts_sentence(index)
    )


def _announces(text: Text, index: int) -> bool:
    """A title, a relative or a verb of speaking: 'Dr. zur Mühlen', 'zucht von Hausen', 'soupire de la Vallée'."""
    gap = text.gap(index)
    following = text.words[index + 1]
    if is_title(text, index):
        return gap in {" ", ". ", ", ", " '", ". '"}
    if text.words[index] in LABELS and gap.strip() == ":":
        return following not in ARTICLES  # 'Absender: das LfA'
    # 'la fille de Paul', 'le père du Petit': small words of French, no part of a name.
    if (
        "fr" in text.languages(index)
        and following in {"de", "du", "des", "d", "le", "la", "les"}
        and not (following == "de" and text.words[index + 2] in {"la", "le"})
    ):
        return False
    if text.words[index] in ROLES and following in {"van", "von", "des", "der", "den", "vom"}:
        return False
    return (text.words[index] in ROLES and gap in {" ", ", "}) or (text.words[index] in SPEECH and gap == " ")


def _begins_name(words: list[str], *, is_known: bool, language: str) -> bool:
    """Small particles that begin a name: 'van den', 'van der' in Dutch, others only before a known family name."""
    if language != "de" and words[:2] in (["van", "den"], ["van", "der"], ["von", "der"], ["von", "den"]):
        return True
    if not is_known or len(words) < 2:
        return False
    return words[:2] in (
        ["van", "den"],
        ["van", "der"],
        ["van", "de"],
        ["van", "het"],
        ["op", "de"],
        ["in", "t"],
    )


def _next(text: Text, chain: Chain, is_free: Callable[[int], bool]) -> Chain:
    """The pieces that go on with the chain: a name or initial, with particles before it."""
    pieces: Chain = []
    index = chain[-1].index
    while index + 1 < len(text) and len(pieces) < 4:
        last = pieces[-1] if pieces else chain[-1]
        gap, index = text.gap(index), index + 1
        if not is_free(index) or not _joins(text, last, gap, index, chain[0].index):
            return []
        if text.capitals[index]:
            piece = _piece(text, index)
            if piece and piece.role == "name":
                piece.grade = _in_company(text, chain, pieces, piece)
            return (
                [*pieces, piece]
                if piece
                and _may_follow(text, chain[-1], pieces, piece, is_complete=_is_complete(text, chain))
                else []
            )
        if gap == "'" and last.role == "particle" and text.capitals[last.index] and not text.is_word(index):
            return [*pieces, Piece(index, "name", WITH_CUE)]
        if gap == "-" and last.role == "name" and _is_second_syllable(text, index):
            last.grade = max(last.grade, LIKELY)
            return [*pieces, Piece(index, "name", WITH_CUE)]
        if gap == ".-" and last.role == "initial" and len(text.words[index]) == 1:
            return [*pieces, Piece(index, "initial", NOTHING)]
        if text.words[index] not in PARTICLES or (chain[-1].role == "initial" and text.words[index] == "a"):
            return []
        pieces.append(Piece(index, "particle", NOTHING))
    return []


def _is_second_syllable(text: Text, index: int) -> bool:
    """'Eun-hye', 'Min-jun'."""
    word = text.words[index]
    return (
        1 < len(word) < 6
        and bool(given_strength(word) or family_strength(word) or not text.is_word(index))
        and not text.stops(index)
    )


def _is_noble(text: Text, given: Piece, family: Piece) -> bool:
    """'Sebastian zur Mühlen', but not 'sagte Jousten zu Birgit' and not 'hat Hans zur Arbeit geschickt'."""
    word = text.words[family.index]
    if given_strength(text.words[given.index]) is not Strength.SURE or given_strength(word) is Strength.SURE:
        return False
    return word not in common_words("de")


def _is_complete(text: Text, chain: Chain) -> bool:
    """Given and family name are both there; 'Egon Sebastian' are two given names."""
    names = [text.words[piece.index] for piece in chain if piece.role == "name"]
    if len(names) == 1:
        return chain[0].role == "initial"
    return any(given_strength(word) is not Strength.SURE for word in names)


def _in_company(text: Text, chain: Chain, particles: Chain, piece: Piece) -> float:
    """The grade of a word that follows others: 'Roeland D'HAENE', 'Blanche Van Antwerpen', 'Gerd Thönnissen'."""
    last = chain[-1]
    if last.role == "initial":
        return _after_initial(text, last, piece)
    between = [*(p for p in chain[1:] if p.role == "particle" and p.index >= piece.index - 3), *particles]
    named = next((p for p in reversed(chain) if p.role == "name"), None)
    is_capital = bool(between) and all(text.capitals[p.index] for p in between)
    if is_capital and named and named.grade >= 0.8 and piece.grade > -2.5:
        return max(piece.grade, 0.5)
    if last.role == "particle" and text.gap(last.index) == "'":
        return max(piece.grade, WITH_CUE)
    if last.role == "name" and last.grade >= 0.8 and piece.grade == -1.0 and not text.is_word(piece.index):
        return WITH_CUE
    return piece.grade


def _after_initial(text: Text, initial: Piece, piece: Piece) -> float:
    """'J. Pound', 'R. SCHWARZ': any word may be a family name there, but 'A. Beslissing' heads a chapter."""
    word = text.words[piece.index]
    heads = text.starts_sentence(initial.index) and not text.gap(piece.index).strip(" ")
    known = bool(family_strength(word) or given_strength(word))
    if not text.gap(initial.index).startswith(".") or (heads and not known):
        return piece.grade
    return max(piece.grade, WITH_CUE if family_strength(word) is Strength.SURE else 0.5)


def _may_follow(text: Text, before: Piece, particles: Chain, piece: Piece, *, is_complete: bool) -> bool:
    """'Karl-Heinz von der VoG', 'An van Apotheek De Linde': after a small particle no word that is nobody's name."""
    if not particles:
        return True
    small = [text.words[p.index] for p in particles if not text.capitals[p.index]]
    if piece.role != "name":
        return not (small and is_complete)  # 'sagte Duarte Ramos zu M. Bauer'
    # 'Ravi te Krakau', 'Laschet B. in Hergenrath'
    where = text.is_word(piece.index) or text.words[piece.index] in town_names()[0]
    if small[:1] == ["in"] or (small[:1] in (["op"], ["te"]) and where):
        return False
    if before.role == "initial":
        return True
    german = {"zur", "zum", "von", "vom", "zu"}
    if text.language == "de" and small and small[0] in german and before.grade >= LIKELY:
        return _is_noble(text, before, piece) and not is_complete
    if small == ["de", "la"] and before.grade >= LIKELY and piece.grade > -2.5 and not is_complete:
        return True
    if small and is_complete:
        # 'Ludwig Verschragen von der RWTH', 'Katarzyna de Esneux': where somebody is from.
        if small == ["de"] and not where and piece.grade >= LIKELY_AT_START:
            return True  # 'Mégane Delvaux de Fenffe'
        return (
            bool(family_strength(text.words[piece.index]))
            and piece.grade >= 2.5
            and small[0] not in {"in", "op", "a"}
        )
    return piece.grade >= 0.2 or bool(family_strength(text.words[piece.index]))


def _joins(text: Text, last: Piece, gap: str, index: int, first: int) -> bool:
    if SPACE.fullmatch(gap) or HYPHEN.fullmatch(gap):
        return True
    if last.role == "initial" and AFTER_INITIAL.fullmatch(gap):
        # 'Peeters I.' and the next line is something else.
        if "\n" not in gap:
            return True
        is_label = text.gap(index).lstrip(". ").startswith(":")
        return not is_label and all(len(text.words[i]) == 1 for i in range(first, last.index))
    word = text.words[index]
    if NEW_LINE.fullmatch(gap) and last.role == "particle":
        return True
    if NEW_LINE.fullmatch(gap):
        is_open = first == last.index or given_strength(text.words[last.index]) is Strength.SURE
        return last.grade >= 2.5 and is_open and _is_surname(text, index)
    is_announced = first > 0 and text.words[first - 1] in ANNOUNCING
    if COMMA.fullmatch(gap) and last.role == "name" and (last.grade > NOTHING or is_announced):
        halves = text.before(last.index) == "-" and last.index == first + 1
        if first != last.index and given_strength(text.words[first]) is Strength.SURE and not halves:
            return False  # 'Joost Declercq, Jan Declercq'
        if first == last.index and _is_only_given(text.words[first]):
            return False  # 'Present: Jack, Beverley Fisher'
        if is_announced and text.capitals[index] and grade(text, index) >= LIKELY:
            return True
        return _is_inversion(text, text.words[last.index - 1 if halves else last.index], index, word)
    return False


def _is_only_given(word: str) -> bool:
    return given_strength(word) is Strength.SURE and family_strength(word) is not Strength.SURE


def _is_surname(text: Text, index: int) -> bool:
    """A sure name on the next line, or the small particle that leads to one."""
    word = text.words[index]
    if not text.capitals[index]:
        return word in {"da", "de", "van", "der", "den", "dos", "el", "von", "di", "ben"}
    is_sure = Strength.SURE in (family_strength(word), given_strength(word))
    return not text.stops(index) and is_sure and grade(text, index) >= 2.5


def _is_inversion(text: Text, family: str, index: int, word: str) -> bool:
    """'Peeters, Jan' and 'Peeters, J.': a family name, a comma, a given name or an initial."""
    if not text.capitals[index] or not (family_strength(family) or not given_strength(family)):
        return False
    if _is_from_somewhere(text, index - 1):
        return False
    if len(word) == 1:
        return text.gap(index).startswith(".") and bool(family_strength(family))
    if given_strength(word) is not Strength.SURE or grade(text, index) < WITH_CUE:
        # 'Tamimi, Dilshad': one that no list holds after a sure family name.
        sure = family_strength(family) is Strength.SURE and given_strength(family) is not Strength.SURE
        return sure and not text.is_word(index) and grade(text, index) >= LIKELY
    return given_strength(family) is not Strength.SURE or _ends_after(text, index)


def _is_from_somewhere(text: Text, index: int) -> bool:
    """'from Ghent, Raoul', 'een Gentenaar, Raoul'."""
    before = text.words[index - 1] if index else ""
    return (
        before in LOCATIVES
        or any(before in listed for listed in DETERMINERS.values())
        or before in {"from", "uit", "van"}
    )


def _ends_after(text: Text, index: int) -> bool:
    """Whether no enumeration goes on after the word: 'Nolan, Rosalind' is one person, 'Nolan, Rosalind and' are two."""
    gap = text.gap(index)
    if gap.strip() or "\n" in gap:
        return not gap.startswith(",") or "\n" in gap
    return not text.capitals[index + 1] and text.words[index + 1] not in CONJUNCTIONS
