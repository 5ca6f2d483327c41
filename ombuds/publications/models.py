"""Drafts for staff, frozen copies for the public. The two never meet in one query of the public site."""

import uuid
from pathlib import PurePath
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.cases.models import Case
from ombuds.deidentification.fields import (
    DeidentifiedCharField,
    DeidentifiedJSONField,
    DeidentifiedLabelsField,
    DeidentifiedSlugField,
    DeidentifiedTextField,
)
from ombuds.deidentification.gate import EMPTY
from ombuds.lib.i18n import pick
from ombuds.office.models import Office
from ombuds.publications.authoring.models import Comment as Comment
from ombuds.publications.authoring.models import Hearing as Hearing
from ombuds.publications.authoring.models import Sketch as Sketch
from ombuds.publications.authoring.models import TextVersion as TextVersion
from ombuds.publications.reviewing.models import ReviewedPiece as ReviewedPiece
from ombuds.publications.reviewing.models import SpanDecision as SpanDecision
from ombuds.publications.reviewing.models import SpanReview as SpanReview
from ombuds.publications.terms import Kind, State


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Whoever writes, reviews or approves sees the drafts; what they rest on is another table."""

    def visible_to(self, user: User) -> "PublicationQuerySet":
        wanted = (
            Permission.PUBLICATIONS_TEXT_WRITE,
            Permission.PUBLICATIONS_TEXT_REVIEW,
            Permission.PUBLICATIONS_TEXT_APPROVE,
        )
        return self if user.is_authenticated and any(user.may(p) for p in wanted) else self.none()


class Publication(models.Model):
    """A text in the making. What the public reads is `Frozen`."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.STORY)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    theme = models.CharField(_("theme"), max_length=60, blank=True)
    seed = models.PositiveIntegerField(
        default=0
    )  # of the invented names, so that both languages use the same ones
    writer = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    reason = models.TextField(_("reason of the correction or withdrawal"), blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager["Publication"]] = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title or f"{self.get_kind_display()} {self.pk}"

    @property
    def title(self) -> str:
        return pick({text.language: text.title for text in self.texts.all()})


