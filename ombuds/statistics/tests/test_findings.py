"""Files of findings as offices really write them: other words, signs, alphabets, titles above and holes in the middle."""

from collections import Counter
from collections.abc import Sequence

import pytest

from ombuds.office.models import Office
from ombuds.statistics.disclosure import BadRules
from ombuds.statistics.findings import SIDES, BadFindings, read
from ombuds.statistics.importing import rules_of

ROWS = [("Dienst A", "Parkeren", "Gegrond")] * 3 + [("Dienst B", "Afval", "Ongegrond")] * 2


def _file(header: str, sign: str = ",", rows: Sequence[tuple[str, ...]] | None = None) -> str:
    lines = [sign.join(row) for row in (rows or ROWS)]
    return "\n".join([header, *lines]) + "\n"


@pytest.mark.parametrize(
    ("header", "sign"),
    [
        ("Betrokken dienst;Onderwerp;Beoordeling", ";"),
        ("Administration concernée;Matière;Appréciation", ";"),
        ("Local Authority\tService Area\tDecision", "\t"),
        ("COMPANY,PRODUCT,COMPANY RESPONSE", ","),
        ("Borough|Descriptor|Status", "|"),
        ("Prestataire,Type de grief,Décision", ","),
    ],
)
def test_columns_are_known_by_their_words(header: str, sign: str) -> None:
    found = read("x.csv", _file(header, sign).encode())
    assert tuple(found.columns[side] for side in SIDES) == tuple(header.split(sign))
    assert Counter(row["organisation"] for row in found.rows) == {"Dienst A": 3, "Dienst B": 2}


def test_bytes_of_a_spreadsheet_are_read() -> None:
    text = _file("organisatie,thema,uitkomst", rows=[("Gemeente Zoë", "Énergie", "één")] * 2 + ROWS)
    for data in (text.encode("utf-16"), text.encode("cp1252"), text.encode("utf-8-sig")):
        assert read("x.csv", data).rows[0]["organisation"] == "Gemeente Zoë"


def test_a_title_above_and_blanks_at_the_end_are_no_mistakes() -> None:
    rows = [*ROWS, ("Dienst A", "Parkeren")]
    found = read("x.csv", ("Jaaroverzicht 2024\n\n" + _file("dienst;thema;uitkomst", ";", rows)).encode())
    assert len(found.rows) == 6
    assert found.rows[-1]["finding"] == "-"


def test_a_line_that_stands_for_several_findings_is_counted_so() -> None:
    rows = [("A", "x", "ja", "4"), ("A", "x", "nee", "0"), ("B", "y", "ja", "3"), ("B", "y", "nee", "1")]
    found = read("x.csv", _file("dienst,thema,uitkomst,aantal", rows=rows).encode())
    assert found.columns["count"] == "aantal"
    assert Counter(tuple(row.values()) for row in found.rows) == {
        ("A", "x", "ja"): 4,
        ("B", "y", "ja"): 3,
        ("B", "y", "nee"): 1,
    }


def test_a_number_beside_single_findings_is_no_count() -> None:
    rows = [(*row, str(number)) for number, row in enumerate(ROWS)]
    found = read("x.csv", _file("dienst,thema,uitkomst,number", rows=rows).encode())
    assert len(found.rows) == 5
    assert "count" not in found.columns
    counted = read("x.csv", _file("dienst,thema,uitkomst,number", rows=rows).encode(), count="number")
    assert len(counted.rows) == 0 + 1 + 2 + 3 + 4
    with pytest.raises(BadFindings, match="is not a count"):
        read("x.csv", _file("dienst,thema,uitkomst,number", rows=rows).encode(), count="thema")
    with pytest.raises(BadFindings, match="no column"):
        read("x.csv", _file("dienst,thema,uitkomst,number", rows=rows).encode(), count="weg")


