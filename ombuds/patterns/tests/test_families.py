"""Families: what is watched for alarms, and the level that several kinds of series share."""

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from ombuds.patterns.engine import budgeting, families
from ombuds.patterns.engine.chain import Chain, Complaint
from ombuds.patterns.engine.encoding import Floats, unit

EACH = 15


def _two_problems() -> Floats:
    """Each in two wordings that lie side by side, fifteen complaints a wording; the two problems are far from each other."""
    rng = np.random.default_rng(4)
    made = []
    for _ in range(2):
        about = rng.normal(size=512)
        for _ in range(2):
            wording = about + 0.8 * rng.normal(size=512)
            made.append(wording + 0.7 * rng.normal(size=(EACH, 512)))
    return unit(np.concatenate(made).astype(np.float32))


@pytest.fixture
def held() -> families.Families:
    made = families.Families()
    made.renew(np.arange(4 * EACH), _two_problems())
    return made


def test_a_family_is_all_of_a_problem_and_nothing_of_another(held: families.Families) -> None:
    one = set(held.rows(0).tolist())
    assert one == set(held.rows(2 * EACH - 1).tolist()) == set(range(2 * EACH))
    assert set(held.rows(2 * EACH).tolist()) == set(range(2 * EACH, 4 * EACH))


def test_all_rows_at_once_have_the_families_that_each_has(held: families.Families) -> None:
    counted = np.ones(4 * EACH, bool)
    counted[3] = False
    every = held.series(np.arange(4 * EACH), counted)
    assert every[0] == [place for place in range(2 * EACH) if place != 3]
    assert held.rows(-1 + 4 * EACH).tolist() == every[-1]


def test_what_is_outside_the_sample_goes_with_its_nearest(held: families.Families) -> None:
    vectors = _two_problems()
    sample = np.arange(0, 4 * EACH, 2)
    held.renew(sample, vectors[sample])
    assert not len(held.rows(1))
    rows = np.arange(4 * EACH)
    held.follow(rows, vectors @ vectors[sample].T, sample)
    assert set(held.rows(1).tolist()) == set(range(2 * EACH))


def test_who_arrives_goes_with_those_that_are_near_enough_and_who_is_erased_is_in_none(
    held: families.Families,
) -> None:
    assert held.assign(5000, [(0, 0.9), (1, 0.8), (3 * EACH, 0.7)], 0.5)
    assert 5000 in held.rows(0)
    assert not held.assign(5001, [(0, 0.4)], 0.5)
    assert not len(held.rows(5001))
    held.forget(0)
    assert not len(held.rows(0))
    assert 0 not in held.rows(1)


def test_what_people_named_is_watched_as_they_named_it(tmp_path: Path) -> None:
    chain = Chain(tmp_path, learning=False)
    for number in range(6):
        chain.add(Complaint(number, dt.date(2025, 1, 6), "nl", "a", f"De bus van lijn {number} kwam niet."))
    chain.families.restore(np.asarray([1, 1, 1, 1, 1, 1]), {1: [1]})
    for row in range(6):
        chain.groups.restore(np.asarray([1, 1, 1, 2, 2, 2], np.int32), 3)
        assert len(chain._problem(row, chain.groups.label(row))) == 6
    chain.groups.pin(0, 1)
    assert chain._problem(1, 1).tolist() == [0, 1, 2]
    assert len(chain._problem(4, 2)) == 6
    assert [len(own) for own in chain._problems(np.arange(6), np.ones(6, bool))] == [3, 3, 3, 6, 6, 6]
    chain.close()


def test_families_are_there_again_after_a_restart(tmp_path: Path) -> None:
    chain = Chain(tmp_path, learning=False)
    for number in range(5):
        chain.add(Complaint(number, dt.date(2025, 1, 6), "nl", "a", f"De bus van lijn {number} kwam niet."))
    chain.families.restore(np.asarray([1, 1, 2, 2, 3]), {1: [1, 2], 2: [2], 3: [3]})
    chain.close()
    again = Chain(tmp_path, learning=False)
    assert [again.families.rows(row).tolist() for row in range(5)] == [
        [0, 1, 2, 3], [0, 1, 2, 3], [2, 3], [2, 3], [4],
    ]  # fmt: skip
    again.close()


def _office() -> tuple[list[list[int]], list[int]]:
    days = [int(day) for day in np.random.default_rng(2).integers(1, 1200, 600)]
    return [[other for other in range(600) if other % 20 == place % 20] for place in range(600)], days


def test_each_kind_of_series_has_its_part_of_what_is_allowed() -> None:
    series, days = _office()
    kinds, parts = {"one": series, "other": series}, {"one": 0.25, "other": 0.75}
    levels = budgeting.alarm_levels(kinds, parts, days, 800, 2.0)
    assert levels["one"] >= levels["other"]
    assert levels["other"] == budgeting.alarm_level(series, days, 800, 1.5)


def test_series_swing_when_they_do_so_more_than_any_dealing() -> None:
    rounds = [[(0.1 * number, 1, 1) for number in range(top)] for top in (10, 12)]
    assert budgeting.swing([(0.1 * number, 1, 1) for number in range(11)], rounds) == 1.0
    assert budgeting.swing([(0.1 * number, 1, 1) for number in range(23)], rounds) == pytest.approx(2.0)
