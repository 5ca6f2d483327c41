"""Which passages are not in the language of their text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombuds.publications.tongues import foreign, to_translate, tongue

DUTCH = "Ik heb de brief van de dienst gekregen en ik heb op tijd betaald, maar het geld is niet aangekomen."
FRENCH = (
    "J'ai reçu la lettre du service et je ne comprends pas le montant, que je dois payer avec une amende."
)


@pytest.mark.parametrize(("text", "language"), [(DUTCH, "nl"), (FRENCH, "fr")])
def test_a_passage_says_its_language(text: str, language: str) -> None:
    assert tongue(text) == language
    assert foreign(text, language) == ""


def test_a_forgotten_passage_is_found_between_others() -> None:
    assert foreign(f"## Wat er gebeurde\n\n{DUTCH}\n\n{FRENCH}\n\n{DUTCH}", "nl") == "fr"


def test_a_few_words_are_no_proof() -> None:
    assert foreign("Hij zei: « je ne sais pas ».", "nl") == ""


@given(st.text(max_size=300))
def test_what_is_marked_is_refused_until_it_is_gone(passage: str) -> None:
    marked = to_translate(f"x {passage}", "fr", "nl")
    assert foreign(f"Goed.\n\n{marked}", "nl")
    assert all(line.startswith(">") for line in marked.split("\n"))
