"""The outcome of a case on two axes, and the second reader."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.models import Case
from ombuds.cases.services import change_case, move
from ombuds.cases.terms import Assessment, Result
from ombuds.cases.workflow import CaseAct, State
from ombuds.investigations import rules
from ombuds.investigations.guards import needs_second_reader
from ombuds.investigations.models import Outcome
from ombuds.investigations.services.permitting import MayNot, insist_handles
from ombuds.investigations.terms import Act
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now

PUT_RIGHT = (Result.SOLVED, Result.PARTLY, Result.RECONCILED)


def suggested_outcome(case: Case) -> tuple[str, str]:
    """The assessment that the grievances give, with the reason when there is no opinion."""
    return rules.from_grievances(
        [rules.GrievanceOutcome(g.assessment, g.without_opinion, g.is_main) for g in case.grievances.all()]
    )


def propose_outcome(
    case: Case,
    *,
    actor: User,
    assessment: str,
    result: str,
    reasoning: str,
    without_opinion: str = "",
    remedied: str = "",
) -> Outcome:
    """Conclude. Where the profile asks a second reader, the outcome waits for them; else it stands at once."""
    insist_handles(case, actor, Permission.CASES_CASE_CONCLUDE)
    _insist_ready(case, assessment, without_opinion, reasoning)
    if result in PUT_RIGHT and not remedied:
        raise Refusal(_("Say whether it was put right before or after we stepped in."))
    follows = suggested_outcome(case)[0] == assessment
    with transaction.atomic():
        outcome = Outcome.objects.create(
            case=case,
            assessment=assessment,
            without_opinion=without_opinion if assessment == Assessment.WITHOUT_OPINION else "",
            result=result,
            remedied=remedied if result in PUT_RIGHT else "",
            reasoning=reasoning.strip(),
            follows_rules=follows,
            proposed_by=actor,
        )
        data = {"assessment": assessment, "result": result, "follows_rules": follows}
        record(Act.PROPOSE_OUTCOME, actor=actor, subject=outcome, case=case, data=data)
        if not needs_second_reader(case, assessment):
            _set(outcome, actor=actor)
    return outcome


def approve_outcome(outcome: Outcome, *, actor: User, remark: str = "") -> Outcome:
    """The second reader agrees: the outcome stands and the case is concluded."""
    _insist_other_reader(outcome, actor)
    with transaction.atomic():
        _read(outcome, actor, remark, Outcome.State.SET)
        record(Act.APPROVE_OUTCOME, actor=actor, subject=outcome, case=outcome.case)
        _set(outcome, actor=actor)
    return outcome


def return_outcome(outcome: Outcome, *, actor: User, remark: str) -> Outcome:
    """The second reader gives it back, and says why."""
    _insist_other_reader(outcome, actor)
    if not remark.strip():
        raise Refusal(_("Say what must change."))
    with transaction.atomic():
        _read(outcome, actor, remark, Outcome.State.RETURNED)
        record(Act.RETURN_OUTCOME, actor=actor, subject=outcome, case=outcome.case)
    return outcome


def _insist_ready(case: Case, assessment: str, without_opinion: str, reasoning: str) -> None:
    if case.state not in (State.ANALYSIS, State.MEDIATION):
        raise Refusal(_("Take the case into analysis first: both sides must have been heard."))
    if case.grievances.filter(assessment="").exists() or not case.grievances.exists():
        raise Refusal(_("Assess each grievance first."))
    if assessment == Assessment.WITHOUT_OPINION and not without_opinion:
        raise Refusal(_("Say why no opinion is given."))
    if not reasoning.strip():
        raise Refusal(_("The outcome needs reasons: both sides will read them."))
    if case.outcomes.filter(state=Outcome.State.PROPOSED).exists():
        raise Refusal(_("An outcome already waits for the second reader."))


def _insist_other_reader(outcome: Outcome, actor: User) -> None:
    insist_handles(outcome.case, actor, Permission.CASES_CASE_READ)
    if not actor.may(Permission.CASES_DECISION_APPROVE):
        raise MayNot()
    if actor.pk in (outcome.proposed_by_id, outcome.case.handler_id):
        raise Refusal(_("The second reader must be someone other than the handler."))


def _read(outcome: Outcome, actor: User, remark: str, state: Outcome.State) -> None:
    waiting = Outcome.objects.filter(pk=outcome.pk, state=Outcome.State.PROPOSED)
    if not waiting.update(state=state, read_by=actor, read_at=now(), remark=remark.strip()):
        raise Refusal(_("This outcome was read by someone else already."))
    outcome.refresh_from_db()


def _set(outcome: Outcome, *, actor: User) -> None:
    Outcome.objects.filter(pk=outcome.pk).update(state=Outcome.State.SET)
    outcome.refresh_from_db()
    values: dict[str, Any] = {
        name: getattr(outcome, name) for name in ("assessment", "without_opinion", "result", "remedied")
    }
    change_case(outcome.case, actor=actor, **values)
    move(outcome.case, CaseAct.CONCLUDE, actor=actor)
