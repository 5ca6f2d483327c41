"""Puts something else where a person was named: a mark, a placeholder, a letter for the role, or fiction."""

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ombuds.deidentification.engine.dates import DateMention, by_month, mentions, shifted, written
from ombuds.deidentification.engine.finding import find
from ombuds.deidentification.engine.folding import fold, plain
from ombuds.deidentification.engine.inventing import Inventor, likely_gender
from ombuds.deidentification.engine.known import KnownIdentifiers, Person
from ombuds.deidentification.engine.naming import words_of
from ombuds.deidentification.engine.placeholders import LETTERS, placeholder
from ombuds.deidentification.engine.spans import Kind, Mode, Span
from ombuds.deidentification.engine.words import FEMALE_TITLES, MALE_TITLES

MENDED = {
    "nl": {"op": "in"}, "fr": {"le": "en", "du": "de", "au": "à"}, "en": {"on": "in"}, "de": {"am": "im", "vom": "von"},
}  # fmt: skip
MONTH_ONLY = re.compile(r"[^\W\d_]+(?: \d{4})?$")
VOWELS = "aeiouyéèêàâîïôûAEIOUYÉÈÊÀÂÎÏÔÛ"


@dataclass(frozen=True, slots=True)
class Deidentified:
    """The new text, and the spans of the old one with what stands there now."""

    text: str
    spans: tuple[Span, ...]
    mode: Mode


@dataclass
class Alias:
    first: str
    last: str


@dataclass
class Ledger:
    """Who became whom, for one publication; the same over all its texts when it is passed along."""

    language: str
    mode: Mode
    known: KnownIdentifiers
    seed: int = 0
    people: dict[str, Alias] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.random = random.Random(f"{self.seed}:{self.language}")  # noqa: S311 repeatable invention, nothing secret
        self.inventor = Inventor(self.language, frozenset(_true_words(self.known)), self.random)
        self.days = _offset(self.random, self.known)

    def letter(self, entity: str) -> str:
        """B, C, D … in order of appearance; never a real initial, and no A, which reads as a word."""
        if entity not in self.letters:
            initials = {w[0].upper() for p in self.known.people for w in words_of(f"{p.first} {p.last}")}
            free = [c for c in LETTERS if c not in self.letters.values()]
            self.letters[entity] = next(
                (c for c in free if c not in initials), f"{LETTERS[0]}{len(self.letters)}"
            )
        return self.letters[entity]

    def alias(self, entity: str, person: Person | None, gender: str) -> Alias:
        if entity not in self.people:
            gender = (
                (person.gender if person else "") or gender or likely_gender(person.first if person else "")
            )
            family = self._family(person)
            self.people[entity] = Alias(self.inventor.first(gender), family or self.inventor.last())
        return self.people[entity]

    def _family(self, person: Person | None) -> str:
        """Relatives keep one family name together."""
        if person is None or not person.last:
            return ""
        for index, other in enumerate(self.known.people):
            if (
                other is not person
                and plain(other.last) == plain(person.last)
                and f"person:{index}" in self.people
            ):
                return self.people[f"person:{index}"].last
        return ""

    def place(self, entity: str, kind: str) -> str:
        if entity not in self.places:
            self.places[entity] = self.inventor.street() if kind == "street" else self.inventor.town()
        return self.places[entity]


def deidentify(
    text: str,
    *,
    language: str = "nl",
    known: KnownIdentifiers | None = None,
    mode: Mode = Mode.PSEUDONYM,
    seed: int = 0,
    ledger: Ledger | None = None,
    spans: Sequence[Span] | None = None,
) -> Deidentified:
    """Replace everything `find` finds, or exactly `spans` (a reviewer's); the same seed gives the same text."""
    known = known or KnownIdentifiers()
    ledger = ledger or Ledger(language, mode, known, seed)
    spans = list(find(text, language, known) if spans is None else spans)
    if mode is Mode.MARK:
        return Deidentified(text, tuple(spans), mode)
    days = {(m.start, m.end): m for m in mentions(fold(text))}
    genders = _genders(text, spans)
    mended: list[Span] = []
    for span in spans:
        before = text[max(mended[-1].end if mended else 0, span.start - 4) : span.start]
        replaced = _replaced(text, span, days.get((span.start, span.end)), ledger, genders)
        mended.append(_mend(before, replaced, language))
    return Deidentified(apply(text, mended), tuple(mended), mode)


def apply(text: str, spans: list[Span]) -> str:
    """The text with each span's replacement; every character outside the spans stays as it was."""
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], span.replacement]
        at = span.end
    return "".join([*pieces, text[at:]])


def _replaced(
    text: str, span: Span, day: DateMention | None, ledger: Ledger, genders: dict[str, str]
) -> Span:
    if ledger.mode is Mode.REDACT:
        return replace(span, replacement=placeholder(span.kind, ledger.language))
    original = text[span.start : span.end]
    if span.kind is Kind.PERSON:
        return replace(span, replacement=_person(original, span, ledger, genders.get(span.entity, "")))
    if span.kind is Kind.DATE and day is not None:
        return replace(span, replacement=_date(span, day, ledger))
    if ledger.mode is Mode.FICTION and span.kind in {Kind.ADDRESS, Kind.PLACE} and span.part != "postcode":
        return replace(span, replacement=_place(original, span, ledger))
    return replace(span, replacement=placeholder(span.kind, ledger.language))