def test_a_service_that_is_called_total_is_not_the_total() -> None:
    found = read(
        "x.csv", _file("org,cat,finding", rows=[("TOTAL", "x", "u"), ("TOTAL", "x", "u"), *ROWS]).encode()
    )
    assert {row["organisation"] for row in found.rows} == {"(TOTAL)", "Dienst A", "Dienst B"}


def test_a_title_in_a_row_of_blanks_and_a_total_below_are_no_findings() -> None:
    lines = "".join(f"{i};{';'.join(row)};\n" for i, row in enumerate(ROWS))
    text = "Klachten 2024;;;;\nnr;dienst;thema;uitkomst;opm\n" + lines + "Totaal;;;5;\n"
    found = read("x.csv", text.encode())
    assert len(found.rows) == 5
    assert found.notes == ("Lines that are totals of others, not counted: 1.",)


def test_totals_between_counts_are_not_counted_twice() -> None:
    rows = [
        ("A", "x", "ja", "4"), ("A", "x", "nee", "1"), ("A", "Totaal", "ja", "4"), ("A", "Totaal", "Totaal", "5"),
        ("B", "y", "ja", "1.204"), ("Eindtotaal", "", "", "1209"),
    ]  # fmt: skip
    found = read("x.csv", _file("dienst;thema;uitkomst;aantal", ";", rows).encode())
    assert len(found.rows) == 1209
    assert {row["organisation"] for row in found.rows} == {"A", "B"}


def test_a_column_for_each_quarter_is_added_up() -> None:
    rows = [("A", "x", "ja", "1", "-", "2", ""), ("A", "x", "nee", "0", "1", "0", "0"), ("B", "y", "ja", "2", "2", "2", "2")]  # fmt: skip
    header = "organisation,matière,constat,T1 2024,T2 2024,T3 2024,T4 2024"
    found = read("x.csv", _file(header, rows=rows).encode())
    assert found.columns["count"] == "T1 2024 + T2 2024 + T3 2024 + T4 2024"
    assert len(found.rows) == 12
    with_total = [(*row, str(total)) for row, total in zip(rows, (3, 1, 8), strict=True)]
    assert len(read("x.csv", _file(header + ",Total", rows=with_total).encode()).rows) == 12
    wrong = [(*row, "9") for row in rows]
    with pytest.raises(BadFindings, match="add up to 3, but Total says 9"):
        read("x.csv", _file(header + ",Total", rows=wrong).encode())


def test_capitals_make_no_other_service_and_not_applicable_is_nothing() -> None:
    rows = [("Stad Gent", "x", "ja")] * 2 + [("STAD GENT ", "x", "n.v.t."), ("Stad Gent", "N/A", "Ja")]
    found = read("x.csv", _file("dienst,thema,uitkomst", rows=[*rows, *ROWS]).encode())
    assert Counter(row["organisation"] for row in found.rows)["Stad Gent"] == 4
    assert {row["finding"] for row in found.rows} == {"ja", "-", "Gegrond", "Ongegrond"}


def test_lines_that_may_stand_for_more_are_told_of() -> None:
    rows = [(f"Dienst {i % 5}", f"thema {i // 5}", "ja") for i in range(20)] + [
        ("Dienst 0", "thema 1", "nee")
    ]
    assert "name the column" in read("x.csv", _file("dienst,thema,uitkomst", rows=rows).encode()).notes[0]


@pytest.mark.django_db
def test_an_office_has_its_own_rules_and_readers_know_zeros(office: Office) -> None:
    assert rules_of(office).zeros_are_known
    office.settings = {
        **office.settings,
        "disclosure_rules": {"minimum_frequency": 10, "protection_range": 4},
    }
    assert (rules_of(office).minimum_frequency, rules_of(office).protection_range) == (10, 4)
    office.settings = {**office.settings, "disclosure_rules": {"minimum_frequency": "ten"}}
    with pytest.raises(BadRules):
        rules_of(office)
