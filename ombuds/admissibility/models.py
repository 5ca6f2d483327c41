"""Decisions about competence and admissibility. A decision is never edited: a later one supersedes it."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombuds.admissibility.terms import (
    CompetenceVerdict,
    Gateway,
    GroundVerdict,
    ReviewOutcome,
    Status,
    Verdict,
)
from ombuds.authorities.models import Body, Contact
from ombuds.cases.models import Case, Grievance
from ombuds.office.models import Ground


class DecisionQuerySet(models.QuerySet[Any]):
    """Decisions that count, and those that wait for somebody."""

    def current(self) -> "DecisionQuerySet":
        """Final and not superseded: what guards and figures look at."""
        return self.filter(status=Status.FINAL)

    def proposed(self) -> "DecisionQuerySet":
        return self.filter(status=Status.PROPOSED)


class Decision(models.Model):
    """What both decisions share: proposed by one, read by another where a ground asks it, then final."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="%(class)ss")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.FINAL)
    reasons = models.TextField(_("reasons in words"), blank=True)
    needs_reader = models.BooleanField(default=False)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    sent_back_because = models.TextField(blank=True)
    supersedes = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="superseded_by")

    objects: ClassVar[Any] = DecisionQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["proposed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.status}"


class CompetenceDecision(Decision):
    """Is this body ours? One decision per body of the case; `body` is empty when nobody knows which body it is."""

    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(_("competence"), max_length=12, choices=CompetenceVerdict.choices)
    refer_to = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    data_passed_on = models.BooleanField(_("the file is passed on with the person's data"), default=False)
    consent = models.BooleanField(_("the person agrees to that"), default=False)
    legal_basis = models.CharField(_("legal basis"), max_length=300, blank=True)

    class Meta(Decision.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["status", "verdict"], name="competence_status_verdict")
        ]


class AdmissibilityDecision(Decision):
    """May and must we take it? About the whole case, or about one grievance when they differ."""

    grievance = models.ForeignKey(
        Grievance,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="decisions",
    )
    verdict = models.CharField(_("admissibility"), max_length=12, choices=Verdict.choices)
    forward = models.BooleanField(_("we pass the complaint on to the service"), default=False)

    class Meta(Decision.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["status", "verdict"], name="admissible_status_verdict")
        ]


class GroundUse(models.Model):
    """What was made of one ground in one decision, and why."""

    competence = models.ForeignKey(
        CompetenceDecision, null=True, on_delete=models.CASCADE, related_name="uses"
    )
    admissibility = models.ForeignKey(
        AdmissibilityDecision, null=True, on_delete=models.CASCADE, related_name="uses"
    )
    ground = models.ForeignKey(Ground, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=8, choices=GroundVerdict.choices)
    hinted = models.BooleanField(default=False)  # the facts of the case pointed at it
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        ordering = ["ground__order", "pk"]
        indexes = [models.Index(fields=["ground", "verdict"], name="ground_use")]
        constraints = [
            models.CheckConstraint(
                condition=Q(competence__isnull=True) ^ Q(admissibility__isnull=True),
                name="ground_use_of_one_decision",
            ),
            models.CheckConstraint(
                condition=~Q(verdict="waived") | ~Q(reason=""),
                name="waiving_a_ground_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ground_id} {self.verdict}"


class Suspension(models.Model):
    """Why a case stands still. It starts again only when the person asks."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="suspensions")
    ground = models.ForeignKey(Ground, null=True, on_delete=models.PROTECT, related_name="+")
    proceedings = models.CharField(_("which proceedings"), max_length=24)
    before = models.CharField(_("court or authority"), max_length=200, blank=True)
    reason = models.TextField(_("reason"))
    told_by = models.ForeignKey(  # a service tells us of an appeal that it learns of
        Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    since = models.DateField()
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_to_resume_on = models.DateField(null=True, blank=True)
    asked_how = models.CharField(max_length=200, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(ended_on__isnull=True),
                name="one_suspension_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.since}"


class FirstLineReturn(models.Model):
    """How a case came back from the service: refused, no answer in time, or an answer that was not enough."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="first_line_returns")
    gateway = models.CharField(_("how it came back"), max_length=14)
    legal_basis = models.CharField(max_length=200, blank=True)
    asked_service_on = models.DateField(null=True)
    answered_on = models.DateField(_("the service answered on"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.gateway}"

    @property
    def gateway_label(self) -> str:
        return str(Gateway(self.gateway).label) if self.gateway in Gateway.values else self.gateway


class ReviewRequest(models.Model):
    """Somebody disagrees with a decision of ours. Another person than the one who decided looks at it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reviews")
    asked_on = models.DateField(_("asked on"))
    asked_by_person = models.BooleanField(default=True)
    why = models.TextField(_("what the person says"))
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    registered_at = models.DateTimeField()
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(_("outcome"), max_length=12, choices=ReviewOutcome.choices, blank=True)
    reasons = models.TextField(_("reasons"), blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["registered_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(decided_at__isnull=True),
                name="one_open_review_per_case",
            ),
            models.CheckConstraint(condition=Q(outcome="") | ~Q(reasons=""), name="review_gives_reasons"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.outcome or 'open'}"
