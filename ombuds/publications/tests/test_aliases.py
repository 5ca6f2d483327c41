"""Names invented for a story: the same in all its texts, and nobody else's."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from ombuds.cases.models import Party
from ombuds.deidentification.engine import Mode
from ombuds.deidentification.engine.replacing.persons import TruePerson
from ombuds.publications import services
from ombuds.publications.aliases import FULL_NAME, ledger_of, mode_of, people_of, told_elsewhere
from ombuds.publications.known import known_identifiers
from ombuds.publications.models import Publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(make_case: Callable[..., Any]) -> Any:
    return make_case(state="closed")


def story_of(case: Any, people: SimpleNamespace, seed: int) -> Publication:
    return services.draft(office=case.office, actor=people.handler, kind="story", cases=[case], seed=seed)


def alias_of(story: Publication, case: Any, language: str = "nl") -> str:
    party = Party.objects.filter(case=case).exclude(last_name="").first()
    assert party is not None
    ledger = ledger_of(story, known_identifiers([case]), language)
    alias = ledger.alias(TruePerson(party.first_name, party.last_name, "f", ""))
    return f"{alias.first} {alias.last}"


def test_a_story_invents_names_and_a_report_gives_letters(case: Any, people: SimpleNamespace) -> None:
    report = services.draft(office=case.office, actor=people.handler, kind="report", cases=[case], seed=1)
    assert mode_of(story_of(case, people, 1)) is Mode.FICTION
    assert mode_of(report) is Mode.PSEUDONYM


def test_the_same_story_calls_its_people_the_same_each_time(case: Any, people: SimpleNamespace) -> None:
    story = story_of(case, people, 3)
    assert alias_of(story, case) == alias_of(story, case)


def test_two_stories_with_one_seed_do_not_share_a_name(case: Any, people: SimpleNamespace) -> None:
    first = story_of(case, people, 3)
    name = alias_of(first, case)
    first = services.write(
        first,
        actor=people.handler,
        version=first.version,
        texts={"nl": {"body": f"{name} klopte bij ons aan."}},
    )
    second = story_of(case, people, 3)
    assert alias_of(second, case) != name
    assert alias_of(first, case) == name, "its own text does not stand in its way"


def test_everybody_whom_the_office_knows_is_avoided(case: Any, people: SimpleNamespace) -> None:
    party = Party.objects.filter(case=case).exclude(last_name="").first()
    assert party is not None
    known = people_of(case.office)
    assert f"{party.first_name} {party.last_name}".strip() in known
    assert people.handler.name in known


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mevrouw Cécile Rongivre schreef.", ["Mevrouw Cécile Rongivre"]),
        ("toen kwam Erwin van den Doornrode", ["Erwin van den Doornrode"]),
        ("niemand schreef", []),
    ],
)
def test_names_are_recognised_by_their_capitals(text: str, names: list[str]) -> None:
    assert FULL_NAME.findall(text) == names


def test_what_other_stories_say_is_kept_apart(case: Any, people: SimpleNamespace) -> None:
    one, other = story_of(case, people, 1), story_of(case, people, 2)
    services.write(
        one, actor=people.handler, version=one.version, texts={"nl": {"body": "dan komt Cécile Rongivre."}}
    )
    assert "cecile rongivre" in told_elsewhere(other)
    assert "cecile rongivre" not in told_elsewhere(one)
