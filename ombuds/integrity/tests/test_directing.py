"""Staff change who is competent without code; reporters are answered by the version that was published."""

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.integrity import routing
from ombuds.integrity.models import Entry, RoutingTable
from ombuds.integrity.services import directing
from ombuds.integrity.terms import Act
from ombuds.integrity.tests.test_filing import carried, press

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
PAGE = "/integrity/desk/routing/"


def typed(table: routing.Table, number: int, **changed: Any) -> dict[str, Any]:
    row = table.routes[number]
    return {
        "bodies": list(row.bodies), "reporters": list(row.reporters), "to": row.to, "valid_from": row.valid_from.isoformat(),
        "valid_to": row.valid_to.isoformat() if row.valid_to else "", "verified": "on",
        **{f"basis_{language}": row.basis[language] for language in ("nl", "fr", "en")}, **changed,
    }  # fmt: skip


@pytest.fixture
def lucie(team: SimpleNamespace, unlocked: Any, office: Any) -> Client:
    browser: Client = unlocked(team.lucie)
    return browser


@pytest.mark.parametrize("office_code", ["brussels", "flanders", "_base"])
def test_written_out_the_table_answers_the_same(office_code: str) -> None:
    made = routing.table(office_code)
    again = routing.made_of(routing.plain(routing.raw_of(office_code)))
    assert made == again
    assert not directing.faults(routing.plain(routing.raw_of(office_code)))


def test_a_change_answers_after_publishing(lucie: Client, visitor: Client) -> None:
    table = directing.table()
    place = next(
        n for n, row in enumerate(table.routes) if "region" in row.bodies and "staff" in row.reporters
    )
    assert (
        lucie.post(
            PAGE,
            {"go": "add", "section": "authority", "nl": "Nieuw huis", "fr": "Nouveau", "en": "New house"},
        ).status_code
        == 302
    )
    assert lucie.post(f"{PAGE}{place}/", typed(table, place, to="authority_1")).status_code == 302
    answer = press(visitor, visitor.get("/integrity/report/"), body="region", reporter="staff")
    assert carried(answer)["at"] == "what", "a draft answers nobody"
    assert lucie.post(PAGE, {"go": "publish"}).status_code == 302
    answer = press(visitor, visitor.get("/integrity/report/"), body="region", reporter="staff")
    assert "New house" in answer.content.decode()
    assert directing.current_version() == 1
    assert Entry.objects.filter(act=Act.ROUTING_PUBLISHED).exists()


def test_a_table_with_a_gap_or_two_answers_is_not_published(lucie: Client) -> None:
    table = directing.table()
    lucie.post(f"{PAGE}0/", {"go": "remove"})
    page = lucie.post(PAGE, {"go": "publish"}).content.decode()
    assert "cannot be published yet" in page
    assert "no answer" in page
    lucie.post(PAGE, {"go": "discard"})
    lucie.post(f"{PAGE}new/", typed(table, 0))
    assert "more than one answer" in lucie.get(PAGE).content.decode()
    assert directing.current_version() == 0


def test_a_law_that_changes_on_a_day_is_two_rows(lucie: Client) -> None:
    table = directing.table()
    day = dt.date(2040, 1, 1)
    lucie.post(f"{PAGE}0/", typed(table, 0, valid_to="2039-12-30"))
    lucie.post(f"{PAGE}new/", typed(table, 0, valid_from=day.isoformat(), to="ask"))
    assert directing.faults(directing.draft()[0]), "a day without an answer"
    lucie.post(f"{PAGE}0/", typed(table, 0, valid_to="2039-12-31"))
    assert lucie.post(PAGE, {"go": "publish"}).status_code == 302
    body, reporter = table.routes[0].bodies[0], table.routes[0].reporters[0]
    now = directing.table()
    for on, to in [(day, "ask"), (day - dt.timedelta(days=1), table.routes[0].to)]:
        found = now.route(body, reporter, on)
        assert found
        assert found.to == to


def test_what_is_typed_wrong_changes_nothing(lucie: Client) -> None:
    table = directing.table()
    wrong: list[dict[str, Any]] = [
        {"bodies": []},
        {"to": "nobody"},
        {"valid_from": "x"},
        {"valid_to": "1999-01-01"},
        {"basis_fr": ""},
    ]
    for change in wrong:
        assert lucie.post(f"{PAGE}0/", typed(table, 0, **change)).status_code == 200
    assert not RoutingTable.objects.exists()
    assert lucie.get(f"{PAGE}999/").status_code == 404
