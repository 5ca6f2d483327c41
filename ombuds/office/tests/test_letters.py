"""Letters: the closed list of fields, what is refused, and that all of ours can be read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombuds.lib.hostile import STRINGS
from ombuds.office import folder, letters

LETTERS = folder.read(folder.PROFILES / "brussels").rows["lettertemplate"]
LETTERS += folder.read(folder.PROFILES / "flanders").rows["lettertemplate"]
OWN = {"office_name": "X", "office_address": "X", "office_phone": "X", "office_email": "X", "office_url": "X"}
ids = [f"{row['code']}.{row['language']}" for row in LETTERS]


@pytest.mark.parametrize("row", LETTERS, ids=ids)
def test_every_letter_can_be_filled(row: dict[str, str]) -> None:
    assert letters.problems(row["body"]) == []
    assert letters.subject_problems(row["subject"]) == []
    filled = letters.render(row["subject"], row["body"], {**letters.sample_values(row["language"]), **OWN})
    assert filled.missing == ()
    assert "⟦" not in filled.body + filled.subject
    assert "{{" not in filled.body


@pytest.mark.parametrize("row", LETTERS, ids=ids)
def test_no_sentence_of_a_letter_is_too_long_to_read(row: dict[str, str]) -> None:
    text = re.sub(r"{%.*?%}", "", row["body"])
    sentences = [s for line in text.splitlines() for s in re.split(r"(?<=[.?!:])\s", line)]
    longest = max(sentences, key=lambda sentence: len(sentence.split()))
    assert len(longest.split()) <= 34, longest


@pytest.mark.parametrize("language", folder.LANGUAGES)
def test_the_acknowledgement_says_all_that_it_must(language: str) -> None:
    body = next(row["body"] for row in LETTERS if row["code"] == "L1" and row["language"] == language)
    for name in (
        "reference",
        "handler_name",
        "appeal_warning",
        "status_url",
        "status_code_hint",
        "received_on",
    ):
        assert name in body
    assert body.count("## ") == 5  # next steps, appeal, following, data, questions


@pytest.mark.parametrize("language", folder.LANGUAGES)
def test_the_refusal_gives_grounds_and_where_else_to_go(language: str) -> None:
    body = next(row["body"] for row in LETTERS if row["code"] == "L10" and row["language"] == language)
    assert all(name in body for name in ("{{ grounds }}", "referral_name", "review_terms", "appeal_warning"))


def test_the_same_letter_is_found_by_each_way_of_writing_its_number() -> None:
    assert [folder.letter_code(text) for text in ("L01", "l1", "L1", "L16s", "L１", "x")] == [
        "L1", "L1", "L1", "L16S", "L１", "x",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ case.reference }}", "no field “case.reference”"),
        ("{{ reference|upper }}", "no field “reference|upper”"),
        ("{{ reference.__class__ }}", "no field"),
        ("{% load static %}", "cannot stand in a letter"),
        ("{% include 'x' %}", "cannot stand in a letter"),
        ("{% if reference == 'x' %}a{% endif %}", "cannot stand in a letter"),
        ("{% if secret %}a{% endif %}", "no field “secret”"),
        ("{% debug %}", "cannot stand in a letter"),
        ("{# note #}", "hidden remarks"),
        ("{% if findings %}a", "needs one {% endif %}"),
        ("{% endif %}", "needs one {% endif %}"),
        ("{{ reference", "two braces on each side"),
        ("{{ reference }", "two braces on each side"),
    ],
)
def test_what_a_letter_may_not_hold_is_refused_with_a_sentence(text: str, says: str) -> None:
    assert says in " ".join(letters.problems(text))
    with pytest.raises(ValueError, match="not checked"):
        letters.render("x", text, {})


@pytest.mark.parametrize("name", sorted(set(letters.FIELDS) - letters.SUBJECT_FIELDS))
def test_a_subject_line_never_holds_what_tells_who_it_is_about(name: str) -> None:
    assert letters.subject_problems("{{ " + name + " }}")


def test_a_missing_value_stays_visible_and_is_named() -> None:
    filled = letters.render(
        "Dossier {{ reference }}", "{% if due_on %}{{ due_on }}{% endif %}{{ today }}", {}
    )
    assert filled.body == "⟦today⟧\n"
    assert filled.missing == ("reference", "today")


@given(st.text(max_size=200))
def test_a_value_is_never_taken_for_a_field(text: str) -> None:
    filled = letters.render(
        "x", "[{{ free_text }}]", {"free_text": "{{ reference }}" + text, "reference": "R"}
    )
    assert "{{ reference }}" in filled.body


@given(st.text(max_size=300))
def test_any_text_is_either_refused_or_can_be_filled(text: str) -> None:
    if not letters.problems(text):
        letters.render("x", text, dict.fromkeys(letters.FIELDS, "y"))


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_text_shows_as_text(text: str) -> None:
    html = letters.to_html(text)
    assert "<script" not in html
    assert "<img" not in html
    assert "href" not in html


def test_an_address_keeps_its_lines() -> None:
    filled = letters.render(
        "x",
        "**{{ referral_name }}**\n{{ referral_contact }}",
        {"referral_name": "A", "referral_contact": "B 1\n1000 C"},
    )
    assert letters.to_html(filled.body).count("<br>") == 2
