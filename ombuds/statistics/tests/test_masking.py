"""All public tables of a report are one set: none betrays what another, or an earlier report, has hidden."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.statistics import masking
from ombuds.statistics.disclosure import LinkedTables, Rules, audit
from ombuds.statistics.disclosure.lines import Hidden
from ombuds.statistics.populations import Populations
from ombuds.statistics.tables import Cell, Column, Kind, Row, Table, from_json, to_json

COUNTED = {"month": ("complaints", "received"), "channel": ("complaints", "received")}


def words(text: str) -> dict[str, str]:
    return {"nl": text, "fr": text, "en": text}


def table(key: str, rows: Mapping[str, int], *, adds_up: bool = True, year: str = "2024") -> Table:
    whole = sum(rows.values())
    return Table(
        key=key,
        title=words(key),
        definition=words("Wat telt"),
        unit=words("klachten"),
        head=words(key),
        columns=(Column(year, words(year)), Column("share", words("Aandeel"), Kind.SHARE)),
        rows=tuple(Row(name, words(name), (n, n / whole if whole else None)) for name, n in rows.items()),
        totals=(whole, 1.0),
        adds_up=adds_up,
    )


def five_years(year: str = "2024", **rows: int) -> Table:
    return Table(
        key="five_years", title=words("Vijf jaar"), definition=words("x"), unit=words("x"), head=words("x"),
        columns=(Column(year, words(year)),),
        rows=tuple(Row(name, words(name), (number,)) for name, number in rows.items()),
    )  # fmt: skip


def shown(tables: list[Table]) -> dict[tuple[str, str], Cell]:
    return {(t.key, row.key): row.cells[0] for t in tables for row in t.rows} | {
        (t.key, ""): t.totals[0] for t in tables if t.totals
    }


def stands(tables: list[Table], released: list[list[Table]] | None = None) -> bool:
    """Whether the tables stand the attack of a reader who has all of them."""
    found = Populations(COUNTED, tables)
    parts = [part for each in tables for part in found.figures(each)]
    before = [part for edition in released or [] for part in found.released(edition)]
    return audit(LinkedTables(tuple(parts), released=tuple(before)), Rules(zeros_are_known=True)).safe


def test_a_total_hidden_in_one_table_is_hidden_in_all() -> None:
    tables = [table("month", {"jan": 1, "feb": 1}), table("channel", {"web": 2})]
    cells = shown(masking.public_set(tables, counted=COUNTED))
    assert set(cells.values()) == {Hidden.OTHER}


def test_a_sum_in_another_table_gives_nothing_away() -> None:
    tables = [
        table("assessment", {"founded": 20, "partly": 2, "unfounded": 30, "none": 14}),
        five_years(complaints=66, founded=22),
    ]
    cells = shown(masking.public_set(tables, counted={"assessment": ("complaints", "closed")}))
    assert cells["assessment", "partly"] is Hidden.OTHER
    told = (
        cells["assessment", "founded"] is not Hidden.OTHER
        and cells["five_years", "founded"] is not Hidden.OTHER
    )
    assert not told


def test_small_and_other_hidden_figures_look_alike() -> None:
    cells = shown([masking.public(table("channel", {"web": 40, "letter": 3, "visit": 9}))])
    assert cells["channel", "letter"] is cells["channel", "visit"] is Hidden.OTHER
    assert cells["channel", ""] == 52


def test_no_share_gives_a_hidden_total_away() -> None:
    masked = masking.public(table("channel", {"web": 12, "letter": 1, "fax": 1}))
    if masked.totals and masked.totals[0] is Hidden.OTHER:
        assert all(row.cells[1] is Hidden.OTHER for row in masked.rows)


def test_the_next_report_does_not_betray_what_the_last_one_hid() -> None:
    rows = {"web": 40, "letter": 3, "visit": 9, "phone": 10}
    first = masking.public_set([table("channel", rows)], counted=COUNTED)
    frozen = [from_json(to_json(each)) for each in first]
    again = masking.public_set(
        [table("channel", rows), table("month", {"jan": 30, "feb": 32})], counted=COUNTED, released=[frozen]
    )
    one, two = shown(first), shown(again)
    for place, cell in one.items():
        assert two[place] == cell
    assert stands(again, [frozen])


def balance(**rows: Cell) -> Table:
    return Table(
        key="balance", title=words("Balans"), definition=words("x"), unit=words("x"), head=words("x"),
        columns=(Column("2024", words("2024")),),
        rows=tuple(Row(name, words(name), (cell,)) for name, cell in rows.items()),
    )  # fmt: skip


def test_a_balance_that_hides_a_figure_on_both_sides_stands_and_contradicts_nothing() -> None:
    small = Hidden.SMALL
    assert stands([balance(open_before=small, opened=small, closed=small, open_after=small)])


def test_a_balance_with_one_hidden_figure_gives_it_away() -> None:
    assert not stands([balance(open_before=30, opened=Hidden.SMALL, closed=20, open_after=13)])


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.integers(0, 12), min_size=3, max_size=6),
    st.lists(st.integers(1, 9), min_size=2, max_size=4),
    st.booleans(),
)
def test_whatever_the_figures_the_set_stands_the_attack(
    months: list[int], weights: list[int], adds_up: bool
) -> None:
    whole = sum(months)
    channels = [whole * weight // sum(weights) for weight in weights]
    channels[0] += whole - sum(channels)
    tables = [
        table("month", {f"m{i}": n for i, n in enumerate(months)}),
        table("channel", {f"c{i}": n for i, n in enumerate(channels)}),
        table("body", {f"b{i}": n for i, n in enumerate(months)}, adds_up=adds_up),
        five_years(cases=whole + 3, complaints=whole, questions=3),
    ]
    masked = masking.public_set(tables, counted=COUNTED)
    assert stands(masked)
    true = shown(tables)
    for place, cell in shown(masked).items():
        assert isinstance(cell, Hidden) or (
            cell == true[place] and (cell == 0 or (isinstance(cell, int) and cell >= 5))
        )
