"""Pressing a button twice files once, and loses no code."""

import re
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.test import Client

from ombuds.integrity import sessions, tickets
from ombuds.integrity.models import Report, Session
from ombuds.integrity.services import dialogue, filing
from ombuds.integrity.tests.conftest import ANSWERS
from ombuds.integrity.tests.test_filing import FORM, carried, code_in, fill_in
from ombuds.integrity.vault import codes

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])


def ticket_in(page: Any) -> str:
    found = re.search(r'name="ticket" value="([^"]+)"', page.content.decode())
    assert found
    return found[1]


def test_a_report_that_is_sent_twice_is_one_with_one_code(team: SimpleNamespace, visitor: Client) -> None:
    page = fill_in(visitor)
    sent = {**carried(page), "go": "next", "ticket": ticket_in(page)}
    one, two = visitor.post(FORM, sent), visitor.post(FORM, sent)
    assert one["Location"] == two["Location"] == "/integrity/mine/receipt/"
    code = code_in(visitor.get("/integrity/mine/receipt/"))
    assert Report.objects.count() == 1
    assert filing.by_code(code)
    visitor.post("/integrity/mine/receipt/")
    assert visitor.post(FORM, sent)["Location"] == "/integrity/back/", "read: it is not given out again"
    assert Report.objects.count() == 1


def test_leaving_quickly_forgets_the_receipt_too(team: SimpleNamespace, visitor: Client) -> None:
    page = fill_in(visitor)
    sent = {**carried(page), "go": "next", "ticket": ticket_in(page)}
    visitor.post(FORM, sent)
    visitor.get("/integrity/leave/")
    assert Client().post(FORM, sent)["Location"] == "/integrity/back/"


def test_a_ticket_is_good_for_one_act(sheets: list[str]) -> None:
    done: list[int] = []

    def act() -> dict[str, Any]:
        done.append(1)
        return {"code": "1"}

    ticket = tickets.new()
    assert tickets.answer_of(ticket) is None
    assert [tickets.once(ticket, act) for _ in range(3)] == [{"code": "1"}] * 3
    assert len(done) == 1
    tickets.forget(ticket)
    assert tickets.once(ticket, act) == {}
    assert len(done) == 1, "that it was sent is still known"


def test_after_a_refusal_the_same_form_can_be_sent_again(sheets: list[str]) -> None:
    ticket = tickets.new()

    def refuse() -> dict[str, Any]:
        raise dialogue.NothingWritten()

    with pytest.raises(dialogue.NothingWritten):
        tickets.once(ticket, refuse)
    assert tickets.once(ticket, lambda: {"code": "2"}) == {"code": "2"}


def test_the_answer_is_sealed_and_does_not_last(sheets: list[str]) -> None:
    ticket = tickets.new()
    with time_machine.travel("2026-11-22 10:00", tick=False) as clock:
        tickets.once(ticket, lambda: {"code": "1234567890123456"})
        row = Session.objects.get()
        assert b"1234567890123456" not in bytes(row.sealed)
        assert ticket not in str(row.digest)
        clock.shift(tickets.KEPT + 1)
        assert tickets.answer_of(ticket) == {}
        clock.shift(24 * 3600)
        sessions.sweep()
    assert not Session.objects.exists()


def test_a_message_that_is_sent_twice_arrives_once(file_one: Any, visitor: Client) -> None:
    filed = file_one()
    visitor.post("/integrity/back/", {"code": filed.code})
    sent = {"text": "Nog iets", "ticket": ticket_in(visitor.get("/integrity/mine/"))}
    visitor.post("/integrity/mine/", sent)
    visitor.post("/integrity/mine/", sent)
    visitor.post("/integrity/mine/", {**sent, "ticket": ""})
    assert len(dialogue.conversation(filed.report, filed.holder)) == 2, "another form is another message"


def test_a_protection_request_that_is_sent_twice_is_one(file_one: Any, visitor: Client) -> None:
    visitor.post("/integrity/back/", {"code": file_one().code})
    page = visitor.get("/integrity/mine/protection/")
    sent = {"measure": "Ontslag", "link": "Een week na mijn melding", "ticket": ticket_in(page)}
    assert visitor.post("/integrity/mine/protection/", sent).status_code == 302
    assert visitor.post("/integrity/mine/protection/", sent).status_code == 302
    assert Report.objects.filter(kind="protection").count() == 1


def test_a_report_registered_twice_is_one_with_one_code(team: SimpleNamespace, unlocked: Any) -> None:
    lucie = unlocked(team.lucie)
    sent = {
        "channel": "phone", "body": ANSWERS["body"], "story": ANSWERS["story"], "naming": "anonymous",
        "ticket": ticket_in(lucie.get("/integrity/desk/new/")),
    }  # fmt: skip
    pages = [lucie.post("/integrity/desk/new/", sent).content.decode() for _ in range(2)]
    found = [re.findall(r"\d{4} \d{4} \d{4} \d{4}", page) for page in pages]
    assert found[0] == found[1]
    assert len(found[0]) == 1
    assert Report.objects.count() == 1
    assert filing.by_code(codes.tidy(found[0][0]))
