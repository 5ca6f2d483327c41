"""A season of fifty reports on a real server, then everything that lies on its disk is seized: database files, journals, files,
logs, temporary files, backups. No passphrase, no reading. On SQLite, and on PostgreSQL when the suite runs there."""

import contextlib
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

from ombuds.integrity.tests.searching import found_in, unpacked
from ombuds.integrity.vault import codes
from tests.leaks.season import LINE, TRACES, Season
from tests.suite.machine import postgresql_programs
from tests.suite.serving import free_port, wait_for

pytestmark = pytest.mark.own_database
ROOT = Path(settings.BASE_DIR)
REPORTS = 50
NAMES = ("office", "integrity")


@dataclass
class Disk:
    """The folder in which the server kept everything, and the bytes of all its files."""

    folder: Path
    season: Season
    files: dict[str, bytes]
    complaint: list[str]  # texts of a complaint that moved in
    before: bytes  # what lay there while it was a complaint

    @property
    def everything(self) -> bytes:
        return b"\n".join(name.encode() + b"\n" + content for name, content in self.files.items())


def _on_postgresql() -> bool:
    return settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


def _address() -> str:
    known = settings.DATABASES["default"]
    return f"postgres://{known['USER']}@{known['HOST']}:{known['PORT']}"


def _sql(words: str) -> list[tuple[str, ...]]:
    import psycopg

    with psycopg.connect(f"{_address()}/postgres", autocommit=True) as wire:
        done = wire.execute(words)
        return list(done.fetchall()) if done.description else []


