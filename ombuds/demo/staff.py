"""The invented people who work in the invented office, and the one password that opens all of them."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from ombuds.accounts.models import Absence, RoleAssignment, Team, User
from ombuds.accounts.permissions import Role

PASSWORD = "Klaprozen-Coquelicots-2026"  # noqa: S105  # printed on the screen: it opens invented people only
DOMAIN = "ombuds.example"
TEAMS = ("Kanaal – Canal", "Zavel – Sablon")


@dataclass(frozen=True)
class Colleague:
    """`key` is how the rest of the demo names the person."""

    key: str
    name: str
    language: str
    roles: tuple[str, ...]
    team: int | None = None

    @property
    def email(self) -> str:
        return f"{self.key}@{DOMAIN}"


STAFF = (
    Colleague("noor", "Noor Lambrechts", "nl", (Role.INTAKE,)),
    Colleague("ilias", "Ilias Benhaddou", "fr", (Role.INTAKE,)),
    Colleague("veerle", "Veerle Aertssen", "nl", (Role.HANDLER,), 0),
    Colleague("karim", "Karim El Fassi", "fr", (Role.HANDLER,), 0),
    Colleague("sophie", "Sophie Delvigne", "fr", (Role.HANDLER,), 1),
    Colleague("pieter", "Pieter Van Roey", "nl", (Role.HANDLER,), 1),
    Colleague("hannelore", "Hannelore Wuyts", "nl", (Role.SECOND_READER,), 0),
    Colleague("marianne", "Marianne Dehaen", "fr", (Role.OMBUDSMAN,)),
    Colleague("thomas", "Thomas Okafor", "en", (Role.EDITOR,)),
    Colleague("lucie", "Lucie Baert", "fr", (Role.INTEGRITY,)),
    Colleague("stefaan", "Stefaan Maes", "nl", (Role.ADMINISTRATOR,)),
    Colleague("odile", "Odile Pirard", "fr", (Role.RECORDS,)),
)
HANDLERS = ("veerle", "karim", "sophie", "pieter")


def is_there() -> bool:
    """Has the demo been loaded here?"""
    return User.objects.filter(email=STAFF[0].email).exists()


def hire(today: dt.date) -> dict[str, User]:
    """Create the colleagues, their teams, roles and absences."""
    teams = [Team.objects.get_or_create(name=name)[0] for name in TEAMS]
    secret = make_password(PASSWORD)
    since = dt.date(today.year - 3, 9, 1)
    people = {}
    for colleague in STAFF:
        user, _new = User.objects.get_or_create(
            email=colleague.email,
            defaults={
                "name": colleague.name,
                "language": colleague.language,
                "password": secret,
                "team": teams[colleague.team] if colleague.team is not None else None,
            },
        )
        for role in colleague.roles:
            RoleAssignment.objects.get_or_create(user=user, role=role, defaults={"valid_from": since})
        people[colleague.key] = user
    _absences(people, today)
    return people


def _absences(people: dict[str, User], today: dt.date) -> None:
    """Sophie is away this week, Pieter covers; two absences of the past."""
    week = dt.timedelta(days=7)
    for key, cover, first in (
        ("sophie", "pieter", today - week / 7 * 2),
        ("karim", "veerle", today - 30 * week),
        ("veerle", "karim", today - 18 * week),
    ):
        Absence.objects.get_or_create(
            user=people[key], cover=people[cover], first_day=first, last_day=first + week
        )
