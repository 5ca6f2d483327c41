"""Sums that must hold, told in words when they do not (domain.md 5.4, scenario 10)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombuds.statistics.balances import FIRST_LINE, WORKLOAD, Rule, check

# Vlaamse Landmaatschappij, as published.
VLM_2016 = {
    "registrations": 41, "complaints": 38, "not_complaints": 3, "answered_in_time": 35, "answered_late": 3,
    "mean_days": 29, "inadmissible": 13, "admissible": 25, "reason_anonymous": 1, "reason_policy": 8,
    "reason_not_flemish": 0, "reason_appeal": 1, "reason_not_competent": 3, "reason_earlier": 0, "reason_old": 0,
    "reason_court": 0, "reason_unfounded": 0, "reason_no_interest": 0, "reason_staff": 0, "partly_founded": 3,
    "founded": 5, "unfounded": 17, "solved": 8, "partly_solved": 0, "unsolved": 0, "norms_named": 10,
    "carrier_other": 1, "carrier_letter": 2, "carrier_mail": 29, "carrier_phone": 7, "carrier_visit": 0,
    "channel_other": 3, "channel_citizen": 33, "channel_society": 2, "channel_cabinet": 1, "channel_ombudsman": 0,
}  # fmt: skip
VLM_2018 = {
    "registrations": 68, "complaints": 65, "not_complaints": 3, "answered_in_time": 58, "answered_late": 7,
    "mean_days": 36, "inadmissible": 34, "admissible": 31, "reason_anonymous": 3, "reason_policy": 22,
    "reason_not_flemish": 1, "reason_appeal": 3, "reason_not_competent": 5, "reason_earlier": 0, "reason_old": 0,
    "reason_court": 0, "reason_unfounded": 0, "reason_no_interest": 0, "reason_staff": 0, "partly_founded": 5,
    "founded": 6, "unfounded": 20, "solved": 10, "partly_solved": 1, "unsolved": 0, "norms_named": 16,
}  # fmt: skip
LABELS = {"admissible": "admissible", "inadmissible": "inadmissible", "complaints": "complaints"}


@pytest.mark.parametrize("figures", [VLM_2016, VLM_2018])
def test_the_published_figures_balance(figures: dict[str, float | None]) -> None:
    assert check(FIRST_LINE, figures, LABELS) == []


def test_one_admissible_more_names_the_broken_sum() -> None:
    broken = check(FIRST_LINE, {**VLM_2016, "admissible": 26}, LABELS)
    assert broken[0].sentence == "admissible 26 + inadmissible 13 ≠ complaints 38"
    assert {"admissible", "inadmissible", "complaints"} == broken[0].names()
    assert len(broken) == 2  # and what was assessed is no longer what was admissible


def test_a_figure_not_given_leaves_its_sums_unjudged() -> None:
    assert check(FIRST_LINE, {"complaints": 38, "admissible": 99}, LABELS) == []


def test_what_was_closed_is_taken_off() -> None:
    figures = {"open_before": 10, "opened": 5, "closed": 3, "open_after": 13}
    broken = check(WORKLOAD, figures, {}, language="nl")
    assert [each.sentence for each in broken] == ["open_before 10 + opened 5 − closed 3 ≠ open_after 13"]
    assert check(WORKLOAD, {**figures, "open_after": 12}, {}) == []


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=6), st.integers(-5, 5))
def test_a_sum_is_broken_exactly_when_it_is_wrong(parts: list[int], error: int) -> None:
    names = tuple(f"p{index}" for index in range(len(parts)))
    figures = {**dict(zip(names, parts, strict=True)), "whole": sum(parts) + error}
    assert bool(check((Rule(names, ("whole",)),), figures, {})) == (error != 0)
