"""Scenario 10: the figures of a first-line service are taken when their sums hold, and refused by the name of the sum."""

import pytest
from django.test import Client

from ombuds.lib.hostile import MEGABYTE, STRINGS
from ombuds.office.models import Office
from ombuds.statistics import services
from ombuds.statistics.models import FirstLineFigures
from ombuds.statistics.tests import factories as make
from ombuds.statistics.tests.test_balances import VLM_2016, VLM_2018

pytestmark = pytest.mark.django_db
NEW = "/staff/figures/first-line/new/"


@pytest.fixture
def office() -> Office:
    return make.an_office()


@pytest.fixture
def ombudsman(office: Office) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(make.a_person("ombudsman"), backend="django.contrib.auth.backends.ModelBackend")
    return client


def filled(year: int, figures: dict[str, int], **more: object) -> dict[str, object]:
    body = make.a_body("VLM")
    return {"body": body.pk, "year": year, **figures, "note": "", **more}


def test_the_real_figures_of_two_years_are_taken_and_counted(office: Office, ombudsman: Client) -> None:
    for year, figures in ((2016, VLM_2016), (2018, VLM_2018)):
        assert ombudsman.post(NEW, filled(year, figures)).status_code == 302
    cells = {row.key: row.cells for row in services.table("first_line", office, 2018).rows}
    assert cells["admissible"][:3] == (31, 0, 25)
    assert services.broken_balances(office, 2016) == []


def test_26_admissible_is_refused_with_the_sum_and_nothing_typed_is_lost(
    office: Office, ombudsman: Client
) -> None:
    page = ombudsman.post(
        NEW, filled(2016, {**VLM_2016, "admissible": 26}, note="Opmerking")
    ).content.decode()
    assert "admissible 26 + inadmissible 13 ≠ complaints 38" in page
    assert 'value="26"' in page
    assert "Opmerking" in page
    assert not FirstLineFigures.objects.exists()


def test_a_wrong_sum_does_not_get_past_the_service_either(office: Office) -> None:
    with pytest.raises(services.SumsDoNotHold, match="≠"):
        services.enter_first_line(
            office=office,
            body=make.a_body("VLM"),
            year=2016,
            figures={**VLM_2016, "complaints": 40},
            note="",
            actor=make.a_person("ombudsman"),
        )


def test_the_same_service_and_year_twice_is_said(office: Office, ombudsman: Client) -> None:
    form = filled(2016, VLM_2016)
    ombudsman.post(NEW, form)
    assert b"already there" in ombudsman.post(NEW, form).content


def test_two_people_at_once_are_noticed(office: Office, ombudsman: Client) -> None:
    ombudsman.post(NEW, filled(2016, VLM_2016))
    row = FirstLineFigures.objects.get()
    page = f"/staff/figures/first-line/{row.pk}/"
    changed = {**VLM_2016, "mean_days": 30, "note": "", "seen_version": 1}
    assert ombudsman.post(page, changed).status_code == 302
    assert "Somebody else changed" in ombudsman.post(page, changed).content.decode()


@pytest.mark.parametrize("text", [*STRINGS, MEGABYTE])
def test_any_input_is_answered_with_a_sentence(office: Office, ombudsman: Client, text: str) -> None:
    data = {"body": text, "year": text, "complaints": text, "mean_days": text, "note": text}
    assert ombudsman.post(NEW, data).status_code in {200, 400}


def test_a_handler_reads_but_does_not_enter(office: Office) -> None:
    client = Client()
    client.force_login(make.a_person("handler"), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/staff/figures/first-line/").status_code == 200
    assert client.get(NEW).status_code == 403
