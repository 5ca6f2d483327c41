"""What we need from the complainant: asked, reminded, answered, or closed without an answer."""

import datetime as dt
from typing import Any

import pytest
import time_machine

from ombuds.audit.models import Actor
from ombuds.correspondence.models import InformationRequest
from ombuds.correspondence.services import (
    answer_information_request,
    ask_complainant,
    close_without_reply,
    remind_complainant,
)
from ombuds.correspondence.ticking import tick
from ombuds.lib.errors import Refusal


@pytest.fixture
def asked(make_case: Any, people: Any) -> InformationRequest:
    return ask_complainant(make_case("triage"), actor=people.intake, text="The decision itself")


def test_the_case_waits_and_goes_back_to_triage_with_the_answer(asked: InformationRequest) -> None:
    assert asked.case.state == "awaiting_complainant"
    assert asked.case.messages.get(letter="L2").texts.get().body.count("The decision itself") == 1
    answer_information_request(asked, actor=Actor.COMPLAINANT, text="Here it is.")
    asked.case.refresh_from_db()
    assert asked.case.state == "triage"
    with pytest.raises(Refusal, match="answered already"):
        answer_information_request(asked, actor=Actor.COMPLAINANT, text="Again")


def test_closed_only_after_a_reminder_and_its_term(asked: InformationRequest, people: Any) -> None:
    with pytest.raises(Refusal, match="reminder first"):
        close_without_reply(asked.case, actor=people.handler)
    assert remind_complainant(asked, actor=people.handler)
    assert not remind_complainant(asked, actor=people.handler)
    with pytest.raises(Refusal, match="still has until"):
        close_without_reply(asked.case, actor=people.handler)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=40), tick=False):
        close_without_reply(asked.case, actor=people.handler)
    case = asked.case
    case.refresh_from_db()
    assert (case.state, case.assessment, case.without_opinion) == ("closed", "without_opinion", "no_reply")
    assert case.messages.filter(letter="L4").exists()


def test_tick_reminds_once(asked: InformationRequest, office: Any) -> None:
    assert asked.due_on is not None
    day = asked.due_on + dt.timedelta(days=1)
    with time_machine.travel(dt.datetime(day.year, day.month, day.day, 9, tzinfo=dt.UTC), tick=False):
        assert tick(office, day) == 1
        assert tick(office, day) == 0
    assert asked.case.messages.filter(letter="L3").count() == 1


def test_without_any_address_nothing_is_asked(make_case: Any, people: Any) -> None:
    case = make_case("triage", person={"last_name": "Zonder"})
    with pytest.raises(Refusal, match="neither an e-mail"):
        ask_complainant(case, actor=people.intake, text="Your address")
    case.refresh_from_db()
    assert case.state == "triage"
