"""The profile of an office as rows: loaded from a folder, corrected by staff, never a constant in code."""

import datetime as dt
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombuds.lib.i18n import pick


class Office(models.Model):
    """One ombuds institution. `settings` holds the single parameters of its profile (office.toml)."""

    code = models.SlugField(unique=True)
    names = models.JSONField(default=dict)  # {"nl": …, "fr": …, "en": …}
    languages = models.JSONField(default=list)  # of the public pages, the first is the default
    settings = models.JSONField(default=dict)
    is_active = models.BooleanField(default=False)  # the one that this installation serves
    loaded_from = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_active"],
                condition=Q(is_active=True),
                name="one_active_office",
            )
        ]

    def __str__(self) -> str:
        return pick(self.names)

    def setting(self, name: str, default: Any = None) -> Any:
        """A parameter of the profile, like `max_age_years`."""
        return self.settings.get(name, default)


class DatedQuerySet(models.QuerySet[Any]):
    """Rows that hold during a period."""

    def valid_on(self, day: dt.date) -> "DatedQuerySet":
        """Rows in force on this day."""
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day)).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )


class Entry(models.Model):
    """What the rows of a profile share: a code, labels, validity, where it comes from, and who corrected it."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="%(class)ss")
    code = models.CharField(_("code"), max_length=60)
    labels = models.JSONField(_("label"), default=dict)
    legal_bases = models.JSONField(_("legal basis"), default=dict, blank=True)  # per language
    verified = models.BooleanField(_("checked with the source"), default=True)
    note = models.CharField(
        _("note for staff"), max_length=300, blank=True
    )  # what a lawyer still has to check
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until and including"), null=True, blank=True)
    order = models.PositiveIntegerField(default=0)
    corrected = models.BooleanField(default=False)  # by staff: loading the profile again leaves it alone
    version = models.PositiveIntegerField(
        default=1
    )  # counts corrections; two editors at once are noticed by it

    objects: ClassVar[Any] = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["order", "code"]

    def __str__(self) -> str:
        return pick(self.labels) or self.code

    @property
    def legal_basis(self) -> str:
        """The legal basis in the reader's language."""
        return pick(self.legal_bases)

    @legal_basis.setter
    def legal_basis(self, text: str) -> None:
        self.legal_bases = {"nl": text, "fr": text, "en": text} if text else {}

    def is_valid_on(self, day: dt.date) -> bool:
        """In force on this day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


def _once(name: str, *more: str) -> models.UniqueConstraint:
    """One row for a code from one day on."""
    return models.UniqueConstraint(
        fields=["office", "code", "valid_from", *more],
        name=f"one_{name}_per_code_and_day",
    )


class NormSet(Entry):
    """A versioned list of norms (the 15 of the office; the sets that first-line services use)."""

    purpose = models.CharField(max_length=20, default="assessment")  # assessment | first_line | simplified

    class Meta(Entry.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [_once("normset")]


class Norm(Entry):
    """What people may expect of a service. `mapping`: codes of the same norm in other sets."""

    norm_set = models.ForeignKey(NormSet, on_delete=models.CASCADE, related_name="norms")
    group = models.JSONField(default=dict, blank=True)
    meaning = models.JSONField(_("meaning"), default=dict)
    mapping = models.JSONField(default=dict, blank=True)

    class Meta(Entry.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [_once("norm", "norm_set")]


class Ground(Entry):
    """Why a case is refused, redirected, sent to the first line or suspended."""

    class Question(models.TextChoices):
        COMPETENCE = "competence", _("Competence")
        ADMISSIBILITY = "admissibility", _("Admissibility")
        SUSPENSION = "suspension", _("Suspension")

    class Effect(models.TextChoices):
        REFUSE = "refuse", _("Refuse")
        REDIRECT = "redirect", _("Redirect")
        TRANSFER = "transfer", _("Transfer")
        FIRST_LINE = "first_line", _("To the service first")
        SUSPEND = "suspend", _("Suspend")
        INFORMATION = "information", _("Answer as a question")

    question = models.CharField(_("question"), max_length=20, choices=Question.choices)
    effect = models.CharField(_("effect"), max_length=20, choices=Effect.choices)
    mandatory = models.BooleanField(
        _("mandatory"), default=False
    )  # optional: the office may take the case all the same
    second_reader = models.BooleanField(_("asks a second reader"), default=False)
    explanation = models.JSONField(_("explanation for the letter"), default=dict)
    elsewhere = models.JSONField(_("where else to go"), default=dict, blank=True)
    parameters = models.JSONField(
        default=dict, blank=True
    )  # e.g. {"max_age_months": 36, "decided_by": "handler"}

    class Meta(Entry.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [_once("ground")]

    @property
    def effects(self) -> list[str]:
        """All that may follow from this ground, the usual one first."""
        return [self.effect, *self.parameters.get("other_effects", [])]


class ClockRule(Entry):
    """A legal or house time limit. Codes like ack, triage, service_answer, first_line_answer, minister_note,
    council_of_state, conclusion, remedy, review, complainant_answer."""

    class Unit(models.TextChoices):
        WORKING_DAYS = "working_days", _("working days")
        CALENDAR_DAYS = "calendar_days", _("calendar days")
        MONTHS = "months", _("months")
        YEARS = "years", _("years")

    class RollOver(models.TextChoices):
        NONE = "none", _("ends on any day")
        NEXT_WORKING_DAY = "next_working_day", _("moves to the next working day")
        FLAG = "flag", _("stays, and is pointed out: a legal question")

    amount = models.PositiveIntegerField(_("number"))
    unit = models.CharField(_("unit"), max_length=20, choices=Unit.choices)
    starts_on = models.CharField(max_length=60)  # event: received, asked, notified, concluded, …
    stops_on = models.JSONField(default=list)  # events
    counts_first_day = models.BooleanField(_("counts the day of the event"), default=False)
    paused_by_suspension = models.BooleanField(_("stands still while the case is suspended"), default=True)
    roll_over = models.CharField(
        _("when it ends on a closed day"),
        max_length=20,
        choices=RollOver.choices,
        default=RollOver.NONE,
    )
    warn_days = models.PositiveIntegerField(_("warn so many days before"), default=2)
    legal = models.BooleanField(_("set by law"), default=False)  # otherwise a target of the house
    parameters = models.JSONField(default=dict, blank=True)

    class Meta(Entry.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [_once("clockrule")]


class Term(Entry):
    """A word of the office's vocabularies: themes, assessments, results, reasons, channels…"""

    vocabulary = models.CharField(max_length=40, db_index=True)
    parent = models.CharField(
        max_length=60, blank=True
    )  # code of a term in the parent vocabulary (theme → domain)
    meaning = models.JSONField(default=dict, blank=True)
    parameters = models.JSONField(default=dict, blank=True)

    class Meta(Entry.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [_once("term", "vocabulary")]


class RetentionRule(Entry):
    """How long closed cases are kept, from which day on the rule holds."""

    years = models.PositiveIntegerField(_("years"))
    counts_from = models.CharField(max_length=20, default="closed")
    action = models.CharField(_("then"), max_length=20, default="destroy")  # destroy | anonymise | archive
    kinds = models.JSONField(default=list, blank=True)  # case kinds; empty: all

    class Meta(Entry.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [_once("retentionrule")]


class LetterTemplate(Entry):
    """A letter of the catalogue (L1…) in one language. Subject and body hold merge fields like {{ reference }}."""

    language = models.CharField(_("language"), max_length=2)
    audience = models.CharField(max_length=20)  # complainant | service | ombudsman | minister | parliament
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"))

    class Meta(Entry.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [_once("lettertemplate", "language")]


class ClosingDay(models.Model):
    """A day that is not a working day: public holiday or closing day of the office."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="closing_days")
    day = models.DateField(_("day"))
    labels = models.JSONField(_("name"), default=dict)
    is_public_holiday = models.BooleanField(_("public holiday"), default=False)
    is_open = models.BooleanField(_("the office works all the same"), default=False)
    corrected = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["office", "day"], name="one_closing_day_row_per_day")]

    def __str__(self) -> str:
        return f"{self.day} {pick(self.labels)}"


class ReportChapter(Entry):
    """A chapter of the yearly report, with what it is made of."""

    content = models.JSONField(default=list)  # e.g. ["text:foreword", "table:received_by_month", "stories"]

    class Meta(Entry.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [_once("reportchapter")]


class Revision(models.Model):
    """A correction of a row of the profile: who, when, why, before and after."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="revisions")
    subject = models.CharField(max_length=80, db_index=True)  # like "office.ground:12"
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("reason"))
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.subject} {self.at:%Y-%m-%d}"
