"""Loading a profile: once, twice, after corrections, and from a copied folder."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from ombuds.audit.models import Entry
from ombuds.lib.errors import Refusal
from ombuds.office import correcting
from ombuds.office.folder import PROFILES
from ombuds.office.loading import ProfileHasMistakes, load, load_folder
from ombuds.office.models import ClosingDay, Ground, LetterTemplate, Office
from ombuds.office.terms import Act
from ombuds.office.tests.factories import copied_profile, replace

EVERY_LOADER = tuple(settings.OMBUDS_PROFILE_LOADERS)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _only_this_room(settings: Any) -> None:
    """The register of bodies has tests of its own, and takes seconds."""
    settings.OMBUDS_PROFILE_LOADERS = ["ombuds.office.loading.load_rows"]


def run(*words: str) -> str:
    out = io.StringIO()
    call_command("office", *words, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("code", ["brussels", "flanders"])
def test_loading_a_second_time_changes_nothing(code: str) -> None:
    acts = Entry.objects.filter(action=Act.LOAD).count()
    assert load(code) == []
    assert "Nothing changed" in run("load", code)
    assert Entry.objects.filter(action=Act.LOAD).count() == acts


def test_both_offices_stand_side_by_side(office: Office, flanders: Office) -> None:
    assert office.is_active
    assert not flanders.is_active
    assert (office.setting("max_age_months"), flanders.setting("max_age_months")) == (36, 12)
    assert office.setting("reference_format").format(year=2026, seq=7) == "OM.2026.007"
    assert flanders.setting("reference_format").format(year=2026, seq=7) == "VO.2026.00007"


def test_a_third_office_is_a_copied_folder(tmp_path: Path, settings: Any) -> None:
    settings.OMBUDS_PROFILE_LOADERS = list(EVERY_LOADER)
    path = copied_profile(tmp_path)
    said = run("load", str(path))
    third = Office.objects.get(code="antwerpen")
    assert "added" in said
    assert third.names["nl"] == "Ombudsvrouw Stad Antwerpen"
    assert third.setting("reference_format").format(year=2027, seq=12) == "ANT-2027-000012"
    assert third.grounds.count() == 14
    assert third.lettertemplates.filter(code="L1").count() == 3
    assert load(str(path)) == []


def test_what_changed_in_the_folder_is_taken_over_and_said(tmp_path: Path) -> None:
    path = copied_profile(tmp_path)
    load_folder(path)
    replace(path / "grounds.toml", 'nl = "Feiten te lang geleden"', 'nl = "De feiten zijn te oud"')
    made = load(str(path))
    assert made == ["Ground A3: changed labels."]
    assert Ground.objects.get(office__code="antwerpen", code="A3").labels["nl"] == "De feiten zijn te oud"


def test_a_column_that_the_folder_no_longer_names_goes_back_to_its_default(tmp_path: Path) -> None:
    path = copied_profile(tmp_path)
    load_folder(path)
    note = 'note = "The three years are published; whether the ground is optional is to be confirmed."\n'
    replace(path / "grounds.toml", note, "")
    assert load(str(path)) == ["Ground A3: changed note."]
    assert load(str(path)) == []


def test_a_correction_of_staff_survives_and_the_command_says_so(office: Office, people: Any) -> None:
    row = office.grounds.get(code="A3")
    texts = {**row.labels, "nl": "Te oude feiten"}
    correcting.correct(
        row=row, values={"labels": texts}, reason="Shorter", version=row.version, actor=people.administrator
    )
    said = run("load", "brussels")
    row.refresh_from_db()
    assert row.labels["nl"] == "Te oude feiten"
    assert "A3 was corrected by staff" in said
    assert "Nothing changed" in said


def test_a_correction_in_the_folder_reaches_rows_that_staff_did_not_touch(
    tmp_path: Path, people: Any
) -> None:
    path = copied_profile(tmp_path)
    load_folder(path)
    letters = path / "letters"
    body = "name: Eigen brief\naudience: complainant\nsubject: Dossier {{ reference }}\n---\nBeste {{ addressee_name }}\n"
    (letters / "L01.nl.md").write_text(body)
    load_folder(path)
    row = LetterTemplate.objects.get(office__code="antwerpen", code="L1", language="nl")
    assert row.body == "Beste {{ addressee_name }}\n"
    assert (
        "Wij hebben uw bericht"
        in LetterTemplate.objects.get(office__code="brussels", code="L1", language="nl").body
    )


def test_public_holidays_of_belgium_are_closing_days_with_names(office: Office) -> None:
    year = ClosingDay.objects.filter(office=office, day__year=2026, is_public_holiday=True)
    assert year.count() == 10
    assert year.get(day="2026-07-21").labels["fr"] == "Fête nationale"
    assert ClosingDay.objects.filter(office=office, day="2036-12-25").exists()


def test_closing_days_of_the_folder_come_beside_the_holidays(tmp_path: Path) -> None:
    path = copied_profile(tmp_path)
    with (path / "closing_days.toml").open("a") as file:
        file.write(
            '[[closing_day]]\nday = 2026-12-24\nlabels = { nl = "Gesloten", fr = "Fermé", en = "Closed" }\n'
        )
    load_folder(path)
    assert ClosingDay.objects.get(office__code="antwerpen", day="2026-12-24").labels["nl"] == "Gesloten"


def test_activating_another_office_leaves_one_active(office: Office) -> None:
    run("load", "flanders", "--activate")
    assert [one.code for one in Office.objects.filter(is_active=True)] == ["flanders"]


def test_a_folder_with_mistakes_is_not_loaded_at_all(tmp_path: Path) -> None:
    path = copied_profile(tmp_path)
    replace(path / "clocks.toml", 'unit = "working_days"', 'unit = "fortnights"')
    with pytest.raises(ProfileHasMistakes) as refused:
        load(str(path))
    assert "fortnights" in refused.value.sentence
    assert not Office.objects.filter(code="antwerpen").exists()


@pytest.mark.parametrize("name", ["", "nope", "a\x00b", "/", "x" * 5000, "../..", "🙂"])
def test_an_unknown_profile_gets_a_sentence(name: str) -> None:
    with pytest.raises(Refusal) as refused:
        load(name)
    assert "brussels, flanders" in refused.value.sentence


def test_the_command_lists_and_checks(office: Office) -> None:
    assert "brussels         active" in run("list")
    assert "No mistakes" in run("check", str(PROFILES / "flanders"))
