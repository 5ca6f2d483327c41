"""The ways an invented case can go: acts of the workflow table with the days that usually pass before each. Pure."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from ombuds.cases.workflow import MOVES, CaseAct, State

A = CaseAct
CREATE = "cases:case:create"
Lag = tuple[float, float, float]  # at least, usually, at most (days)


@dataclass(frozen=True)
class Stage:
    """One act to come, who does it, and after how long."""

    act: CaseAct
    lag: Lag
    who: str = "handler"


@dataclass(frozen=True)
class Step:
    """One act that happened."""

    act: str
    before: str
    after: str
    at: dt.datetime
    who: str


TRIAGE = Stage(A.START_TRIAGE, (0, 0.6, 2), "intake")
ASKED = (
    Stage(A.ASK_COMPLAINANT, (1, 3, 9), "intake"),
    Stage(A.COMPLAINANT_ANSWERED, (2, 8, 26), "complainant"),
)
OPENED = Stage(A.OPEN, (2, 7, 22))
ROUND = (Stage(A.ASK_SERVICE, (2, 6, 18)), Stage(A.SERVICE_ANSWERED, (7, 22, 70), "service"))
SECOND_ROUND = (Stage(A.ASK_SERVICE, (3, 9, 24)), Stage(A.SERVICE_ANSWERED, (6, 18, 55), "service"))
CONCLUDED = Stage(A.CONCLUDE, (5, 16, 55))
CLOSED = Stage(A.CLOSE, (1, 3, 12))
REPAIRED = (Stage(A.REQUEST_REMEDY, (0, 1, 4)), Stage(A.CLOSE, (10, 28, 75)))
SUSPENDED = (Stage(A.SUSPEND, (5, 18, 50)), Stage(A.RESUME, (60, 140, 300), "complainant"))

JOURNEYS: dict[str, tuple[Stage, ...]] = {
    "answered": (TRIAGE, Stage(A.CLOSE, (0.5, 2, 8), "intake")),
    "transferred": (TRIAGE, Stage(A.TRANSFER, (1, 4, 14), "intake")),
    "redirected": (TRIAGE, Stage(A.REDIRECT, (1, 3, 12), "intake")),
    "first_line": (TRIAGE, Stage(A.SEND_TO_FIRST_LINE, (1, 5, 15), "intake"), Stage(A.CLOSE, (55, 75, 110))),
    "refused": (TRIAGE, Stage(A.REFUSE, (3, 12, 34))),
    "no_reply": (TRIAGE, Stage(A.ASK_COMPLAINANT, (1, 3, 9), "intake"), Stage(A.CLOSE_NO_REPLY, (37, 42, 60))),
    "merged": (TRIAGE, Stage(A.MERGE, (1, 3, 9), "intake")),
    "founded": (TRIAGE, OPENED, *ROUND, CONCLUDED, *REPAIRED),
    "partly": (TRIAGE, OPENED, *ROUND, CONCLUDED, *REPAIRED),
    "unfounded": (TRIAGE, OPENED, *ROUND, CONCLUDED, CLOSED),
    "plainly_unfounded": (TRIAGE, OPENED, Stage(A.ANALYSE, (4, 12, 35)), CONCLUDED, CLOSED),
    "mediated": (TRIAGE, OPENED, *ROUND, Stage(A.MEDIATE, (3, 8, 20)), CONCLUDED, CLOSED),
    "without_object": (TRIAGE, OPENED, *ROUND, CONCLUDED, CLOSED),
    "not_established": (TRIAGE, OPENED, *ROUND, CONCLUDED, CLOSED),
    "escalated": (TRIAGE, OPENED, *ROUND, CONCLUDED, Stage(A.REQUEST_REMEDY, (0, 1, 4)),
                  Stage(A.ESCALATE, (32, 42, 60), "ombudsman"), Stage(A.CLOSE, (40, 60, 120))),
    "suspended": (TRIAGE, OPENED, *SUSPENDED, *ROUND, CONCLUDED, *REPAIRED),
    "withdrawn": (TRIAGE, OPENED, ROUND[0], Stage(A.WITHDRAW, (2, 12, 40), "complainant")),
    "withdrawn_early": (TRIAGE, Stage(A.WITHDRAW, (1, 5, 14), "complainant")),
    "reopened": (TRIAGE, OPENED, *ROUND, CONCLUDED, *REPAIRED, Stage(A.REOPEN, (20, 45, 110), "reader"),
                 Stage(A.OPEN, (1, 4, 12)), Stage(A.ANALYSE, (4, 12, 30)), CONCLUDED, CLOSED),
}  # fmt: skip
# Of complaints that are ours, so many in a thousand go this way.
SHARES = {
    "founded": 210, "partly": 80, "unfounded": 110, "plainly_unfounded": 45, "mediated": 135, "without_object": 45,
    "not_established": 20, "first_line": 110, "refused": 75, "no_reply": 60, "withdrawn": 35, "withdrawn_early": 25,
    "merged": 15, "escalated": 9, "suspended": 16, "reopened": 10,
}  # fmt: skip
# Where a journey passes through a state, so that one case can be made to stand there today.
THROUGH = {
    State.REGISTERED: "founded", State.TRIAGE: "founded", State.AWAITING_COMPLAINANT: "no_reply",
    State.FIRST_LINE: "first_line", State.OPEN: "founded", State.AWAITING_SERVICE: "founded", State.ANALYSIS: "founded",
    State.MEDIATION: "mediated", State.SUSPENDED: "suspended", State.CONCLUDED: "partly",
    State.AWAITING_REMEDY: "founded", State.ESCALATED: "escalated", State.TRANSFERRED: "transferred",
    State.REDIRECTED: "redirected", State.REFUSED: "refused", State.WITHDRAWN: "withdrawn", State.MERGED: "merged",
    State.CLOSED: "unfounded",
}  # fmt: skip
CONCLUDES = frozenset(
    {
        "founded",
        "partly",
        "unfounded",
        "plainly_unfounded",
        "mediated",
        "without_object",
        "not_established",
        "escalated",
        "suspended",
        "reopened",
    }
)


def stages(fate: str, rng: Random) -> list[Stage]:
    """A journey with its detours: the person is asked first, came back from the first line, a second round."""
    path = list(JOURNEYS[fate])
    if fate in CONCLUDES | {"refused", "withdrawn"}:
        detour = rng.random()
        if detour < 0.13:
            path[1:1] = ASKED
        elif detour < 0.21:
            path[1:1] = [
                Stage(A.SEND_TO_FIRST_LINE, (1, 5, 15), "intake"),
                Stage(A.RETURN_FROM_FIRST_LINE, (30, 38, 70), "complainant"),
            ]
    if ROUND[1] in path and rng.random() < 0.2:
        at = path.index(ROUND[1]) + 1
        path[at:at] = SECOND_ROUND
    if fate in ("founded", "partly") and rng.random() < 0.3:  # the service repaired before the conclusion
        path[-2:] = [CLOSED]
    return path


def walk(fate: str, received: dt.datetime, rng: Random, *, slow: float = 1.0) -> list[Step]:
    """Everything that happens to the case in the end, the future included."""
    steps = [Step(CREATE, "", State.REGISTERED, received, "visitor")]
    state, at = State.REGISTERED, received
    for stage in stages(fate, rng):
        move = MOVES[(state, stage.act)]
        least, usually, most = stage.lag
        days = rng.triangular(least, most, usually) * (slow if most > 8 else 1.0)
        at = at_work(at + dt.timedelta(days=days), rng, later_than=at)
        steps.append(Step(stage.act, state, move.to, at, stage.who))
        state = move.to
    return steps


def at_work(moment: dt.datetime, rng: Random, *, later_than: dt.datetime) -> dt.datetime:
    """Moved into office hours of a working day, never back before what came first."""
    day = moment
    if day.weekday() > 4:
        day += dt.timedelta(days=7 - day.weekday())
    found = day.replace(hour=rng.randrange(8, 17), minute=rng.randrange(60), second=rng.randrange(60))
    while found <= later_than or found.weekday() > 4:
        found += dt.timedelta(hours=3)
        if not 8 <= found.hour < 18:
            found = (found + dt.timedelta(days=found.hour >= 18)).replace(hour=8)
    return found


def until(steps: list[Step], now: dt.datetime) -> list[Step]:
    """Only what has happened by now."""
    return [step for step in steps if step.at <= now]


def halted(steps: list[Step], state: State, now: dt.datetime, days_ago: float) -> list[Step]:
    """The journey as far as `state`, moved so that the case came there `days_ago`."""
    end = next(i for i, step in enumerate(steps) if step.after == state)
    shift = now - dt.timedelta(days=days_ago) - steps[end].at
    whole = dt.timedelta(days=shift.days // 7 * 7 if end else shift.days)  # weekdays stay weekdays
    moved = [Step(s.act, s.before, s.after, s.at + whole, s.who) for s in steps[: end + 1]]
    return [s for s in moved if s.at <= now] if end else moved
