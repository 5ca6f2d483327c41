"""A text about a series of like cases may point at the series, and at none of the cases in it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombuds.deidentification.intruder import DEFAULT, Base, BaseCase, Holding, Verdict, examine, mend
from ombuds.deidentification.intruder.plain import sentences
from ombuds.deidentification.intruder.searching import Nearness
from ombuds.deidentification.intruder.series import are_alike, likeness_of, standing_out
from ombuds.deidentification.intruder.within import copies
from ombuds.deidentification.intruder.wording import case_text

OTHERS = "brief loket kelder trap boom fiets raam tuin schuur plein markt school".split()
SERIES = "De herinnering voor de bewonerskaart kwam nooit aan sinds de website vernieuwd is."
OWN = "Mijn buurvrouw zag hoe de postbode een paarse doos achter het konijnenhok verstopte."
TEXT = "Veel mensen kregen geen herinnering meer voor hun bewonerskaart nadat de website vernieuwd was."


@pytest.fixture(scope="module")
def base() -> Base:
    """Twelve cases of a series, one of which tells of a purple box, among nine hundred others."""
    chance = random.Random(3)
    others = [f"Het ging over {' en '.join(chance.sample(OTHERS, 4))}." for _ in range(900)]
    like = [f"{SERIES} {chance.choice(OTHERS).capitalize()} en {chance.choice(OTHERS)}." for _ in range(12)]
    like[2] = f"{like[2]} {OWN}"
    texts = [*others, *like]
    return Base.of(BaseCase(f"c{n}", "nl", (text,)) for n, text in enumerate(texts))


def told(base: Base, text: str, cases: range) -> Verdict:
    return examine([("text", text)], "nl", Holding(base, frozenset(f"c{n}" for n in cases)))


def test_a_text_about_twelve_like_cases_passes(base: Base) -> None:
    verdict = told(base, TEXT, range(900, 912))
    assert dict(verdict.places)["together"] == 1
    assert verdict.passed, verdict.reasons


def test_the_same_text_about_one_or_four_of_them_does_not(base: Base) -> None:
    assert not told(base, TEXT, range(902, 903)).passed
    assert not told(base, TEXT, range(900, 904)).passed


def test_one_case_cannot_hide_behind_the_others_of_its_series(base: Base) -> None:
    paraphrased = f"{TEXT} De postbode legde een paarse doos bij het konijnenhok."
    verdict = told(base, paraphrased, range(900, 912))
    assert not verdict.passed
    assert "stands out from the others" in " ".join(verdict.reasons)


COPIED = "Een medewerker vroeg mij tweemaal naar hetzelfde loonbriefje van mijn echtgenote."
SHARED = "De dienst verwees telkens naar een bericht op de nieuwe website."


@pytest.fixture(scope="module")
def like_cases() -> Base:
    """Twelve cases of a series: all hold one sentence, six hold another one and were refused, among three hundred others."""
    chance = random.Random(5)
    others = [f"Het ging over {' en '.join(chance.sample(OTHERS, 4))}." for _ in range(300)]
    like = [
        f"{SERIES} {SHARED} {chance.choice(OTHERS).capitalize()} en {chance.choice(OTHERS)}."
        for _ in range(12)
    ]
    like[:6] = [f"{text} {COPIED} De dienst weigerde mijn aanvraag." for text in like[:6]]
    return Base.of(BaseCase(f"c{n}", "nl", (text,)) for n, text in enumerate([*others, *like]))


def points_at_some(base: Base, text: str) -> list[str]:
    verdict = told(base, text, range(300, 312))
    return [match.sentence for match in verdict.wording.sentences if match.kind == "series"]


@pytest.mark.parametrize(
    "sentence",
    [
        COPIED,
        "Een medewerker vroeg tweemaal naar hetzelfde loonbriefje van de echtgenote.",
        "De dienst weigerde.",
    ],
)
def test_what_six_of_twelve_cases_have_tells_them_from_the_others(like_cases: Base, sentence: str) -> None:
    assert points_at_some(like_cases, f"{TEXT} {sentence}") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [SHARED, "De ombudsman zocht een regeling voor iedereen.", "De betrokkene kreeg geen antwoord."],
)
def test_what_all_of_them_have_or_none_of_them_may_stand(like_cases: Base, sentence: str) -> None:
    assert points_at_some(like_cases, f"{TEXT} {sentence}") == []


def test_what_eight_of_a_long_series_have_together_may_stand() -> None:
    """Of twenty cases ten have one sentence and ten another; four have both."""
    first, second = (
        "Het formulier vroeg om een bewijs van inkomen.",
        "De brief noemde een verkeerde einddatum.",
    )
    own = [f"{SERIES} {first if n < 10 else ''} {second if 6 <= n < 16 else ''}" for n in range(20)]
    base = Base.of(BaseCase(f"c{n}", "nl", (text,)) for n, text in enumerate(own))
    cases = [case_text(n, base) for n in range(20)]

    def stopped(*texts: str) -> list[str]:
        listed = sentences("text", " ".join(texts))
        never, alike = (lambda *_: False), (lambda stems: dict.fromkeys(stems, 1.0))
        return [m.sentence for m in copies(listed, {"text": "nl"}, cases, DEFAULT, never, alike)]

    assert stopped(first) == []
    assert stopped(second) == []
    assert stopped(first, second) == [second]


def test_mending_takes_away_what_only_some_of_them_have(like_cases: Base) -> None:
    held = Holding(like_cases, frozenset(f"c{n}" for n in range(300, 312)))
    done = mend([("text", f"{TEXT} {COPIED} De dienst weigerde mijn aanvraag.")], "nl", held)
    assert done.verdict.passed, done.verdict.reasons
    assert TEXT in done.parts[0][1]
    assert "loonbriefje" not in done.parts[0][1]
    assert "weigerde" not in done.parts[0][1]


def test_cases_that_are_not_alike_are_no_series(base: Base) -> None:
    verdict = told(base, TEXT, range(894, 901))
    assert not verdict.passed


def test_the_fifth_is_as_near_as_the_nearest() -> None:
    even, steep = (9.0, 9.0, 9.0, 9.0, 9.0), (9.0, 3.0, 3.0, 3.0, 3.0)
    near = {
        "words": Nearness(even, 2.0, even),
        "letters": Nearness(steep, 2.0, steep),
        "pairs": Nearness(steep, 2.0, even),  # others, which are not of the series, are as near
    }
    assert standing_out(near, 5).keys() == {"letters"}


def test_cases_are_alike_when_they_are_for_most_searchers() -> None:
    even, steep = (9.0, 9.0, 9.0, 9.0, 9.0), (9.0, 2.0, 2.0, 2.0, 2.0)
    assert are_alike(
        {"a": Nearness(even, 2.0, even), "b": Nearness(even, 2.0, even), "c": Nearness(steep, 2.0, even)}, 5
    )
    assert not are_alike(
        {"a": Nearness(even, 2.0, even), "b": Nearness(steep, 2.0, even), "c": Nearness(steep, 2.0, even)}, 5
    )
    assert not are_alike({}, 5)


@given(
    st.lists(st.floats(-50, 50), min_size=1, max_size=12),
    st.lists(st.floats(-50, 50), max_size=12),
    st.floats(-50, 50),
    st.integers(1, 12),
)
def test_likeness_is_a_share_whatever_the_order(
    own: list[float], others: list[float], usual: float, many: int
) -> None:
    share = likeness_of(own, others, usual, many)
    assert 0 <= share <= 1
    assert likeness_of(own[::-1], others[::-1], usual, many) == share
