"""A season of reports, then every row and file is seized: nothing readable is found without a passphrase."""

import base64
import io
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections
from django.test import Client

from ombuds.integrity import chests
from ombuds.integrity.services import (
    admitting,
    dialogue,
    files,
    identity,
    inquiring,
    offering,
    protecting,
    second,
)
from ombuds.integrity.services.filing import Filed, Told, file_report
from ombuds.integrity.terms import Compartment
from ombuds.integrity.tests.conftest import PASSPHRASE
from ombuds.integrity.tests.searching import found_in
from ombuds.integrity.vault import Refused, codes, onetime, padding
from ombuds.integrity.vault.sealing import OVERHEAD

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
REPORTS = 10  # fifty, on a real server with all its files: tests/leaks/test_seized_disk.py


def word(rng: random.Random) -> str:
    """A name that nothing else is called."""
    return "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(5)).capitalize()


@pytest.fixture
def season(team: SimpleNamespace, upload: Callable[..., Any], client: Client) -> SimpleNamespace:
    """A season."""
    return live_through(REPORTS, team, upload, client)


@pytest.fixture
def week(team: SimpleNamespace, upload: Callable[..., Any], client: Client) -> SimpleNamespace:
    """A few, for what does not need many."""
    return live_through(4, team, upload, client)


