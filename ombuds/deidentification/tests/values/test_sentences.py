"""Many ways of saying who, where, when and what: each sentence of the file is marked as the file says, in any dress."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from ombuds.deidentification.engine import find
from ombuds.deidentification.engine.folding import fold
from ombuds.deidentification.tests.values.marking import marked, plain_of
from ombuds.deidentification.tests.values.test_hard_input import DISGUISES

FILE = Path(__file__).parent / "sentences.txt"


def sentences() -> list[tuple[str, str]]:
    """(language, sentence with its marks)."""
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    pairs = (line.replace("\\n", "\n").replace("\\t", "\t").split("|", 1) for line in lines)
    return [(language, sentence) for language, sentence in pairs]


@pytest.mark.parametrize(("language", "sentence"), sentences())
def test_what_identifies_is_covered_and_nothing_beside_it(language: str, sentence: str) -> None:
    assert marked(sentence, language) == sentence


DRESSES: dict[str, Callable[[str], str]] = {
    **DISGUISES,
    "accents apart": lambda t: unicodedata.normalize("NFD", t),
    "emoji around": lambda t: f"😀 {t} 🎉",
}


@pytest.mark.parametrize("name", DRESSES)
def test_no_dress_hides_what_the_clean_form_shows(name: str) -> None:
    """Every kind and language: the letters and figures that are covered are the same."""
    every = list(DRESSES).index(name)
    for language, sentence in sentences()[every % 3 :: 3]:
        clean = plain_of(sentence)
        if (
            "jugé" not in clean
        ):  # a combining accent on the last letter cannot be told from a mark of disguise
            assert covered(DRESSES[name](clean), language) == covered(clean, language), sentence


def covered(text: str, language: str) -> str:
    said = (fold(text[span.start : span.end]).text for span in find(text, language))
    return "".join(c for part in said for c in part if c.isalnum())


def test_a_value_broken_over_two_long_lines_is_one() -> None:
    text = (
        "Wij hebben al die tijd geen antwoord gekregen en daarom schrijf ik dat sinds paasmaandag\n"
        "2021 niemand van de dienst met ons wil spreken over de brief die naar mijn broer in de Rode\n"
        "Kruisstraat 134, 3680 Maaseik is vertrokken."
    )
    said = [text[span.start : span.end].replace("\n", " ") for span in find(text, "nl")]

    assert said == ["paasmaandag 2021", "Rode Kruisstraat 134, 3680 Maaseik"]
