"""Every form of a true name in the same form of the invented one: 'PEETERS Jan' → 'LINDEBROECK Karim', 'J. Peeters' → 'K. Lindebroeck'."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.grammar import possessive
from ombuds.deidentification.engine.inventing import Alias
from ombuds.deidentification.engine.replacing.persons import WORD, TruePerson, is_owned_given
from ombuds.deidentification.engine.words import PARTICLES

FIRST, LAST, INITIAL, OTHER = "first", "last", "initial", "other"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of one role; `words` are their plain forms."""

    role: str
    start: int
    end: int
    words: tuple[str, ...]


def alias_form(written: str, person: TruePerson, alias: Alias, language: str, part: str = "") -> str:
    """`written` is one mention of `person` in a text; the answer is the same mention of `alias`."""
    body, apostrophe = without_possessive(written, person, language)
    pieces = _settled(_pieces(body, person), person, part)
    out, at = "", 0
    for number, piece in enumerate(pieces):
        between = re.sub(r"\s+", " ", body[at : piece.start]) if number else ""
        name = _piece(piece, body, person, alias, pieces)
        at = piece.end
        if piece.role == INITIAL and body[at : at + 1] == ".":
            at += 1
        if not name:
            continue
        joint = between if number and re.fullmatch(r"[ ,.\-_]{1,3}", between) else " "
        out += (joint if out else "") + name
    out = out or _cased(body, alias.last or alias.first)
    if apostrophe is None:
        return out
    ending = possessive(out, language, apostrophe)
    return out + (ending.upper() if out.isupper() and ending == "s" else ending)


def without_possessive(written: str, person: TruePerson, language: str) -> tuple[str, str | None]:
    """The name alone, and the apostrophe to use for its ending; None when it has none, '' for an English plural."""
    if match := re.search(r"(['’])[sS]$|(?<=[sxzSXZ])(['’])$", written):
        return written[: match.start()], match.group(1) or match.group(2)
    words = WORD.findall(plain(written))
    if language == "fr" or not words or written[-1:] not in "sS" or words[-1] in person.words:
        return written, None
    if words[-1][:-1] in person.words or is_owned_given(words[-1]):
        return written[:-1], "" if language == "en" else "’" if language == "de" else "'"
    return written, None


def _pieces(body: str, person: TruePerson) -> list[Piece]:
    tokens = [(m.start(), m.end(), plain(m.group())) for m in WORD.finditer(body)]
    roles = _roles(body, tokens, person)
    pieces: list[Piece] = []
    for (start, end, word), role in zip(tokens, roles, strict=True):
        last = pieces[-1] if pieces else None
        if last and last.role == role and role != OTHER:
            pieces[-1] = Piece(role, last.start, end, (*last.words, word))
        else:
            pieces.append(Piece(role, start, end, (word,)))
    return pieces


def _roles(body: str, tokens: list[tuple[int, int, str]], person: TruePerson) -> list[str]:
    firsts, lasts = WORD.findall(plain(person.first)), WORD.findall(plain(person.last))
    glued_first, glued_last = "".join(firsts), "".join(lasts)
    initials = "".join(f[0] for f in firsts)
    roles: list[str] = []
    inverted = "," in body or (body.split(" ")[0].isupper() and not body.isupper())
    for index, (start, end, word) in enumerate(tokens):
        following = tokens[index + 1][2] if index + 1 < len(tokens) else ""
        is_first = _like(word, [*firsts, glued_first])
        is_last = _like(word, [*lasts, glued_last])
        in_last = word in lasts and following and _like(following, lasts)  # the O of O'Neill
        if len(word) == 1 and (body[end : end + 1] == "." or not in_last):
            roles.append(INITIAL)
        elif is_first and is_last:
            order = (LAST, FIRST) if inverted else (FIRST, LAST)
            roles.append(order[1] if order[0] in roles else order[0])
        elif is_last or (word in PARTICLES and _like(following, [*lasts, glued_last])):
            roles.append(LAST)
        elif is_first:
            roles.append(FIRST)
        elif len(word) < 4 and word == initials and body[start:end].isupper():
            roles.append(INITIAL)
        else:
            roles.append(OTHER)
    return roles