def live_through(
    number_of_reports: int, team: SimpleNamespace, upload: Callable[..., Any], client: Client
) -> SimpleNamespace:
    """Reports with names, texts, files, mails and answers; half of them go to Ines. All that was planted is kept."""
    rng = random.Random(6)
    planted: list[str] = []

    def plant(text: str) -> str:
        planted.append(text)
        return text

    filed: list[Filed] = []
    for number in range(number_of_reports):
        told = Told(
            answers={
                "body": plant(f"Dienst {word(rng)}"),
                "persons": plant(f"{word(rng)} {word(rng)}"),
                "story": plant(f"{word(rng)} betaalde {word(rng)}"),
            },
            naming="handler",
            identity={
                "name": plant(f"{word(rng)} {word(rng)}"),
                "contact": plant(f"{word(rng).lower()}@{word(rng).lower()}.example"),
            },
            excluded=frozenset({team.lucie.handler.pk}) if number % 2 else frozenset(),
        )
        one = file_report(told, [upload(plant(f"{word(rng)}.txt"), plant(f"Factuur {word(rng)}").encode())])
        planted += [one.code, codes.shown(one.code)]
        dialogue.say(one.report, one.holder, plant(f"Vraag {word(rng)}"))
        filed.append(one)
    first = filed[0]
    admitting.declare(first.report, team.lucie, plant("Geen band met Zopabe"))
    dialogue.say(first.report, team.lucie, plant("Antwoord Ruvifo"), question=True)
    identity.ask(first.report, team.lucie, team.omar.handler, plant("Reden Lozipu"))
    hearing = {"who": plant("Kasuvo Betiram"), "role": "witness", "text": plant("Verhoor Pifamo")}
    inquiring.add(first.report, team.lucie, "hearing", hearing)
    offering.propose(
        first.report, team.lucie, offering.Offer("Dienst", plant("Klacht Madizo"), plant("Want Zufebi"))
    )
    protecting.ask(first.report, first.holder, protecting.Request(plant("Ontslag Virogu")))
    secret = b"Lopudazi Fenikamo ve"
    plant(onetime.text_of(secret))
    planted.extend(second.set_up(team.ines, secret, onetime.code_at(secret, int(time.time()) // 30)))
    client.post("/integrity/back/", {"code": first.code})
    client.get("/integrity/mine/")
    browser = Client()
    browser.post("/integrity/desk/door/", {"login": "lucie", "passphrase": PASSPHRASE})
    browser.get(f"/integrity/desk/{first.report.pk}/")
    planted += [PASSPHRASE, browser.cookies["integrity"].value, client.cookies["integrity"].value]
    return SimpleNamespace(filed=filed, planted=planted, team=team)


def seized(var: Path) -> dict[str, bytes]:
    """Every row of both databases as bytes, and every file of the store with its name and folder."""
    found = {}
    for alias in ("default", "integrity"):
        with connections[alias].cursor() as cursor:
            tables = connections[alias].introspection.table_names(cursor)
            for table in tables:
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # names from the database itself
                rows = cursor.fetchall()
                found[f"{alias} {table}"] = b"\n".join(
                    bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
                    for row in rows
                    for cell in row
                )
    for path in var.rglob("*"):
        if path.is_file():
            found[str(path.relative_to(var))] = str(path.relative_to(var)).encode() + path.read_bytes()
    return found


def test_a_seized_disk_tells_nothing(
    season: SimpleNamespace, settings: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    assert len(season.planted) > 100
    material = seized(Path(settings.INTEGRITY_FILES))
    out, err = capfd.readouterr()
    material["what the programs printed"] = (out + err).encode()
    everything = b"\n".join(material.values())
    assert not found_in(everything, season.planted)


def test_the_search_itself_finds_what_is_there(week: SimpleNamespace) -> None:
    """The names of the handlers stand in the clear, and are found."""
    everything = b"\n".join(seized(Path("/nonexistent")).values())
    assert found_in(everything, ["Lucie Testperson"]) == ["Lucie Testperson"]
    hidden = b"x" * 13 + base64.b64encode(b"ab" + week.planted[0].encode() + b"cd") + b"y" * 9
    assert found_in(hidden, week.planted) == [week.planted[0]]
    assert found_in(week.planted[1].encode("utf-16-le"), week.planted) == [week.planted[1]]


def test_one_passphrase_opens_only_the_reports_of_that_handler(week: SimpleNamespace) -> None:
    for holder, mine in ((week.team.lucie, 0), (week.team.ines, 1)):
        for number, one in enumerate(week.filed):
            if number % 2 == mine:
                assert chests.open_chest(one.report, Compartment.CONTENT, holder).read("answers")
            else:
                with pytest.raises(Refused):
                    chests.open_chest(one.report, Compartment.CONTENT, holder)


def test_sizes_show_classes_only(week: SimpleNamespace, settings: Any) -> None:
    with connections["integrity"].cursor() as cursor:
        for table, column in (("sealedfield", "sealed"), ("chest", "manifest"), ("session", "sealed")):
            cursor.execute(f"SELECT DISTINCT length({column}) FROM integrity_{table}")  # noqa: S608
            for (length,) in cursor.fetchall():
                assert padding.text_class(length - OVERHEAD) == length - OVERHEAD, (table, length)
        cursor.execute("SELECT DISTINCT length(wrapped) FROM integrity_wrap")
        assert len(cursor.fetchall()) == 1
    sizes = {path.stat().st_size for path in Path(settings.INTEGRITY_FILES).rglob("*") if path.is_file()}
    assert sizes == {padding.SMALLEST_FILE + OVERHEAD}


def test_times_of_files_are_evened_out(week: SimpleNamespace, settings: Any) -> None:
    times = {path.stat().st_mtime for path in Path(settings.INTEGRITY_FILES).rglob("*")}
    assert len(times) == 1
    assert not times.pop() % 3600


def test_no_row_of_the_room_holds_a_time(week: SimpleNamespace) -> None:
    from django.apps import apps
    from django.db.models import DateTimeField, TimeField

    for model in apps.get_app_config("integrity").get_models():
        assert not [
            field for field in model._meta.get_fields() if isinstance(field, DateTimeField | TimeField)
        ], model


def test_the_office_side_does_not_notice_one_report_more(
    week: SimpleNamespace, as_user: Any, people: Any
) -> None:
    """Every row of the office's database, and the pages of the administrator, are the same with one report more."""

    def side() -> tuple[dict[str, bytes], list[bytes]]:
        rows = {
            name: content
            for name, content in seized(Path("/nonexistent")).items()
            if name.startswith("default ")
        }
        rows.pop("default django_session", None)  # the administrator's own visit
        rows.pop("default accounts_user", None)
        rows.pop("default audit_entry", None)
        browser = as_user(people.administrator)
        pages = [
            browser.get(path).content
            for path in ("/staff/people/", "/staff/settings/", "/", "/integrity/start/")
        ]
        return rows, pages

    before, pages_before = side()
    from ombuds.audit.models import Entry as AuditEntry

    acts = AuditEntry.objects.count()
    file_report(Told(answers={"body": "Eentje meer"}))
    assert AuditEntry.objects.count() == acts
    after, pages_after = side()
    assert before == after
    assert [_without_tokens(page) for page in pages_before] == [_without_tokens(page) for page in pages_after]


def _without_tokens(page: bytes) -> bytes:
    import re

    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", page)


def test_commands_say_nothing_of_how_many_reports_there_are(
    week: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    def said() -> str:
        for words in (["verify"], ["sweep"]):
            call_command("integrity", *words)
        return capsys.readouterr().out

    before = said()
    file_report(Told(answers={"body": "Eentje meer"}))
    assert said() == before


def test_office_files_lose_who_made_them(file_one: Callable[..., Filed], upload: Callable[..., Any]) -> None:
    from docx import Document

    paper = Document()
    paper.core_properties.author = "Wim Verklikker"
    paper.add_paragraph("Inhoud blijft")
    out = io.BytesIO()
    paper.save(out)
    filed = file_one()
    opened = chests.open_chest(filed.report, Compartment.CONTENT, filed.holder)
    assert files.attach(opened, [upload("nota.docx", out.getvalue())], by="reporter") == []
    entry = files.listed(opened)["file:0001"]
    clean = b"".join(files.content(entry["clean"]))
    with zipfile.ZipFile(io.BytesIO(clean)) as package:
        parts = b"".join(package.read(name) for name in package.namelist())
    assert b"Verklikker" not in parts
    assert b"Inhoud blijft" in parts
    assert Document(io.BytesIO(clean)).paragraphs[0].text == "Inhoud blijft"
    assert b"".join(files.content(entry)) == out.getvalue(), "the original is kept as it came"
