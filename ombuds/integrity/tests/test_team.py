"""The list of handlers is marked, custodians come and go, the record is only added to, destruction leaves a proof."""

import io
import sys
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections
from django.test import Client

from ombuds.integrity import chests, triggers
from ombuds.integrity.models import Entry, Handler, Report, Wrap
from ombuds.integrity.services import admitting, filing, identity, keeping, setting_up
from ombuds.integrity.terms import Act, Compartment, State
from ombuds.integrity.tests.conftest import _join
from ombuds.integrity.vault import Refused, keys

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
NAMED = {"naming": "handler", "identity": {"name": "Ann Deproef", "contact": ""}}


def test_a_handler_written_into_the_database_gets_nothing(team: Any, file_one: Any, unlocked: Any) -> None:
    intruder = keys.new_pair()
    Handler.objects.create(
        name="Sluip",
        login="sluip",
        public=intruder.public,
        joined_on="2026-01-01",
        first_reader=True,
        custodian=True,
    )
    filed = file_one(**NAMED)
    assert not Wrap.objects.filter(handler__login="sluip").exists()
    admitting.declare(filed.report, team.lucie, "")
    sluip = Handler.objects.get(login="sluip")
    assert sluip not in admitting.can_be_admitted(filed.report, team.lucie)
    with pytest.raises(Refused):
        admitting.admit(filed.report, team.lucie, sluip)
    assert b"changed from outside" in unlocked(team.lucie).get("/integrity/desk/team/").content


def test_an_exchanged_public_key_is_sealed_nothing(team: Any, file_one: Any) -> None:
    Handler.objects.filter(login="lucie").update(public=keys.new_pair().public)
    filed = file_one()
    assert not Wrap.objects.filter(handler__login="lucie").exists()
    assert filed.report.admissions.exists(), "somebody else reads it"


def test_who_is_made_a_custodian_in_the_database_is_asked_nothing(team: Any, file_one: Any) -> None:
    filed = file_one(**NAMED)
    admitting.declare(filed.report, team.lucie, "")
    Handler.objects.filter(login="ines").update(custodian=True)
    with pytest.raises(identity.NotYours):
        identity.ask(filed.report, team.lucie, Handler.objects.get(login="ines"), "Waarom")


def test_a_new_custodian_gets_the_identities_of_before(
    team: SimpleNamespace, file_one: Any, unlocked: Any
) -> None:
    with time_machine.travel("2026-03-01 10:00"):
        old = file_one(**NAMED)
        hidden = file_one(**NAMED)
    with time_machine.travel("2026-04-01 10:00"):
        nora = _join("Nora", custodian=True)
        admitting.declare(hidden.report, team.lucie, "")
        admitting.lose_sight(hidden.report, team.lucie, nora.handler)  # type: ignore[arg-type]  # a handler
        excluded = file_one(**NAMED, excluded=frozenset({nora.handler.pk}))  # type: ignore[union-attr]
    with pytest.raises(Refused):
        chests.open_chest(old.report, Compartment.IDENTITY, nora)
    omar = unlocked(team.omar)
    assert b"pass the identities" in omar.get("/integrity/desk/team/").content
    omar.post(f"/integrity/desk/team/{nora.handler.pk}/identities/")  # type: ignore[union-attr]
    assert chests.open_chest(old.report, Compartment.IDENTITY, nora).read("identity")["name"] == "Ann Deproef"
    for report in (hidden.report, excluded.report):
        with pytest.raises(Refused):
            chests.open_chest(report, Compartment.IDENTITY, nora)
    assert Entry.objects.filter(act=Act.IDENTITY_PASSED).count() == 1
    assert b"pass the identities" not in omar.get("/integrity/desk/team/").content


def _recover(monkeypatch: pytest.MonkeyPatch, sheets: list[str], *words: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(sheets[:2])))
    call_command("integrity", "recover", *words)


def test_identities_come_back_from_the_sheets(
    team: SimpleNamespace, sheets: list[str], file_one: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed = file_one(**NAMED)
    admitting.leave(actor=team.lucie, who=team.omar.handler)
    nora = _join("Nora", custodian=True)
    with pytest.raises(CommandError, match="custodian"):
        _recover(monkeypatch, sheets, "ines", "--identities")
    _recover(monkeypatch, sheets, "nora", "--identities")
    assert (
        chests.open_chest(filed.report, Compartment.IDENTITY, nora).read("identity")["name"] == "Ann Deproef"
    )
    with pytest.raises(Refused):
        setting_up.recover_identities(sheets=sheets[:1], to=nora.handler)  # type: ignore[arg-type]


def test_the_database_refuses_to_change_the_record(team: SimpleNamespace) -> None:
    connection = connections["integrity"]
    triggers.install(connection)
    try:
        for act in (
            lambda: Entry.objects.all().delete(),
            lambda: Entry.objects.update(act="nothing"),
        ):
            from ombuds.integrity.database import atomic

            with pytest.raises(DatabaseError, match="only added to"), atomic():
                act()
        before = Entry.objects.count()
        _join("Nora")
        assert Entry.objects.count() > before
    finally:
        triggers.remove(connection)


def test_the_proof_of_destruction_says_nothing_else(
    team: SimpleNamespace, file_one: Any, unlocked: Any
) -> None:
    filed = file_one(**NAMED)
    admitting.declare(filed.report, team.lucie, "")
    Report.objects.filter(pk=filed.report.pk).update(state=State.CLOSED, ended_on="2010-01-01")
    filed.report.refresh_from_db()
    proof = keeping.destroy(filed.report, team.lucie)
    ines: Client = unlocked(team.ines)
    assert f"/integrity/desk/destroyed/{proof.pk}/" in ines.get("/integrity/desk/destroyed/").content.decode()
    page = ines.get(f"/integrity/desk/destroyed/{proof.pk}/").content.decode()
    assert str(filed.report.pk) in page
    assert proof.mac in page
    main = page.partition("<main")[2].partition("</main")[0]
    for told in ("Lucie", "Integrity report", "disclosure", "2010", "Closed", "website"):
        assert told not in main
    assert ines.get("/integrity/desk/destroyed/1/").status_code == 404
    assert ines.get(f"/integrity/desk/destroyed/{10**30}/").status_code == 404


def test_marks_follow_every_change_of_ours(team: SimpleNamespace) -> None:
    from ombuds.integrity import team as marks

    assert all(marks.is_vouched(handler) for handler in Handler.objects.all())
    admitting.leave(actor=team.lucie, who=team.ines.handler)
    assert marks.is_vouched(Handler.objects.get(login="ines"))
    assert filing.first_readers(frozenset()) == [Handler.objects.get(login="lucie")]
