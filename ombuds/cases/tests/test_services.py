"""The verbs of a case: what they do, and what they refuse."""

import datetime as dt
from typing import Any

import pytest
import time_machine

from ombuds.audit.models import Actor, Entry
from ombuds.audit.services import verify
from ombuds.cases import search, services
from ombuds.cases.models import Case
from ombuds.cases.tests.factories import PERSON
from ombuds.cases.workflow import CaseAct
from ombuds.lib.errors import Refusal
from ombuds.office.models import RetentionRule

pytestmark = pytest.mark.django_db


def test_references_count_per_year_in_the_format_of_the_office(office: Any) -> None:
    with time_machine.travel("2031-03-01 12:00+01:00", tick=False):
        first = services.create_case(office=office, channel="web", actor=Actor.VISITOR, subject="One")
        second = services.create_case(office=office, channel="phone", actor=Actor.VISITOR, subject="Two")
    assert first.reference == "OM.2031.001"
    assert second.reference == "OM.2031.002"


def test_a_case_starts_with_the_clock_of_acknowledgement(make_case: Any) -> None:
    assert make_case().clocks.filter(rule="ack").exists()


def test_a_handler_behind_a_wall_neither_sees_finds_nor_moves_the_case(make_case: Any, people: Any) -> None:
    case = make_case(state="open", subject="Zonderling dossier")
    services.raise_wall(case, actor=people.second_reader, user=people.handler2, reason="her brother")
    assert not Case.objects.visible_to(people.handler2).filter(pk=case.pk).exists()
    assert Case.objects.visible_to(people.handler).filter(pk=case.pk).exists()
    with pytest.raises(Refusal):
        services.move(case, CaseAct.ASK_SERVICE, actor=people.handler2)
    with pytest.raises(Refusal):
        services.assign(case, actor=people.second_reader, handler=people.handler2)


def test_the_case_of_a_handler_who_is_walled_off_is_nobodys(make_case: Any, people: Any) -> None:
    case = make_case(state="open")
    services.raise_wall(case, actor=people.second_reader, user=people.handler, reason="neighbour")
    case.refresh_from_db()
    assert case.handler is None


@pytest.mark.parametrize("role", ["editor", "integrity", "records", "administrator", "outsider"])
def test_roles_without_casework_see_no_case(make_case: Any, people: Any, role: str) -> None:
    make_case()
    assert not Case.objects.visible_to(getattr(people, role)).exists()


def test_a_suspended_case_stands_still_and_resumes_only_on_request(make_case: Any, people: Any) -> None:
    """Acceptance scenario 6."""
    with time_machine.travel("2026-01-05 10:00+01:00", tick=False):
        case = make_case(state="open", received_at=dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC))
        services.start_clock(case, "conclusion")
    with time_machine.travel("2026-02-04 10:00+01:00", tick=False):
        services.move(case, CaseAct.SUSPEND, actor=people.handler, reason="before the court, same object")
        assert case.clocks.get(rule="conclusion").due_on is None
    with time_machine.travel("2026-06-04 10:00+02:00", tick=False):
        assert case.age_without_suspension == 30
        with pytest.raises(Refusal):
            services.move(case, CaseAct.RESUME, actor=people.handler)
        services.move(case, CaseAct.RESUME, actor=people.handler, asked_by_person=True)
        assert (case.state, case.suspended_days) == ("open", 120)
        assert case.age_days == 150
        assert case.age_without_suspension == 30
        clock = case.clocks.get(rule="conclusion")
        assert clock.due_on
        assert clock.due_on > dt.date(2026, 6, 4)
        assert "Stood still from" in " ".join(services.clock_explanation(clock).lines)


