"""The case and what belongs to it. Contact data of people lives in Party and nowhere else."""

import datetime as dt
import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import Absence, Team, User
from ombuds.accounts.permissions import Permission
from ombuds.authorities.models import Body
from ombuds.cases.terms import (
    Assessment,
    Channel,
    Kind,
    Language,
    LinkKind,
    PartyRole,
    Remedied,
    Result,
    WithoutOpinion,
)
from ombuds.cases.workflow import ACTIVE, State
from ombuds.documents.models import Document
from ombuds.lib.today import today
from ombuds.office.counting import YearCounter
from ombuds.office.models import Office


class CaseQuerySet(models.QuerySet["Case"]):
    """`visible_to` is the only way into a list of cases."""

    def visible_to(self, user: User) -> "CaseQuerySet":
        """Cases that the person's role opens, without those behind a wall for them."""
        if not user.is_authenticated or not user.may(Permission.CASES_CASE_READ):
            return self.none()
        return self.exclude(pk__in=Wall.objects.filter(user=user, lifted_at__isnull=True).values("case_id"))

    def active(self) -> "CaseQuerySet":
        return self.filter(state__in=list(ACTIVE))

    def of_worker(self, user: User) -> "CaseQuerySet":
        """Mine, and those of absent colleagues whom I cover today."""
        day = today()
        covered = Absence.objects.filter(cover=user, first_day__lte=day, last_day__gte=day).values("user_id")
        return self.filter(Q(handler=user) | Q(handler__in=covered))


