"""A visitor asks whether we can help: three questions, the right door."""

from typing import Any

import pytest
from django.urls import reverse

from ombuds.lib.hostile import STRINGS

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client: Any, office: Any) -> Any:
    def asked(text: Any, step: Any = 2, **more: Any) -> Any:
        fields = {"step": str(step), "text": text, "contacted": "no_answer", "when": "0", **more}
        return client.post(
            reverse("publicsite:help"), fields, headers={"accept-language": "en"}
        ).content.decode()

    return asked


def test_one_question_a_page_and_the_answers_travel_in_the_page(client: Any, office: Any) -> None:
    page = reverse("publicsite:help")
    first = client.get(page, headers={"accept-language": "en"}).content.decode()
    assert "Question 1 of 3" in first
    second = client.post(
        page, {"step": "0", "text": "Actiris"}, headers={"accept-language": "en"}
    ).content.decode()
    assert "Question 2 of 3" in second
    assert 'name="text" value="Actiris"' in second
    back = client.post(page, {"step": "1", "text": "Actiris", "back": "1"}).content.decode()
    assert "Actiris</textarea>" in back
    missing = client.post(
        page, {"step": "1", "text": "Actiris"}, headers={"accept-language": "en"}
    ).content.decode()
    assert "Choose one of the answers" in missing


def test_ours_leads_to_the_form_with_the_service_filled_in(ask: Any) -> None:
    page = ask("Actiris")
    assert "Yes, we can look at this" in page
    assert reverse("intake:form") + "?body=actiris" in page


def test_not_asked_yet_leads_to_the_service_first_with_tips(ask: Any) -> None:
    page = ask("Actiris", contacted="not_yet")
    assert "Go to the service first" in page
    assert "Keep a copy" in page


def test_another_ombudsman_is_named_with_address(ask: Any) -> None:
    page = ask("boete van de MIVB")
    assert "The right address: STIB-MIVB Ombudsman" in page
    assert "1000 Brussel" in page


def test_who_works_there_and_reports_abuse_is_at_our_door(ask: Any) -> None:
    assert "You can report this to us" in ask("MIVB", step=0, works_there="on")


def test_unsure_means_a_person_looks_and_the_visitor_may_choose(ask: Any) -> None:
    page = ask("Woluwe")
    assert "a person looks at it" in page
    assert 'value="municipality-21019"' in page
    chosen = ask("Woluwe", chosen="municipality-21019")
    assert "Yes, we can look at this" in chosen
    assert "We are not sure yet" in ask("hmm", chosen="no-such-body")


def test_old_facts_get_a_warning_and_no_refusal(ask: Any) -> None:
    page = ask("Actiris", when="3")
    assert "It happened long ago" in page
    assert reverse("intake:form") in page


def test_the_text_is_never_in_an_address(ask: Any) -> None:
    assert "geheim-verhaal" not in "".join(
        part.split('"')[0] for part in ask("geheim-verhaal").split('href="')[1:]
    )


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_answers_get_a_page(client: Any, office: Any, text: Any) -> None:
    for step in ("0", "1", "2", text):
        fields = {"step": step, "text": text, "contacted": text, "when": text, "chosen": text}
        assert client.post(reverse("publicsite:help"), fields).status_code == 200