def test_kept_for_ten_years_and_a_policy_change_only_gives_a_list(
    office: Any, make_case: Any, people: Any
) -> None:
    """Acceptance scenario 14."""
    with time_machine.travel("2025-03-01 10:00+01:00", tick=False):
        case = make_case(state="concluded")
        services.move(case, CaseAct.CLOSE, actor=people.handler)
    assert case.destroy_on == dt.date(2035, 3, 1)
    RetentionRule.objects.create(
        office=office, code="complaints", labels={"en": "5 years"}, years=5, valid_from=dt.date(2026, 1, 1)
    )
    office.retentionrules.filter(valid_from__lt="2026-01-01").update(valid_to="2025-12-31")
    with time_machine.travel("2026-02-01 10:00+01:00", tick=False):
        affected = [row for row in services.policy_change(office) if row.case == case]
        assert [row.after for row in affected] == [dt.date(2030, 3, 1)]
        case.refresh_from_db()
        assert case.destroy_on == dt.date(2035, 3, 1)
        assert services.due_for_destruction(office) == []


def test_a_legal_hold_beats_the_end_date(office: Any, make_case: Any, people: Any) -> None:
    case = make_case(state="closed")
    Case.objects.filter(pk=case.pk).update(destroy_on="2020-01-01")
    case.refresh_from_db()
    hold = services.place_hold(case, actor=people.records, reason="court case")
    assert case not in services.due_for_destruction(office)
    with pytest.raises(Refusal):
        services.destroy(case, actor=people.records, reason="term over")
    services.release_hold(hold, actor=people.records)
    assert case in services.due_for_destruction(office)
    services.destroy(case, actor=people.records, reason="term over")
    case.refresh_from_db()
    assert case.state == "destroyed"
    assert not case.parties.exists()
    assert case.reference not in search.find(PERSON["last_name"])
    assert search.find("Benali") == []


@pytest.mark.parametrize(
    "query",
    [
        "vergunning",
        "vergunningen",
        "VERGUNNING",
        "benali",
        "Ölme",
        "olme",
        "OM.2029.001",
        "rgunn",
        "demandes",
    ],
)
def test_a_case_is_found_by_stem_accents_name_reference_and_part(
    office: Any, make_case: Any, query: str
) -> None:
    with time_machine.travel("2029-03-01 12:00+01:00", tick=False):
        case = make_case(subject="Boete tijdens de vergunning, demande refusée")
    assert search.find(query) == [case.pk]


def test_two_editors_at_once_the_second_is_told(make_case: Any, people: Any) -> None:
    case = make_case()
    seen = case.version
    services.change_case(case, actor=people.handler, version=seen, subject="First")
    with pytest.raises(Refusal) as refusal:
        services.change_case(case, actor=people.handler2, version=seen, subject="Second")
    assert "Someone else" in refusal.value.sentence


def test_an_earlier_case_of_the_same_person_is_found_by_name_or_mail(make_case: Any, people: Any) -> None:
    first = make_case(subject="First")
    by_name = make_case(subject="Second", person={**PERSON, "email": "", "first_name": "fatiha"})
    by_mail = make_case(subject="Third", person={"last_name": "Anders", "email": "FATIHA@people.example"})
    stranger = make_case(subject="Fourth", person={"last_name": "Niemand", "email": "n@people.example"})
    assert set(services.earlier_cases(first, user=people.handler)) == {by_name, by_mail}
    assert not services.earlier_cases(stranger, user=people.handler)


def test_a_merged_case_points_to_where_it_goes_on(make_case: Any, people: Any) -> None:
    case, into = make_case(subject="Twice"), make_case(subject="Once")
    services.merge(case, into, actor=people.intake, reason="sent twice")
    assert (case.state, case.merged_into) == ("merged", into)
    with pytest.raises(Refusal):
        services.merge(into, case, actor=people.intake, reason="back")


def test_the_tick_notes_overdue_once(office: Any, make_case: Any) -> None:
    with time_machine.travel("2026-03-02 10:00+01:00", tick=False):
        make_case()
    assert services.tick(office, dt.date(2026, 6, 1)) > 0
    assert services.tick(office, dt.date(2026, 6, 1)) == 0


def test_every_act_stands_in_the_chain_and_the_chain_holds(make_case: Any, people: Any) -> None:
    case = make_case(state="open")
    services.move(case, CaseAct.ASK_SERVICE, actor=people.handler)
    assert Entry.objects.filter(case_id=case.pk, action=CaseAct.ASK_SERVICE, actor=people.handler).exists()
    assert verify().broken is None
