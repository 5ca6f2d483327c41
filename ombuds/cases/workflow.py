"""The states of a case and the one table of allowed moves (domain.md 1.2, T1 to T23)."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.permissions import Permission


class State(models.TextChoices):
    REGISTERED = "registered", _("Registered")
    TRIAGE = "triage", _("Triage")
    AWAITING_COMPLAINANT = "awaiting_complainant", _("Waiting for the complainant")
    FIRST_LINE = "first_line", _("With the service first")
    OPEN = "open", _("In treatment")
    AWAITING_SERVICE = "awaiting_service", _("Waiting for the service")
    ANALYSIS = "analysis", _("Analysis")
    MEDIATION = "mediation", _("Mediation")
    SUSPENDED = "suspended", _("Suspended")
    CONCLUDED = "concluded", _("Concluded")
    AWAITING_REMEDY = "awaiting_remedy", _("Waiting for the remedy")
    ESCALATED = "escalated", _("Escalated")
    TRANSFERRED = "transferred", _("Transferred to another ombudsman")
    REDIRECTED = "redirected", _("Redirected")
    REFUSED = "refused", _("Not admissible")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    CLOSED = "closed", _("Closed")
    MERGED = "merged", _("Merged into another case")
    RETENTION = "retention", _("Kept until its end date")
    DESTROYED = "destroyed", _("Content destroyed")


S = State
# Ended: counted as out; nobody is waiting for anything.
ENDED = frozenset(
    {
        S.TRANSFERRED,
        S.REDIRECTED,
        S.REFUSED,
        S.WITHDRAWN,
        S.CLOSED,
        S.MERGED,
        S.RETENTION,
        S.DESTROYED,
    }
)
ACTIVE = frozenset(State) - ENDED
# "Any active" of T12 and T20: everything in work that is not standing still already.
IN_WORK = ACTIVE - {S.SUSPENDED}


class CaseAct(StrEnum):
    """Every act that moves a case. The names are the audit's names too."""

    ASK_COMPLAINANT = "cases:case:ask_complainant"  # T3
    ASK_SERVICE = "cases:case:ask_service"  # T11
    ANALYSE = "cases:case:analyse"  # T14
    CLOSE = "cases:case:close"  # T19
    CLOSE_NO_REPLY = "cases:case:close_no_reply"  # T4
    COMPLAINANT_ANSWERED = "cases:case:complainant_answered"
    CONCLUDE = "cases:case:conclude"  # T16
    DESTROY = "cases:case:destroy"  # T22
    ESCALATE = "cases:case:escalate"  # T18
    KEEP = "cases:case:keep"  # T22: from closed into retention
    MEDIATE = "cases:case:mediate"  # T15
    MERGE = "cases:case:merge"
    OPEN = "cases:case:open"  # T10
    REDIRECT = "cases:case:redirect"  # T6
    REFUSE = "cases:case:refuse"  # T9
    REOPEN = "cases:case:reopen"  # T21
    REQUEST_REMEDY = "cases:case:request_remedy"  # T17
    RESUME = "cases:case:resume"  # T13
    RETURN_FROM_FIRST_LINE = "cases:case:return_from_first_line"  # T8
    SEND_TO_FIRST_LINE = "cases:case:send_to_first_line"  # T7
    SERVICE_ANSWERED = "cases:case:service_answered"
    START_TRIAGE = "cases:case:start_triage"  # T2
    SUSPEND = "cases:case:suspend"  # T12
    TRANSFER = "cases:case:transfer"  # T5
    WITHDRAW = "cases:case:withdraw"  # T20


A = CaseAct
P = Permission


@dataclass(frozen=True)
class Move:
    """Where an act leads. `permission` is what a member of staff needs; `by_party` acts can come from outside
    (the person, the service) or from a clock. `needs` names guards (cases/guards.py). `clocks` are effects."""

    to: State
    permission: Permission
    by_party: bool = False
    needs: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()  # clock rules that start
    stops: tuple[str, ...] = ()  # clock rules that are met
    ref: str = ""  # row of domain.md 1.2


def _from(
    states: "set[State] | frozenset[State]", act: CaseAct, move: Move
) -> dict[tuple[State, CaseAct], Move]:
    return {(state, act): move for state in states}


