"""A story about many like cases: linked with one press, and checked as one about all of them."""

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.publications import services
from ombuds.publications.models import Publication
from ombuds.publications.tests.test_gate import COPIED, base, keep, with_words

AsUser = Callable[[Any], Client]
COMPLAINT = "Sinds de nieuwe website kreeg ik geen herinnering voor mijn bewonerskaart, en toen kwam er een boete voor het parkeren."
STORY = "Wie in de straat woont, verwachtte een seintje. Het kwam niet meer. Er volgde een boete voor het parkeren."
CASES = 7


@pytest.fixture
def cases(make_case: Callable[..., Any], flanders: Any) -> list[Any]:
    """Of one of them the complaint says something more."""
    made = [make_case(state="closed", theme="parking_fine") for _ in range(CASES)]
    for case in made:
        with_words(case, f"{COMPLAINT} {COPIED}" if case is made[0] else COMPLAINT)
        type(case).objects.filter(pk=case.pk).update(office=flanders)
        case.refresh_from_db()
    return made


@pytest.fixture
def story(cases: list[Any], flanders: Any, people: SimpleNamespace) -> Publication:
    made = services.draft(office=flanders, actor=people.handler, kind="story", cases=cases[:1], seed=5)
    nl = {"title": "Geen seintje", "summary": "Over een boete.", "body": f"{STORY}\n\n{COPIED}"}
    made.refresh_from_db()
    return services.write(made, actor=people.handler, version=made.version, texts={"nl": nl})


def linked(story: Publication) -> set[str]:
    return set(story.case_links.values_list("case__reference", flat=True))


def test_like_cases_are_linked_with_one_press(
    story: Publication, cases: list[Any], people: SimpleNamespace, as_user: AsUser
) -> None:
    writer = as_user(people.handler)
    services.attack(story, actor=people.handler)
    page = writer.get(base(story)).content.decode()
    offered = re.search(r'name="l-reference" value="([^"]+)"', page)
    assert offered, "like cases are offered"
    assert (
        writer.post(f"/staff/publications/{story.pk}/cases/", {"l-reference": offered.group(1)}).status_code
        == 302
    )
    assert linked(story) == {case.reference for case in cases}


def test_all_cases_that_were_typed_are_linked_or_none(
    story: Publication, cases: list[Any], people: SimpleNamespace, as_user: AsUser
) -> None:
    before = linked(story)
    typed = f"{cases[1].reference}, {cases[2].reference}, {cases[0].reference}"
    answer = as_user(people.handler).post(f"/staff/publications/{story.pk}/cases/", {"l-reference": typed})
    assert answer.status_code == 422
    assert "This case is linked already." in answer.content.decode()
    assert linked(story) == before


def test_the_page_says_that_many_cases_are_checked_as_one(
    story: Publication, cases: list[Any], people: SimpleNamespace, as_user: AsUser
) -> None:
    for case in cases[1:]:
        services.link_case(story, case, actor=people.handler)
    writer = as_user(people.handler)
    assert not services.attack(story, actor=people.handler).run.passed
    page = " ".join(writer.get(base(story)).content.decode().split())
    assert f"rests on {CASES} cases" in page
    assert "Link these cases" not in page

    keep(story, people, STORY)
    assert services.attack(story, actor=people.handler).run.passed
    page = " ".join(writer.get(base(story)).content.decode().split())
    assert f"about {CASES} like cases at once" in page
