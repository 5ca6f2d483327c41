"""Puts a cast into sentences and remembers where every true value stands."""

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from benchmarks.stories.cast import Cast, Person, cast
from benchmarks.stories.sentences import BENT, BORN, HE, HIM, KIN, MONTHS, SENTENCES, TITLES, WEEKDAYS, YEARS

SLOT = re.compile(r"\{([^}]+)\}")
VOWELS = "aeiouh"
ELIDED = {"de": "d'", "que": "qu'", "lorsque": "lorsqu'"}


@dataclass(frozen=True)
class Slot:
    """text[start:end] is a true value; `what` names it: 'A.full', 'd1:long', 'iban'."""

    start: int
    end: int
    what: str
    value: str


@dataclass(frozen=True)
class Told:
    text: str
    slots: tuple[Slot, ...]
    cast: Cast
    language: str


def tell(language: str, seed: int) -> Told:
    """One story of eight to fourteen sentences; the same seed tells the same."""
    chance = random.Random(f"{language}:{seed}")
    people = cast(language, chance)
    chosen = chance.sample(SENTENCES[language], chance.randrange(8, 15))
    text, slots = "", []
    for sentence in chosen:
        at = 0
        for match in SLOT.finditer(sentence):
            text += sentence[at : match.start()]
            before, value, what = _filled(match.group(1), people, language)
            text += before
            if what:
                slots.append(Slot(len(text), len(text) + len(value), what, value))
            text += value
            at = match.end()
        text += sentence[at:] + ("\n" if language == "de" or chance.random() < 0.2 else " ")
    return Told(text.strip(), tuple(slots), people, language)


def _filled(slot: str, people: Cast, language: str) -> tuple[str, str, str]:
    """(the small word before, the value, what it is; '' for words that identify nobody)."""
    small, _, rest = slot.rpartition(" ")
    who, _, form = rest.partition(".")
    if who in "ABC" and form:
        person = people.people["ABC".index(who)]
        value, counts = name_form(person, form, language)
        what = f"{who}.{form}" if counts else ""
    else:
        value, what = _value(rest, people, language), rest
    if not small:
        return "", value, what
    if small == "au":  # the country brings its own preposition along
        before, _, value = value.partition(" ")
        return f"{before} ", value, what
    if small == "an":
        return ("An " if value[0] in "AEIO" else "A "), value, what
    return (ELIDED[small] if _elides(value) else f"{small} "), value, what


def _elides(value: str) -> bool:
    first = unicodedata.normalize("NFKD", value.lower())[:1]
    return first in VOWELS and not re.match(r"\w\.", value)


def name_form(person: Person, form: str, language: str) -> tuple[str, bool]:
    """The form of a name, and whether it is one (titles and pronouns are not)."""
    other = {"title": TITLES, "he": HE, "him": HIM}.get(form.lower())
    if other:
        word = other[language][person.gender]
        return (word[:1].upper() + word[1:] if form[0].isupper() else word), False
    if form in ("kin", "age"):
        return (KIN[person.gender] if form == "kin" else f"{person.age} {YEARS[language]}"), form == "age"
    if form in ("job", "born"):
        return (person.job if form == "job" else BORN[person.gender]), form == "job"
    if form in BENT:
        return BENT[form][person.gender], False
    forms = {
        "comma": f"{person.last}, {person.first}", "upper": f"{person.first} {person.last}".upper(), "poss_last": person.last + ending(person.last, language),
        "full": f"{person.first} {person.last}", "first": person.first, "First": person.first, "last": person.last,
        "initials": f"{person.first[0]}. {person.last}", "INV": f"{person.last.upper()} {person.first}",
        "poss": person.first + ending(person.first, language), "Poss": person.first + ending(person.first, language),
    }  # fmt: skip
    return forms[form], True


def ending(name: str, language: str) -> str:
    """The possessive as that language writes it."""
    last = unicodedata.normalize("NFKD", name.lower()[-1])[0]  # of Güneş an s
    if language == "en":
        return "'s"
    if last in "sxz" or name.lower().endswith("ce"):
        return "'"
    if language == "nl" and name.lower()[-1] in "aiouy":
        return "'s"
    return "s"


def _value(what: str, people: Cast, language: str) -> str:
    what, _, form = what.partition(":")
    if what[0] == "d" and what[1:].isdigit():
        return written(people.dates[int(what[1]) - 1], form, language)
    if what[0] == "t" and what[1:].isdigit():
        return people.towns[int(what[1]) - 1]
    if what[0] == "o" and what[1:].isdigit():
        return people.organisations[int(what[1]) - 1]
    if what == "birth":
        return written(people.birth, "long", language)
    if what == "kin":
        return {"nl": "buur", "de": "Nachbar"}.get(language, "")
    if what == "address":
        return f"{people.street} {people.number}, {people.postcode} {people.towns[0]}"
    return {
        "iban": people.iban,
        "nrn": people.national_number,
        "phone": people.phone,
        "plate": people.plate,
        "ref": people.reference,
        "amount": people.amount,
        "country": people.country,
        "email": people.email,
    }[what]


def written(day: date, form: str, language: str) -> str:
    month = MONTHS[language][day.month - 1]
    number = (
        "1er" if language == "fr" and day.day == 1 else f"{day.day}." if language == "de" else str(day.day)
    )
    whole = f"{number} {month} {day.year}"
    if form == "month":
        return f"{month} {day.year}"
    if form == "day":
        return f"{number} {month}"
    if form == "weekday":
        return f"{WEEKDAYS[language][day.weekday()]}{', dem' if language == 'de' else ''} {whole}"
    return f"{day.day:02d}/{day.month:02d}/{day.year}" if form == "figures" else whole


def stories(language: str, number: int, seed: int = 0) -> Iterator[Told]:
    for index in range(number):
        yield tell(language, seed * 1_000_003 + index)
