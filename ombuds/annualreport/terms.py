"""The vocabulary of the yearly report."""

from enum import StrEnum

from django.utils.translation import gettext as at_once
from django.utils.translation import gettext_lazy as _


class Act(StrEnum):
    """What is recorded of an edition."""

    CREATE = "annualreport:edition:create"
    ENTER = "annualreport:table:enter"
    RELEASE = "annualreport:edition:release"
    WRITE = "annualreport:text:write"


# Names of texts that outlines use; an outline may name others, which are then shown by their code.
SLOTS = {
    "annexes": _("Annexes"),
    "challenge": _("The challenge"),
    "first_line": _("About the first line"),
    "foreword": _("Foreword"),
    "integrity": _("Integrity"),
    "local": _("Local boards"),
    "norms": _("The norms"),
    "office": _("About the office"),
    "reading_note": _("How to read these figures"),
    "series_breaks": _("Where years do not compare"),
    "team": _("The team"),
    "themes": _("About the themes"),
}

PATTERN = "pattern-"  # and its number: the name of a problem that stopped, for readers


def label_of(slot: str) -> str:
    """What writers call a text."""
    if slot.startswith(PATTERN):
        return at_once("A problem that stopped: its name for readers (%(pattern)s)") % {
            "pattern": f"P{slot.removeprefix(PATTERN)}"
        }
    return str(SLOTS.get(slot, slot))
