"""Editions of the yearly report: written in texts, frozen when released."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.deidentification.fields import DeidentifiedJSONField
from ombuds.office.models import Office


class Edition(models.Model):
    """The report of one year. Once released, `content` is what everyone reads, whatever becomes of the live figures."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        RELEASED = "released", _("Released")

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField(_("year"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    # The frozen content tree, empty while a draft. What people wrote in it is DeidentifiedText, or is not stored.
    content = DeidentifiedJSONField(
        default=dict, blank=True, free=["texts", "titles", "summaries", "notes", "own_labels"]
    )
    sha256 = models.CharField(max_length=64, blank=True)  # of the content in canonical form
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(_("released"), null=True, blank=True)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-year"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["office", "year"], name="one_edition_per_year"),
            models.CheckConstraint(
                condition=Q(state="draft") | (Q(released_at__isnull=False) & ~Q(sha256="")),
                name="released_edition_is_frozen",
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)

    @property
    def is_released(self) -> bool:
        return self.state == self.State.RELEASED


class EditionText(models.Model):
    """A text of the report in one language, in Markdown. `slot` is named by the outline: `foreword`, `office` …"""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="texts")
    slot = models.CharField(max_length=60)
    language = models.CharField(_("language"), max_length=2)
    text = models.TextField(_("text"), blank=True)
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["slot", "language"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["edition", "slot", "language"], name="edition_text_once_per_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.slot} {self.language}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.edition.is_released:
            raise RuntimeError("A released edition is not written any more.")
        super().save(*args, **kwargs)


class EnteredTable(models.Model):
    """Figures that this system does not count, because what they count is sealed elsewhere: those of the integrity channel.

    `lines`: [{"labels": {"nl", "fr", "en"}, "value": number or None}]; None: too few to show.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="entered")
    code = models.CharField(max_length=40)
    lines = models.JSONField(default=list)
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["edition", "code"], name="entered_table_once_per_edition")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.code}"


class EditionSketch(models.Model):
    """What someone typed in a text and has not kept: the page sends it while they write. Gone when it is kept."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="sketches")
    slot = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)  # of the text on which they wrote
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["edition", "slot", "language", "user"], name="one_edition_sketch_per_writer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.slot} {self.language} {self.user_id}"
