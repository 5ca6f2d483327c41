"""Who sees which figures, and what a wrong address answers."""

import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ombuds.cases.models import Wall
from ombuds.lib.hostile import STRINGS
from ombuds.office.models import Office
from ombuds.statistics.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    office = make.an_office()
    for _ in range(3):
        make.a_case(office, "2025-05-01", body=make.a_body("Actiris"))
    return office


def client_of(role: str) -> Client:
    client = Client()
    client.force_login(make.a_person(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


PAGES = [
    "/staff/figures/",
    "/staff/figures/definitions/",
    "/staff/figures/first-line/",
    "/staff/figures/per_body/2025/",
    "/staff/figures/five_years/2025/",
    "/staff/figures/per_body/2025/table.csv",
]


@pytest.mark.parametrize("page", PAGES)
def test_staff_with_figures_read_them_others_do_not(office: Office, page: str) -> None:
    assert client_of("handler").get(page).status_code == 200
    assert client_of("editor").get(page).status_code == 200
    assert client_of("integrity").get(page).status_code == 403
    assert Client().get(page).status_code == 302


def test_a_figure_leads_the_handler_to_its_cases_and_the_editor_not(office: Office) -> None:
    assert b"/cases/?line=" in client_of("handler").get("/staff/figures/per_body/2025/").content
    assert b"/cases/" not in client_of("editor").get("/staff/figures/per_body/2025/").content
    assert client_of("editor").get("/staff/figures/per_body/2025/cases/").status_code == 403


def test_a_case_behind_a_wall_is_counted_but_not_listed(office: Office) -> None:
    client, person = Client(), make.a_person("handler")
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    hidden = make.a_case(office, "2025-06-01")
    Wall.objects.create(case=hidden, user=person, reason="x")
    page = client.get("/staff/figures/received_by_month/2025/cases/?line=6").content.decode()
    assert hidden.reference not in page


@pytest.mark.parametrize("line", STRINGS[:-1])
@pytest.mark.parametrize("code", ["per_body", "received_by_month", "handling_time", "balance", "per_theme"])
def test_any_line_in_an_address_is_answered(office: Office, code: str, line: str) -> None:
    answer = client_of("handler").get(
        f"/staff/figures/{code}/2025/cases/", {"line": line, "page": "99999999999999999999"}
    )
    assert answer.status_code in {200, 400}


@pytest.mark.parametrize(
    "page",
    [
        "nothing/2025/",
        "per_body/1/",
        "per_body/99999999999999999999/",
        "per_body/2025/table.xml",
        "first_line/2025/cases/",
    ],
)
def test_what_does_not_exist_is_not_found(office: Office, page: str) -> None:
    assert client_of("handler").get(f"/staff/figures/{page}").status_code == 404


def test_a_wrong_year_shows_the_newest(office: Office) -> None:
    client = client_of("handler")
    for year in ("abc", "1", "-1", "2025' --"):
        assert client.get("/staff/figures/", {"year": year}).status_code == 200


def test_figures_come_as_csv_and_as_json(office: Office) -> None:
    client = client_of("handler")
    text = client.get("/staff/figures/received_by_month/2025/table.csv").content.decode("utf-8-sig")
    assert text.splitlines()[5].split(";")[1] == "3"
    data = json.loads(client.get("/staff/figures/received_by_month/2025/table.json").content)
    assert data["totals"][0] == 3


def test_the_first_page_asks_few_questions(
    office: Office, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of("ombudsman")
    client.get("/staff/figures/?year=2025")
    with django_assert_max_num_queries(40):
        client.get("/staff/figures/?year=2025")
