"""Deciding on competence and admissibility: grounds, reasons, and the step that follows."""

from typing import Any

import pytest

from ombuds.admissibility.models import AdmissibilityDecision, CompetenceDecision
from ombuds.admissibility.services import (
    Choice,
    decide_admissibility,
    decide_competence,
)
from ombuds.admissibility.terms import CompetenceVerdict, GroundVerdict, Status, Verdict
from ombuds.authorities.models import Body
from ombuds.cases.services import add_grievance, move
from ombuds.cases.tests.factories import body_named
from ombuds.cases.workflow import CaseAct
from ombuds.lib.errors import Refusal
from ombuds.office.models import Ground, Office

USED, WAIVED = GroundVerdict.USED, GroundVerdict.WAIVED


def ground(office: Office, code: str) -> Ground:
    found: Ground = office.grounds.get(code=code)
    return found


def ours(case: Any, actor: Any) -> CompetenceDecision:
    body = case.grievances.first().body
    return decide_competence(case, actor=actor, body=body, verdict=CompetenceVerdict.OURS)


def test_handler_decides_that_we_are_competent_and_opens_the_case(make_case: Any, people: Any) -> None:
    case = make_case("triage")
    ours(case, people.handler)
    case.refresh_from_db()
    assert case.state == "triage"
    decide_admissibility(case, actor=people.handler, verdict=Verdict.ADMITTED)
    case.refresh_from_db()
    assert case.state == "open"


def test_a_case_is_not_opened_before_competence_is_decided(make_case: Any, people: Any) -> None:
    case = make_case("triage")
    with pytest.raises(Refusal, match="Decide on competence first"):
        decide_admissibility(case, actor=people.handler, verdict=Verdict.ADMITTED)
    with pytest.raises(Refusal, match="competent and that the complaint is admissible"):
        move(case, CaseAct.OPEN, actor=people.handler)


def test_a_mandatory_ground_cannot_be_waived(make_case: Any, people: Any, office: Office) -> None:
    case = make_case("triage")
    ours(case, people.handler)
    mandatory = Choice(ground(office, "A5"), WAIVED, "We want it all the same")
    with pytest.raises(Refusal, match="is mandatory"):
        decide_admissibility(case, actor=people.handler, verdict=Verdict.ADMITTED, choices=[mandatory])


@pytest.mark.parametrize("verdict", [USED, WAIVED])
def test_an_optional_ground_asks_why_it_is_used_or_waived(
    make_case: Any, people: Any, office: Office, verdict: str
) -> None:
    case = make_case("triage")
    ours(case, people.handler)
    silent = Choice(ground(office, "A3"), verdict, "  ")
    wanted = Verdict.REFUSED if verdict == USED else Verdict.ADMITTED
    with pytest.raises(Refusal, match="Say why"):
        decide_admissibility(case, actor=people.handler, verdict=wanted, reasons="Too old", choices=[silent])


def test_a_hint_is_not_passed_over_in_silence(make_case: Any, people: Any, office: Office) -> None:
    case = make_case("triage")
    ours(case, people.handler)
    passed = Choice(ground(office, "A2"), GroundVerdict.NOT_MET, "", hinted=True)
    with pytest.raises(Refusal, match="Say why"):
        decide_admissibility(case, actor=people.handler, verdict=Verdict.ADMITTED, choices=[passed])


def test_a_refusal_needs_a_ground_and_reasons_in_words(make_case: Any, people: Any, office: Office) -> None:
    case = make_case("triage")
    with pytest.raises(Refusal, match="No ground"):
        decide_admissibility(case, actor=people.handler, verdict=Verdict.REFUSED, reasons="Because")
    used = Choice(ground(office, "A5"), USED)
    with pytest.raises(Refusal, match="reasons in words"):
        decide_admissibility(case, actor=people.handler, verdict=Verdict.REFUSED, choices=[used])


def test_transfer_to_another_ombudsman(make_case: Any, people: Any, office: Office) -> None:
    case = make_case("triage")
    member = Body.objects.filter(kind=Body.Kind.OMBUDS).first()
    body = case.grievances.first().body
    a1 = [Choice(ground(office, "A1"), USED)]
    with pytest.raises(Refusal, match="to whom"):
        decide_competence(case, actor=people.intake, body=body, verdict="transfer", reasons="x", choices=a1)
    decide_competence(
        case,
        actor=people.intake,
        body=body,
        verdict="transfer",
        reasons="Not our service.",
        choices=a1,
        refer_to=member,
    )
    case.refresh_from_db()
    assert case.state == "transferred"
    assert case.transitions.last().reason == "Not our service."


