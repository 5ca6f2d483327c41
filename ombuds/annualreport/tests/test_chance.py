"""Which lines changed beyond chance: no false alarms to speak of, and real changes are found."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.annualreport.chance import changes, p_value, spread


def poisson(dice: random.Random, mean: float) -> int:
    """By sums of waiting times."""
    count, waited = 0, dice.expovariate(1)
    while waited < mean:
        count, waited = count + 1, waited + dice.expovariate(1)
    return count


@pytest.mark.parametrize(
    ("now", "before", "expected"), [(10, 10, 1.0), (15, 5, 0.0414), (5, 15, 0.0414), (8, 0, 0.0078)]
)
def test_the_chance_is_that_of_the_exact_binomial_test(now: int, before: int, expected: float) -> None:
    assert p_value(now, before) == pytest.approx(expected, abs=5e-5)


@given(st.integers(0, 3000), st.integers(0, 3000))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_both_directions_are_alike_and_a_chance_is_a_chance(now: int, before: int) -> None:
    assert 0 <= p_value(now, before) <= 1
    assert p_value(now, before) == pytest.approx(p_value(before, now))


def test_with_nothing_changed_hardly_a_report_names_a_line() -> None:
    dice, named = random.Random(4), 0
    for _report in range(300):
        lines = {str(i): (poisson(dice, 30), poisson(dice, 30)) for i in range(20)}
        named += bool(changes(lines)[0])
    assert named / 300 <= 0.06  # of reports with any false line


def test_waves_that_come_every_year_are_no_change() -> None:
    """Complaints that come in bunches of three: the earlier years say so, and the test listens."""
    dice, deaf, listening = random.Random(5), 0, 0
    for _report in range(200):
        rows = [[3 * poisson(dice, 12) for _year in range(6)] for _line in range(20)]
        lines = {str(i): (row[0], row[1]) for i, row in enumerate(rows)}
        deaf += bool(changes(lines)[0])
        listening += bool(changes(lines, [row[1:] for row in rows])[0])
    assert deaf / 200 > 0.3
    assert listening / 200 < 0.1


def test_a_doubling_is_found_and_the_surest_comes_first() -> None:
    found, _phi = changes({"parking": (120, 60), "taxes": (52, 50), "noise": (300, 100), "few": (7, 1)})
    assert [one.key for one in found] == ["noise", "parking"]
    assert found[0].rose


def test_more_of_everything_is_no_spread() -> None:
    assert spread([[40, 20, 10], [80, 40, 20], [120, 60, 30]]) == 1.0
    assert spread([]) == 1.0
    assert spread([[5, 90, 5], [90, 5, 90]]) > 10
