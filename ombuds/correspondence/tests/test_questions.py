"""A service is asked, reminded, its head told; it answers, or asks for more time."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from ombuds.audit.models import Actor, Entry
from ombuds.correspondence.models import Message
from ombuds.correspondence.services import (
    answer,
    ask,
    ask_extension,
    decide_extension,
    due_of,
    escalate,
    remind,
    withdraw_question,
)
from ombuds.correspondence.ticking import tick
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

DAY = dt.timedelta(days=1)


def on(day: dt.date) -> Any:
    return time_machine.travel(dt.datetime(day.year, day.month, day.day, 9, tzinfo=dt.UTC), tick=False)


@pytest.fixture
def case(make_case: Any) -> Any:
    made = make_case("open")
    body = made.grievances.first().body
    body.contacts.all().delete()
    body.contacts.create(purpose="liaison", email="contact@service.example", language="nl")
    body.contacts.create(purpose="head", email="head@service.example", language="nl", name="De directeur")
    return made


@pytest.fixture
def question(case: Any, people: Any) -> Any:
    return ask(case, actor=people.handler, body=case.grievances.first().body, text="Why was the permit late?")


def test_asking_moves_the_case_starts_the_clock_and_sends_the_letter(question: Any) -> None:
    question.case.refresh_from_db()
    assert question.case.state == "awaiting_service"
    assert question.case.clocks.filter(rule="service_answer", met_on__isnull=True).count() == 1
    message = Message.objects.get(about=question.about)
    assert (message.letter, message.channel, message.state) == ("L13", "portal", "sent")
    assert "Why was the permit late?" in message.texts.get().body


def test_the_first_answer_stops_the_clock_and_the_case_goes_on(question: Any, people: Any) -> None:
    file = SimpleUploadedFile("note.txt", b"The permit was late because of a holiday.")
    answer(question, actor=Actor.SERVICE, text="Because of a holiday.", files=[file])
    question.case.refresh_from_db()
    assert question.case.state == "analysis"
    assert question.answers.get().files.get().original_name == "note.txt"
    assert not question.case.clocks.filter(about=question.about, met_on__isnull=True).exists()
    answer(question, actor=people.handler, text="They called to add that it was two holidays.")
    assert question.answers.count() == 2


def test_the_case_waits_for_the_last_of_two_answers(case: Any, question: Any, people: Any) -> None:
    case.refresh_from_db()
    second = ask(case, actor=people.handler, body=question.body, text="And the fine?")
    answer(question, actor=Actor.SERVICE, text="One.")
    case.refresh_from_db()
    assert case.state == "awaiting_service"
    answer(second, actor=Actor.SERVICE, text="Two.")
    case.refresh_from_db()
    assert case.state == "analysis"


def test_a_refused_file_refuses_the_answer_and_keeps_the_question_open(question: Any) -> None:
    with pytest.raises(Refusal, match=r"program\.exe"):
        answer(
            question,
            actor=Actor.SERVICE,
            text="See.",
            files=[SimpleUploadedFile("program.exe", b"MZ\x90\x00" * 50)],
        )
    question.refresh_from_db()
    assert question.is_open


def test_tick_reminds_then_tells_the_head_and_does_nothing_twice(question: Any, office: Any) -> None:
    due = question.due_on
    assert tick(office, today()) == 0
    with on(due + DAY):
        assert tick(office, due + DAY) == 1
        entries = Entry.objects.count()
        assert tick(office, due + DAY) == 0
        assert Entry.objects.count() == entries
    question.refresh_from_db()
    assert Message.objects.filter(about=question.about, letter="L14").count() == 1
    later = due_of(question)
    assert later is not None
    assert later > due
    with on(later + DAY):
        assert tick(office, later + DAY) == 1
        assert tick(office, later + DAY) == 0
    escalation = Message.objects.get(about=question.about, letter="L15")
    assert escalation.email == "head@service.example"


def test_tick_leaves_a_suspended_case_alone(question: Any, office: Any) -> None:
    question.case.refresh_from_db()
    type(question.case).objects.filter(pk=question.case_id).update(state="suspended")
    with on(question.due_on + 30 * DAY):
        assert tick(office, question.due_on + 30 * DAY) == 0


def test_by_hand_as_well(question: Any, people: Any) -> None:
    assert remind(question, actor=people.handler)
    assert not remind(question, actor=people.handler)
    assert escalate(question, actor=people.handler)
    assert not escalate(question, actor=people.handler)


def test_more_time_is_granted_or_denied_with_a_word(question: Any, people: Any) -> None:
    with pytest.raises(Refusal, match="after the one"):
        ask_extension(question, contact=None, until=question.due_on, reason="Holidays")
    wish = ask_extension(question, contact=None, until=question.due_on + 14 * DAY, reason="Holidays")
    with pytest.raises(Refusal, match="already"):
        ask_extension(question, contact=None, until=question.due_on + 20 * DAY, reason="More holidays")
    with pytest.raises(Refusal, match="Say why"):
        decide_extension(wish, actor=people.handler, granted=False)
    decide_extension(wish, actor=people.handler, granted=True, reply="For once.")
    question.refresh_from_db()
    assert due_of(question) == question.due_on == wish.until
    notice = Message.objects.get(about=question.about, kind="notice")
    assert "For once." in notice.texts.get().body


def test_a_question_is_taken_back(question: Any, people: Any) -> None:
    withdraw_question(question, actor=people.handler, reason="We found it ourselves.")
    question.case.refresh_from_db()
    assert question.case.state == "analysis"
    with pytest.raises(Refusal, match="do not need"):
        answer(question, actor=Actor.SERVICE, text="Late.")


def test_only_services_of_the_case_and_only_in_treatment(make_case: Any, people: Any) -> None:
    from ombuds.cases.tests.factories import body_named

    with pytest.raises(Refusal, match="no part"):
        ask(make_case("open"), actor=people.handler, body=body_named("stib-mivb"), text="Why?")
    refused = make_case("refused")
    with pytest.raises(Refusal, match="in treatment"):
        ask(refused, actor=people.handler, body=refused.grievances.first().body, text="Why?")
