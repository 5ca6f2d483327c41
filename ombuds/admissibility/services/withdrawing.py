"""The person stops: free at any time (T20). The signal of what went wrong stays in the figures."""

from django.db import transaction

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.cases.models import Case, Transition
from ombuds.cases.services import change_case, move
from ombuds.cases.terms import Assessment, WithoutOpinion
from ombuds.cases.workflow import CaseAct


def withdraw(case: Case, *, actor: User | Actor, reason: str = "", nothing_left: bool = False) -> Transition:
    """`nothing_left`: the problem is gone. That is "without opinion", and never "unfounded" (domain.md 3.3)."""
    with transaction.atomic():
        step = move(case, CaseAct.WITHDRAW, actor=actor, reason=reason)
        if nothing_left and not case.assessment:
            change_case(
                case, actor=actor, assessment=Assessment.WITHOUT_OPINION, without_opinion=WithoutOpinion.WITHOUT_OBJECT
            )  # fmt: skip
    return step
