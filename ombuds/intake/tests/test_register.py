"""Staff write down a call, a visit or a letter."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ombuds.cases.models import Case
from ombuds.cases.services.creation import CODE_PURPOSE
from ombuds.intake.models import Draft, Submission
from ombuds.lib import tokens
from ombuds.lib.hostile import MEGABYTE, STRINGS

pytestmark = pytest.mark.django_db
PAGE = "/staff/register/"


@pytest.fixture
def officer(office: Any, people: SimpleNamespace, as_user: Any) -> Any:
    return as_user(people.intake)


def test_a_call_becomes_a_case_with_only_its_way_and_some_words(
    officer: Any, people: SimpleNamespace
) -> None:
    response = officer.post(
        PAGE, {"go": "register", "channel": "phone", "notes": "Mevrouw belt over een boete."}
    )
    case = Case.objects.get()
    assert response.url == f"/staff/cases/{case.pk}/triage/"
    submission = Submission.objects.get()
    assert (submission.text, submission.case, submission.registered_by) == (
        "Mevrouw belt over een boete.",
        case,
        people.intake,
    )
    assert case.channel == "phone"
    assert not case.parties.exists()
    assert officer.get(response.url).status_code == 200


def test_everything_that_was_heard_lands_where_it_belongs(officer: Any) -> None:
    officer.post(
        PAGE,
        {
            "go": "register",
            "channel": "visit",
            "notes": "Is dakloos.",
            "first_name": "Jean-Baptiste",
            "last_name": "de l'Hôpital",
            "language": "fr",
            "urgent": "on",
            "vulnerable": "on",
            "interpreter": "Arabe",
            "body_text": "CPAS Molenbeek",
            "rep_last_name": "Sociaal werker",
            "notified_on": "03/11/2025",
        },
    )
    case = Case.objects.get()
    assert (case.urgent, case.vulnerable, case.interpreter, case.letter_language) == (
        True,
        True,
        "Arabe",
        "fr",
    )
    assert {party.role for party in case.parties.all()} == {"complainant", "representative"}
    assert case.grievances.get().body_as_written == "CPAS Molenbeek"
    assert str(case.notified_on) == "2025-11-03"


def test_looking_up_the_service_keeps_all_that_was_typed(officer: Any) -> None:
    officer.post(PAGE, {"go": "find", "notes": "Half a sentence", "body_text": "boete van de MIVB"})
    page = officer.get(PAGE)
    assert page.context["form"]["notes"].value() == "Half a sentence"
    assert "mivb" in dict(page.context["form"].fields["body"].choices)
    assert not Case.objects.exists()


def test_what_is_wrong_is_said_and_nothing_is_lost(officer: Any) -> None:
    page = officer.post(
        PAGE, {"go": "register", "notes": "Long story", "email": "no address", "facts_on": "2025-02-30"}
    )
    assert page.status_code == 200
    assert set(page.context["form"].errors) == {"channel", "email", "facts_on"}
    assert officer.get(PAGE).context["form"]["notes"].value() == "Long story"


def test_text_survives_the_end_of_the_session(officer: Any, people: SimpleNamespace, as_user: Any) -> None:
    owner = officer.get(PAGE).context["owner"]
    signed_out: Any = Client()
    response = signed_out.post(
        PAGE, {"go": "register", "channel": "phone", "notes": "Typed for an hour", "owner": owner}
    )
    assert response.url.startswith("/staff/login/")
    assert Draft.objects.get(owner=people.intake).answers["register"]["notes"] == "Typed for an hour"
    assert as_user(people.intake).get(PAGE).context["form"]["notes"].value() == "Typed for an hour"
    assert not Case.objects.exists()


def test_a_stranger_cannot_write_into_somebodys_page(office: Any, people: SimpleNamespace) -> None:
    for owner in ("", str(people.intake.pk), "x:y:z"):
        stranger: Any = Client()
        response = stranger.post(PAGE, {"notes": "planted", "owner": owner})
        assert response.url.startswith("/staff/login/")
    assert not Draft.objects.exists()


def test_a_letter_comes_with_its_scan_and_its_day(officer: Any, settings: Any, tmp_path: Path) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path}},
    }
    scan = SimpleUploadedFile("scan.pdf", b"%PDF-1.4\n%%EOF")
    officer.post(
        PAGE,
        {
            "go": "register",
            "channel": "letter",
            "notes": "Zie scan",
            "received_on": "2026-01-05",
            "files": scan,
        },
    )
    case = Case.objects.get()
    assert str(case.received_on) == "2026-01-05"
    assert case.papers.get().document.original_name == "scan.pdf"
    assert Submission.objects.get().original == case.papers.get().document
    assert not Draft.objects.exists()


def test_a_new_code_is_shown_once_and_opens_the_file(officer: Any, make_case: Any) -> None:
    case = make_case()
    page = officer.post(f"/staff/cases/{case.pk}/code/")
    case.refresh_from_db()
    assert tokens.matches(page.context["code"], case.code_digest, CODE_PURPOSE)
    assert officer.get(f"/staff/cases/{case.pk}/code/").status_code == 405


@pytest.mark.parametrize("text", [*STRINGS, MEGABYTE], ids=lambda text: repr(text[:12]))
def test_hostile_text_gets_a_sentence_or_a_case(officer: Any, text: str) -> None:
    from ombuds.intake.forms.register import RegisterForm

    response = officer.post(
        PAGE, {"go": "register", **dict.fromkeys(RegisterForm.base_fields, text), "channel": "phone"}
    )
    assert response.status_code in (200, 302)
    assert officer.get(PAGE).status_code == 200


def test_the_page_is_for_those_who_register(office: Any, people: SimpleNamespace, as_user: Any) -> None:
    assert as_user(people.editor).get(PAGE).status_code == 403
    assert as_user(people.administrator).get(PAGE).status_code == 403
    stranger: Any = Client()
    assert stranger.get(PAGE).url.startswith("/staff/login/")
