"""The complainant opens the page of the file and acts on it."""

import uuid
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ombuds.audit.models import Entry
from ombuds.cases.models import Case, CaseDocument
from ombuds.cases.services import add_document, new_code
from ombuds.cases.workflow import State
from ombuds.correspondence.models import InformationRequest, Message, MessageText
from ombuds.documents.services import store_bytes
from ombuds.lib.hostile import MEGABYTE, STRINGS
from ombuds.lib.today import now
from ombuds.portal.words import STANDINGS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path}},
    }


def enter(case: Case) -> Any:
    """A browser that has opened this file."""
    client: Any = Client()
    response = client.post("/file/", {"reference": case.reference.lower(), "code": new_code(case).lower()})
    assert response.url == "/file/mine/"
    return client


def _letter(case: Case, **fields: Any) -> Message:
    values = {
        "letter": "L11",
        "state": "sent",
        "audience": "complainant",
        "created_at": now(),
        "sent_at": now(),
    }
    message = Message.objects.create(case=case, **{**values, **fields})
    MessageText.objects.create(
        message=message, language="fr", subject="Votre dossier", body="Nous avons demandé."
    )
    return message


def _paper(case: Case, people: SimpleNamespace, source: str, shown: bool) -> CaseDocument:
    document = store_bytes(b"Inhoud", f"{source}-{shown}.txt", actor=people.handler)
    return add_document(case, document, actor=people.handler, source=source, shown_to_complainant=shown)


@pytest.mark.parametrize("state", [state for state in State if state != State.DESTROYED])
def test_how_it_stands_is_said_in_plain_words_for_every_state(make_case: Any, state: State) -> None:
    case = make_case(state)
    page = enter(case).get("/file/mine/")
    assert page.status_code == 200
    assert str(STANDINGS[state].now) in page.content.decode()


def test_only_reference_and_code_together_open_a_file(make_case: Any) -> None:
    case, other = make_case(), make_case()
    code = new_code(case)
    new_code(other)
    refusals = set()
    for reference, typed in [
        (case.reference, "7KQX-M2RD-4BTW-9FHC"),
        (other.reference, code),
        ("OM.1999.999", code),
    ]:
        page = Client().post("/file/", {"reference": reference, "code": typed})
        assert page.status_code == 200
        assert "file" not in page.cookies
        refusals.add(str(page.context["form"].non_field_errors()))
    assert len(refusals) == 1


def test_a_case_without_a_code_cannot_be_opened(make_case: Any) -> None:
    case = make_case()
    for code in ("", "-", "    ", "0"):
        page = Client().post("/file/", {"reference": case.reference, "code": code})
        assert page.status_code == 200


def test_guessing_is_stopped_also_with_the_right_code_at_last(make_case: Any) -> None:
    case = make_case()
    code = new_code(case)
    for _try in range(8):
        Client().post("/file/", {"reference": case.reference, "code": "7KQX-M2RD-4BTW-9FHC"})
    assert Client().post("/file/", {"reference": case.reference, "code": code}).status_code == 429


def test_a_new_code_shuts_the_old_browser_out(make_case: Any) -> None:
    case = make_case()
    client = enter(case)
    new_code(case)
    assert client.get("/file/mine/").url == "/file/"


def test_leaving_closes_the_file(make_case: Any) -> None:
    client = enter(make_case())
    client.post("/file/leave/")
    assert client.get("/file/mine/").url == "/file/"


def test_a_forged_cookie_opens_nothing(make_case: Any) -> None:
    make_case()
    for value in ("", "x", "a:b:c", str(uuid.uuid4())):
        client: Any = Client()
        client.cookies["file"] = value
        assert client.get("/file/mine/").url == "/file/"


def test_the_file_gives_no_way_into_the_office(make_case: Any) -> None:
    case = make_case()
    client = enter(case)
    assert client.get(f"/staff/cases/{case.pk}/").url.startswith("/staff/login/")
    assert client.get("/staff/triage/").url.startswith("/staff/login/")


