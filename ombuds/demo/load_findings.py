"""What was investigated: steps, evidence, findings against norms, outcomes, remedies, proposals."""

import datetime as dt
from dataclasses import dataclass, field

from ombuds.cases.models import Clock
from ombuds.cases.workflow import CaseAct, State
from ombuds.demo import words
from ombuds.demo.bulk import insert
from ombuds.demo.load_cases import OUTCOMES, staff_language
from ombuds.demo.load_letters import breaches, conclusion, remedy_words
from ombuds.demo.world import Made, World
from ombuds.investigations.models import Evidence, Finding, Outcome, Proposal, ProposalPosition, Remedy, Step
from ombuds.investigations.services.remedies import clock_name
from ombuds.investigations.terms import (
    Act,
    EvidenceSource,
    Position,
    RemedyChecked,
    ServiceSays,
    Side,
    Verdict,
)

A = CaseAct
READ_BY_SECOND = ("founded", "partly")  # office.toml: second_reader_for


@dataclass
class Batch:
    """Rows that wait to be written."""

    steps: list[Step] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    remedies: list[Remedy] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    positions: list[ProposalPosition] = field(default_factory=list)


def load(world: World) -> None:
    """Write the investigations of all cases that were opened."""
    batch = Batch()
    for made in world.made:
        if made.plan.at(A.OPEN) and not made.plan.flags.get("legacy"):
            _steps(world, made, batch)
            _findings(world, made, batch)
            _outcome(world, made, batch)
            _remedy(world, made, batch)
            _proposal(world, made, batch)
    for rows in (
        batch.steps,
        batch.evidence,
        batch.findings,
        batch.outcomes,
        batch.remedies,
        batch.proposals,
    ):
        insert(rows)
    for position in batch.positions:
        position.proposal_id = position.proposal.pk
    insert(batch.positions)
    _tie_evidence(batch)
    _bind_clocks(batch)


def _steps(world: World, made: Made, batch: Batch) -> None:
    plan, rng = made.plan, made.plan.rng("steps")
    opened = plan.at(A.OPEN)
    assert opened is not None  # the caller looked
    ended = plan.at(A.CONCLUDE) or plan.at(A.WITHDRAW)
    for title in rng.sample(words.load(f"staff/{staff_language(plan)}")["step"], rng.choice([0, 1, 1, 2])):
        due = opened.date() + dt.timedelta(days=rng.randrange(5, 40))
        done = min(due + dt.timedelta(days=rng.randrange(-3, 5)), ended.date()) if ended else None
        if done is None and due < world.today - dt.timedelta(days=6):
            done = due
        batch.steps.append(
            Step(
                case=made.case,
                title=title,
                due_on=due,
                done_on=done,
                done_by=world.handler(plan) if done else None,
                added_by=world.handler(plan),
                added_at=opened,
            )
        )
        world.note(Act.ADD_STEP, world.handler(plan), made, opened)


def _findings(world: World, made: Made, batch: Batch) -> None:
    """Evidence and findings: for concluded cases, and for half of those in analysis."""
    plan = made.plan
    analysed = plan.at(A.CONCLUDE) or (
        plan.steps[-1].at if plan.state == State.ANALYSIS and plan.number % 2 else None
    )
    if analysed is None or not world.norms:
        return
    lang, rng = staff_language(plan), plan.rng("findings")
    at = analysed - dt.timedelta(hours=rng.randrange(2, 40))
    sources = [
        EvidenceSource.SERVICE,
        EvidenceSource.COMPLAINANT,
        EvidenceSource.OFFICE,
        EvidenceSource.COMPLAINANT,
    ]
    lines = words.load(f"staff/{lang}")["evidence"]
    for number in range(1, rng.choice([2, 3, 3, 4])):
        text = words.fill(lines[number - 1], plan.slots(lang).values())
        batch.evidence.append(
            Evidence(
                case=made.case,
                number=number,
                description=text,
                source=sources[number - 1],
                dated_on=plan.dates[0],
                added_by=world.handler(plan),
                added_at=at,
            )
        )
    for code, verdict, reasons in _verdicts(made, lang):
        if norm := world.norms.get(code):
            batch.findings.append(
                Finding(
                    grievance=made.grievances[0],
                    norm=norm,
                    verdict=verdict,
                    reasoning=reasons,
                    by=world.handler(plan),
                    at=at,
                )
            )
            world.note(Act.FIND, world.handler(plan), made, at, norm=code, verdict=str(verdict))


