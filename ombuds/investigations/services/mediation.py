"""A solution put to both sides. What is said there is walled from the findings: evidence cannot point at it."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases.models import Case
from ombuds.cases.services import move
from ombuds.cases.workflow import CaseAct, State
from ombuds.investigations.models import Proposal, ProposalPosition
from ombuds.investigations.services.permitting import insist_handles
from ombuds.investigations.terms import Act
from ombuds.lib.errors import Refusal


def propose_solution(case: Case, *, actor: User, text: str, answer_by: dt.date | None = None) -> Proposal:
    """Put a solution to both sides (T15)."""
    insist_handles(case, actor)
    if case.state not in (State.ANALYSIS, State.MEDIATION):
        raise Refusal(_("Take the case into analysis first: both sides must have been heard."))
    if not text.strip():
        raise Refusal(_("Write the proposal first."))
    with transaction.atomic():
        proposal = Proposal.objects.create(case=case, text=text.strip(), answer_by=answer_by, made_by=actor)
        if case.state == State.ANALYSIS:
            move(case, CaseAct.MEDIATE, actor=actor)
        record(Act.PROPOSE_SOLUTION, actor=actor, subject=proposal, case=case)
    return proposal


def record_position(
    proposal: Proposal, *, actor: User | Actor, side: str, position: str, words: str = ""
) -> ProposalPosition:
    """What one side says; a later word of the same side counts, the earlier one is kept."""
    if isinstance(actor, User):
        insist_handles(proposal.case, actor)
    if proposal.case.state != State.MEDIATION:
        raise Refusal(_("The mediation of this case is over."))
    with transaction.atomic():
        said = ProposalPosition.objects.create(
            proposal=proposal,
            side=side,
            position=position,
            words=words.strip(),
            recorded_by=actor if isinstance(actor, User) else None,
        )
        data = {"side": side, "position": position}
        record(Act.RECORD_POSITION, actor=actor, subject=proposal, case=proposal.case, data=data)
    return said
