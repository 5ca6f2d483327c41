"""Whatever the tables, nobody can work out a small figure, and nothing is hidden without need."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.statistics.disclosure import (
    TOTAL,
    Cell,
    LinkedTables,
    NotConsistent,
    Rules,
    Table,
    audit,
    hiding,
    perturbing,
    protect,
)
from ombuds.statistics.disclosure.cells import Key
from ombuds.statistics.disclosure.rules import STRICT
from ombuds.statistics.disclosure.totals import complete
from ombuds.statistics.tests.disclosure.making import grid, skewed, without

RULES = Rules(minimum_frequency=4)


def cost_by_trying(table: Table, rules: Rules) -> float:
    """The cost of the cheapest pattern in which each unsafe figure can be one more and one less."""
    if not any(0 < (c.value or 0) < rules.minimum_frequency for c in table.cells.values()):
        return 0
    small = [k for k, c in table.cells.items() if 0 < (c.value or 0) < rules.minimum_frequency]
    others = [k for k, c in table.cells.items() if (c.value or 0) >= rules.minimum_frequency]
    needs = {table.node(k): ((table.cells[k].value or 0) - 1, (table.cells[k].value or 0) + 1) for k in small}
    best = float("inf")
    for size in range(len(others) + 1):
        for more in combinations(others, size):
            cost = sum(table.cells[k].value or 0 for k in more)
            if cost >= best:
                continue
            if audit(without(table, [*small, *more]), rules, needs=needs).safe:
                best = cost
    return best


@settings(max_examples=12, deadline=None)
@given(st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=2), min_size=2, max_size=2))
def test_no_cheaper_pattern_protects(values: list[list[int]]) -> None:
    table = grid({f"{number}": row for number, row in enumerate(values)}, "ab")
    done = protect(table, RULES)
    assert done.safe
    assert done.cost == cost_by_trying(table, RULES)


@settings(max_examples=12, deadline=None)
@given(st.integers(2, 10), st.integers(2, 7), st.integers(0, 10_000), st.booleans(), st.booleans())
def test_random_tables_are_safe_and_true(rows: int, columns: int, seed: int, tree: bool, zeros: bool) -> None:
    done = protect(skewed(rows, columns, seed, tree=tree), Rules(protect_zeros=zeros))
    assert done.safe
    assert audit(done.tables, Rules()).safe
    for cell in done.cells:
        assert cell.inferred_low <= cell.value <= cell.inferred_high
        if cell.state == "published":
            assert cell.published == cell.value
            assert cell.value >= 5 or (cell.value == 0 and not zeros)
        else:
            assert cell.published is None
            assert cell.inferred_high - cell.inferred_low >= 1


@settings(max_examples=6, deadline=None)
@given(st.integers(3, 8), st.integers(3, 6), st.integers(0, 10_000))
def test_our_own_search_is_safe_too(rows: int, columns: int, seed: int) -> None:
    table = skewed(rows, columns, seed)
    optimal = protect(table, RULES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hiding, "LARGEST", 0)
        ours = protect(table, RULES)
    assert ours.safe
    assert ours.optimal == (not ours.audit.intervals)
    assert ours.cost >= optimal.cost


KNOWING = Rules(minimum_frequency=5, zeros_are_known=True)
STRICTEST = replace(STRICT, zeros_are_known=True)


@settings(max_examples=8, deadline=None)
@given(st.integers(3, 7), st.integers(2, 4), st.integers(0, 10_000), st.sampled_from([KNOWING, STRICTEST]))
def test_a_reader_who_knows_that_zeros_are_shown_learns_nothing(
    rows: int, columns: int, seed: int, rules: Rules
) -> None:
    table = skewed(rows, columns, seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hiding, "LARGEST", 0)
        done = protect(table, rules)
    assert done.safe
    for cell in done.audit.intervals.values():
        assert cell.low >= 1
        assert cell.high - cell.low >= rules.protection_range
        assert not (rules.never_only_small and cell.high < rules.minimum_frequency)


def test_two_ones_under_a_two_need_their_total_hidden_when_zeros_are_known() -> None:
    table = grid({"A": (1, 1), "B": (20, 30)}, "xy")
    assert protect(table, Rules(zeros_are_known=True)).safe
    shown = without(table, [("A", "x"), ("A", "y"), ("B", "x"), ("B", "y")])
    assert audit(shown, Rules(minimum_frequency=2)).safe
    found = audit(shown, Rules(minimum_frequency=2, zeros_are_known=True))
    assert {(each.low, each.high) for each in found.unsafe} >= {(1, 1)}


def test_a_verdict_without_bounds_is_the_same_verdict() -> None:
    table = skewed(8, 6, 7)
    whole, quick = protect(table, RULES), protect(table, RULES, bounds=False)
    assert (whole.safe, whole.cost) == (quick.safe, quick.cost)
    released = whole.tables
    assert audit(released, RULES, bounds=False).safe == audit(released, RULES).safe
    bare = without(table, [key for key, cell in table.cells.items() if 0 < (cell.value or 0) < 4][:1])
    assert not audit(bare, RULES, bounds=False).safe


def test_what_our_own_search_hid_without_need_is_shown_again() -> None:
    table = skewed(8, 6, 11)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hiding, "LARGEST", 0)
        lean = protect(table, RULES)
        patch.setattr(perturbing, "SPARED", 0)
        assert lean.cost <= protect(table, RULES).cost
    hidden = {key for key, cell in lean.tables.tables[0].cells.items() if cell.value is None}
    extra = {tuple(c.labels.values()) for c in lean.cells if c.state.value == "secondary"}
    needs = {
        table.node(key): ((cell.value or 0) - 1, (cell.value or 0) + 1)
        for key, cell in table.cells.items()
        if 0 < (cell.value or 0) < 4
    }
    assert extra
    for key in extra:
        assert not audit(without(table, [*(hidden - {key})]), RULES, needs=needs).safe


def test_tables_that_share_a_margin_are_protected_together() -> None:
    sex = grid({"A": (9, 11), "B": (30, 2), "C": (14, 19)}, "mf")
    age: dict[Key, Cell] = {
        (row, label): Cell(value)
        for row, values in {"A": (12, 8), "B": (16, 16), "C": (3, 30)}.items()
        for label, value in zip(("young", "old"), values, strict=True)
    }
    done = protect([sex, Table("age", ("row", "age"), age)])
    assert done.safe
    shown = {(cell.table, *cell.labels.values()): cell.published for cell in done.cells}
    for row in ("A", "B", "C", TOTAL):
        assert shown["table", row, TOTAL] == shown["age", row, TOTAL]


def test_what_was_published_before_is_never_hidden_again() -> None:
    table = grid({"A": (18, 2), "B": (14, 19), "C": (12, 10), "D": (11, 14)}, "mf")
    earlier = Table("earlier", ("row", "column"), {("C", "m"): Cell(12), ("C", "f"): Cell(10)})
    done = protect(LinkedTables((table,), released=(earlier,)), Rules(minimum_frequency=3))
    assert done.safe
    assert done.cost == 18 + 11 + 14
    assert {cell.labels["row"] for cell in done.cells if cell.published is None} == {"A", "D"}


def test_what_must_be_kept_is_kept_and_what_is_named_is_hidden() -> None:
    table = grid({"A": (18, 20), "B": (14, 19), "C": (12, 10)}, "mf")
    rules = Rules(unsafe_labels=frozenset({"A"}), keep=({"row": "B"},))
    done = protect(table, rules)
    hidden = {tuple(cell.labels.values()) for cell in done.cells if cell.published is None}
    assert {("A", "m"), ("A", "f"), ("A", TOTAL)} <= hidden
    assert not any(row == "B" for row, _column in hidden)
    assert done.safe


def test_what_cannot_be_protected_is_said() -> None:
    table = grid({"A": (18, 2), "B": (14, 19)}, "mf")
    kept = tuple({"row": row, "column": c} for row in ("A", "B", TOTAL) for c in ("m", TOTAL))
    done = protect(table, Rules(keep=kept))
    assert not done.safe
    assert {each.name for each in done.audit.unsafe} == {"column f, row A"}


def test_a_group_that_is_all_in_one_cell_is_told_by_the_group_rule() -> None:
    table = grid({"A": (30, 0), "B": (14, 19)}, "mf")
    assert protect(table).cost == 0
    assert any(
        cell.state == "primary" and cell.labels == {"row": "A", "column": "m"}
        for cell in protect(table, Rules(group_share=0.9, protect_zeros=True)).cells
    )


def test_totals_that_do_not_hold_are_refused() -> None:
    cells: dict[Key, Cell] = {("A", "m"): Cell(5), ("B", "m"): Cell(6), (TOTAL, "m"): Cell(12)}
    with pytest.raises(NotConsistent, match="the total of column m is 12, but its parts add up to 11"):
        complete(Table("t", ("row", "column"), cells))
