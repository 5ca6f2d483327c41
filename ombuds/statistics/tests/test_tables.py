"""A table is the same thing on paper, on a page, in a spreadsheet and in JSON."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.lib.hostile import STRINGS
from ombuds.statistics import display, masking
from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.tables import Column, Kind, Row, Table, from_json, safe, shown, to_csv, to_json


def words(text: str) -> dict[str, str]:
    return {"nl": text, "fr": text, "en": text}


def table(*rows: tuple[str, int], key: str = "channel", adds_up: bool = True) -> Table:
    whole = sum(number for _label, number in rows)

    def share(number: int) -> float | None:
        return number / whole if whole else None

    return Table(
        key=key,
        title=words("Kanaal"),
        definition=words("Wat telt"),
        unit=words("klachten"),
        head=words("Kanaal"),
        columns=(Column("2025", words("2025")), Column("share", words("Aandeel"), Kind.SHARE)),
        rows=tuple(Row(label, words(label), (number, share(number))) for label, number in rows),
        totals=(whole, 1.0 if whole else None),
        adds_up=adds_up,
    )


def test_json_gives_the_table_back() -> None:
    one = masking.public(table(("web", 40), ("brief", 3), ("bezoek", 9)))
    assert from_json(json.loads(json.dumps(to_json(one)))) == one


@pytest.mark.parametrize("text", STRINGS)
def test_no_label_is_a_formula_for_a_spreadsheet(text: str) -> None:
    written = to_csv(table((text, 7)), "nl")
    first = list(csv.reader(io.StringIO(written, newline=""), delimiter=";"))[1][0]
    assert first == safe(text)
    assert not first.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_csv_keeps_plain_numbers_and_the_definition() -> None:
    rows = list(csv.reader(io.StringIO(to_csv(table(("web", 1305), ("brief", 12)), "fr")), delimiter=";"))
    assert rows[1] == ["web", "1305", "0.9909"]
    assert rows[3][:2] == ["Total", "1317"]
    assert rows[4] == ["Wat telt"]


def test_numbers_are_written_in_each_language_s_way() -> None:
    assert shown(1305, Kind.COUNT, "nl") == "1.305"
    assert shown(1305, Kind.COUNT, "fr") == "1\u202f305"
    assert shown(0.264, Kind.SHARE, "nl") == "26\u00a0%"
    assert shown(31.5, Kind.DAYS, "fr") == "31,5"
    assert shown(None, Kind.COUNT, "en") == "–"
    assert shown(Hidden.SMALL, Kind.COUNT, "en") == "<5"


def test_the_public_table_hides_small_counts_with_their_shares() -> None:
    public = masking.public(table(("web", 40), ("brief", 3), ("bezoek", 9)))
    cells = {row.key: row.cells for row in public.rows}
    assert cells["brief"] == (Hidden.OTHER, Hidden.OTHER)
    assert cells["bezoek"] == (Hidden.OTHER, Hidden.OTHER)
    assert cells["web"] == (40, 40 / 52)
    assert public.totals == (52, 1.0)
    assert public.notes[-1] == masking.HIDDEN_NOTE


def test_a_table_without_small_counts_is_untouched() -> None:
    one = table(("web", 40), ("brief", 30))
    assert masking.public(one) is one


def test_the_shown_table_links_only_figures_that_have_cases() -> None:
    lines = display.show(table(("web", 40), ("fax", 0)), "nl", link=lambda key: f"?line={key}").lines
    assert [line.link for line in lines] == ["?line=web", ""]


@settings(max_examples=20, deadline=None)
@given(st.dictionaries(st.text(min_size=1, max_size=8), st.integers(0, 60), max_size=8))
def test_what_the_public_sees_is_true_and_never_small(counts: dict[str, int]) -> None:
    public = masking.public(table(*counts.items()))
    for row in public.rows:
        number = row.cells[0]
        assert isinstance(number, Hidden) or number == counts[row.key]
        assert isinstance(number, Hidden) or number == 0 or number >= 5
