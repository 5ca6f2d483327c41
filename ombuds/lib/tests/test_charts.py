"""Charts are whole XML, say what they show, and take any text."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombuds.lib.charts import Chart, Expected, Kind, Series, draw, draw_expected
from ombuds.lib.charts.scale import ticks
from ombuds.lib.hostile import STRINGS

SVG = "{http://www.w3.org/2000/svg}"


def chart(kind: Kind = Kind.BARS, **changes: object) -> Chart:
    fields: dict[str, object] = {
        "kind": kind,
        "title": "Klachten",
        "description": "Per dienst",
        "labels": ("Actiris", "Stad Brussel"),
        "series": (Series("2025", (1305, 40)), Series("2024", (900, None))),
    }
    return Chart(**{**fields, **changes})  # type: ignore[arg-type]


def parsed(one: Chart, language: str = "nl") -> ElementTree.Element:
    return ElementTree.fromstring(draw(one, language=language))  # noqa: S314  # our own text


@pytest.mark.parametrize("kind", list(Kind))
def test_a_chart_has_a_role_a_title_and_a_description_that_it_points_to(kind: Kind) -> None:
    root = parsed(chart(kind))
    assert root.get("role") == "img"
    named = [root.find(f"{SVG}title"), root.find(f"{SVG}desc")]
    assert [found.text for found in named if found is not None] == ["Klachten", "Per dienst"]
    assert root.get("aria-labelledby") == " ".join(
        str(found.get("id")) for found in named if found is not None
    )


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("text", STRINGS)
def test_any_text_is_escaped_and_nothing_can_run(kind: Kind, text: str) -> None:
    one = chart(kind, title=text, description=text, labels=(text, text), series=(Series(text, (1, 2)),))
    root = parsed(one)
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert not names & {"script", "img", "a", "image", "foreignObject", "style"}
    assert not any(
        name.startswith("on") or name == "href" for element in root.iter() for name in element.attrib
    )


def test_values_are_written_in_the_reader_s_way() -> None:
    assert "1.305" in draw(chart(), language="nl")
    assert "1\u202f305" in draw(chart(), language="fr")
    assert "1,305" in draw(chart(), language="en")


def test_parts_of_a_stack_differ_by_pattern_and_not_only_by_colour() -> None:
    fills = {element.get("fill") for element in parsed(chart(Kind.STACK)).iter(f"{SVG}rect")}
    assert any(fill and fill.startswith("url(#") for fill in fills)


def test_lines_differ_by_dash() -> None:
    dashes = [
        path.get("stroke-dasharray")
        for path in parsed(chart(Kind.LINES)).iter(f"{SVG}line")
        if path.get("stroke-width") == "2.4"
    ]
    assert len(set(dashes)) == 2


def test_series_and_labels_must_be_of_one_length() -> None:
    with pytest.raises(ValueError, match="values for"):
        chart(series=(Series("x", (1,)),))


@given(
    st.sampled_from(list(Kind)),
    st.lists(st.tuples(st.text(max_size=60), st.one_of(st.none(), st.floats(0, 1e9))), max_size=15),
)
def test_every_chart_is_well_formed_and_inside_its_frame(
    kind: Kind, data: list[tuple[str, float | None]]
) -> None:
    one = chart(
        kind,
        labels=tuple(label for label, _ in data),
        series=(Series("s", tuple(value for _, value in data)),),
    )
    root = parsed(one)
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    for rect in root.iter(f"{SVG}rect"):
        assert float(rect.get("x", 0)) + float(rect.get("width", 0)) <= width + 0.2
        assert float(rect.get("y", 0)) + float(rect.get("height", 0)) <= height + 8  # patterns are 8 high


@given(st.floats(0, 1e12))
def test_the_axis_reaches_the_highest_value_in_few_even_steps(highest: float) -> None:
    marks = ticks(highest)
    assert marks[0] == 0
    assert marks[-1] >= highest
    assert 2 <= len(marks) <= 7


def test_counts_beside_what_was_expected_show_both_and_the_change() -> None:
    chart = Expected(
        title="Complaints a month",
        description="Fewer than expected.",
        labels=("2025-01", "2025-02", "2025-03"),
        observed=(3.0, 0.0, 1.0),
        expected=(2.5, 2.5, 2.5),
        lower=(1.0, 1.0, 1.0),
        upper=(4.0, 4.0, 4.0),
        change=1,
        observed_name="Received",
        expected_name="Expected",
        change_name="Carried out",
    )
    drawn = ElementTree.fromstring(draw_expected(chart, language="en"))  # noqa: S314  # our own text
    words = [node.text for node in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Received", "Expected", "Carried out", "2025-01"} <= set(words)
    bars = [
        node for node in drawn.iter("{http://www.w3.org/2000/svg}rect") if node.get("fill-opacity") == "0.8"
    ]
    assert len(bars) == 3  # the mark of the legend, and the two months with complaints


def test_rows_of_another_length_than_the_labels_are_refused() -> None:
    with pytest.raises(ValueError, match="2 values for 1 labels"):
        Expected(title="t", description="d", labels=("a",), observed=(1.0, 2.0))


def test_a_line_begins_anew_after_a_period_without_a_figure() -> None:
    labels = ("Jan", "Feb", "Mar", "Apr")
    spec = Chart(
        kind=Kind.LINES, title="x", description="x", labels=labels, series=(Series("2025", (1, 2, None, 4)),)
    )
    (path,) = re.findall(r' d="(M[^"]*)" fill="none"', draw(spec, language="nl"))
    assert [step[0] for step in re.findall(r"[ML][\d.]+ [\d.]+", path)] == ["M", "L", "M"]
