"""The forms in which a person's name stands in a text: the title is never part of the span."""

import re
import unicodedata
from collections.abc import Callable
from random import Random

from benchmarks.letters.names import Person

NICKNAMES = {
    "Mohamed": "Momo", "Katrien": "Trien", "Wouter": "Wou", "Pieter-Jan": "PJ", "Jean-Pierre": "Jempi", "Geert": "Geertje",
    "Fatima-Zahra": "Fati", "Krzysztof": "Krzysiek", "Agnieszka": "Aga", "Mehmet": "Memo", "Mustafa": "Mus", "José": "Zé",
    "Salvatore": "Totò", "Giuseppina": "Pina", "Emmanuel": "Manu", "Françoise": "Fanfan", "Wolfgang": "Wolfi", "Mamadou": "Mams",
    "Youssef": "Jojo", "Dieudonné": "Dieu", "Annelies": "Lies", "Koenraad": "Koen", "Hendrik": "Rik", "Günter": "Günni",
}  # fmt: skip


def initials(person: Person, dots: bool = True) -> str:
    """ "Pieter-Jan" gives "P.-J.", "Li Na" gives "L.N."."""
    dot = "." if dots else ""
    found = ["-".join(f"{part[0]}{dot}" for part in word.split("-") if part) for word in person.first.split()]
    return "".join(found)


def genitive(name: str, language: str) -> str:
    """A possessive as people write it; the ending is part of the span. French has none."""
    if language == "fr":
        return name
    sharp = name[-1].lower() in "sxzß" or name.endswith("sch")
    if language == "nl":
        open_end = name[-1].lower() in "aiouyé"
        return f"{name}'" if sharp else f"{name}'s" if open_end else f"{name}s"
    if language == "de":
        return f"{name}'" if sharp else f"{name}s"
    return f"{name}'" if sharp and len(name) > 5 else f"{name}'s"


def acronym(person: Person) -> str:
    last = [word for word in re.split(r"[ -]", person.last) if word]
    return "".join(f"{word[0].upper()}." for word in [person.first, *last])


def bare(text: str) -> str:
    """Without accents, as old databases and foreign keyboards write it."""
    plain = unicodedata.normalize("NFKD", text.translate(str.maketrans("łŁđĐøØı’", "lLdDoOi'")))
    return "".join(char for char in plain if not unicodedata.combining(char))


def slipped(person: Person) -> str:
    """The full name with one slip in the family name; the same person is always mistyped in the same way."""
    return f"{person.first} {typo(person.last, Random(person.full))}"


FORMS: dict[str, Callable[[Person, str], str]] = {
    "full": lambda p, _: p.full,
    "first": lambda p, _: p.first,
    "last": lambda p, _: p.last,
    "initial": lambda p, _: f"{initials(p)} {p.last}",
    "initial_tight": lambda p, _: f"{initials(p)}{p.last}",
    "initial_bare": lambda p, _: f"{initials(p, dots=False)} {p.last}",
    "rev": lambda p, _: f"{p.last} {p.first}",
    "comma": lambda p, _: f"{p.last}, {p.first}",
    "rev_initial": lambda p, _: f"{p.last} {initials(p)}",
    "upper_rev": lambda p, _: f"{p.last.upper()} {p.first}",
    "upper_last": lambda p, _: f"{p.first} {p.last.upper()}",
    "upper": lambda p, _: p.full.upper(),
    "last_initial": lambda p, _: f"{p.first} {p.last[0]}.",
    "acronym": lambda p, _: acronym(p),
    "gen": lambda p, lang: genitive(p.full, lang),
    "gen_first": lambda p, lang: genitive(p.first, lang),
    "gen_last": lambda p, lang: genitive(p.last, lang),
    "nick": lambda p, _: NICKNAMES.get(p.first, p.first),
    "lower": lambda p, _: p.full.lower(),
    "lower_first": lambda p, _: p.first.lower(),
    "typo": lambda p, _: slipped(p),
    "bare": lambda p, _: bare(p.full),
    "apart": lambda p, _: p.full.replace("-", " "),
}  # fmt: skip

# What a template means by {C}: many forms; by {C.t}: what follows a title; by {C.rev}: what stands on a form.
MIXES: dict[str, list[tuple[str, float]]] = {
    "": [("full", 72), ("initial", 8), ("upper_last", 6), ("rev", 5), ("initial_bare", 2), ("initial_tight", 2), ("upper", 3), ("nick", 2)],
    "t": [("last", 48), ("full", 32), ("initial", 9), ("upper_last", 4), ("upper", 2), ("initial_tight", 2), ("rev", 3)],
    "rev": [("rev", 30), ("comma", 30), ("upper_rev", 20), ("rev_initial", 10), ("full", 10)],
    "genx": [("gen", 40), ("gen_first", 45), ("gen_last", 15)],
}  # fmt: skip


def form_of(wanted: str, rng: Random) -> str:
    if wanted in MIXES:
        forms, weights = zip(*MIXES[wanted], strict=True)
        return str(rng.choices(forms, weights)[0])
    return wanted


def typo(text: str, rng: Random) -> str:
    """One letter dropped, doubled, swapped or replaced by its neighbour on the keyboard; never the first."""
    letters = [at for at in range(1, len(text) - 1) if text[at].isalpha() and text[at + 1].isalpha()]
    if len(text) < 5 or not letters:
        return text
    at = rng.choice(letters)
    near = {
        "a": "q",
        "e": "r",
        "i": "o",
        "o": "p",
        "s": "d",
        "n": "b",
        "r": "t",
        "t": "y",
        "l": "k",
        "m": "n",
    }
    return rng.choice([
        text[:at] + text[at + 1 :],
        text[:at] + text[at] + text[at:],
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        text[:at] + near.get(text[at], "e") + text[at + 1 :],
    ])  # fmt: skip
