"""The vocabulary of correspondence."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Direction(models.TextChoices):
    OUT = "out", _("sent")
    IN = "in", _("received")


class Kind(models.TextChoices):
    LETTER = "letter", _("Letter")
    NOTICE = "notice", _("Notice")  # says that something waits, and holds no content
    CODE = "code", _("One-time code")
    CALL = "call", _("Telephone call")
    VISIT = "visit", _("Visit")


class Delivery(models.TextChoices):
    """How it travels."""

    MAIL = "mail", _("By e-mail")
    POST = "post", _("By post")
    PORTAL = "portal", _("On the secure page, with a notice by e-mail")
    NONE = "none", _("Not sent: said")


class State(models.TextChoices):
    DRAFT = "draft", _("Draft")
    QUEUED = "queued", _("Waiting to be sent")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Not delivered")
    RECEIVED = "received", _("Received")
    DROPPED = "dropped", _("Thrown away")


class Audience(models.TextChoices):
    """To whom a letter speaks. The same words as office.LetterTemplate.audience."""

    COMPLAINANT = "complainant", _("Complainant")
    SERVICE = "service", _("Service")
    OMBUDSMAN = "ombudsman", _("Another ombudsman")
    MINISTER = "minister", _("Minister")
    PARLIAMENT = "parliament", _("Parliament")
    OTHER = "other", _("Somebody else")


class Act(StrEnum):
    """What is recorded."""

    ANSWER = "correspondence:question:answer"
    ASK = "correspondence:question:ask"
    CALL = "correspondence:message:note_call"
    CODE_FAILED = "correspondence:code:failed"
    CODE_SENT = "correspondence:code:sent"
    CODE_USED = "correspondence:code:used"
    DOCUMENT_READ = "correspondence:document:read"
    DRAFT = "correspondence:message:draft"
    DROP = "correspondence:message:drop"
    ESCALATE = "correspondence:question:escalate"
    EXTEND = "correspondence:extension:decide"
    EXTENSION_ASKED = "correspondence:extension:ask"
    FAIL = "correspondence:message:fail"
    INFORMATION_ANSWERED = "correspondence:information_request:answer"
    INFORMATION_ASKED = "correspondence:information_request:ask"
    QUESTION_READ = "correspondence:question:read"
    RECEIVE = "correspondence:message:receive"
    REMIND = "correspondence:question:remind"
    RETRY = "correspondence:message:retry"
    SEND = "correspondence:message:send"
    SENT = "correspondence:message:sent"
    WITHDRAW_QUESTION = "correspondence:question:withdraw"
