"""The words for what the engine finds, and the acts on the office's lexicon."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombuds.deidentification.engine import Kind

UNSURE_BELOW = 0.8  # a span less certain than this is shown first, for a person to decide

KINDS: dict[str, str | Promise] = {
    Kind.PERSON: _("Name"),
    Kind.ADDRESS: _("Address"),
    Kind.PLACE: _("Place"),
    Kind.DATE: _("Date"),
    Kind.TIME: _("Time of day"),
    Kind.BIRTH_DATE: _("Date of birth"),
    Kind.AGE: _("Age of a person"),
    Kind.NATIONAL_NUMBER: _("National register number"),
    Kind.IBAN: _("Account number"),
    Kind.CARD: _("Card number"),
    Kind.PHONE: _("Telephone number"),
    Kind.EMAIL: _("E-mail address"),
    Kind.URL: _("Web address"),
    Kind.HANDLE: _("Name on social media"),
    Kind.IP: _("Computer address"),
    Kind.PLATE: _("Number plate"),
    Kind.IDENTITY_DOCUMENT: _("Identity document"),
    Kind.COMPANY_NUMBER: _("Company number"),
    Kind.REFERENCE: _("File number"),
    Kind.COURT_NUMBER: _("Number of a court case"),
    Kind.ORGANISATION: _("Organisation"),
    Kind.PROFESSION: _("Profession"),
    Kind.AMOUNT: _("Amount"),
    Kind.GPS: _("Map coordinates"),
    Kind.HEALTH: _("Health"),
    Kind.FAMILY: _("Family"),
}

# One look per group of kinds: twenty-six colours could not be told apart.
_GROUPS: dict[str, tuple[Kind, ...]] = {
    "who": (Kind.PERSON, Kind.HANDLE),
    "where": (Kind.ADDRESS, Kind.PLACE, Kind.GPS),
    "when": (Kind.DATE, Kind.TIME, Kind.BIRTH_DATE, Kind.AGE),
    "reach": (Kind.PHONE, Kind.EMAIL, Kind.URL, Kind.IP),
    "life": (Kind.PROFESSION, Kind.HEALTH, Kind.FAMILY, Kind.ORGANISATION, Kind.AMOUNT),
}
GROUP_LABELS: dict[str, str | Promise] = {
    "who": _("Names"),
    "where": _("Places"),
    "when": _("Dates and ages"),
    "reach": _("Telephone, mail, web"),
    "life": _("Work, family, health, money"),
    "number": _("Numbers"),
}

SOURCES: dict[str, str | Promise] = {
    "known": _("the case file"),
    "pattern": _("its form"),
    "lexicon": _("word lists"),
    "model": _("the words around it"),
    "propagation": _("found elsewhere in the file"),
    "person": _("a reader"),
}


def group_of(kind: str) -> str:
    """Which look a kind has: who, where, when, reach, life or number."""
    return next((group for group, kinds in _GROUPS.items() if kind in kinds), "number")


class Act(StrEnum):
    """What is recorded of the lexicon. Never with the word itself."""

    CONFIRM = "deidentification:lexicon:confirm"
    LEARN = "deidentification:lexicon:learn"
    REMOVE = "deidentification:lexicon:remove"
