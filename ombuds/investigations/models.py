"""What is done to find out what happened, what was found, and what came of it."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.authorities.models import Body
from ombuds.cases.models import Case, CaseDocument, Grievance
from ombuds.cases.terms import Assessment, Remedied, Result, WithoutOpinion
from ombuds.documents.models import Document
from ombuds.investigations.terms import (
    EvidenceSource,
    InquiryKind,
    InquiryState,
    Position,
    RemedyChecked,
    ServiceSays,
    Side,
    Verdict,
)
from ombuds.lib.today import today
from ombuds.office.models import Norm, Office


class Step(models.Model):
    """One thing to do in an investigation; the list of them is the plan."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    title = models.CharField(_("what"), max_length=200)
    due_on = models.DateField(_("by"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(_("what came of it"), blank=True)
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["done_on", "due_on", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_late(self) -> bool:
        return self.done_on is None and self.due_on is not None and self.due_on < today()


class Evidence(models.Model):
    """Something a finding can rest on, with a number in its case: E1, E2 …"""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="evidence")
    number = models.PositiveIntegerField()
    description = models.CharField(_("what it shows"), max_length=300)
    source = models.CharField(_("from"), max_length=12, choices=EvidenceSource.choices)
    paper = models.ForeignKey(
        CaseDocument,
        verbose_name=_("paper in the file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    dated_on = models.DateField(_("dated"), null=True, blank=True)
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="evidence_number_once_per_case")
        ]

    def __str__(self) -> str:
        return f"E{self.number} {self.description}"


class Finding(models.Model):
    """Grievance × norm × verdict, with reasons. A changed mind is a new row: the old one says until when it stood."""

    grievance = models.ForeignKey(Grievance, on_delete=models.CASCADE, related_name="findings")
    norm = models.ForeignKey(Norm, on_delete=models.PROTECT, related_name="findings")
    verdict = models.CharField(_("finding"), max_length=16, choices=Verdict.choices)
    reasoning = models.TextField(_("reasons"))
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="findings")
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["grievance", "norm__order", "at"]
        constraints = [
            models.UniqueConstraint(
                fields=["grievance", "norm"],
                condition=Q(replaced_at__isnull=True),
                name="one_finding_per_grievance_and_norm",
            )
        ]

    def __str__(self) -> str:
        return f"{self.grievance_id} {self.norm_id} {self.verdict}"


class Outcome(models.Model):
    """What the handler concludes on both axes; with a second reader it stands only when approved."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Waits for the second reader")
        SET = "set", _("Set")
        RETURNED = "returned", _("Given back")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="outcomes")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    assessment = models.CharField(_("assessment"), max_length=20, choices=Assessment.choices)
    without_opinion = models.CharField(
        _("why no opinion"), max_length=20, choices=WithoutOpinion.choices, blank=True
    )
    result = models.CharField(_("result"), max_length=20, choices=Result.choices)
    remedied = models.CharField(_("put right"), max_length=12, choices=Remedied.choices, blank=True)
    reasoning = models.TextField(_("reasons"))
    follows_rules = models.BooleanField(default=True)  # the assessment is the one that the grievances give
    proposed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(auto_now_add=True)
    read_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)
    remark = models.TextField(_("remark of the second reader"), blank=True)

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state="proposed"), name="one_outcome_waits_per_case"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.assessment} {self.result}"


class Remedy(models.Model):
    """What the service was asked to put right. What it says and what we found stand apart."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="remedies")
    grievance = models.ForeignKey(
        Grievance, null=True, blank=True, on_delete=models.PROTECT, related_name="remedies"
    )
    body = models.ForeignKey(Body, verbose_name=_("service"), on_delete=models.PROTECT, related_name="+")
    asked = models.TextField(_("what we ask"))
    asked_on = models.DateField(_("asked on"))
    due_on = models.DateField(_("by"))
    service_says = models.CharField(
        _("the service says"), max_length=12, choices=ServiceSays.choices, default=ServiceSays.NOTHING
    )
    service_words = models.TextField(_("in its words"), blank=True)
    service_said_on = models.DateField(null=True, blank=True)
    checked = models.CharField(_("we found"), max_length=12, choices=RemedyChecked.choices, blank=True)
    check_note = models.TextField(_("how we checked"), blank=True)
    checked_on = models.DateField(null=True, blank=True)
    checked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    remedied = models.CharField(_("put right"), max_length=12, choices=Remedied.choices, blank=True)
    proof = models.ManyToManyField(CaseDocument, blank=True, related_name="+")
    asked_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["asked_on", "pk"]
        verbose_name_plural = "remedies"

    def __str__(self) -> str:
        return f"{self.case_id} {self.asked[:40]}"

    @property
    def is_settled(self) -> bool:
        return bool(self.checked)

    @property
    def is_overdue(self) -> bool:
        return not self.checked and self.due_on < today()


class Proposal(models.Model):
    """A solution put to both sides. What they say in mediation is walled from the findings: it is no evidence."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="proposals")
    text = models.TextField(_("proposal"))
    answer_by = models.DateField(_("answer by"), null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.made_at:%Y-%m-%d}"

    @property
    def is_accepted(self) -> bool:
        latest = {p.side: p.position for p in self.positions.all()}
        return all(latest.get(side) == Position.ACCEPTS for side in Side.values)


class ProposalPosition(models.Model):
    """What one side said to a proposal; the latest counts."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="positions")
    side = models.CharField(_("side"), max_length=12, choices=Side.choices)
    position = models.CharField(_("position"), max_length=10, choices=Position.choices)
    words = models.TextField(_("in their words"), blank=True)
    at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.side} {self.position}"


