"""Nobody can work out a small count from what is shown."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombuds.statistics.disclosure.lines import THRESHOLD, Hidden, protect


def column(*values: int) -> list[list[int | None]]:
    return [[value] for value in (*values, sum(values))]


def shown(*values: int) -> list[int | Hidden | None]:
    return [row[0] for row in protect(column(*values))]


def test_large_counts_and_zeros_are_shown() -> None:
    assert shown(12, 0, 30) == [12, 0, 30, 42]


def test_one_small_count_takes_a_larger_one_with_it() -> None:
    result = shown(3, 40, 20)
    assert result[0] is Hidden.SMALL
    assert result[2] is Hidden.OTHER
    assert result[1] == 40


def test_two_ones_would_be_betrayed_by_their_total() -> None:
    result = shown(1, 1, 40)
    assert result[2] is Hidden.OTHER


def test_a_small_count_alone_hides_the_total() -> None:
    assert shown(4, 0) == [Hidden.SMALL, 0, Hidden.SMALL]
    assert shown(2, 9, 0)[2:] == [0, Hidden.OTHER] or shown(2, 9, 0)[1] is Hidden.OTHER


def possible(values: list[int | Hidden | None], index: int, most: int) -> set[int]:
    """All values that a hidden cell could have for an outsider who knows the rules, by trying them all."""
    *parts, total = values
    ranges = [
        range(1, THRESHOLD)
        if cell is Hidden.SMALL
        else range(THRESHOLD, most + 1)
        if cell is Hidden.OTHER
        else [cell or 0]
        for cell in parts
    ]

    def fits(whole: int) -> bool:
        if total is Hidden.SMALL:
            return 0 < whole < THRESHOLD
        return total is Hidden.OTHER or whole == total

    return {choice[index] for choice in product(*ranges) if fits(sum(choice))}


@given(st.lists(st.integers(0, 12), min_size=1, max_size=4))
def test_each_small_count_could_be_at_least_two_values(values: list[int]) -> None:
    result = shown(*values)
    for index, value in enumerate(values):
        if 0 < value < THRESHOLD:
            assert result[index] is Hidden.SMALL
            assert len(possible(result, index, sum(values) + THRESHOLD)) >= 2


@given(st.lists(st.lists(st.integers(0, 20), min_size=3, max_size=3), min_size=1, max_size=5))
def test_in_a_grid_no_line_betrays_a_small_count(rows: list[list[int]]) -> None:
    full: list[list[int | None]] = [[*row, sum(row)] for row in rows]
    full.append([sum(row[c] or 0 for row in full) for c in range(4)])
    result = protect(full, row_totals=True)
    for r, row in enumerate(full):
        for c, value in enumerate(row):
            if 0 < (value or 0) < THRESHOLD:
                assert isinstance(result[r][c], Hidden)
            elif not isinstance(result[r][c], Hidden):
                assert result[r][c] == value
    for line in [*result, *map(list, zip(*result, strict=True))]:
        gone = [cell for cell in line[:-1] if isinstance(cell, Hidden)]
        if Hidden.SMALL in gone and not isinstance(line[-1], Hidden):
            assert len(gone) >= 2


@pytest.mark.parametrize("cells", [[], [[None]], [[3]]])
def test_odd_shapes_are_taken(cells: list[list[int | None]]) -> None:
    assert len(protect(cells)) == len(cells)