class Case(models.Model):
    """The file. `reference` is what people quote; `key` is what outside addresses hold."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(_("reference"), max_length=40, unique=True)
    kind = models.CharField(_("kind"), max_length=30, choices=Kind.choices, default=Kind.COMPLAINT)
    first_kind = models.CharField(max_length=30, choices=Kind.choices, default=Kind.COMPLAINT)
    state = models.CharField(_("state"), max_length=30, choices=State.choices, default=State.REGISTERED)
    channel = models.CharField(_("channel"), max_length=12, choices=Channel.choices)
    language = models.CharField(_("language of the case"), max_length=5, choices=Language.choices, blank=True)
    letter_language = models.CharField(
        _("language of letters"), max_length=5, choices=Language.choices, blank=True
    )
    subject = models.CharField(_("subject"), max_length=160)  # neutral: no names; shown in lists
    theme = models.CharField(_("theme"), max_length=60, blank=True)  # code of office.Term
    received_at = models.DateTimeField(_("received"))
    facts_on = models.DateField(_("date of the facts"), null=True, blank=True)
    decision_on = models.DateField(_("date of the decision"), null=True, blank=True)
    notified_on = models.DateField(_("decision notified on"), null=True, blank=True)
    mentions_ombudsman = models.CharField(
        _("did the decision mention the ombudsman?"),
        max_length=10,
        blank=True,
        choices=[("yes", _("yes")), ("no", _("no")), ("not_seen", _("not seen"))],
    )
    contacted_service_on = models.DateField(_("contacted the service on"), null=True, blank=True)
    handler = models.ForeignKey(
        User,
        verbose_name=_("handler"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cases",
    )
    team = models.ForeignKey(
        Team,
        verbose_name=_("team"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cases",
    )
    name_withheld = models.BooleanField(_("name withheld from the service"), default=False)
    urgent = models.BooleanField(_("urgent"), default=False)
    vulnerable = models.BooleanField(_("vulnerable person"), default=False)
    interpreter = models.CharField(_("interpreter"), max_length=60, blank=True)
    accessibility_needs = models.CharField(_("accessibility needs"), max_length=200, blank=True)
    sensitive_data = models.BooleanField(_("holds sensitive data"), default=False)
    systemic = models.BooleanField(_("part of a structural problem"), default=False)  # T23
    never_public = models.BooleanField(_("never published"), default=False)
    assessment = models.CharField(_("assessment"), max_length=20, choices=Assessment.choices, blank=True)
    without_opinion = models.CharField(max_length=20, choices=WithoutOpinion.choices, blank=True)
    result = models.CharField(_("result"), max_length=20, choices=Result.choices, blank=True)
    remedied = models.CharField(max_length=12, choices=Remedied.choices, blank=True)
    closed_at = models.DateTimeField(
        _("closed"), null=True, blank=True
    )  # of the last ending; empty when reopened
    suspended_from = models.DateField(null=True, blank=True)
    suspended_days = models.PositiveIntegerField(default=0)  # of ended suspensions
    # The nearest end of a running clock, kept by services.clocks: lists are sorted by it without reading the clocks.
    next_due = models.DateField(_("next term"), null=True, blank=True, editable=False)
    destroy_on = models.DateField(null=True, blank=True)  # computed from the retention rule in force
    retention_rule = models.CharField(max_length=60, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    code_digest = models.CharField(max_length=64, blank=True)  # of the complainant's secret code
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)  # two editors at once are noticed by it

    objects: ClassVar[models.Manager["Case"]] = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "received_at"], name="case_state_received"),
            models.Index(fields=["handler", "state"], name="case_handler_state"),
            models.Index(fields=["team", "state"], name="case_team_state"),
            # Lists and figures read these without touching the rows: the columns after the first ones are their cargo.
            models.Index(fields=["-received_at", "-id"], name="case_newest"),
            models.Index(
                fields=["state", "next_due", "urgent", "received_at", "handler", "team", "theme", "language"],
                name="case_work_list",
            ),
            models.Index(
                fields=["office", "received_at", "kind", "channel", "language", "theme"],
                name="case_counted_received",
            ),
            models.Index(
                fields=[
                    "office",
                    "closed_at",
                    "kind",
                    "received_at",
                    "suspended_days",
                    "assessment",
                    "result",
                    "state",
                ],
                name="case_counted_closed",
            ),
            models.Index(fields=["closed_at"], name="case_closed"),
            models.Index(fields=["destroy_on"], name="case_destroy_on"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="case_state_known"),
            models.CheckConstraint(
                condition=~Q(assessment="without_opinion") | ~Q(without_opinion=""),
                name="case_says_why_without_opinion",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def services_named(self) -> str:
        """The services complained about, each once, for lists. Fetch `grievances__body` with them."""
        names = [str(g.body) if g.body else g.body_as_written for g in self.grievances.all()]
        return ", ".join(dict.fromkeys(name for name in names if name))

    @property
    def is_active(self) -> bool:
        return State(self.state) in ACTIVE

    @property
    def received_on(self) -> dt.date:
        """The day in Brussels: where clocks of receipt start."""
        return timezone.localdate(self.received_at)

    @property
    def age_days(self) -> int:
        """Calendar days from receipt to the end, or to today."""
        end = timezone.localdate(self.closed_at) if self.closed_at else today()
        return (end - self.received_on).days

    @property
    def days_suspended(self) -> int:
        """Ended suspensions and the one that runs."""
        running = (today() - self.suspended_from).days if self.suspended_from else 0
        return self.suspended_days + running

    @property
    def age_without_suspension(self) -> int:
        return self.age_days - self.days_suspended


class Party(models.Model):
    """A person or organisation in a case. The only table with contact data of complainants."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parties")
    role = models.CharField(
        _("role"),
        max_length=16,
        choices=PartyRole.choices,
        default=PartyRole.COMPLAINANT,
    )
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    first_name = models.CharField(_("first name"), max_length=120, blank=True)
    last_name = models.CharField(_("last name"), max_length=160, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    street = models.CharField(_("street and number"), max_length=200, blank=True)
    postcode = models.CharField(_("postal code"), max_length=12, blank=True)
    town = models.CharField(_("town"), max_length=100, blank=True)
    national_number = models.CharField(_("national register number"), max_length=20, blank=True)
    born_on = models.DateField(_("date of birth"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=Language.choices, blank=True)
    prefers_post = models.BooleanField(_("wants letters by post"), default=False)
    mandate = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    match_key = models.CharField(
        max_length=64, blank=True, db_index=True
    )  # keyed digest: finds earlier cases

    class Meta:
        ordering = ["role", "pk"]
        verbose_name_plural = "parties"

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """First and last name, or the organisation."""
        return " ".join(part for part in (self.first_name, self.last_name) if part) or self.organisation


class Grievance(models.Model):
    """One thing complained about, against one body: the unit that is assessed and counted."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="grievances")
    body = models.ForeignKey(
        Body,
        verbose_name=_("service"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="grievances",
    )
    body_as_written = models.CharField(_("service, as the person wrote it"), max_length=200, blank=True)
    summary = models.CharField(_("what it is about"), max_length=300)
    theme = models.CharField(_("theme"), max_length=60, blank=True)
    is_main = models.BooleanField(_("main grievance"), default=False)
    assessment = models.CharField(_("assessment"), max_length=20, choices=Assessment.choices, blank=True)
    without_opinion = models.CharField(max_length=20, choices=WithoutOpinion.choices, blank=True)
    result = models.CharField(_("result"), max_length=20, choices=Result.choices, blank=True)
    remedied = models.CharField(max_length=12, choices=Remedied.choices, blank=True)

    class Meta:
        ordering = ["case", "pk"]

    def __str__(self) -> str:
        return self.summary


class Transition(models.Model):
    """One move of a case. Only added to."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="transitions")
    act = models.CharField(max_length=60)
    from_state = models.CharField(max_length=30, choices=State.choices, blank=True)
    to_state = models.CharField(max_length=30, choices=State.choices)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=12, default="staff")
    actor = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["act", "at"], name="transition_act_at")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.act}"


