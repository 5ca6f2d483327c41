"""The vocabulary of investigating: verdicts, remedies, positions, states of an inquiry, and the recorded acts."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Verdict(models.TextChoices):
    """Grievance × norm: what we found."""

    RESPECTED = "respected", _("Respected")
    BREACHED = "breached", _("Breached")
    NOT_ASSESSABLE = "not_assessable", _("Cannot be assessed")


class Side(models.TextChoices):
    COMPLAINANT = "complainant", _("Complainant")
    SERVICE = "service", _("Service")


class Position(models.TextChoices):
    ACCEPTS = "accepts", _("Accepts")
    REFUSES = "refuses", _("Refuses")
    COUNTERS = "counters", _("Proposes something else")


class EvidenceSource(models.TextChoices):
    COMPLAINANT = "complainant", _("Complainant")
    SERVICE = "service", _("Service")
    OFFICE = "office", _("Our own check")
    LAW = "law", _("Law or regulation")
    OTHER = "other", _("Other")


class ServiceSays(models.TextChoices):
    """What the service says of a remedy; what we found is kept apart."""

    NOTHING = "nothing", _("Nothing yet")
    WILL_DO = "will_do", _("Will do it")
    DONE = "done", _("Says it is done")
    PARTLY = "partly", _("Says it is partly done")
    REFUSED = "refused", _("Refuses")
    IMPOSSIBLE = "impossible", _("Says it is impossible")


class RemedyChecked(models.TextChoices):
    """What the handler established."""

    DONE = "done", _("Done")
    PARTLY = "partly", _("Partly done")
    REFUSED = "refused", _("Refused")
    IMPOSSIBLE = "impossible", _("Impossible")


class InquiryKind(models.TextChoices):
    OWN_INITIATIVE = "own_initiative", _("On our own initiative")
    THEMATIC = "thematic", _("On a theme")
    PARLIAMENT = "parliament", _("Asked by parliament")


class InquiryState(models.TextChoices):
    OPEN = "open", _("Open")
    HEARING = "hearing", _("Hearing the services")
    WRITING = "writing", _("Writing the report")
    CLOSED = "closed", pgettext_lazy("inquiry", "Closed")
    DROPPED = "dropped", _("Dropped")


OVER = (InquiryState.CLOSED, InquiryState.DROPPED)
INQUIRY_MOVES: dict[str, frozenset[str]] = {
    InquiryState.OPEN: frozenset({InquiryState.HEARING, InquiryState.WRITING, InquiryState.DROPPED}),
    InquiryState.HEARING: frozenset({InquiryState.WRITING, InquiryState.DROPPED}),
    InquiryState.WRITING: frozenset({InquiryState.HEARING, InquiryState.CLOSED, InquiryState.DROPPED}),
    InquiryState.CLOSED: frozenset({InquiryState.WRITING}),
    InquiryState.DROPPED: frozenset({InquiryState.OPEN}),
}


class Act(StrEnum):
    """What is recorded of an investigation."""

    ADD_EVIDENCE = "investigations:evidence:add"
    ADD_STEP = "investigations:step:add"
    APPROVE_OUTCOME = "investigations:outcome:approve"
    ASK_SERVICE = "investigations:inquiry:ask"
    ASSESS_GRIEVANCE = "investigations:grievance:assess"
    CHECK_REMEDY = "investigations:remedy:check"
    CHANGE_INQUIRY = "investigations:inquiry:change"
    FINISH_STEP = "investigations:step:finish"
    FIND = "investigations:finding:add"
    JOIN_INQUIRY = "investigations:inquiry:join"
    LEAVE_INQUIRY = "investigations:inquiry:leave"
    MOVE_INQUIRY = "investigations:inquiry:move"
    OPEN_INQUIRY = "investigations:inquiry:open"
    PROPOSE_OUTCOME = "investigations:outcome:propose"
    PROPOSE_SOLUTION = "investigations:proposal:make"
    READ_INQUIRY = "investigations:inquiry:read"
    READ_REMEDY = "investigations:remedy:read"
    RECORD_POSITION = "investigations:proposal:position"
    RECORD_SERVICE_WORD = "investigations:remedy:service_says"
    SERVICE_ANSWERS = "investigations:inquiry:answered"
    REQUEST_REMEDY = "investigations:remedy:request"
    RETURN_OUTCOME = "investigations:outcome:return"