@contextlib.contextmanager
def _somebody_writes_elsewhere() -> Iterator[None]:
    """In another database of the same PostgreSQL, and does not finish: for its sake VACUUM FULL keeps what was deleted since."""
    if not _on_postgresql():
        yield
        return
    import psycopg

    with psycopg.connect(f"{_address()}/postgres") as wire:
        wire.execute("SELECT pg_current_xact_id()")
        yield
        wire.rollback()


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Name → address, of two empty ones."""
    if not _on_postgresql():
        folder = tmp_path_factory.mktemp("seized")
        yield {"folder": str(folder), **{name: f"sqlite:///{folder}/{name}.sqlite3" for name in NAMES}}
        return
    for name in NAMES:
        _sql(f"DROP DATABASE IF EXISTS seized_{name} WITH (FORCE)")
        _sql(f"CREATE DATABASE seized_{name}")
    folder = tmp_path_factory.mktemp("seized")
    yield {"folder": str(folder), **{name: f"{_address()}/seized_{name}" for name in NAMES}}
    for name in NAMES:
        _sql(f"DROP DATABASE IF EXISTS seized_{name} WITH (FORCE)")


@pytest.fixture(scope="module")
def disk(databases: dict[str, str]) -> Iterator[Disk]:
    folder, port = Path(databases["folder"]), free_port()
    (folder / "tmp").mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OMBUDS_")} | {
        "OMBUDS_VAR": str(folder),
        "OMBUDS_DATABASE": databases["office"],
        "OMBUDS_INTEGRITY_DATABASE": databases["integrity"],
        "OMBUDS_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "DJANGO_SETTINGS_MODULE": "ombuds.config.settings",
        "TMPDIR": str(folder / "tmp"),
        "PORT": str(port),
        "WORKERS": "1",
    }

    def ombuds(*words: str) -> str:
        return _program(environment, "ombuds.config.cli", *words)

    ombuds("migrate", "-v0")
    ombuds("office", "load", "brussels", "--activate")
    ombuds("collectstatic", "--no-input", "-v0")
    ombuds("integrity", "set-up")
    invited = {
        login: ombuds("integrity", "invite", name, login, "--language", "nl", right)
        for name, login, right in (
            ("Lucie Verzegeld", "lucie", "--first-reader"),
            ("Omar Bewaart", "omar", "--custodian"),
        )
    }
    with (folder / "server.log").open("wb") as log:
        # As ./run serve starts it, with its own logging.
        command = [sys.executable, "-m", "ombuds.config.serve"]
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/integrity/start/")
            season = _season(port, invited)
            moved = json.loads(_program(environment, "tests.leaks.moved", "before"))
            before = b"\n".join(_seized(folder).values())
            with _somebody_writes_elsewhere():
                after = _program(environment, "tests.leaks.moved", "after", str(moved["case"]))
                ombuds("handover", "overwrite")
            code = json.loads(after)["code"]
            season.planted += [code, codes.shown(code)]
            _backups(folder, databases)
            yield Disk(folder, season, _seized(folder), moved["planted"], before)
        finally:
            server.terminate()
            try:
                server.wait(30)
            except subprocess.TimeoutExpired:
                server.kill()


def _program(environment: dict[str, str], *words: str) -> str:
    command = [sys.executable, "-m", *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def _season(port: int, invited: dict[str, str]) -> Season:
    season = Season(port)
    for login, said in invited.items():
        season.joins(login, (re.search(r"\d{4} \d{4} \d{4} \d{4}", said) or [""])[0])
    for number in range(REPORTS):
        season.report(number)
    for number in range(0, REPORTS, 10):
        season.comes_back(number)
    season.handles("lucie")
    return season


def _backups(folder: Path, databases: dict[str, str]) -> None:
    """As docs/running.md says."""
    for name in NAMES:
        if not _on_postgresql():
            with (
                sqlite3.connect(folder / f"{name}.sqlite3") as old,
                sqlite3.connect(folder / f"backup-{name}.sqlite3") as new,
            ):
                old.backup(new)
            continue
        programs = postgresql_programs()
        assert programs is not None
        for form in ("plain", "custom"):
            out = folder / f"backup-{name}.{form}"
            command = [str(programs / "pg_dump"), f"--format={form}", f"--file={out}", databases[name]]
            subprocess.run(command, check=True)


def _seized(folder: Path) -> dict[str, bytes]:
    """Path → bytes, of everything."""
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    if _on_postgresql():
        _sql("CHECKPOINT")
        data = Path(_sql("SHOW data_directory")[0][0])
        numbers = [str(row[0]) for row in _sql("SELECT oid FROM pg_database WHERE datname LIKE 'seized_%'")]
        for part in (*(f"base/{number}" for number in numbers), "pg_wal", "base/pgsql_tmp"):
            for path in (data / part).rglob("*"):
                if path.is_file():
                    found[f"{part}/{path.name}"] = path.read_bytes()
    return found


def test_everything_was_seized(disk: Disk) -> None:
    """The season was as large as it should be, and its files are there: else silence would prove nothing."""
    assert len(disk.season.codes) == REPORTS
    assert len(set(disk.season.planted)) > 500
    assert len([name for name in disk.files if name.startswith("integrity/")]) >= REPORTS
    assert any("backup-integrity" in name for name in disk.files)
    if not _on_postgresql():
        assert {"integrity.sqlite3", "office.sqlite3", "integrity.sqlite3-wal"} <= set(disk.files)
    # What lies in the clear by intention is found, in the database and in the backup.
    for names in ("backup", ""):
        some = b"\n".join(content for name, content in disk.files.items() if name.startswith(names))
        some += b"\n".join(unpacked(some)) if names else b""
        assert found_in(some, ["Lucie Verzegeld"]) == ["Lucie Verzegeld"]


def test_none_of_the_planted_texts_is_found_in_any_encoding(disk: Disk) -> None:
    everything = disk.everything
    assert found_in(everything, disk.season.planted) == []
    assert found_in(b"\n".join(unpacked(everything)), disk.season.planted) == []


def test_no_piece_of_a_file_lies_there_as_it_was_sent(disk: Disk) -> None:
    everything = disk.everything
    assert len(disk.season.windows) > REPORTS
    assert not [window for window in disk.season.windows if window in everything]
    assert LINE.encode() not in everything, "a form as it was sent"


def test_nothing_of_the_visitors_is_kept(disk: Disk) -> None:
    """Addresses, programs and the pages that they came from; the server was told all of it with every page."""
    everything = disk.everything
    for trace in TRACES.values():
        assert trace.encode() not in everything, trace


def test_a_complaint_that_moved_in_is_nowhere_outside(disk: Disk) -> None:
    """Neither in tables nor in what the database keeps of deleted rows. PostgreSQL's journal is the exception that the threat model
    names: it is written over by and by."""
    assert set(found_in(disk.before, disk.complaint)) == set(disk.complaint), "all was there to be found"
    kept = {name: content for name, content in disk.files.items() if not name.startswith("pg_wal")}
    assert {
        name: found for name, content in kept.items() if (found := found_in(content, disk.complaint))
    } == {}
    files = list(kept.values())
    assert found_in(b"\n".join(unpacked(b"\n".join(files))), disk.complaint) == []


def test_the_log_has_no_line_of_the_channel_and_no_temporary_file_stays(disk: Disk) -> None:
    assert b"integrity" not in disk.files["server.log"].lower()
    assert not [name for name in disk.files if name.startswith("tmp/") and disk.files[name]]


def test_files_show_a_day_and_no_hour(disk: Disk) -> None:
    times = {path.stat().st_mtime for path in (disk.folder / "integrity").rglob("*")}
    assert all(moment % 3600 == 0 for moment in times)
    assert len(times) <= 2  # the season may run over midnight
