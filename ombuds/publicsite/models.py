"""What the public site keeps of its own: its index for searching, who wants news by mail, and wishes for appointments."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User


class SearchEntry(models.Model):
    """A published text in one language, as it can be found. Holds what is public already and nothing else."""

    office_code = models.SlugField()
    kind = models.CharField(max_length=16)  # publication | recommendation | report
    key = models.CharField(max_length=120)
    language = models.CharField(max_length=2)
    mark = models.CharField(max_length=80)  # of what was indexed: shows that it has changed
    address = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    text = models.TextField()
    day = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-day", "pk"]
        verbose_name_plural = "search entries"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["office_code", "kind", "key", "language"], name="search_entry_once_per_language"
            )
        ]

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """How often a stem stands in an entry; words of the title weigh more. The same on both databases."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="words")
    stem = models.CharField(max_length=60, db_index=True)
    weight = models.FloatField()

    def __str__(self) -> str:
        return self.stem


class Subscriber(models.Model):
    """Someone who wants to hear by mail of what is published. Forgotten as soon as they do not want it any more."""

    key = models.UUIDField(
        default=uuid.uuid4, unique=True, editable=False
    )  # of the link: says nothing of anyone
    email = models.EmailField(max_length=254)
    language = models.CharField(max_length=2)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    told_until = models.DateTimeField(null=True)  # what was published up to then has been told
    failures = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["email", "language"], name="subscriber_once_per_language")
        ]

    def __str__(self) -> str:
        return str(self.key)


class Appointment(models.Model):
    """Someone asks to be called or received. Not a complaint yet: the office makes one of it when they meet."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    reach = models.CharField(_("telephone or e-mail"), max_length=160)
    language = models.CharField(_("language"), max_length=2)
    place = models.CharField(_("how"), max_length=10)  # phone | office | video
    moments = models.CharField(_("when it suits you"), max_length=300, blank=True)
    needs = models.CharField(_("what we should take care of"), max_length=300, blank=True)
    about = models.TextField(_("what it is about"), blank=True)
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["asked_at", "pk"]

    def __str__(self) -> str:
        return str(self.key)
