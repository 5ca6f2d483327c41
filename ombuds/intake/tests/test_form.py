"""The complainant fills in the public form."""

from typing import Any

import pytest
from django.test import Client

from ombuds.cases.models import Case
from ombuds.cases.services.creation import CODE_PURPOSE
from ombuds.cases.terms import PartyRole
from ombuds.intake import steps
from ombuds.intake.models import Draft, Submission
from ombuds.intake.services import forget_drafts
from ombuds.intake.tests.walking import ANSWERS, Walker, code_on
from ombuds.lib import tokens
from ombuds.lib.hostile import MEGABYTE, STRINGS
from ombuds.lib.today import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(office: Any) -> Walker:
    return Walker()


def test_a_complaint_walks_from_the_first_page_to_a_receipt(person: Walker) -> None:
    person.walk()
    page = person.send()
    case = Case.objects.get()
    assert case.reference in page.content.decode()
    assert tokens.matches(code_on(page), case.code_digest, CODE_PURPOSE)
    assert (case.language, case.letter_language, case.channel) == ("fr", "fr", "web")
    party = case.parties.get()
    assert (party.full_name, party.town) == ("Zoë D'Ölmé-van den Berg", "Ixelles")
    assert case.grievances.get().body_as_written == "taxe communale à Ixelles"
    assert "van den Berg" not in case.subject


def test_every_word_is_kept_as_it_was_written(person: Walker) -> None:
    person.walk()
    person.send()
    submission = Submission.objects.get()
    assert submission.text.replace("\r\n", "\n") == ANSWERS["story"]["text"]
    assert submission.fields["body_text"] == "taxe communale à Ixelles"
    assert submission.fields["wish"] == "Un remboursement"
    assert submission.case == Case.objects.get()


def test_sending_twice_gives_the_same_receipt_and_one_case(person: Walker) -> None:
    person.walk()
    first, second = person.send(), person.client.post("/complaint/check/", follow=True)
    assert Case.objects.count() == Submission.objects.count() == 1
    assert code_on(first) == code_on(second)
    assert code_on(person.client.get("/complaint/sent/?print=1")) == code_on(first)


def test_the_code_is_stored_nowhere(person: Walker) -> None:
    person.walk()
    code = code_on(person.send())
    draft = Draft.objects.get()
    stored = f"{draft.__dict__} {Case.objects.get().__dict__} {Submission.objects.get().__dict__}"
    assert code not in stored
    assert tokens.tidy_code(code) not in stored
    assert draft.answers == {}


def test_going_back_keeps_what_was_typed_also_when_it_is_wrong(person: Walker) -> None:
    person.walk(until="dates")
    response = person.answer("dates", go="back", facts_on="2026-02-30", notified_on="x")
    assert response.url == "/complaint/wish/"
    page = person.client.get("/complaint/dates/")
    assert page.context["form"]["facts_on"].value() == "2026-02-30"


def test_a_change_from_the_overview_leads_back_to_it(person: Walker) -> None:
    person.walk()
    page = person.client.get("/complaint/wish/?change=1")
    assert b'name="change"' in page.content
    assert person.answer("wish", go="check", wish="Des excuses", change="1").url == "/complaint/check/"
    assert "Des excuses" in person.client.get("/complaint/check/").content.decode()


def test_a_text_that_is_too_long_says_by_how_much_and_stays(person: Walker) -> None:
    person.walk(until="story")
    page = person.answer("story", text=MEGABYTE[:300_000])
    assert page.status_code == 200
    assert "259,999" in str(page.context["form"].errors["text"])
    assert person.draft.answers["story"]["text"] == MEGABYTE[:300_000]


def test_whoever_writes_for_someone_else_is_the_representative(person: Walker) -> None:
    person.walk(
        behalf={"behalf": "other"},
        represented={"first_name": "Oma", "last_name": "Janssens", "go": "next"},
    )
    person.send()
    roles = {party.role: party.full_name for party in Case.objects.get().parties.all()}
    assert roles == {
        PartyRole.COMPLAINANT: "Oma Janssens",
        PartyRole.REPRESENTATIVE: "Zoë D'Ölmé-van den Berg",
    }


def test_an_unknown_language_is_left_open_for_letters_in_both(person: Walker) -> None:
    person.walk(language={"language": "unknown"})
    person.send()
    case = Case.objects.get()
    assert (case.language, case.letter_language) == ("", "")


def test_a_complaint_for_another_ombudsman_shows_the_door_and_takes_it_anyway(person: Walker) -> None:
    person.walk(until="which", service={"body_text": "boete van de MIVB"})
    assert person.answer("which", body="mivb").url == "/complaint/door/"
    page = person.client.get("/complaint/door/")
    assert page.context["helper"] is not None
    assert person.answer("door").url == "/complaint/contacted/"


