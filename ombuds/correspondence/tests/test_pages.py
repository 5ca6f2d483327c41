"""The pages of correspondence in a browser."""

from typing import Any

import pytest
from django.urls import reverse

from ombuds.correspondence.models import Message
from ombuds.correspondence.services import ask, draft, send
from ombuds.lib.hostile import STRINGS

PAGES = ["messages", "new", "attestation", "call", "received", "questions", "ask", "information"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("state", ["triage", "open", "awaiting_complainant", "closed"])
def test_every_page_opens_in_every_state(
    name: str, state: str, make_case: Any, as_user: Any, people: Any
) -> None:
    address = reverse(f"correspondence:{name}", args=[make_case(state).pk])
    assert as_user(people.handler).get(address).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_who_has_no_role_sees_nothing(
    name: str, make_case: Any, as_user: Any, people: Any, client: Any
) -> None:
    address = reverse(f"correspondence:{name}", args=[make_case("open").pk])
    assert as_user(people.outsider).get(address).status_code == 404
    assert client.get(address).status_code == 302


def test_a_person_behind_a_wall_finds_neither_case_nor_outbox_letter(
    make_case: Any, as_user: Any, people: Any
) -> None:
    case = make_case("open")
    message = send(draft(case, "L11", actor=people.handler), actor=people.handler)
    case.walls.create(user=people.handler2, reason="Sister", raised_by=people.second_reader)
    browser = as_user(people.handler2)
    assert browser.get(reverse("correspondence:message", args=[case.pk, message.pk])).status_code == 404
    assert browser.get(reverse("correspondence:outbox_message", args=[message.pk])).status_code == 404
    assert case.reference not in browser.get(reverse("correspondence:outbox")).content.decode()
    assert case.reference in as_user(people.handler).get(reverse("correspondence:outbox")).content.decode()


def _draft_on_page(browser: Any, case: Any, code: str) -> Message:
    body = {"letter": code, "to": f"party:{case.parties.first().pk}", "language": "nl"}
    answer = browser.post(reverse("correspondence:new", args=[case.pk]), body)
    assert answer.status_code == 302, answer.content.decode()
    return Message.objects.get(case=case)


def test_handler_makes_changes_looks_and_sends(make_case: Any, as_user: Any, people: Any) -> None:
    case, browser = make_case("open"), as_user(people.handler)
    message = _draft_on_page(browser, case, "L11")
    address = reverse("correspondence:message", args=[case.pk, message.pk])
    assert browser.get(address).status_code == 200
    fields = {
        "subject_nl": "Uw dossier",
        "body_nl": "Eigen woorden",
        "channel": "mail",
        "version": 1,
        "sent_to": "X",
    }
    looked = browser.post(address, {**fields, "look": "1"}, follow=True)
    assert looked["Content-Type"] == "application/pdf"
    lost = browser.post(address, {**fields, "body_nl": "Te laat getypt", "keep": "1"})
    assert lost.status_code == 422
    assert "Te laat getypt" in lost.content.decode()
    browser.post(address, {**fields, "version": 2, "send": "1"})
    message.refresh_from_db()
    assert (message.state, message.texts.get().body) == ("sent", "Eigen woorden")
    assert "Eigen woorden" in browser.get(address).content.decode()
    assert browser.get(reverse("correspondence:pdf", args=[case.pk, message.pk])).status_code == 200


def test_a_gap_keeps_what_was_typed(make_case: Any, as_user: Any, people: Any) -> None:
    case, browser = make_case("open"), as_user(people.handler)
    message = _draft_on_page(browser, case, "L18")
    fields = {
        "subject_nl": "S",
        "body_nl": "Mijn tekst ⟦solution_proposal⟧",
        "channel": "mail",
        "version": 1,
        "send": "1",
    }
    answer = browser.post(reverse("correspondence:message", args=[case.pk, message.pk]), fields)
    assert answer.status_code == 422
    assert "Mijn tekst" in answer.content.decode()
    message.refresh_from_db()
    assert message.texts.get().body.startswith("Mijn tekst")


def test_question_page_previews_and_asks(make_case: Any, as_user: Any, people: Any) -> None:
    case, browser = make_case("open"), as_user(people.handler)
    body = case.grievances.first().body
    address = reverse("correspondence:ask", args=[case.pk])
    fields = {"body": body.pk, "text": "Why was it late?"}
    preview = browser.post(address, {**fields, "look": "1"}).content.decode()
    assert "The letter as it would go" in preview
    assert not case.questions.exists()
    answer = browser.post(address, {**fields, "send": "1"})
    assert answer.status_code == 302
    page = reverse("correspondence:question", args=[case.pk, case.questions.get().pk])
    assert browser.get(page).status_code == 200
    browser.post(page, {"remind": "1"})
    assert case.questions.get().reminded_at
    assert browser.post(page, {"answer": "1", "text": "", "files": ""}).status_code == 422
    browser.post(page, {"answer": "1", "text": "They called: a holiday."})
    case.refresh_from_db()
    assert case.state == "analysis"


def test_intake_cannot_ask_a_service(make_case: Any, as_user: Any, people: Any) -> None:
    case = make_case("open")
    browser = as_user(people.intake)
    assert browser.get(reverse("correspondence:ask", args=[case.pk])).status_code == 403
    question = ask(case, actor=people.handler, body=case.grievances.first().body, text="Why?")
    page = reverse("correspondence:question", args=[case.pk, question.pk])
    assert browser.get(page).status_code == 200
    assert browser.post(page, {"remind": "1"}).status_code == 404


def test_number_of_another_case_finds_nothing(make_case: Any, as_user: Any, people: Any) -> None:
    mine, other = make_case("open"), make_case("open")
    message = draft(other, "L11", actor=people.handler)
    browser = as_user(people.handler)
    for name in ("message", "pdf"):
        assert browser.get(reverse(f"correspondence:{name}", args=[mine.pk, message.pk])).status_code == 404
    assert browser.get(f"/staff/cases/{mine.pk}/letters/{'9' * 30}/").status_code in (400, 404)


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_input_gets_a_sentence(text: str, make_case: Any, as_user: Any, people: Any) -> None:
    case, browser = make_case("open"), as_user(people.handler)
    names = ["text", "to", "with_whom", "at", "kind", "direction", "letter", "language", "body", "due_on", "subject",
             "from_whom", "channel", "ask", "answer", "r-text"]  # fmt: skip
    fields = dict.fromkeys(names, text)
    for page in ("new", "call", "received", "ask", "information"):
        answer = browser.post(reverse(f"correspondence:{page}", args=[case.pk]), fields)
        assert answer.status_code in (302, 400, 409, 422), page
    message = draft(case, "L11", actor=people.handler, language="nl")
    shown = reverse("correspondence:message", args=[case.pk, message.pk])
    good = {
        "channel": "mail",
        "version": 1,
        "sent_to": text,
        "subject_nl": text,
        "body_nl": text,
        "send": "1",
    }
    assert browser.post(shown, good).status_code in (302, 400, 422)
    assert browser.get(shown).status_code == 200
    assert browser.get(reverse("correspondence:outbox"), {"page": text, "tray": text}).status_code in (
        200,
        400,
    )


def test_call_note_is_kept_with_the_case(make_case: Any, as_user: Any, people: Any) -> None:
    case, browser = make_case("open"), as_user(people.intake)
    fields = {"kind": "call", "direction": "in", "to": "other", "with_whom": "The neighbour", "at": "2026-01-05T10:30",
              "text": "Rang about the fine."}  # fmt: skip
    assert browser.post(reverse("correspondence:call", args=[case.pk]), fields).status_code == 302
    kept = case.messages.get()
    assert (kept.kind, kept.sent_to, kept.texts.get().body) == (
        "call",
        "The neighbour",
        "Rang about the fine.",
    )
