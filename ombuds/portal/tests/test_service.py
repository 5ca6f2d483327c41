"""A contact person of a service: in by link and code, sees what is theirs, answers."""

import datetime as dt
import re
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ombuds.audit.models import Actor
from ombuds.cases.services import add_note, store_documents
from ombuds.cases.tests.factories import body_named
from ombuds.correspondence import links
from ombuds.correspondence.models import Message
from ombuds.correspondence.services import ask
from ombuds.lib.hostile import STRINGS


@pytest.fixture(autouse=True)
def _fresh_counts() -> None:
    cache.clear()


@pytest.fixture
def case(make_case: Any) -> Any:
    return make_case("open", name_withheld=True)


@pytest.fixture
def contact(case: Any) -> Any:
    body = case.grievances.first().body
    body.contacts.all().delete()
    return body.contacts.create(purpose="liaison", email="contact@service.example", language="en", name="Jan")


@pytest.fixture
def question(case: Any, contact: Any, people: Any) -> Any:
    return ask(case, actor=people.handler, body=contact.body, text="Why was the permit late?")


def _code() -> str:
    body = Message.objects.filter(kind="code").latest("pk").texts.first()
    found = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", body.body if body else "")
    assert found
    return found[0]


@pytest.fixture
def inside(contact: Any) -> Client:
    """A browser of the contact person, in."""
    browser = Client()
    address = reverse("service:enter", args=[links.token(contact)])
    assert browser.get(address).status_code == 200
    browser.post(address, {"send": "1"})
    answer = browser.post(address, {"code": _code().lower().replace("-", " ")})
    assert answer.status_code == 302, answer.content.decode()
    return browser


def test_the_link_in_the_notice_leads_in_and_holds_no_name(question: Any, contact: Any) -> None:
    from ombuds.correspondence import mailing

    notice = Message.objects.get(about=question.about)
    _subject, text = mailing.words(notice)
    found = re.search(r"http\S+/service/enter/(\S+)/", text)
    assert found
    assert links.contact_of(found[1]) == contact
    assert "contact" not in found[1]
    assert "Fatiha" not in text


def test_the_contact_reads_and_answers_with_a_file(inside: Client, question: Any) -> None:
    desk = inside.get(reverse("service:desk")).content.decode()
    assert "Why was the permit late?" in desk
    address = reverse("service:question", args=[question.key])
    assert inside.get(address).status_code == 200
    file = SimpleUploadedFile("answer.txt", b"Because of a holiday, and this is the proof of it.")
    answer = inside.post(address, {"text": "Because of a holiday.", "files": [file]})
    assert answer.status_code == 302, answer.content.decode()
    question.case.refresh_from_db()
    assert question.case.state == "analysis"
    own = question.answers.get().files.get()
    assert inside.get(reverse("service:file", args=[own.key])).status_code == 200


def test_a_refused_file_keeps_the_typed_answer(inside: Client, question: Any) -> None:
    file = SimpleUploadedFile("virus.exe", b"MZ\x90\x00" * 40)
    address = reverse("service:question", args=[question.key])
    answer = inside.post(address, {"text": "My long answer", "files": [file]})
    assert answer.status_code == 422
    assert "My long answer" in answer.content.decode()


def test_only_what_was_chosen_is_seen(
    inside: Client, case: Any, question: Any, people: Any, make_case: Any
) -> None:
    add_note(case, actor=people.handler, text="Secret thought of the handler")
    files = [
        SimpleUploadedFile("shown.txt", b"The decision"),
        SimpleUploadedFile("hidden.txt", b"A letter of the person"),
    ]
    (shown, hidden), _wrong = store_documents(case, files, actor=Actor.COMPLAINANT, source="complainant")
    second = ask(case, actor=people.handler, body=question.body, text="And this?", shown=[shown.document])
    other = make_case("open", body="stib-mivb")
    theirs = ask(
        other, actor=people.handler, body=body_named("stib-mivb"), text="A question to the bus company"
    )
    pages = [reverse("service:desk")] + [
        reverse("service:question", args=[q.key]) for q in (question, second)
    ]
    seen = "".join(inside.get(page).content.decode() for page in pages)
    for secret in (
        "Fatiha",
        "Ölme",
        "fatiha@",
        "Secret thought",
        "hidden.txt",
        "bus company",
        other.reference,
    ):
        assert secret not in seen
    assert "shown.txt" in seen
    assert inside.get(reverse("service:file", args=[shown.document.key])).status_code == 200
    assert inside.get(reverse("service:file", args=[hidden.document.key])).status_code == 404
    assert inside.get(reverse("service:question", args=[theirs.key])).status_code == 404
    assert inside.post(reverse("service:question", args=[theirs.key]), {"text": "x"}).status_code == 404