def _verdicts(made: Made, lang: str) -> list[tuple[str, str, str]]:
    """Norm, verdict and reasons, fitting the way in which the case went."""
    plan = made.plan
    norms, respected = words.problems()[plan.problem]["norms"], words.load(f"staff/{lang}")["respected"]
    broken = breaches(made, lang)
    good: list[tuple[str, str, str]] = [
        (code, Verdict.RESPECTED, plan.rng(code).choice(respected[code])) for code in norms
    ]
    bad: list[tuple[str, str, str]] = [(code, Verdict.BREACHED, sentence) for code, sentence in broken]
    if plan.fate in ("founded", "suspended", "reopened", "escalated"):
        return bad + [row for row in good if row[0] not in {code for code, _ in broken}][:1]
    if plan.fate == "partly":
        return bad[:1] + [row for row in good if row[0] != bad[0][0]][:1]
    if plan.fate in ("unfounded", "plainly_unfounded"):
        return good[:2]
    if plan.fate == "not_established":
        sentence = words.load(f"staff/{lang}")["conclusion_without"][1]
        return [(norms[0], Verdict.NOT_ASSESSABLE, sentence)]
    return []


def _outcome(world: World, made: Made, batch: Batch) -> None:
    """Set; or waiting for the second reader."""
    plan = made.plan
    concluded = plan.at(A.CONCLUDE)
    if plan.fate not in OUTCOMES:
        return
    assessment, why, results, remedied = OUTCOMES[plan.fate]
    if concluded is None:
        waits = plan.state == State.ANALYSIS and plan.number % 4 == 1 and plan.fate in READ_BY_SECOND
        if waits:
            at = min(plan.steps[-1].at + dt.timedelta(hours=30), world.now - dt.timedelta(minutes=30))
            made.case.assessment = assessment
            batch.outcomes.append(
                Outcome(
                    case=made.case,
                    state=Outcome.State.PROPOSED,
                    assessment=assessment,
                    result=results[0],
                    remedied=remedied,
                    reasoning=conclusion(made),
                    proposed_by=world.handler(plan),
                    proposed_at=at,
                )
            )
            made.case.assessment = ""
            world.note(Act.PROPOSE_OUTCOME, world.handler(plan), made, at)
        return
    read = assessment in READ_BY_SECOND
    at = concluded - dt.timedelta(hours=22 if read else 0)
    reader = world.people["hannelore"] if read else None
    case = made.case
    batch.outcomes.append(Outcome(
        case=case, state=Outcome.State.SET, assessment=assessment, without_opinion=why, result=case.result, remedied=case.remedied,
        reasoning=conclusion(made), proposed_by=world.handler(plan), proposed_at=at, read_by=reader,
        read_at=concluded if read else None,
    ))  # fmt: skip
    world.note(Act.PROPOSE_OUTCOME, world.handler(plan), made, at)
    if reader:
        world.note(Act.APPROVE_OUTCOME, reader, made, concluded - dt.timedelta(minutes=2))


