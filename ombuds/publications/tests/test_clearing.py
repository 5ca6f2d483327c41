"""Texts of other rooms at the gate: what passed need not be attacked again, and what changed must be."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from ombuds.cases.services import add_note
from ombuds.deidentification import intruder
from ombuds.deidentification.engine import KnownIdentifiers
from ombuds.deidentification.gate import Clearance
from ombuds.deidentification.services.lexicon import confirm, learn
from ombuds.publications.models import GateRun
from ombuds.publications.permitting import Singled, StillNamed
from ombuds.publications.services import attacking, clearing
from ombuds.publications.services.clearing import clear
from ombuds.publications.services.parts import Part
from ombuds.publications.tests.test_gate import COPIED, with_words

WORDS = "Elk jaar schrijven veel mensen ons over trage antwoorden."
ABOUT = "annualreport:2025:foreword"


@pytest.fixture
def case(make_case: Callable[..., Any]) -> Any:
    return make_case(state="closed")


@pytest.fixture
def attacks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for every attack that was really made."""
    made: list[int] = []

    def counted(*args: Any, **kwargs: Any) -> Any:
        made.append(1)
        return attacking.attempted(*args, **kwargs)

    monkeypatch.setattr(clearing, "attempted", counted)
    return made


def through(case: Any, people: SimpleNamespace, words: str = WORDS, **more: Any) -> Clearance:
    given = {"about": ABOUT, "language": "nl", "cases": None, "in_spite": "", **more}
    part = Part("foreword/nl", words, given.pop("language"))
    return clear([part], office=case.office, actor=people.ombudsman, **given)


def test_what_passed_is_not_attacked_again(case: Any, people: SimpleNamespace, attacks: list[int]) -> None:
    first = through(case, people)
    second = through(case, people)
    assert len(attacks) == 1
    assert GateRun.objects.filter(about=ABOUT).count() == 1
    assert second.of(WORDS) == first.of(WORDS) == WORDS


@pytest.mark.parametrize("change", ["words", "name", "language", "base", "taught", "code"])
def test_what_changed_is_attacked_again(
    change: str, case: Any, people: SimpleNamespace, attacks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    through(case, people)
    again: dict[str, Any] = {}
    if change == "words":
        again["words"] = f"{WORDS} Dat moet beter."
    elif change == "name":
        again["about"] = "annualreport:2026:foreword"
    elif change == "language":
        again["language"] = "fr"
    elif change == "base":
        add_note(case, actor=people.handler, text="Zij belde over de takeldienst.")
    elif change == "taught":
        taught = learn(office=case.office, word="Trage", is_name=False, actor=people.handler)
        confirm(taught, actor=people.ombudsman)
    else:
        monkeypatch.setattr(intruder, "full_version", lambda: "3.0000000000")
    through(case, people, **again)
    assert len(attacks) == 2


def test_a_text_that_rests_on_another_case_is_attacked_again(
    case: Any, make_case: Callable[..., Any], people: SimpleNamespace, attacks: list[int]
) -> None:
    GateRun.objects.filter(about=ABOUT).delete()
    through(case, people)
    with_case: dict[str, Any] = {"cases": [case], "in_spite": "A test."}
    through(case, people, **with_case)
    through(case, people, cases=[make_case(state="closed")], in_spite="A test.")
    assert len(attacks) == 3


def test_an_override_is_never_taken_for_a_pass(
    case: Any, people: SimpleNamespace, attacks: list[int]
) -> None:
    with_words(case)
    through(case, people, words=COPIED, cases=[case], in_spite="A test.")
    assert GateRun.objects.get(about=ABOUT).in_spite == "A test."
    with pytest.raises(Singled):
        through(case, people, words=COPIED, cases=[case])
    assert len(attacks) == 2


def test_people_are_looked_for_each_time(
    case: Any, people: SimpleNamespace, attacks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kept pass answers for the attack only: what the linked cases know may grow without the base."""
    through(case, people)
    known = KnownIdentifiers(organisations=("trage antwoorden",))
    monkeypatch.setattr(clearing, "known_identifiers", lambda _cases: known)
    monkeypatch.setattr(attacking, "known_identifiers", lambda _cases: known)
    with pytest.raises(StillNamed):
        through(case, people)
