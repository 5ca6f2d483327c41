"""Invented persons of many origins, from the project's own lists of names."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from benchmarks.letters import hands

HOME = {"nl": "nl", "fr": "fr", "de": "de", "en": "anglo"}
AT_HOME = 0.4  # share of persons whose names are of the language of the text


@dataclass(frozen=True)
class Person:
    first: str
    last: str
    woman: bool
    origin: str

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}"


@cache
def origins(hand: str = "") -> list[str]:
    return sorted(path.stem for path in (hands.words(hand) / f"names{hand}").glob("*.txt"))


@cache
def listed(origin: str, hand: str = "") -> dict[str, list[str]]:
    """{"f": first names, "m": first names, "last": family names} of one origin, as one hand has listed them."""
    lines = (hands.words(hand) / f"names{hand}" / f"{origin}.txt").read_text(encoding="utf-8").splitlines()
    return {key: values.split(", ") for key, values in (line.split(": ", 1) for line in lines if line)}


def somebody(rng: Random, language: str, relative: Person | None = None, hand: str = "") -> Person:
    """A new person; a relative has the family name and the origin of the given one in two of three cases."""
    woman = rng.random() < 0.5
    if relative is not None and rng.random() < 0.67:
        return Person(
            rng.choice(listed(relative.origin, hand)["f" if woman else "m"]),
            relative.last,
            woman,
            relative.origin,
        )
    at_home = rng.random() < AT_HOME and HOME[language] in origins(hand)
    origin = HOME[language] if at_home else rng.choice(origins(hand))
    names = listed(origin, hand)
    return Person(_first(rng, names, woman), _last(rng, names, origin), woman, origin)


def _first(rng: Random, names: dict[str, list[str]], woman: bool) -> str:
    first = rng.choice(names["f" if woman else "m"])
    second = rng.choice(names["f" if woman else "m"])
    return f"{first} {second}" if rng.random() < 0.04 and " " not in first + second else first


def _last(rng: Random, names: dict[str, list[str]], origin: str) -> str:
    last = rng.choice(names["last"])
    if origin in ("spanish", "portuguese") and rng.random() < 0.4:
        return f"{last} {rng.choice(names['last'])}"
    return f"{last}-{rng.choice(names['last'])}" if rng.random() < 0.05 and " " not in last else last


def everybody() -> Iterator[Person]:
    """One person for every name in every list: for tests that want to see them all."""
    for origin in origins():
        names = listed(origin)
        for number, last in enumerate(names["last"]):
            yield Person(names["f"][number % len(names["f"])], last, True, origin)
