"""Who is who in a text: every mention of a person, by whatever form of the name, leads to one true person."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.inventing import likely_gender
from ombuds.deidentification.engine.inventing.lists import first_names
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.lexicons.loading import Strength, family_strength, given_strength
from ombuds.deidentification.engine.replacing.hints import (
    SURE,
    gender_before,
    stands_after_kin,
    stands_after_surname,
    stands_after_title,
)
from ombuds.deidentification.engine.spans import Kind, Span
from ombuds.deidentification.engine.words import PARTICLES

WORD = re.compile(r"[^\W\d_]+")
MEESTER = re.compile(r"(?<![^\W_])mr\.? $", re.I)
WRITTEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class TruePerson:
    """`first` and `last` as the text or the case file writes them; either may be empty. `apart`: of two people of one surname, neither of whom has
    a first name, so that the gender tells them apart."""

    first: str = ""
    last: str = ""
    gender: str = ""
    role: str = ""
    apart: bool = False

    @property
    def key(self) -> str:
        return f"{f'({self.gender})' if self.apart else plain(self.first)}|{plain(self.last)}"

    @property
    def words(self) -> frozenset[str]:
        return frozenset(WORD.findall(plain(f"{self.first} {self.last}")))


@dataclass
class _Group:
    """The mentions that the finder tied together."""

    spans: list[int] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    titled: bool = False
    kin: bool = False
    surname: bool = False
    gender: str = ""


def people_of(
    text: str, spans: Sequence[Span], known: KnownIdentifiers, language: str
) -> dict[int, TruePerson]:
    """For the index of every person span: whom it names. Genders come from the case file, titles, kin words, names."""
    tied: dict[str, list[int]] = {}
    found: dict[int, TruePerson] = {}
    cast = [TruePerson(p.first, p.last, p.gender, p.role) for p in known.people]
    for index, span in enumerate(spans):
        if span.kind is not Kind.PERSON:
            continue
        kind, _, number = span.entity.partition(":")
        if kind == "person" and number.isdigit() and int(number) < len(cast):
            found[index] = _of_that_gender(text, span, cast[int(number)], cast, language)
        else:
            tied.setdefault(span.entity or plain(text[span.start : span.end]), []).append(index)
    groups = [
        _group(text, spans, some, language, gender)
        for listed in tied.values()
        for by_gender in [_two_of_one_name(text, spans, listed, language)]
        for gender, some in by_gender.items()
    ]
    found |= _unknown(groups, cast, language)
    return _with_genders(text, spans, found, language)


def _group(text: str, spans: Sequence[Span], listed: list[int], language: str, gender: str) -> _Group:
    starts = [spans[i].start for i in listed]
    return _Group(
        spans=listed,
        forms=[text[spans[i].start : spans[i].end] for i in listed],
        parts=[spans[i].part for i in listed],
        titled=any(stands_after_title(text, start) for start in starts),
        kin=any(stands_after_kin(text, start, language) for start in starts),
        surname=any(stands_after_surname(text, start) for start in starts),
        gender=gender,
    )


def _two_of_one_name(
    text: str, spans: Sequence[Span], listed: list[int], language: str
) -> dict[str, list[int]]:
    """Gender to its mentions, where 'Mrs Ashworth' and 'Mr Gerald Ashworth' were tied together for their surname; all under '' otherwise.

    A mention that does not say whose it is is that of the one who was named last.
    """
    people = {i: split_name(text[spans[i].start : spans[i].end], spans[i].part) for i in listed}
    told = {i: said for i, p in people.items() if (said := _titled_gender(text, spans[i], p, language))}
    if not told:
        return {"": listed}
    full = {plain(p.first): "" for p in people.values() if p.first and p.last}
    for first in full:
        own = [told[i] for i, p in people.items() if plain(p.first) == first and i in told]
        full[first] = own[0] if own else likely_gender(first)
    for i, p in people.items():
        if i not in told and (gender := full.get(plain(p.first), "")):
            told[i] = gender
    if len(set(told.values())) < 2:
        return {"": listed}
    found: dict[str, list[int]] = {}
    last = told[min(told)]
    for i in listed:
        last = told.get(i, last)
        found.setdefault(last, []).append(i)
    return found


def _titled_gender(text: str, span: Span, person: TruePerson, language: str) -> str:
    """What the title before a name says; nothing where it is a Dutch lawyer's mr., or may be the initial of a woman."""
    gender, weight = gender_before(text, span.start, span.end, language)
    before = text[max(0, span.start - 12) : span.start]
    if weight < SURE or (language == "nl" and MEESTER.search(before)) or is_her_initial(before, person):
        return ""
    return gender


