"""Identifiers of any case that a text still holds: keys to find the few candidates at once, then a close look at each.

The rule. Of a case that the text does not rest on these count: a full name (first name or initial with surname, in any order, one or two
typing errors); a rare surname (at most two cases carry it) that is no everyday word and stands with a capital; a number (national
register, account, phone, plate, reference), an e-mail address; a street with its house number; an organisation of two words or more.
A first name, a town, a date or a street alone does not: thousands share it. Of the cases that the text does rest on everything counts
that the engine finds, except towns and days, which the facts attack weighs.
"""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.intruder.plain import folded, key, words

PARTICLES = frozenset(
    "van von de den der het la le les du des d l t te ten ter zu zum zur el al ben bin ait da do dos di y op vande vanden vander abu bint o mac mc".split()
)
STREET_ENDS = re.compile(r"(straat|str|laan|ln|steenweg|stwg|plein|weg|lei|dreef|strasse|allee)$")
STREET_WORDS = frozenset(
    "rue r avenue av ave boulevard bd blvd chaussee place pl street road square allee quai straat laan plein".split()
)
NUMBERS = ("national_numbers", "ibans", "plates", "references", "phones")


def main_words(name: str) -> list[str]:
    """The words of a name that name: not the particles, unless there is nothing else."""
    found = [w for w in words(name) if w.isalpha()]
    return [w for w in found if w not in PARTICLES and len(w) > 1] or found


def skeleton(word: str) -> str:
    """What is left of a word when the spelling is forgotten: consonants, doubled letters once, sounds alike made one."""
    plain = word
    for one, other in (
        ("ck", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("sch", "s"),
        ("qu", "k"),
        ("ij", "y"),
        ("c", "k"),
        ("z", "s"),
        ("w", "v"),
        ("x", "ks"),
    ):
        plain = plain.replace(one, other)
    kept = plain[:1] + re.sub(r"[aeiouyhj]", "", plain[1:])
    return re.sub(r"(.)\1+", r"\1", kept)


def name_forms(word: str) -> set[str]:
    return {word, "~" + skeleton(word)} if len(word) >= 5 else {word}


def digits(number: str) -> str:
    """The letters and digits of a number, a Belgian phone number without its country code."""
    plain = re.sub(r"[^a-z0-9]", "", folded(number))
    if plain.isdigit():
        plain = re.sub(r"^(?:00)?32(?=\d{8,9}$)", "", plain).lstrip("0")
    return plain


def street_key(street: str, number: str) -> str | None:
    """The rarest word of a street without its ending, with the house number."""
    found = [
        STREET_ENDS.sub("", w) or w
        for w in words(street)
        if w.isalpha() and w not in STREET_WORDS and w not in PARTICLES
    ]
    house = re.match(r"\d+", number.strip())
    longest = max(found, key=len, default="")
    return f"street {longest} {house.group()}" if len(longest) > 2 and house else None


def identifier_keys(names: KnownIdentifiers | None) -> Iterator[int]:
    """Keys of all that may be looked for of a case; `residue` makes the same ones of a text."""
    if names is not None:
        for name in (*_of_people(names), *_of_numbers(names), *_of_others(names)):
            yield key(name)


def _of_people(names: KnownIdentifiers) -> Iterator[str]:
    for person in names.people:
        for word in main_words(person.last):
            for form in name_forms(word):
                yield f"last {form}"
        if len(words(person.last)) > 1:
            yield f"last {''.join(words(person.last))}"


def _of_numbers(names: KnownIdentifiers) -> Iterator[str]:
    for field in NUMBERS:
        for number in getattr(names, field):
            if len(digits(number)) >= 5:
                yield f"number {digits(number)}"
    for address in names.emails:
        yield f"email {folded(address).strip()}"


def _of_others(names: KnownIdentifiers) -> Iterator[str]:
    for address in names.addresses:
        if found := street_key(address.street, address.number):
            yield found
    for organisation in names.organisations:
        if len(words(organisation)) > 1:
            yield f"organisation {' '.join(words(organisation))}"
