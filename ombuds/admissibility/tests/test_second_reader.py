"""A refusal is proposed by one and read by another."""

from typing import Any

import pytest

from ombuds.admissibility.services import Choice, approve, decide_admissibility, send_back
from ombuds.admissibility.terms import GroundVerdict, Status, Verdict
from ombuds.lib.errors import Refusal


@pytest.fixture
def proposal(make_case: Any, people: Any, office: Any) -> Any:
    case = make_case("triage")
    old = Choice(office.grounds.get(code="A3"), GroundVerdict.USED, "Nothing serious is at stake.")
    return decide_admissibility(
        case, actor=people.handler, verdict=Verdict.REFUSED, reasons="The facts are of 2019.", choices=[old]
    )


def test_the_second_reader_approves_and_the_case_is_refused(proposal: Any, people: Any) -> None:
    assert proposal.status == Status.PROPOSED
    assert proposal.case.state == "triage"
    approve(proposal, actor=people.second_reader)
    proposal.case.refresh_from_db()
    assert (proposal.status, proposal.case.state) == (Status.FINAL, "refused")
    assert proposal.decided_by == people.second_reader


def test_nobody_reads_their_own_proposal(make_case: Any, people: Any, office: Any) -> None:
    case = make_case("triage")
    old = Choice(office.grounds.get(code="A3"), GroundVerdict.USED, "Why not")
    mine = decide_admissibility(
        case, actor=people.second_reader, verdict=Verdict.REFUSED, reasons="Too old.", choices=[old]
    )
    with pytest.raises(Refusal, match="your own proposal"):
        approve(mine, actor=people.second_reader)
    approve(mine, actor=people.second_reader2)


def test_a_handler_is_no_second_reader(proposal: Any, people: Any) -> None:
    with pytest.raises(Refusal, match="Only a second reader"):
        approve(proposal, actor=people.handler2)


def test_it_is_sent_back_with_a_reason_and_proposed_again(proposal: Any, people: Any, office: Any) -> None:
    with pytest.raises(Refusal, match="Say why"):
        send_back(proposal, actor=people.second_reader, reason=" ")
    send_back(proposal, actor=people.second_reader, reason="The decision itself is of last month.")
    assert proposal.status == Status.SENT_BACK
    with pytest.raises(Refusal, match="dealt with"):
        approve(proposal, actor=people.second_reader)
    used = [Choice(office.grounds.get(code="A3"), GroundVerdict.USED, "Still old")]
    again = decide_admissibility(
        proposal.case, actor=people.handler, verdict=Verdict.REFUSED, reasons="Better words.", choices=used
    )
    assert again.status == Status.PROPOSED
    with pytest.raises(Refusal, match="already waits"):
        decide_admissibility(
            proposal.case, actor=people.handler2, verdict=Verdict.REFUSED, reasons="Me too.", choices=used
        )


def test_a_ground_of_the_ombudsman_is_read_by_the_ombudsman(make_case: Any, people: Any, office: Any) -> None:
    case = make_case("triage")
    vexing = Choice(office.grounds.get(code="A11"), GroundVerdict.USED, "The tenth letter this week.")
    made = decide_admissibility(
        case, actor=people.handler, verdict=Verdict.REFUSED, reasons="Unreasonable.", choices=[vexing]
    )
    with pytest.raises(Refusal, match="The ombudsman decides"):
        approve(made, actor=people.second_reader)
    approve(made, actor=people.ombudsman)