class Clock(models.Model):
    """A time limit that runs on a case. Everything needed to explain its due date is kept with it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="clocks")
    rule = models.CharField(max_length=60)  # code of office.ClockRule
    snapshot = models.JSONField(default=dict)  # the rule as it was when the clock started
    started_on = models.DateField()
    due_on = models.DateField(null=True)  # null while it stands still
    met_on = models.DateField(null=True, blank=True)
    cancelled = models.BooleanField(default=False)
    about = models.CharField(
        max_length=80, blank=True
    )  # which thing of another room, like "correspondence.question:5"
    warned_at = models.DateTimeField(null=True, blank=True)
    overdue_at = models.DateTimeField(null=True, blank=True)  # when the tick noticed

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=Q(met_on__isnull=True, cancelled=False),
                name="clock_running_due",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.rule} {self.due_on}"

    @property
    def is_running(self) -> bool:
        return self.met_on is None and not self.cancelled

    @property
    def is_overdue(self) -> bool:
        return self.is_running and self.due_on is not None and self.due_on < today()


class ClockPause(models.Model):
    """A period in which a clock stood still. `until` is the first day on which it runs again."""

    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="pauses")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["since"]

    def __str__(self) -> str:
        return f"{self.clock_id} {self.since}–{self.until or ''}"


class CaseDocument(models.Model):
    """A paper in a case, where it came from, and who outside may see it."""

    class Source(models.TextChoices):
        COMPLAINANT = "complainant", _("Complainant")
        SERVICE = "service", _("Service")
        OFFICE = "office", _("Our office")
        THIRD_PARTY = "third_party", _("Third party")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="papers")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(_("from"), max_length=12, choices=Source.choices)
    title = models.CharField(_("title"), max_length=200, blank=True)
    shown_to_complainant = models.BooleanField(default=False)
    shown_to_service = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.title or str(self.document)


class Note(models.Model):
    """A file note of the staff. Only added to."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    text = models.TextField(_("note"))

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.at:%Y-%m-%d}"


class Link(models.Model):
    """Two cases that belong together. Stored once, read from both sides."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links_out")
    other = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links_in")
    kind = models.CharField(_("kind"), max_length=12, choices=LinkKind.choices)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "other", "kind"], name="link_once"),
            models.CheckConstraint(condition=~Q(case=F("other")), name="link_to_another_case"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}–{self.other_id}"


class Wall(models.Model):
    """A conflict of interest: this person neither sees nor finds the case, and is not told."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="walls")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    reason = models.TextField(_("reason"))
    raised_at = models.DateTimeField(auto_now_add=True)
    raised_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "user"],
                condition=Q(lifted_at__isnull=True),
                name="one_wall_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.user_id}"


class Hold(models.Model):
    """A legal hold: while it stands, nothing of the case is destroyed, whatever the rule says."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="holds")
    reason = models.TextField(_("reason"))
    placed_at = models.DateTimeField(auto_now_add=True)
    placed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["placed_at"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.placed_at:%Y-%m-%d}"


class Reclassification(models.Model):
    """The case was given another kind. The first one is kept: figures differ otherwise."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reclassifications")
    from_kind = models.CharField(max_length=30, choices=Kind.choices)
    to_kind = models.CharField(max_length=30, choices=Kind.choices)
    reason = models.TextField(_("reason"))
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.from_kind}→{self.to_kind}"


class ReferenceCounter(YearCounter):
    """References of cases."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "year"], name="one_counter_per_year")]


class SearchText(models.Model):
    """What search looks through: one row per text of a case (its own fields, a submission, a message…).

    `stems` is mirrored into FTS5 on SQLite and into a tsvector on PostgreSQL (migration 0002); `plain` holds
    short texts (reference, subject, names) for parts of words.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="search_texts")
    source = models.CharField(max_length=80)  # like "cases.case" or "intake.submission:5"
    stems = models.TextField(blank=True)
    plain = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "source"], name="search_text_once_per_source")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.source}"
