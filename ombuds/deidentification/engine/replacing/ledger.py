"""Who became whom: one mapping for one story, the same over all its texts and both its languages."""

import hashlib
import json
import random
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from ombuds.deidentification.engine.finding import find
from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.inventing import Alias, Guard, Inventor, Town, TownInventor, likely_gender
from ombuds.deidentification.engine.inventing.closeness import main_words
from ombuds.deidentification.engine.inventing.towns import canonical
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.placeholders import LETTERS
from ombuds.deidentification.engine.replacing.offset import story_offset
from ombuds.deidentification.engine.replacing.persons import TruePerson
from ombuds.deidentification.engine.spans import KNOWN, Kind, Mode

DIGEST = 16


class Ledger:
    """The mapping of one publication. Pass the same one along for all its texts.

    `avoid`: full names that exist elsewhere (parties of the base, officials). `used`: names that earlier stories
    invented, in plain form; what this one invents is in `invented`. `coarse_dates`: tell dates by their month only.
    A ledger holds true names: keep `to_json()` encrypted and apart from the text.
    """

    def __init__(
        self,
        language: str,
        mode: Mode,
        known: KnownIdentifiers | None = None,
        seed: int = 0,
        *,
        avoid: Iterable[str] = (),
        used: Iterable[str] = (),
        coarse_dates: bool = False,
    ) -> None:
        self.language, self.mode, self.seed = language, mode, seed
        self.known = known or KnownIdentifiers()
        self.coarse_dates = coarse_dates
        names = [(p.first, p.last) for p in self.known.people]
        self.guard = Guard(names, _other_words(self.known), avoid, set(used), self._looks_true)
        self.inventor = Inventor(language, self.guard, str(seed))
        self.town_inventor = TownInventor(language, self.guard, str(seed))
        self.hours = random.Random(f"{seed}:hours").choice((-1, 1))  # noqa: S311 repeatable, nothing secret
        self.days: int | None = None
        self.people: dict[str, Alias] = {}
        self.letters: dict[str, str] = {}
        self.towns: dict[str, Town] = {}
        self.streets: dict[str, str] = {}
        self.organisations: dict[str, tuple[int, int]] = {}
        self.numbers: dict[str, int] = {}
        self.first_number = 0
        self.made: set[str] = set()

    def _looks_true(self, name: str) -> bool:
        if not (self.known.people or self.known.towns_and_addresses):
            return False
        return any(span.source == KNOWN for span in find(name, self.language, self.known))

    def name_all(self, genders: dict[str, str]) -> None:
        """All people of the case at once, so that a story's names do not hang on who comes first in which text.

        `genders`: what the text tells, by the key of the person.
        """
        for known in self.known.people:
            person = TruePerson(known.first, known.last, known.gender, known.role)
            self.alias(replace(person, gender=person.gender or genders.get(person.key, "")))

    @property
    def invented(self) -> set[str]:
        """Full invented names in plain form, for the register of used ones."""
        return {plain(f"{a.first} {a.last}") for a in self.people.values()}

    def alias(self, person: TruePerson) -> Alias:
        key = person.key
        if key not in self.people:
            gender = person.gender or likely_gender(person.first)
            if person.words - self.guard.true_words:
                self.guard.learn(person.first, person.last)
            self.people[key] = self.inventor.person(person.first, person.last, gender, self._family(person))
        return self.people[key]

    def _family(self, person: TruePerson) -> str:
        """Relatives keep one family name together."""
        last = plain(person.last)
        if not last:
            return ""
        return next((a.last for k, a in self.people.items() if k.split("|", 1)[1] == last), "")

    def letter(self, person: TruePerson) -> str:
        """B, C, D … in order of appearance; never a true initial, and no A, which reads as a word."""
        if person.key not in self.letters:
            taken = set(self.letters.values())
            free = [c for c in LETTERS if c not in taken and c not in self._initials]
            self.letters[person.key] = free[0] if free else self._numbered_letter(taken)
        return self.letters[person.key]

    @property
    def _initials(self) -> set[str]:
        return {w[0].upper() for p in self.known.people for w in plain(f"{p.first} {p.last}").split()}

    def keep_letter(self, key: str, letter: str) -> None:
        """The letter by which a text tells a person already; not when it is an initial of the case, or taken."""
        if key not in self.letters and letter not in self._initials and letter not in self.letters.values():
            self.letters[key] = letter

    def _numbered_letter(self, taken: set[str]) -> str:
        number = 1
        while f"{LETTERS[0]}{number}" in taken:
            number += 1
        return f"{LETTERS[0]}{number}"

    @property
    def alias_words(self) -> set[str]:
        """Every word of every invented name, in plain form."""
        return {w for a in self.people.values() for w in main_words(f"{a.first} {a.last}")}

    @property
    def town_names(self) -> set[str]:
        return {plain(name) for t in self.towns.values() for name in (t.nl, t.fr)}

    def number_after(self, last: int) -> None:
        """Running numbers go on after those that already stand in a text."""
        self.first_number = max(self.first_number, last)

    def has_numbered(self, kind: Kind) -> bool:
        return self.first_number > 0 or any(k.startswith(f"{kind.value}|") for k in self.numbers)

    def number(self, kind: Kind, entity: str) -> int:
        """The running number of a person, place or organisation in a redacted text, from 1."""
        key = f"{kind.value}|{entity}"
        if key not in self.numbers:
            same = [n for k, n in self.numbers.items() if k.startswith(f"{kind.value}|")]
            self.numbers[key] = max(same, default=self.first_number) + 1
        return self.numbers[key]

    def town(self, true: str, postcode: str = "") -> Town:
        key = canonical(true)
        if key not in self.towns:
            self.towns[key] = self.town_inventor.town(true, postcode)
        return self.towns[key]

    def street(self, true: str, language: str, kind: str) -> str:
        key = f"{language}|{plain(true)}"
        if key not in self.streets:
            self.streets[key] = self.town_inventor.street(true, language, kind)
        return self.streets[key]

    def organisation(self, entity: str, sort: int) -> int:
        """Which of its kind it is in this story, from 0."""
        if entity not in self.organisations:
            same = [n for s, n in self.organisations.values() if s == sort]
            self.organisations[entity] = (sort, len(same))
        return self.organisations[entity][1]

    def offset(self, days: Iterable[date]) -> int:
        """Days to move every date by; settled by the dates of the first text that has any."""
        if self.days is None:
            self.days = story_offset(str(self.seed), [*days, *self.known.dates], self.known.dates)
        return self.days

    def is_ours(self, text: str) -> bool:
        """Whether this ledger has written that very text: it is not rewritten."""
        return _digest(text) in self.made

    def sign(self, text: str) -> None:
        self.made.add(_digest(text))

    def to_json(self) -> str:
        return json.dumps(
            {
                "language": self.language, "mode": self.mode.value, "seed": self.seed, "coarse_dates": self.coarse_dates,
                "days": self.days, "people": {k: asdict(a) for k, a in self.people.items()}, "letters": self.letters,
                "towns": {k: asdict(t) for k, t in self.towns.items()}, "streets": self.streets,
                "organisations": self.organisations, "numbers": self.numbers, "made": sorted(self.made),
            },
            ensure_ascii=False,
        )  # fmt: skip

    @classmethod
    def from_json(
        cls,
        text: str,
        known: KnownIdentifiers | None = None,
        *,
        avoid: Iterable[str] = (),
        used: Iterable[str] = (),
    ) -> "Ledger":
        """The ledger that `to_json` wrote. Raises ValueError when it is not one."""
        data = json.loads(text)
        try:
            ledger = cls(
                data["language"], Mode(data["mode"]), None, data["seed"], avoid=avoid, used=used, coarse_dates=data["coarse_dates"]
            )  # fmt: skip
            ledger._restore(data)
        except (KeyError, TypeError) as error:
            raise ValueError("This is not a ledger.") from error
        ledger._know(known or KnownIdentifiers())
        return ledger

    def _restore(self, data: dict[str, Any]) -> None:
        self.days = data["days"]
        self.people = {k: Alias(**a) for k, a in data["people"].items()}
        self.towns = {k: Town(**t) for k, t in data["towns"].items()}
        self.letters, self.streets, self.numbers = data["letters"], data["streets"], data["numbers"]
        self.organisations = {k: (v[0], v[1]) for k, v in data["organisations"].items()}
        self.made = set(data["made"])

    def _know(self, known: KnownIdentifiers) -> None:
        self.known = known
        for person in known.people:
            self.guard.learn(person.first, person.last)
        for key in self.people:
            self.guard.learn(*key.split("|", 1))
        for alias in self.people.values():
            self.inventor.remember(alias)
        for town in self.towns.values():
            self.town_inventor.remember(town)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST]


def _other_words(known: KnownIdentifiers) -> list[str]:
    return [*known.towns_and_addresses, *(a.street for a in known.addresses), *known.organisations]
