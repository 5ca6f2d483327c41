"""What a reader is told of an effect."""

import pytest
from django.utils import translation

from ombuds.recommendations.effect import Estimate, Verdict
from ombuds.recommendations.effect_words import sentence

FEWER = Estimate(Verdict.FEWER, observed=41, expected=78.2, low=24.6, high=60.4)


def test_fewer_says_how_many_were_expected_and_the_range() -> None:
    with translation.override("en"):
        assert sentence(FEWER) == "Fewer complaints than expected: 41 instead of 78, between 25 and 60 fewer."


def test_more_counts_upwards() -> None:
    with translation.override("en"):
        said = sentence(Estimate(Verdict.MORE, observed=95, expected=60, low=-58.2, high=-11.7))
    assert said == "More complaints than expected: 95 instead of 60, between 12 and 58 more."


def test_a_difference_just_above_nothing_is_never_called_zero() -> None:
    with translation.override("en"):
        assert "between 1 and 9 fewer" in sentence(
            Estimate(Verdict.FEWER, observed=5, expected=10, low=0.2, high=9)
        )


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_its_own_sentence_in_three_languages(verdict: Verdict) -> None:
    found = Estimate(verdict, observed=5, expected=10, low=2, high=9)
    said = set()
    for language in ("nl", "fr", "en"):
        with translation.override(language):
            said.add(sentence(found))
    assert len(said) == 3
