"""How an invented complaint is put into words. Pure: values and a random generator in, text out."""

import csv
import datetime as dt
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from babel.dates import format_date

CORPUS = Path(__file__).parent / "corpus"
LEFTOVER = re.compile(r"[{}]|\bTODO\b|\bXXX\b|lorem ipsum|  +|\bNone\b", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """One of the nineteen municipalities."""

    nis: str
    nl: str
    fr: str
    postcode: str
    weight: int

    def name(self, lang: str) -> str:
        return self.nl if lang == "nl" else self.fr


@dataclass(frozen=True)
class Text:
    """What somebody wrote. `fact` is the number of the sentence that says what happened."""

    title: str
    body: str
    fact: int = 0


@dataclass(frozen=True)
class Slots:
    """What is filled in. Dates come in the order in which things happened."""

    lang: str
    service: str  # with its article, like "le CPAS de Forest"
    town: str
    street: str
    dates: tuple[dt.date, dt.date, dt.date]
    amount: float
    numbers: dict[str, int] = field(default_factory=dict)  # months, weeks, n
    ref: str = ""
    date_style: str = "long"

    def values(self) -> dict[str, Any]:
        """The names that a sentence of the corpus may use."""
        return {
            "body": self.service,
            "of_body": of(self.service) if self.lang == "fr" else self.service,
            "to_body": to(self.service) if self.lang == "fr" else self.service,
            "town": self.town,
            "street": self.street,
            "amount": money(self.amount, self.lang),
            "ref": self.ref,
            "d1": date_words(self.dates[0], self.lang, self.date_style),
            "d2": date_words(self.dates[1], self.lang, self.date_style),
            "d3": date_words(self.dates[2], self.lang, self.date_style),
            **self.numbers,
        }


@cache
def load(name: str) -> dict[str, Any]:
    """A file of the corpus."""
    return tomllib.loads((CORPUS / f"{name}.toml").read_text())


@cache
def problems() -> dict[str, dict[str, Any]]:
    """All problems by name."""
    return {path.stem: load(f"problems/{path.stem}") for path in sorted((CORPUS / "problems").glob("*.toml"))}


@cache
def places() -> tuple[Place, ...]:
    with (CORPUS / "places.csv").open(newline="") as file:
        return tuple(
            Place(row["nis"], row["nl"], row["fr"], row["postcode"], int(row["weight"]))
            for row in csv.DictReader(file)
        )


def service_words(code: str, lang: str) -> str:
    """How people write a service: "de gemeente Jette", "le CPAS de Jette", "Actiris"."""
    lang = lang if lang in ("nl", "fr") else "fr"
    kind, _, nis = code.partition(":")
    if kind in ("municipality", "cpas"):
        place = next(p for p in places() if p.nis == nis)
        return _local_words(kind, place, lang)
    return str(load("bodies").get(code, {}).get(lang, {"nl": "de dienst", "fr": "le service"}[lang]))


def _local_words(kind: str, place: Place, lang: str) -> str:
    if kind == "cpas":
        return f"het OCMW van {place.nl}" if lang == "nl" else f"le CPAS {of(place.fr)}"
    if place.nis == "21004":
        return "de stad Brussel" if lang == "nl" else "la Ville de Bruxelles"
    return f"de gemeente {place.nl}" if lang == "nl" else f"la commune {of(place.fr)}"


def of(noun: str) -> str:
    """French "de" before a noun with or without article."""
    if noun.startswith("le "):
        return "du " + noun[3:]
    return ("d'" if noun[0].lower() in "aeéiouy" else "de ") + noun


def to(noun: str) -> str:
    """French "à" before a noun with or without article."""
    return "au " + noun[3:] if noun.startswith("le ") else "à " + noun


def money(amount: float, lang: str) -> str:
    """As people write it: no cents when there are none, a dot or a space before three digits."""
    whole, cents = divmod(round(amount * 100), 100)
    grouped = f"{whole:,}".replace(",", "." if lang in ("nl", "de") else (" " if lang == "fr" else ","))
    tail = (f".{cents:02}" if lang == "en" else f",{cents:02}") if cents else ""
    return f"{grouped}{tail} {'euros' if lang == 'fr' and whole > 1 else 'euro'}"


def date_words(day: dt.date, lang: str, style: str) -> str:
    if style == "digits":
        return f"{day.day}/{day.month}/{day.year}"
    if style == "dots":
        return f"{day.day:02}.{day.month:02}.{day.year}"
    words = format_date(day, "d MMMM y", locale={"en": "en_GB"}.get(lang, lang))
    return words.replace("1 ", "1er ", 1) if lang == "fr" and day.day == 1 else words


def fill(sentence: str, values: dict[str, Any]) -> str:
    """The sentence with its slots filled, and a capital at its start."""
    text = sentence.format_map(values).strip()
    return text[:1].upper() + text[1:] if sentence.startswith("{") else text


def complain(
    problem: dict[str, Any],
    slots: Slots,
    rng: Random,
    *,
    went_first: bool,
    series: dict[str, Any] | None = None,
) -> Text:
    """A complaint as somebody would write it: greeting, opening, what happened, since then, feeling, request, closing."""
    own: dict[str, Any] = {**problem[slots.lang], **(series or {})}
    common, values = load(f"common/{slots.lang}"), slots.values()
    fact = rng.randrange(len(own["facts"]))
    middle = [
        own["facts"][fact],
        *rng.sample(own["then"], min(len(own["then"]), rng.choice([1, 1, 2, 2, 3]))),
    ]
    if not went_first:
        middle.append(rng.choice(common["never"]))
    elif rng.random() < 0.55:
        middle.append(rng.choice(common["before"]))
    if rng.random() < 0.6:
        middle.append(rng.choice(common["feelings"]))
    paragraphs = [
        rng.choice(common["greetings"]),
        " ".join(fill(s, values) for s in [rng.choice(common["openings"]), *middle][rng.random() < 0.15 :]),
        " ".join(
            fill(s, values) for s in rng.sample(own["asks"], min(len(own["asks"]), 1 + (rng.random() < 0.2)))
        ),
        rng.choice(common["closings"]),
    ]
    if rng.random() < 0.18:
        paragraphs.append(fill(rng.choice(common["addenda"]), values))
    return Text(fill(rng.choice(own["titles"]), values), "\n\n".join(paragraphs), fact)
