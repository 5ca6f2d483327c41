"""A chart says no more than has happened."""

from datetime import UTC, datetime

import time_machine

from ombuds.statistics.charting import chart
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
