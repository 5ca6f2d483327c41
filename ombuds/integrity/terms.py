"""The words of the room: states, channels, acts. Codes stand in rows in the clear: they say nothing of who or what."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """Two kinds of file."""

    DISCLOSURE = "disclosure", _("Integrity report")
    PROTECTION = "protection", _("Request for protection")


class Channel(TextChoices):
    """How a report came."""

    WEB = "web", _("This website")
    PHONE = "phone", _("Telephone")
    LETTER = "letter", _("Letter")
    MEETING = "meeting", _("Meeting")


class State(TextChoices):
    """Where a report stands."""

    RECEIVED = "received", _("Received")
    ADMISSIBLE = "admissible", _("Admissible")
    INQUIRY = "inquiry", _("Inquiry under way")
    HEARD = "heard", _("Draft findings with those concerned")
    REPORTED = "reported", _("Final report sent")
    CLOSED = "closed", _("Closed")
    DECLINED = "declined", _("Declined")
    TRANSFERRED = "transferred", _("Transferred to another authority")
    WITHDRAWN = "withdrawn", _("Withdrawn by the reporter")
    COMPLAINT = "complaint", _("Went on as a complaint")
    DESTROYED = "destroyed", _("Destroyed")


ENDED = frozenset(
    {
        State.CLOSED,
        State.DECLINED,
        State.TRANSFERRED,
        State.WITHDRAWN,
        State.COMPLAINT,
        State.DESTROYED,
    }
)


class Naming(TextChoices):
    """Who may know who the reporter is."""

    ANONYMOUS = "anonymous", _("Nobody: I stay anonymous")
    HANDLER = "handler", _("Only the person who handles my report, and only after a second person agreed")
    NAMED = "named", _("The integrity team")


class NoReceipt(TextChoices):
    """Why no acknowledgement is sent: the three exceptions of the law."""

    NONE = "", _("It is sent")
    HANDLED = "handled", _("The report was already handled")
    OBJECTED = "objected", _("The reporter does not want one")
    ENDANGERS = "endangers", _("It would endanger the reporter's identity")


class Compartment(TextChoices):
    """Parts of a report with a key of their own."""

    CONTENT = "content", _("Report and conversation")  # reporter and admitted handlers
    INNER = "inner", _("Work of the handlers")  # admitted handlers only
    IDENTITY = "identity", _("Who the reporter is")  # custodians; a handler after two persons agreed


class Act(StrEnum):
    """What the room's own record of acts can say."""

    SET_UP = "integrity:channel:set_up"
    HANDLER_INVITED = "integrity:handler:invite"
    HANDLER_JOINED = "integrity:handler:join"
    HANDLER_LEFT = "integrity:handler:leave"
    REPORT_FILED = "integrity:report:file"
    WRITTEN = "integrity:compartment:write"
    REKEYED = "integrity:compartment:rekey"
    ADMITTED = "integrity:admission:give"
    DECLARED = "integrity:admission:declare"
    STEPPED_BACK = "integrity:admission:step_back"
    ADMISSION_ENDED = "integrity:admission:end"
    READ = "integrity:report:read"
    ORIGINAL_OPENED = "integrity:file:open_original"
    COPY_OPENED = "integrity:file:open_copy"
    MOVED = "integrity:report:move"
    ACKNOWLEDGED = "integrity:report:acknowledge"
    NO_RECEIPT = "integrity:report:no_acknowledgement"
    FEEDBACK = "integrity:report:feedback"
    EXTENDED = "integrity:report:extend"
    IDENTITY_ASKED = "integrity:identity:ask"
    IDENTITY_REVEALED = "integrity:identity:reveal"
    IDENTITY_REFUSED = "integrity:identity:refuse"
    HELD = "integrity:report:hold"
    RELEASED = "integrity:report:release"
    DESTROYED = "integrity:report:destroy"
    QUESTIONS_PUBLISHED = "integrity:questionnaire:publish"
    RECOVERED = "integrity:report:recover"
    SECOND_SET = "integrity:second:set_up"
    SECOND_TAKEN = "integrity:second:take_away"
    HEARING = "integrity:hearing:note"
    FINDING_SENT = "integrity:finding:send"
    REACTION = "integrity:finding:answer"
    FINAL_WRITTEN = "integrity:final:write"
    MEASURE_ASKED = "integrity:measure:ask"
    MEASURE_FOLLOWED = "integrity:measure:follow"
    JUSTIFICATION_ASKED = "integrity:justification:ask"
    JUSTIFICATION_CAME = "integrity:justification:receive"
    PROTECTION_RECOMMENDED = "integrity:protection:recommend"
    PROTECTION_ANSWERED = "integrity:protection:answer"
    IDENTITY_PASSED = "integrity:identity:pass_on"
    ROUTING_PUBLISHED = "integrity:routing:publish"
    FIGURES_FIXED = "integrity:figures:fix"
    CODE_RENEWED = "integrity:report:renew_code"
    CAME_OVER = "integrity:handover:take_in"
    OFFERED_OUT = "integrity:handover:propose"
    WENT_OVER = "integrity:handover:give_out"
    KEPT_HERE = "integrity:handover:keep"
    TEXT_PROPOSED = "integrity:text:propose"
    TEXT_SIGNED = "integrity:text:sign"
