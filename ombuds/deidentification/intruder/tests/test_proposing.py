"""What is offered helps: it changes something, says nothing twice, and leaves a title and a summary something to say."""

import pytest

from benchmarks import _gate_cases as made
from ombuds.deidentification.intruder import Base, Holding, examine
from ombuds.deidentification.intruder.phrasing import bodies
from ombuds.deidentification.intruder.plain import sentences
from ombuds.deidentification.intruder.saying import SUMMARY, TITLE, Saying

Parts = dict[str, str]


def taken_up(parts: Parts, base: Base, truth: frozenset[str]) -> int:
    """As a writer does who accepts all that is offered, time and again: how often, until it passes."""
    for times in range(30):
        verdict = examine(list(parts.items()), "nl", Holding(base, truth))
        offered = [p for p in verdict.proposals if p.kind != "merge"]
        if verdict.passed:
            return times
        assert offered, verdict.why
        for one in offered:
            assert parts[one.where][one.start : one.end] != one.replacement
        free: dict[str, int] = {}
        for one in sorted(offered, key=lambda p: -p.end):
            if one.end <= free.get(one.where, one.end):
                text = parts[one.where]
                parts[one.where] = text[: one.start] + one.replacement + text[one.end :]
                free[one.where] = one.start
    raise AssertionError(parts)


@pytest.mark.parametrize("number", [3, 11, 20])
def test_whoever_accepts_everything_comes_through_with_a_title_and_a_summary(
    cases: list[made.Made], base: Base, number: int
) -> None:
    case = cases[number]
    text = made.identifiers_removed(case)
    listed = [s.text for s in sentences("", text)]
    parts = {"nl/title": listed[2], "nl/summary": listed[3], "nl/body": text}
    taken_up(parts, base, frozenset([str(case.line["id"])]))
    assert parts["nl/title"].strip()
    assert parts["nl/summary"].strip()
    left = [s.text for s in sentences("", parts["nl/body"])]
    assert len(left) == len(set(left)), left


def test_a_title_is_replaced_as_a_whole_and_only_once() -> None:
    saying = Saying(lambda _where, _sentence: False)
    (first,) = sentences("nl/title", "De boete van 298 euro")
    assert saying.less(first, first.text, "nl") == ("rewrite", TITLE["nl"])
    (again,) = sentences("nl/title", TITLE["nl"])
    assert saying.less(again, again.text, "nl") is None


def test_the_last_sentence_of_a_summary_gives_way_to_one_that_says_little() -> None:
    saying = Saying(lambda _where, _sentence: False)
    (only,) = sentences("fr/summary", "Un vélo rouge dans la cave.")
    assert saying.less(only, only.text, "fr") == ("rewrite", SUMMARY["fr"])
    two = sentences("fr/summary", "Un vélo rouge dans la cave. Et un chien.")
    assert saying.less(two[0], "Un vélo rouge dans la cave. Et un chien.", "fr") == ("drop", "")


@pytest.mark.parametrize(
    ("language", "text", "name", "after"),
    [
        ("nl", "Hij kreeg een boete van Net Brussel.", "Net Brussel", "Hij kreeg een boete van een openbare dienst."),
        ("nl", "De Lijn antwoordde.", "Lijn", "een openbare dienst antwoordde."),
        ("fr", "Une amende de Bruxelles Propreté.", "Bruxelles Propreté", "Une amende d'un service public."),
        ("fr", "Elle écrit à la STIB.", "STIB", "Elle écrit à un service public."),
        ("fr", "La lettre du SPF Finances.", "SPF Finances", "La lettre d'un service public."),
        ("en", "She wrote to the Brussels Fire Brigade.", "Brussels Fire Brigade", "She wrote to a public service."),
        ("de", "Er schrieb an die Post.", "Post", "Er schrieb an eine Behörde."),
        ("de", "Ein Brief von der Post.", "Post", "Ein Brief von einer Behörde."),
    ],
)  # fmt: skip
def test_a_body_is_told_by_what_it_is(language: str, text: str, name: str, after: str) -> None:
    at = text.index(name)
    start, end, words = bodies.written(text, at, at + len(name), language)
    assert text[:start] + words + text[end:] == after


@pytest.mark.parametrize(
    ("name", "town", "is_town"),
    [("gemeente Ieper", "Ieper", True), ("Net Brussel", "Brussel", False), ("CPAS de Mons", "Mons", True), ("De Lijn", "", False)],
)  # fmt: skip
def test_a_name_that_is_a_town_is_told_as_one(name: str, town: str, is_town: bool) -> None:
    assert bodies.is_of_town(name, town) is is_town