def test_data_is_passed_on_outside_the_network_only_with_consent(
    make_case: Any, people: Any, office: Office
) -> None:
    case = make_case("triage")
    body = case.grievances.first().body
    given: dict[str, Any] = {
        "actor": people.intake, "body": body, "verdict": "redirect", "reasons": "Private matter.",
        "choices": [Choice(ground(office, "A1"), USED)], "pass_on": True,
    }  # fmt: skip
    with pytest.raises(Refusal, match="only when the person agrees"):
        decide_competence(case, **given)
    decide_competence(case, consent=True, **given)
    case.refresh_from_db()
    assert case.state == "redirected"


def test_a_case_about_two_services_stays_when_one_of_them_is_ours(
    make_case: Any, people: Any, office: Office
) -> None:
    case = make_case("triage")
    other = body_named("stib-mivb")
    add_grievance(case, actor=people.handler, body=other, summary="The bus did not come")
    member = Body.objects.filter(kind=Body.Kind.OMBUDS).first()
    decide_competence(
        case, actor=people.handler, body=other, verdict="transfer", reasons="Own ombudsman.",
        choices=[Choice(ground(office, "A1"), USED)], refer_to=member,
    )  # fmt: skip
    case.refresh_from_db()
    assert case.state == "triage"
    ours(case, people.handler)
    decide_admissibility(case, actor=people.handler, verdict=Verdict.ADMITTED)
    case.refresh_from_db()
    assert case.state == "open"


def test_a_later_decision_supersedes_and_the_earlier_one_stays_as_it_was(make_case: Any, people: Any) -> None:
    case = make_case("triage")
    first = ours(case, people.handler)
    second = ours(case, people.handler2)
    first.refresh_from_db()
    assert (first.status, second.status, second.supersedes) == (Status.SUPERSEDED, Status.FINAL, first)
    assert CompetenceDecision.objects.current().filter(case=case).count() == 1


def test_grievances_are_decided_one_by_one(make_case: Any, people: Any, office: Office) -> None:
    case = make_case("triage")
    second = add_grievance(
        case, actor=people.handler, body=case.grievances.first().body, summary="Rude at the counter"
    )
    ours(case, people.handler)
    used = [Choice(ground(office, "A2"), USED)]
    decide_admissibility(
        case, actor=people.handler, verdict=Verdict.ADMITTED, grievance=case.grievances.first()
    )
    case.refresh_from_db()
    assert case.state == "triage"
    decide_admissibility(
        case,
        actor=people.handler,
        verdict=Verdict.FIRST_LINE,
        reasons="Ask first",
        choices=used,
        grievance=second,
    )
    case.refresh_from_db()
    assert case.state == "open"


def test_intake_admits_where_no_ground_applies_and_leaves_the_weighing_to_a_handler(
    make_case: Any, people: Any, office: Office
) -> None:
    case = make_case("triage")
    ours(case, people.intake)
    for verdict, choice in ((Verdict.REFUSED, USED), (Verdict.ADMITTED, WAIVED)):
        with pytest.raises(Refusal, match="A handler decides"):
            decide_admissibility(
                case,
                actor=people.intake,
                verdict=verdict,
                reasons="x",
                choices=[Choice(ground(office, "A2"), choice, "x")],
            )
    decide_admissibility(case, actor=people.intake, verdict=Verdict.ADMITTED)
    case.refresh_from_db()
    assert case.state == "open"


def test_intake_sends_to_the_first_line(make_case: Any, people: Any, office: Office) -> None:
    case = make_case("triage")
    ours(case, people.intake)
    used = [Choice(ground(office, "A2"), USED)]
    decide_admissibility(
        case, actor=people.intake, verdict=Verdict.FIRST_LINE, reasons="Ask first.", choices=used
    )
    case.refresh_from_db()
    assert case.state == "first_line"
    assert AdmissibilityDecision.objects.get(case=case).verdict == Verdict.FIRST_LINE
