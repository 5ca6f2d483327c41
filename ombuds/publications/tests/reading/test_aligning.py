"""Decisions find their place when the text around them changes; pure."""

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ombuds.publications.reviewing.aligning import blocks, marks, mover

# A busy machine is no failure.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
KEY = b"0123456789abcdef"
WORDS = st.text(alphabet="ab é\n.\u200b", max_size=60)
TEXT = "Jan Peeters woont in Elsene. Hij kreeg een boete. Jan Peeters betaalde."


def moved(old: str, new: str, start: int, end: int) -> str | None:
    place = mover(blocks(marks(old, KEY), marks(new, KEY)))(start, end)
    return new[slice(*place)] if place else None


def test_a_sentence_added_before_moves_the_place() -> None:
    assert moved(TEXT, "Een nieuwe zin. " + TEXT, 0, 11) == "Jan Peeters"


def test_a_word_changed_elsewhere_leaves_the_place_alone() -> None:
    assert moved(TEXT, TEXT.replace("een boete", "een forse boete"), 50, 61) == "Jan Peeters"


def test_a_place_that_was_rewritten_is_lost() -> None:
    assert moved(TEXT, TEXT.replace("Jan Peeters woont", "Een man woont"), 0, 11) is None


@patient
@given(WORDS, WORDS, st.integers(0, 60), st.integers(0, 60))
def test_whatever_moves_still_holds_the_same_words(old: str, new: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(old)), min(other, len(old))))
    place = mover(blocks(marks(old, KEY), marks(new, KEY)))(start, end)
    if place is not None:
        assert new[slice(*place)] == old[start:end]


@patient
@given(WORDS)
def test_the_same_text_moves_nothing(text: str) -> None:
    move = mover(blocks(marks(text, KEY), marks(text, KEY)))
    if text:
        assert move(0, len(text)) == (0, len(text))


@patient
@given(st.text(min_size=20, max_size=60))
def test_the_fingerprint_holds_no_words(text: str) -> None:
    assert marks(text, KEY) != marks(text, b"another key, 16 bytes")
    assert len(marks(text, KEY)) % 8 == 0


def test_two_long_texts_are_aligned_in_time() -> None:
    old = "Zin nummer een van de lange tekst. " * 5000
    begun = time.perf_counter()
    blocks(marks(old, KEY), marks(old.replace("lange", "korte"), KEY))
    assert time.perf_counter() - begun < 20
