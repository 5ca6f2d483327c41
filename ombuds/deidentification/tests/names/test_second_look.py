"""The network looks at what no finder took: halves of names, firms and streets that nothing announces."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombuds.deidentification.engine import Kind, find
from ombuds.deidentification.engine.lexicons import Vocabulary
from ombuds.deidentification.engine.persons.tokens import text_of
from ombuds.deidentification.engine.reading import read
from ombuds.deidentification.engine.second_look import seeing
from ombuds.deidentification.engine.second_look.labels import LABELS
from ombuds.deidentification.engine.second_look.looking import second_look
from ombuds.deidentification.engine.second_look.network import trained
from ombuds.deidentification.engine.spans import LEXICON, PATTERN, Keep, Span


def _half(text: str, said: str, kind: Kind) -> Span:
    start = text.index(said)
    return Span(start, start + len(said), kind, PATTERN, 0.8, f"{kind}:{said.lower()}")


def test_the_rest_of_a_name_goes_with_the_part_that_was_found() -> None:
    text = "Mon confrère Hosseini intervient pour Eau Douce Service. Le montant contesté est à payer."
    half = _half(text, "Eau Douce", Kind.ORGANISATION)

    spans, _ = second_look(read(text, "fr"), [half], [])

    assert "Eau Douce Service" in {text[s.start : s.end] for s in spans}


def test_what_must_stay_in_this_case_stays_whatever_the_network_says() -> None:
    text = "Ik heb de brief van Zilveren Zwaan Verhuur gekregen."
    start = text.index("Zilveren")
    stays = Keep(start, start + len("Zilveren Zwaan Verhuur"), of_case=True)

    spans, keep = second_look(read(text, "nl"), [], [stays])

    assert keep == [stays]
    assert all(s.end <= stays.start or stays.end <= s.start for s in spans)


def test_a_body_of_the_register_stays() -> None:
    text = "De Lijn doet niets, en het RIZIV ook niet."

    assert find(text, "nl") == []


@pytest.mark.parametrize("text", ["", "\n", "…", "12", "a b c"])
def test_a_text_that_says_nothing_has_nothing_to_add(text: str) -> None:
    assert second_look(read(text, "nl"), [], []) == ([], [])


def test_each_word_has_chances_that_add_up_to_one() -> None:
    text = text_of(read("Mevrouw Peeters woont in de Kerkstraat 12.", "nl").folded, "nl")

    chances = trained().chances(text, [seeing.FREE] * len(text))

    assert chances.shape == (len(text), LABELS)
    assert np.allclose(chances.sum(axis=1), 1, atol=1e-5)


@given(st.text(alphabet="aBé-' .,\n12'Zz&", max_size=60))
def test_what_it_adds_lies_inside_the_text_and_never_over_another(text: str) -> None:
    spans, _ = second_look(read(text, "nl"), [], [])

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_guess_at_usual_words_is_taken_back_where_they_name_nobody() -> None:
    text = "Votre demande est traitée selon nos Conditions Générales, en deux mois."
    guess = replace(_half(text, "Conditions Générales", Kind.ORGANISATION), source=LEXICON)
    form = replace(guess, source=PATTERN)

    assert second_look(read(text, "fr"), [guess], [])[0] == []
    assert second_look(read(text, "fr"), [form], [])[0] == [form]


def test_a_guess_at_a_word_that_the_office_taught_stays() -> None:
    text = "Votre demande est traitée selon nos Conditions Générales, en deux mois."
    guess = replace(_half(text, "Conditions Générales", Kind.ORGANISATION), source=LEXICON)

    assert second_look(read(text, "fr"), [guess], [], Vocabulary(names=frozenset({"generales"})))[0] == [
        guess
    ]