class InquiryQuerySet(models.QuerySet["Inquiry"]):
    """An inquiry is no case: who may read cases may read it; its list of cases still hides walled ones."""

    def visible_to(self, user: User) -> "InquiryQuerySet":
        return self if user.is_authenticated and user.may(Permission.CASES_CASE_READ) else self.none()


class Inquiry(models.Model):
    """An investigation over many cases: own initiative, a theme, or asked by parliament."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(
        _("kind"), max_length=16, choices=InquiryKind.choices, default=InquiryKind.OWN_INITIATIVE
    )
    state = models.CharField(
        _("state"), max_length=10, choices=InquiryState.choices, default=InquiryState.OPEN
    )
    title = models.CharField(_("title"), max_length=160)
    question = models.TextField(_("what we want to know"))
    theme = models.CharField(_("theme"), max_length=60, blank=True)
    bodies = models.ManyToManyField(Body, verbose_name=_("services"), blank=True, related_name="+")
    lead = models.ForeignKey(
        User, verbose_name=_("led by"), null=True, on_delete=models.PROTECT, related_name="inquiries"
    )
    opened_on = models.DateField(_("opened"), default=today)
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    conclusion = models.TextField(_("conclusion"), blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager["Inquiry"]] = InquiryQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_on", "-pk"]
        verbose_name_plural = "inquiries"

    def __str__(self) -> str:
        return self.title


class InquiryCase(models.Model):
    """A case that is part of an inquiry, and why."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="case_links")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="inquiry_links")
    reason = models.CharField(_("why"), max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["inquiry", "case"], name="case_once_per_inquiry")]

    def __str__(self) -> str:
        return f"{self.inquiry_id} {self.case_id}"


class InquiryFinding(models.Model):
    """What an inquiry found of one service, against one norm."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="findings")
    body = models.ForeignKey(
        Body, verbose_name=_("service"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    norm = models.ForeignKey(Norm, verbose_name=_("norm"), on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(_("finding"), max_length=16, choices=Verdict.choices)
    reasoning = models.TextField(_("reasons"))
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.inquiry_id} {self.norm_id} {self.verdict}"


class InquiryMove(models.Model):
    """One change of state of an inquiry. Only added to."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="moves")
    from_state = models.CharField(max_length=10, choices=InquiryState.choices, blank=True)
    to_state = models.CharField(max_length=10, choices=InquiryState.choices)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.inquiry_id} {self.to_state}"


class InquiryQuestion(models.Model):
    """What an inquiry asks one service, and what it answered. The same words may go to several services."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="questions")
    body = models.ForeignKey(Body, verbose_name=_("service"), on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("what we ask"))
    due_on = models.DateField(_("due"))
    asked_on = models.DateField(default=today)
    asked_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    was_mailed = models.BooleanField(default=False)  # a notice, without a word of what we ask
    answered_on = models.DateField(null=True)
    words = models.TextField(_("answer"), blank=True)
    documents = models.ManyToManyField(Document, blank=True, related_name="+")
    entered_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+"
    )  # empty: the service

    class Meta:
        ordering = ["asked_on", "pk"]

    def __str__(self) -> str:
        return f"{self.inquiry_id} {self.body_id}"

    @property
    def is_overdue(self) -> bool:
        return self.answered_on is None and self.due_on < today()
