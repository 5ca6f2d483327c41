"""Acceptance scenarios 3, 4 and 6 of domain.md section 8."""

import datetime as dt
from typing import Any

import pytest
import time_machine

from ombuds.admissibility import hints
from ombuds.admissibility.services import (
    Choice,
    decide_admissibility,
    decide_competence,
    resume,
    return_from_first_line,
    suspend,
    tick,
)
from ombuds.admissibility.terms import Gateway, GroundVerdict, Verdict
from ombuds.lib.errors import Refusal
from ombuds.office.services import grounds_on


def at(day: str) -> Any:
    return time_machine.travel(dt.datetime.fromisoformat(f"{day}T10:00:00+02:00"), tick=False)


def _hinted(case: Any, user: Any) -> dict[str, hints.Hint]:
    return hints.admissibility_of(case, grounds_on(case.office, case.received_on, "admissibility"), user)


@at("2026-05-04")  # type: ignore[untyped-decorator]  # time_machine gives Any here
def test_3_facts_two_years_old_are_too_old_for_flanders_only(
    make_case: Any, people: Any, office: Any, flanders: Any
) -> None:
    known = {"facts_on": dt.date(2024, 5, 2), "contacted_service_on": dt.date(2024, 6, 1)}
    brussels_case = make_case("triage", **known)
    flemish_case = make_case("triage", office=flanders, **known)
    assert "A3" not in _hinted(brussels_case, people.handler)
    hint = _hinted(flemish_case, people.handler)["A3"]
    assert hint.strong
    body = flemish_case.grievances.first().body
    decide_competence(flemish_case, actor=people.handler, body=body, verdict="ours")
    a3 = flanders.grounds.get(code="A3")
    waived = Choice(a3, GroundVerdict.WAIVED, "A child was left without care.", hinted=True)
    decide_admissibility(flemish_case, actor=people.handler, verdict=Verdict.ADMITTED, choices=[waived])
    flemish_case.refresh_from_db()
    assert flemish_case.state == "open"


def test_4_no_answer_on_day_46_opens_the_second_gateway(make_case: Any, people: Any, flanders: Any) -> None:
    with at("2026-03-02"):
        case = make_case("triage", office=flanders)
        first = Choice(flanders.grounds.get(code="A2"), GroundVerdict.USED)
        decide_admissibility(
            case,
            actor=people.handler,
            verdict=Verdict.FIRST_LINE,
            reasons="Ask the service.",
            choices=[first],
            forward=True,
        )
    day_45 = dt.date(2026, 3, 2) + dt.timedelta(days=45)
    with at(day_45.isoformat()), pytest.raises(Refusal, match="has until"):
        return_from_first_line(case, actor=people.handler, gateway=Gateway.LATE)
    with at((day_45 + dt.timedelta(days=1)).isoformat()):
        back = return_from_first_line(case, actor=people.handler, gateway=Gateway.LATE)
        case.refresh_from_db()
        assert case.state == "triage"
        assert "II.85" in back.legal_basis
        assert "A2" not in _hinted(case, people.handler)


def test_4_the_clock_brings_it_back_by_itself_once(make_case: Any, people: Any, flanders: Any) -> None:
    with at("2026-03-02"):
        case = make_case("triage", office=flanders)
        first = Choice(flanders.grounds.get(code="A2"), GroundVerdict.USED)
        decide_admissibility(
            case,
            actor=people.handler,
            verdict=Verdict.FIRST_LINE,
            reasons="Ask first.",
            choices=[first],
            forward=True,
        )
    day_45 = dt.date(2026, 3, 2) + dt.timedelta(days=45)
    for day, moved in [(day_45, 0), (day_45 + dt.timedelta(days=1), 1), (day_45 + dt.timedelta(days=1), 0)]:
        with at(day.isoformat()):
            assert tick(flanders, day) == moved
    case.refresh_from_db()
    back = case.first_line_returns.get()
    assert (case.state, back.gateway, back.by) == ("triage", Gateway.LATE, None)
    assert "II.85, 2°" in back.legal_basis
    assert not case.clocks.filter(rule="first_line_answer", met_on=None).exists()


@at("2026-03-20")  # type: ignore[untyped-decorator]  # as above
def test_4_a_refusal_or_a_poor_answer_comes_back_at_once(make_case: Any, people: Any) -> None:
    case = make_case("first_line")
    with pytest.raises(Refusal, match="what is not enough"):
        return_from_first_line(case, actor=people.handler, gateway=Gateway.INSUFFICIENT)
    return_from_first_line(case, actor=people.handler, gateway=Gateway.REFUSED)
    case.refresh_from_db()
    assert case.state == "triage"


def test_6_a_case_suspended_for_court_goes_on_when_the_person_asks(make_case: Any, people: Any) -> None:
    with at("2026-01-05"):
        case = make_case("open")
        reference = case.reference
    with at("2026-02-04"):
        for same, kind, words in [
            (True, "annulment", "does not suspend"),
            (False, "court", "exactly the same"),
        ]:
            with pytest.raises(Refusal, match=words):
                suspend(case, actor=people.handler, proceedings=kind, same_object=same, reason="Court case")
        suspend(case, actor=people.handler, proceedings="court", same_object=True, reason="Court case")
    with at("2026-03-06"):
        case.refresh_from_db()
        assert case.state == "suspended"
        with pytest.raises(Refusal, match="only when the person asks"):
            resume(case, actor=people.handler, asked_on=None, still_to_mediate="x")
        resume(
            case,
            actor=people.handler,
            asked_on=dt.date(2026, 3, 5),
            how="by telephone",
            still_to_mediate="The costs",
        )
        case.refresh_from_db()
        assert (case.state, case.reference) == ("open", reference)
        assert (case.age_days, case.days_suspended, case.age_without_suspension) == (60, 30, 30)
        kept = case.suspensions.get()
        assert (kept.ended_on, kept.asked_to_resume_on) == (dt.date(2026, 3, 6), dt.date(2026, 3, 5))
