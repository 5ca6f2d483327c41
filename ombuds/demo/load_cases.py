"""Cases with their parties, grievances, moves and clocks, written in bulk with the history that the services would leave."""

import datetime as dt
import uuid
from typing import Any

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.cases.models import Case, Grievance, Party, ReferenceCounter, Transition
from ombuds.cases.services.content import match_key
from ombuds.cases.services.creation import CODE_PURPOSE
from ombuds.cases.terms import Act, Assessment, Channel, PartyRole, Remedied, Result, WithoutOpinion
from ombuds.cases.workflow import ENDED, CaseAct, State
from ombuds.demo import load_clocks, words
from ombuds.demo.bulk import insert
from ombuds.demo.plan import CasePlan
from ombuds.demo.world import Made, World
from ombuds.lib import tokens
from ombuds.lib.i18n import pick
from ombuds.lib.workingdays import add_months

A, R, W = Assessment, Result, WithoutOpinion
# fate → (assessment, why no opinion, results to choose from, who put it right)
OUTCOMES: dict[str, tuple[str, str, tuple[str, ...], str]] = {
    "founded": (A.FOUNDED, "", (R.SOLVED, R.SOLVED, R.SOLVED, R.PARTLY, R.UNSOLVED), Remedied.THROUGH_US),
    "suspended": (A.FOUNDED, "", (R.SOLVED, R.PARTLY), Remedied.THROUGH_US),
    "reopened": (A.FOUNDED, "", (R.SOLVED, R.PARTLY), Remedied.THROUGH_US),
    "escalated": (A.FOUNDED, "", (R.UNSOLVED,), ""),
    "partly": (A.PARTLY, "", (R.SOLVED, R.PARTLY, R.UNSOLVED), Remedied.THROUGH_US),
    "unfounded": (A.UNFOUNDED, "", (R.NOTHING_TO_SOLVE,), ""),
    "plainly_unfounded": (A.UNFOUNDED, "", (R.NOTHING_TO_SOLVE,), ""),
    "mediated": (A.WITHOUT_OPINION, W.MEDIATION, (R.RECONCILED,), Remedied.THROUGH_US),
    "without_object": (A.WITHOUT_OPINION, W.WITHOUT_OBJECT, (R.SOLVED,), Remedied.BEFORE_US),
    "not_established": (A.WITHOUT_OPINION, W.NOT_ESTABLISHED, (R.UNSOLVED,), ""),
}
SECOND_GRIEVANCES = {
    "nl": ["geen antwoord op de klacht bij de dienst zelf", "telefonisch onbereikbaar", "de brief geeft geen redenen", "onbeleefd antwoord"],
    "fr": ["pas de réponse à la plainte auprès du service", "injoignable par téléphone", "la lettre ne donne pas de motif", "réponse impolie"],
}  # fmt: skip


def outcome_of(plan: CasePlan) -> dict[str, str]:
    """What the case came to, once it is concluded; empty before that and where there is nothing to conclude."""
    if plan.fate == "no_reply" and plan.state == State.CLOSED:
        return {"assessment": A.WITHOUT_OPINION, "without_opinion": W.NO_REPLY, "result": "", "remedied": ""}
    if plan.at(CaseAct.CONCLUDE) is None or plan.fate not in OUTCOMES:
        return {"assessment": "", "without_opinion": "", "result": "", "remedied": ""}
    assessment, why, results, remedied = OUTCOMES[plan.fate]
    result = plan.rng("outcome").choice(results)
    if plan.state == State.AWAITING_REMEDY:
        result = R.UNSOLVED
    return {
        "assessment": assessment,
        "without_opinion": why,
        "result": result,
        "remedied": "" if result == R.UNSOLVED else remedied,
    }


def staff_language(plan: CasePlan) -> str:
    return plan.written_in if plan.written_in in ("nl", "fr") else "fr"


def subject_of(plan: CasePlan) -> str:
    """What stands in lists: neutral, no names."""
    lang = staff_language(plan)
    label = str(words.problems()[plan.problem][lang]["label"])
    return label[0].upper() + label[1:]


def load(world: World, plans: list[CasePlan], codes: dict[uuid.UUID, str]) -> None:
    """Write the cases; `codes` are the secret codes that some complainants are given in plain."""
    cases = insert([_case(world, plan, codes.get(plan.key, "")) for plan in plans])
    world.made = [Made(plan, case) for plan, case in zip(plans, cases, strict=True)]
    _merge(world)
    _parties(world)
    _grievances(world)
    _transitions(world)
    load_clocks.load(world)
    for year in {plan.received.year for plan in plans}:
        last = max(int(p.reference.rpartition(".")[2]) for p in plans if p.received.year == year)
        ReferenceCounter.objects.update_or_create(office=world.office, year=year, defaults={"last": last})