def _remedy(world: World, made: Made, batch: Batch) -> None:
    plan, asked = made.plan, made.plan.at(A.REQUEST_REMEDY)
    if asked is None or made.body is None:
        return
    lang = staff_language(plan)
    closed = plan.at(A.CLOSE) if plan.state in (State.CLOSED, State.ESCALATED) or plan.at(A.REOPEN) else None
    says, checked = ServiceSays.NOTHING, ""
    if plan.state == State.ESCALATED or (plan.fate == "escalated" and closed):
        says, checked = ServiceSays.REFUSED, RemedyChecked.REFUSED
    elif closed:
        says = {"solved": ServiceSays.DONE, "partly": ServiceSays.PARTLY}.get(
            made.case.result, ServiceSays.REFUSED
        )
        checked = {"solved": RemedyChecked.DONE, "partly": RemedyChecked.PARTLY}.get(
            made.case.result, RemedyChecked.REFUSED
        )
    elif plan.number % 2:
        says = ServiceSays.WILL_DO
    own, common = words.problems()[plan.problem][lang], words.load(f"staff/{lang}")
    done_on = (closed or plan.steps[-1].at).date() if checked else None
    said = words.fill((own.get("repaired") or common["solved_before"])[0], plan.slots(lang).values())
    batch.remedies.append(Remedy(
        case=made.case, grievance=made.grievances[0], body=made.body, asked=remedy_words(made), asked_on=asked.date(),
        due_on=world.calendar.next_working_day(asked.date() + dt.timedelta(days=30)), service_says=says,
        service_words="" if says in (ServiceSays.NOTHING, ServiceSays.REFUSED) else said,
        service_said_on=None if says == ServiceSays.NOTHING else min(done_on or world.today, asked.date() + dt.timedelta(days=9)),
        checked=checked, check_note=plan.rng("check").choice(common["remedy_check"]) if checked else "", checked_on=done_on,
        checked_by=world.handler(plan) if checked else None, asked_by=world.handler(plan),
        remedied=made.case.remedied if checked in (RemedyChecked.DONE, RemedyChecked.PARTLY) else "",
    ))  # fmt: skip
    world.note(Act.REQUEST_REMEDY, world.handler(plan), made, asked)


def _proposal(world: World, made: Made, batch: Batch) -> None:
    plan, made_at = made.plan, made.plan.at(A.MEDIATE)
    if made_at is None:
        return
    lang = staff_language(plan)
    text = plan.rng("proposal").choice(words.load(f"staff/{lang}")["proposal"])
    proposal = Proposal(
        case=made.case,
        text=text,
        answer_by=made_at.date() + dt.timedelta(days=14),
        made_at=made_at,
        made_by=world.handler(plan),
    )
    batch.proposals.append(proposal)
    world.note(Act.PROPOSE_SOLUTION, world.handler(plan), made, made_at)
    concluded = plan.at(A.CONCLUDE)
    sides = (Side.SERVICE, Side.COMPLAINANT) if concluded else ((Side.SERVICE,) if plan.number % 2 else ())
    for number, side in enumerate(sides):
        at = made_at + ((concluded or world.now) - made_at) * (0.3 + 0.3 * number)
        batch.positions.append(
            ProposalPosition(
                proposal=proposal,
                side=side,
                position=Position.ACCEPTS,
                at=at,
                recorded_by=world.handler(plan),
            )
        )


def _tie_evidence(batch: Batch) -> None:
    """Each finding rests on the evidence of its case."""
    by_case: dict[int, list[Evidence]] = {}
    for piece in batch.evidence:
        by_case.setdefault(piece.case_id, []).append(piece)
    through = Finding.evidence.through
    rows = [
        through(finding_id=finding.pk, evidence_id=piece.pk)
        for finding in batch.findings
        for piece in by_case.get(finding.grievance.case_id, [])[:2]
    ]
    through._default_manager.bulk_create(rows, batch_size=2000)


def _bind_clocks(batch: Batch) -> None:
    remedies = {(r.case_id, r.asked_on): r for r in batch.remedies}
    clocks = []
    for clock in Clock.objects.filter(rule="remedy", case__in={r.case_id for r in batch.remedies}):
        remedy = remedies.get((clock.case_id, clock.started_on))
        if remedy is not None:
            clock.about = clock_name(remedy)
            clocks.append(clock)
    Clock.objects.bulk_update(clocks, ["about"], batch_size=500)
