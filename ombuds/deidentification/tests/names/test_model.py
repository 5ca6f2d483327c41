"""The trained model: names that no list holds, in sentences without a title; and how it reckons."""

from itertools import pairwise, product
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombuds.deidentification.engine import find
from ombuds.deidentification.engine.folding import fold
from ombuds.deidentification.engine.lexicons import EMPTY, Vocabulary
from ombuds.deidentification.engine.persons.features import Features, runs
from ombuds.deidentification.engine.persons.guessing import chances
from ombuds.deidentification.engine.persons.model import marginals
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.spans import Kind

# Nobody is called so: the lists do not help.
UNHEARD = (
    ("nl", "Gelukkig wist Brovelkens er meer van, en Tjorvan ook.", ("Brovelkens", "Tjorvan")),
    ("nl", "=> Quirvel neemt over, zei men.", ("Quirvel",)),
    (
        "fr",
        "Présents : Zorvalle (rapporteur), Bremoux ; excusé : Tarvigne.",
        ("Zorvalle", "Bremoux", "Tarvigne"),
    ),
    ("fr", "Demandez à Orvaline ou à Tresmond, ils étaient là.", ("Orvaline", "Tresmond")),
    ("en", "As for Wexmire and his wife Dolvena, nothing is held against them.", ("Wexmire", "Dolvena")),
    ("de", "Sowohl Brankwitz als auch Tölmert kamen zu spät.", ("Brankwitz", "Tölmert")),
)
NOBODY = (
    ("nl", "Wie weet? Misschien. Kortom: de Dienst Inschrijvingen antwoordt niet, de Watergroep ook niet."),
    ("fr", "Quant au délai, le Service Inscriptions ne répond pas. Pourtant, c'est la loi."),
    ("en", "Whoever relies on the Housing Code should know this. Besides, nobody rang. P.S. See above."),
    ("de", "Der Kurator und die Witwe des früheren Ministers warteten zwei Tage auf ein Gutachten."),
)


@pytest.mark.parametrize(("language", "text", "wanted"), UNHEARD)
def test_unheard_names_are_found_by_where_they_stand(
    language: str, text: str, wanted: tuple[str, ...]
) -> None:
    covered = " ".join(text[s.start : s.end] for s in find(text, language) if s.kind is Kind.PERSON)

    assert [name for name in wanted if name not in covered] == []


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_sentences_about_nobody_name_nobody(language: str, text: str) -> None:
    assert [text[s.start : s.end] for s in find(text, language) if s.kind is Kind.PERSON] == []


def test_a_word_that_the_office_taught_is_never_guessed() -> None:
    text = "Gelukkig wist Brovelkens er meer van."

    assert find(text, "nl", vocabulary=EMPTY)
    assert not find(text, "nl", vocabulary=Vocabulary(words=frozenset({"brovelkens"})))


SCORES = st.lists(st.floats(-30, 30), min_size=1, max_size=5)
WEIGHT = st.floats(-5, 5)


@given(SCORES, WEIGHT, WEIGHT, WEIGHT, WEIGHT)
def test_the_chances_are_those_of_all_labellings_together(
    scores: list[float], stay: float, begin: float, end: float, go_on: float
) -> None:
    turns = {(0, 0): stay, (0, 1): begin, (1, 0): end, (1, 1): go_on}

    def weight(labels: tuple[int, ...]) -> float:
        steps = sum(turns[pair] for pair in pairwise(labels))
        return exp(sum(s for s, label in zip(scores, labels, strict=True) if label) + steps)

    every = list(product((0, 1), repeat=len(scores)))
    total = sum(map(weight, every))
    for at, chance in enumerate(marginals(scores, turns)):
        assert chance == pytest.approx(sum(weight(one) for one in every if one[at]) / total, abs=1e-9)


@given(st.text(max_size=80), st.sampled_from(["nl", "fr", "en", "de"]))
def test_every_word_that_may_be_a_name_gets_one_chance(text: str, language: str) -> None:
    words = Text(fold(text), language)
    free = [True] * len(words)
    stretches = [index for run in runs(words, free) for index in run]

    assert stretches == sorted(set(stretches))
    assert list(chances(words, free)) == stretches
    assert all(0 <= chance <= 1 for chance in chances(words, free).values())
    assert all(Features(words).of(index) for index in stretches)
