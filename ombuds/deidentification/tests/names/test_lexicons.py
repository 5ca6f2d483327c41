"""The lists: quick to load, in plain form, with the sex of given names for those who invent new ones."""

import time

import pytest

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.lexicons import Vocabulary, gender_of, loading
from ombuds.deidentification.engine.lexicons.compounds import is_compound
from ombuds.deidentification.engine.persons.tokens import language_of


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("jan", "m"),
        ("fatou", "f"),
        ("marie-claire", "f"),
        ("jean-marie", "m"),
        ("mohamed", "m"),
        ("svetlana", "f"),
        ("xqzt", ""),
    ],
)
def test_the_sex_of_a_given_name(name: str, sex: str) -> None:
    assert gender_of(name) == sex


def test_all_lists_load_within_a_second_of_processor_time() -> None:
    for lists in (loading.given_names, loading.family_names, loading.proper_words, loading.words):
        lists.cache_clear()
    start = time.process_time()
    loading.given_names(), loading.family_names(), loading.proper_words()
    for language in loading.LANGUAGES:
        loading.words(language)

    assert time.process_time() - start < 1.0


def test_everything_is_in_plain_form() -> None:
    assert all(
        name == plain(name)
        for name in [*list(loading.given_names())[:3000], *list(loading.family_names())[:3000]]
    )


@pytest.mark.parametrize(
    ("word", "language"),
    [("beschwerdestelle", "de"), ("vergunningsaanvraag", "nl"), ("nationalregisternummer", "de")],
)
def test_joined_words_are_words(word: str, language: str) -> None:
    assert is_compound(word, language)


def test_a_line_of_a_million_letters_is_looked_up_at_once() -> None:
    start = time.process_time()

    assert not is_compound("a" * 1_000_000, "de")
    assert time.process_time() - start < 0.5


def test_a_word_taught_both_ways_is_a_name() -> None:
    taught = Vocabulary(names=frozenset({"smid"}), words=frozenset({"smid"}))

    assert taught.is_name("smid")
    assert not taught.is_word("smid")


def test_the_language_of_a_line_needs_two_witnesses() -> None:
    assert language_of("der von mit ich".split()) == "de"
    assert language_of(["xyz", "der"]) == ""
