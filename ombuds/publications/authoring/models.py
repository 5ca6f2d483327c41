"""What surrounds a text while it is written. All of it is for staff only: nothing here is ever published."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.authorities.models import Body, Contact
from ombuds.lib.today import today


class TextVersion(models.Model):
    """A text as it was kept. `number` is the version of the publication in which it was kept so."""

    publication = models.ForeignKey(
        "publications.Publication", on_delete=models.CASCADE, related_name="text_versions"
    )
    language = models.CharField(max_length=2)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160, blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["number", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "language", "number"], name="text_version_once_per_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.language} {self.number}"


class Sketch(models.Model):
    """What someone typed and has not kept: the page sends it while they write. Gone when it is kept or thrown away."""

    publication = models.ForeignKey(
        "publications.Publication", on_delete=models.CASCADE, related_name="sketches"
    )
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()  # of the publication on which they wrote
    texts = models.JSONField(default=dict)  # language → field → what was typed
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["publication", "user"], name="one_sketch_per_writer")]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.user_id}"


class Comment(models.Model):
    """What a colleague says of a passage. It stays until someone says that it is dealt with."""

    publication = models.ForeignKey(
        "publications.Publication", on_delete=models.CASCADE, related_name="comments"
    )
    language = models.CharField(_("language"), max_length=2, blank=True)
    passage = models.CharField(_("about these words"), max_length=300, blank=True)
    text = models.TextField(_("comment"))
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.pk}"


class Hearing(models.Model):
    """A service was asked what it says of the draft. `digest`, `version`: of the text that it got.

    `answer` is what it says: of its own hand on its page (`said_on`), or as we wrote it down. `for_readers` is what is
    published of it, by language: it goes through the gate with the text.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    publication = models.ForeignKey(
        "publications.Publication", on_delete=models.CASCADE, related_name="hearings"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField(_("asked on"))
    due_on = models.DateField(_("answer due on"))
    digest = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=0)
    told_on = models.DateField(null=True)  # a mail went to its contact person
    reminded_on = models.DateField(null=True)
    said_on = models.DateField(_("answered on its page on"), null=True)
    said_by = models.ForeignKey(Contact, null=True, on_delete=models.SET_NULL, related_name="+")
    for_readers = models.JSONField(default=dict)
    answered_on = models.DateField(_("answered on"), null=True)
    answer = models.TextField(_("what the service says"), blank=True)
    followed = models.TextField(_("what we did with it"), blank=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["asked_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["publication", "body"], name="service_heard_once_per_publication")
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.body_id}"

    @property
    def is_overdue(self) -> bool:
        return self.answered_on is None and self.said_on is None and self.due_on < today()
