"""Rounded figures still add up, move by less than the base, and are the same wherever they are shown."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.statistics.disclosure import TOTAL, Cell, LinkedTables, Rules, Table, protect
from ombuds.statistics.disclosure.totals import check
from ombuds.statistics.tests.disclosure.making import grid, skewed

FIVE = Rules(method="round", base=5)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([3, 5, 10]), st.booleans())
def test_controlled_rounding_adds_up_and_stays_near(seed: int, base: int, tree: bool) -> None:
    done = protect(skewed(7, 4, seed, tree=tree), Rules(method="round", base=base))
    for cell in done.cells:
        assert cell.published is not None
        assert cell.published % base == 0
        assert abs(cell.published - cell.value) < base
        assert cell.inferred_low <= cell.value <= cell.inferred_high
        if cell.value % base == 0:
            assert cell.published == cell.value
    check(done.tables.tables[0])


def test_a_figure_is_rounded_alike_in_every_table() -> None:
    sex = grid({"A": (18, 2), "B": (14, 19)}, "mf")
    age: dict[tuple[str, ...], Cell] = {
        ("A", "young"): Cell(7), ("A", "old"): Cell(13), ("B", "young"): Cell(21), ("B", "old"): Cell(12)
    }  # fmt: skip
    for method in ("round", "random_round"):
        done = protect([sex, Table("age", ("row", "age"), age)], Rules(method=method, base=5))
        shown = {(cell.table, *cell.labels.values()): cell.published for cell in done.cells}
        for row in ("A", "B", TOTAL):
            assert shown["table", row, TOTAL] == shown["age", row, TOTAL]


def test_what_was_published_rounded_stays_as_it_is() -> None:
    table = grid({"A": (18, 2), "B": (14, 19)}, "mf")
    earlier = Table("earlier", ("row", "column"), {("A", "m"): Cell(15), ("B", "f"): Cell(20)})
    done = protect(LinkedTables((table,), released=(earlier,)), FIVE)
    shown = {(cell.labels["row"], cell.labels["column"]): cell.published for cell in done.cells}
    assert shown["A", "m"] == 15
    assert shown["B", "f"] == 20


def test_random_rounding_is_right_on_average() -> None:
    cells: dict[tuple[str, ...], Cell] = {(f"r{i}",): Cell(2) for i in range(1500)}
    done = protect(Table("many", ("row",), cells), Rules(method="random_round", base=5, seed="office"))
    moved = [cell.published or 0 for cell in done.cells if cell.labels["row"] != TOTAL]
    assert set(moved) == {0, 5}
    assert 1.75 < sum(moved) / len(moved) < 2.25
