"""What the matcher knows: bodies, places, subjects, rules of competence, members of the network."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

BRUSSELS, FLANDERS, WALLONIA = "brussels", "flanders", "wallonia"


@dataclass(frozen=True, slots=True)
class Entry:
    """One body with every way to write its name."""

    code: str
    names: Mapping[str, str]
    abbreviations: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    kind: str = "other"
    level: str = "other"
    parent: str = ""
    domain: str = ""
    place: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One municipality of today, with its former parts and postal codes."""

    nis: str
    names: Mapping[str, str]
    region: str
    others: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """A matter that belongs to one body, region by region; `*` at the end of a word stands for any ending."""

    code: str
    targets: Mapping[str, str]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """Who is competent for a body, a kind of body or a level, in a period."""

    about: str
    matter: str
    verdict: str
    refer_to: str = ""
    reporter: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    legal_basis: str = ""
    verified: bool = True

    def holds_on(self, day: dt.date) -> bool:
        """In force on this day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Member:
    """An ombudsman or authority to which people are sent."""

    code: str
    names: Mapping[str, str]
    is_member: bool = True
    kind: str = "ombudsman"
    domains: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Register:
    """Everything that the matcher works with, for one office."""

    bodies: Mapping[str, Entry]
    places: Mapping[str, Place]
    subjects: tuple[Subject, ...]
    members: Mapping[str, Member]
    rules: tuple[Rule, ...]
    home: str = BRUSSELS
    reasons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
