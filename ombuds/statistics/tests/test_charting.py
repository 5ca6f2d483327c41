"""A chart says no more than has happened."""

from dataclasses import replace
from datetime import UTC, datetime

import time_machine

from ombuds.statistics.charting import chart
from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.tables import Column, Row, Table


def _months() -> Table:
    words = {"nl": "x", "fr": "x", "en": "Complaints by month"}
    return Table(
        key="received_by_month", title=words, definition=words, unit=words, head=words,
        columns=tuple(Column(year, {"en": year}) for year in ("2026", "2025")),
        rows=tuple(Row(str(m), {"en": f"Month {m}"}, (0 if m > 3 else 10 + m, 20 + m)) for m in range(1, 13)),
        totals=(36, 318),
    )  # fmt: skip


def test_the_line_of_a_running_year_ends_with_the_month_that_runs() -> None:
    with time_machine.travel(datetime(2026, 3, 9, 12, tzinfo=UTC), tick=False):
        drawn = chart(_months(), "lines", "en")
    assert drawn is not None
    assert drawn.series[0].values == (11, 12, 13, *[None] * 9)
    assert None not in drawn.series[1].values
    assert "Lowest: Month 1, 11" in drawn.description


def test_the_line_of_a_year_that_is_over_is_whole() -> None:
    with time_machine.travel(datetime(2027, 3, 9, 12, tzinfo=UTC), tick=False):
        drawn = chart(_months(), "lines", "en")
    assert drawn is not None
    assert drawn.series[0].values == (11, 12, 13, *[0] * 9)


def _languages(*cells: int | Hidden) -> Table:
    words = {"nl": "x", "fr": "x", "en": "Languages"}
    return Table(
        key="received_by_language", title=words, definition=words, unit=words, head=words,
        columns=(Column("2025", {"en": "2025"}),),
        rows=tuple(Row(str(place), {"en": f"Language {place}"}, (cell,)) for place, cell in enumerate(cells)),
    )  # fmt: skip


def test_lines_without_a_figure_have_no_bar_and_the_chart_says_so() -> None:
    drawn = chart(_languages(144, Hidden.OTHER, 30, 0), "bars", "en")
    assert drawn is not None
    assert drawn.labels == ("Language 0", "Language 2")
    assert "the first 2 lines with a figure" in drawn.description


def test_one_bar_is_no_chart() -> None:
    assert chart(_languages(144, Hidden.OTHER, 0), "bars", "en") is None


def test_a_year_that_is_mostly_hidden_has_no_line() -> None:
    table = replace(
        _months(),
        columns=(Column("2024", {"en": "2024"}), Column("2023", {"en": "2023"})),
        rows=tuple(
            replace(row, cells=(Hidden.OTHER if place < 7 else 9, Hidden.OTHER if place < 2 else 8))
            for place, row in enumerate(_months().rows)
        ),
    )
    drawn = chart(table, "lines", "en")
    assert drawn is not None
    assert [one.name for one in drawn.series] == ["2023"]
