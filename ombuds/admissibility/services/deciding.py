"""Taking a decision: final at once, or proposed to a second reader."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.admissibility.models import (
    AdmissibilityDecision,
    CompetenceDecision,
    Decision,
    GroundUse,
)
from ombuds.admissibility.services.checking import Choice, check, needs_reader
from ombuds.admissibility.services.executing import carry_out
from ombuds.admissibility.terms import (
    Act,
    CompetenceVerdict,
    GroundVerdict,
    Status,
    Verdict,
)
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.cases.models import Case, Grievance
from ombuds.cases.workflow import State
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now


class NotInTriage(Refusal):
    template = _("Competence and admissibility are decided during triage. The case stands at “%(state)s”.")


class AlreadyProposed(Refusal):
    template = _("A decision on this already waits for the second reader.")


class WhereTo(Refusal):
    template = _("Say to whom the file is passed on.")


class ConsentWanted(Refusal):
    template = _(
        "Nobody in the network is competent. The person's data may be passed on only when the person agrees."
    )


class NotOurs(Refusal):
    template = _(
        "A case can be opened only when we are competent for at least one service. Decide on competence first."
    )


class HandlerDecides(Refusal):
    template = _("A handler decides on this.")


def decide_competence(
    case: Case,
    *,
    actor: User,
    body: Body | None,
    verdict: str,
    reasons: str = "",
    choices: Sequence[Choice] = (),
    refer_to: Body | None = None,
    pass_on: bool = False,
    consent: bool = False,
    legal_basis: str = "",
) -> CompetenceDecision:
    """Is this body ours? Raises a Refusal."""
    check(verdict, reasons, choices)
    if verdict == CompetenceVerdict.TRANSFER and refer_to is None:
        raise WhereTo()
    if verdict == CompetenceVerdict.REDIRECT and pass_on and not consent:
        raise ConsentWanted()
    if verdict == CompetenceVerdict.REFUSE and not actor.may(Permission.CASES_CASE_HANDLE):
        raise HandlerDecides()
    decision = CompetenceDecision(
        case=case, body=body, verdict=verdict, refer_to=refer_to, legal_basis=legal_basis[:300],
        data_passed_on=pass_on or verdict == CompetenceVerdict.TRANSFER, consent=consent,
    )  # fmt: skip
    earlier = CompetenceDecision.objects.filter(case=case, body=body)
    _keep(decision, earlier, actor, reasons, choices, Act.DECIDE_COMPETENCE)
    return decision


def decide_admissibility(
    case: Case,
    *,
    actor: User,
    verdict: str,
    reasons: str = "",
    choices: Sequence[Choice] = (),
    grievance: Grievance | None = None,
    forward: bool = False,
) -> AdmissibilityDecision:
    """May and must we take it? Raises a Refusal."""
    if not actor.may(Permission.CASES_CASE_HANDLE) and _is_for_a_handler(verdict, choices):
        raise HandlerDecides()
    check(verdict, reasons, choices)
    ours = CompetenceDecision.objects.current().filter(case=case, verdict=CompetenceVerdict.OURS)
    if verdict == Verdict.ADMITTED and not ours.exists():
        raise NotOurs()
    decision = AdmissibilityDecision(case=case, grievance=grievance, verdict=verdict, forward=forward)
    earlier = AdmissibilityDecision.objects.filter(case=case)
    if grievance is not None:
        earlier = earlier.filter(grievance=grievance)
    _keep(decision, earlier, actor, reasons, choices, Act.DECIDE_ADMISSIBILITY)
    return decision


def _is_for_a_handler(verdict: str, choices: Sequence[Choice]) -> bool:
    """Refusing, and taking a case although a ground applies, are weighed by a handler; the plain cases are intake's."""
    waived = any(choice.verdict == GroundVerdict.WAIVED for choice in choices)
    return verdict == Verdict.REFUSED or waived


def _keep(
    decision: Any, earlier: Any, actor: User, reasons: str, choices: Sequence[Choice], act: Act
) -> None:
    with transaction.atomic():
        case = Case.objects.select_for_update(no_key=True).get(pk=decision.case_id)
        if case.state != State.TRIAGE:
            raise NotInTriage(state=State(case.state).label)
        if earlier.filter(status=Status.PROPOSED).exists():
            raise AlreadyProposed()
        decision.reasons = reasons.strip()
        decision.proposed_by, decision.proposed_at = actor, now()
        decision.needs_reader = needs_reader(choices)
        decision.status = Status.PROPOSED
        decision.supersedes = earlier.filter(status=Status.FINAL).order_by("-pk").first()
        decision.save()
        _keep_grounds(decision, choices)
        data = {
            "verdict": decision.verdict,
            "grounds": [c.ground.code for c in choices if c.verdict != GroundVerdict.NOT_MET],
        }
        record(
            Act.PROPOSE if decision.needs_reader else act, actor=actor, subject=decision, case=case, data=data
        )
        if not decision.needs_reader:
            settle(decision, actor)


def _keep_grounds(decision: Decision, choices: Sequence[Choice]) -> None:
    side = "competence" if isinstance(decision, CompetenceDecision) else "admissibility"
    GroundUse.objects.bulk_create(
        GroundUse(
            **{side: decision}, ground=c.ground, verdict=c.verdict, reason=c.reason.strip(), hinted=c.hinted
        )
        for c in choices
    )


def settle(decision: Any, actor: User) -> None:
    """Make it final, replace what went before, and take the step that follows from it."""
    model = type(decision)
    earlier = model.objects.filter(case_id=decision.case_id, status=Status.FINAL)
    if isinstance(decision, CompetenceDecision):
        earlier = earlier.filter(body=decision.body)
    elif decision.grievance_id is not None:
        earlier = earlier.filter(grievance=decision.grievance_id)
    earlier.exclude(pk=decision.pk).update(status=Status.SUPERSEDED)
    moment = now()
    moved = model.objects.filter(pk=decision.pk, status=Status.PROPOSED).update(
        status=Status.FINAL, decided_by=actor, decided_at=moment
    )
    if not moved:
        raise Refusal(_("Somebody else has dealt with this decision already."))
    decision.refresh_from_db()
    carry_out(decision.case, actor=actor)
