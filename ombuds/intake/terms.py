"""The vocabulary of intake that is code."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(StrEnum):
    """What is recorded of intake."""

    ANSWER_ADDED = "intake:submission:add"
    CORRECT_ROW = "intake:import:correct"
    DRAFTS_FORGOTTEN = "intake:draft:forget"
    IMPORT = "intake:import:run"
    RECEIVE = "intake:submission:receive"
    REGISTER = "intake:submission:register"
    TRIAGE = "intake:case:triage"


class Contacted(models.TextChoices):
    """What the person did with the service first."""

    YES = "yes", _("Yes")
    NO = "no", _("No, not yet")
    UNSURE = "unsure", _("I do not know")


class Answered(models.TextChoices):
    """What the service did then. The three gateways of the first line (domain.md 1.5)."""

    NOT_SATISFIED = "not_satisfied", _("It answered, but I am not satisfied")
    NO_ANSWER = "no_answer", _("It did not answer")
    REFUSED = "refused", _("It refused to look at my complaint")


class Purpose(models.TextChoices):
    """Why a file was added to the form."""

    EVIDENCE = "evidence", _("Paper with the complaint")
    SERVICE_ANSWER = "service_answer", _("Answer of the service")
    MANDATE = "mandate", _("Mandate")
    SCAN = "scan", _("Scan of the letter")
