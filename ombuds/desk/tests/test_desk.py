"""Work list and search: whose cases, in which order, and never too many queries."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ombuds.accounts.models import Absence
from ombuds.cases.services.clocks import refresh_next_due
from ombuds.lib.hostile import MEGABYTE, STRINGS
from ombuds.lib.today import today

pytestmark = pytest.mark.django_db


def _page(client: Any, name: str, **query: Any) -> str:
    answer = client.get(reverse(f"desk:{name}"), query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_handler_sees_own_cases_and_not_those_of_others(
    make_case: Any, people: Any, as_user: Any
) -> None:
    mine, other = make_case(), make_case(handler=people.handler2)
    page = _page(as_user(people.handler), "worklist")
    assert mine.reference in page
    assert other.reference not in page


def test_who_covers_an_absent_colleague_sees_their_cases(make_case: Any, people: Any, as_user: Any) -> None:
    case = make_case(handler=people.handler2)
    day = today()
    Absence.objects.create(user=people.handler2, first_day=day, last_day=day, cover=people.handler)
    assert case.reference in _page(as_user(people.handler), "worklist")
    Absence.objects.update(first_day=day - dt.timedelta(9), last_day=day - dt.timedelta(2))
    assert case.reference not in _page(as_user(people.handler), "worklist")


def test_the_most_urgent_term_stands_on_top(make_case: Any, people: Any, as_user: Any) -> None:
    late, later = make_case(subject="Late"), make_case(subject="Later")
    late.clocks.update(due_on=today() - dt.timedelta(5))
    later.clocks.update(due_on=today() + dt.timedelta(50))
    refresh_next_due()
    page = _page(as_user(people.handler), "worklist")
    assert page.index(late.reference) < page.index(later.reference)
    overdue = _page(as_user(people.handler), "worklist", due="overdue")
    assert late.reference in overdue
    assert later.reference not in overdue


@pytest.mark.parametrize(
    ("query", "found"),
    [({"waiting": "service"}, "awaiting_service"), ({"waiting": "complainant"}, "awaiting_complainant")],
)
def test_waiting_for_whom(make_case: Any, people: Any, as_user: Any, query: Any, found: str) -> None:
    cases = {state: make_case(state=state) for state in ("open", "awaiting_service", "awaiting_complainant")}
    page = _page(as_user(people.handler), "worklist", **query)
    assert [state for state, case in cases.items() if case.reference in page] == [found]


def test_search_filters_by_state_and_year(make_case: Any, people: Any, as_user: Any) -> None:
    live, ended = make_case(subject="Parkeerboete"), make_case(subject="Parkeerboete", state="closed")
    client = as_user(people.intake)
    assert ended.reference in _page(client, "search", q="parkeerboetes")
    page = _page(client, "search", q="parkeerboete", state="active", year=today().year)
    assert live.reference in page
    assert ended.reference not in page
    assert "Nothing found" in _page(client, "search", q="parkeerboete", year=1999)


@pytest.mark.parametrize("name", ["worklist", "search"])
def test_hostile_questions_get_a_page(people: Any, as_user: Any, name: str) -> None:
    client = as_user(people.handler)
    for text in [*STRINGS, MEGABYTE[:60_000]]:
        query = dict.fromkeys(
            ("q", "state", "kind", "theme", "year", "handler", "scope", "due", "page", "language"), text
        )
        assert client.get(reverse(f"desk:{name}"), query).status_code in (200, 400)


@pytest.mark.parametrize("name", ["worklist", "search", "case"])
def test_the_number_of_queries_does_not_grow(make_case: Any, people: Any, as_user: Any, name: str) -> None:
    client, counts = as_user(people.ombudsman), []
    for _round in range(2):
        for _number in range(4):
            case = make_case(subject="Boete")
        address = reverse("desk:case", args=[case.pk]) if name == "case" else reverse(f"desk:{name}")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address, {"scope": "all", "q": "boete"})
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[1] < 20


def test_people_without_casework_are_led_to_what_they_have(people: Any, as_user: Any) -> None:
    for person in (people.editor, people.records, people.administrator, people.integrity):
        answer = as_user(person).get(reverse("desk:home"))
        assert answer.status_code == 302
        assert as_user(person).get(reverse("desk:worklist")).status_code == 302


def test_a_number_in_an_address_is_never_written_with_a_separator(
    make_case: Any, people: Any, as_user: Any
) -> None:
    case = make_case()
    page = _page(as_user(people.second_reader), "worklist", scope="all")
    assert f'value="{case.pk}"' in page
