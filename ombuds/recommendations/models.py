"""A recommendation, what was answered, what was found, and how it hangs together with others over the years."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.authorities.models import Body
from ombuds.cases.models import Case
from ombuds.documents.models import Document
from ombuds.investigations.models import Inquiry
from ombuds.lib.i18n import pick
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.recommendations.terms import Addressee, OmbudsmanFinds, RelationKind, ServiceSays, Status
from ombuds.recommendations.workflow import OPEN_ANSWER, PENDING


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    """`visible_to` is the only way into a list."""

    def visible_to(self, user: User) -> "RecommendationQuerySet":
        return self if user.is_authenticated and user.may(Permission.CASES_CASE_READ) else self.none()

    def pending(self) -> "RecommendationQuerySet":
        return self.filter(status__in=PENDING)

    def overdue(self) -> "RecommendationQuerySet":
        """The term to answer is over and nothing was answered."""
        return self.filter(status__in=OPEN_ANSWER, answer_due_on__lt=today())


class Recommendation(models.Model):
    """`service_says` and `ombudsman_finds` are kept apart: one is a promise, the other a check."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField(_("year"))
    sequence = models.PositiveIntegerField(null=True, blank=True)  # given when issued
    kind = models.CharField(_("kind"), max_length=60)  # code of office.Term, vocabulary recommendation_kind
    addressee = models.CharField(
        _("addressed to"), max_length=12, choices=Addressee.choices, default=Addressee.BODY
    )
    body = models.ForeignKey(
        Body,
        verbose_name=_("service"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recommendations",
    )
    addressee_name = models.CharField(_("which government or parliament"), max_length=200, blank=True)
    theme = models.CharField(_("theme"), max_length=60, blank=True)
    status = models.CharField(_("status"), max_length=24, choices=Status.choices, default=Status.DRAFT)
    service_says = models.CharField(
        _("the addressee says"), max_length=24, choices=ServiceSays.choices, default=ServiceSays.NOTHING
    )
    ombudsman_finds = models.CharField(
        _("we found"), max_length=24, choices=OmbudsmanFinds.choices, default=OmbudsmanFinds.NOT_CHECKED
    )
    issued_on = models.DateField(_("issued"), null=True, blank=True)
    answer_due_on = models.DateField(_("answer due"), null=True, blank=True)
    is_public = models.BooleanField(_("may be public"), default=True)
    written_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager["Recommendation"]] = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-sequence", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "year", "sequence"], name="recommendation_number_once"),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "sent_for_comment"]) | Q(sequence__isnull=False),
                name="issued_has_a_number",
            ),
        ]
        indexes = [models.Index(fields=["status", "answer_due_on"], name="recommendation_due")]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """`2026-5`, or `2026-…` while it is a draft."""
        return f"{self.year}-{self.sequence or '…'}"

    @property
    def title(self) -> str:
        return pick({text.language: text.title for text in self.texts.all()})

    @property
    def to_whom(self) -> str:
        return str(self.body) if self.body else self.addressee_name or self.get_addressee_display()

    @property
    def is_overdue(self) -> bool:
        return self.status in OPEN_ANSWER and self.answer_due_on is not None and self.answer_due_on < today()


class RecommendationText(models.Model):
    """The text in one language. One of them was written first; the others are translations of it."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=2)
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"))
    is_original = models.BooleanField(default=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-is_original", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "language"], name="recommendation_text_once_per_language"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Source(models.Model):
    """Where a recommendation comes from: a case or an inquiry. For staff only; nothing public points here."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="sources")
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendation_sources"
    )
    inquiry = models.ForeignKey(
        Inquiry, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendation_sources"
    )
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False, inquiry__isnull=True)
                | Q(case__isnull=True, inquiry__isnull=False),
                name="source_is_a_case_or_an_inquiry",
            ),
            models.UniqueConstraint(fields=["recommendation", "case"], name="case_once_per_recommendation"),
            models.UniqueConstraint(
                fields=["recommendation", "inquiry"], name="inquiry_once_per_recommendation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.case_id or self.inquiry_id}"


class Answer(models.Model):
    """What the addressee answered, and when."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="answers")
    answered_on = models.DateField(_("answered on"))
    says = models.CharField(_("the addressee says"), max_length=24, choices=ServiceSays.choices)
    words = models.TextField(_("in its words"))
    documents = models.ManyToManyField(Document, blank=True, related_name="+")
    entered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["answered_on", "pk"]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.answered_on}"


class Change(models.Model):
    """One change of the status, of what the addressee says, or of what we found. Only added to."""

    class What(models.TextChoices):
        STATUS = "status", _("Status")
        SERVICE_SAYS = "service_says", _("The addressee says")
        OMBUDSMAN_FINDS = "ombudsman_finds", _("We found")

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="changes")
    what = models.CharField(max_length=16, choices=What.choices)
    before = models.CharField(max_length=24, blank=True)
    after = models.CharField(max_length=24)
    on = models.DateField(_("on"))
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(_("why"), blank=True)
    evidence = models.ManyToManyField(Document, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.what} {self.after}"

    @property
    def after_label(self) -> str:
        words = {"status": Status, "service_says": ServiceSays, "ombudsman_finds": OmbudsmanFinds}[self.what]
        return str(words(self.after).label)


class Relation(models.Model):
    """How a recommendation hangs together with another, with a debate, or with a new rule."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("relation"), max_length=16, choices=RelationKind.choices)
    other = models.ForeignKey(
        Recommendation, null=True, blank=True, on_delete=models.PROTECT, related_name="related_from"
    )
    on = models.DateField(_("on"), null=True, blank=True)
    where = models.CharField(_("committee, document or regulation"), max_length=300, blank=True)
    url = models.URLField(_("web address"), blank=True)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "kind", "other"], name="relation_once"),
            models.CheckConstraint(
                condition=Q(other__isnull=True) | ~Q(other=models.F("recommendation")),
                name="not_related_to_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.kind} {self.other_id or self.where}"


class Letter(models.Model):
    """R1 draft for comment, R2 the recommendation, R3 follow-up: kept as sent."""

    class Code(models.TextChoices):
        R1 = "R1", _("Draft for comment")
        R2 = "R2", _("Recommendation")
        R3 = "R3", _("Request on the follow-up")

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="letters")
    code = models.CharField(_("letter"), max_length=2, choices=Code.choices)
    language = models.CharField(_("language"), max_length=2)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"))
    sent_on = models.DateField(_("sent on"))
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["sent_on", "pk"]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.code}"


class NumberCounter(models.Model):
    """The last number given out in a year; numbers are never given twice."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "year"], name="one_recommendation_counter_per_year")
        ]

    def __str__(self) -> str:
        return f"{self.office_id} {self.year}"
