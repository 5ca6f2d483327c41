"""The second reader approves a proposal or sends it back. Never one's own."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.admissibility.services.deciding import settle
from ombuds.admissibility.terms import Act, GroundVerdict, Status
from ombuds.audit.services import record
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now


class OwnProposal(Refusal):
    template = _("This is your own proposal: someone else must read it.")


class NotAReader(Refusal):
    template = _("Only a second reader can do this.")


class OmbudsmanDecides(Refusal):
    template = _("The ombudsman decides on “%(ground)s”.")


class Settled(Refusal):
    template = _("Somebody else has dealt with this decision already.")


def approve(decision: Any, *, actor: User) -> None:
    """The proposal becomes final and the case takes its step. Raises a Refusal."""
    _check_reader(decision, actor)
    with transaction.atomic():
        settle(decision, actor)
        record(
            Act.APPROVE, actor=actor, subject=decision, case=decision.case, data={"verdict": decision.verdict}
        )


def send_back(decision: Any, *, actor: User, reason: str) -> None:
    """The proposal does not become a decision; the proposer reads why. Raises a Refusal."""
    _check_reader(decision, actor)
    if not reason.strip():
        raise Refusal(_("Say why you send it back."))
    with transaction.atomic():
        changed = (
            type(decision)
            .objects.filter(pk=decision.pk, status=Status.PROPOSED)
            .update(
                status=Status.SENT_BACK, decided_by=actor, decided_at=now(), sent_back_because=reason.strip()
            )
        )
        if not changed:
            raise Settled()
        record(Act.SEND_BACK, actor=actor, subject=decision, case=decision.case)
    decision.refresh_from_db()


def _check_reader(decision: Any, actor: User) -> None:
    if decision.status != Status.PROPOSED:
        raise Settled()
    if not actor.may(Permission.CASES_DECISION_APPROVE):
        raise NotAReader()
    if decision.proposed_by_id == actor.pk:
        raise OwnProposal()
    for use in decision.uses.filter(verdict=GroundVerdict.USED).select_related("ground"):
        if use.ground.parameters.get("decided_by") == "ombudsman" and not actor.may(
            Permission.CASES_ESCALATE
        ):
            raise OmbudsmanDecides(ground=str(use.ground))
