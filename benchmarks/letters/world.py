"""What one document is about: its people, places and numbers, made when a sentence first asks for them."""

import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from benchmarks.letters import hands, numbers
from benchmarks.letters.names import Person, somebody

# How often the case file knows a person of a role, and an item that stands in the text.
KNOWN_ROLES = {"C": 1.0, "P": 0.6, "K": 0.35, "N": 0.1, "W": 0.0, "D": 0.0, "H": 0.0}
KNOWN_ITEM = 0.85


@cache
def data(language: str, hand: str = "") -> dict[str, Any]:
    """The words of a language; those of another hand lie over the usual ones."""
    found = tomllib.loads((hands.words("") / f"{language}.toml").read_text(encoding="utf-8"))
    return (
        found | tomllib.loads((hands.words(hand) / f"{language}{hand}.toml").read_text(encoding="utf-8"))
        if hand
        else found
    )


class World:
    """Remembers everything it has invented; the same name of a slot gives the same person or number again."""

    def __init__(self, language: str, rng: Random, hand: str = "") -> None:
        self.language = language
        self.rng = rng
        self.hand = hand
        self.data = data(language, hand)
        self.people: dict[str, Person] = {}
        self.values: dict[str, Any] = {}
        self.known: dict[str, bool] = {}
        self.today = date(2019, 1, 1) + timedelta(days=rng.randrange(2500))

    def person(self, role: str) -> Person:
        if role not in self.people:
            relative = self.person("C") if role in "PK" else None
            self.people[role] = somebody(self.rng, self.language, relative, self.hand)
            self.known[role] = self.rng.random() < KNOWN_ROLES[role]
        return self.people[role]

    def value(self, name: str, make: Callable[[], Any], chance: float = KNOWN_ITEM) -> Any:
        """The value of that name in this document, and whether the case file has it, decided once."""
        if name not in self.values:
            self.values[name] = make()
            self.known[name] = self.rng.random() < chance
        return self.values[name]

    def pick(self, key: str) -> str:
        return str(self.rng.choice(self.data[key]))

    def home(self) -> dict[str, str]:
        return dict(self.value("address", self.new_address))

    def new_address(self) -> dict[str, str]:
        postcode, town = self.pick("towns").split(" ", 1)
        number = str(self.rng.randrange(1, 420)) + (
            self.rng.choice("ABCabc") if self.rng.random() < 0.12 else ""
        )
        box = self.pick("box").format(n=self.rng.randrange(1, 40)) if self.rng.random() < 0.3 else ""
        return {"street": self.pick("streets"), "nr": number, "box": box, "postcode": postcode, "town": town}

    def born(self, role: str = "C") -> date:
        youngest, oldest = (1, 17) if role == "K" else (19, 92)
        days = self.rng.randrange(youngest * 365, oldest * 365)
        return date.fromordinal(
            self.value(f"dob{role}", lambda: self.today.toordinal() - days, 0.85 if role == "C" else 0.0)
        )

    def some_day(self) -> date:
        return self.today - timedelta(days=int(self.rng.expovariate(1 / 250)))

    def national_number(self, role: str = "C") -> str:
        make = lambda: numbers.national_number(self.rng, self.born(role), self.person(role).woman)  # noqa: E731 - said once
        return str(self.value(f"nrn{role}", make, KNOWN_ITEM if role == "C" else 0.0))

    def casefile(self) -> dict[str, Any]:
        """The part of this world that the office knows, in the form of CASE.json."""
        found: dict[str, Any] = {"parties": []}
        for role, person in self.people.items():
            if self.known[role]:
                title = {"C": "complainant", "P": "partner", "K": "child"}.get(role, "third party")
                found["parties"].append({"first": person.first, "last": person.last, "role": title})
        if self.known.get("address"):
            found["address"] = {key: value for key, value in self.home().items() if key != "box"}
        for key, name in (
            ("dob", "dobC"),
            ("nrn", "nrnC"),
            ("iban", "iban"),
            ("phone", "phone"),
            ("email", "email"),
            ("plate", "plate"),
        ):
            if self.known.get(name):
                found[key] = (
                    date.fromordinal(self.values[name]).isoformat() if key == "dob" else self.values[name]
                )
        if self.known.get("phone"):
            found["phone"] = "+32" + self.values["phone"]
        found |= {
            plural: [self.values[name]]
            for plural, name in (("refs", "ref"), ("orgs", "org"))
            if self.known.get(name)
        }
        if "body" in self.values:
            found["body"] = self.values["body"]
        return found
