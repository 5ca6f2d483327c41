"""A handler investigates a complaint, a second reader approves, the service repairs, the handler checks and closes."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.audit.models import Entry
from ombuds.investigations import services
from ombuds.investigations.models import Finding, Outcome
from ombuds.lib.errors import Refusal
from ombuds.lib.hostile import STRINGS
from ombuds.lib.today import today

MakeCase = Callable[..., Any]
AsUser = Callable[[Any], Client]


@pytest.fixture
def case(make_case: MakeCase) -> Any:
    return make_case(state="analysis")


def breach(case: Any, actor: Any, norms: int = 2) -> None:
    grievance = case.grievances.get()
    for norm in services.norms_for(case)[:norms]:
        services.record_finding(
            grievance, actor=actor, norm=norm, verdict="breached", reasoning="Nobody answered for a year."
        )
    services.assess_grievance(grievance, actor=actor, assessment="founded")


def conclude(case: Any, people: SimpleNamespace) -> Outcome:
    breach(case, people.handler)
    outcome = services.propose_outcome(
        case,
        actor=people.handler,
        assessment="founded",
        result="unsolved",
        reasoning="Two norms were breached.",
    )
    outcome = services.approve_outcome(outcome, actor=people.second_reader)
    case.refresh_from_db()
    return outcome


def test_from_findings_to_the_closed_case(case: Any, people: SimpleNamespace) -> None:
    breach(case, people.handler)
    outcome = services.propose_outcome(
        case,
        actor=people.handler,
        assessment="founded",
        result="unsolved",
        reasoning="Two norms were breached.",
    )
    case.refresh_from_db()
    assert (case.state, case.assessment) == ("analysis", "")
    services.approve_outcome(outcome, actor=people.second_reader, remark="Agreed.")
    case.refresh_from_db()
    assert (case.state, case.assessment, case.result) == ("concluded", "founded", "unsolved")

    body = case.grievances.get().body
    remedy = services.request_remedy(
        case, actor=people.handler, body=body, asked="Pay it back.", due_on=today() + dt.timedelta(days=30)
    )
    case.refresh_from_db()
    assert case.state == "awaiting_remedy"
    services.record_service_word(remedy, actor=people.handler, says="done", words="We paid.")
    services.check_remedy(
        remedy, actor=people.handler, checked="done", note="Saw the bank statement.", remedied="through_us"
    )
    case.refresh_from_db()
    assert (case.result, case.remedied) == ("solved", "through_us")
    assert not case.clocks.filter(about=f"investigations.remedy:{remedy.pk}", met_on__isnull=True).exists()


def test_a_case_with_an_unchecked_remedy_cannot_be_closed(
    case: Any, people: SimpleNamespace, as_user: AsUser
) -> None:
    conclude(case, people)
    services.request_remedy(
        case,
        actor=people.handler,
        body=case.grievances.get().body,
        asked="Pay.",
        due_on=today() + dt.timedelta(days=9),
    )
    answer = as_user(people.handler).post(f"/staff/cases/{case.pk}/remedies/close/", {"z-reason": "Enough."})

    assert answer.status_code == 422
    assert "not checked yet" in answer.content.decode()
    assert "Enough." in answer.content.decode()


def test_the_handler_cannot_be_their_own_second_reader(case: Any, people: SimpleNamespace) -> None:
    breach(case, people.second_reader)
    outcome = services.propose_outcome(
        case, actor=people.second_reader, assessment="founded", result="unsolved", reasoning="Because."
    )
    with pytest.raises(Refusal):
        services.approve_outcome(outcome, actor=people.second_reader)
    with pytest.raises(Refusal):
        services.approve_outcome(outcome, actor=people.handler)


def test_the_second_reader_gives_back_with_a_reason(case: Any, people: SimpleNamespace) -> None:
    breach(case, people.handler)
    outcome = services.propose_outcome(
        case, actor=people.handler, assessment="founded", result="unsolved", reasoning="Because."
    )
    with pytest.raises(Refusal):
        services.return_outcome(outcome, actor=people.second_reader, remark=" ")
    services.return_outcome(outcome, actor=people.second_reader, remark="Hear the service first.")
    case.refresh_from_db()
    assert case.state == "analysis"
    with pytest.raises(Refusal):
        services.approve_outcome(outcome, actor=people.second_reader)


def test_without_opinion_says_why_and_is_not_unfounded(case: Any, people: SimpleNamespace) -> None:
    """Scenario 7: became without object."""
    services.assess_grievance(
        case.grievances.get(),
        actor=people.handler,
        assessment="without_opinion",
        without_opinion="without_object",
    )
    with pytest.raises(Refusal):
        services.propose_outcome(
            case,
            actor=people.handler,
            assessment="without_opinion",
            result="nothing_to_solve",
            reasoning="Solved.",
        )
    services.propose_outcome(
        case,
        actor=people.handler,
        assessment="without_opinion",
        without_opinion="without_object",
        result="nothing_to_solve",
        reasoning="The person no longer needs it.",
    )
    case.refresh_from_db()
    assert case.assessment == "without_opinion"
    assert (case.state, case.without_opinion) == ("concluded", "without_object")


@pytest.mark.parametrize("assessment", ["founded", "partly", "unfounded", "without_opinion"])
def test_an_assessment_without_findings_is_refused(
    case: Any, people: SimpleNamespace, assessment: str
) -> None:
    with pytest.raises(Refusal):
        services.assess_grievance(case.grievances.get(), actor=people.handler, assessment=assessment)


def test_a_changed_finding_keeps_the_old_one(case: Any, people: SimpleNamespace) -> None:
    breach(case, people.handler, norms=1)
    grievance, norm = case.grievances.get(), services.norms_for(case)[0]
    services.record_finding(
        grievance, actor=people.handler, norm=norm, verdict="respected", reasoning="On second thought."
    )

    assert Finding.objects.filter(grievance=grievance).count() == 2
    assert [f.verdict for f in services.current_findings(case)] == ["respected"]


def test_norms_of_another_office_are_refused(case: Any, people: SimpleNamespace, flanders: Any) -> None:
    from ombuds.office.models import Norm

    foreign = Norm.objects.filter(office=flanders)[0]
    with pytest.raises(Refusal):
        services.record_finding(
            case.grievances.get(), actor=people.handler, norm=foreign, verdict="breached", reasoning="x"
        )


def test_evidence_is_numbered_and_carries_a_finding(case: Any, people: SimpleNamespace) -> None:
    first = services.add_evidence(
        case, actor=people.handler, description="Letter of the service", source="service"
    )
    second = services.add_evidence(case, actor=people.handler, description="Photo", source="complainant")
    finding = services.record_finding(
        case.grievances.get(),
        actor=people.handler,
        norm=services.norms_for(case)[0],
        verdict="not_assessable",
        reasoning="Word against word.",
        evidence=[first, second],
    )
    assert [e.number for e in finding.evidence.all()] == [1, 2]


def test_mediation_hears_both_sides(case: Any, people: SimpleNamespace) -> None:
    proposal = services.propose_solution(case, actor=people.handler, text="Each pays half.")
    case.refresh_from_db()
    assert case.state == "mediation"
    for side in ("complainant", "service"):
        proposal.refresh_from_db()
        services.record_position(proposal, actor=people.handler, side=side, position="accepts")
    proposal.refresh_from_db()
    assert proposal.is_accepted


def test_an_outsider_and_a_walled_colleague_see_nothing(
    case: Any, people: SimpleNamespace, as_user: AsUser
) -> None:
    from ombuds.cases.services import raise_wall

    for part in ("findings", "outcome", "remedies"):
        assert as_user(people.outsider).get(f"/staff/cases/{case.pk}/{part}/").status_code in (403, 404)
        assert as_user(people.integrity).get(f"/staff/cases/{case.pk}/{part}/").status_code in (403, 404)
    raise_wall(case, actor=people.ombudsman, user=people.handler2, reason="Neighbour of the complainant.")
    assert as_user(people.handler2).get(f"/staff/cases/{case.pk}/findings/").status_code == 404
    with pytest.raises(Refusal):
        services.add_step(case, actor=people.handler2, title="x")


def test_the_pages_do_the_acts(case: Any, people: SimpleNamespace, as_user: AsUser) -> None:
    browser, grievance = as_user(people.handler), case.grievances.get()
    base = f"/staff/cases/{case.pk}/"
    norm = services.norms_for(case)[0]
    assert browser.get(base + "findings/").status_code == 200
    sent = {"grievance": grievance.pk, "norm": norm.pk, "verdict": "breached", "reasoning": "No answer."}
    assert browser.post(base + "findings/add/", sent).status_code == 302
    assess = {f"g{grievance.pk}-assessment": "founded", f"g{grievance.pk}-is_main": "on"}
    assert browser.post(f"{base}findings/grievances/{grievance.pk}/", assess).status_code == 302
    browser.post(base + "findings/evidence/", {"e-description": "Letter", "e-source": "service"})
    browser.post(base + "findings/steps/", {"s-title": "Call the service"})
    browser.post(f"{base}findings/steps/{case.steps.get().pk}/done/", {"note": "They call back."})
    page = browser.get(base + "findings/").content.decode()
    assert "No answer." in page
    assert "They call back." in page
    outcome = {"assessment": "founded", "result": "unsolved", "reasoning": "It was not answered."}
    assert browser.post(base + "outcome/propose/", outcome).status_code == 302
    waiting = case.outcomes.get()
    reader = as_user(people.second_reader)
    assert "decision" in reader.get(base + "outcome/").content.decode()
    assert reader.post(f"{base}outcome/{waiting.pk}/read/", {"decision": "approve"}).status_code == 302
    case.refresh_from_db()
    assert case.state == "concluded"
    assert browser.get(base + "remedies/").status_code == 200
    assert Entry.objects.filter(case_id=case.pk, action="investigations:outcome:approve").exists()


@pytest.mark.parametrize("hostile", STRINGS)
def test_hostile_words_give_a_page_and_lose_nothing(
    case: Any, people: SimpleNamespace, as_user: AsUser, hostile: str
) -> None:
    browser, base = as_user(people.handler), f"/staff/cases/{case.pk}/"
    sent = {
        "grievance": hostile,
        "norm": hostile,
        "verdict": hostile,
        "reasoning": hostile,
        "evidence": hostile,
    }
    assert browser.post(base + "findings/add/", sent).status_code in (400, 422)
    for path, field in [
        ("findings/steps/", "s-title"),
        ("findings/evidence/", "e-description"),
        ("outcome/proposals/", "p-text"),
    ]:
        assert browser.post(base + path, {field: hostile}).status_code in (302, 400, 422)
    assert browser.get(base + "findings/").status_code == 200
