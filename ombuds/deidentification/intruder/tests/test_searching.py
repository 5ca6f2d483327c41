"""Several searchers, and the place at which each has the true case."""

import random

import pytest

from benchmarks import _gate_cases as made
from ombuds.deidentification.intruder import VERSION, Base, BaseCase, Holding, examine, full_version
from ombuds.deidentification.intruder.publication import Publication
from ombuds.deidentification.intruder.searching import Searchers, more_than_chance, rarity, weighted
from ombuds.deidentification.intruder.wording import case_text


def test_every_searcher_finds_a_file_that_was_copied(cases: list[made.Made], base: Base) -> None:
    case = cases[9]
    truth = frozenset([str(case.line["id"])])
    text = made.identifiers_removed(case)
    verdict = examine([("text", text)], str(case.line["lang"]), Holding(base, truth))
    places = dict(verdict.places)
    assert places.keys() == {
        "facts",
        "rare words",
        "words",
        "cosine",
        "together",
        "letters",
        "pairs",
        "phrases",
        "mixed",
    }
    assert all(place == 1 for place in places.values()), places
    assert verdict.as_json()["combined"]["places"] == places


def test_a_text_that_one_searcher_alone_has_among_its_first_is_stopped() -> None:
    """Nothing is told but words, each of which hundreds of cases use; only one case uses them all."""
    words = "brief loket kelder trap boom fiets raam".split()
    chance = random.Random(3)
    listed = [" ".join(chance.sample(words, 4)) for _ in range(900)]
    base = Base.of(
        BaseCase(f"c{n}", "nl", (f"Het ging over {text}.",))
        for n, text in enumerate([*listed, " ".join(words)])
    )
    verdict = examine(
        [("text", "Boom, raam, fiets, trap, kelder, loket, brief!")], "nl", Holding(base, frozenset(["c900"]))
    )
    assert dict(verdict.places)["words"] == 1
    assert not verdict.passed


@pytest.mark.parametrize(
    ("near", "says_something"),
    [
        ({}, False),
        ({"letters": 3}, False),
        ({"letters": 1}, True),
        ({"letters": 12, "pairs": 14}, False),
        ({"letters": 12, "pairs": 14, "words": 15}, True),
        ({"letters": 4, "pairs": 14}, True),
        ({"together": 2}, False),
        ({"together": 4, "rare words": 15}, False),  # the one is a part of the other
        ({"together": 4, "mixed": 15}, True),
    ],
)
def test_one_searcher_of_nine_is_always_lucky(near: dict[str, int], says_something: bool) -> None:
    assert more_than_chance(near) is says_something


def test_a_text_that_fits_all_alike_leaves_the_case_in_the_middle_for_all() -> None:
    base = Base.of(BaseCase(f"c{n}", "nl", ("Een brief bleef liggen.",)) for n in range(400))
    verdict = examine([("text", "Een brief bleef lang liggen.")], "nl", Holding(base, frozenset(["c77"])))
    assert min(dict(verdict.places).values()) > 20, verdict.places
    assert verdict.passed, verdict.reasons


def test_the_place_among_cases_that_were_not_read_is_reckoned_from_a_sample(base: Base) -> None:
    empty = Searchers(Publication([("t", "Qqq.")], "nl"), base, [3], {"facts": base.sizes * 0.0}, 1.0)
    assert empty.places["letters"] > len(base) // 4


def test_rare_things_weigh_more_and_long_files_no_more_than_short_ones(base: Base) -> None:
    assert rarity(1000, 2) > rarity(1000, 200) > 0
    read = [case_text(n, base) for n in range(30)]
    own = read[4].grams
    scores = weighted(own, read, lambda c: c.grams, even=True)
    assert max(scores, key=lambda n: scores[n]) == 4


def test_the_version_names_the_code_and_the_thresholds() -> None:
    assert full_version().startswith(f"{VERSION}.")
    assert full_version() == full_version()
    assert len(full_version()) <= 40
