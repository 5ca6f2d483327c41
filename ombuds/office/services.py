"""Asking the profile: which office is this, and which rules hold on a day."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick
from ombuds.lib.today import today
from ombuds.lib.workingdays import Calendar
from ombuds.office.folder import letter_code
from ombuds.office.models import (
    ClockRule,
    Ground,
    LetterTemplate,
    Norm,
    NormSet,
    Office,
    ReportChapter,
    RetentionRule,
    Term,
)

# A row without a first day holds since ever: it comes after every dated one, on both databases.
_LATEST = F("valid_from").desc(nulls_last=True)


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
    found: NormSet | None = office.normsets.valid_on(day).filter(purpose=purpose).order_by(_LATEST).first()
    return found


def norms_on(office: Office, day: dt.date, purpose: str = "assessment") -> list[Norm]:
    """The norms of that set that hold on this day, in its order."""
    found = norm_set_on(office, day, purpose)
    return list(found.norms.valid_on(day)) if found else []


def grounds_on(
    office: Office, day: dt.date, question: str | None = None, effect: str | None = None
) -> list[Ground]:
    """Grounds in force, in the office's order; of one question, or for one effect, when asked."""
    rows = office.grounds.valid_on(day)
    found = list(rows.filter(question=question) if question else rows)
    return [ground for ground in found if effect in ground.effects] if effect else found


def clock_rule(office: Office, code: str, day: dt.date) -> ClockRule | None:
    """The time limit in force on this day."""
    found: ClockRule | None = office.clockrules.valid_on(day).filter(code=code).order_by(_LATEST).first()
    return found


def retention_rules_on(office: Office, day: dt.date) -> list[RetentionRule]:
    """How long is kept what, on this day."""
    return list(office.retentionrules.valid_on(day))


def terms(office: Office, vocabulary: str, day: dt.date | None = None) -> list[Term]:
    """The words of one vocabulary."""
    rows = office.terms.filter(vocabulary=vocabulary)
    return list(rows.valid_on(day) if day else rows)


def term(office: Office, vocabulary: str, code: str, day: dt.date | None = None) -> Term | None:
    """One word: the one in force on this day, or else the last that was."""
    rows = office.terms.filter(vocabulary=vocabulary, code=code).order_by(_LATEST)
    found: Term | None = (rows.valid_on(day).first() if day else None) or rows.first()
    return found


def term_label(office: Office, vocabulary: str, code: str, language: str | None = None) -> str:
    """The word itself, or the code when the vocabulary does not have it."""
    found = term(office, vocabulary, code)
    return pick(found.labels, language) if found else code


def template(office: Office, code: str, language: str, day: dt.date | None = None) -> LetterTemplate | None:
    """The letter in force, in this language. L01 and L1 are the same letter."""
    rows = office.lettertemplates.valid_on(day or today()).filter(code=letter_code(code), language=language)
    found: LetterTemplate | None = rows.order_by(_LATEST).first()
    return found


def report_chapters(office: Office, day: dt.date) -> list[ReportChapter]:
    """The outline of the yearly report."""
    return list(office.reportchapters.valid_on(day))


def closing_calendar(office: Office) -> Calendar:
    """Which days count as working days."""
    days = office.closing_days.filter(is_open=False)
    return Calendar(frozenset(days.values_list("day", flat=True)))


def calendar_and_parameters(office: Office, code: str, day: dt.date) -> tuple[Calendar, dict[str, Any]]:
    """The working days, and the numbers of a time limit in force on this day, in one query: every case page asks both."""
    rule = (
        ClockRule.objects.valid_on(day).filter(office=OuterRef("office")).filter(code=code).order_by(_LATEST)
    )
    closed = office.closing_days.filter(is_open=False).annotate(
        numbers=Subquery(rule.values("parameters")[:1])
    )
    rows = list(closed.values_list("day", "numbers"))
    if not rows:
        found = clock_rule(office, code, day)
        return Calendar(frozenset()), dict(found.parameters) if found else {}
    return Calendar(frozenset(each for each, _numbers in rows)), dict(rows[0][1] or {})
