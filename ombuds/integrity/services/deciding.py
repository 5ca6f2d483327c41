"""What the handlers decide: the acknowledgement, feedback, a longer term, and the moves of a report, each with its reason."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import record
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.deadlines import Facts, was_in_time
from ombuds.integrity.models import Report
from ombuds.integrity.services import counting, dialogue, inquiring
from ombuds.integrity.services.admitting import opened_for
from ombuds.integrity.terms import ENDED, Act, Compartment, Kind, NoReceipt, State
from ombuds.integrity.wording import ADDRESSEES, DECLINE, OUTCOMES, PROTECTED, RECOMMENDED
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

# (where it stands, where it may go). Everything else is refused; a test tries every pair.
ALLOWED: dict[str, tuple[State, ...]] = {
    State.RECEIVED: (State.ADMISSIBLE, State.DECLINED, State.TRANSFERRED),
    State.ADMISSIBLE: (State.INQUIRY, State.DECLINED, State.TRANSFERRED),
    State.INQUIRY: (State.HEARD, State.REPORTED, State.TRANSFERRED),
    State.HEARD: (State.REPORTED, State.INQUIRY),
    State.REPORTED: (State.CLOSED,),
    State.CLOSED: (),
    State.DECLINED: (),
    State.TRANSFERRED: (),
    State.WITHDRAWN: (),
    State.COMPLAINT: (),
    State.DESTROYED: (),
}
CHOICES = {
    Kind.DISCLOSURE: {State.DECLINED: DECLINE, State.REPORTED: ADDRESSEES, State.CLOSED: OUTCOMES},
    Kind.PROTECTION: {State.DECLINED: DECLINE, State.REPORTED: RECOMMENDED, State.CLOSED: PROTECTED},
}
TELLS_REPORTER = frozenset({State.DECLINED, State.TRANSFERRED, State.CLOSED})


class NotNow(Refusal):
    """The table of moves does not have it."""

    template = _("This is not possible where the report stands now.")


class ReasonNeeded(Refusal):
    """A decision without its reason."""

    template = _("Choose a reason, and write down why.")


class MessageNeeded(Refusal):
    """The reporter has a right to be told."""

    template = _("Write to the reporter as well: what was decided, and why.")


class ConsentNeeded(Refusal):
    """Nothing leaves without the reporter's word."""

    template = _("The reporter has not agreed to sharing this. Ask for consent first.")


class HeadImplicated(Refusal):
    """The final report must not go to the person it is about."""

    template = _("According to the report the head of the service is involved: choose the authority above.")


@dataclass(frozen=True)
class Decision:
    """A move with its reason: `choice` one of CHOICES, `note` for the file, `message` to the reporter."""

    to: str
    note: str
    choice: str = ""
    message: str = ""
    recovered_euros: int = 0


def facts_of(report: Report) -> Facts:
    """The days that its terms are computed from."""
    return Facts(
        report.received_on,
        report.acknowledged_on,
        bool(report.no_receipt),
        report.feedback_on,
        report.extended_on,
        report.ended_on,
    )


def acknowledge(report: Report, holder: Holder, message: str) -> None:
    """Tell the reporter that it arrived."""
    with atomic():
        opened_for(report, holder, Compartment.CONTENT)
        if not _update(report, acknowledged_on=None, no_receipt="", to={"acknowledged_on": today()}):
            raise NotNow()
        dialogue.say(report, holder, message)
        record.note(Act.ACKNOWLEDGED, report=report, handler=holder.handler)


def without_acknowledgement(report: Report, holder: Holder, reason: str, note: str) -> None:
    """One of the three exceptions of the law."""
    if reason not in NoReceipt.values or not reason or not note.strip():
        raise ReasonNeeded()
    with atomic():
        opened_for(report, holder, Compartment.INNER).add("note", _entry(holder, note))
        if not _update(report, acknowledged_on=None, no_receipt="", to={"no_receipt": reason}):
            raise NotNow()
        record.note(Act.NO_RECEIPT, report=report, handler=holder.handler)


