"""What reading a text may not do: hang, crash, or miss what it finds in the clean form."""

import time
from collections.abc import Callable

import pytest

from ombuds.deidentification.engine import find
from ombuds.deidentification.engine.finding import _certain
from ombuds.deidentification.engine.folding import fold
from ombuds.deidentification.engine.keeping import keep_spans
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.reading import read

CLEAN = "Kerkstraat 12, 1050 Elsene, IBAN BE68 5390 0754 7034"
DISGUISES: dict[str, Callable[[str], str]] = {
    "zero-width": lambda t: "\u200b".join(t),
    "soft hyphens": lambda t: t.replace("a", "a\u00ad").replace("e", "\u00ade"),
    "full width": lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "marks of direction": lambda t: "\u202e" + t.replace(" ", " \u200f") + "\u202c",
    "combining accents": lambda t: t.replace("e", "e\u0301"),
    "homoglyphs": lambda t: t.replace("a", "а").replace("e", "е").replace("K", "К"),
}


@pytest.mark.parametrize("name", DISGUISES)
def test_what_is_found_in_the_clean_form_is_found_in_disguise(name: str) -> None:
    text = DISGUISES[name](CLEAN)
    covered = "".join(text[s.start : s.end] for s in find(text, "nl"))

    assert [s.kind for s in find(text, "nl")] == [s.kind for s in find(CLEAN, "nl")]
    assert "elsene" in fold(covered).text
    assert "7034" in fold(covered).text


@pytest.mark.parametrize(
    "text",
    ["Sint-\nGillis", "Kerk-\nstraat 12", "0475\n12 34 56"],
)
def test_a_line_break_inside_a_value_hides_nothing(text: str) -> None:
    assert find(f"Zij woont te {text}, zegt zij.", "nl")


LONG = 100_000
WORST = {
    "letters": "a" * LONG, "figures": "1" * LONG, "figures and spaces": "1 " * (LONG // 2), "stops": "." * LONG, "signs": "@" * LONG,
    "dashes": "a-" * (LONG // 2), "numbers with stops": "1." * (LONG // 2), "spaces": " " * LONG, "capitals": "Aa " * (LONG // 3),
    "streets": "straat " * (LONG // 7), "rue": "rue de la " * (LONG // 10), "laws": "artikel 1 en 2 " * (LONG // 15),
    "quotes": "l'" * (LONG // 2), "slashes": "/1" * (LONG // 2), "colons": "a:" * (LONG // 2), "lines": "\n" * LONG, "hyphened capitals": "Aa-" * (LONG // 3),
}  # fmt: skip


@pytest.mark.parametrize("name", WORST)
def test_no_text_makes_it_hang(name: str) -> None:
    """Ten times this is a megabyte; time that grows with the square would show here."""
    reading = read(WORST[name])
    began = time.process_time()
    list(_certain(reading, KnownIdentifiers()))
    list(keep_spans(reading, KnownIdentifiers()))

    assert time.process_time() - began < 4


def test_offsets_lead_back_to_the_original() -> None:
    folded = fold("Œuvre à l’éﬁle\u200b ß")
    for index in range(len(folded.text)):
        start, end = folded.original(index, index + 1)
        assert 0 <= start <= end <= folded.length
    assert len(folded.text) == len(folded.cased)
