"""What the case file already knows of its people: the surest source there is."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Person:
    first: str = ""
    last: str = ""
    role: str = ""
    gender: str = ""

    @property
    def key(self) -> str:
        return f"{self.first} {self.last}".strip()


@dataclass(frozen=True, slots=True)
class Address:
    street: str = ""
    number: str = ""
    postcode: str = ""
    town: str = ""


@dataclass(frozen=True, slots=True)
class KnownIdentifiers:
    """All that names the people of a case; `bodies` are the public services, which stay readable."""

    people: tuple[Person, ...] = ()
    addresses: tuple[Address, ...] = ()
    towns: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    national_numbers: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()
    plates: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    dates: tuple[date, ...] = ()
    bodies: tuple[str, ...] = field(default=())
    birth_dates: tuple[date, ...] = field(default=())

    def __or__(self, other: "KnownIdentifiers") -> "KnownIdentifiers":
        """The identifiers of two cases together, each once."""
        return KnownIdentifiers(
            **{
                name: tuple(dict.fromkeys([*getattr(self, name), *getattr(other, name)]))
                for name in self.__dataclass_fields__
            }
        )

    @property
    def towns_and_addresses(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t for t in [*(a.town for a in self.addresses), *self.towns] if t.strip()))


def from_case_file(case_file: Mapping[str, Any]) -> KnownIdentifiers:
    """Read the JSON form of a case file: every key optional, one value or a list of them."""
    return KnownIdentifiers(
        people=tuple(_person(p) for p in _many(case_file.get("parties")) if isinstance(p, Mapping)),
        addresses=tuple(_address(a) for a in _many(case_file.get("address")) if isinstance(a, Mapping)),
        towns=_texts(case_file.get("towns")),
        emails=_texts(case_file.get("email")),
        phones=_texts(case_file.get("phone")),
        national_numbers=_texts(case_file.get("nrn")),
        ibans=_texts(case_file.get("iban")),
        plates=_texts(case_file.get("plate")),
        references=_texts(case_file.get("refs")),
        organisations=_texts(case_file.get("orgs")),
        dates=tuple(d for d in (read_date(t) for t in _texts(case_file.get("dates"))) if d),
        birth_dates=tuple(d for t in _texts(case_file.get("dob")) if (d := read_date(t))),
        bodies=_texts(case_file.get("body")),
    )


def read_date(text: str) -> date | None:
    """A date as a case file writes it: 2025-03-03, 3/3/2025 or 03.03.2025."""
    if iso := re.fullmatch(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*", text):
        year, month, day = (int(part) for part in iso.groups())
    elif belgian := re.fullmatch(r"\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s*", text):
        day, month, year = (int(part) for part in belgian.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(text for item in _many(value) if (text := _text(item)))


def _text(value: Any) -> str:
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _person(value: Mapping[str, Any]) -> Person:
    return Person(*(_text(value.get(key)) for key in ("first", "last", "role", "gender")))


def _address(value: Mapping[str, Any]) -> Address:
    return Address(*(_text(value.get(key)) for key in ("street", "nr", "postcode", "town")))


def merged(many: Iterable[KnownIdentifiers]) -> KnownIdentifiers:
    together = KnownIdentifiers()
    for known in many:
        together |= known
    return together