def give_feedback(report: Report, holder: Holder, message: str) -> None:
    """What was done with it, or will be, and why."""
    with atomic():
        opened_for(report, holder, Compartment.CONTENT)
        if not _update(report, feedback_on=None, to={"feedback_on": today()}):
            raise NotNow()
        dialogue.say(report, holder, message)
        report.refresh_from_db()
        # In the year in which it is given: the figures of an earlier one may be fixed.
        counting.count(today().year, "feedback", "in_time" if was_in_time(facts_of(report)) else "late")
        record.note(Act.FEEDBACK, report=report, handler=holder.handler)


def extend(report: Report, holder: Holder, note: str) -> None:
    """Six months instead of three, with the reasons."""
    if not note.strip():
        raise ReasonNeeded()
    with atomic():
        opened_for(report, holder, Compartment.INNER).add("note", _entry(holder, note))
        if not _update(report, extended_on=None, feedback_on=None, to={"extended_on": today()}):
            raise NotNow()
        record.note(Act.EXTENDED, report=report, handler=holder.handler)


def add_note(report: Report, holder: Holder, text: str) -> None:
    """For the handlers only: hearings, papers asked for, what was found."""
    if not text.strip():
        raise dialogue.NothingWritten()
    opened_for(report, holder, Compartment.INNER).add("note", _entry(holder, text))


def decide(report: Report, holder: Holder, decision: Decision) -> None:
    """Move the report. Raises a refusal that names what is missing."""
    content = opened_for(report, holder, Compartment.CONTENT)
    _check(report, decision)
    if decision.to == State.TRANSFERRED:
        given = list(content.read_all("consent:").values())
        if not given or not given[-1]["given"]:
            raise ConsentNeeded()
    to_head = decision.to == State.REPORTED and decision.choice == "head"
    if to_head and report.kind == Kind.DISCLOSURE and inquiring.head_is_involved(report, holder):
        raise HeadImplicated()
    inquiring.insist_ready(report, holder, decision.to, decision.choice)
    _move(report, holder, decision)


def _check(report: Report, decision: Decision) -> None:
    if decision.to not in ALLOWED[report.state]:
        raise NotNow()
    offered = CHOICES[Kind(report.kind)].get(State(decision.to))
    if not decision.note.strip() or (offered and decision.choice not in dict(offered)):
        raise ReasonNeeded()
    if decision.to in TELLS_REPORTER and not decision.message.strip():
        raise MessageNeeded()


def _move(report: Report, holder: Holder, decision: Decision) -> None:
    with atomic():
        change = {"state": decision.to, **({"ended_on": today()} if decision.to in ENDED else {})}
        if not Report.objects.filter(pk=report.pk, state=report.state).update(**change):
            raise NotNow()
        entry = {**_entry(holder, decision.note), "to": decision.to, "choice": decision.choice}
        opened_for(report, holder, Compartment.INNER).add("note", entry)
        if decision.message.strip():
            dialogue.say(report, holder, decision.message)
        record.note(Act.MOVED, report=report, handler=holder.handler)
        _count(decision)
        report.refresh_from_db()


def _count(decision: Decision) -> None:
    year = today().year
    if decision.to in ENDED:
        counting.count(year, "ended", decision.to)
    else:
        counting.count(year, "moved", decision.to)
    if decision.choice and decision.choice not in dict(ADDRESSEES):
        counting.count(year, decision.to, decision.choice)
    if decision.recovered_euros > 0:
        counting.count(year, "recovered_euros", "all", decision.recovered_euros)


def _entry(holder: Holder, text: str) -> dict[str, str]:
    assert holder.handler is not None
    return {"by": holder.handler.name, "day": today().isoformat(), "text": text[: dialogue.LONGEST]}


def _update(report: Report, *, to: dict[str, object], **guard: object) -> bool:
    """A guarded UPDATE: only where nobody was there before, and not after the end."""
    rows = Report.objects.filter(pk=report.pk, **guard).exclude(state=State.DESTROYED)
    return bool(rows.update(**to))
