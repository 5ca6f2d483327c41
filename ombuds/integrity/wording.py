"""Codes turned into sentences for people, and the days in sealed entries into days."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.integrity.terms import Channel, Kind, State

WHAT = {"acknowledgement": _("Acknowledgement"), "feedback": _("Feedback to the reporter")}
WHY = {
    "seven_days": _("7 days after the day of receipt: Directive (EU) 2019/1937, article 11(2)(b)."),
    "three_months": _("3 months after the acknowledgement: article 11(2)(d)."),
    "six_months": _("6 months after the acknowledgement, because of the reasons noted: article 11(2)(d)."),
    "three_months_seven_days": _(
        "3 months and 7 days after receipt, as long as no acknowledgement was sent."
    ),
    "six_months_seven_days": _(
        "6 months and 7 days after receipt, because of the reasons noted; no acknowledgement was sent."
    ),
}
# To the reporter, who wants to know what happens when; the reason in law stands below it.
PROMISED = {
    "acknowledgement": _("By %(day)s at the latest we confirm here that we have your report."),
    "feedback": _("By %(day)s at the latest you read here what we do with it, and why."),
}
# What the reporter reads: where it stands, and no more than is safe to tell.
FOR_REPORTER = {
    State.RECEIVED: _("We have received it. We are looking at whether we can examine it."),
    State.ADMISSIBLE: _("We can examine it. We are preparing the inquiry."),
    State.INQUIRY: _("We are examining it."),
    State.HEARD: _("We have drafted our findings and are hearing those concerned."),
    State.REPORTED: _("Our inquiry is done. We have reported, and follow what is done with it."),
    State.CLOSED: _("It is closed."),
    State.DECLINED: _("We do not examine it. You find the reason in the messages."),
    State.TRANSFERRED: _("With your consent it went to another authority."),
    State.WITHDRAWN: _("You have withdrawn it."),
    State.COMPLAINT: _("With your consent it went on as a complaint."),
    State.DESTROYED: _("It was destroyed."),
}
DECLINE = [
    ("no_work_link", _("No link through work")),
    ("no_breach", _("What is told is no breach")),
    ("excluded", _("An excluded matter (harassment, discrimination, a dispute of one's own…)")),
    ("minor", _("Clearly minor")),
    ("repeated", _("Repeats an earlier report without anything new")),
    ("not_competent", _("Not for us, and no consent to pass it on")),
]
ADDRESSEES = [
    ("head", _("The head of the service")),
    ("above", _("The authority above the head of the service")),
]
OUTCOMES = [
    ("measures", _("The service took the measures")),
    ("partly", _("The service took some of the measures")),
    ("none", _("The service took no measures")),
    ("no_breach", _("No breach was found")),
]
RECOMMENDED = [
    ("stop", _("Recommended: stop or undo the measure")),
    ("compensate", _("Recommended: make good the damage")),
    ("no_recommendation", _("No recommendation: the employer justified the measure on other grounds")),
    ("no_link", _("No recommendation: no link with a report or testimony")),
]
PROTECTED = [
    ("undone", _("The measure was stopped or undone")),
    ("compensated", _("The damage was made good")),
    ("not_followed", _("The employer did not follow the recommendation")),
    ("court", _("The person went to court")),
    ("unfounded", _("There was nothing to recommend")),
]
HEARD_AS = [
    ("witness", _("Witness")),
    ("concerned", _("Person concerned")),
    ("expert", _("Expert")),
    ("reporter", _("The reporter")),
    ("employer", _("Employer")),
]
MEASURE_DONE = [
    ("taken", _("Taken")),
    ("partly", _("Taken in part")),
    ("refused", _("Not taken")),
    ("replaced", _("Something else was done instead")),
]
HEARING_KIND = {
    "hearing": _("Hearing"),
    "finding": _("Draft findings, put to a person concerned"),
    "final": _("Final report"),
    "measure": _("Measure"),
    "justification": _("Justification asked of the employer"),
    "recommendation": _("Recommendation to the employer"),
}
MOVES = {
    State.ADMISSIBLE: _("Admissible"),
    State.DECLINED: _("Decline"),
    State.TRANSFERRED: _("Transfer to another authority"),
    State.INQUIRY: _("Open an inquiry"),
    State.HEARD: _("Send draft findings to those concerned"),
    State.REPORTED: _("Send the final report"),
    State.CLOSED: _("Close, with what came of it"),
}
COUNTED = {
    "received": _("Received, by kind"),
    "channel": _("Received, by channel"),
    "feedback": _("Feedback"),
    "moved": _("Decisions"),
    "ended": _("Ended"),
    "declined": _("Declined, by reason"),
    "reported": _("Requests for protection, by recommendation"),
    "closed": _("Closed, by outcome"),
    "recovered_euros": _("Euros recovered"),
}
VALUES = {
    "in_time": _("Within its term"),
    "late": _("After its term"),
    "all": _("All reports"),
    **dict(Kind.choices),
    **dict(Channel.choices),
    **dict(State.choices),
    **dict(DECLINE),
    **dict(OUTCOMES),
    **dict(RECOMMENDED),
    **dict(PROTECTED),
}

# Every value that is counted stands in the tables, whether it came up or not: a row that appears would tell.
VOCABULARY: dict[str, list[str]] = {
    "received": list(Kind.values),
    "channel": list(Channel.values),
    "feedback": ["in_time", "late"],
    "moved": [State.ADMISSIBLE, State.INQUIRY, State.HEARD, State.REPORTED],
    "ended": [State.CLOSED, State.DECLINED, State.TRANSFERRED, State.WITHDRAWN, State.COMPLAINT],
    "declined": [code for code, _label in DECLINE],
    "closed": [code for code, _label in [*OUTCOMES, *PROTECTED]],
    "reported": [code for code, _label in RECOMMENDED],
}

FAULTS = {
    "empty": _("asks nothing"),
    "twice": _("is there twice"),
    "kind": _("has no known kind of answer"),
    "options": _("has no answers to choose from"),
    "label": _("is not there in three languages"),
    "condition": _("depends on a question that comes later or is gone"),
    "condition_answer": _("depends on an answer that is gone"),
    "needed": _("is needed and is missing"),
}


def dated(entries: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Sealed entries keep their day as text; pages show it in words."""
    return [{**entry, "day": dt.date.fromisoformat(entry["day"])} for entry in entries]
