"""One report more, after ten: nobody at the office can tell. Every page for every role, every row of the office's database, every
mail, log line and command that counts something says the same as before."""

import logging
import re
import warnings
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import connections

from ombuds.config.cli import main
from ombuds.integrity import limits
from ombuds.integrity.models import Installation
from ombuds.integrity.services import setting_up
from ombuds.integrity.services.filing import Told, file_report
from ombuds.integrity.vault import keys
from tests.access.conftest import STAFF, World
from tests.access.test_every_address import _written

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
# Random by nature, in every answer anew: tokens of forms, numbers used once, and what a second look at a case writes down.
RANDOM = re.compile(rb'(?:nonce|value|content)="[A-Za-z0-9_=:.\-]{20,}"')
# Intake officers and second readers see the pages of a handler.
ROLES = ["administrator", "handler", "ombudsman", "editor", "records", "integrity", "visitor"]
COMMANDS = [
    ["audit", "verify"],
    ["integrity", "verify"],
    ["integrity", "sweep"],
    ["handover", "--help"],
    ["office", "--help"],
    ["statistics", "--help"],
    ["report", "--help"],
    ["tick"],
]


@pytest.fixture(autouse=True)
def _open_channel(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path, world: World) -> None:
    """With ten reports in it."""
    monkeypatch.setattr(keys, "MEMORY", 8192)
    monkeypatch.setattr(keys, "OPS", 1)
    settings.INTEGRITY_FILES = tmp_path / "integrity"
    limits.FILING.fill()
    if not Installation.objects.exists():
        setting_up.set_up(needed=2, sheets=3)
    for number in range(10):
        one_more(number)


def one_more(number: int) -> None:
    """Somebody reports about the services of the office, in its own words."""
    file_report(Told(answers={"body": "Parking", "persons": "Iemand", "story": f"Verhaal {number}"}))


def _open_to(role: str) -> list[str]:
    """Addresses at which this role sees a page."""
    column = 2 + ["visitor", "complainant", "service", *STAFF].index(role)
    return [name for name, answers in _written().items() if answers[1] == "get" and answers[column] == "200"]


def _look(world: World, role: str, name: str) -> tuple[int, bytes]:
    """Status and content, without what is random."""
    answer = world.ask(role, lambda browser: browser.get(world.paths[name]))
    content = b"" if getattr(answer, "streaming", False) else answer.content
    return answer.status_code, RANDOM.sub(b"", content)


@pytest.mark.parametrize("role", ROLES)
def test_no_page_of_anybody_changes(world: World, role: str) -> None:
    """A page that differs is looked at again: one that shows another thing at every look, report or not, is set aside by name."""
    names = _open_to(role)
    assert len(names) > (40 if role == "ombudsman" else 5)
    before = {name: _look(world, role, name) for name in names}
    one_more(11)
    guilty, noisy = [], []
    for name in names:
        if _look(world, role, name) == before[name]:
            continue
        once, again = _look(world, role, name), _look(world, role, name)
        if once != again:
            noisy.append(name)
            continue
        one_more(12)
        if _look(world, role, name) != again:
            guilty.append(name)
    assert guilty == []
    assert len(noisy) <= 3, f"pages that differ by themselves prove nothing: {noisy}"


def test_no_row_mail_or_line_comes_up(world: World, caplog: pytest.LogCaptureFixture) -> None:
    def rows() -> dict[str, list[Any]]:
        found = {}
        with connections["default"].cursor() as cursor:
            for table in connections["default"].introspection.table_names(cursor):
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # names from the database itself
                found[table] = cursor.fetchall()
        return found

    before, mails = rows(), len(mail.outbox)
    with caplog.at_level(logging.DEBUG), warnings.catch_warnings(record=True) as warned:
        one_more(11)
    assert rows() == before
    assert len(mail.outbox) == mails
    assert caplog.records == []
    assert warned == []


def test_no_command_says_it(
    world: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Every command closes its connections at its end: PostgreSQL would forget the test's transaction.
    monkeypatch.setattr(connections, "close_all", lambda: None)

    def said() -> list[str]:
        found = []
        for words in COMMANDS:
            try:
                main(words)
            except SystemExit as end:
                found.append(str(end.code))
            output = capsys.readouterr()
            found.append(output.out + output.err)
        return found

    said()
    before = said()
    one_more(11)
    assert said() == before
