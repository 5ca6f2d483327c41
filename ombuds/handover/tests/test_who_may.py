"""Who gets to the door, by role; and who stands behind a wall does not."""

from types import SimpleNamespace
from typing import Any

import pytest

from ombuds.cases.models import Wall

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])


@pytest.mark.parametrize("page", ["handover/", "handover/told/"])
def test_whoever_sorts_complaints_may_ask(
    sheets: list[str], make_case: Any, people: SimpleNamespace, as_user: Any, page: str
) -> None:
    address = f"/staff/cases/{make_case('triage').pk}/{page}"
    for who in (people.intake, people.handler, people.second_reader, people.ombudsman):
        assert as_user(who).get(address).status_code == 200
    for who in (people.editor, people.integrity, people.records, people.administrator, people.outsider):
        assert as_user(who).get(address).status_code in (403, 404)
        assert as_user(who).post(address).status_code in (403, 404)


def test_behind_a_wall_there_is_no_door(
    sheets: list[str], make_case: Any, people: SimpleNamespace, as_user: Any
) -> None:
    case = make_case("triage")
    Wall.objects.create(case=case, user=people.handler2, raised_by=people.ombudsman)
    assert as_user(people.handler2).get(f"/staff/cases/{case.pk}/handover/").status_code == 404


def test_whoever_writes_publications_reads_signed_texts(people: SimpleNamespace, as_user: Any) -> None:
    for who in (people.handler, people.second_reader, people.ombudsman, people.editor):
        assert as_user(who).get("/staff/handover/texts/").status_code == 200
        assert as_user(who).post("/staff/handover/texts/999999/").status_code == 404
    for who in (people.intake, people.integrity, people.records, people.administrator):
        assert as_user(who).get("/staff/handover/texts/").status_code == 403
        assert as_user(who).post("/staff/handover/texts/1/").status_code == 403


def test_where_the_channel_is_not_open_nothing_moves(
    make_case: Any, people: SimpleNamespace, as_user: Any
) -> None:
    case = make_case("triage")
    browser = as_user(people.handler)
    assert b"not open here yet" in browser.get(f"/staff/cases/{case.pk}/handover/").content
    assert (
        b"cannot go to the integrity channel now" in browser.post(f"/staff/cases/{case.pk}/handover/").content
    )