def _person(original: str, span: Span, ledger: Ledger, gender: str) -> str:
    if ledger.mode is Mode.PSEUDONYM:
        return ledger.letter(span.entity) + _possessive(original, ledger.letter(span.entity), span, ledger)
    person = _person_of(span, ledger.known)
    alias = ledger.alias(span.entity, person, gender)
    parts = {
        "first": alias.first,
        "last": alias.last,
        "initials": f"{alias.first[0]}. {alias.last}",
        "monogram": f"{alias.first[0]}.{alias.last[0]}.",
    }
    name = parts.get(span.part or "last", f"{alias.first} {alias.last}")
    name += _possessive(original, name, span, ledger)
    return name.upper() if original.isupper() and len(original) > 2 and span.part != "monogram" else name


def _person_of(span: Span, known: KnownIdentifiers) -> Person | None:
    kind, _, index = span.entity.partition(":")
    return known.people[int(index)] if kind == "person" and index.isdigit() else None


def _possessive(original: str, name: str, span: Span, ledger: Ledger) -> str:
    """Jans fiets, Peeters' fiets, Jan's bike: the ending follows the new name."""
    person = _person_of(span, ledger.known)
    if person is None:
        return ""
    true = plain(person.first if span.part == "first" else person.last)
    written_form = plain(original)
    if not re.search(r"('s|s'|[^\W_]s)$", written_form) or written_form.endswith(
        true.split()[-1] if true.split() else " "
    ):
        return "" if not written_form.endswith("'") else "'"
    if ledger.language == "en" or len(name) == 1 or (ledger.language == "nl" and name[-1] in "aiouy"):
        return "'s"
    if ledger.language in {"nl", "de"}:
        return "'" if name[-1] in "sxz" else "s"
    return ""


def _date(span: Span, day: DateMention, ledger: Ledger) -> str:
    if ledger.mode is Mode.PSEUDONYM:
        return by_month(day, ledger.language)
    return written(day, shifted(day.when, ledger.days), ledger.language)


def _place(original: str, span: Span, ledger: Ledger) -> str:
    """Street with an invented number, or town; the postcode goes, since four digits name a town."""
    if span.kind is Kind.PLACE:
        return ledger.place(span.entity, "town")
    street = ledger.place(span.entity, "street")
    index = span.entity.removeprefix("address:")
    town = ""
    if index.isdigit() and int(index) < len(ledger.known.addresses):
        true_town = ledger.known.addresses[int(index)].town
        if true_town and plain(true_town) in plain(original):
            town = ", " + ledger.place(f"town:{ledger.known.towns_and_addresses.index(true_town)}", "town")
    number = f" {2 + len(street) % 7}" if re.search(r"\d", original) else ""
    return street + number + town


def _mend(before: str, span: Span, language: str) -> Span:
    """Small words before a replacement that must follow it: d'Anne → de Marie, op 3 maart → in maart."""
    if span.kind is Kind.DATE and MONTH_ONLY.match(span.replacement):
        match = re.search(r"(?<!\w)([A-Za-zÀ-ÿ]+) $", before)
        word = MENDED.get(language, {}).get(match.group(1).lower()) if match else None
        if match and word:
            word = word.capitalize() if match.group(1)[0].isupper() else word
            return replace(
                span, start=span.start - len(match.group()), replacement=f"{word} {span.replacement}"
            )
    if language == "fr" and span.kind in {Kind.PERSON, Kind.PLACE} and span.replacement[:1].isalpha():
        return _elided(span, before)
    return span


def _elided(span: Span, before: str) -> Span:
    starts_with_vowel = span.replacement[0] in VOWELS and len(span.replacement) > 1
    if (match := re.search(r"(?<!\w)([dD]|[qQ]u)['’]$", before)) and not starts_with_vowel:
        return replace(
            span, start=span.start - len(match.group()), replacement=f"{match.group(1)}e {span.replacement}"
        )
    if (match := re.search(r"(?<!\w)([dD]|[qQ]u)e $", before)) and starts_with_vowel:
        return replace(
            span, start=span.start - len(match.group()), replacement=f"{match.group(1)}'{span.replacement}"
        )
    return span


def _genders(text: str, spans: list[Span]) -> dict[str, str]:
    """What the titles before a name say, by majority."""
    seen: dict[str, Counter[str]] = {}
    for span in spans:
        if span.kind is Kind.PERSON:
            before = plain(text[max(0, span.start - 14) : span.start]).rstrip()
            gender = (
                "f"
                if before.endswith(FEMALE_TITLES) or before.rstrip(".").endswith(FEMALE_TITLES)
                else "m"
                if before.endswith(MALE_TITLES)
                else ""
            )
            if gender:
                seen.setdefault(span.entity, Counter())[gender] += 1
    return {entity: counter.most_common(1)[0][0] for entity, counter in seen.items()}


def _offset(chance: random.Random, known: KnownIdentifiers) -> int:
    """A whole number of weeks, so that weekdays stand; no known day may land on another known day."""
    choices = [weeks * 7 for weeks in range(-12, 13) if abs(weeks) > 2]
    chance.shuffle(choices)
    days = set(known.dates)
    return next((c for c in choices if not any(shifted(d, c) in days for d in days)), choices[0])


def _true_words(known: KnownIdentifiers) -> set[str]:
    texts = [
        *(p.key for p in known.people),
        *known.towns_and_addresses,
        *(a.street for a in known.addresses),
        *known.organisations,
    ]
    return {word for text in texts for word in words_of(text)}
