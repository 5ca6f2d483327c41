"""The table of moves, tried pair by pair."""

from typing import Any

import pytest

from ombuds.cases import guards
from ombuds.cases.models import Transition
from ombuds.cases.services import MoveNotAllowed, move
from ombuds.cases.workflow import ACTIVE, ENDED, MOVES, CaseAct, State, move_for

PAIRS = [(state, act) for state in State for act in CaseAct]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def all_conditions_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the table is tried, not the guards: each of those has tests of its own."""
    monkeypatch.setattr(guards, "check", lambda names, case, context: None)


@pytest.mark.parametrize("state", list(State))
def test_every_act_either_leads_where_the_table_says_or_is_refused(
    state: State, make_case: Any, people: Any
) -> None:
    from ombuds.audit.models import Actor

    case = make_case(state=state)
    for act in CaseAct:
        type(case).objects.filter(pk=case.pk).update(state=state)
        step = move_for(state, act)
        before = Transition.objects.filter(case=case).count()
        if step is None:
            with pytest.raises(MoveNotAllowed):
                move(case, act, actor=Actor.SYSTEM, reason="because")
            case.refresh_from_db()
            assert case.state == state
            assert Transition.objects.filter(case=case).count() == before
        else:
            move(case, act, actor=Actor.SYSTEM, reason="because")
            assert case.state == step.to
            assert Transition.objects.filter(case=case).count() == before + 1


def test_there_is_a_way_out_of_every_state_that_is_not_an_end() -> None:
    for state in State:
        ways = [act for (origin, act) in MOVES if origin == state]
        assert ways or state == State.DESTROYED, state


def test_every_state_can_be_reached() -> None:
    reached, frontier = {State.REGISTERED}, [State.REGISTERED]
    while frontier:
        state = frontier.pop()
        for (origin, _act), step in MOVES.items():
            if origin == state and step.to not in reached:
                reached.add(step.to)
                frontier.append(step.to)
    assert reached == set(State)


def test_every_condition_in_the_table_is_known() -> None:
    for step in MOVES.values():
        for name in step.needs:
            assert name in guards.GUARDS, name


def test_active_and_ended_part_the_states() -> None:
    assert set(State) == ACTIVE | ENDED
    assert not ACTIVE & ENDED


def test_a_second_of_two_who_act_at_once_gets_a_sentence(make_case: Any, people: Any) -> None:
    case = make_case(state="open")
    stale = type(case).objects.get(pk=case.pk)
    move(case, CaseAct.ASK_SERVICE, actor=people.handler)
    with pytest.raises(MoveNotAllowed) as refusal:
        move(stale, CaseAct.ASK_SERVICE, actor=people.handler2)
    assert "Waiting for the service" in refusal.value.sentence
