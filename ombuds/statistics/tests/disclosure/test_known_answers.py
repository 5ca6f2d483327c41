"""What other tools and the handbooks say of the same tables (the known answers that this room was specified with)."""

import pytest

from ombuds.statistics.disclosure import TOTAL, Cell, Rules, Table, audit, protect
from ombuds.statistics.disclosure.primary import judge
from ombuds.statistics.disclosure.totals import complete
from ombuds.statistics.tests.disclosure.making import grid, of, without

REGIONS = {"A": (18, 2), "B": (14, 19), "C": (12, 10), "D": (11, 14)}
SIMPLE = {"w": (30, 47, 64, 89), "x": (90, 124, 5, 31), "y": (92, 100, 59, 85), "z": (800, 991, 651, 685)}
NINE = ["wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd"]


@pytest.mark.parametrize("cost", ["value", "count"])
def test_the_cheapest_pattern_of_region_by_sex(cost: str) -> None:
    done = protect(grid(REGIONS, "mf"), Rules(minimum_frequency=3, cost=cost))
    assert done.safe
    assert done.optimal
    assert done.cost == (40 if cost == "value" else 3)
    assert sum(cell.published is not None for cell in done.cells) == 11
    if cost == "value":
        hidden = {
            (cell.labels["row"], cell.labels["column"]) for cell in done.cells if cell.state == "secondary"
        }
        assert hidden == {("A", "m"), ("C", "m"), ("C", "f")}


def test_two_holes_in_every_line_are_not_enough() -> None:
    table = grid(SIMPLE, "abcd", NINE)
    found = audit(table)
    assert [each.name for each in found.unsafe] == ["column b, row w"]
    assert found.intervals[of(table, "w", "b")].low == found.intervals[of(table, "w", "b")].high == 47


def test_one_more_hidden_figure_heals_it() -> None:
    table = grid(SIMPLE, "abcd", [*NINE, "xd"])
    found = audit(table)
    assert found.safe
    assert (found.intervals[of(table, "w", "b")].low, found.intervals[of(table, "w", "b")].high) == (0, 78)


def test_the_one_more_is_the_cheapest() -> None:
    unsafe = tuple({"row": name[0], "column": name[1]} for name in NINE)
    done = protect(grid(SIMPLE, "abcd"), Rules(minimum_frequency=0, unsafe=unsafe))
    assert done.safe
    assert done.cost == 31
    assert [cell.labels for cell in done.cells if cell.state == "secondary"] == [{"row": "x", "column": "d"}]


LETTERS = {"A": 2, "B": 2, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7}
FIRST = dict.fromkeys("ABIJ", "one") | dict.fromkeys("KLMN", "two")
SECOND = dict.fromkeys("LM", "big") | dict.fromkeys("ABIJKN", "small")


def letters(name: str, groups: dict[str, str], hidden: str = "") -> Table:
    cells: dict[tuple[str, ...], Cell] = {(letter,): Cell(number) for letter, number in LETTERS.items()}
    table = complete(Table(name, ("letter",), cells, {"letter": groups}))
    return without(table, [(letter,) for letter in hidden])


def test_two_groupings_each_safe_alone_betray_one_figure_together() -> None:
    first, second = letters("first", FIRST, "ABKLM"), letters("second", SECOND, "ABKLM")
    assert audit(first).safe
    assert audit(second).safe
    found = audit([first, second])
    assert [(each.name, each.low, each.high) for each in found.unsafe] == [("letter K", 3, 3)]


def test_protected_together_they_hide_one_more() -> None:
    done = protect([letters("first", FIRST), letters("second", SECOND)], Rules(minimum_frequency=4))
    assert done.safe
    hidden = {cell.labels["letter"]: cell for cell in done.cells if cell.state == "secondary"}
    assert set(hidden) == {"N"}
    assert done.cost == 7
    k = next(cell for cell in done.cells if cell.labels["letter"] == "K")
    assert (k.inferred_low, k.inferred_high) == (0, 10)


def test_the_table_of_geurts() -> None:
    """Rows of 7, of 3 and of 6 (3 and 3, shown), columns of 9 and 7."""
    table = grid({"1": (4, 3), "2": (2, 1), "3": (3, 3)}, "ab", ["1a", "1b", "2a", "2b"])
    assert [table.cells[key].value for key in (("1", TOTAL), ("2", TOTAL), (TOTAL, "a"), (TOTAL, "b"))] == [
        7,
        3,
        9,
        7,
    ]
    found = audit(table).intervals
    expected = {("1", "a"): (3, 6), ("1", "b"): (1, 4), ("2", "a"): (0, 3), ("2", "b"): (0, 3)}
    assert {key: (found[table.node(key)].low, found[table.node(key)].high) for key in expected} == expected


def test_a_dominated_amount_needs_room_above() -> None:
    verdict = judge(
        Cell(330, frequency=20, largest=(300, 20, 10)), Rules(minimum_frequency=3, dominance=((1, 85),))
    )
    assert verdict is not None
    assert 330 + verdict.above == pytest.approx(352.94, abs=0.005)


def test_an_amount_that_the_second_can_estimate() -> None:
    rules = Rules(minimum_frequency=3, p_percent=15, whole_numbers=False)
    verdict = judge(Cell(330, frequency=20, largest=(300, 20, 10)), rules)
    assert verdict is not None
    assert verdict.above == pytest.approx(35)  # 15 % of 300, less the 10 of the others
    assert judge(Cell(330, frequency=20, largest=(100, 90, 80)), rules) is None


# Known answer 6: per cell of sdcTable's `microdata1` how many contribute, the sum of their values, and the two largest.
CONTRIBUTIONS = {
    ("A", "m"): (18, 178, 18, 15), ("A", "f"): (2, 20, 11, 9), ("A", TOTAL): (20, 198, 18, 15),
    ("B", "m"): (14, 140, 15, 14), ("B", "f"): (19, 204, 18, 16), ("B", TOTAL): (33, 344, 18, 16),
    ("C", "m"): (12, 118, 18, 12), ("C", "f"): (10, 106, 19, 12), ("C", TOTAL): (22, 224, 19, 18),
    ("D", "m"): (11, 366, 280, 11), ("D", "f"): (14, 152, 18, 16), ("D", TOTAL): (25, 518, 280, 18),
    (TOTAL, "m"): (55, 802, 280, 18), (TOTAL, "f"): (45, 482, 19, 18), (TOTAL, TOTAL): (100, 1284, 280, 19),
}  # fmt: skip


def flagged(rules: Rules) -> set[tuple[str, str]]:
    """The cells that are unsafe by themselves."""
    return {
        key
        for key, (number, value, *largest) in CONTRIBUTIONS.items()
        if judge(Cell(value, frequency=number, largest=tuple(largest)), rules) is not None
    }


@pytest.mark.parametrize(
    "rules",
    [
        Rules(minimum_frequency=0, dominance=((2, 75),)),
        Rules(minimum_frequency=0, p_percent=70),
        Rules(minimum_frequency=0, p_percent=100 * 60 / 80),  # pq(60, 80)
    ],
)
def test_rules_about_amounts_flag_the_two_cells_of_sdctable(rules: Rules) -> None:
    assert flagged(rules) == {("A", "f"), ("D", "m")}


def test_a_frequency_of_two_flags_one() -> None:
    assert flagged(Rules(minimum_frequency=3)) == {("A", "f")}
