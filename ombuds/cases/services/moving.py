"""The one function that changes the state of a case."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases import guards
from ombuds.cases.models import Case, Transition, Wall
from ombuds.cases.services import clocks, retention
from ombuds.cases.terms import Assessment, WithoutOpinion
from ombuds.cases.workflow import ENDED, MOVES, CaseAct, Move, State, move_for
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now


class MoveNotAllowed(Refusal):
    """The table has no such move from the state that the case is in."""

    template = _("This step is not possible now: the case stands at “%(state)s”.")


class NotYours(Refusal):
    """The actor lacks the right, or stands behind a wall."""

    template = _("You may not take this step.")


def possible_acts(case: Case, actor: User) -> list[CaseAct]:
    """What the person could do with the case now, guards aside. For buttons."""
    return [act for (state, act), move in MOVES.items() if state == case.state and actor.may(move.permission)]


def move(
    case: Case,
    act: CaseAct,
    *,
    actor: User | Actor,
    reason: str = "",
    at: datetime | None = None,
    **context: Any,
) -> Transition:
    """Take one step of the table. Refuses with a sentence; changes nothing then.

    `context` is for guards: `asked_by_person=True` for a resumption, and what rooms above register.
    """
    with transaction.atomic():
        current = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
        step = move_for(current.state, act)
        if step is None:
            raise MoveNotAllowed(state=State(current.state).label)
        _check_actor(current, step, actor)
        guards.check(
            step.needs,
            current,
            {"reason": reason, "actor": actor, "act": act, **context},
        )
        moment = at or now()
        changes = _effects(current, act, step, moment)
        # The old state stands in the WHERE: of two who act at once, one wins and the other gets a sentence.
        moved = Case.objects.filter(pk=current.pk, state=current.state).update(state=step.to, **changes)
        if not moved:
            raise MoveNotAllowed(state=State(current.state).label)
        transition = _write(current, act, step, actor, reason, moment)
        case.refresh_from_db()
        clocks.follow(case, act, step, timezone.localdate(moment))
        if step.to in ENDED and step.to not in (State.DESTROYED, State.RETENTION):
            retention.set_end_date(case)
    return transition


def _check_actor(case: Case, step: Move, actor: User | Actor) -> None:
    if isinstance(actor, User):
        walled = Wall.objects.filter(case=case, user=actor, lifted_at__isnull=True).exists()
        if walled or not actor.may(step.permission):
            raise NotYours()
    elif not step.by_party and actor != Actor.SYSTEM:
        raise NotYours()


def _effects(case: Case, act: CaseAct, step: Move, moment: datetime) -> dict[str, Any]:
    day = timezone.localdate(moment)
    changes: dict[str, Any] = {"version": case.version + 1}
    if step.to in ENDED and case.closed_at is None:
        changes["closed_at"] = moment
    if act == CaseAct.REOPEN:
        changes |= {"closed_at": None, "destroy_on": None}
    if act == CaseAct.SUSPEND:
        changes["suspended_from"] = day
    elif case.suspended_from:
        days = case.suspended_days + (day - case.suspended_from).days
        changes |= {"suspended_from": None, "suspended_days": days}
    if act == CaseAct.CLOSE_NO_REPLY:  # FED's third kind of "without opinion" (domain.md 3.3)
        changes |= {
            "assessment": Assessment.WITHOUT_OPINION,
            "without_opinion": WithoutOpinion.NO_REPLY,
        }
    return changes


def _write(
    case: Case,
    act: CaseAct,
    step: Move,
    actor: User | Actor,
    reason: str,
    moment: datetime,
) -> Transition:
    user = actor if isinstance(actor, User) else None
    record(
        act,
        actor=actor,
        subject=case,
        case=case,
        data={"from": case.state, "to": str(step.to)},
    )
    return Transition.objects.create(
        case=case,
        act=act,
        from_state=case.state,
        to_state=step.to,
        at=moment,
        actor=user,
        actor_kind="staff" if user else str(actor),
        reason=reason.strip(),
    )
