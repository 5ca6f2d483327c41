"""Review by someone else (T21). A closed record is never edited: the review adds a decision."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.admissibility.models import (
    AdmissibilityDecision,
    CompetenceDecision,
    GroundUse,
    ReviewRequest,
)
from ombuds.admissibility.terms import Act, ReviewOutcome, Status
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases.models import Case
from ombuds.cases.services import meet_clock, move, start_clock
from ombuds.cases.workflow import ACTIVE, CaseAct, State
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now, today


class DecidedItYourself(Refusal):
    template = _("You had a part in the decision. Someone else must review it.")


class StillRunning(Refusal):
    template = _("A review is about a case that has ended. This one stands at “%(state)s”.")


class OneIsOpen(Refusal):
    template = _("A review of this case is already under way.")


def ask_review(
    case: Case, *, actor: User | Actor, why: str, asked_on: dt.date | None = None, by_person: bool = True
) -> ReviewRequest:
    """Register that somebody disagrees; the review clock starts. Raises a Refusal."""
    if not why.strip():
        raise Refusal(_("Write what the person disagrees with."))
    if State(case.state) in ACTIVE or case.state in (State.RETENTION, State.DESTROYED):
        raise StillRunning(state=State(case.state).label)
    day = asked_on or today()
    if day > today():
        raise Refusal(_("The day on which the person asked cannot lie in the future."))
    user = actor if isinstance(actor, User) else None
    try:
        with transaction.atomic():
            review = ReviewRequest.objects.create(
                case=case, asked_on=day, asked_by_person=by_person, why=why.strip(), registered_by=user,
                registered_at=now(),
            )  # fmt: skip
            start_clock(case, "review", on=day, about=f"admissibility.reviewrequest:{review.pk}")
            record(Act.REVIEW_ASK, actor=actor, subject=review, case=case)
    except IntegrityError as twice:
        raise OneIsOpen() from twice
    return review


def deciders(case: Case) -> set[int]:
    """Everybody who had a part in how the case was decided."""
    people = {case.handler_id}
    for model in (CompetenceDecision, AdmissibilityDecision):
        for row in model.objects.filter(case=case).values_list("proposed_by_id", "decided_by_id"):
            people.update(row)
    ending = case.transitions.exclude(actor=None).filter(
        to_state__in=[State.REFUSED, State.CONCLUDED, State.CLOSED, State.REDIRECTED, State.TRANSFERRED]
    )
    people.update(ending.values_list("actor_id", flat=True))
    return {pk for pk in people if pk is not None}


def decide_review(review: ReviewRequest, *, actor: User, outcome: str, reasons: str) -> None:
    """Uphold, amend the reasons, or open the case again. Raises a Refusal."""
    case = review.case
    if not actor.may(Permission.CASES_DECISION_APPROVE):
        raise Refusal(_("Only a second reader can do this."))
    if actor.pk in deciders(case):
        raise DecidedItYourself()
    if not reasons.strip():
        raise Refusal(_("Write the reasons: the person reads them in our letter."))
    with transaction.atomic():
        changed = ReviewRequest.objects.filter(pk=review.pk, decided_at__isnull=True).update(
            reviewer=actor, outcome=outcome, reasons=reasons.strip(), decided_at=now()
        )
        if not changed:
            raise Refusal(_("This review has been decided already."))
        review.refresh_from_db()
        meet_clock(case, "review", about=f"admissibility.reviewrequest:{review.pk}")
        record(Act.REVIEW_DECIDE, actor=actor, subject=review, case=case, data={"outcome": outcome})
        if outcome == ReviewOutcome.REOPEN:
            move(case, CaseAct.REOPEN, actor=actor, reason=reasons)
        elif outcome == ReviewOutcome.AMEND:
            _amend(case, actor, reasons)


def _amend(case: Case, actor: User, reasons: str) -> None:
    """The same verdicts on the same grounds, with the reviewer's reasons, in place of the old decision."""
    decision = AdmissibilityDecision.objects.current().filter(case=case).order_by("-pk").first() or (
        CompetenceDecision.objects.current().filter(case=case).order_by("-pk").first()
    )
    if decision is None:
        return  # the conclusion itself was contested: the review's own reasons say what changes
    uses = list(decision.uses.all())
    side = "competence" if isinstance(decision, CompetenceDecision) else "admissibility"
    type(decision).objects.filter(pk=decision.pk).update(status=Status.SUPERSEDED)
    old = decision.pk
    decision.pk, decision._state.adding = None, True
    decision.supersedes_id, decision.reasons, decision.status = old, reasons.strip(), Status.FINAL
    decision.proposed_by, decision.proposed_at = actor, now()
    decision.decided_by, decision.decided_at = actor, now()
    decision.save()
    GroundUse.objects.bulk_create(
        GroundUse(**{side: decision}, ground=u.ground, verdict=u.verdict, reason=u.reason, hinted=u.hinted)
        for u in uses
    )
