"""The pages of decisions in a browser."""

from typing import Any

import pytest
from django.urls import reverse

from ombuds.lib.hostile import STRINGS

PAGES = ["decision", "suspension", "withdrawal", "first_line", "review"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("state", ["triage", "open", "first_line", "suspended", "refused"])
def test_every_page_opens_in_every_state(
    name: str, state: str, make_case: Any, as_user: Any, people: Any
) -> None:
    case = make_case(state)
    answer = as_user(people.second_reader).get(reverse(f"admissibility:{name}", args=[case.pk]))
    assert answer.status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_who_has_no_role_sees_nothing(
    name: str, make_case: Any, as_user: Any, people: Any, client: Any
) -> None:
    address = reverse(f"admissibility:{name}", args=[make_case("triage").pk])
    assert as_user(people.outsider).get(address).status_code == 404
    assert as_user(people.editor).get(address).status_code == 404
    assert client.get(address).status_code == 302


def test_the_page_names_mandatory_and_optional_grounds_apart(
    make_case: Any, as_user: Any, people: Any
) -> None:
    case = make_case("triage")
    page = as_user(people.handler).get(reverse("admissibility:decision", args=[case.pk])).content.decode()
    assert "Mandatory grounds" in page
    assert "Optional grounds" in page
    assert "Legal basis:" in page


def _post(office: Any, **changes: str) -> dict[str, str]:
    fields = {f"a-verdict_{g.pk}": "not_met" for g in office.grounds.filter(question="admissibility")}
    return {**fields, "a-verdict": "admitted", "a-reasons": "", **changes}


def test_handler_decides_both_and_lands_on_the_letter(
    make_case: Any, as_user: Any, people: Any, office: Any
) -> None:
    case = make_case("triage")
    browser = as_user(people.handler)
    body = case.grievances.first().body
    fields = {f"c-verdict_{g.pk}": "not_met" for g in office.grounds.filter(question="competence")}
    a1 = office.grounds.get(code="A1")
    answer = browser.post(
        reverse("admissibility:competence", args=[case.pk]),
        {**fields, "body": body.pk, "c-verdict": "ours", f"c-reason_{a1.pk}": "Checked."},
    )
    assert answer.status_code == 302, answer.content.decode()
    a2 = office.grounds.get(code="A2")
    answer = browser.post(
        reverse("admissibility:admissibility", args=[case.pk]),
        _post(office, **{f"a-reason_{a2.pk}": "The person has an answer of the service."}),
    )
    assert answer.status_code == 302
    assert answer["Location"].endswith("?letter=L11")
    case.refresh_from_db()
    assert case.state == "open"


def test_refused_input_keeps_what_was_typed(make_case: Any, as_user: Any, people: Any, office: Any) -> None:
    case = make_case("triage")
    answer = as_user(people.handler).post(
        reverse("admissibility:admissibility", args=[case.pk]),
        _post(office, **{"a-verdict": "refused", "a-reasons": "My long and careful reasons"}),
    )
    assert answer.status_code == 422
    assert "My long and careful reasons" in answer.content.decode()


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_input_gets_a_sentence(
    text: str, make_case: Any, as_user: Any, people: Any, office: Any
) -> None:
    case = make_case("triage")
    browser = as_user(people.handler)
    fields = dict.fromkeys(_post(office), text) | {"a-reasons": text, "a-verdict": text, "a-grievance": text}
    assert browser.post(reverse("admissibility:admissibility", args=[case.pk]), fields).status_code in (
        302,
        400,
        422,
    )
    for name in PAGES[1:]:
        data = dict.fromkeys(
            ["reason", "why", "note", "gateway", "proceedings", "asked_on", "before", "reasons"], text
        )
        assert browser.post(reverse(f"admissibility:{name}", args=[case.pk]), data).status_code in (
            200,
            302,
            400,
            422,
        )


def test_the_second_reader_approves_on_the_page(
    make_case: Any, as_user: Any, people: Any, office: Any
) -> None:
    case = make_case("triage")
    a2, a5 = office.grounds.get(code="A2"), office.grounds.get(code="A5")
    given = {f"a-verdict_{a5.pk}": "used", "a-verdict": "refused", "a-reasons": "There is nothing in it."}
    given[f"a-reason_{a2.pk}"] = "Asked already"
    answer = as_user(people.handler).post(
        reverse("admissibility:admissibility", args=[case.pk]), _post(office, **given)
    )
    assert answer.status_code == 302
    decision = case.admissibilitydecisions.get()
    address = reverse("admissibility:read", args=[case.pk, "admissibility", decision.pk])
    assert as_user(people.handler2).post(address, {"approve": "1"}).status_code == 403
    answer = as_user(people.second_reader).post(address, {"approve": "1"})
    assert answer["Location"].endswith("?letter=L10")
