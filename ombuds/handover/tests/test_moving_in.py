"""A complaint that is a report moves in: the complainant alone gets the code, and nothing readable stays behind."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from ombuds.audit.models import Entry as OfficeEntry
from ombuds.cases import search
from ombuds.cases.models import Case, SearchText
from ombuds.documents.models import Document
from ombuds.handover.models import Invitation
from ombuds.handover.services import moving_in
from ombuds.handover.services.emptying import TextsRest
from ombuds.handover.services.reach import rows_of
from ombuds.integrity import chests, record
from ombuds.integrity.models import Entry, Report
from ombuds.integrity.services import admitting, files, filing
from ombuds.integrity.terms import Act, Compartment
from ombuds.integrity.tests.searching import found_in
from ombuds.integrity.tests.test_seized import seized
from ombuds.integrity.vault import codes
from ombuds.publications.models import CaseLink, Publication

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
AGREED = {"naming": "anonymous", "sure": "on", "go": "yes"}


def code_in(answer: Any) -> str:
    found = re.search(r"\d{4} \d{4} \d{4} \d{4}", answer.content.decode())
    assert found, answer.content.decode()[-3000:]
    return found[0]


def _ask(full_case: SimpleNamespace, people: Any) -> None:
    moving_in.invite(full_case.case, actor=people.handler)


def _ticket(page: Any) -> str:
    found = re.search(r'name="ticket" value="([^"]+)"', page.content.decode())
    assert found
    return found[1]


def test_the_complainant_is_asked_on_the_page_of_the_file(
    team: SimpleNamespace, full_case: SimpleNamespace, complainant: Client, as_user: Any, people: Any
) -> None:
    assert b"/file/move/" not in complainant.get("/file/mine/").content
    assert complainant.get("/file/move/")["Location"] == "/file/mine/", "nobody asked"
    browser = as_user(people.handler)
    assert b"/handover/" in browser.get(f"/staff/cases/{full_case.case.pk}/").content
    assert browser.post(f"/staff/cases/{full_case.case.pk}/handover/").status_code == 302
    assert b"/file/move/" in complainant.get("/file/mine/").content
    page = complainant.get("/file/move/").content.decode()
    assert full_case.story in page
    assert full_case.paper.original_name in page


def test_with_a_yes_it_is_a_report_that_the_code_opens(
    team: SimpleNamespace, full_case: SimpleNamespace, complainant: Client, people: Any
) -> None:
    _ask(full_case, people)
    code = code_in(complainant.post("/file/move/", {**AGREED, "naming": "handler", "name": "Ann Deproef"}))
    found = filing.by_code(code)
    assert found
    report, holder = found
    content = chests.open_chest(report, Compartment.CONTENT, holder)
    assert full_case.story in content.read("answers")["answers"]["story"]
    paper = next(iter(files.listed(content).values()))
    assert paper["name"] == full_case.paper.original_name
    assert b"".join(files.content(paper)) in [one.encode() for one in full_case.planted]
    admitting.declare(report, team.lucie, "")
    notes = chests.open_chest(report, Compartment.INNER, team.lucie).read_all("note:")
    assert any("Notitie" in note["text"] for note in notes.values())
    assert any("Gebeld" in note["text"] for note in notes.values())
    last = list(notes.values())[-1]["text"]
    assert "agreed" in last
    assert full_case.case.reference in last
    assert Entry.objects.filter(report=report.pk, act=Act.CAME_OVER).exists()
    assert record.first_broken() is None


def test_nothing_readable_stays_outside(
    team: SimpleNamespace, full_case: SimpleNamespace, complainant: Client, people: Any, settings: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    _ask(full_case, people)
    before = b"\n".join(seized(Path(settings.FILES)).values())
    assert set(found_in(before, full_case.planted)) == set(full_case.planted), "all was there to be found"
    with django_capture_on_commit_callbacks(execute=True):
        code = code_in(complainant.post("/file/move/", AGREED))
    after = b"\n".join(seized(Path(settings.FILES)).values())
    assert not found_in(after, [*full_case.planted, code, code.replace(" ", "")])
    assert not [path for path in Path(settings.FILES).rglob("*") if path.is_file()]


def test_what_remains_is_a_number(
    team: SimpleNamespace, full_case: SimpleNamespace, complainant: Client, people: Any, as_user: Any
) -> None:
    _ask(full_case, people)
    number, key = full_case.case.reference, full_case.case.key
    complainant.post("/file/move/", AGREED)
    case = Case.objects.get(pk=full_case.case.pk)
    assert (case.reference, case.state, case.subject, case.code_digest) == (number, "destroyed", "—", "")
    assert case.closed_at is not None
    assert case.closed_at.date() == case.received_on, "the balance of the figures holds"
    assert case.key != key
    assert case.handler is None
    assert case.theme == ""
    assert set(rows_of(case)) == {Case}
    assert not SearchText.objects.filter(case=case).exists()
    assert not Invitation.objects.exists()
    assert not search.find(full_case.story)
    assert not Document.objects.exists()
    words = {entry.action for entry in OfficeEntry.objects.filter(case_id=case.pk)}
    assert not [word for word in words if "handover" in word or "integrity" in word]
    assert as_user(people.handler).get(f"/staff/cases/{case.pk}/").status_code == 200
    assert complainant.get("/file/mine/").status_code == 302, "the old code opens nothing"


def test_a_second_press_of_the_button_shows_the_same_code(
    team: SimpleNamespace, full_case: SimpleNamespace, complainant: Client, people: Any
) -> None:
    _ask(full_case, people)
    sent = {**AGREED, "ticket": _ticket(complainant.get("/file/move/"))}
    one, two = complainant.post("/file/move/", sent), complainant.post("/file/move/", sent)
    assert code_in(one) == code_in(two)
    assert Report.objects.count() == 1
    assert complainant.post("/file/move/", AGREED)["Location"] == "/file/", "another form gets no code"


def test_with_a_no_it_stays_a_complaint(
    team: SimpleNamespace, full_case: SimpleNamespace, complainant: Client, people: Any
) -> None:
    _ask(full_case, people)
    assert complainant.post("/file/move/", {"go": "no"})["Location"] == "/file/mine/"
    assert b"/file/move/" not in complainant.get("/file/mine/").content
    full_case.case.refresh_from_db()
    assert full_case.case.state == "triage", "it waits for nobody"
    assert complainant.post("/file/move/", AGREED)["Location"] == "/file/mine/"
    assert not Report.objects.exists()


def test_without_a_clear_yes_nothing_moves(
    team: SimpleNamespace, full_case: SimpleNamespace, complainant: Client, people: Any
) -> None:
    _ask(full_case, people)
    assert complainant.post("/file/move/", {"naming": "anonymous", "go": "yes"}).status_code == 200
    page = complainant.post("/file/move/", {**AGREED, "naming": "named"})
    assert b"Write your name" in page.content
    assert not Report.objects.exists()
    assert Case.objects.get(pk=full_case.case.pk).state != "destroyed"


def test_a_named_handler_never_gets_a_key(
    team: SimpleNamespace, full_case: SimpleNamespace, complainant: Client, people: Any
) -> None:
    _ask(full_case, people)
    complainant.post("/file/move/", {**AGREED, "excluded": [str(team.lucie.handler.pk)]})
    report = Report.objects.get()
    assert admitting.admission(report, team.lucie.handler) is None
    assert report.admissions.exists()


def test_by_word_of_mouth_staff_see_the_code_once(
    team: SimpleNamespace, full_case: SimpleNamespace, people: Any, as_user: Any
) -> None:
    browser, address = as_user(people.handler), f"/staff/cases/{full_case.case.pk}/handover/told/"
    sent = {"naming": "anonymous", "sure": "on", "ticket": _ticket(browser.get(address))}
    code = code_in(browser.post(address, sent))
    assert filing.by_code(codes.tidy(code))
    assert code_in(browser.post(address, sent)) == code
    assert browser.post(address, {**sent, "ticket": ""}).status_code == 200
    assert Report.objects.count() == 1


def test_a_case_on_which_a_publication_rests_is_not_emptied(
    team: SimpleNamespace, full_case: SimpleNamespace, people: Any, office: Any
) -> None:
    publication = Publication.objects.create(office=office, writer=people.handler)
    CaseLink.objects.create(publication=publication, case=full_case.case)
    with pytest.raises(TextsRest):
        moving_in.invite(full_case.case, actor=people.handler)


def test_when_the_vault_fails_the_complaint_is_still_there(
    team: SimpleNamespace, full_case: SimpleNamespace, people: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    _ask(full_case, people)

    def broken(*args: Any, **kwargs: Any) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(chests, "new_chest", broken)
    agreement = moving_in.Agreement("anonymous")
    with pytest.raises(OSError, match="no space"):
        moving_in.move(full_case.case, agreement, actor=people.handler, ticket="t" * 43)
    assert full_case.case.submissions.get().text == full_case.story


def test_no_deleted_words_stay_in_free_pages(
    team: SimpleNamespace, full_case: SimpleNamespace, complainant: Client, people: Any, settings: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    connection = connections["default"]
    _ask(full_case, people)
    with django_capture_on_commit_callbacks(execute=True):
        complainant.post("/file/move/", AGREED)
    if connection.vendor == "sqlite":
        pages = connection.connection.serialize()
    else:  # its files are searched where they can be written anew: tests/leaks/test_seized_disk.py
        pages = b"\n".join(seized(Path(settings.FILES)).values())
    assert not found_in(pages, full_case.planted)