class Text(models.Model):
    """The publication in one language, in Markdown."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=2)
    title = models.CharField(_("title"), max_length=160, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = models.TextField(_("text"), blank=True)

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "language"], name="publication_text_once_per_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.language}"

    @property
    def is_complete(self) -> bool:
        return all(part.strip() for part in (self.title, self.summary, self.body))


def attachment_path(instance: "Attachment | FrozenFile", filename: str) -> str:
    """A name that says nothing; the shown name is a column."""
    return f"publications/{uuid.uuid4().hex}{PurePath(filename).suffix.lower()[:10]}"


class Attachment(models.Model):
    """A file that goes with the text. It is checked like the text: content, metadata, name."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="attachments")
    language = models.CharField(_("language"), max_length=2, blank=True)
    name = models.CharField(_("file name"), max_length=160)
    description = models.CharField(_("what it is"), max_length=200)
    file = models.FileField(upload_to=attachment_path, max_length=200)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class CaseLink(models.Model):
    """Which case a text rests on. Staff only: no reverse name, and no page outside reads this table."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="case_links")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["publication", "case"], name="case_once_per_publication")
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.case_id}"


class Decision(models.Model):
    """A privacy review, an approval, or an override of the gate. `digest` says of which exact text it speaks."""

    class What(models.TextChoices):
        REVIEW = "review", _("Privacy review")
        APPROVAL = "approval", _("Approval")
        OVERRIDE = "override", _("Published in spite of the gate")

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="decisions")
    what = models.CharField(max_length=10, choices=What.choices)
    passed = models.BooleanField()
    remark = models.TextField(_("remark"), blank=True)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.what} {self.passed}"


class GateRun(models.Model):
    """One run of the intruder on exactly the parts of `digest`.

    `verdict` holds no personal data and nothing of a case: facts as kinds with their k, sentences by position and
    hash. `advice` is for the writer and goes when the text is published.
    """

    publication = models.ForeignKey(
        Publication, null=True, on_delete=models.CASCADE, related_name="gate_runs"
    )  # empty for what is not written here: a recommendation, a yearly report
    about = models.CharField(max_length=80, blank=True, db_index=True)  # then: "annualreport:2025"
    digest = models.CharField(max_length=64)
    truth = models.CharField(max_length=64)  # of the linked cases that the run knew
    passed = models.BooleanField()
    rank = models.PositiveIntegerField()
    probability = models.FloatField()
    verdict = models.JSONField(default=dict)
    advice = models.JSONField(default=dict)
    attack_version = models.CharField(max_length=40)
    seed = models.PositiveBigIntegerField()
    base_size = models.PositiveIntegerField()
    base_digest = models.CharField(max_length=64)
    seconds = models.FloatField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    in_spite = models.TextField(blank=True)  # why the ombudsman let it go out, when it did not pass

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.publication_id or self.about} {self.digest[:8]} {self.passed}"


class ReleasedTable(models.Model):
    """A table that the public has, for the intruder to lay beside a text. Filled by the rooms above on release."""

    office_code = models.SlugField()
    key = models.CharField(max_length=120)  # like "annualreport:2024:per_theme"
    cells = models.JSONField(default=list)  # [[{"theme": "parking_fine", "year": "2024"}, 12], …]
    released_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["office_code", "key"], name="released_table_once_per_office")
        ]

    def __str__(self) -> str:
        return self.key


class Frozen(models.Model):
    """What the public reads, in one language: copied, rendered, hashed, dated. No foreign key leads back to a draft."""

    key = models.UUIDField(
        editable=False, db_index=True
    )  # the same for all languages and versions of one publication
    office_code = models.SlugField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    theme = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=2)
    number = models.PositiveIntegerField(default=1)  # of the version
    slug = DeidentifiedSlugField(max_length=120)
    title = DeidentifiedCharField(max_length=160)
    summary = DeidentifiedTextField()
    html = DeidentifiedTextField()
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    first_published_at = models.DateTimeField()
    is_current = models.BooleanField(default=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    reason = DeidentifiedTextField(default=EMPTY, blank=True)  # of the correction or withdrawal

    class Meta:
        ordering = ["-first_published_at", "-pk"]
        verbose_name_plural = "frozen texts"
        indexes = [
            models.Index(
                fields=["office_code", "language", "is_current", "first_published_at"], name="frozen_list"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["key", "language", "number"], name="frozen_version_once"),
            models.UniqueConstraint(
                fields=["key", "language"], condition=Q(is_current=True), name="one_current_frozen_text"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class FrozenFile(models.Model):
    """A file beside a frozen text: its own copy of the bytes."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    frozen = models.ForeignKey(Frozen, on_delete=models.CASCADE, related_name="files")
    name = DeidentifiedCharField(max_length=160)
    description = DeidentifiedCharField(max_length=200)
    file = models.FileField(upload_to=attachment_path, max_length=200)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class PublicRecommendation(models.Model):
    """The released copy of a recommendation: labels and checked texts only, no key to the staff's record."""

    key = models.UUIDField(unique=True)
    office_code = models.SlugField()
    code = models.CharField(max_length=20)  # 2026-5
    year = models.PositiveIntegerField()
    sequence = models.PositiveIntegerField()
    kinds = models.JSONField(default=dict)
    addressee = models.CharField(max_length=12)
    addressees = DeidentifiedLabelsField(default=dict)  # its name per language
    theme = models.CharField(max_length=60, blank=True)
    titles = DeidentifiedLabelsField(default=dict)
    htmls = DeidentifiedLabelsField(default=dict)
    status = models.CharField(max_length=24)
    service_says = models.CharField(max_length=24)
    ombudsman_finds = models.CharField(max_length=24)
    issued_on = models.DateField()
    answer_due_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    timeline = DeidentifiedJSONField(default=list, free=["value"])  # [{"on", "what", "code"|"labels"}]
    fingerprint = models.CharField(
        max_length=64
    )  # of what it was copied from: shows that the original moved on
    released_at = models.DateTimeField()
    is_current = models.BooleanField(default=True)

    class Meta:
        ordering = ["-year", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["office_code", "code"], name="public_recommendation_once")
        ]

    def __str__(self) -> str:
        return self.code
