"""The attack agrees with trying every possibility, and with everything that readers can know."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.statistics.disclosure import TOTAL, Cell, Fact, LinkedTables, NotConsistent, Rules, Table, audit
from ombuds.statistics.disclosure.cells import Key
from ombuds.statistics.disclosure.totals import complete, sums
from ombuds.statistics.tests.disclosure.making import grid, without


def possible(table: Table, most: int) -> dict[Key, set[int]]:
    """Every value that each hidden cell can have, by trying all whole numbers up to `most`."""
    hidden = [key for key, cell in table.cells.items() if cell.value is None]
    lines = [(whole, parts) for whole, parts in sums(table) if whole in table.cells]
    found: dict[Key, set[int]] = {key: set() for key in hidden}
    for choice in product(range(most + 1), repeat=len(hidden)):
        guess = dict(zip(hidden, choice, strict=True))

        def value(key: Key, guess: dict[Key, int] = guess) -> float:
            return guess[key] if key in guess else table.cells[key].value or 0

        if all(value(whole) == sum(map(value, parts)) for whole, parts in lines):
            for key in hidden:
                found[key].add(guess[key])
    return found


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=2, max_size=3),
    st.lists(st.integers(0, 100), min_size=2, max_size=5, unique=True),
    st.booleans(),
)
def test_the_bounds_are_those_of_trying_everything(
    values: list[list[int]], places: list[int], tree: bool
) -> None:
    cells: dict[Key, Cell] = {
        (f"r{r}", f"c{c}"): Cell(value) for r, row in enumerate(values) for c, value in enumerate(row)
    }
    trees = {"column": {"c0": "g", "c1": "g"}} if tree else {}
    table = complete(Table("table", ("row", "column"), cells, trees))
    keys = sorted(key for key in table.cells if TOTAL not in key)
    table = without(table, list({keys[place % len(keys)] for place in places}))
    most = int(sum(sum(row) for row in values))
    found = audit(table).intervals
    for key, choices in possible(table, min(most, 12)).items():
        interval = found[table.node(key)]
        assert (interval.low, interval.high) == (min(choices), max(choices))
        assert bool(interval.problem) == (len(choices) == 1)


def test_a_figure_that_only_whole_numbers_give_away_is_found() -> None:
    """2x + 2y + w = 4 leaves w anywhere from 0 to 1, but no other whole number than 0."""
    scope, names = "", "xyw"
    nodes = {name: (scope, frozenset({("row", name)})) for name in names}
    table = Table("table", ("row",), {(name,): Cell(None) for name in names})
    terms = {nodes["x"]: 2.0, nodes["y"]: 2.0, nodes["w"]: 1.0}
    facts = (Fact(terms, 4, 4, "a text"), Fact({nodes["w"]: 1.0}, 0, 1, "a text"))
    found = audit(LinkedTables((table,), facts)).intervals[nodes["w"]]
    assert (found.low, found.high) == (0, 0)
    assert found.problem == "It is exactly 0."


def test_a_rounded_percentage_gives_a_figure_away() -> None:
    hidden = grid({"A": (18, 2), "B": (30, 50)}, "mf", ["Am", "Af", "Bm", "Bf"])
    assert audit(hidden).safe
    part, whole = hidden.node(("A", "f")), hidden.node(("A", TOTAL))
    facts = (
        Fact({part: 1.0, whole: -0.095}, 0, float("inf"), "10 %"),
        Fact({part: 1.0, whole: -0.105}, float("-inf"), 0, "10 %"),
    )
    found = audit(LinkedTables((hidden,), facts))
    assert {each.name for each in found.unsafe} >= {"column f, row A"}


def test_last_year_s_table_gives_this_year_s_figure_away() -> None:
    now = grid({"A": (18, 2), "B": (14, 19)}, "mf", ["Am", "Af", "Bm", "Bf"])
    before = Table("before", ("row", "column"), {("B", "m"): Cell(14)})
    assert audit(now).safe
    assert not audit(LinkedTables((now,), released=(before,))).safe


def test_zeros_that_are_always_shown_tell_that_a_hidden_figure_is_none() -> None:
    cells: dict[Key, Cell] = {("A",): Cell(1), ("B",): Cell(1), ("C",): Cell(40)}
    table = without(complete(Table("t", ("row",), cells)), [("A",), ("B",)])
    assert audit(table).safe
    assert not audit(table, Rules(zeros_are_known=True)).safe


def test_a_narrow_interval_is_no_protection() -> None:
    table = grid({"1": (4, 3), "2": (2, 1), "3": (3, 3)}, "ab", ["1a", "1b", "2a", "2b"])
    assert audit(table, Rules(protection_range=3)).safe
    found = audit(table, Rules(protection_range=4))
    assert len(found.unsafe) == 4
    small = audit(table, Rules(never_only_small=True))
    assert [each.name for each in small.unsafe] == ["column b, row 1"]


def test_figures_that_contradict_each_other_are_told() -> None:
    table = Table("t", ("row",), {("A",): Cell(4), ("B",): Cell(None), (TOTAL,): Cell(3)})
    with pytest.raises(NotConsistent):
        audit(table)
    other = Table("u", ("row",), {("A",): Cell(5)})
    with pytest.raises(NotConsistent, match="row A is 4 in one table and 5 in u"):
        audit([table, other])
