"""A recommendation, what was answered, what was found, and how it hangs together with others over the years."""

import uuid
from functools import reduce
from operator import or_
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
from ombuds.office.counting import YearCounter
from ombuds.office.models import Office
from ombuds.recommendations.terms import Addressee, OmbudsmanFinds, RelationKind, ServiceSays, Status
from ombuds.recommendations.workflow import OPEN_ANSWER, PENDING


def _just_one(*names: str) -> Q:
    """Exactly one of the fields is filled."""
    ways = [Q(**{f"{name}__isnull": name != filled for name in names}) for filled in names]
    return reduce(or_, ways)


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
    """Where a recommendation comes from: a case, an inquiry, a pattern or a yearly report.

    For staff only; nothing public points here. A pattern is named by its key, because its room lies above this one.
    """

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="sources")
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendation_sources"
    )
    inquiry = models.ForeignKey(
        Inquiry, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendation_sources"
    )
    pattern = models.UUIDField(null=True, blank=True)
    report_year = models.PositiveIntegerField(_("yearly report"), null=True, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=_just_one("case", "inquiry", "pattern", "report_year"), name="source_is_one_thing"
            ),
            models.UniqueConstraint(fields=["recommendation", "case"], name="case_once_per_recommendation"),
            models.UniqueConstraint(
                fields=["recommendation", "inquiry"], name="inquiry_once_per_recommendation"
            ),
            models.UniqueConstraint(
                fields=["recommendation", "pattern"], name="pattern_once_per_recommendation"
            ),
            models.UniqueConstraint(
                fields=["recommendation", "report_year"], name="report_once_per_recommendation"
            ),
        ]

    def __str__(self) -> str:
        return (
            f"{self.recommendation_id} {self.case_id or self.inquiry_id or self.pattern or self.report_year}"
        )


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


class Measure(models.Model):
    """One thing that the addressee promised to do, and by when: a line of its plan."""

    class State(models.TextChoices):
        PROMISED = "promised", _("Promised")
        REPORTED = "reported", _("Done, the addressee says")
        VERIFIED = "verified", _("Done, we checked")
        DROPPED = "dropped", _("Given up")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="measures")
    words = models.CharField(_("what will be done"), max_length=500)
    promised_on = models.DateField(_("promised on"))
    due_on = models.DateField(_("by when"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROMISED)
    entered_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )  # empty: the service
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["state", "due_on"], name="measure_due")]

    def __str__(self) -> str:
        return self.words

    @property
    def is_overdue(self) -> bool:
        return self.state == self.State.PROMISED and self.due_on is not None and self.due_on < today()


class Progress(models.Model):
    """How far the addressee says it is, with proof. Only added to."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="progress")
    measure = models.ForeignKey(
        Measure, null=True, blank=True, on_delete=models.PROTECT, related_name="progress"
    )
    on = models.DateField(_("on"))
    words = models.TextField(_("how far it is"))
    is_done = models.BooleanField(_("it is done"), default=False)
    documents = models.ManyToManyField(Document, blank=True, related_name="+")
    entered_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )  # empty: the service
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.on}"


class Reminder(models.Model):
    """A term that is over, and whom we told. One for each term, however often the day's work is done again."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="reminders")
    measure = models.ForeignKey(
        Measure, null=True, on_delete=models.CASCADE, related_name="reminders"
    )  # empty: the answer
    due_on = models.DateField()
    made_on = models.DateField()
    was_mailed = models.BooleanField(default=False)  # to the contact person of the service

    class Meta:
        ordering = ["made_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "due_on"],
                condition=Q(measure__isnull=False),
                name="one_reminder_for_a_measure",
            ),
            models.UniqueConstraint(
                fields=["recommendation", "due_on"],
                condition=Q(measure__isnull=True),
                name="one_reminder_for_an_answer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.due_on}"


class Effect(models.Model):
    """By which complaints the effect is measured, since which day, and what came out when it was last computed.

    `counts` are complaints a month from `first_month` on; `found` holds the fields of effect.Estimate.
    """

    recommendation = models.OneToOneField(Recommendation, on_delete=models.CASCADE, related_name="effect")
    this_body_only = models.BooleanField(_("only complaints about the addressee"), default=True)
    theme = models.CharField(_("theme"), max_length=60, blank=True)
    norm = models.CharField(_("norm"), max_length=40, blank=True)
    share_of_intake = models.BooleanField(_("measured as a share of all complaints"), default=False)
    changed_on = models.DateField(_("carried out on"))
    set_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    first_month = models.DateField(null=True)
    counts = models.JSONField(default=list)
    change = models.PositiveIntegerField(
        default=0
    )  # index of the first month that lies wholly after the change
    found = models.JSONField(default=dict)
    computed_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.changed_on}"


class NumberCounter(YearCounter):
    """Numbers of recommendations."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "year"], name="one_recommendation_counter_per_year")
        ]
