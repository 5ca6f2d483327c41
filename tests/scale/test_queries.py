"""Each page that is open all day asks the database fewer than twenty times, however many cases it shows.

Numbers of queries, never times: those are what `./run bench scale` measures.
"""

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ombuds.cases.models import Case, Clock
from ombuds.cases.services import add_note, link, start_clock
from ombuds.cases.services.clocks import refresh_next_due
from ombuds.lib.today import today

pytestmark = pytest.mark.django_db
MOST = 20
PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "work list": ("desk:worklist", {}),
    "work list of everyone": ("desk:worklist", {"scope": "all"}),
    "overdue": ("desk:worklist", {"scope": "all", "due": "overdue"}),
    "due this week": ("desk:worklist", {"scope": "all", "due": "week"}),
    "search": ("desk:search", {"q": "boete"}),
    "search narrowed": ("desk:search", {"q": "boete", "state": "active"}),
    "search part of a word": ("desk:search", {"q": "boet"}),
    "search without words": ("desk:search", {"state": "active"}),
    "triage list": ("intake:triage", {}),
    "outbox": ("correspondence:outbox", {}),
    "recommendations": ("recommendations:list", {}),
    "new recommendation": ("recommendations:new", {}),
    "inquiries": ("investigations:inquiries", {}),
    "new inquiry": ("investigations:new_inquiry", {}),
}
OF_A_CASE = ("desk:case", "intake:triage_case")


def _asked(client: Any, address: str, query: dict[str, str] | None = None) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address, query or {}).status_code == 200
        return len(queries)


@pytest.mark.parametrize("page", PAGES)
def test_a_list_asks_as_often_for_many_cases_as_for_few(
    page: str, make_case: Any, people: SimpleNamespace, as_user: Any
) -> None:
    (name, query), client, counts = PAGES[page], as_user(people.ombudsman), []
    for _round in range(2):
        for state in ("open", "triage", "closed"):
            make_case(subject="Boete", state=state)
        counts.append(_asked(client, reverse(name), query))
    assert counts[0] == counts[1]
    assert counts[1] < MOST


@pytest.mark.parametrize("name", OF_A_CASE)
def test_the_page_of_a_case_with_everything_asks_fewer_than_twenty_times(
    name: str, make_case: Any, people: SimpleNamespace, as_user: Any
) -> None:
    client, other = as_user(people.ombudsman), make_case(subject="Boete")
    case = make_case(subject="Boete", state="triage", notified_on=today() - dt.timedelta(days=9))
    link(case, other, actor=people.ombudsman, kind="related")
    for number in range(3):
        add_note(case, actor=people.ombudsman, text=f"Note {number}")
    address = reverse(name, args=[case.pk])
    client.get(address)  # the matcher of services is prepared once in a process
    assert _asked(client, address) < MOST + (name == "intake:triage_case")  # a link there is one more


def test_the_nearest_term_of_a_case_follows_its_clocks(make_case: Any) -> None:
    case = make_case(state="open")
    day = today() - dt.timedelta(days=3)
    clock = start_clock(case, "ack", due_on=day)
    assert clock is not None
    case.refresh_from_db()
    assert case.next_due == day
    Clock.objects.filter(case=case).update(met_on=today())
    assert refresh_next_due() == 1
    assert refresh_next_due() == 0
    assert Case.objects.get(pk=case.pk).next_due is None