def test_letters_are_read_on_the_secure_page(inside: Client, question: Any) -> None:
    letter = Message.objects.get(about=question.about)
    page = inside.get(reverse("service:letter", args=[letter.key])).content.decode()
    assert "Why was the permit late?" in page
    assert "Ölme" not in page


def test_more_time(inside: Client, question: Any) -> None:
    address = reverse("service:question", args=[question.key])
    until = (question.due_on + dt.timedelta(days=10)).isoformat()
    assert inside.post(address, {"more": "1", "m-until": until, "m-reason": ""}).status_code == 422
    assert inside.post(address, {"more": "1", "m-until": until, "m-reason": "Holidays"}).status_code == 302
    assert question.extensions.get().reason == "Holidays"


def test_without_a_session_every_page_leads_to_the_entrance(
    question: Any, client: Any, as_user: Any, people: Any
) -> None:
    pages = [reverse("service:desk"), reverse("service:question", args=[question.key])]
    for browser in (client, as_user(people.handler)):
        for page in pages:
            assert browser.get(page)["Location"] == reverse("service:start")


def test_a_code_works_once_and_five_guesses_end_it(contact: Any) -> None:
    address = reverse("service:enter", args=[links.token(contact)])
    first, second = Client(), Client()
    first.post(address, {"send": "1"})
    code = _code()
    for _try in range(5):
        assert second.post(address, {"code": "2222-2222"}).status_code == 422
    assert first.post(address, {"code": code}).status_code == 422
    first.post(address, {"send": "1"})
    code = _code()
    assert first.post(address, {"code": code}).status_code == 302
    assert second.post(address, {"code": code}).status_code == 422


def test_a_code_and_a_link_grow_old(contact: Any, inside: Client) -> None:
    browser, address = Client(), reverse("service:enter", args=[links.token(contact)])
    browser.post(address, {"send": "1"})
    code = _code()
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=20), tick=False):
        assert browser.post(address, {"code": code}).status_code == 422
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=61), tick=False):
        assert browser.get(address)["Location"] == reverse("service:start")
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(hours=1), tick=False):
        assert inside.get(reverse("service:desk"))["Location"] == reverse("service:start")


def test_a_changed_address_ends_links_and_sessions(contact: Any, inside: Client) -> None:
    token = links.token(contact)
    contact.email = "successor@service.example"
    contact.save()
    assert inside.get(reverse("service:desk"))["Location"] == reverse("service:start")
    assert Client().get(reverse("service:enter", args=[token])).status_code == 302


def test_a_lost_link_is_sent_again_and_tells_nobody_who_is_known(contact: Any, client: Any) -> None:
    pages = []
    for email in (contact.email.upper(), "stranger@service.example"):
        answer = client.post(reverse("service:start"), {"email": email})
        pages.append(re.sub(r'csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode()))
    assert pages[0] == pages[1]
    sent = Message.objects.filter(kind="code")
    assert [m.email for m in sent] == [contact.email]


def test_codes_are_not_mailed_without_end(contact: Any) -> None:
    browser, address = Client(), reverse("service:enter", args=[links.token(contact)])
    answers = [browser.post(address, {"send": "1"}).status_code for _try in range(6)]
    assert answers == [302] * 5 + [422]


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_input_gets_a_sentence(text: str, inside: Client, question: Any, client: Any) -> None:
    cache.clear()
    address = reverse("service:question", args=[question.key])
    assert inside.post(address, {"text": text}).status_code in (302, 400, 422)
    assert inside.post(address, {"more": "1", "m-until": text, "m-reason": text}).status_code in (
        302,
        400,
        422,
    )
    assert client.post(reverse("service:start"), {"email": text}).status_code in (200, 400, 422)
    assert client.get("/service/enter/" + "x" * 50 + "/").status_code == 302