def _case(world: World, plan: CasePlan, code: str) -> Case:
    flags, ended = plan.flags, State(plan.state) in ENDED
    closed = plan.steps[-1].at if ended else None
    handled = any(step.who == "handler" for step in plan.steps)
    handler = world.handler(plan) if handled or (plan.state == State.TRIAGE and plan.number % 2) else None
    known = plan.language if plan.language in ("nl", "fr", "en", "de") else ""
    facts, _asked, _next = plan.dates
    notified = facts if flags["notified"] else None
    return Case(
        key=plan.key, office=world.office, reference=plan.reference, kind=plan.kind, first_kind=plan.first_kind,
        state=_late_state(plan), channel=plan.channel, language=plan.language,
        letter_language=known if known != "de" else "", subject=subject_of(plan),
        theme=words.problems()[plan.problem]["theme"], received_at=plan.received, facts_on=facts, decision_on=notified,
        notified_on=notified, mentions_ombudsman=flags["mentions_ombudsman"] if notified else "",
        contacted_service_on=plan.dates[1] if plan.went_first else None, handler=handler,
        team=handler.team if handler else None, name_withheld=flags["name_withheld"], urgent=flags["urgent"],
        vulnerable=flags["vulnerable"], interpreter=flags["interpreter"], accessibility_needs=flags["accessibility_needs"],
        sensitive_data=flags["sensitive_data"], systemic=bool(plan.series) and plan.series != "campaign",
        closed_at=closed, suspended_from=_suspended_from(plan), suspended_days=_suspended_days(plan),
        code_digest=tokens.digest(code, CODE_PURPOSE) if code else "", created_at=plan.received, **outcome_of(plan),
        **_retention(world, plan, closed),
    )  # fmt: skip


def _late_state(plan: CasePlan) -> str:
    """Old files stand where the records manager left them."""
    return {"retention": State.RETENTION, "destroyed": State.DESTROYED}.get(
        plan.flags.get("legacy", ""), State(plan.state)
    )


def _suspended_from(plan: CasePlan) -> dt.date | None:
    return plan.steps[-1].at.date() if plan.state == State.SUSPENDED else None


def _suspended_days(plan: CasePlan) -> int:
    since, back = plan.at(CaseAct.SUSPEND), plan.at(CaseAct.RESUME)
    return (back.date() - since.date()).days if since and back else 0


def _retention(world: World, plan: CasePlan, closed: dt.datetime | None) -> dict[str, Any]:
    """The rule of the day on which the case ended: older ones now stand on the records manager's list."""
    if closed is None:
        return {}
    rules = [r for r in world.office.retentionrules.all() if not r.kinds or plan.kind in r.kinds]
    day = closed.date()
    rule = next((r for r in rules if r.is_valid_on(day)), None) or next(
        r for r in rules if r.is_valid_on(world.today)
    )
    return {
        "destroy_on": add_months(day, 12 * rule.years),
        "retention_rule": f"{rule.code}@{rule.valid_from or ''}",
    }


def _merge(world: World) -> None:
    by_key = {made.plan.key: made.case for made in world.made}
    for made in world.made:
        key = made.plan.flags.get("merged_into")
        if key is not None:
            made.case.merged_into = by_key[key]
    Case.objects.bulk_update(
        [m.case for m in world.made if m.case.merged_into_id], ["merged_into"], batch_size=500
    )


def _parties(world: World) -> None:
    rows = []
    for made in world.made:
        if made.plan.flags.get("legacy") == "destroyed":
            continue
        made.complainant = _party(made, PartyRole.COMPLAINANT)
        rows.append(made.complainant)
        if made.plan.flags["represented"]:
            made.representative = _representative(made)
            rows.append(made.representative)
    for row in rows:
        row.match_key = match_key(row)
    insert(rows)


def _party(made: Made, role: str) -> Party:
    person = made.plan.person
    return Party(
        case=made.case, role=role, organisation=person.organisation, first_name=person.first, last_name=person.last,
        email=person.email, phone=person.phone, street=person.street, postcode=person.postcode, town=person.town,
        born_on=person.born, language=made.plan.language, prefers_post=not person.email,
    )  # fmt: skip


