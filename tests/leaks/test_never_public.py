"""Files that are never public: one place says which, every way to the public asks there."""

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ombuds.cases.models import Case
from ombuds.cases.publicity import NEVER_KINDS, may_be_public, publishable
from ombuds.lib.today import today
from ombuds.patterns import services as patterns
from ombuds.patterns.models import Member, Pattern
from ombuds.publications import services as publishing
from ombuds.publications.models import PublicRecommendation
from ombuds.publications.permitting import NeverPublic
from ombuds.publications.services.checking import check
from ombuds.recommendations.models import Source
from ombuds.recommendations.tests.test_recommendations import draft

pytestmark = pytest.mark.django_db
MakeCase = Callable[..., Any]
ROOT = Path(__file__).resolve().parent.parent.parent / "ombuds"
ASKS = re.compile(r"never_public|Kind\.(?:PROTECTION_REQUEST|MP_CODE_REPORT)")
# Where it is set, and where it is decided.
OWN = {"cases/models.py", "cases/forms.py", "cases/publicity.py", "demo/plan.py"}
NEVER = [{"never_public": True}, *({"kind": kind} for kind in NEVER_KINDS)]


def closed_away(make_case: MakeCase, how: dict[str, Any]) -> Case:
    case: Case = make_case(state="closed")
    Case.objects.filter(pk=case.pk).update(**how)
    case.refresh_from_db()
    return case


def test_one_place_decides() -> None:
    asked = {
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if "tests" not in path.parts and "migrations" not in path.parts and ASKS.search(path.read_text())
    }
    assert asked <= OWN
    assert "cases/publicity.py" in asked


@pytest.mark.parametrize("how", NEVER, ids=str)
def test_the_rule_says_the_same_of_one_file_and_of_many(make_case: MakeCase, how: dict[str, Any]) -> None:
    away, other = closed_away(make_case, how), make_case(state="closed")
    assert (may_be_public(away), may_be_public(other)) == (False, True)
    assert set(publishable(Case.objects.filter(pk__in=[away.pk, other.pk]))) == {other}


@pytest.mark.parametrize("how", NEVER, ids=str)
def test_no_text_is_begun_on_it_and_none_goes_out_when_it_is_closed_away_later(
    make_case: MakeCase, people: SimpleNamespace, how: dict[str, Any]
) -> None:
    away, open_one = closed_away(make_case, how), make_case(state="closed")
    with pytest.raises(NeverPublic):
        publishing.draft(office=away.office, actor=people.handler, kind="story", cases=[away], seed=1)
    story = publishing.draft(
        office=open_one.office, actor=people.handler, kind="story", cases=[open_one], seed=1
    )
    for act in (publishing.link_case, publishing.pull_facts):
        with pytest.raises(NeverPublic):
            act(story, away, actor=people.handler)
    Case.objects.filter(pk=open_one.pk).update(**how)
    with pytest.raises(NeverPublic):
        check(story, actor=people.handler)


@pytest.mark.parametrize("how", NEVER, ids=str)
def test_no_recommendation_that_rests_on_it_is_made_public(
    make_case: MakeCase, people: SimpleNamespace, how: dict[str, Any]
) -> None:
    from ombuds.recommendations import services as recommending

    found = draft(make_case(state="closed"), people)
    found = recommending.issue(found, actor=people.ombudsman, on=today())
    Source.objects.create(recommendation=found, case=closed_away(make_case, how))
    with pytest.raises(NeverPublic):
        publishing.release_recommendation(found, actor=people.ombudsman, in_spite="A test.")
    assert not PublicRecommendation.objects.exists()


def test_it_is_counted_in_no_pattern_of_a_report(make_case: MakeCase) -> None:
    away, other = closed_away(make_case, {"never_public": True}), make_case(state="closed")
    pattern = Pattern.objects.create(office=other.office, number=1)
    for number, case in enumerate((away, other), 1):
        Member.objects.create(case=case, pattern=pattern, number=number, received_on=case.received_at.date())
    later = today().replace(year=today().year + 1)
    (told,), intake = patterns.by_month(other.office, before=later)
    assert sum(told["months"].values()) == 1
    assert sum(intake.values()) == publishable(Case.objects.filter(kind="complaint")).count()
