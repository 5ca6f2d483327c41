"""Two people who act at the same moment: one wins, the other gets a sentence, and nothing is lost."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest

from ombuds.audit.services import verify
from ombuds.cases.models import Case, Clock, ReferenceCounter, Transition
from ombuds.cases.services import MoveNotAllowed, assign, create_case, move, raise_wall, tick
from ombuds.cases.tests.factories import case_in_state
from ombuds.cases.workflow import CaseAct, State
from ombuds.intake.models import Draft, Submission
from ombuds.intake.services.drafts import start
from ombuds.intake.services.receiving import send
from ombuds.intake.tests.walking import ANSWERS
from ombuds.lib.today import today

Race = Callable[..., list[Any]]
ROUNDS = 5  # a race that goes well once may have been luck


def _draft() -> tuple[Draft, str]:
    draft, token = start(language="fr")
    Draft.objects.filter(pk=draft.pk).update(answers=ANSWERS)
    return draft, token


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_of_two_who_move_a_case_at_once_one_wins_and_one_gets_a_sentence(
    office: Any, people: SimpleNamespace, race: Race, _round: int
) -> None:
    case = case_in_state(office, State.OPEN, handler=people.handler)
    suspend = partial(move, case, CaseAct.SUSPEND, reason="The court looks at it")
    results = race(partial(suspend, actor=people.handler), partial(suspend, actor=people.handler2))
    assert sorted((type(result) for result in results), key=str) == sorted(
        [MoveNotAllowed, Transition], key=str
    )
    lost = next(result for result in results if isinstance(result, MoveNotAllowed))
    assert str(State.SUSPENDED.label) in lost.sentence
    assert case.transitions.filter(act=CaseAct.SUSPEND).count() == 1
    assert verify().broken is None


def test_two_complaints_at_once_get_different_references(office: Any, race: Race) -> None:
    ReferenceCounter.objects.all().delete()  # the first two of a year
    drafts = [_draft() for _person in range(4)]
    results = race(*(partial(send, draft, token, office=office) for draft, token in drafts))
    assert [type(result) for result in results] == [Submission] * 4, results
    assert len(set(Case.objects.values_list("reference", flat=True))) == 4
    assert ReferenceCounter.objects.get().last == 4
    assert verify().broken is None


def test_a_complaint_sent_twice_at_once_is_one_complaint(office: Any, race: Race) -> None:
    draft, token = _draft()
    first, second = race(*[partial(send, draft, token, office=office)] * 2)
    assert first == second
    assert Case.objects.count() == 1


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_a_wall_a_move_a_new_handler_and_the_tick_do_not_wait_for_each_other_for_ever(
    office: Any, people: SimpleNamespace, race: Race, _round: int
) -> None:
    long_ago = dt.datetime(2026, 1, 5, 10, tzinfo=dt.UTC)
    cases = [
        case_in_state(office, State.OPEN, handler=people.handler, received_at=long_ago) for _case in range(5)
    ]
    case = cases[2]
    results = race(
        partial(move, case, CaseAct.SUSPEND, actor=people.second_reader, reason="The court looks at it"),
        partial(raise_wall, case, actor=people.ombudsman, user=people.handler, reason="Neighbours"),
        partial(assign, case, actor=people.second_reader, handler=people.handler2),
        partial(tick, office, today()),
    )
    assert not [result for result in results if isinstance(result, Exception)]
    assert Clock.objects.filter(overdue_at__isnull=False).exists()
    assert verify().broken is None


def test_paper_and_phone_at_once_get_different_references(
    office: Any, people: SimpleNamespace, race: Race
) -> None:
    write = partial(create_case, office=office, actor=people.intake, subject="Register")
    letter, call = race(partial(write, channel="letter"), partial(write, channel="phone"))
    assert letter.reference != call.reference