HANDLING = frozenset({S.OPEN, S.AWAITING_SERVICE, S.ANALYSIS, S.MEDIATION})
MOVES: dict[tuple[State, CaseAct], Move] = {
    **_from({S.REGISTERED}, A.START_TRIAGE, Move(S.TRIAGE, P.CASES_CASE_TRIAGE, by_party=True, ref="T2")),
    **_from({S.TRIAGE, S.OPEN, S.ANALYSIS}, A.ASK_COMPLAINANT,
            Move(S.AWAITING_COMPLAINANT, P.CASES_CASE_TRIAGE, starts=("complainant_answer",), ref="T3")),
    **_from({S.AWAITING_COMPLAINANT}, A.COMPLAINANT_ANSWERED,
            Move(S.TRIAGE, P.CASES_CASE_TRIAGE, by_party=True, stops=("complainant_answer",), ref="T3")),
    **_from({S.AWAITING_COMPLAINANT}, A.CLOSE_NO_REPLY,
            Move(S.CLOSED, P.CASES_CASE_HANDLE, needs=("reminder_sent",), stops=("*",), ref="T4")),
    **_from({S.TRIAGE}, A.TRANSFER,
            Move(S.TRANSFERRED, P.CASES_CASE_TRIAGE, needs=("reason", "competence_decided"), stops=("*",), ref="T5")),
    **_from({S.TRIAGE}, A.REDIRECT,
            Move(S.REDIRECTED, P.CASES_CASE_TRIAGE, needs=("reason", "competence_decided"), stops=("*",), ref="T6")),
    **_from({S.TRIAGE}, A.SEND_TO_FIRST_LINE,
            Move(S.FIRST_LINE, P.CASES_CASE_TRIAGE, needs=("reason",), starts=("first_line_answer",),
                 stops=("triage",), ref="T7")),
    **_from({S.FIRST_LINE}, A.RETURN_FROM_FIRST_LINE,
            Move(S.TRIAGE, P.CASES_CASE_TRIAGE, by_party=True, starts=("triage",), stops=("first_line_answer",),
                 ref="T8")),
    **_from({S.FIRST_LINE}, A.CLOSE,
            Move(S.CLOSED, P.CASES_CASE_HANDLE, needs=("reason",), stops=("*",), ref="T7")),
    **_from({S.TRIAGE}, A.REFUSE,
            Move(S.REFUSED, P.CASES_CASE_HANDLE, needs=("reason", "refusal_decided"), stops=("*",), ref="T9")),
    **_from({S.TRIAGE}, A.OPEN,
            Move(S.OPEN, P.CASES_CASE_TRIAGE, needs=("admitted",), starts=("conclusion",), stops=("triage",), ref="T10")),
    **_from({S.TRIAGE}, A.CLOSE,  # an information request is answered and closed
            Move(S.CLOSED, P.CASES_CASE_TRIAGE, needs=("reason", "information_request"), stops=("*",), ref="T6")),
    **_from({S.OPEN, S.ANALYSIS, S.MEDIATION}, A.ASK_SERVICE,
            Move(S.AWAITING_SERVICE, P.CASES_CASE_HANDLE, starts=("service_answer",), ref="T11")),
    **_from({S.AWAITING_SERVICE}, A.SERVICE_ANSWERED,
            Move(S.ANALYSIS, P.CASES_CASE_HANDLE, by_party=True, stops=("service_answer",), ref="T14")),
    **_from({S.OPEN, S.AWAITING_SERVICE, S.MEDIATION}, A.ANALYSE,
            Move(S.ANALYSIS, P.CASES_CASE_HANDLE, stops=("service_answer",), ref="T14")),
    **_from({S.ANALYSIS}, A.MEDIATE, Move(S.MEDIATION, P.CASES_CASE_HANDLE, ref="T15")),
    **_from({S.ANALYSIS, S.MEDIATION}, A.CONCLUDE,
            Move(S.CONCLUDED, P.CASES_CASE_CONCLUDE, needs=("outcome_set", "second_reader"), stops=("conclusion",),
                 ref="T16")),
    **_from({S.CONCLUDED}, A.REQUEST_REMEDY,
            Move(S.AWAITING_REMEDY, P.CASES_CASE_HANDLE, needs=("founded",), starts=("remedy",), ref="T17")),
    **_from({S.AWAITING_REMEDY}, A.ESCALATE,
            Move(S.ESCALATED, P.CASES_ESCALATE, needs=("reason",), starts=("minister_note",), stops=("remedy",), ref="T18")),
    **_from({S.CONCLUDED, S.AWAITING_REMEDY, S.ESCALATED}, A.CLOSE,
            Move(S.CLOSED, P.CASES_CASE_HANDLE, needs=("remedies_settled",), stops=("*",), ref="T19")),
    **_from(frozenset(IN_WORK - {S.REGISTERED}), A.SUSPEND,
            Move(S.SUSPENDED, P.CASES_CASE_HANDLE, needs=("reason",), ref="T12")),
    **_from({S.SUSPENDED}, A.RESUME, Move(S.OPEN, P.CASES_CASE_HANDLE, needs=("asked_by_person",), ref="T13")),
    **_from(frozenset(ACTIVE), A.WITHDRAW,
            Move(S.WITHDRAWN, P.CASES_CASE_TRIAGE, by_party=True, stops=("*",), ref="T20")),
    **_from(frozenset(ACTIVE), A.MERGE,
            Move(S.MERGED, P.CASES_CASE_TRIAGE, needs=("reason",), stops=("*",), ref="T2")),
    **_from({S.CLOSED, S.REFUSED, S.WITHDRAWN, S.REDIRECTED, S.TRANSFERRED}, A.REOPEN,
            Move(S.TRIAGE, P.CASES_DECISION_APPROVE, needs=("reason", "other_reviewer"), starts=("triage",), ref="T21")),
    **_from({S.CLOSED, S.REFUSED, S.WITHDRAWN, S.REDIRECTED, S.TRANSFERRED, S.MERGED}, A.KEEP,
            Move(S.RETENTION, P.CASES_RETENTION_DECIDE, needs=("retention_due",), ref="T22")),
    **_from({S.RETENTION}, A.DESTROY,
            Move(S.DESTROYED, P.CASES_RETENTION_DECIDE, needs=("retention_due", "no_hold"), ref="T22")),
}  # fmt: skip


def move_for(state: str, act: CaseAct) -> Move | None:
    """The allowed move, or None."""
    return MOVES.get((State(state), act))


def acts_from(state: str) -> list[CaseAct]:
    """Every act that the table allows from this state, whoever does it."""
    return [act for (origin, act) in MOVES if origin == state]