def _of_that_gender(
    text: str, span: Span, person: TruePerson, cast: list[TruePerson], language: str
) -> TruePerson:
    """'M. Dupont' is not Anne Dupont where Paul Dupont is known as well, nor where the case file says that she is a woman."""
    gender, weight = gender_before(text, span.start, span.end, language)
    own = person.gender or likely_gender(person.first)
    if weight < SURE or own in ("", gender):
        return person
    written = WORD.findall(plain(text[span.start : span.end]))
    bearers = [p for p in cast if set(written) <= set(WORD.findall(plain(p.last)))]
    if fitting := [p for p in bearers if (p.gender or likely_gender(p.first)) == gender]:
        return fitting[0]  # 'mevrouw Nguyen' is Oumou Nguyen, and not the man who is called Nguyen
    if plain(person.first).split(" ")[0] in written:
        return person
    same = [p for p in cast if plain(p.last) == plain(person.last)]
    fitting = [p for p in same if (p.gender or likely_gender(p.first)) == gender]
    unknown = [p for p in same if not (p.gender or likely_gender(p.first))]
    spouse = [TruePerson("", person.last, gender)] if person.gender and person.last else []
    return next(iter([*fitting, *unknown, *spouse]), person)


def _unknown(groups: list[_Group], cast: list[TruePerson], language: str) -> dict[int, TruePerson]:
    """Longest names first, so that 'Peeters' finds 'Jan Peeters' already there."""
    everything = {w for g in groups for f in g.forms for w in WORD.findall(plain(f))}
    everything |= {w for p in cast for w in p.words}
    ordered = sorted(groups, key=lambda g: (-max(len(f) for f in g.forms), g.spans[0]))
    people = list(cast)
    found: dict[int, TruePerson] = {}
    for group in ordered:
        best = max(group.forms, key=lambda f: (len(WORD.findall(f)), len(f)))
        part = group.parts[group.forms.index(best)]
        part = "first" if group.kin and not group.titled else part
        bare = unpossessed(best, everything, language)
        person = TruePerson("", bare) if group.surname else split_name(bare, part, group.titled)
        person = replace(person, gender=group.gender)
        others = [p for p in people if _may_be(person, p)]
        same = [p for p in others if _is_part_of(person, p)]
        if not same and len(person.words) == 1:
            same = [p for p in others if person.words <= p.words]
        if same:
            person = same[0]
        else:
            taken = any(p.key == person.key for p in people)
            person = replace(person, apart=taken and not person.first)
            people.append(person)
        found.update(dict.fromkeys(group.spans, person))
    return found


def _may_be(person: TruePerson, other: TruePerson) -> bool:
    """Whether nothing is against it that these are one: she who is told apart from her husband is not he."""
    gender = other.gender or likely_gender(other.first)
    return not person.gender or not gender or person.gender == gender


def _is_part_of(person: TruePerson, whole: TruePerson) -> bool:
    """'Peeters', 'J. Peeters' and 'Jan' are parts of 'Jan Peeters'; 'An Peeters' is not."""
    lasts, whole_lasts = WORD.findall(plain(person.last)), WORD.findall(plain(whole.last))
    firsts, whole_firsts = WORD.findall(plain(person.first)), WORD.findall(plain(whole.first))
    letters = [*firsts, *lasts]
    if len(letters) == 2 and all(len(word) == 1 for word in letters) and whole_firsts and whole_lasts:
        return letters[0] == whole_firsts[0][0] and letters[1] in {word[0] for word in whole_lasts}  # 'G.L.'
    if not (lasts or firsts) or not set(lasts) <= set(whole_lasts):
        return False
    if len(firsts) == 1 and len(firsts[0]) == 1:
        return bool(lasts) and (not whole_firsts or whole_firsts[0][0] == firsts[0])
    return set(firsts) <= set(whole_firsts) if firsts else bool(lasts)


