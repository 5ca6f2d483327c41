"""What is decided before anything is written: shares, states, seasons, the planted series."""

import datetime as dt
from collections import Counter

import pytest

from ombuds.cases.terms import Channel, Kind, Language
from ombuds.cases.workflow import ENDED, MOVES, CaseAct, State
from ombuds.demo.journeys import CREATE
from ombuds.demo.plan import CasePlan, plan_cases

MOMENT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def plans() -> list[CasePlan]:
    return plan_cases(3000, 1, MOMENT)


def test_the_same_seed_gives_the_same_office_and_another_seed_another() -> None:
    assert plan_cases(60, 1, MOMENT) == plan_cases(60, 1, MOMENT)
    assert plan_cases(60, 1, MOMENT) != plan_cases(60, 2, MOMENT)


def test_sixty_cases_already_stand_in_every_state() -> None:
    found = {plan.state for plan in plan_cases(60, 1, MOMENT)}
    assert found == set(State) - {State.RETENTION, State.DESTROYED}


def test_every_channel_language_and_kind_of_brussels_occurs(plans: list[CasePlan]) -> None:
    assert {plan.channel for plan in plans} == set(Channel)
    assert {plan.language for plan in plans} == set(Language)
    assert {plan.kind for plan in plans} == {
        Kind.COMPLAINT, Kind.INFORMATION_REQUEST, Kind.PROTECTION_REQUEST, Kind.SYSTEMIC_INQUIRY, Kind.PARLIAMENT_REQUEST,
        Kind.PETITION_FORWARDED, Kind.OWN_SERVICE_COMPLAINT,
    }  # fmt: skip


def test_languages_and_years_follow_the_real_office(plans: list[CasePlan]) -> None:
    languages = Counter(plan.language for plan in plans)
    assert 0.70 < languages["fr"] / len(plans) < 0.80
    assert 0.17 < languages["nl"] / len(plans) < 0.27
    years = Counter(plan.received.year for plan in plans)
    assert years[2024] < years[2025] < years[2026]
    months = Counter(plan.received.month for plan in plans if plan.received.year == 2025)
    assert months[7] + months[8] < months[9] + months[10]


def test_every_case_moves_only_as_the_table_allows_and_never_into_the_future(plans: list[CasePlan]) -> None:
    for plan in plans:
        assert plan.steps[0].act == CREATE
        for before, step in zip(plan.steps, plan.steps[1:], strict=False):
            assert step.before == before.after
            assert MOVES[(State(step.before), CaseAct(step.act))].to == step.after
            assert step.at > before.at
            assert step.at.weekday() < 5
        assert plan.steps[-1].at <= MOMENT


def test_references_count_up_in_the_order_of_arrival(plans: list[CasePlan]) -> None:
    of_2025 = [plan.reference for plan in plans if plan.received.year == 2025]
    assert of_2025[:2] == ["OM.2025.001", "OM.2025.002"]
    assert len({plan.reference for plan in plans}) == len(plans)
    assert [p.received for p in plans] == sorted(p.received for p in plans)


def test_the_planted_series_are_there(plans: list[CasePlan]) -> None:
    series = {name: [p for p in plans if p.series == name] for name in {p.series for p in plans}}
    assert {p.language for p in series["renewal-reminder"]} == {"nl"}
    assert {p.language for p in series["student-attestation"]} == {"fr"}
    assert {p.language for p in series["itsme-only"]} == {"nl", "fr"}
    assert len({p.service for p in series["itsme-only"]}) == 4
    assert len(series["campaign"]) == 38
    assert len({p.person.name for p in series["campaign"]}) > 30


def test_a_merged_case_ends_in_one_that_was_open(plans: list[CasePlan]) -> None:
    by_key = {plan.key: plan for plan in plans}
    merged = [plan for plan in plans if "merged_into" in plan.flags]
    assert merged
    for plan in merged:
        into = by_key[plan.flags["merged_into"]]
        assert into.person == plan.person
        assert into.was_open_at(plan.steps[-1].at)
        assert into.received <= plan.received


def test_a_later_year_moves_the_whole_office_along() -> None:
    later = plan_cases(200, 1, MOMENT.replace(year=2028))
    years = {plan.received.year for plan in later if "legacy" not in plan.flags}
    assert years == {2026, 2027, 2028}
    assert {State(plan.state) in ENDED for plan in later} == {True, False}
