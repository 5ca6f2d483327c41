"""The chain: nothing can be changed, and a change would be seen."""

from enum import StrEnum
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from ombuds.audit.models import Actor, Entry
from ombuds.audit.services import Record, record, record_many, verify

pytestmark = pytest.mark.django_db


class Act(StrEnum):
    TRY = "test:thing:try"


def _some(number: int = 5) -> list[Entry]:
    return record_many(Record(Act.TRY, Actor.SYSTEM, data={"n": n}) for n in range(number))


def test_a_fresh_chain_holds() -> None:
    before = verify().rows
    _some()
    assert verify().broken is None
    assert verify().rows == before + 5


@pytest.mark.parametrize("statement", ["UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry"])
def test_the_database_itself_refuses_change(statement: str) -> None:
    _some(1)
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert verify().broken is None


def test_the_model_refuses_change() -> None:
    entry = _some(1)[0]
    with pytest.raises(RuntimeError):
        entry.save()
    with pytest.raises(RuntimeError):
        entry.delete()


@pytest.mark.parametrize(
    ("field", "value"), [("action", "other"), ("actor_id", 7), ("case_id", 9), ("data", {"n": 99})]
)
def test_the_first_changed_row_is_named(field: str, value: Any) -> None:
    rows = _some()
    chain = list(Entry.objects.order_by("sequence"))
    victim = next(e for e in chain if e.sequence == rows[2].sequence)
    setattr(victim, field, value)
    assert verify(iter(chain)).broken == victim.sequence


def test_a_missing_row_is_named() -> None:
    rows = _some()
    chain = [e for e in Entry.objects.order_by("sequence") if e.sequence != rows[1].sequence]
    assert verify(iter(chain)).broken == rows[1].sequence


def test_a_chain_sealed_with_another_key_does_not_hold(settings: Any) -> None:
    settings.AUDIT_KEY = "a forger's key"
    record(Act.TRY, actor=Actor.SYSTEM)
    settings.AUDIT_KEY = "only-for-development-and-demo-OMBUDS_AUDIT_KEY"
    assert verify().broken is not None


def test_the_command_says_that_it_holds(capsys: pytest.CaptureFixture[str]) -> None:
    _some()
    call_command("audit", "verify")
    assert "The chain holds" in capsys.readouterr().out
