"""The step that follows from the decisions of a case."""

from ombuds.accounts.models import User
from ombuds.admissibility.models import AdmissibilityDecision, CompetenceDecision
from ombuds.admissibility.terms import CompetenceVerdict, Verdict
from ombuds.cases.models import Case
from ombuds.cases.services import move
from ombuds.cases.workflow import CaseAct, State

AWAY = {
    CompetenceVerdict.TRANSFER: CaseAct.TRANSFER,
    CompetenceVerdict.REDIRECT: CaseAct.REDIRECT,
    CompetenceVerdict.REFUSE: CaseAct.REFUSE,
}


def bodies_without_decision(case: Case) -> set[int | None]:
    """Bodies named in the grievances on which nobody has decided yet."""
    named: set[int | None] = set(case.grievances.values_list("body_id", flat=True)) or {None}
    decided = CompetenceDecision.objects.current().filter(case=case)
    return named - set(decided.values_list("body_id", flat=True))


def away(case: Case) -> list[CompetenceDecision]:
    """The decisions by which every body of the case is somebody else's; empty when one of them may be ours."""
    current = list(CompetenceDecision.objects.current().filter(case=case))
    if not current or bodies_without_decision(case):
        return []
    return [] if any(d.verdict == CompetenceVerdict.OURS for d in current) else current


def refused(case: Case) -> bool:
    """The whole case is refused, or each of its grievances is."""
    current = AdmissibilityDecision.objects.current().filter(case=case)
    no = set(current.filter(verdict=Verdict.REFUSED).values_list("grievance_id", flat=True))
    if current.exclude(verdict=Verdict.REFUSED).exists():
        return False
    every = set(case.grievances.values_list("pk", flat=True))
    return None in no or (bool(every) and every <= no)


def act_that_follows(case: Case) -> CaseAct | None:
    """What the final decisions lead to from triage, or None while something is still open."""
    if case.state != State.TRIAGE:
        return None
    if others := away(case):
        verdicts = {d.verdict for d in others}
        return next(act for verdict, act in AWAY.items() if verdict in verdicts)
    current = AdmissibilityDecision.objects.current().filter(case=case)
    whole = current.filter(grievance__isnull=True).order_by("-pk").first()
    if refused(case):
        return CaseAct.REFUSE
    if whole is not None and whole.verdict == Verdict.FIRST_LINE:
        returned = case.first_line_returns.filter(at__gt=whole.decided_at).exists()
        return None if returned else CaseAct.SEND_TO_FIRST_LINE
    if current.filter(verdict=Verdict.ADMITTED).exists() and not _still_open(case, whole):
        return CaseAct.OPEN
    return None


def _still_open(case: Case, whole: AdmissibilityDecision | None) -> bool:
    """Grievances that no decision covers, when they are decided one by one."""
    if whole is not None:
        return False
    covered = AdmissibilityDecision.objects.current().filter(case=case).values_list("grievance_id", flat=True)
    return case.grievances.exclude(pk__in=[pk for pk in covered if pk]).exists()


def carry_out(case: Case, *, actor: User) -> CaseAct | None:
    """Take that step, with the reasons of the decision. Raises a Refusal when the step is not the actor's."""
    act = act_that_follows(case)
    if act is not None:
        move(case, act, actor=actor, reason=_reasons(case, act))
    return act


def _reasons(case: Case, act: CaseAct) -> str:
    decisions: list[CompetenceDecision | AdmissibilityDecision] = [*away(case)]
    if not decisions:
        decisions = list(AdmissibilityDecision.objects.current().filter(case=case))
    return "\n\n".join(d.reasons for d in decisions if d.reasons)
