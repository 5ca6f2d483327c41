"""Kept as long as needed, then destroyed with its keys; figures that give nobody away."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
import time_machine

from ombuds.integrity import chests, record, store
from ombuds.integrity.models import Report, SealedField, StoredFile, Wrap
from ombuds.integrity.services import admitting, dialogue, files, filing, keeping
from ombuds.integrity.services.filing import Filed
from ombuds.integrity.terms import Compartment, State

both = pytest.mark.django_db(databases=["default", "integrity"])


@pytest.fixture
def ended(file_one: Callable[..., Filed], team: SimpleNamespace) -> Filed:
    filed = file_one()
    admitting.declare(filed.report, team.lucie, "")
    Report.objects.filter(pk=filed.report.pk).update(state=State.CLOSED, ended_on="2026-03-01")
    filed.report.refresh_from_db()
    return filed


@both
def test_a_report_is_destroyed_after_its_term_and_not_before(
    ended: Filed, team: SimpleNamespace, upload: Callable[..., object]
) -> None:
    opened = chests.open_chest(ended.report, Compartment.CONTENT, ended.holder)
    files.attach(opened, [upload("a.txt", b"x")], by="reporter")
    paths = [store.path_of(file.pk) for file in StoredFile.objects.filter(report=ended.report)]
    with time_machine.travel("2036-03-01 12:00+01:00", tick=True), pytest.raises(keeping.TooEarly):
        keeping.destroy(ended.report, team.lucie)
    with time_machine.travel("2036-03-02 12:00+01:00", tick=True):
        keeping.hold(ended.report, team.lucie, held=True, note="Er loopt een rechtszaak")
        with pytest.raises(keeping.TooEarly):
            keeping.destroy(ended.report, team.lucie)
        keeping.hold(ended.report, team.lucie, held=False, note="De rechtszaak is voorbij")
        proof = keeping.destroy(ended.report, team.lucie)
    assert proof.report == ended.report.pk
    assert not Wrap.objects.filter(chest__report=ended.report).exists()
    assert not SealedField.objects.filter(chest__report=ended.report).exists()
    assert len(paths) == 2
    assert not any(path.exists() for path in paths)
    assert filing.by_code(ended.code) is None
    assert record.first_broken() is None


@both
def test_what_has_not_ended_is_kept(file_one: Callable[..., Filed], team: SimpleNamespace) -> None:
    filed = file_one()
    assert keeping.kept_until(filed.report) is None
    with time_machine.travel("2050-01-01 12:00+01:00", tick=True), pytest.raises(keeping.TooEarly):
        keeping.destroy(filed.report, team.lucie)


@both
def test_what_was_destroyed_looks_all_the_same(file_one: Callable[..., Filed], team: SimpleNamespace) -> None:
    """By letter or on the website, acknowledged or not, years apart: afterwards nobody can tell."""
    for day, fields in (
        ("2024-05-06", {"channel": "letter", "objects_to_receipt": True}),
        ("2026-01-02", {}),
    ):
        with time_machine.travel(f"{day} 12:00", tick=True):
            filed = file_one(**fields)
            admitting.declare(filed.report, team.lucie, "")
            changed = {"acknowledged_on": day} if not fields else {"no_receipt": "objected"}
            Report.objects.filter(pk=filed.report.pk).update(state=State.CLOSED, ended_on=day, **changed)
            filed.report.refresh_from_db()
        with time_machine.travel("2040-01-01 12:00", tick=True):
            keeping.destroy(filed.report, team.lucie)
    told = [field.name for field in Report._meta.concrete_fields if field.name != "id"]
    one, other = Report.objects.values_list(*told)
    assert one == other


@both
def test_a_signature_holds_for_the_minutes_that_were_read(
    file_one: Callable[..., Filed], team: SimpleNamespace
) -> None:
    filed = file_one(channel="phone")
    dialogue.sign(filed.report, filed.holder)
    assert dialogue.signed_on(filed.report, filed.holder)
    opened = chests.open_chest(filed.report, Compartment.CONTENT, filed.holder)
    told = opened.read("answers")
    opened.write("answers", {**told, "answers": {**told["answers"], "story": "Iets anders"}})
    assert not dialogue.signed_on(filed.report, filed.holder)
