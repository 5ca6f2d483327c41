"""Writing a text of the report: what is typed is set aside, two writers lose nothing, and all works without a script."""

import datetime as dt

import pytest
from django.test import Client

from ombuds.accounts.models import User
from ombuds.annualreport import services, sketching
from ombuds.annualreport.models import Edition, EditionSketch, EditionText
from ombuds.annualreport.tests import factories as make
from ombuds.lib.today import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return make.an_edition(make.a_reporting_office())


@pytest.fixture
def editor(edition: Edition) -> User:
    return make.a_person("editor")


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def page_of(edition: Edition) -> str:
    return f"/staff/report/{edition.pk}/text/foreword/nl/"


def test_what_is_typed_and_not_kept_is_there_on_return(edition: Edition, editor: User) -> None:
    client, page = logged_in(editor), page_of(edition)
    answer = client.post(f"{page}sketch/", {"text": "Nog niet af", "seen_version": "1"})
    assert "Set aside at" in answer.json()["said"]
    assert EditionText.objects.get(slot="foreword", language="nl").text == "Elke klacht telt."
    assert "Nog niet af" in client.get(page).content.decode()
    client.post(page, {"text": "Nu wel af", "seen_version": "1"})
    assert not EditionSketch.objects.exists()


def test_a_sketch_can_be_thrown_away(edition: Edition, editor: User) -> None:
    client, page = logged_in(editor), page_of(edition)
    client.post(f"{page}sketch/", {"text": "Weg ermee", "seen_version": "1"})
    client.post(f"{page}drop/")
    assert "Weg ermee" not in client.get(page).content.decode()


def test_a_colleague_is_seen_at_work_but_not_read(edition: Edition, editor: User) -> None:
    ombudsman = make.a_person("ombudsman")
    logged_in(editor).post(f"{page_of(edition)}sketch/", {"text": "Van de redacteur", "seen_version": "1"})
    shown = logged_in(ombudsman).get(page_of(edition)).content.decode()
    assert editor.name in shown
    assert "Van de redacteur" not in shown


def test_a_sketch_on_an_older_version_shows_what_was_kept_since(edition: Edition, editor: User) -> None:
    page, ombudsman = page_of(edition), make.a_person("ombudsman")
    logged_in(editor).post(f"{page}sketch/", {"text": "Elke klacht telt mee.", "seen_version": "1"})
    services.write_text(
        edition=edition,
        slot="foreword",
        language="nl",
        text="Elke stem telt.",
        actor=ombudsman,
        seen_version=1,
    )
    shown = logged_in(editor).get(page).content.decode()
    assert "Elke klacht telt mee." in shown
    assert "Elke stem telt." in shown
    refused = logged_in(editor).post(page, {"text": "Elke klacht telt mee.", "seen_version": "1"})
    assert refused.status_code == 409
    assert "<ins>" in refused.content.decode()
    logged_in(editor).post(page, {"text": "Elke stem telt mee.", "seen_version": "2"})
    assert EditionText.objects.get(slot="foreword", language="nl").text == "Elke stem telt mee."


def test_keep_goes_on_writing_and_keep_and_close_leaves(edition: Edition, editor: User) -> None:
    client, page = logged_in(editor), page_of(edition)
    assert client.post(page, {"text": "a", "seen_version": "1", "on": "1"})["Location"] == page
    assert client.post(page, {"text": "b", "seen_version": "2"})["Location"] == f"/staff/report/{edition.pk}/"


def test_nothing_is_set_aside_on_a_released_report(edition: Edition, editor: User) -> None:
    services.release(edition=edition, actor=make.a_person("ombudsman"))
    answer = logged_in(editor).post(f"{page_of(edition)}sketch/", {"text": "x", "seen_version": "1"})
    assert answer.status_code == 409
    assert not EditionSketch.objects.exists()


def test_a_handler_sets_nothing_aside(edition: Edition) -> None:
    assert logged_in(make.a_person("handler")).post(f"{page_of(edition)}sketch/").status_code == 403


def test_what_is_a_month_old_is_forgotten(edition: Edition, editor: User) -> None:
    for days, slot in ((40, "foreword"), (3, "reading_note")):
        sketching.keep_sketch(
            edition=edition, slot=slot, language="nl", text="x", actor=editor, seen_version=0
        )
        EditionSketch.objects.filter(slot=slot).update(
            at=make.a_moment((today() - dt.timedelta(days=days)).isoformat())
        )
    assert sketching.forget_sketches(edition.office, today()) == 1
    assert EditionSketch.objects.get().slot == "reading_note"
