"""How a file stands, for the person whose file it is: what happens now, and who waits for whom."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombuds.cases.models import Case, Clock
from ombuds.cases.workflow import State
from ombuds.lib.i18n import pick


@dataclass(frozen=True)
class Standing:
    """`waits_for`: us, you, service or nobody."""

    now: str | Promise
    next: str | Promise
    waits_for: str


US, YOU, SERVICE, NOBODY = "us", "you", "service", "nobody"
STANDINGS: dict[State, Standing] = {
    State.REGISTERED: Standing(
        _("We have received your complaint."),
        _("We look whether we are competent and can take it."),
        US,
    ),
    State.TRIAGE: Standing(
        _("We look whether we are competent and can take your complaint."),
        _("We tell you whether we take it. If not, we say why and where you can go."),
        US,
    ),
    State.AWAITING_COMPLAINANT: Standing(
        _("We need something from you before we can go on."),
        _("As soon as we have your answer, we go on."),
        YOU,
    ),
    State.FIRST_LINE: Standing(
        _("The service itself has to look at your complaint first."),
        _("Does it refuse, not answer in time, or is the answer not enough? Then come back here."),
        SERVICE,
    ),
    State.OPEN: Standing(
        _("We have taken your complaint and look into it."), _("We ask the service for its side."), US
    ),
    State.AWAITING_SERVICE: Standing(
        _("We have put questions to the service."),
        _("When it has answered, we compare both sides."),
        SERVICE,
    ),
    State.ANALYSIS: Standing(
        _("We compare what you say with what the service says."),
        _("We look for a solution, or come to a conclusion."),
        US,
    ),
    State.MEDIATION: Standing(
        _("We have proposed a solution, or look for one with both of you."),
        _("When both of you agree, we conclude."),
        US,
    ),
    State.SUSPENDED: Standing(
        _("We wait, because a court or an authority deals with the same thing."),
        _("Are those proceedings over, and is there still something to solve? Then ask us to go on."),
        YOU,
    ),
    State.CONCLUDED: Standing(
        _("We have come to a conclusion. You find it in our letter."),
        _("We check what still has to be put right, and close the file."),
        US,
    ),
    State.AWAITING_REMEDY: Standing(
        _("We have asked the service to put it right."),
        _("We check whether it does so."),
        SERVICE,
    ),
    State.ESCALATED: Standing(
        _("The service did not put it right. We have taken it higher."),
        _("We tell you what comes of it."),
        SERVICE,
    ),
    State.TRANSFERRED: Standing(
        _("We passed your complaint on to another ombudsman. Our letter says which one."),
        _("The other ombudsman gets in touch with you."),
        NOBODY,
    ),
    State.REDIRECTED: Standing(
        _("We cannot treat this complaint. Our letter says who can help you."),
        _("If you disagree, you can ask for a review."),
        NOBODY,
    ),
    State.REFUSED: Standing(
        _("We could not take your complaint. Our letter says why."),
        _("If you disagree, you can ask for a review."),
        NOBODY,
    ),
    State.WITHDRAWN: Standing(
        _("You took your complaint back."),
        _("If you change your mind, ask us to open it again."),
        NOBODY,
    ),
    State.CLOSED: Standing(
        _("Your file is closed."),
        _("If you disagree or something new happened, you can ask for a review."),
        NOBODY,
    ),
    State.MERGED: Standing(
        _("This file goes on together with another file of yours."),
        _("Follow the other file. Our letter names its reference."),
        NOBODY,
    ),
    State.RETENTION: Standing(
        _("Your file is closed and kept for the time that the rules say."),
        _("Nothing more is needed."),
        NOBODY,
    ),
}
WAITS = {
    US: _("It is our turn."),
    YOU: _("It is your turn."),
    SERVICE: _("It is the turn of the service."),
    NOBODY: _("Nobody has to do anything now."),
}
# Limits that say something to the person; the others are ours to watch.
SHOWN = {
    "ack": _("You get a first message from us"),
    "triage": _("We say whether we take your complaint"),
    "complainant_answer": _("We need your answer"),
    "complainant_reminder": _("We need your answer"),
    "first_line_answer": _("The service must answer you"),
    "service_answer": _("The service must answer us"),
    "service_reminder": _("The service must answer us"),
    "conclusion": _("We want to come to a conclusion"),
    "progress_note": _("You hear from us how it stands"),
    "remedy": _("The service must put it right"),
    "review": _("We decide on your request for a review"),
}


def standing_of(case: Case) -> Standing:
    return STANDINGS.get(State(case.state), STANDINGS[State.TRIAGE])


def waits_for(case: Case) -> str | Promise:
    return WAITS[standing_of(case).waits_for]


def limits_of(case: Case) -> list[tuple[str, Clock]]:
    """Running limits that mean something to the person, the nearest first, in words."""
    rows = [clock for clock in case.clocks.filter(met_on__isnull=True, cancelled=False) if clock.due_on]
    return [
        (str(SHOWN.get(clock.rule) or pick(clock.snapshot.get("labels"))), clock)
        for clock in rows
        if clock.rule in SHOWN
    ]
