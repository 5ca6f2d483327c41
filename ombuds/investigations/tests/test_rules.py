import pytest

from ombuds.investigations.rules import GrievanceOutcome as G
from ombuds.investigations.rules import from_findings, from_grievances, from_remedies


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([], ("", "")),
        (["breached", "respected"], ("founded", "")),
        (["respected", "not_assessable"], ("unfounded", "")),
        (["not_assessable"], ("without_opinion", "not_established")),
    ],
)
def test_findings_give_an_assessment(verdicts: list[str], expected: tuple[str, str]) -> None:
    assert from_findings(verdicts) == expected


@pytest.mark.parametrize(
    ("grievances", "expected"),
    [
        ([], ("", "")),
        ([G("founded"), G("unfounded")], ("partly", "")),
        ([G("founded"), G("founded")], ("founded", "")),
        ([G("founded", is_main=True), G("unfounded"), G("unfounded")], ("founded", "")),
        ([G("founded"), G("without_opinion", "no_reply")], ("founded", "")),
        ([G("without_opinion", "no_reply"), G("")], ("without_opinion", "no_reply")),
        ([G("founded", is_main=True), G("unfounded", is_main=True)], ("partly", "")),
    ],
)
def test_grievances_give_the_case(grievances: list[G], expected: tuple[str, str]) -> None:
    assert from_grievances(grievances) == expected


@pytest.mark.parametrize(
    ("checked", "expected"),
    [
        ([], ""),
        (["done", ""], ""),
        (["done", "done"], "solved"),
        (["done", "refused"], "partly"),
        (["refused"], "unsolved"),
    ],
)
def test_remedies_give_the_result(checked: list[str], expected: str) -> None:
    assert from_remedies(checked) == expected
