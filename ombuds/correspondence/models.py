"""Messages as sent, questions to services with their terms, requests to complainants, and one-time codes."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Body, Contact
from ombuds.cases.models import Case, Party
from ombuds.correspondence.terms import Audience, Delivery, Direction, Kind, State
from ombuds.documents.models import Document


class Message(models.Model):
    """Anything that went out or came in. Once it has left `draft`, its words are not changed any more."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(  # empty for one-time codes: they belong to no case
        Case, null=True, on_delete=models.CASCADE, related_name="messages"
    )
    direction = models.CharField(max_length=3, choices=Direction.choices, default=Direction.OUT)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.LETTER)
    letter = models.CharField(_("letter"), max_length=8, blank=True)  # code: L1 … L28
    audience = models.CharField(max_length=12, choices=Audience.choices, default=Audience.COMPLAINANT)
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    sent_to = models.TextField(_("addressee"), blank=True)  # as on the envelope
    email = models.EmailField(_("e-mail address"), blank=True)  # as used
    channel = models.CharField(_("how"), max_length=8, choices=Delivery.choices, default=Delivery.MAIL)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    pdf = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    attachments = models.ManyToManyField(Document, blank=True, related_name="+")
    reply_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replies"
    )
    about = models.CharField(max_length=80, blank=True, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    queued_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)  # or received, or the hour of the call
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=40, blank=True)  # code, never an address
    simulated = models.BooleanField(default=False)  # no mail server: only in the outbox
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["created_at", "pk"]
        indexes = [
            models.Index(fields=["state", "channel", "created_at"], name="message_tray"),
            models.Index(fields=["case", "audience", "state"], name="message_of_case"),
            # The outbox reads its counts and the order of its rows from here alone.
            models.Index(
                fields=["direction", "state", "-created_at", "-id", "channel", "case"], name="message_outbox"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter or self.kind} {self.state}"

    @property
    def subject(self) -> str:
        """The subjects in all its languages."""
        return " / ".join(dict.fromkeys(t.subject for t in self.texts.all() if t.subject))

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT


class MessageText(models.Model):
    """The words of a message in one language. A letter to someone whose language we do not know has two."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=5, blank=True)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    body = models.TextField(_("text"), blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["message", "language"], name="one_text_per_language")]

    def __str__(self) -> str:
        return self.subject


class Question(models.Model):
    """What we ask of a service, with the papers it may see for that and the day on which the answer is due."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="questions")
    body = models.ForeignKey(
        Body, verbose_name=_("service"), on_delete=models.PROTECT, related_name="questions"
    )
    text = models.TextField(_("what we ask"))
    language = models.CharField(_("language"), max_length=2)
    shown = models.ManyToManyField(Document, blank=True, related_name="+")
    binding = models.BooleanField(_("the term is binding by law"), default=False)
    due_on = models.DateField(_("due"), null=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)  # of the first answer
    withdrawn_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        indexes = [
            models.Index(fields=["body", "asked_at"], name="question_of_body"),
            models.Index(
                fields=["due_on"],
                condition=Q(answered_at__isnull=True, withdrawn_at__isnull=True),
                name="question_open_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.body_id}"

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.withdrawn_at is None

    @property
    def about(self) -> str:
        """How clocks and messages name it."""
        return f"correspondence.question:{self.pk}"


class Answer(models.Model):
    """What a service answered; a later addition is another row."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField(_("answer"))
    files = models.ManyToManyField(Document, blank=True, related_name="+")
    at = models.DateTimeField()
    contact = models.ForeignKey(Contact, null=True, on_delete=models.SET_NULL, related_name="+")
    entered_by = models.ForeignKey(  # when it came by letter or telephone
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.question_id} {self.at:%Y-%m-%d}"


class Extension(models.Model):
    """A service asks for more time; the handler grants or denies it."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="extensions")
    until = models.DateField(_("until"))
    reason = models.TextField(_("why more time is needed"))
    asked_at = models.DateTimeField()
    contact = models.ForeignKey(Contact, null=True, on_delete=models.SET_NULL, related_name="+")
    granted = models.BooleanField(null=True)
    reply = models.TextField(_("reply"), blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question"],
                condition=Q(decided_at__isnull=True),
                name="one_extension_open_per_question",
            )
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.until}"


class InformationRequest(models.Model):
    """What we still need to know from the complainant (L2), reminded once (L3), then closed (L4)."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="information_requests")
    text = models.TextField(_("what we need"))
    due_on = models.DateField(_("due"), null=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reminded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(_("answer"), blank=True)
    files = models.ManyToManyField(Document, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True)  # without an answer, with the case

    class Meta:
        ordering = ["asked_at", "pk"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.asked_at:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.closed_at is None

    @property
    def about(self) -> str:
        """How clocks and messages name it."""
        return f"correspondence.informationrequest:{self.pk}"


class EntryCode(models.Model):
    """A one-time code for the contact person of a service. Only a keyed digest of it is kept."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at"]
        indexes = [models.Index(fields=["contact", "made_at"], name="code_of_contact")]

    def __str__(self) -> str:
        return f"{self.contact_id} {self.made_at:%Y-%m-%d}"
