"""The vocabulary of cases that is code. Words that offices differ in (themes, outcomes…) are office.Term rows."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """domain.md 1.1. A disclosure is never a Case: it lives in the integrity room."""

    COMPLAINT = "complaint", _("Complaint")
    INFORMATION_REQUEST = "information_request", _("Question")
    PROTECTION_REQUEST = "protection_request", _("Request for protection")
    SYSTEMIC_INQUIRY = "systemic_inquiry", _("Own inquiry")
    PARLIAMENT_REQUEST = "parliament_request", _("Request from parliament")
    PETITION_FORWARDED = "petition_forwarded", _("Petition passed on")
    MP_CODE_REPORT = "mp_code_report", _("Report on the code of members of parliament")
    LOCAL_SECOND_LINE = "local_second_line", _("Local board, second line")
    OWN_SERVICE_COMPLAINT = "own_service_complaint", _("Complaint about ourselves")


class Channel(models.TextChoices):
    WEB = "web", _("Web form")
    MAIL = "mail", _("E-mail")
    LETTER = "letter", _("Letter")
    PHONE = "phone", _("Telephone")
    VISIT = "visit", _("Visit")
    OMBUDSMAN = "ombudsman", _("Another ombudsman")
    IMPORT = "import", _("Import")


class Language(models.TextChoices):
    NL = "nl", _("Dutch")
    FR = "fr", _("French")
    EN = "en", _("English")
    DE = "de", _("German")
    OTHER = "other", _("Another language")
    UNKNOWN = "", _("Not known")


class Assessment(models.TextChoices):
    """Axis 1 (domain.md 3.3)."""

    FOUNDED = "founded", _("Founded")
    PARTLY = "partly", _("Partly founded")
    UNFOUNDED = "unfounded", _("Unfounded")
    WITHOUT_OPINION = "without_opinion", _("Without opinion")


class WithoutOpinion(models.TextChoices):
    """Why no opinion was given (domain.md 3.3)."""

    MEDIATION = "mediation", _("A solution was sought instead")
    NOT_ESTABLISHED = "not_established", _("The facts cannot be established")
    NO_REPLY = "no_reply", _("The complainant did not answer")
    WITHOUT_OBJECT = "without_object", _("There was nothing left to solve")


class Result(models.TextChoices):
    """Axis 2."""

    RECONCILED = "reconciled", _("Reconciled")
    SOLVED = "solved", _("Solved")
    PARTLY = "partly", _("Partly solved")
    UNSOLVED = "unsolved", _("Not solved")
    NOTHING_TO_SOLVE = "nothing_to_solve", _("Nothing to put right")


class Remedied(models.TextChoices):
    BEFORE_US = "before_us", _("Before we stepped in")
    THROUGH_US = "through_us", _("After we stepped in")


class PartyRole(models.TextChoices):
    COMPLAINANT = "complainant", _("Complainant")
    REPRESENTATIVE = "representative", _("Representative")
    THIRD_PARTY = "third_party", _("Third party")


class LinkKind(models.TextChoices):
    RELATED = "related", _("Related")
    DUPLICATE = "duplicate", _("Same complaint")
    EARLIER = "earlier", _("Earlier case of the same person")
    SAME_CAUSE = "same_cause", _("Same cause")
    MERGED = "merged", _("Merged")


class Act(StrEnum):
    """What is recorded of a case beside the moves of workflow.CaseAct."""

    ASSIGN = "cases:case:assign"
    CREATE = "cases:case:create"
    HOLD = "cases:case:hold"
    LINK = "cases:case:link"
    NOTE = "cases:case:note"
    READ = "cases:case:read"
    RECLASSIFY = "cases:case:reclassify"
    RELEASE_HOLD = "cases:case:release_hold"
    UNWALL = "cases:wall:lift"
    UPDATE = "cases:case:update"
    WALL = "cases:wall:raise"


class ClockAct(StrEnum):
    """What the tick records of clocks."""

    NEAR = "cases:clock:near"
    OVERDUE = "cases:clock:overdue"


class RetentionAct(StrEnum):
    """What is recorded of keeping and destroying."""

    CHANGE = "cases:retention:change"
    DESTROY = "cases:retention:destroy"
