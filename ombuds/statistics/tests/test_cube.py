"""The cube counts different cases, grievances and mentions, and says why lines exceed totals."""

import json
from collections import Counter
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.cases.models import Wall
from ombuds.office.models import Office
from ombuds.statistics import cubes, queries
from ombuds.statistics.cube import TOTAL, Facts, cross
from ombuds.statistics.cube.facts import NotFacts, of_rows
from ombuds.statistics.extracting import extract
from ombuds.statistics.tests import factories as make

LABELS = st.sampled_from(["a", "b", "c2", "c10", ""])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(LABELS, LABELS, LABELS), max_size=30))
def test_every_figure_and_margin_is_the_plain_count(rows: list[tuple[str, str, str]]) -> None:
    facts = of_rows([dict(zip(("x", "y", "z"), row, strict=True)) for row in rows])
    if not rows:
        return
    found = cross(facts, ("x", "y", "z"), "case")
    plain: Counter[tuple[str, ...]] = Counter()
    for row in rows:
        named = [value or "-" for value in row]
        for mask in range(8):
            plain[tuple(TOTAL if mask >> i & 1 else named[i] for i in range(3))] += 1
    assert found.cells == dict(plain)
    assert found.total == len(rows)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(LABELS, LABELS), min_size=1, max_size=20))
def test_frozen_rows_come_back_as_they_were(rows: list[tuple[str, str]]) -> None:
    facts = of_rows([{"x": x, "y": y} for x, y in rows], {"x": {"a": {"nl": "é", "fr": "ü", "en": "a"}}})
    again = Facts.unpacked(facts.packed())
    assert again.to_bytes() == facts.to_bytes()
    assert again.digest() == facts.digest()
    assert cross(again, ("x", "y"), "case").cells == cross(facts, ("x", "y"), "case").cells


@pytest.mark.parametrize("data", [b"", b"ombuds", b"ombuds facts 1\n9\n{}", b"ombuds facts 1\n2\n{}"])
def test_other_bytes_are_no_rows(data: bytes) -> None:
    with pytest.raises(NotFacts):
        Facts.from_bytes(data)


def test_a_chain_of_mappings_is_followed_and_a_round_one_ends() -> None:
    facts = of_rows([{"x": "a"}, {"x": "b"}, {"x": "c"}])
    assert cross(facts.mapped({"x": {"a": "b", "b": "c"}}), ("x",), "case").at("c") == 3
    assert cross(facts.mapped({"x": {"a": "b", "b": "a"}}), ("x",), "case").total == 3


@pytest.fixture
def office(db: None) -> Office:
    office = make.an_office()
    actiris, ukkel = make.a_body("Actiris"), make.a_body("Ukkel", level="local")
    for number in range(6):
        case = make.a_case(office, f"2025-0{number % 3 + 1}-05", days=10 * number, body=actiris, channel=("web", "mail")[number % 2])  # fmt: skip
        if number < 2:
            case.grievances.create(body=ukkel, summary="y")
    make.a_case(office, "2025-05-05", body=ukkel, kind="information_request")
    make.a_case(office, "2024-05-05", body=ukkel)
    return office


def draw(*words: str) -> Any:
    out = StringIO()
    call_command("statistics", "table", *words, "--format", "json", stdout=out)
    return json.loads(out.getvalue())


def cells(found: Any) -> dict[tuple[str, ...], int]:
    return {
        tuple(cell[side] for side in ("row", "column", "layer") if side in cell): cell["value"]
        for cell in found["cells"]
        if cell["value"]
    }


def test_grievances_are_counted_and_each_table_has_its_totals(office: Office) -> None:
    found = cells(draw("--rows", "level", "--columns", "channel", "--year", "2025"))
    assert found[TOTAL, TOTAL] == 8
    assert found["region", TOTAL] == 6
    assert found["local", TOTAL] == 2
    assert found["region", "web"] == 3


def test_cases_on_two_lines_are_counted_once_in_the_total_and_the_note_has_the_numbers(
    office: Office,
) -> None:
    found = draw("--rows", "level", "--year", "2025", "--unit", "case")
    assert found["total"] == 6
    assert cells(found)["local",] == 2
    assert found["axes"][0]["adds_up"] is False
    assert "add up to 8, 2 more than the total of 6" in found["notes"][0]["en"]


def test_three_sides_filters_years_and_another_date(office: Office) -> None:
    found = cells(draw("--rows", "year", "--columns", "month", "--layers", "level", "--year", "2024-2025", "--scope", "all", "--unit", "case"))  # fmt: skip
    assert found["2025", TOTAL, TOTAL] == 7
    assert found["2024", "05", "local"] == 1
    assert (
        draw("--rows", "month", "--year", "2025", "--where", "channel=mail", "--unit", "case")["total"] == 3
    )
    closed = cells(draw("--rows", "duration", "--year", "2025", "--date", "closed", "--unit", "case"))
    assert closed == {("0-20",): 3, ("21-45",): 2, ("46-90",): 1, (TOTAL,): 6}


def test_the_same_command_gives_the_same_bytes_in_every_form(office: Office) -> None:
    for form in ("csv", "json", "html"):
        texts = []
        for _time in range(2):
            out = StringIO()
            call_command("statistics", "table", rows="body", columns="channel", years="2025", format=form, lang="nl", stdout=out)  # fmt: skip
            texts.append(out.getvalue())
        assert texts[0] == texts[1]
        assert "Actiris" in texts[0]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--rows", "colour", "--year", "2025"], "is none of"),
        (["--rows", "theme"], "--year"),
        (["--rows", "theme", "--columns", "theme", "--year", "2025"], "must be different"),
        (["--rows", "theme", "--layers", "kind", "--year", "2025"], "needs columns"),
        (["--rows", "theme", "--year", "25"], "Years are written"),
        (["--rows", "theme", "--year", "2025-2020"], "Years are written"),
        (["--rows", "theme", "--year", "1000"], "Years lie between"),
        (["--rows", "theme", "--year", "2025", "--where", "channel"], "A filter is written"),
        (["--rows", "theme", "--year", "2025", "--unit", "people"], "The unit is one of"),
        (["--rows", "theme", "--snapshot", "none"], "no frozen data set"),
    ],
)
def test_a_question_that_cannot_be_asked_is_a_sentence(
    office: Office, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    with pytest.raises(SystemExit) as stop:
        call_command("statistics", "table", *words)
    assert stop.value.code == 2
    assert sentence in capsys.readouterr().err


def test_a_figure_leads_to_as_many_cases_and_not_behind_a_wall(office: Office) -> None:
    query = queries.from_params({"rows": "level", "columns": "channel", "years": "2025", "unit": "case"})
    answer = cubes.ask(query, office)
    person = make.a_person("handler")
    for key in answer.cross.lines():
        assert cubes.cases_behind(query, office, key, actor=person).count() == answer.cross.at(*key)
    hidden = cubes.cases_behind(query, office, (TOTAL, "web"), actor=person)[0]
    Wall.objects.create(case=hidden, user=person, reason="x")
    assert (
        cubes.cases_behind(query, office, (TOTAL, "web"), actor=person).count()
        == answer.cross.at(TOTAL, "web") - 1
    )


def test_rows_hold_no_text_of_people(office: Office) -> None:
    make.a_case(office, "2025-06-06", subject="Onderwerp van mevrouw Peeters")
    assert b"Peeters" not in extract(office).to_bytes()
