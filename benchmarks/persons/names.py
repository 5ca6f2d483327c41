"""People whose names stand in no list: made letter by letter as names of their origin are, or out of words.

A model that learns from listed names learns the list. So half of the names it sees are nobody's.
"""

import re
from collections import defaultdict
from functools import cache
from random import Random

from benchmarks.letters import names as usual
from benchmarks.letters.names import Person
from ombuds.deidentification.engine.lexicons.loading import (
    DATA,
    Strength,
    common_words,
    family_strength,
    given_strength,
    words,
)
from ombuds.deidentification.engine.persons.cues import NAMES_OF_DAYS, STOP
from ombuds.deidentification.engine.towns import names as towns

ORDER = 3
# Origin of the letters' lists → sections of the engine's own lists.
SECTIONS = {
    "nl": "dutch", "fr": "french", "de": "german", "anglo": "english", "moroccan": "arabic", "middle_eastern": "arabic", "turkish": "turkish",
    "slavic": "slavic", "west_african": "african", "central_african": "african", "spanish": "iberian", "portuguese": "iberian",
    "italian": "italian", "east_asian": "east_asian", "south_asian": "south_asian", "awkward": "balkan",
}  # fmt: skip
PARTICLES = {
    "nl": ["Van", "De", "Van de", "Van den", "Van der", "van", "de", "van den", "van der", "D'", "Ver", "Op de", "Ten", "t'"], "fr": ["De", "Le", "La", "Du", "de", "de la", "D'", "L'"],
    "de": ["von", "von der", "zur", "van", "Vom"], "anglo": ["Mac", "O'", "St."], "moroccan": ["El", "Ben", "Ait", "Al", "Ou", "Bou", "el", "ben"], "middle_eastern": ["Al", "al-", "Abu", "El-", "Bin"],
    "spanish": ["de", "de la", "del"], "portuguese": ["da", "dos", "de", "do"], "italian": ["Di", "De", "Del", "Della", "Lo", "D'"], "central_african": ["wa", "Wa", "N'", "M'"], "west_african": ["N'", "Ba "],
}  # fmt: skip


@cache
def _own(kind: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    section = ""
    for line in (DATA / f"own_{kind}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            found[section.split()[0]] += line.split()
            found[section] += line.split()
    return dict(found)


@cache
def _listed(origin: str, kind: str) -> list[str]:
    """Names of one origin: 'last', 'f' or 'm'."""
    names = list(usual.listed(origin)[kind])
    own = _own("last" if kind == "last" else "first")
    section = SECTIONS[origin]
    names += own.get(section if kind == "last" else f"{section} {kind}", [])
    return names


@cache
def _letters(origin: str, kind: str) -> dict[str, list[str]]:
    """After each three letters, the letters that follow in names of that origin."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in _listed(origin, kind):
        word = re.split(r"[ -]", name)[-1]
        if len(word) > 2:
            marked = "^" * ORDER + word.lower() + "$"
            for at in range(ORDER, len(marked)):
                found[marked[at - ORDER : at]].append(marked[at])
    return dict(found)


def spelt(rng: Random, origin: str, kind: str) -> str:
    """A name that nobody bears, letter by letter."""
    table = _letters(origin, kind)
    for _ in range(20):
        word, state = "", "^" * ORDER
        while len(word) < 14:
            letter = rng.choice(table[state])
            if letter == "$":
                break
            word += letter
            state = state[1:] + letter
        if len(word) > 2 - (origin == "east_asian") and len(word) < 14:
            break
    return word[:1].upper() + word[1:]


@cache
def _everyday(language: str) -> list[str]:
    """Words of the language, the common ones as often as all others together; a third of the choices."""
    rare = sorted(w for w in words(language) if 3 < len(w) < 10 and w.isalpha())
    common = sorted(w for w in common_words(language) if 3 < len(w) < 9 and w.isalpha() and w not in STOP)
    return rare + common * (len(rare) // len(common))


@cache
def _named_words(language: str, kind: str) -> list[str]:
    """Names that are words too: Grace, Bakker, Petit."""
    strength = family_strength if kind == "last" else given_strength
    return sorted(w for w in words(language) if len(w) > 2 and strength(w) is Strength.SURE)


def _word(rng: Random, language: str, kind: str) -> str:
    return rng.choice(
        _named_words(language, kind) if rng.random() < 0.6 else _everyday(language)
    ).capitalize()


@cache
def _places() -> list[str]:
    return sorted(w for w in towns()[0] if len(w) > 3)


def last_name(rng: Random, origin: str, language: str) -> str:
    chance = rng.random()
    if chance < 0.35:
        name = rng.choice(_listed(origin, "last"))
    elif chance < 0.83:
        name = spelt(rng, origin, "last")
    elif chance < 0.97:
        name = _word(rng, language, "last")
    elif chance < 0.99:
        name = rng.choice(_places()).capitalize()
    else:
        name = rng.choice(sorted(NAMES_OF_DAYS)).capitalize()  # 'Vrijdag', 'Lundi', 'May'
    if chance >= 0.35 and origin in PARTICLES and rng.random() < 0.3:
        particle = rng.choice(PARTICLES[origin])
        name = (
            particle + name if particle[-1] in "'- " or particle in ("Mac", "Ver") else f"{particle} {name}"
        )
    if rng.random() < 0.07:
        name += "-" + spelt(rng, origin, "last")
    elif rng.random() < 0.05:  # 'Delvaux de Fenffe', 'Ilunga wa Ilunga'
        small = {"central_african": "wa", "nl": "van", "de": "von"}.get(origin, "de")
        name += f" {small} {spelt(rng, origin, 'last')}"
    elif origin in ("spanish", "portuguese") and rng.random() < 0.35:
        name += " " + spelt(rng, origin, "last")
    return name


def first_name(rng: Random, origin: str, language: str, woman: bool) -> str:
    kind, chance = "f" if woman else "m", rng.random()
    if chance < 0.62:
        name = rng.choice(_listed(origin, kind))
    elif chance < 0.90:
        name = spelt(rng, origin, kind)
    else:
        name = _word(rng, language, kind)
    if rng.random() < 0.05:
        name += rng.choice("- ") + rng.choice(_listed(origin, kind))
    return name


def somebody(rng: Random, language: str, relative: Person | None = None, hand: str = "") -> Person:
    """The same as `benchmarks.letters.names.somebody`, but most names are made up."""
    woman = rng.random() < 0.5
    if relative is not None and rng.random() < 0.5:
        return Person(
            first_name(rng, relative.origin, language, woman), relative.last, woman, relative.origin
        )
    origin = usual.HOME[language] if rng.random() < usual.AT_HOME else rng.choice(sorted(SECTIONS))
    return Person(first_name(rng, origin, language, woman), last_name(rng, origin, language), woman, origin)
