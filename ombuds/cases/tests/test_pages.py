"""Pages of a case: the handler works, the outsider sees nothing, nobody gets a crash."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ombuds.audit.models import Entry
from ombuds.cases import services
from ombuds.cases.models import Case
from ombuds.lib.hostile import MEGABYTE, STRINGS

pytestmark = pytest.mark.django_db
FORMS = [
    "facts",
    "party_add",
    "grievance_add",
    "note",
    "papers_add",
    "assign",
    "reclassify",
    "link",
    "walls",
    "hold",
]
FIELDS = [
    "subject", "theme", "language", "letter_language", "facts_on", "decision_on", "notified_on", "version", "text",
    "summary", "body_name", "first_name", "last_name", "organisation", "email", "phone", "street", "postcode", "town",
    "role", "handler", "kind", "reason", "reference", "user", "title",
]  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_hostile_input_gets_a_sentence_and_never_a_crash(
    make_case: Any, people: Any, as_user: Any, name: str
) -> None:
    case, client = make_case(), as_user(people.ombudsman)
    address = reverse(f"cases:{name}", args=[case.pk])
    for text in [*STRINGS, MEGABYTE]:
        answer = client.post(address, dict.fromkeys(FIELDS, text))
        assert answer.status_code in (200, 302, 400, 403), (name, text[:40])
        assert "Traceback" not in answer.content.decode()


def test_what_was_typed_stays_typed_when_a_form_is_refused(make_case: Any, people: Any, as_user: Any) -> None:
    case = make_case()
    answer = as_user(people.handler).post(
        reverse("cases:party_add", args=[case.pk]),
        {"role": "complainant", "email": "no address", "street": "Kromme straat 3"},
    )
    assert "Kromme straat 3" in answer.content.decode()


def test_of_two_who_edit_the_facts_the_second_keeps_the_text_and_is_told(
    make_case: Any, people: Any, as_user: Any
) -> None:
    case = make_case()
    address = reverse("cases:facts", args=[case.pk])
    data = {"subject": "First", "version": case.version, "language": "fr", "letter_language": "fr"}
    assert as_user(people.handler).post(address, data).status_code == 302
    second = as_user(people.handler2)
    answer = second.post(address, {**data, "subject": "Second, typed with care"})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Second, typed with care" in page
    assert "Someone else changed this case" in page
    case.refresh_from_db()
    assert case.subject == "First"
    again = {**data, "subject": "Second, typed with care", "version": case.version}
    assert second.post(address, again).status_code == 302


def test_good_files_stay_when_one_is_refused(make_case: Any, people: Any, as_user: Any) -> None:
    case = make_case()
    files = [
        SimpleUploadedFile("letter.pdf", b"%PDF-1.4 a letter"),
        SimpleUploadedFile("holiday.jpg", b"MZ\x90\x00 a program in disguise"),
        SimpleUploadedFile("empty.txt", b""),
    ]
    address = reverse("cases:papers_add", args=[case.pk])
    answer = as_user(people.handler).post(address, {"files": files, "title": ""}, follow=True)
    page = answer.content.decode()
    assert [paper.document.original_name for paper in case.papers.all()] == ["letter.pdf"]
    assert "holiday.jpg" in page
    assert "empty.txt" in page


def test_a_paper_is_handed_out_as_attachment_only(make_case: Any, people: Any, as_user: Any) -> None:
    case = make_case()
    upload = SimpleUploadedFile("../../x<script>.txt", b"plain words")
    papers, _sentences = services.store_documents(case, [upload], actor=people.handler, source="office")
    answer = as_user(people.handler).get(reverse("cases:paper", args=[case.pk, papers[0].pk]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "/" not in papers[0].document.original_name


def test_every_look_at_a_case_is_recorded(make_case: Any, people: Any, as_user: Any) -> None:
    case = make_case()
    as_user(people.handler2).get(reverse("cases:clocks", args=[case.pk]))
    assert Entry.objects.filter(case_id=case.pk, action="cases:case:read", actor=people.handler2).count() == 1


def test_who_stands_behind_a_wall_gets_the_page_of_a_case_that_does_not_exist(
    make_case: Any, people: Any, as_user: Any
) -> None:
    case = make_case(subject="Walled")
    services.raise_wall(case, actor=people.second_reader, user=people.handler2, reason="cousin")
    client = as_user(people.handler2)
    assert client.get(reverse("desk:case", args=[case.pk])).status_code == 404
    assert client.get(reverse("desk:case", args=[10**12])).status_code == 404
    for name in ("desk:worklist", "desk:search"):
        page = client.get(reverse(name), {"scope": "all", "q": "Walled"}).content.decode()
        assert case.reference not in page


def test_cases_are_given_in_bulk_by_the_second_reader_only(make_case: Any, people: Any, as_user: Any) -> None:
    cases = [make_case(), make_case()]
    data = {"case": [str(case.pk) for case in cases], "handler": str(people.handler2.pk)}
    assert as_user(people.handler).post(reverse("cases:assign_many"), data).status_code == 403
    assert as_user(people.second_reader).post(reverse("cases:assign_many"), data).status_code == 302
    assert set(Case.objects.filter(handler=people.handler2)) == set(cases)


def test_the_records_manager_sees_numbers_and_dates_but_no_content(
    make_case: Any, people: Any, as_user: Any
) -> None:
    case = make_case(state="closed", subject="A secret subject")
    Case.objects.filter(pk=case.pk).update(destroy_on="2020-01-01")
    page = as_user(people.records).get(reverse("cases:retention")).content.decode()
    assert case.reference in page
    assert "secret" not in page
    address = reverse("cases:destroy", args=[case.pk])
    answer = as_user(people.records).post(address, {"reason": "the term is over"})
    assert answer.status_code == 302
    case.refresh_from_db()
    assert case.state == "destroyed"


def test_the_chain_can_be_checked_on_a_page(people: Any, as_user: Any) -> None:
    page = as_user(people.administrator).post(reverse("cases:audit")).content.decode()
    assert "The chain holds" in page


@pytest.mark.parametrize("name", ["start_triage", "analyse", "mediate", "close", "nonsense"])
def test_a_step_that_is_not_possible_says_so(make_case: Any, people: Any, as_user: Any, name: str) -> None:
    case = make_case(state="first_line")
    answer = as_user(people.handler).get(reverse("cases:step", args=[case.pk, name]))
    assert answer.status_code in (200, 404, 409)