def unpossessed(form: str, words: set[str], language: str) -> str:
    """The name without its possessive ending, as far as that can be told."""
    form = re.sub(r"(?:['’]s|(?<=[sxzSXZ])['’])$", "", form.strip())
    ending = (WORD.findall(plain(form)) or [""])[-1]
    if form[-1:] in "sS" and language in ("nl", "de", "en") and len(ending) > 2:
        stem = ending[:-1]
        if stem in words or (len(stem) > 2 and is_owned_given(ending)):
            return form[:-1]
    return form


def split_name(form: str, part: str = "", titled: bool = False) -> TruePerson:
    """First and last name of a written form: 'Jan Van den Bossche', 'PEETERS Jan', 'Peeters, Jan', 'J. Peeters'."""
    before, comma, after = form.partition(",")
    if comma and after.strip():
        return TruePerson(after.strip(" .") if len(after.strip(" .")) > 1 else after.strip(), before.strip())
    words = WRITTEN.findall(form)
    if len(words) < 2:
        is_first = not titled and (part == "first" or (part != "last" and _is_given(form)))
        return TruePerson(form.strip(), "") if is_first else TruePerson("", form.strip())
    shouted = [len(w.strip(".")) > 1 and w.isupper() for w in words]
    if shouted[0] and not all(shouted):
        at = shouted.index(False)
        return TruePerson(" ".join(words[at:]), " ".join(words[:at]))
    if plain(words[0]) in PARTICLES and part != "full":
        return TruePerson("", form.strip())
    at = next((i for i, w in enumerate(words) if i and plain(w).strip(".") in PARTICLES), 0)
    if not at:
        given = (i for i, w in enumerate(words) if not w.endswith(".") and not _is_given(w))
        at = max(1, min(next(given, len(words) - 1), len(words) - 1))
    cut = form.find(words[at], len(words[0]))
    return TruePerson(form[:cut].strip(), form[cut:].strip())


def _is_given(word: str) -> bool:
    """'Anne', 'Jean-Claude': each of its parts is a given name that many bear here."""
    parts = WORD.findall(plain(word))
    return bool(parts) and all(p in _GIVEN or given_strength(p) is Strength.SURE for p in parts)


def is_owned_given(word: str) -> bool:
    """'annes', in plain form: a given name with an s, which together are no name (as Willems is)."""
    stem = word.removesuffix("s")
    return stem != word and _is_given(stem) and not _is_given(word) and not family_strength(word)


_GIVEN = frozenset(plain(n) for by in first_names().values() for names in by.values() for n in names)


def _with_genders(
    text: str, spans: Sequence[Span], found: dict[int, TruePerson], language: str
) -> dict[int, TruePerson]:
    votes: dict[str, Counter[str]] = {}
    for index, person in found.items():
        gender, weight = gender_before(text, spans[index].start, spans[index].end, language)
        if gender == "m" and language == "fr" and is_her_initial(text[: spans[index].start], person):
            weight = 1
        if not gender and language == "fr" and _is_monsieur(text, spans[index], person):
            gender, weight = "m", 1
        if gender:
            votes.setdefault(person.key, Counter())[gender] += weight
    known: dict[str, str] = {}
    for person in found.values():
        told = votes.get(person.key)
        said = told.most_common(1)[0][0] if told else ""
        known[person.key] = person.gender or said or likely_gender(person.first)
    return {index: replace(person, gender=known[person.key]) for index, person in found.items()}


def is_her_initial(before: str, person: TruePerson) -> bool:
    """The M. of M. García may be Monsieur, and may be Mieke."""
    return (
        before.endswith("M. ")
        and plain(person.first).startswith("m")
        and (person.gender == "f" or likely_gender(person.first) != "m")
    )


def _is_monsieur(text: str, span: Span, person: TruePerson) -> bool:
    """'M. Dupont' was found with its title, which is not the initial of a woman."""
    if not text.startswith("M. ", span.start):
        return False
    return not (plain(person.first).startswith("m") and likely_gender(person.first) == "f")