def test_staff_log_in_gives_no_way_into_a_file(make_case: Any, people: SimpleNamespace, as_user: Any) -> None:
    make_case()
    assert as_user(people.handler).get("/file/mine/").url == "/file/"


def test_letters_are_theirs_and_only_those_that_were_sent(make_case: Any) -> None:
    case, other = make_case(), make_case()
    sent = _letter(case)
    hidden = [
        _letter(case, state="draft"),
        _letter(case, audience="service"),
        _letter(case, kind="code"),
        _letter(case, kind="call"),
        _letter(other),
    ]
    client = enter(case)
    assert list(client.get("/file/mine/").context["letters"]) == [sent]
    assert "Nous avons demandé." in client.get(f"/file/letters/{sent.key}/").content.decode()
    for message in hidden:
        assert client.get(f"/file/letters/{message.key}/").status_code == 404
        assert client.get(f"/file/letters/{message.key}/pdf/").status_code == 404


def test_papers_are_theirs_and_those_shown_to_them(make_case: Any, people: SimpleNamespace) -> None:
    case, other = make_case(), make_case()
    own = _paper(case, people, "complainant", False)
    shown = _paper(case, people, "service", True)
    secret = [
        _paper(case, people, "service", False),
        _paper(case, people, "office", False),
        _paper(other, people, "complainant", True),
    ]
    client = enter(case)
    assert set(client.get("/file/mine/").context["papers"]) == {own, shown}
    response = client.get(f"/file/papers/{own.document.key}/")
    assert response["Content-Disposition"].startswith("attachment")
    for paper in secret:
        assert client.get(f"/file/papers/{paper.document.key}/").status_code == 404


def test_notes_and_handlers_reasons_are_not_on_the_page(make_case: Any, people: SimpleNamespace) -> None:
    from ombuds.cases.services import add_note

    case = make_case()
    add_note(case, actor=people.handler, text="INTERNAL THOUGHT")
    assert "INTERNAL" not in enter(case).get("/file/mine/").content.decode()


def test_a_message_with_papers_arrives_and_the_bad_file_gets_a_sentence(make_case: Any) -> None:
    case = make_case()
    client = enter(case)
    files = [SimpleUploadedFile("bewijs.txt", b"ja"), SimpleUploadedFile("x.exe", b"MZ\x00")]
    page = client.post("/file/message/", {"text": "Hier is mijn bewijs", "files": files}, follow=True)
    assert "bewijs.txt" in page.content.decode()
    assert "x.exe" in page.content.decode()
    assert case.papers.get().document.original_name == "bewijs.txt"
    message = Message.objects.get(case=case, direction="in")
    assert message.texts.get().body == "Hier is mijn bewijs"
    assert message in client.get("/file/mine/").context["letters"]


def test_an_empty_message_gets_a_sentence(make_case: Any) -> None:
    page = enter(make_case()).post("/file/message/", {"text": "   "})
    assert page.status_code == 200
    assert page.context["form"].errors


def test_ten_thousand_files_get_a_sentence(make_case: Any) -> None:
    files = [SimpleUploadedFile(f"{n}.txt", b"x") for n in range(10_000)]
    page = enter(make_case()).post("/file/message/", {"text": "x", "files": files}, follow=True)
    assert page.status_code == 200
    assert list(page.context["messages"])


def test_an_answer_to_our_question_puts_the_case_back_into_triage(make_case: Any) -> None:
    case, other = make_case("awaiting_complainant"), make_case("awaiting_complainant")
    asked = InformationRequest.objects.create(case=case, text="Uw mandaat?", asked_at=now())
    foreign = InformationRequest.objects.create(case=other, text="Geheim", asked_at=now())
    client = enter(case)
    assert "Uw mandaat?" in client.get("/file/mine/").content.decode()
    assert client.post(f"/file/answers/{asked.key}/", {"text": " "}).context["form"].errors
    client.post(f"/file/answers/{asked.key}/", {"files": SimpleUploadedFile("mandaat.txt", b"ja")})
    case.refresh_from_db()
    asked.refresh_from_db()
    assert case.state == State.TRIAGE
    assert "mandaat.txt" in asked.answer
    assert client.get(f"/file/answers/{foreign.key}/").status_code == 404


