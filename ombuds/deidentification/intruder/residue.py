"""True values: identifiers of any case of the base that a publication still holds. The rule stands in `identifiers`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ombuds.deidentification.engine.checking import check
from ombuds.deidentification.engine.known import KnownIdentifiers, Person
from ombuds.deidentification.intruder.base import Base
from ombuds.deidentification.intruder.concepts import SMALL
from ombuds.deidentification.intruder.identifiers import digits, main_words, name_forms, street_key
from ombuds.deidentification.intruder.lexicon import phrases
from ombuds.deidentification.intruder.plain import STEM, WORD, Plain, folded, key, words
from ombuds.deidentification.intruder.publication import Publication
from ombuds.deidentification.intruder.verdict import TrueValue

EMAIL = re.compile(r"[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}")
NUMBER = re.compile(
    r"(?:\b[a-z]{1,6}[ ./_-])?[a-z]{0,4}\d[a-z0-9]*(?:[ ./()+_-]{1,2}[a-z0-9]*\d[a-z0-9]*|[ .-][a-z]{1,4}(?=[ .-]\d))*"
)
PIECE = re.compile(r"[a-z0-9]+")
MOST_CASES = 300
RARE = 2
# A word that so many more files use than there are people of that name is a word.
WORD_RATHER_THAN_NAME = 4
WEIGHED_ELSEWHERE = frozenset(
    {"place", "date", "time", "age", "profession", "amount", "family", "health", "birth_date"}
)


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int
    capital: bool


def true_values(
    publication: Publication, base: Base, truth: Sequence[int], never_names: frozenset[str] = frozenset()
) -> list[TrueValue]:
    """Every identifier still there, in reading order, each place once.

    `never_names`: single words that are nobody's name; those of the true cases are found all the same.
    """
    own = [base.case(number) for number in truth]
    found: list[TrueValue] = []
    for where, text, plain in publication.plains:
        for case in own:
            found += _by_engine(where, text, publication.language, case.names, case.id)
        if not own:
            found += _by_engine(where, text, publication.language, None, "")
        others = _of_any_case(where, text, plain, base)
        found += [v for v in others if v.kind != "person" or folded(v.text) not in never_names]
    return _once(found)


def _by_engine(
    where: str, text: str, language: str, names: KnownIdentifiers | None, case: str
) -> Iterator[TrueValue]:
    for finding in check(text, names or KnownIdentifiers(), where=where, language=language):
        kind = str(finding.kind.value)
        if kind not in WEIGHED_ELSEWHERE:
            end = finding.start + len(finding.text)
            yield TrueValue(where, finding.start, end, kind, finding.text, case, finding.certain)


def _once(found: Iterable[TrueValue]) -> list[TrueValue]:
    kept: list[TrueValue] = []
    for value in sorted(found, key=lambda v: (v.where, v.start, -v.end, v.case)):
        if not kept or kept[-1].where != value.where or value.start >= kept[-1].end:
            kept.append(value)
    return kept


def _of_any_case(where: str, text: str, plain: Plain, base: Base) -> Iterator[TrueValue]:
    found = [
        Token(m.group(), m.start(), m.end(), plain.cased[m.start()].isupper())
        for m in PIECE.finditer(plain.text)
    ]
    for kind, start, end, case in (
        *_names(found, base),
        *_numbers(plain.text, base),
        *_streets(found, base),
        *_organisations(found, base),
    ):
        first, last = plain.original(start, end)
        yield TrueValue(where, first, last, kind, text[first:last], case)


def _cases(base: Base, wanted: str) -> list[int]:
    return [int(n) for n in base.who("identifiers", key(wanted))[:MOST_CASES] if base.alive[n]]


# -- names ------------------------------------------------------------------------------------------------------------


def _names(found: list[Token], base: Base) -> Iterator[tuple[str, int, int, str]]:
    for at, token in enumerate(found):
        if not token.text.isalpha() or len(token.text) < 2 or not token.capital:
            continue
        forms = {"".join(t.text for t in found[at : at + length]) for length in (2, 3)}
        if token.text not in SMALL:
            forms |= name_forms(token.text)
        for form in sorted(forms):
            for number in _cases(base, f"last {form}"):
                case = base.case(number)
                for person in case.names.people if case.names else ():
                    span = _named(found, at, person, base)
                    if span is not None:
                        yield "person", *span, case.id


def _named(found: list[Token], at: int, person: Person, base: Base) -> tuple[int, int] | None:
    """The stretch that names this person, when the word at `at` is (nearly) the surname and the rest bears it out."""
    surname = main_words(person.last)
    token = found[at]
    matching = next((w for w in surname if _alike(token.text, w)), None)
    last = at
    if matching is None:
        whole = "".join(words(person.last))
        lengths = (n for n in (2, 3) if whole and "".join(t.text for t in found[at : at + n]) == whole)
        last = at + next(lengths, 0) - 1
        if last < at:
            return None
    given = main_words(person.first)
    for near in (*range(at - 1, max(-1, at - 6), -1), *range(last + 1, min(len(found), last + 4))):
        other = found[near]
        if (
            given
            and other.capital
            and (_alike(other.text, given[0]) or other.text == given[0][0])
            and other.text not in surname
        ):
            if len(other.text) == 1 and abs(near - at) > 2:
                continue
            return min(token.start, other.start), max(found[last].end, other.end)
    if matching is not None and token.text == matching and len(surname) == 1 and _is_rare(matching, base):
        return token.start, token.end
    return None


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    allowed = 0 if len(other) < 5 else 1 if len(other) < 8 else 2
    return allowed > 0 and OSA.distance(one, other, score_cutoff=allowed) <= allowed


def _is_rare(surname: str, base: Base) -> bool:
    """Whether so few people bear it that it names one of them, and it is no word."""
    if phrases().starting(surname) or surname in SMALL or len(surname) < 4:
        return False
    people, texts = (
        int(base.count("identifiers", [key(f"last {surname}")])[0]),
        int(base.count("terms", [key(surname[:STEM])])[0]),
    )
    return people <= RARE and texts <= WORD_RATHER_THAN_NAME + people


# -- numbers, streets, organisations ----------------------------------------------------------------------------------


def _numbers(text: str, base: Base) -> Iterator[tuple[str, int, int, str]]:
    for match in EMAIL.finditer(text):
        for number in _cases(base, f"email {folded(match.group())}"):
            yield "email", *match.span(), base.case(number).id
    for match in NUMBER.finditer(text):
        pieces = list(PIECE.finditer(text, match.start(), match.end()))
        for first in range(len(pieces)):
            for last in range(first, min(len(pieces), first + 9)):
                start, end = pieces[first].start(), pieces[last].end()
                plain = digits(text[start:end])
                if len(plain) >= 5:
                    for number in _cases(base, f"number {plain}"):
                        yield "reference", start, end, base.case(number).id


def _streets(found: list[Token], base: Base) -> Iterator[tuple[str, int, int, str]]:
    for at, token in enumerate(found):
        if not token.text[0].isdigit():
            continue
        for near in found[max(0, at - 4) : at + 4]:
            wanted = street_key(near.text, token.text) if near.text.isalpha() and near.capital else None
            if wanted is not None:
                for number in _cases(base, wanted):
                    yield (
                        "address",
                        min(near.start, token.start),
                        max(near.end, token.end),
                        base.case(number).id,
                    )


def _organisations(found: list[Token], base: Base) -> Iterator[tuple[str, int, int, str]]:
    texts = [t.text for t in found if WORD.fullmatch(t.text)]
    if len(texts) != len(found):
        found = [t for t in found if WORD.fullmatch(t.text)]
    for at in range(len(found)):
        for length in range(2, 7):
            if at + length <= len(found):
                for number in _cases(
                    base, f"organisation {' '.join(t.text for t in found[at : at + length])}"
                ):
                    yield "organisation", found[at].start, found[at + length - 1].end, base.case(number).id
