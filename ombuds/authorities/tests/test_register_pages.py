"""Staff find a body by any name and correct it; the others only look."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from ombuds.audit.models import Entry
from ombuds.authorities.models import Body, Competence, Contact
from ombuds.authorities.services import judge
from ombuds.lib.hostile import STRINGS

pytestmark = pytest.mark.django_db


@pytest.fixture
def actiris(office: Any) -> Any:
    return Body.objects.get(code="actiris")


@pytest.fixture
def editor(people: Any, as_user: Any) -> Any:
    return as_user(people.administrator)


@pytest.mark.parametrize("text", ["aktiris", "ORBEM", "office régional bruxellois de l'emploi"])
def test_a_body_is_found_by_any_of_its_names(people: Any, as_user: Any, actiris: Any, text: Any) -> None:
    page = as_user(people.handler).get(reverse("authorities:list"), {"q": text})
    assert reverse("authorities:body", args=[actiris.pk]) in page.content.decode()


def test_the_list_stays_under_twenty_queries(
    people: Any, as_user: Any, office: Any, django_assert_max_num_queries: Any
) -> None:
    browser = as_user(people.handler)
    browser.get(reverse("authorities:list"), {"q": "elsene"})
    with django_assert_max_num_queries(20):
        browser.get(reverse("authorities:list"), {"q": "elsene"})


@pytest.mark.parametrize("text", STRINGS)
def test_any_search_and_page_number_is_answered(people: Any, as_user: Any, office: Any, text: Any) -> None:
    answer = as_user(people.handler).get(
        reverse("authorities:list"), {"q": text, "page": text, "kind": text, "level": text}
    )
    assert answer.status_code in (200, 400)


def test_a_handler_looks_but_does_not_change(people: Any, as_user: Any, actiris: Any) -> None:
    browser = as_user(people.handler)
    assert b"Correct the body" not in browser.get(reverse("authorities:body", args=[actiris.pk])).content
    assert browser.get(reverse("authorities:change", args=[actiris.pk])).status_code == 403
    assert (
        browser.post(reverse("authorities:add_alias", args=[actiris.pk]), {"text": "X1"}).status_code == 403
    )


def test_a_name_is_added_once_and_taken_away_with_history(editor: Any, actiris: Any) -> None:
    page = reverse("authorities:add_alias", args=[actiris.pk])
    assert editor.post(page, {"text": " De  job winkel "}).status_code == 302
    alias = actiris.aliases.get(text="De job winkel")
    again = editor.post(page, {"text": "de JOB winkel"})
    assert again.status_code == 200
    assert b"de JOB winkel" in again.content
    editor.post(reverse("authorities:remove_alias", args=[actiris.pk, alias.pk]))
    assert not actiris.aliases.filter(pk=alias.pk).exists()
    acts = list(
        Entry.objects.filter(subject=f"authorities.body:{actiris.pk}").values_list("action", flat=True)
    )
    assert acts == ["authorities:alias:add", "authorities:alias:remove"]


@pytest.mark.parametrize("text", [text for text in STRINGS if sum(c.isalnum() for c in text) < 2])
def test_an_empty_name_is_refused_with_a_sentence(editor: Any, actiris: Any, text: Any) -> None:
    answer = editor.post(reverse("authorities:add_alias", args=[actiris.pk]), {"text": text})
    assert answer.status_code == 200
    assert not actiris.aliases.filter(by_staff=True).exists()


def _as_typed(body: Any, **changes: Any) -> Any:
    return {
        "name_nl": body.names.get("nl", ""),
        "name_fr": body.names.get("fr", ""),
        "kind": body.kind,
        "level": body.level,
        "version": body.version,
        **changes,
    }


def test_two_editors_at_once_are_noticed_and_nothing_typed_is_lost(editor: Any, actiris: Any) -> None:
    page = reverse("authorities:change", args=[actiris.pk])
    assert editor.post(page, _as_typed(actiris, name_nl="Actiris Een")).status_code == 302
    second = editor.post(page, _as_typed(actiris, name_nl="Actiris Twee"))
    assert b"Actiris Twee" in second.content
    assert b"Somebody else changed" in second.content
    actiris.refresh_from_db()
    assert (actiris.names["nl"], actiris.corrected) == ("Actiris Een", True)


def test_loading_again_leaves_a_correction_alone(editor: Any, actiris: Any, office: Any) -> None:
    from ombuds.office.loading import load

    editor.post(reverse("authorities:change", args=[actiris.pk]), _as_typed(actiris, name_nl="Eigen naam"))
    load("brussels")
    actiris.refresh_from_db()
    assert actiris.names["nl"] == "Eigen naam"


def test_a_new_answer_holds_from_its_day_and_the_old_one_ends_the_day_before(
    editor: Any, actiris: Any, office: Any
) -> None:
    other = Body.objects.get(code="federale-ombudsman")
    form = {
        "matter": "complaint",
        "verdict": "refer",
        "refer_to": other.pk,
        "valid_from": "2030-01-01",
        "reason_nl": "Vanaf 2030 federaal.",
    }
    assert editor.post(reverse("authorities:set_competence", args=[actiris.pk]), form).status_code == 302
    assert judge(office, actiris, "complaint", dt.date(2029, 12, 31)).verdict == "competent"
    after = judge(office, actiris, "complaint", dt.date(2030, 1, 1))
    assert (after.verdict, after.refer_to) == ("refer", other)
    assert Competence.objects.filter(office=office, body=actiris, matter="complaint").count() == 2


def test_an_answer_with_referral_needs_somebody_to_refer_to(editor: Any, actiris: Any) -> None:
    form = {"matter": "complaint", "verdict": "refer", "valid_from": "2030-01-01", "legal_basis": "Art. 5"}
    answer = editor.post(reverse("authorities:set_competence", args=[actiris.pk]), form)
    assert b"Say to whom" in answer.content
    assert b"Art. 5" in answer.content


def test_an_answer_is_ended(editor: Any, office: Any) -> None:
    body = Body.objects.get(code="vivaqua")
    row = Competence.objects.get(office=office, body=body, matter="disclosure")
    page = reverse("authorities:end_competence", args=[body.pk, row.pk])
    assert editor.post(page, {"last_day": "no day"}).status_code == 200
    editor.post(page, {"last_day": "2027-12-31"})
    assert judge(office, body, "disclosure", dt.date(2027, 12, 31)).verdict == "competent"
    assert judge(office, body, "disclosure", dt.date(2028, 1, 1)).verdict == "unknown"


def test_a_contact_is_added_corrected_and_removed(editor: Any, actiris: Any) -> None:
    page = reverse("authorities:add_contact", args=[actiris.pk])
    assert (
        b"at least one way" in editor.post(page, {"purpose": "first_line", "name": "Klachtendienst"}).content
    )
    editor.post(page, {"purpose": "first_line", "email": "klachten@example.org"})
    row = Contact.objects.get(body=actiris)
    editor.post(
        reverse("authorities:contact", args=[actiris.pk, row.pk]), {"purpose": "head", "phone": "02 000"}
    )
    row.refresh_from_db()
    assert (row.purpose, row.phone, row.email) == ("head", "02 000", "")
    editor.post(reverse("authorities:remove_contact", args=[actiris.pk, row.pk]))
    assert not Contact.objects.filter(body=actiris).exists()


def test_a_body_is_added_and_found(editor: Any, office: Any) -> None:
    assert (
        b"at least one language"
        in editor.post(reverse("authorities:add"), {"kind": "agency", "level": "other"}).content
    )
    form = {
        "name_nl": "Grondfabriek Zenne",
        "abbreviations": "GFZ, GZ",
        "kind": "agency",
        "level": "brussels_region",
    }
    editor.post(reverse("authorities:add"), form)
    body = Body.objects.get(code="grondfabriek-zenne")
    assert body.abbreviations == ["GFZ", "GZ"]
    assert b"Grondfabriek" in editor.get(reverse("authorities:list"), {"q": "grondfabriek"}).content


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_input_never_breaks_a_form(editor: Any, actiris: Any, text: Any) -> None:
    for page, fields in (
        ("change", _as_typed(actiris, name_nl=text, abbreviations=text, kbo=text, version=text)),
        (
            "set_competence",
            {"matter": text, "verdict": text, "refer_to": text, "valid_from": text, "reporter": text},
        ),
        ("add_contact", {"purpose": text, "email": text, "url": text, "address": text}),
    ):
        assert editor.post(reverse(f"authorities:{page}", args=[actiris.pk]), fields).status_code in (
            200,
            302,
            400,
        )