def test_a_decision_warns_of_the_council_of_state(person: Walker) -> None:
    day = today().isoformat()
    person.walk(dates={"decision_on": day, "notified_on": day})
    assert person.client.get("/complaint/check/").context["appeal"]
    page = person.send()
    assert page.context["council"].notified_on == today()


def test_a_draft_goes_on_with_its_code_on_another_device(person: Walker) -> None:
    person.walk(until="wish")
    code = person.client.post("/complaint/save/").context["code"]
    other = Walker()
    assert (
        other.client.post("/complaint/resume/", {"code": code.lower().replace("-", " ")}).url
        == "/complaint/wish/"
    )
    assert other.client.get("/complaint/story/").context["form"]["text"].value() == ANSWERS["story"]["text"]
    assert person.client.get("/complaint/story/").url == "/complaint/"


def test_a_wrong_code_gets_a_sentence_and_keeps_what_was_typed(person: Walker) -> None:
    page = person.client.post("/complaint/resume/", {"code": "7KQX-M2RD-4BTW-9FHC"})
    assert page.status_code == 200
    assert page.context["form"].errors["code"]
    assert "7KQX-M2RD-4BTW-9FHC" in page.content.decode()


def test_guessing_codes_is_slowed_down(person: Walker) -> None:
    for _try in range(16):
        page = person.client.post("/complaint/resume/", {"code": "7KQX-M2RD-4BTW-9FHC"})
    assert page.context["form"].non_field_errors()


def test_another_browser_does_not_see_a_draft(person: Walker) -> None:
    person.walk(until="reach")
    stranger: Any = Client()
    assert stranger.get("/complaint/you/").url == "/complaint/"
    stranger.cookies["complaint"] = "guessed"
    assert stranger.get("/complaint/check/").url == "/complaint/"
    assert stranger.get("/complaint/sent/").url == "/complaint/"


def test_what_is_typed_without_a_cookie_is_kept(office: Any) -> None:
    person = Walker()
    person.answer("story", text="Typed in a window that had forgotten its cookie")
    assert person.draft.answers["story"]["text"].startswith("Typed")


def test_a_program_is_asked_to_press_again_and_loses_nothing(person: Walker) -> None:
    person.walk()
    person.client.post("/complaint/check/")  # after less than three seconds
    assert not Case.objects.exists()
    person.take_time()
    person.client.post("/complaint/check/", {"website": "http://spam.example"})
    assert not Case.objects.exists()
    person.send()
    assert Case.objects.count() == 1


def test_incomplete_answers_cannot_be_sent(person: Walker) -> None:
    person.walk(until="story")
    page = person.send()
    assert not Case.objects.exists()
    assert not page.context["complete"]


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_text_passes_every_page_without_a_crash(person: Walker, text: str) -> None:
    person.start()
    for step in steps.STEPS:
        fields = list(step.form.base_fields) if step.form else ["x"]
        response = person.client.post(
            f"/complaint/{step.name}/", {"go": "next", **dict.fromkeys(fields, text)}
        )
        assert response.status_code in (200, 302), step.name
        assert person.client.get(f"/complaint/{step.name}/", {"look": text}).status_code in (200, 302, 400)
    assert person.client.post("/complaint/resume/", {"code": text}).status_code in (200, 302)
    assert person.client.get("/complaint/check/").status_code == 200
    assert b"<script>alert" not in person.client.get("/complaint/check/").content


@pytest.mark.parametrize("text", [text for text in STRINGS if text.strip("\x00 \u200b\u200d\ufeff")])
def test_a_hostile_story_becomes_a_case(person: Walker, text: str) -> None:
    person.walk(until="story")
    person.answer("story", text=f"A {text}")
    for step in ("wish", "dates", "papers", "behalf", "you", "reach", "needs"):
        person.answer(step, **ANSWERS.get(step, {}))
    assert person.send().status_code == 200
    assert Case.objects.count() == 1


def test_drafts_are_forgotten_in_time_and_twice_changes_nothing(person: Walker, office: Any) -> None:
    person.walk(until="wish")
    Draft.objects.update(expires_at="2020-01-01T00:00Z")
    assert forget_drafts(office, today()) == 1
    assert forget_drafts(office, today()) == 0
    assert not Draft.objects.exists()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_there_in_every_language(person: Walker, language: str) -> None:
    person.client.cookies["django_language"] = language
    person.walk(behalf={"behalf": "other"}, represented={"last_name": "X"})
    for step in steps.path_of(person.draft.answers):
        page = person.client.get(f"/complaint/{step.name}/").content.decode()
        assert f'<html lang="{language}"' in page
        assert page.count("<h1") == 1
    assert person.send().status_code == 200


def test_changing_the_language_keeps_what_was_typed(person: Walker) -> None:
    person.walk(until="story")
    assert (
        person.answer("story", go="", text="Onafgewerkte zin", page_language="nl").url == "/complaint/story/"
    )
    page = person.client.get("/complaint/story/")
    assert b'<html lang="nl"' in page.content
    assert page.context["form"]["text"].value() == "Onafgewerkte zin"
