"""Correcting a row: in place, from a day on, and two editors at once."""

import datetime as dt
from typing import Any

import pytest

from ombuds.audit.models import Entry
from ombuds.office import correcting, services
from ombuds.office.loading import load
from ombuds.office.models import ClosingDay, Ground, Office
from ombuds.office.terms import Act

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground(office: Office) -> Ground:
    return Ground.objects.get(office=office, code="A3")


def correct(row: Any, actor: Any, **values: Any) -> Any:
    return correcting.correct(
        row=row, values=values, reason="The law changed", version=row.version, actor=actor
    )


def test_a_correction_keeps_who_when_why_before_and_after(ground: Ground, people: Any) -> None:
    old = ground.labels
    correct(ground, people.administrator, labels={**old, "nl": "Te oud"})
    [revision] = correcting.history_of(ground)
    assert (revision.by, revision.reason) == (people.administrator, "The law changed")
    assert (revision.before, revision.after) == ({"labels": old}, {"labels": {**old, "nl": "Te oud"}})
    assert (ground.corrected, ground.version) == (True, 2)
    assert Entry.objects.filter(action=Act.CORRECT, subject=f"office.ground:{ground.pk}").count() == 1


def test_a_handler_may_not_correct(ground: Ground, people: Any) -> None:
    with pytest.raises(correcting.NotAllowed):
        correct(ground, people.handler, mandatory=True)
    ground.refresh_from_db()
    assert not ground.mandatory


def test_saving_without_a_change_is_refused(ground: Ground, people: Any) -> None:
    with pytest.raises(correcting.NothingChanged):
        correct(ground, people.administrator, labels=ground.labels)


def test_the_second_of_two_editors_is_told(ground: Ground, people: Any) -> None:
    seen_by_second = Ground.objects.get(pk=ground.pk)
    correct(ground, people.administrator, mandatory=True)
    with pytest.raises(correcting.ChangedMeanwhile):
        correct(seen_by_second, people.ombudsman, second_reader=False)
    ground.refresh_from_db()
    assert (ground.mandatory, ground.second_reader) == (True, True)
    assert correcting.history_of(ground).count() == 1


def test_a_new_version_leaves_older_cases_their_rule(office: Office, ground: Ground, people: Any) -> None:
    copy = correcting.start_new_version(
        row=ground,
        values={"mandatory": True},
        starts_on=dt.date(2027, 1, 1),
        reason="New decree",
        version=ground.version,
        actor=people.ombudsman,
    )
    before = next(g for g in services.grounds_on(office, dt.date(2026, 12, 31)) if g.code == "A3")
    after = next(g for g in services.grounds_on(office, dt.date(2027, 1, 1)) if g.code == "A3")
    assert (before.pk, before.mandatory) == (ground.pk, False)
    assert (after.pk, after.mandatory) == (copy.pk, True)
    assert list(correcting.versions_of(copy)) == [before, after]


def test_a_new_version_cannot_start_before_the_old_one(ground: Ground, people: Any) -> None:
    with pytest.raises(correcting.StartsTooEarly):
        correcting.start_new_version(
            row=ground,
            values={"mandatory": True},
            starts_on=dt.date(2020, 1, 1),
            reason="x",
            version=ground.version,
            actor=people.ombudsman,
        )


def test_two_versions_cannot_start_on_one_day(ground: Ground, people: Any) -> None:
    def start(row: Ground, **values: Any) -> None:
        row.refresh_from_db()
        correcting.start_new_version(
            row=row,
            values=values,
            starts_on=dt.date(2027, 1, 1),
            reason="x",
            version=row.version,
            actor=people.ombudsman,
        )

    start(ground, mandatory=True)
    with pytest.raises(correcting.OverlapsAnother):
        start(ground, second_reader=False)


def test_a_closing_day_is_added_once(office: Office, people: Any) -> None:
    labels = {"nl": "Brugdag", "fr": "Pont", "en": "Bridge day"}
    day = dt.date(2026, 5, 15)
    correcting.add_closing_day(
        office=office, day=day, labels=labels, reason="Bridge", actor=people.administrator
    )
    assert not services.closing_calendar(office).is_working_day(day)
    with pytest.raises(correcting.DayTaken):
        correcting.add_closing_day(
            office=office, day=day, labels=labels, reason="x", actor=people.administrator
        )
    assert ClosingDay.objects.get(office=office, day=day).corrected


def test_a_ground_that_the_law_ended_no_longer_counts_afterwards(
    office: Office, ground: Ground, people: Any
) -> None:
    correct(ground, people.administrator, valid_to=dt.date(2026, 6, 30))
    assert "A3" in {g.code for g in services.grounds_on(office, dt.date(2026, 6, 30))}
    assert "A3" not in {g.code for g in services.grounds_on(office, dt.date(2026, 7, 1))}
    [revision] = correcting.history_of(ground)
    assert revision.after == {"valid_to": "30/06/2026"}


def test_a_row_cannot_end_before_it_starts(ground: Ground, people: Any) -> None:
    with pytest.raises(correcting.EndsBeforeStart):
        correct(ground, people.administrator, valid_to=dt.date(2020, 1, 1))


def test_an_end_cannot_reach_into_the_next_version(ground: Ground, people: Any) -> None:
    correcting.start_new_version(
        row=ground,
        values={"mandatory": True},
        starts_on=dt.date(2027, 1, 1),
        reason="x",
        version=ground.version,
        actor=people.ombudsman,
    )
    ground.refresh_from_db()
    for end in (dt.date(2027, 1, 1), None):
        with pytest.raises(correcting.OverlapsAnother):
            correct(ground, people.administrator, valid_to=end)


def test_a_new_theme_can_be_chosen_and_survives_the_next_load(office: Office, people: Any) -> None:
    labels = {"nl": "Tramhalte", "fr": "Arrêt de tram", "en": "Tram stop"}
    words: dict[str, Any] = {"office": office, "vocabulary": "theme", "code": "tram_stop", "labels": labels}
    correcting.add_word(parent="mobility", reason="Many calls", actor=people.ombudsman, **words)
    assert load("brussels") == []
    assert services.terms(office, "theme")[-1].labels == labels
    with pytest.raises(correcting.CodeTaken):
        correcting.add_word(parent="mobility", reason="x", actor=people.ombudsman, **words)
