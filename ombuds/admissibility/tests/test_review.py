"""Someone else looks at a decision again."""

from typing import Any

import pytest

from ombuds.admissibility.models import AdmissibilityDecision
from ombuds.admissibility.services import (
    Choice,
    approve,
    ask_review,
    decide_admissibility,
    decide_review,
    withdraw,
)
from ombuds.admissibility.terms import GroundVerdict, Status, Verdict
from ombuds.lib.errors import Refusal


@pytest.fixture
def refused(make_case: Any, people: Any, office: Any) -> Any:
    case = make_case("triage")
    old = Choice(office.grounds.get(code="A3"), GroundVerdict.USED, "Nothing serious.")
    made = decide_admissibility(
        case, actor=people.handler, verdict=Verdict.REFUSED, reasons="Old.", choices=[old]
    )
    approve(made, actor=people.second_reader)
    case.refresh_from_db()
    return case


def test_the_reviewer_is_somebody_else(refused: Any, people: Any) -> None:
    review = ask_review(refused, actor=people.intake, why="The decision is of last month.")
    assert refused.clocks.filter(rule="review", met_on__isnull=True).exists()
    with pytest.raises(Refusal, match="Someone else"):
        decide_review(review, actor=people.second_reader, outcome="uphold", reasons="Right.")
    with pytest.raises(Refusal, match="already under way"):
        ask_review(refused, actor=people.intake, why="Again")
    decide_review(review, actor=people.second_reader2, outcome="reopen", reasons="New facts.")
    refused.refresh_from_db()
    assert refused.state == "triage"
    assert not refused.clocks.filter(rule="review", met_on__isnull=True).exists()


def test_amending_adds_a_decision_with_better_reasons(refused: Any, people: Any) -> None:
    review = ask_review(refused, actor=people.intake, why="I do not understand it.")
    decide_review(
        review, actor=people.second_reader2, outcome="amend", reasons="The facts are of 2019: too old."
    )
    old, new = AdmissibilityDecision.objects.filter(case=refused).order_by("pk")
    assert (old.status, old.reasons) == (Status.SUPERSEDED, "Old.")
    assert (new.status, new.supersedes, new.uses.count()) == (Status.FINAL, old, 1)
    refused.refresh_from_db()
    assert refused.state == "refused"


def test_a_running_case_is_not_reviewed(make_case: Any, people: Any) -> None:
    with pytest.raises(Refusal, match="that has ended"):
        ask_review(make_case("open"), actor=people.handler, why="Too slow")


def test_withdrawn_because_the_problem_is_gone_is_never_unfounded(make_case: Any, people: Any) -> None:
    case = make_case("open")
    withdraw(case, actor=people.intake, reason="They paid.", nothing_left=True)
    case.refresh_from_db()
    assert (case.state, case.assessment, case.without_opinion) == (
        "withdrawn",
        "without_opinion",
        "without_object",
    )
