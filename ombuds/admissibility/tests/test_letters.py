"""What decisions give to letters."""

from typing import Any

import pytest

from ombuds.admissibility.letters import values
from ombuds.admissibility.services import Choice, decide_admissibility, decide_competence
from ombuds.authorities.models import Body


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "ongegrond"), ("fr", "non fondée"), ("en", "unfounded")]
)
def test_grounds_with_explanation_and_legal_basis(
    language: str, words: str, make_case: Any, people: Any, office: Any
) -> None:
    case = make_case("triage")
    used = Choice(office.grounds.get(code="A2"), "used")
    decide_admissibility(
        case, actor=people.handler, verdict="first_line", reasons="Ask first.", choices=[used]
    )
    a5 = office.grounds.get(code="A5")
    case.admissibilitydecisions.get().uses.create(ground=a5, verdict="used")
    found = values(case, "L10", language)
    assert words in found["grounds"].lower()
    assert "2019" in found["grounds"]
    assert found["decision_reasons"] == "Ask first."
    assert found["referral_contact"].strip()


def test_the_letter_names_the_ombudsman_who_is_competent(make_case: Any, people: Any, office: Any) -> None:
    case = make_case("triage")
    member = Body.objects.filter(kind=Body.Kind.OMBUDS, contacts__isnull=False).first()
    assert member is not None
    decide_competence(
        case, actor=people.handler, body=case.grievances.first().body, verdict="transfer", reasons="Not ours.",
        choices=[Choice(office.grounds.get(code="A1"), "used")], refer_to=member,
    )  # fmt: skip
    found = values(case, "L5", "fr")
    assert found["referral_name"] == member.names["fr"]
    assert found["referral_contact"].strip()


def test_the_first_line_letter_names_the_service_and_the_day(
    make_case: Any, people: Any, office: Any
) -> None:
    case = make_case("triage")
    used = Choice(office.grounds.get(code="A2"), "used")
    decide_admissibility(
        case, actor=people.handler, verdict="first_line", reasons="Ask first.", choices=[used]
    )
    found = values(case, "L8", "nl")
    assert found["due_on"]
    assert found["referral_name"]
