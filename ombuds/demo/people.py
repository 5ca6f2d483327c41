"""Invented people: awkward names, streets that do not exist, addresses that nobody can write to."""

import datetime as dt
import re
from dataclasses import dataclass
from random import Random

from ombuds.demo.hands import unaccent
from ombuds.demo.words import Place, load, places

# RFC 2606: reserved for examples, can never belong to anybody.
DOMAINS = (
    "example.org",
    "example.com",
    "example.net",
    "mail.example",
    "post.example",
    "familie.example",
    "bureau.example",
)


@dataclass(frozen=True)
class Person:
    first: str
    last: str
    organisation: str
    email: str
    phone: str
    street: str
    postcode: str
    town: str
    place: Place
    born: dt.date | None
    language: str

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.first, self.last) if part) or self.organisation


def invent(rng: Random, lang: str, *, organisation: bool = False) -> Person:
    """A person who would write in this language (mostly), living somewhere in Brussels."""
    data = load("people")
    first, last = _name(rng, lang)
    place = rng.choices(places(), [p.weight for p in places()])[0]
    street = rng.choice(data["street"])["nl" if lang == "nl" else "fr"]
    number = f"{rng.randrange(1, 240)}{rng.choice(['', '', '', 'A', ' bus 3' if lang == 'nl' else ' bte 3', '/12'])}"
    written = f"{street} {number}" if lang == "nl" else f"{street}, {number}"
    return Person(
        first=first,
        last=last,
        organisation=rng.choice(data["organisations"]["names"]) if organisation else "",
        email=_email(rng, first, last) if rng.random() < 0.86 else "",
        phone=_phone(rng) if rng.random() < 0.7 else "",
        street=written,
        postcode=place.postcode,
        town=place.name(lang),
        place=place,
        born=dt.date(rng.randrange(1934, 2005), rng.randrange(1, 13), rng.randrange(1, 29))
        if rng.random() < 0.4
        else None,
        language=lang,
    )


def _name(rng: Random, lang: str) -> tuple[str, str]:
    data, luck = load("people"), rng.random()
    if luck < 0.012:
        return "", rng.choice(data["one_word"]["names"])
    if luck < 0.018:
        first, _, last = rng.choice(data["very_long"]["names"]).rpartition(" ")
        return first, last
    groups = data["group"]
    weights = [g["weight"] * (4 if g["lang"] == lang else 0.35) for g in groups]
    group = rng.choices(groups, weights)[0]
    return rng.choice(group["given"]), rng.choice(group["family"])


def _email(rng: Random, first: str, last: str) -> str:
    def plain(text: str) -> str:
        return re.sub(
            r"[^a-z]+", "", unaccent(text).lower().replace("ł", "l").replace("ı", "i").replace("ß", "ss")
        )

    given, family = plain(first)[:18], plain(last)[:24]
    pattern = rng.choice(["{g}.{f}", "{f}{g0}", "{g}{n}", "{f}.{g}{n}", "{g0}.{f}"])
    local = pattern.format(g=given, f=family, g0=given[:1], n=rng.randrange(2, 99)).strip(".") or "naam"
    return f"{local}@{rng.choice(DOMAINS)}"


def _phone(rng: Random) -> str:
    """+32 2 000 …, 0400 00 …: Belgian in form; no subscriber number begins with 000, no mobile with 0400 00."""
    if rng.random() < 0.4:
        return f"02 000 {rng.randrange(10, 99)} {rng.randrange(10, 99)}"
    return f"0400 00 {rng.randrange(10, 99)} {rng.randrange(10, 99)}"
