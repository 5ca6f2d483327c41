"""`ombuds user`, as typed by who sets the office up."""

import io
import json
from types import SimpleNamespace

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Role
from ombuds.lib.errors import Refusal
from ombuds.lib.hostile import STRINGS

pytestmark = pytest.mark.django_db


def _say(*words: str) -> str:
    out = io.StringIO()
    call_command("user", *words, stdout=out)
    return out.getvalue()


def test_the_first_administrator_is_added_and_gets_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    _say(
        "add",
        "an@office.example",
        "--name",
        "An",
        "--role",
        "administrator",
        "--role",
        "administrator",
        "--role",
        "records",
    )
    user = User.objects.get(email="an@office.example")
    assert user.roles == {Role.ADMINISTRATOR, Role.RECORDS}
    assert not user.has_usable_password()
    monkeypatch.setattr("sys.stdin", io.StringIO("een lang wachtwoord van An\n"))
    _say("password", "AN@office.example")
    assert authenticate(username="an@office.example", password="een lang wachtwoord van An") == user


def test_a_weak_password_is_refused_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    _say("add", "an@office.example", "--name", "An")
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    with pytest.raises(Refusal) as refusal:
        _say("password", "an@office.example")
    assert "12" in refusal.value.sentence


def test_nothing_is_half_done_when_the_address_is_taken() -> None:
    _say("add", "an@office.example", "--name", "An")
    with pytest.raises(Refusal):
        _say("add", "An@office.example", "--name", "Other", "--role", "handler")
    assert User.objects.get(email="an@office.example").name == "An"


def test_the_list_is_for_people_and_for_programs(people: SimpleNamespace) -> None:
    assert "administrator@office.example" in _say("list")
    roles = {one["email"]: one["roles"] for one in json.loads(_say("list", "--json"))}
    assert roles["handler@office.example"] == ["handler"]


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_words_are_refused_or_kept_as_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal):
        _say("add", text, "--name", "An") if not text.startswith("-") else _say("add", "x", "--name", "An")
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    with pytest.raises(Refusal):
        _say("password", "nobody@office.example")
