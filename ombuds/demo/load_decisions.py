"""Competence, admissibility, suspensions and reviews, as the journeys say that they were decided."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from ombuds.admissibility.models import (
    AdmissibilityDecision,
    CompetenceDecision,
    FirstLineReturn,
    GroundUse,
    ReviewRequest,
    Suspension,
)
from ombuds.admissibility.terms import (
    Act,
    CompetenceVerdict,
    Gateway,
    GroundVerdict,
    Proceedings,
    ReviewOutcome,
    Status,
    Verdict,
)
from ombuds.cases.terms import Kind
from ombuds.cases.workflow import CaseAct, State
from ombuds.demo import words
from ombuds.demo.bulk import insert
from ombuds.demo.load_cases import staff_language
from ombuds.demo.plan import CasePlan
from ombuds.demo.world import Made, World

COMPETENCE_GROUNDS = ("A9", "A12")  # refused because of the subject, not of the complaint
LEAVES_TRIAGE = (CaseAct.TRANSFER, CaseAct.REDIRECT, CaseAct.SEND_TO_FIRST_LINE, CaseAct.REFUSE, CaseAct.OPEN)


@dataclass
class Batch:
    """Rows that wait to be written."""

    competence: list[CompetenceDecision] = field(default_factory=list)
    admissibility: list[AdmissibilityDecision] = field(default_factory=list)
    uses: list[GroundUse] = field(default_factory=list)
    suspensions: list[Suspension] = field(default_factory=list)
    returns: list[FirstLineReturn] = field(default_factory=list)
    reviews: list[ReviewRequest] = field(default_factory=list)


def load(world: World) -> None:
    """Write all decisions."""
    batch = Batch()
    for made in world.made:
        if made.plan.kind == Kind.INFORMATION_REQUEST:
            continue
        _of_case(world, made, batch)
    insert(batch.competence)
    insert(batch.admissibility)
    for use in batch.uses:
        use.competence_id = use.competence.pk if use.competence else None
        use.admissibility_id = use.admissibility.pk if use.admissibility else None
    insert(batch.uses)
    for rows in (batch.suspensions, batch.returns, batch.reviews):
        insert(rows)


def _of_case(world: World, made: Made, batch: Batch) -> None:
    plan = made.plan
    seen_first_line = False
    for step in plan.steps:
        if step.act in LEAVES_TRIAGE and not (
            step.act == CaseAct.OPEN and plan.at(CaseAct.REOPEN) == _before(plan, step.at)
        ):
            _decide(world, made, CaseAct(step.act), step.at, batch, again=seen_first_line)
            seen_first_line = True
        elif step.act == CaseAct.RETURN_FROM_FIRST_LINE:
            batch.returns.append(_return(made, step.at))
        elif step.act == CaseAct.SUSPEND:
            batch.suspensions.append(_suspension(world, made, step.at))
            world.note(Act.SUSPEND, world.handler(plan), made, step.at)
        elif step.act == CaseAct.REOPEN:
            batch.reviews.append(_review(world, made, step.at, ReviewOutcome.REOPEN))
    if plan.state == State.TRIAGE and plan.number % 3 == 0:
        _propose(world, made, batch)
    if plan.state == State.REFUSED and plan.number % 17 == 0:
        asked = plan.steps[-1].at + dt.timedelta(days=20)
        if asked + dt.timedelta(days=12) < world.now:
            batch.reviews.append(_review(world, made, asked, ReviewOutcome.UPHOLD))


def _before(plan: CasePlan, at: dt.datetime) -> dt.datetime | None:
    earlier = [step.at for step in plan.steps if step.at < at]
    return earlier[-1] if earlier else None


def _reasons(plan: CasePlan, key: str) -> str:
    lang = staff_language(plan)
    sentence = plan.rng(f"reasons-{key}").choice(words.load(f"staff/{lang}")[key])
    return words.fill(sentence, plan.slots(lang).values())


def _decide(world: World, made: Made, act: CaseAct, at: dt.datetime, batch: Batch, *, again: bool) -> None:
    """Competence for each service, then admissibility of the whole case."""
    plan = made.plan
    ground = plan.flags.get("ground", "A5")
    about_subject = act == CaseAct.REFUSE and ground in COMPETENCE_GROUNDS
    if not again:
        for body in {g.body_id: g.body for g in made.grievances}.values():
            batch.competence.append(
                _competence(world, made, act, at, body, batch, ground if about_subject else "")
            )
    if act in (CaseAct.TRANSFER, CaseAct.REDIRECT) or about_subject:
        return
    verdict = {CaseAct.SEND_TO_FIRST_LINE: Verdict.FIRST_LINE, CaseAct.REFUSE: Verdict.REFUSED}.get(
        act, Verdict.ADMITTED
    )
    key = {Verdict.FIRST_LINE: "first_line", Verdict.REFUSED: f"refused_{ground}"}.get(verdict, "admitted")
    used = {Verdict.FIRST_LINE: "A2", Verdict.REFUSED: ground}.get(verdict, "")
    waived = plan.flags.get("waived", "") if verdict == Verdict.ADMITTED else ""
    row = _row(
        world,
        made,
        AdmissibilityDecision,
        at,
        used,
        verdict=verdict,
        reasons=_reasons(plan, "waived" if waived else key),
    )
    batch.admissibility.append(row)
    for code, what in ((used, GroundVerdict.USED), (waived, GroundVerdict.WAIVED)):
        if code and (found := world.ground(code)):
            reason = _reasons(plan, "waived") if what == GroundVerdict.WAIVED else ""
            batch.uses.append(
                GroundUse(admissibility=row, ground=found, verdict=what, hinted=True, reason=reason)
            )
    world.note(Act.DECIDE_ADMISSIBILITY, row.decided_by, made, at, verdict=str(verdict))


def _competence(
    world: World, made: Made, act: CaseAct, at: dt.datetime, body: Any, batch: Batch, subject_ground: str
) -> CompetenceDecision:
    plan = made.plan
    verdict, key, code = CompetenceVerdict.OURS, "competence_ours", ""
    if act == CaseAct.TRANSFER:
        verdict, key, code = CompetenceVerdict.TRANSFER, "transferred", "A15" if plan.service else "A1"
    elif act == CaseAct.REDIRECT:
        verdict, key, code = CompetenceVerdict.REDIRECT, "redirected", "A1"
    elif subject_ground:
        verdict, key, code = CompetenceVerdict.REFUSE, f"refused_{subject_ground}", subject_ground
    away = verdict in (CompetenceVerdict.TRANSFER, CompetenceVerdict.REDIRECT)
    row: CompetenceDecision = _row(
        world, made, CompetenceDecision, at, code, verdict=verdict, body=body, reasons=_reasons(plan, key),
        refer_to=world.body(plan.refer_to) if away and plan.refer_to else None,
        data_passed_on=verdict == CompetenceVerdict.TRANSFER, consent=verdict == CompetenceVerdict.TRANSFER,
    )  # fmt: skip
    if code and (found := world.ground(code)):
        batch.uses.append(GroundUse(competence=row, ground=found, verdict=GroundVerdict.USED, hinted=True))
    world.note(Act.DECIDE_COMPETENCE, row.decided_by, made, at, verdict=str(verdict))
    return row


def _row(world: World, made: Made, model: Any, at: dt.datetime, code: str, **fields: Any) -> Any:
    """A final decision; where the ground asks a second reader, proposed earlier by the handler and approved by the reader."""
    plan = made.plan
    ground = world.ground(code) if code else None
    read = bool(ground and ground.second_reader)
    writer = world.handler(plan) if read or plan.at(CaseAct.OPEN) else world.actor("intake", plan)
    proposed = max(plan.received, at - dt.timedelta(hours=20)) if read else at
    if read:
        world.note(Act.PROPOSE, writer, made, proposed)
    return model(
        case=made.case, status=Status.FINAL, needs_reader=read, proposed_by=writer, proposed_at=proposed,
        decided_by=world.people["hannelore"] if read else writer, decided_at=at, **fields,
    )  # fmt: skip


def _propose(world: World, made: Made, batch: Batch) -> None:
    """A refusal that waits for the second reader."""
    plan = made.plan
    at = min(plan.steps[-1].at + dt.timedelta(hours=5), world.now - dt.timedelta(minutes=20))
    for body in {g.body_id: g.body for g in made.grievances}.values():
        batch.competence.append(_competence(world, made, CaseAct.OPEN, at, body, batch, ""))
    row = AdmissibilityDecision(
        case=made.case, status=Status.PROPOSED, needs_reader=True, proposed_by=world.handler(plan), proposed_at=at,
        verdict=Verdict.REFUSED, reasons=_reasons(plan, "refused_A5"),
    )  # fmt: skip
    batch.admissibility.append(row)
    if ground := world.ground("A5"):
        batch.uses.append(GroundUse(admissibility=row, ground=ground, verdict=GroundVerdict.USED))
    world.note(Act.PROPOSE, world.handler(plan), made, at)


def _return(made: Made, at: dt.datetime) -> FirstLineReturn:
    plan = made.plan
    gateway = plan.rng("gateway").choice([Gateway.LATE, Gateway.LATE, Gateway.INSUFFICIENT, Gateway.REFUSED])
    sent = plan.at(CaseAct.SEND_TO_FIRST_LINE)
    answered = None if gateway == Gateway.LATE else (at - dt.timedelta(days=3)).date()
    return FirstLineReturn(
        case=made.case,
        gateway=gateway,
        asked_service_on=sent.date() if sent else None,
        answered_on=answered,
        at=at,
    )


def _suspension(world: World, made: Made, at: dt.datetime) -> Suspension:
    plan = made.plan
    back = plan.at(CaseAct.RESUME)
    court = plan.number % 2 == 0
    return Suspension(
        case=made.case, ground=world.ground("A7" if court else "A8"),
        proceedings=Proceedings.COURT if court else Proceedings.APPEAL,
        before="Arbeidsrechtbank Brussel – Tribunal du travail" if court else "Milieucollege – Collège d'environnement",
        reason=_reasons(plan, "suspended"), since=at.date(), started_by=world.handler(plan),
        asked_to_resume_on=back.date() if back else None, asked_how="e-mail" if back else "",
        ended_on=back.date() if back else None,
    )  # fmt: skip


def _review(world: World, made: Made, at: dt.datetime, outcome: str) -> ReviewRequest:
    """Asked by the person, decided by somebody else than the handler."""
    plan = made.plan
    asked = at - dt.timedelta(days=9) if outcome == ReviewOutcome.REOPEN else at
    decided = at if outcome == ReviewOutcome.REOPEN else at + dt.timedelta(days=10)
    world.note(Act.REVIEW_ASK, world.actor("intake", plan), made, asked)
    world.note(Act.REVIEW_DECIDE, world.people["hannelore"], made, decided, outcome=str(outcome))
    return ReviewRequest(
        case=made.case, asked_on=asked.date(), why=_reasons(plan, "reopened"), registered_by=world.actor("intake", plan),
        registered_at=asked, reviewer=world.people["hannelore"], outcome=outcome, reasons=_reasons(plan, "reopened"),
        decided_at=decided,
    )  # fmt: skip
