"""What came in, kept as it came; drafts of people who are not finished; and what imports could not take."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombuds.cases.models import Case
from ombuds.cases.terms import Channel, Language
from ombuds.documents.models import Document
from ombuds.intake.importing.reasons import sentence
from ombuds.intake.terms import Purpose
from ombuds.office.models import Office


class ImportRun(models.Model):
    """One taking in of a file. `mapping` is kept as it was, so that a refused row can be tried again later."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(_("file"), max_length=255)
    source = models.CharField(_("source"), max_length=60)
    channel = models.CharField(max_length=12, choices=Channel.choices, blank=True)
    mapping = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    lines = models.PositiveIntegerField(_("rows read"), default=0)
    taken = models.PositiveIntegerField(_("taken in"), default=0)
    already_there = models.PositiveIntegerField(_("already there"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name


class Submission(models.Model):
    """What someone sent or said, word for word. Never changed; it becomes a case or joins one."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="submissions")
    channel = models.CharField(_("channel"), max_length=12, choices=Channel.choices)
    language = models.CharField(_("language"), max_length=5, choices=Language.choices, blank=True)
    fields = models.JSONField(default=dict)  # question → answer, as typed
    original = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField(_("received"))
    source = models.CharField(max_length=60, blank=True)  # of an import
    source_id = models.CharField(max_length=120, blank=True)
    import_run = models.ForeignKey(ImportRun, null=True, on_delete=models.PROTECT, related_name="submissions")
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["received_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "source", "source_id"],
                condition=~Q(source_id=""),
                name="one_submission_per_source_id",
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.received_at:%Y-%m-%d}"

    @property
    def text(self) -> str:
        """The words of the person themselves."""
        return str(self.fields.get("text") or self.fields.get("notes") or "")


class RefusedRow(models.Model):
    """A row that an import could not take, with the reason. Kept until somebody corrects it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="refused_rows")
    line = models.PositiveIntegerField(_("line"))
    raw = models.JSONField(default=dict)  # column → value; {"": text} when unreadable
    raw_digest = models.CharField(max_length=64, db_index=True)
    reasons = models.JSONField(default=list)  # [[code, {values}]…]: said in the reader's language
    corrected_at = models.DateTimeField(null=True, blank=True)
    submission = models.ForeignKey(Submission, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["run", "line"]

    def __str__(self) -> str:
        return f"{self.run_id}:{self.line}"

    @property
    def sentences(self) -> list[str]:
        """Why, in the language of the reader."""

        return [sentence(code, values) for code, values in self.reasons]


class Draft(models.Model):
    """A complaint that is not sent yet. Answers are kept as typed, right or wrong.

    `token_digest` stands for the browser that fills it in, `code_digest` for the code to go on later. Neither the token
    nor a code is ever stored. `owner` is set on the half-finished registration of a member of staff.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token_digest = models.CharField(max_length=64, db_index=True, blank=True)
    code_digest = models.CharField(max_length=64, db_index=True, blank=True)
    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.CASCADE,
        related_name="intake_draft",
    )
    answers: models.JSONField[dict[str, Any]] = models.JSONField(default=dict)
    language = models.CharField(max_length=5, blank=True)  # in which the pages are read
    started_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    expires_at = models.DateTimeField(db_index=True)
    submission = models.OneToOneField(
        Submission, null=True, on_delete=models.SET_NULL, related_name="draft"
    )  # set once, when it is sent: a second click finds it

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.key)


class DraftFile(models.Model):
    """A file that waits with a draft."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=16, choices=Purpose.choices)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.document)
