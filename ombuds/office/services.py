"""Asking the profile: which office is this, and which rules hold on a day."""

import datetime as dt

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ombuds.lib.errors import Refusal
from ombuds.lib.workingdays import Calendar
from ombuds.office.models import (
    ClockRule,
    Ground,
    LetterTemplate,
    NormSet,
    Office,
    Term,
)


class NoOffice(Refusal):
    """No profile is loaded."""

    template = _("No office is set up yet. Run: ombuds office load brussels")


def current_office_or_none() -> Office | None:
    """The office that this installation serves."""
    if settings.OFFICE:
        return Office.objects.filter(code=settings.OFFICE).first()
    return Office.objects.filter(is_active=True).first()


def current_office() -> Office:
    """The office that this installation serves. Raises NoOffice."""
    found = current_office_or_none()
    if found is None:
        raise NoOffice()
    return found


def norm_set_on(office: Office, day: dt.date, purpose: str = "assessment") -> NormSet | None:
    """The norms that a case of this day is measured by."""
    found: NormSet | None = (
        office.normsets.valid_on(day).filter(purpose=purpose).order_by("-valid_from").first()
    )
    return found


def grounds_on(office: Office, day: dt.date, question: str | None = None) -> list[Ground]:
    """Grounds in force, in the office's order."""
    rows = office.grounds.valid_on(day)
    return list(rows.filter(question=question) if question else rows)


def clock_rule(office: Office, code: str, day: dt.date) -> ClockRule | None:
    """The time limit in force on this day."""
    found: ClockRule | None = (
        office.clockrules.valid_on(day).filter(code=code).order_by("-valid_from").first()
    )
    return found


def terms(office: Office, vocabulary: str, day: dt.date | None = None) -> list[Term]:
    """The words of one vocabulary."""
    rows = office.terms.filter(vocabulary=vocabulary)
    return list(rows.valid_on(day) if day else rows)


def template(office: Office, code: str, language: str, day: dt.date) -> LetterTemplate | None:
    """The letter in force, in this language."""
    rows = office.lettertemplates.valid_on(day).filter(code=code, language=language)
    found: LetterTemplate | None = rows.order_by("-valid_from").first()
    return found


def closing_calendar(office: Office) -> Calendar:
    """Which days count as working days."""
    days = office.closing_days.filter(is_open=False)
    return Calendar(frozenset(days.values_list("day", flat=True)))
