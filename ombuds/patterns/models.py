"""Patterns, who belongs to them and why, what people decided about them, and the signals that were raised.

The vectors live beside the database (`running`): they are built from it, and it never needs them.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.authorities.models import Body
from ombuds.cases.models import Case
from ombuds.investigations.models import Inquiry
from ombuds.office.models import Norm, Office
from ombuds.patterns.terms import PatternState, SignalKind, SignalState, Source
from ombuds.recommendations.models import Recommendation

RECALL_WANTED = 0.995  # of the true nearest, that the quick search finds
LEAST = 3  # members that a reader must be able to see before a pattern is shown to them


class PatternQuerySet(models.QuerySet["Pattern"]):
    """`visible_to` is the only way into a list."""

    def visible_to(self, user: User) -> "PatternQuerySet":
        """Patterns of which the person may see enough members, with `seen_members` as the number of those."""
        if not user.is_authenticated or not user.may(Permission.CASES_CASE_READ):
            return self.none()
        open_cases = Case.objects.visible_to(user).values("pk")
        counted = self.annotate(
            seen_members=Count("members", filter=Q(members__case__in=open_cases), distinct=True)
        )
        shown = Q(seen_members__gte=LEAST) | Q(named_by=user, seen_members__gte=1)
        return counted.filter(shown).order_by("-pinned", "-found_at", "-pk")


class Pattern(models.Model):
    """Complaints about one problem. `number` is its name in the vectors; what is shown of it is made from what the reader may see."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    title = models.CharField(_("title"), max_length=160, blank=True)  # of a person; empty: the key words
    description = models.TextField(_("description"), blank=True)
    state = models.CharField(
        _("state"), max_length=12, choices=PatternState.choices, default=PatternState.OPEN
    )
    reason = models.TextField(_("reason"), blank=True)
    pinned = models.BooleanField(_("pinned on top"), default=False)
    named_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged"
    )
    found_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager["Pattern"]] = PatternQuerySet.as_manager()

    class Meta:
        ordering = ["-pinned", "-found_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="pattern_number_once_per_office")
        ]

    def __str__(self) -> str:
        return self.title or f"P{self.number}"


class Member(models.Model):
    """Where a case stands: every case that was taken in has one row, in a pattern or (still) alone.

    `telling` are [number of the sentence, weight] of what it says itself; the words stay in the case and go with it.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="pattern_place")
    pattern = models.ForeignKey(
        Pattern, null=True, blank=True, on_delete=models.SET_NULL, related_name="members"
    )
    number = models.PositiveIntegerField(db_index=True)  # of the group in the vectors
    source = models.CharField(max_length=8, choices=Source.choices, default=Source.MACHINE)
    by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField()
    telling = models.JSONField(default=list)
    letter_of = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )  # the first letter of the campaign that it belongs to
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-received_on", "-pk"]
        indexes = [models.Index(fields=["pattern", "received_on"], name="pattern_member_day")]

    def __str__(self) -> str:
        return f"{self.case_id} P{self.number}"


class Likeness(models.Model):
    """An earlier case that a case is like, with the two sentences that match best."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="likenesses")
    other = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="likenesses_in")
    score = models.FloatField()
    strength = models.FloatField()  # chance, by trial, that both are about the same problem
    sentence = models.PositiveSmallIntegerField(default=0)
    other_sentence = models.PositiveSmallIntegerField(default=0)
    verdict = models.CharField(
        max_length=8, blank=True, choices=[("same", _("the same problem")), ("other", _("another problem"))]
    )
    verdict_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-score", "pk"]
        constraints = [models.UniqueConstraint(fields=["case", "other"], name="likeness_once")]
        verbose_name_plural = "likenesses"

    def __str__(self) -> str:
        return f"{self.case_id}~{self.other_id}"


class Apart(models.Model):
    """Two cases that a person said are about different problems: the machine never joins them again."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "other"], name="apart_once"),
            models.CheckConstraint(condition=Q(case__lt=F("other")), name="apart_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}|{self.other_id}"


class SignalQuerySet(models.QuerySet["Signal"]):
    def visible_to(self, user: User) -> "SignalQuerySet":
        """Signals of which the person may see as many cases as would have raised them (`seen_cases`); one for a serious one."""
        if not user.is_authenticated or not user.may(Permission.CASES_CASE_READ):
            return self.none()
        open_cases = Case.objects.visible_to(user).values("pk")
        counted = self.annotate(
            seen_cases=Count("case_links", filter=Q(case_links__case__in=open_cases), distinct=True)
        )
        return counted.filter(seen_cases__gte=F("least")).order_by("-raised_on", "-pk")


class Signal(models.Model):
    """A series that stands out, or one serious complaint. Its numbers are counted again for each reader, from what they may see."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=12, choices=SignalKind.choices)
    state = models.CharField(_("state"), max_length=16, choices=SignalState.choices, default=SignalState.NEW)
    pattern = models.ForeignKey(
        Pattern, null=True, blank=True, on_delete=models.SET_NULL, related_name="signals"
    )
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    theme = models.CharField(_("theme"), max_length=60, blank=True)
    norm = models.ForeignKey(Norm, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    raised_on = models.DateField(_("raised on"))
    raised_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    days = models.PositiveIntegerField(default=0)  # the window that stood out
    expected = models.FloatField(default=0)
    season = models.FloatField(
        default=1
    )  # how many times more than usual the years before had; it is in `expected`
    strength = models.FloatField(default=0)  # −log10 of the chance
    level = models.FloatField(default=0)  # from which the office wanted to hear
    least = models.PositiveIntegerField(default=4)  # visible cases without which it is not shown
    rules = models.JSONField(default=list)  # codes of the rules that a serious complaint met
    words = models.TextField(_("why"), blank=True)  # of the person who raised it
    reason = models.TextField(_("reason"), blank=True)  # why it was set aside
    settled_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    settled_on = models.DateField(null=True, blank=True)
    inquiry = models.ForeignKey(Inquiry, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    recommendation = models.ForeignKey(
        Recommendation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects: ClassVar[models.Manager["Signal"]] = SignalQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_on", "-pk"]
        indexes = [models.Index(fields=["office", "state", "raised_on"], name="signal_open")]

    def __str__(self) -> str:
        return f"{self.kind} {self.raised_on}"


class SignalCase(models.Model):
    """A case in the window of a signal."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="case_links")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="signal_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["signal", "case"], name="case_once_per_signal")]

    def __str__(self) -> str:
        return f"{self.signal_id} {self.case_id}"


class MonthlyLetter(models.Model):
    """That a person got the letter of a month: once."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "month"], name="letter_once_a_month")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.month:%Y-%m}"


class RecallTrial(models.Model):
    """A night in which some questions were asked twice: of the quick search, and of an exact one through everything."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    held = models.PositiveIntegerField()  # complaints in the index
    questions = models.PositiveIntegerField()
    recall = models.FloatField()  # share of the ten true nearest that the quick search found
    milliseconds = models.FloatField()  # of CPU, a quick search

    class Meta:
        ordering = ["-on"]
        constraints = [models.UniqueConstraint(fields=["office", "on"], name="recall_once_a_night")]

    def __str__(self) -> str:
        return f"{self.on} {self.recall:.3f}"

    @property
    def of_a_hundred(self) -> float:
        return 100 * self.recall

    @property
    def is_low(self) -> bool:
        return self.recall < RECALL_WANTED
