"""What the case file already knows of its people: the surest source there is."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, product
from typing import Any

from ombuds.deidentification.engine.day_words import MONTHS_BY_NAME
from ombuds.deidentification.engine.folding import plain


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


class CaseFileWrong(ValueError):
    """A value of the case file has the wrong type, or is `too_long` for one; `key` says which."""

    too_long = False

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class ValueTooLong(CaseFileWrong):
    too_long = True


def from_case_file(case_file: Any) -> KnownIdentifiers:
    """Read the JSON form of a case file: every key optional, one value or a list of them, unknown keys ignored.

    Raises CaseFileWrong for a value that is neither text nor what that key asks for.
    """
    if not isinstance(case_file, Mapping):
        raise CaseFileWrong("casefile")
    days = [d for t in _texts(case_file, "dates") if (d := read_date(t))]
    births = [d for t in _texts(case_file, "dob") if (d := read_date(t))]
    return KnownIdentifiers(
        people=tuple(_person(p) for p in _objects(case_file, "parties")),
        addresses=tuple(_address(a) for a in _objects(case_file, "address")),
        towns=_texts(case_file, "towns"),
        emails=_texts(case_file, "email"),
        phones=_texts(case_file, "phone"),
        national_numbers=_texts(case_file, "nrn"),
        ibans=_texts(case_file, "iban"),
        plates=_texts(case_file, "plate"),
        references=_texts(case_file, "refs"),
        organisations=_texts(case_file, "orgs"),
        dates=tuple(days),
        birth_dates=tuple(births),
        bodies=_texts(case_file, "body"),
    )


FIELDS = frozenset("parties address dob nrn iban phone email plate refs orgs body towns dates".split())
INSIDE = {
    "parties": frozenset(("first", "last", "role", "gender")),
    "address": frozenset(("street", "nr", "postcode", "town")),
}


def unread(case_file: Any) -> list[str]:
    """The keys of a case file that nobody reads, as a slip of the pen would be: 'partys', 'parties.frist'."""
    if not isinstance(case_file, Mapping):
        return []
    found = [str(key) for key in case_file if key not in FIELDS]
    for key, listed in INSIDE.items():
        for item in _many(case_file, key):
            if isinstance(item, Mapping):
                found += [f"{key}.{name}" for name in item if name not in listed]
    return list(dict.fromkeys(found))


def undated(case_file: Any) -> list[str]:
    """The texts that stand where a case file has its dates and are none: 'vandaag', '3/5/79'."""
    if not isinstance(case_file, Mapping):
        return []
    return [text for key in ("dob", "dates") for text in _texts(case_file, key) if read_date(text) is None]


ISO = re.compile(r"\s*(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:T.*)?\s*")
BELGIAN = re.compile(r"\s*(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4})\s*")


def read_date(text: str) -> date | None:
    """A date as a case file writes it: 2025-03-03, 3/3/2025, 03.03.2025 or 3 maart 2025; None for anything else."""
    if iso := ISO.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
    elif belgian := BELGIAN.fullmatch(text):
        day, month, year = (int(part) for part in belgian.groups())
    else:
        return in_words(text)
    try:
        return date(year, month, day)
    except ValueError:
        return None


WORDS = re.compile(r"\s*(\d{1,2})(?:er|ste|de|e|st|nd|rd|th|\.)?\s+(?:of\s+)?([^\W\d_]+)\.?,?\s+(\d{4})\s*")


def in_words(text: str) -> date | None:
    """'3 maart 2025', '1er mars 2025', '3rd of March 2025'."""
    found = WORDS.fullmatch(plain(text))
    if found is None or found.group(2) not in MONTHS_BY_NAME:
        return None
    try:
        return date(int(found.group(3)), MONTHS_BY_NAME[found.group(2)], int(found.group(1)))
    except ValueError:
        return None


def _many(case_file: Mapping[str, Any], key: str) -> list[Any]:
    value = case_file.get(key)
    if value is None:
        return []
    return [v for v in value if v is not None] if isinstance(value, list | tuple) else [value]


def _objects(case_file: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The objects of a key; a plain text counts as an object with only that text in it."""
    found: list[Mapping[str, Any]] = []
    for item in _many(case_file, key):
        if isinstance(item, str):
            found.append(_from_text(item, key))
        elif isinstance(item, Mapping):
            found += _spelled_out(item, key)
        else:
            raise CaseFileWrong(key)
    return found


LONGEST = 1_000  # signs of one value: no name, address or reference is longer
MANY = 60  # spellings of one party or address together
ONE_IS_ENOUGH = ("role", "gender")


def _spelled_out(item: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """One object for each way in which an object with lists in it can be read: two first names are two people to find."""
    ways: dict[str, list[str]] = {}
    for name, value in item.items():
        several = value if isinstance(value, list | tuple) and name not in ONE_IS_ENOUGH else [value]
        ways[name] = list(dict.fromkeys(text for one in several if (text := _text(one, key)))) or [""]
    return [dict(zip(ways, way, strict=True)) for way in islice(product(*ways.values()), MANY)]


def _from_text(text: str, key: str) -> Mapping[str, Any]:
    if key == "parties":
        first, _, last = text.strip().partition(" ")
        return {"first": first, "last": last} if last else {"last": first}
    parts = ADDRESS.fullmatch(text.strip())
    return parts.groupdict(default="") if parts else {"street": text}


ADDRESS = re.compile(
    r"(?P<street>[^,\d]{2,80}?)\s+(?P<nr>\d[^,]{0,20}?)(?:\s*,\s*|\s+-\s+|\s+)(?P<postcode>\d{4,5})\s+(?P<town>\D{2,60})"
)


def _texts(case_file: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(text for item in _many(case_file, key) if (text := _text(item, key)))


def _text(value: Any, key: str) -> str:
    """Text or a number as text; a list inside an object takes its first value.

    Raises CaseFileWrong for objects and true or false.
    """
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return _text(value[0], key) if value else ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise CaseFileWrong(key)
    text = str(value).strip()
    if len(text) > LONGEST:
        raise ValueTooLong(key)
    return text


def _person(value: Mapping[str, Any]) -> Person:
    return Person(*(str(value.get(key, "")) for key in ("first", "last", "role", "gender")))


def _address(value: Mapping[str, Any]) -> Address:
    return Address(*(str(value.get(key, "")) for key in ("street", "nr", "postcode", "town")))


def merged(many: Iterable[KnownIdentifiers]) -> KnownIdentifiers:
    together = KnownIdentifiers()
    for known in many:
        together |= known
    return together
