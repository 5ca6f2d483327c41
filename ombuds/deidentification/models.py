"""What the office taught the engine: words that are always a name, and words that never are."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.office.models import Office


class LexiconQuerySet(models.QuerySet["LexiconEntry"]):
    def standing(self) -> Self:
        """Taught and not taken out."""
        return self.filter(ended_at__isnull=True)

    def in_force(self) -> Self:
        """What the engine hears: a word that blinds it counts only after a second person has agreed."""
        return self.standing().filter(Q(is_name=True) | Q(confirmed_at__isnull=False))


class LexiconEntry(models.Model):
    """One word. Rows are ended, never deleted: who taught what, and when, stays to be read."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    word = models.CharField(_("word"), max_length=60)
    folded = models.CharField(max_length=60)  # as the engine compares it: lower case, no accents
    is_name = models.BooleanField(_("always a name"))
    language = models.CharField(_("language"), max_length=2, blank=True)  # empty: in all languages
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = LexiconQuerySet.as_manager()

    class Meta:
        ordering = ["folded", "pk"]
        verbose_name_plural = "lexicon entries"
        constraints = [
            models.UniqueConstraint(
                fields=["office", "folded", "language"],
                condition=Q(ended_at__isnull=True),
                name="lexicon_word_stands_once",
            )
        ]

    def __str__(self) -> str:
        return self.word

    @property
    def waits(self) -> bool:
        """A word that is “never a name” and that nobody else has agreed to yet."""
        return not self.is_name and self.confirmed_at is None and self.ended_at is None