def test_contact_data_change_and_the_record_names_fields_only(make_case: Any) -> None:
    case = make_case()
    client = enter(case)
    page = client.post("/file/contact/", {"email": "not an address"})
    assert page.context["form"].errors["email"]
    client.post(
        "/file/contact/",
        {"email": "new@people.example", "phone": "02", "street": "A 1", "postcode": "1000", "town": "B"},
    )
    assert case.parties.get().email == "new@people.example"
    entry = Entry.objects.filter(action="portal:contact:change").get()
    assert "email" in entry.data["fields"]
    assert "new@" not in str(entry.data)


def test_withdrawing_asks_once_more_and_then_ends_the_case(make_case: Any) -> None:
    case = make_case("open")
    client = enter(case)
    assert client.post("/file/withdraw/", {"text": "why"}).context["form"].errors["sure"]
    client.post("/file/withdraw/", {"sure": "on", "solved": "on"})
    case.refresh_from_db()
    assert (case.state, case.without_opinion) == (State.WITHDRAWN, "without_object")
    assert client.get("/file/withdraw/").status_code == 404


def test_a_review_can_be_asked_once_the_case_has_ended(make_case: Any) -> None:
    client = enter(make_case("open"))
    assert client.get("/file/review/").status_code == 404
    case = make_case("refused")
    client = enter(case)
    assert client.post("/file/review/", {"text": ""}).context["form"].errors
    client.post("/file/review/", {"text": "De feiten zijn niet te oud."})
    assert case.reviews.get().why == "De feiten zijn niet te oud."
    assert client.get("/file/review/").status_code == 404


def test_the_way_back_from_the_service_keeps_the_reference(make_case: Any) -> None:
    case = make_case("first_line")
    client = enter(case)
    page = client.post("/file/return/", {"gateway": "insufficient"})
    assert page.context["form"].non_field_errors()
    client.post("/file/return/", {"gateway": "insufficient", "text": "Geen uitleg"})
    reference = case.reference
    case.refresh_from_db()
    assert (case.state, case.reference) == (State.TRIAGE, reference)


def test_asking_to_resume_reaches_the_handler_and_changes_no_state(make_case: Any) -> None:
    case = make_case("suspended")
    enter(case).post("/file/resume/", {"text": "Het vonnis is er"})
    case.refresh_from_db()
    assert case.state == State.SUSPENDED
    assert Message.objects.get(case=case, direction="in").texts.get().body == "Het vonnis is er"


@pytest.mark.parametrize("text", [*STRINGS, MEGABYTE], ids=lambda text: repr(text[:12]))
def test_hostile_text_gets_a_sentence_everywhere(make_case: Any, text: str) -> None:
    assert Client().post("/file/", {"reference": text, "code": text}).status_code in (200, 429)
    for state, page in [
        ("open", "message"),
        ("open", "contact"),
        ("open", "withdraw"),
        ("closed", "review"),
        ("suspended", "resume"),
        ("first_line", "return"),
    ]:
        case = make_case(state)
        names = ["text", "email", "phone", "street", "postcode", "town", "gateway"]
        client = enter(case)
        response = client.post(f"/file/{page}/", dict.fromkeys(names, text))
        assert response.status_code in (200, 302), page
        assert b"<script>alert" not in client.get("/file/mine/").content


def test_a_destroyed_case_cannot_be_opened(make_case: Any) -> None:
    case = make_case("closed")
    client = enter(case)
    Case.objects.filter(pk=case.pk).update(state=State.DESTROYED)
    assert client.get("/file/mine/").url == "/file/"
