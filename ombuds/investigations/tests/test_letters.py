"""Letters about an outcome come out of the case without a place to fill in."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation

from ombuds.correspondence.services import merge
from ombuds.investigations import services
from ombuds.investigations.tests.test_journey import conclude
from ombuds.lib.today import today

MakeCase = Callable[..., Any]


def letter(case: Any, code: str, language: str) -> str:
    text = merge(case, code, language).texts[0]
    assert text.missing == (), f"{code} {language}: {text.missing}"
    return text.body


@pytest.fixture
def repaired(make_case: MakeCase, people: SimpleNamespace) -> Any:
    """Founded, and something is asked of the service."""
    case = make_case(state="analysis", subject="Parking card refused")
    conclude(case, people)
    services.request_remedy(
        case,
        actor=people.handler,
        body=case.grievances.get().body,
        asked="Pay back the fine.",
        due_on=today() + dt.timedelta(days=20),
    )
    case.refresh_from_db()
    return case


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("code", ["L19", "L20", "L21", "L22", "L25"])
def test_a_concluded_case_fills_its_letters(repaired: Any, code: str, language: str) -> None:
    with translation.override("en"):  # the language of the handler is not that of the letter
        body = letter(repaired, code, language)
    if code in ("L19", "L20"):
        meaning = {"nl": "normen niet gevolgd", "fr": "n'a pas respecté", "en": "breached one or more norms"}
        assert meaning[language] in body
        assert "Two norms were breached." in body  # the reasons of the outcome
        assert "Nobody answered for a year." in body  # the finding
    if code in ("L19", "L20", "L21", "L22"):
        assert "Pay back the fine." in body


def test_while_the_service_still_has_to_repair_the_letter_does_not_say_that_it_refused(repaired: Any) -> None:
    for language, not_yet in {
        "nl": "Nog niet opgelost",
        "fr": "Pas encore résolu",
        "en": "Not solved yet",
    }.items():
        body = letter(repaired, "L19", language)
        assert not_yet in body
        assert "Pay back the fine." in body
        assert all(refused not in body for refused in ("weigert", "refuse ", "refuses"))


def test_a_proposal_goes_to_both_sides(make_case: MakeCase, people: SimpleNamespace) -> None:
    case = make_case(state="analysis", subject="Parking card refused")
    services.propose_solution(case, actor=people.handler, text="Each pays half.")
    for code in ("L18", "L18S"):
        assert "Each pays half." in letter(case, code, "nl")


def test_a_reminder_gives_a_new_day(repaired: Any) -> None:
    repaired.remedies.update(due_on=today() - dt.timedelta(days=3))
    from ombuds.investigations.letters import values

    assert values(repaired, "L22", "en")["due_on"] > today()


def test_a_file_that_ends_without_conclusion_says_so(make_case: MakeCase, people: SimpleNamespace) -> None:
    from ombuds.cases.services import move
    from ombuds.cases.workflow import CaseAct

    case = make_case(state="open")
    move(case, CaseAct.WITHDRAW, actor=people.handler)
    assert "U trok uw klacht in" in letter(case, "L25", "nl")