def _representative(made: Made) -> Party:
    from ombuds.demo.people import invent

    other = invent(made.plan.rng("representative"), staff_language(made.plan))
    return Party(
        case=made.case, role=PartyRole.REPRESENTATIVE, first_name=other.first, last_name=other.last,
        organisation=made.plan.rng("office").choice(["", "Advocatenkantoor Wintergroen", "Service social Le Fanal", "CAW De Vuurtoren"]),
        email=other.email, phone=other.phone, street=other.street, postcode=other.postcode, town=other.town,
        language=other.language,
    )  # fmt: skip


def _grievances(world: World) -> None:
    rows = []
    for made in world.made:
        plan, rng = made.plan, made.plan.rng("grievances")
        lang = staff_language(plan)
        outcome = outcome_of(plan)
        theme = words.problems()[plan.problem]["theme"]
        body = world.body(plan.service) if plan.service else None
        main = Grievance(
            case=made.case, body=body, body_as_written=plan.service_written[:200], summary=subject_of(plan), theme=theme,
            is_main=True, **outcome,
        )  # fmt: skip
        made.grievances = [main]
        if rng.random() < 0.18 and body is not None:
            second = rng.choice(SECOND_GRIEVANCES[lang])
            made.grievances.append(
                Grievance(
                    case=made.case,
                    body=body,
                    summary=second[0].upper() + second[1:],
                    theme="complaint_handling",
                    **outcome,
                )
            )
        if rng.random() < 0.03 and body is not None:
            town = world.body(f"municipality:{plan.person.place.nis}")
            if town and town != body and plan.person.place.nis not in ("21009", "21018"):
                made.grievances.append(
                    Grievance(case=made.case, body=town, summary=subject_of(plan), theme=theme, **outcome)
                )
        rows += made.grievances
    insert(rows)


def _transitions(world: World) -> None:
    rows = []
    for made in world.made:
        plan = made.plan
        for step in plan.steps:
            actor = _actor(world, plan, step)
            user = actor if isinstance(actor, User) else None
            rows.append(
                Transition(
                    case=made.case, act=step.act, from_state=step.before, to_state=step.after, at=step.at, actor=user,
                    actor_kind=Actor.STAFF if user else str(actor), reason=_reason(plan, step.act),
                )
            )  # fmt: skip
            action = Act.CREATE if step.act == Act.CREATE else CaseAct(step.act)
            data = (
                {"channel": str(plan.channel)}
                if action == Act.CREATE
                else {"from": step.before, "to": str(step.after)}
            )
            world.note(action, actor, made, step.at, **data)
        if made.case.handler:
            at = next(step.at for step in plan.steps[1:] or plan.steps)
            world.note(Act.ASSIGN, world.people["noor"], made, at, handler=made.case.handler_id)
    insert(rows)


def _actor(world: World, plan: CasePlan, step: Any) -> Any:
    if step.act == Act.CREATE:
        by_staff = plan.channel in (
            Channel.PHONE,
            Channel.VISIT,
            Channel.LETTER,
            Channel.OMBUDSMAN,
            Channel.IMPORT,
        )
        return world.actor("intake", plan) if by_staff else Actor.COMPLAINANT
    actor = world.actor(step.who, plan)
    return (
        actor
        if isinstance(actor, User)
        else {"complainant": Actor.COMPLAINANT, "service": Actor.SERVICE}.get(actor, Actor.SYSTEM)
    )


REASONS = {
    CaseAct.TRANSFER: "transferred", CaseAct.REDIRECT: "redirected", CaseAct.SEND_TO_FIRST_LINE: "first_line",
    CaseAct.SUSPEND: "suspended", CaseAct.WITHDRAW: "withdrawn", CaseAct.REOPEN: "reopened", CaseAct.MERGE: "merged",
    CaseAct.ESCALATE: "escalated", CaseAct.CLOSE_NO_REPLY: "no_reply",
}  # fmt: skip


def _reason(plan: CasePlan, act: str) -> str:
    key = REASONS.get(CaseAct(act)) if act != Act.CREATE else None
    if not key:
        return ""
    return str(plan.rng(key).choice(words.load(f"staff/{staff_language(plan)}")[key]))


def service_name(made: Made, lang: str) -> str:
    """The service of the case as our own letters name it."""
    return pick(made.body.names, lang) if made.body else made.plan.service_written
