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
WRITTEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class TruePerson:
    """`first` and `last` as the text or the case file writes them; either may be empty."""

    first: str = ""
    last: str = ""
    gender: str = ""
    role: str = ""

    @property
    def key(self) -> str:
        return f"{plain(self.first)}|{plain(self.last)}"

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


def people_of(
    text: str, spans: Sequence[Span], known: KnownIdentifiers, language: str
) -> dict[int, TruePerson]:
    """For the index of every person span: whom it names. Genders come from the case file, titles, kin words, names."""
    groups: dict[str, _Group] = {}
    found: dict[int, TruePerson] = {}
    cast = [TruePerson(p.first, p.last, p.gender, p.role) for p in known.people]
    for index, span in enumerate(spans):
        if span.kind is not Kind.PERSON:
            continue
        kind, _, number = span.entity.partition(":")
        if kind == "person" and number.isdigit() and int(number) < len(cast):
            found[index] = _of_that_gender(text, span, cast[int(number)], cast, language)
        else:
            form = text[span.start : span.end]
            group = groups.setdefault(span.entity or plain(form), _Group())
            group.spans.append(index)
            group.forms.append(form)
            group.parts.append(span.part)
            group.titled = group.titled or stands_after_title(text, span.start)
            group.surname = group.surname or stands_after_surname(text, span.start)
            group.kin = group.kin or stands_after_kin(text, span.start, language)
    found |= _unknown(groups, cast, language)
    return _with_genders(text, spans, found, language)


def _of_that_gender(
    text: str, span: Span, person: TruePerson, cast: list[TruePerson], language: str
) -> TruePerson:
    """'M. Dupont' is not Anne Dupont where Paul Dupont is known as well."""
    gender, weight = gender_before(text, span.start, span.end, language)
    own = person.gender or likely_gender(person.first)
    if (
        weight < SURE
        or own in ("", gender)
        or plain(person.first).split(" ")[0] in WORD.findall(plain(text[span.start : span.end]))
    ):
        return person
    same = [p for p in cast if plain(p.last) == plain(person.last)]
    fitting = [p for p in same if (p.gender or likely_gender(p.first)) == gender]
    unknown = [p for p in same if not (p.gender or likely_gender(p.first))]
    return next(iter([*fitting, *unknown]), person)


def _unknown(groups: dict[str, _Group], cast: list[TruePerson], language: str) -> dict[int, TruePerson]:
    """Longest names first, so that 'Peeters' finds 'Jan Peeters' already there."""
    everything = {w for g in groups.values() for f in g.forms for w in WORD.findall(plain(f))}
    everything |= {w for p in cast for w in p.words}
    ordered = sorted(groups.values(), key=lambda g: (-max(len(f) for f in g.forms), g.spans[0]))
    people = list(cast)
    found: dict[int, TruePerson] = {}
    for group in ordered:
        best = max(group.forms, key=lambda f: (len(WORD.findall(f)), len(f)))
        part = group.parts[group.forms.index(best)]
        part = "first" if group.kin and not group.titled else part
        bare = unpossessed(best, everything, language)
        person = TruePerson("", bare) if group.surname else split_name(bare, part, group.titled)
        same = [p for p in people if _is_part_of(person, p)]
        if not same and len(person.words) == 1:
            same = [p for p in people if person.words <= p.words]
        if same:
            person = same[0]
        else:
            people.append(person)
        found.update(dict.fromkeys(group.spans, person))
    return found


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
