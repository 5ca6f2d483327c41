"""What is sought word by word is what a plain search finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.deidentification.engine import (
    ages,
    day_words,
    days,
    family,
    keeping,
    scanning,
    towns,
    trade_frames,
)
from ombuds.deidentification.engine.reading import read
from ombuds.deidentification.engine.scanning import beginnings, matches, prepare

EDGE = r"(?<![^\W_])"
MADE = [
    EDGE + r"(?:op|on) (?:de )?\d+",
    EDGE + r"(?:a|an|and)(?: b)?",
    EDGE + r"\d{1,2} ?(?:h|uur)?",
    EDGE + r"(?:x?y|[ab]{2}|\d)+z?",
    r"(?<![\w/.])(?:de |le )?(?P<v>mai|mei)(?!\w)",
    EDGE + r"(?:i'm|d'une) [a-z]+|" + EDGE + r"[A-Z]{2}",
]
OURS = [
    *(day_words.RELATIVE, day_words.SEASON, days.OF_THIS_MONTH, days.ROMAN, ages.OF_KIN, ages.OF_SOMEBODY, ages.ALONE),
    *(family.BELONGING, family.OF_PEOPLE, keeping.ENGLISH_OF, keeping.HEAD_OF, towns.LIKELY, trade_frames.AS_ONE["nl"]),
]  # fmt: skip
WORDS = """op on de le a an and b 12 5h 3 uur yz xyz ab aabz mai mei i'm d'une Aa BB dame de 78 ans vorige week 3/III/2021 5 courant printemps last spring
    mayor of Ghent gouverneur van Namen i am 57 and als bakker Belgian nationality geboren kinderen een zoon van drie jaar ٣ ⁵ é ß _x x_ \u0301""".split()
GAPS = [" ", "  ", ", ", ".", "\n", "-", "'", "/", "_", ""]
texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=25).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


@pytest.mark.parametrize("pattern", [*map(re.compile, MADE), *OURS], ids=lambda one: one.pattern[:40])
@settings(max_examples=60, derandomize=True, deadline=None)
@given(text=texts, start=st.integers(0, 30), left=st.integers(0, 30))
def test_the_same_matches_as_a_plain_search(
    pattern: re.Pattern[str], text: str, start: int, left: int
) -> None:
    assert prepare(pattern) is not None
    reading = read(text)
    end = len(reading.plain) - left
    for cased in (False, True):
        said = reading.cased if cased else reading.plain
        plainly = [m.span() for m in pattern.finditer(said)]
        assert [m.span() for m in matches(pattern, reading, cased=cased)] == plainly
        part = [m.span() for m in pattern.finditer(said, start, max(0, end))]
        assert [m.span() for m in matches(pattern, reading, start, max(0, end), cased=cased)] == part


def test_how_a_pattern_begins_is_told_from_the_pattern() -> None:
    assert set(beginnings(re.compile(EDGE + r"(?:op|on) (?:de )?\d")) or ()) == {
        *("op de", "on de"),
        *(f"{word} {figure}" for word in ("op", "on") for figure in "0123456789"),
    }


@pytest.mark.parametrize(
    "pattern",
    ["op de", r"\bop", EDGE + r"[^\W\d_]+ is", EDGE + r"(?:-|x)y", EDGE + "(?i:op)", f"{EDGE}op|aan", EDGE],
)
def test_a_pattern_that_may_begin_anywhere_is_not_sought_by_words(pattern: str) -> None:
    assert beginnings(re.compile(pattern)) is None


def test_a_pattern_that_does_not_care_for_capitals_is_not_sought_by_words() -> None:
    assert beginnings(re.compile(EDGE + "op", re.IGNORECASE)) is None


def test_a_pattern_is_looked_at_when_much_text_was_read_with_it_and_finds_the_same() -> None:
    pattern = re.compile(EDGE + r"(?:bij|near) (?:de )?\d+")
    reading = read("Bij de 3, near 4 en erbij 5. " * 1000)
    first = [m.span() for m in matches(pattern, reading)]
    assert id(pattern) not in scanning._known
    for _ in range(3):
        assert [m.span() for m in matches(pattern, reading)] == first
    assert scanning._known[id(pattern)][1]
