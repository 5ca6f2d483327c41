"""The vocabulary of decisions."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    PROPOSED = "proposed", _("Waiting for the second reader")
    FINAL = "final", _("Decided")
    SENT_BACK = "sent_back", _("Sent back")
    SUPERSEDED = "superseded", _("Replaced by a later decision")


class CompetenceVerdict(models.TextChoices):
    """Axis of its own: is the body, and the subject, ours?"""

    OURS = "ours", _("We are competent")
    TRANSFER = "transfer", _("Another ombudsman is: pass the file on")
    REDIRECT = "redirect", _("Nobody in the network is: give the right address")
    REFUSE = "refuse", _("Not for an ombudsman: refuse")


class Verdict(models.TextChoices):
    """May and must we take it?"""

    ADMITTED = "admitted", _("Admissible: open the case")
    FIRST_LINE = "first_line", _("To the service first")
    REFUSED = "refused", _("Not admissible: refuse")


class GroundVerdict(models.TextChoices):
    USED = "used", _("Applies: use it")
    WAIVED = "waived", _("Applies, but we take the case all the same")
    NOT_MET = "not_met", _("Does not apply")


class Proceedings(models.TextChoices):
    COURT = "court", _("Court case")
    APPEAL = "appeal", _("Appeal within the administration")
    ANNULMENT = "annulment", _("Annulment at the Council of State")


class Gateway(models.TextChoices):
    """The three ways back from the service (art. II.85 Bestuursdecreet in Flanders)."""

    REFUSED = "refused", _("The service refused to handle it")
    LATE = "late", _("The service did not answer in time")
    INSUFFICIENT = "insufficient", _("The answer was not enough")


class ReviewOutcome(models.TextChoices):
    UPHOLD = "uphold", _("The decision stands")
    AMEND = "amend", _("The decision stands, with other reasons")
    REOPEN = "reopen", _("The case is opened again")


class Act(StrEnum):
    """What is recorded here, beside the moves of the case."""

    APPROVE = "admissibility:decision:approve"
    DECIDE_ADMISSIBILITY = "admissibility:decision:decide_admissibility"
    DECIDE_COMPETENCE = "admissibility:decision:decide_competence"
    PROPOSE = "admissibility:decision:propose"
    REVIEW_ASK = "admissibility:review:ask"
    REVIEW_DECIDE = "admissibility:review:decide"
    SEND_BACK = "admissibility:decision:send_back"
    SUSPEND = "admissibility:suspension:start"
    RESUME = "admissibility:suspension:end"
