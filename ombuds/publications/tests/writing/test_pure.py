"""Comparing, merging and figures in prose: values in, values out."""

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.publications.authoring.comparing import Sign, compare
from ombuds.publications.authoring.figures import Figure, drawn, linked, placed, typed_by_hand, undrawn
from ombuds.publications.authoring.merging import merge
from ombuds.publications.rendering import render

FIGURES = {
    "per_theme/parking/2025": Figure("per_theme/parking/2025", "By theme: parking, 2025", "1.204", 1204),
    "per_theme/total/2025": Figure("per_theme/total/2025", "By theme: total, 2025", "3.000", 3000),
    "per_theme/taxes/2025": Figure("per_theme/taxes/2025", "By theme: taxes, 2025", "48", 48),
    "per_theme/noise/2025": Figure("per_theme/noise/2025", "By theme: noise, 2025", "< 5", None),
}
words = st.text(alphabet="ab c.\n", max_size=60)


@given(words, words)
@settings(derandomize=True, max_examples=100, deadline=None)
def test_nothing_is_lost_between_two_texts(old: str, new: str) -> None:
    parts = compare(old, new)
    assert "".join(p.text for p in parts if p.sign != Sign.NEW) == old
    assert "".join(p.text for p in parts if p.sign != Sign.GONE) == new


def test_one_changed_word_is_one_changed_word() -> None:
    parts = compare("Zij wachtte lang op antwoord.", "Zij wachtte kort op antwoord.")
    assert [(p.sign, p.text) for p in parts if p.sign != Sign.SAME] == [
        (Sign.GONE, "lang"),
        (Sign.NEW, "kort"),
    ]


def test_two_writers_on_two_languages_both_keep_their_work() -> None:
    base = {"nl": {"body": "een"}, "fr": {"body": "un"}}
    merged, clashes = merge(
        base, {"nl": {"body": "twee"}, "fr": {"body": "un"}}, {"nl": {"body": "een"}, "fr": {"body": "deux"}}
    )
    assert merged == {"nl": {"body": "twee"}, "fr": {"body": "deux"}}
    assert not clashes


def test_two_writers_on_the_same_words_see_both() -> None:
    _merged, clashes = merge({"nl": {"body": "een"}}, {"nl": {"body": "twee"}}, {"nl": {"body": "drie"}})
    assert [(c.language, c.field, c.mine, c.theirs) for c in clashes] == [("nl", "body", "drie", "twee")]


@given(
    *(
        st.dictionaries(st.sampled_from(["nl", "fr"]), st.fixed_dictionaries({"body": words}))
        for _ in range(3)
    )
)
@settings(derandomize=True, max_examples=100, deadline=None)
def test_what_was_typed_stands_in_the_merged_text_or_in_a_clash(base: dict, theirs: dict, mine: dict) -> None:  # type: ignore[type-arg]
    merged, clashes = merge(base, theirs, mine)
    clashing = {(c.language, c.theirs) for c in clashes}
    for language, fields in mine.items():
        if fields["body"] != base.get(language, {}).get("body", ""):
            assert merged[language].get("body", "") == fields["body"]
    for language, fields in theirs.items():
        if fields["body"] != base.get(language, {}).get("body", ""):
            assert (
                merged[language].get("body", "") == fields["body"] or (language, fields["body"]) in clashing
            )


def test_a_reference_is_drawn_and_a_lost_one_is_named() -> None:
    text = "In 2025 kregen wij {figure:per_theme/parking/2025} klachten en {figure:per_theme/none/2025}."
    assert drawn(text, FIGURES) == "In 2025 kregen wij 1.204 klachten en {figure:per_theme/none/2025}."
    assert undrawn(text, FIGURES) == ["per_theme/none/2025"]
    assert undrawn("Zie {figure:oeps", FIGURES) == ["{figure:oeps"]
    assert drawn("{figure:per_theme/noise/2025}", FIGURES) == "< 5"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er waren 1.204 klachten over parkeren.", ["1.204"]),
        ("Il y a eu 1 204 plaintes.", ["1 204"]),
        ("There were 1204 complaints about parking.", ["1204"]),
        ("Wij telden er 48 in dat thema.", ["48"]),
        ("Wij kregen 7 klachten.", ["7"]),
        ("Wij kregen 999 nieuwe klachten.", ["999"]),
        ("Op 48 maart? Neen: op 12 maart 2025, om 10:48.", []),
        ("Artikel 48 van het decreet; 48 dagen; € 48; 48 euro; 48 %.", []),
        ("In 2025 waren er klachten over parkeren.", []),
        ("In 2025 waren er {figure:per_theme/taxes/2025} klachten.", []),
        ("Zie [het jaarverslag](https://example.org/48/3000).", []),
    ],
)
def test_figures_typed_by_hand_are_found(text: str, found: list[str]) -> None:
    assert [one.text for one in typed_by_hand(text, FIGURES)] == found


def test_the_reference_for_a_typed_figure_is_offered() -> None:
    (typed,) = typed_by_hand("Er waren 1.204 klachten.", FIGURES)
    assert [one.reference for one in typed.candidates] == ["per_theme/parking/2025"]


def test_notes_stand_at_the_end_with_a_way_back() -> None:
    html = render("Zij wachtte.[^1]\n\n[^1]: Drie *maanden*.")
    assert 'href="#fn1"' in html
    assert 'id="fn1"' in html
    assert "<em>maanden</em>" in html


def test_each_drawn_figure_is_known_by_its_place_and_leads_to_what_it_counts() -> None:
    text = "In 2025 {figure:per_theme/parking/2025} en {figure:per_theme/noise/2025}, {figure:none/x/2025}."
    places = placed(text, FIGURES)
    whole = drawn(text, FIGURES)
    assert [(whole[begin:end], table) for begin, end, table in places] == [
        ("1.204", "per_theme"),
        ("< 5", "per_theme"),
    ]
    assert render(linked(whole, places)) == (
        '<p>In 2025 <a href="/figures/definitions/#per_theme" data-figure="per_theme" rel="noreferrer">1.204</a> en '
        '<a href="/figures/definitions/#per_theme" data-figure="per_theme" rel="noreferrer">&lt; 5</a>, {figure:none/x/2025}.</p>\n'
    )


def test_nobody_writes_a_figure_that_leads_elsewhere() -> None:
    typed = (
        '[12](https://figure.invalid/"><script>) <a data-figure="x" href="/y">1</a> [3](https://example.be)'
    )
    found = lxml.html.fragment_fromstring(render(typed), create_parent="div")
    assert {link.get("data-figure") for link in found.iterfind(".//a")} == {None}
    assert found.find(".//script") is None
