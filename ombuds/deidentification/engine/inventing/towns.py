"""A fictitious town for a true one: of the same region or province and size class, in both languages of Brussels."""

import random
from dataclasses import dataclass
from functools import lru_cache

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.inventing.closeness import Guard
from ombuds.deidentification.engine.inventing.lists import municipalities, towns
from ombuds.deidentification.engine.towns import names as true_places

BRUSSELS = "04000"
FLEMISH = ("10000", "20001", "30000", "40000", "70000")
WALLOON = ("20002", "50000", "60000", "80000", "90000")
CITY = 4
GERMAN_SPEAKING = frozenset(
    plain(n)
    for n in "Eupen Kelmis Raeren Lontzen Bütgenbach Büllingen Amel Burg-Reuland Malmedy Waimes".split()
) | {plain("Sankt Vith"), plain("St. Vith"), plain("Saint-Vith")}
# The first digits of a postal code tell the province of a village we do not know.
BY_POSTCODE = (
    (1000, BRUSSELS), (1300, "20002"), (1500, "20001"), (2000, "10000"), (3000, "20001"), (3500, "70000"), (4000, "60000"),
    (5000, "90000"), (6000, "50000"), (6600, "80000"), (7000, "50000"), (8000, "30000"), (9000, "40000"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Town:
    """Its name in a Dutch and in a French text; the same where the place has one name."""

    nl: str
    fr: str

    def name(self, language: str) -> str:
        return self.fr if language == "fr" else self.nl


def canonical(town: str) -> str:
    """One key for both names of a town: Elsene and Ixelles are one place."""
    known = municipalities().get(plain(town).strip())
    return plain(known.nl) if known else plain(town).strip()


class TownInventor:
    """Invents towns and streets; the same seed and place give the same invention."""

    def __init__(self, language: str, guard: Guard, seed: str) -> None:
        self.language, self.guard, self.seed = language, guard, seed
        self._taken: set[str] = set()

    def town(self, true: str, postcode: str = "") -> Town:
        known = municipalities().get(plain(true).strip())
        province = known.province if known else _province(postcode)
        size = known.size if known else 1
        chance = random.Random(f"{self.seed}:town:{canonical(true)}")  # noqa: S311 repeatable, nothing secret
        for nl, fr in self._candidates(province, size, plain(true) in GERMAN_SPEAKING, chance):
            if self._is_free(nl) and self._is_free(fr):
                self._taken |= {plain(nl), plain(fr)}
                return Town(nl, fr)
        return Town(f"Nieuw-{nl}", f"Neuve-{fr}")

    def remember(self, town: Town) -> None:
        self._taken |= {plain(town.nl), plain(town.fr)}

    def street(self, true: str, language: str, kind: str) -> str:
        """The name after or before the street word, in the language of the text: 'Lampenier', 'des Roitelets'."""
        listed = towns()["streets"][language if language in ("nl", "fr", "en", "de") else "en"]
        names = listed.split("|") if "|" in listed else listed.split()
        chance = random.Random(f"{self.seed}:street:{plain(true)}")  # noqa: S311 repeatable, nothing secret
        chance.shuffle(names)
        free = [
            n
            for n in names
            if plain(n) not in self._taken and self.guard.allows_word(n) and not _holds(n, kind, true)
        ]
        name = (free or names)[0]
        self._taken.add(plain(name))
        return name

    def _is_free(self, name: str) -> bool:
        return (
            plain(name) not in self._taken
            and plain(name) not in municipalities()
            and plain(name) not in _true_places()
            and self.guard.allows_word(name)
            and not self.guard.looks_true(name)
        )

    def _candidates(
        self, province: str, size: int, german: bool, chance: random.Random
    ) -> list[tuple[str, str]]:
        if province == BRUSSELS:
            pairs = [tuple(p.split("|")) for p in towns()["brussels"]["pairs"]]
            chance.shuffle(pairs)
            return [(nl, fr) for nl, fr in pairs] + self._built("fr", "50000", size, chance)
        language = (
            "de"
            if german
            else "nl"
            if province in FLEMISH
            else "fr"
            if province in WALLOON
            else self.language
        )
        return self._built(language, province, size, chance)

    def _built(self, language: str, province: str, size: int, chance: random.Random) -> list[tuple[str, str]]:
        parts = towns()[language if language in ("nl", "fr", "de", "en") else "nl"]
        provinces = [key for key in parts if key not in ("stems", "cities")]
        ends = (
            parts["cities"]
            if size == CITY
            else parts[province if province in parts else chance.choice(provinces)]
        )
        names = [stem + end for stem in parts["stems"].split() for end in ends.split()]
        chance.shuffle(names)
        return [(name, name) for name in names]


@lru_cache(maxsize=1)
def _true_places() -> frozenset[str]:
    """Every place that the finder knows, in plain form: the villages of Belgium, cities abroad."""
    return frozenset(" ".join(form) for forms in true_places()[0].values() for form in forms)


def _holds(name: str, kind: str, true: str) -> bool:
    """Whether the true street is a part of the invented one: Molenstraat of Korenmolenstraat."""
    street = "".join(c for c in plain(true) if c.isalpha())
    whole = "".join(c for c in plain(name + kind) + plain(kind + name) if c.isalpha())
    return len(street) > 2 and street in whole


def _province(postcode: str) -> str:
    digits = "".join(c for c in postcode if c.isdigit())
    if len(digits) != len("1000"):
        return ""
    return next((p for first, p in reversed(BY_POSTCODE) if int(digits) >= first), "")
