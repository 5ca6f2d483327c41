"""The pages of the office's settings: reading, correcting, refusing, keeping what was typed."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ombuds.lib.hostile import MEGABYTE, STRINGS
from ombuds.office.models import ClockRule, Ground, LetterTemplate, Office
from ombuds.office.sections import SECTIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(as_user: Any, people: Any) -> Client:
    client: Client = as_user(people.administrator)
    return client


@pytest.fixture
def ground(office: Office) -> Ground:
    return Ground.objects.get(office=office, code="A3")


def address(row: Any, part: str = "grounds") -> str:
    return reverse("office:correct", args=[part, row.pk])


def filled(client: Client, url: str, **changes: Any) -> dict[str, Any]:
    """What a browser would send back when the person changed only this."""
    form = client.get(url).context["form"]
    data = {name: form[name].value() for name in form.fields}
    return {k: v for k, v in {**data, "reason": "A mistake", **changes}.items() if v not in (None, False)}


@pytest.mark.parametrize("slug", SECTIONS)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_everybody_on_the_staff_reads_every_part(
    slug: str, language: str, office: Office, as_user: Any, people: Any
) -> None:
    people.intake.language = language
    people.intake.save()
    client = as_user(people.intake)
    assert client.get(reverse("office:settings")).status_code == 200
    assert client.get(reverse("office:rows", args=[slug])).status_code == 200
    row = SECTIONS[slug].rows(office).first()
    page = client.get(reverse("office:row", args=[slug, row.pk]))
    assert page.status_code == 200
    assert "correct/" not in page.content.decode()
    assert client.get(reverse("office:correct", args=[slug, row.pk])).status_code == 403


@pytest.mark.parametrize("slug", SECTIONS)
def test_every_part_can_be_opened_for_correction(slug: str, office: Office, editor: Client) -> None:
    row = SECTIONS[slug].rows(office).first()
    assert editor.get(reverse("office:correct", args=[slug, row.pk])).status_code == 200


def test_a_person_without_a_role_sees_nothing(as_user: Any, people: Any, office: Office) -> None:
    assert as_user(people.outsider).get(reverse("office:settings")).status_code == 403


def test_rows_of_another_office_do_not_exist_here(flanders: Office, editor: Client) -> None:
    row = flanders.grounds.get(code="A1")
    assert editor.get(reverse("office:row", args=["grounds", row.pk])).status_code == 404


def test_a_corrected_ground_shows_its_history(ground: Ground, editor: Client) -> None:
    url = address(ground)
    done = editor.post(
        url, filled(editor, url, explanation_nl="De feiten zijn te oud.", reason="Plainer Dutch"), follow=True
    )
    page = done.content.decode()
    assert "De feiten zijn te oud." in page
    assert "Plainer Dutch" in page
    assert "<del>" in page
    ground.refresh_from_db()
    assert ground.explanation["nl"] == "De feiten zijn te oud."
    overview = editor.get(reverse("office:settings")).content.decode()
    assert "Plainer Dutch" in overview
    assert reverse("office:row", args=["grounds", ground.pk]) in overview


def test_a_change_from_a_day_on_makes_a_second_version(
    ground: Ground, editor: Client, office: Office
) -> None:
    url = address(ground)
    data = filled(editor, url, mandatory="on", how="from_day", starts_on="2027-01-01")
    page = editor.post(url, data, follow=True).content.decode()
    assert "since 01/01/2027" in page
    assert office.grounds.filter(code="A3").count() == 2


def test_a_new_version_asks_for_its_day(ground: Ground, editor: Client) -> None:
    url = address(ground)
    page = editor.post(url, filled(editor, url, mandatory="on", how="from_day"))
    assert "Say from which day" in page.content.decode()


def test_the_second_editor_gets_a_sentence_and_keeps_the_text(
    ground: Ground, editor: Client, as_user: Any, people: Any
) -> None:
    url = address(ground)
    second = as_user(people.ombudsman)
    mine = filled(second, url, labels_nl="Mijn woorden", reason="Mine")
    editor.post(url, filled(editor, url, labels_nl="Hun woorden"))
    page = second.post(url, mine)
    text = page.content.decode()
    assert "Someone else corrected this" in text
    assert "Mijn woorden" in text
    assert "Hun woorden" in text
    again = filled(second, url, labels_nl="Mijn woorden", version=page.context["form"]["version"].value())
    second.post(url, again)
    ground.refresh_from_db()
    assert ground.labels["nl"] == "Mijn woorden"


def test_a_letter_is_previewed_before_it_is_saved(office: Office, editor: Client) -> None:
    row = LetterTemplate.objects.get(office=office, code="L1", language="nl")
    url = address(row, "letters")
    data = filled(editor, url, body="Beste {{ addressee_name }}", preview="1")
    page = editor.post(url, data).content.decode()
    assert "Beste An Voorbeeld" in page
    row.refresh_from_db()
    assert "{{ salutation }}" in row.body


def test_an_unknown_field_in_a_letter_is_refused_and_the_text_kept(office: Office, editor: Client) -> None:
    row = LetterTemplate.objects.get(office=office, code="L1", language="fr")
    url = address(row, "letters")
    page = editor.post(url, filled(editor, url, body="Bonjour {{ case.parties }}"))
    text = page.content.decode()
    assert "There is no field" in text
    assert "Bonjour {{ case.parties }}" in text


def test_a_time_limit_is_corrected_with_plain_numbers(office: Office, editor: Client) -> None:
    row = ClockRule.objects.get(office=office, code="ack")
    url = address(row, "clocks")
    editor.post(url, filled(editor, url, amount="3"))
    row.refresh_from_db()
    assert (row.amount, row.unit) == (3, "working_days")


@pytest.mark.parametrize("text", [*STRINGS, MEGABYTE[:900_000]], ids=range(len(STRINGS) + 1))
@pytest.mark.parametrize("field", ["labels_nl", "reason", "version", "how", "starts_on"])
def test_hostile_text_is_taken_or_refused_never_a_crash(
    ground: Ground, editor: Client, text: str, field: str
) -> None:
    url = address(ground)
    answer = editor.post(url, {**filled(editor, url, second_reader=""), field: text})
    assert answer.status_code in (200, 302)


@pytest.mark.parametrize(
    "query",
    [
        "?page=abc",
        "?page=-1",
        "?page=99999999999999999999",
        "?q=%3Cscript%3E",
        "?group=zz",
        "?q=" + "x" * 300,
    ],
)
def test_odd_addresses_of_a_list_still_show_a_page(query: str, office: Office, editor: Client) -> None:
    assert editor.get(reverse("office:rows", args=["words"]) + query).status_code == 200


def test_odd_rows_do_not_exist(office: Office, editor: Client) -> None:
    assert editor.get("/staff/office/grounds/999999/").status_code == 404
    assert editor.get("/staff/office/nothing/").status_code == 404
    assert editor.get("/staff/office/grounds/99999999999999999999999/").status_code in (400, 404)


def test_a_closing_day_is_added_on_its_page(office: Office, editor: Client) -> None:
    url = reverse("office:add_closing_day")
    data = {
        "day": "2026-12-24",
        "labels_nl": "Sluiting",
        "labels_fr": "Fermeture",
        "labels_en": "Closure",
        "reason": "Every year",
    }
    assert "2026" in editor.post(url, data, follow=True).content.decode()
    assert office.closing_days.get(day="2026-12-24").labels["fr"] == "Fermeture"
    again = editor.post(url, data)
    assert "already is in the list" in again.content.decode()


def test_the_list_of_words_can_be_narrowed(office: Office, editor: Client) -> None:
    page = editor.get(reverse("office:rows", args=["words"]) + "?q=parkeer").content.decode()
    assert "parking_fine" in page
    assert "social_aid" not in page


def test_lists_ask_the_database_little(
    office: Office, editor: Client, django_assert_max_num_queries: Any
) -> None:
    for slug in SECTIONS:
        with django_assert_max_num_queries(12):
            editor.get(reverse("office:rows", args=[slug]))


def test_a_word_is_added_on_its_page(office: Office, editor: Client) -> None:
    url = reverse("office:add_word")
    data = {
        "vocabulary": "theme",
        "code": "tram_stop",
        "labels_nl": "Tramhalte",
        "labels_fr": "Arrêt",
        "labels_en": "Stop",
    }
    refused = editor.post(url, {**data, "reason": "Calls"})
    assert "A theme belongs to a policy domain" in refused.content.decode()
    assert "Tramhalte" in refused.content.decode()
    done = editor.post(url, {**data, "reason": "Calls", "parent": "mobility"}, follow=True)
    assert "part of Mobility and public works" in done.content.decode()


@pytest.mark.parametrize("text", STRINGS, ids=range(len(STRINGS)))
def test_hostile_words_are_refused_or_taken(text: str, office: Office, editor: Client) -> None:
    data = dict.fromkeys(
        ("vocabulary", "code", "labels_nl", "labels_fr", "labels_en", "parent", "reason", "day"), text
    )
    for page in ("office:add_word", "office:add_closing_day"):
        assert editor.post(reverse(page), data).status_code == 200