def _like(word: str, names: list[str]) -> bool:
    limit = 0 if len(word) < 5 else 1 if len(word) < 8 else 2
    return any(name and OSA.distance(word, name, score_cutoff=limit) <= limit for name in names)


def _settled(pieces: list[Piece], person: TruePerson, part: str) -> list[Piece]:
    """Nicknames and middle names get a role by their place; what is left over between the others goes."""
    roles = {p.role for p in pieces}
    settled: list[Piece] = []
    for number, piece in enumerate(pieces):
        role = piece.role
        if role == OTHER:
            role = _guessed(number, pieces, roles, person, part)
            roles.add(role)
        if role and not (role in (FIRST, LAST) and any(p.role == role for p in settled)):
            settled.append(Piece(role, piece.start, piece.end, piece.words))
    return settled


def _guessed(number: int, pieces: list[Piece], roles: set[str], person: TruePerson, part: str) -> str:
    if FIRST in roles and LAST in roles:
        return ""
    if LAST in roles or (INITIAL in roles and FIRST not in roles and part == FIRST):
        return FIRST
    if FIRST in roles or INITIAL in roles:
        return LAST
    if len(pieces) > 1:
        return FIRST if number == 0 else LAST
    if part in (FIRST, LAST):
        return part
    return LAST if person.last else FIRST


def _piece(piece: Piece, body: str, person: TruePerson, alias: Alias, pieces: list[Piece]) -> str:
    written = body[piece.start : piece.end]
    if piece.role == INITIAL:
        return _initials(piece, body, alias, pieces)
    true, name = (person.first, alias.first) if piece.role == FIRST else (person.last, alias.last)
    return _cased(written, _half(piece.words, true, name, piece.role))


def _half(words: tuple[str, ...], true: str, name: str, role: str) -> str:
    """'Marie' of 'Marie-Hélène' is half of the invented double name; a family name without its particle stays without."""
    whole = WORD.findall(plain(true))
    parts: list[str] = re.findall(r"[^\s\-]+", name)
    mains = [p for p in parts if plain(p) not in PARTICLES] if role == LAST else parts
    if any(w in PARTICLES for w in words) or len(words) >= len(whole):
        return name
    true_mains = [w for w in whole if w not in PARTICLES] or whole
    if len(true_mains) > 1 and len(mains) > 1 and len(words) == 1 and words[0] in true_mains:
        return mains[min(true_mains.index(words[0]), len(mains) - 1)]
    glued = len(whole) > 1 and _like("".join(words), ["".join(whole)])
    return name if glued or (len(words) > 1 and len(mains) > 1) else " ".join(mains) or name


def _initials(piece: Piece, body: str, alias: Alias, pieces: list[Piece]) -> str:
    """J. → K.; J.-P. → K.-L. when the invented name is double; J.P. alone → K.L. (first and last)."""
    dotted = "." in body[piece.start : piece.end + 1]
    roles = {p.role for p in pieces}
    firsts = [w[0] for w in re.findall(r"[^\W\d_]+", alias.first)]
    count = sum(len(w) for w in piece.words)
    if roles == {INITIAL}:
        letters = firsts[:1] + ([alias.last[0]] if count > 1 and alias.last else [])
    elif FIRST in roles:
        letters = [alias.last[0]] if alias.last else []
    else:
        letters = firsts[: max(1, count)]
    written = body[piece.start : piece.end]
    joint = "-" if "-" in written else " " if " " in written.strip() else ""
    text = (f".{joint}" if dotted else joint).join(letters) + ("." if dotted and letters else "")
    return text.lower() if written.islower() else text.upper()


def _cased(written: str, name: str) -> str:
    letters = [c for c in written if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return name.upper()
    if letters and all(c.islower() for c in letters):
        return name.lower()
    if letters and letters[0].islower() and " " in name:
        return name[0].lower() + name[1:]
    return name
