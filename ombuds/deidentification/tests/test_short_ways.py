"""Where the engine takes a short way it comes to where the long one leads."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.deidentification.engine import known_values
from ombuds.deidentification.engine.folding import fold, plain
from ombuds.deidentification.engine.known import from_case_file
from ombuds.deidentification.engine.known_numbers import written
from ombuds.deidentification.engine.monograms import spaced_out
from ombuds.deidentification.engine.reading import read

CASE = from_case_file(
    {
        "parties": [{"first": "Olga", "last": "Vanden Bossche"}],
        "address": {"street": "Hertstraat", "nr": "19", "postcode": "2850", "town": "Boom"},
        "dob": "1979-05-03",
        "phone": "+32 470 12 34 56",
        "email": "olga.vb@example.org",
        "iban": "BE71 0961 2345 6769",
        "nrn": "79.05.03-123-59",
        "refs": ["DOS-2024/1187"],
        "orgs": ["Garage Ravelingen bv"],
    }
)
WORDS = """0470 12.34.56 I2 l2 3A BE71 O961 2345 6769 0961234 79.05.03 79.O5.03 123-59 DOS 2024/1187 2O24 1187 03051979 19790503 olga.vb @example.org
    olga.vb@example.org garage Ravelingen ravelingen BV nv Garage-Ravelingen 's | ( ) en""".split()
TEXTS = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", "", ", ", "\n", "-", "|"])), max_size=14
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.text(alphabet=st.characters(max_codepoint=0x17F), max_size=30)
    | st.sampled_from(["O2", "2O20", "a-\nb", "é"])
)
def test_simple_text_reads_as_any_text_does(text: str) -> None:
    assert plain(text) == fold(text).text


JOIN = r"[\s.\-/_():|]{0,3}"
TWINS = {"0": "0o", "1": "1li|", "5": "5s", "8": "8b", "2": "2z", "o": "o0", "i": "i1l|", "s": "s5", "b": "b8", "l": "l1i|"}  # fmt: skip


def as_one_pattern(number: str) -> re.Pattern[str]:
    """The characters of a number with any separators between them, each also as it is misread."""
    forms = [f"[{TWINS.get(c, re.escape(c))}]" for c in plain(number) if c.isalnum()]
    return re.compile(rf"(?<![^\W_]){JOIN.join(forms)}(?![^\W_])")


@settings(derandomize=True, deadline=None, max_examples=150)
@given(TEXTS)
def test_a_number_that_is_looked_up_stands_where_a_pattern_finds_it(text: str) -> None:
    reading = read(text)
    for number in ("79.05.03-123-59", "BE71 0961 2345 6769", "DOS-2024/1187"):
        found = as_one_pattern(number).finditer(reading.plain)
        places = set(written(reading, number))
        assert {match.span() for match in found if "|" not in match.group()} <= places
        assert all(as_one_pattern(number).fullmatch(reading.plain, *place) for place in places)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(TEXTS)
def test_a_firm_that_is_said_not_to_stand_there_is_not_found_either(text: str) -> None:
    with pytest.MonkeyPatch.context() as changed:
        quickly = list(known_values.known_values(read(text), CASE))
        changed.setattr(known_values, "_may_be_named", lambda reading, value: True)
        assert quickly == list(known_values.known_values(read(text), CASE))


LETTERS = "bossche"
PATTERN = re.compile(
    r"(?<![^\W_])" + r"(?:[ \-'.]{0,2}(?:\r?\n[ >]*)?)".join(LETTERS) + r"(?![^\W_])"
)  # the same as one pattern


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from([*"bossche", "bos", "sche", "b0s", "8ossche", " ", "-", ".", "\n", "_", "> ", "x"]),
        max_size=24,
    )
)
def test_a_name_in_pieces_is_found_as_a_pattern_of_it_would(pieces: list[str]) -> None:
    for text in ("".join(pieces), "b o-ss che " + "".join(pieces)):
        folded = fold(text)
        assert list(spaced_out(folded, "Bossche")) == [m.span() for m in PATTERN.finditer(folded.text)]
