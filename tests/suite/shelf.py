"""What is laid out once and copied by whoever needs it: the tables with both profiles, and the small demo office in them.

`./run test` fills the shelf before its parts begin and says in SHELF where it is; pytest by itself makes one of its own.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

TABLES, OFFICE = "tables", "office"
CASES, SEED = 90, 1
FOLDER = "SHELF"  # the variable of the environment


@dataclass(frozen=True)
class InFiles:
    """SQLite, whose test databases live in memory."""

    folder: Path

    def holds(self, name: str) -> bool:
        return self._file(name).exists()

    def keep(self, name: str) -> None:
        """A copy of the database that is in use now."""
        connection.ensure_connection()
        unfinished = self.folder / f"{name}.unfinished"
        with closing(sqlite3.connect(unfinished)) as file:
            connection.connection.backup(file)
        unfinished.rename(self._file(name))

    def pour(self, name: str, into: sqlite3.Connection) -> None:
        with closing(sqlite3.connect(self._file(name))) as file:
            file.backup(into)

    @contextmanager
    def copy(self, name: str) -> Iterator[None]:
        """A copy of what was kept stands in for the test database, until the end of the block."""
        with _another(f"file:copy_of_{name}?mode=memory&cache=shared"):
            self.pour(name, connection.connection)
            yield

    def clear(self) -> None:
        """The folder is thrown away by whoever made it."""

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.sqlite3"


@dataclass(frozen=True)
class InDatabases:
    """PostgreSQL, which copies a database in which nobody is."""

    folder: Path
    prefix: str

    def holds(self, name: str) -> bool:
        with connection._nodb_cursor() as cursor:  # the door that Django's own set-up of test databases takes
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.named(name)])
            return cursor.fetchone() is not None

    def named(self, name: str) -> str:
        return f"{self.prefix}_{name}"

    def keep(self, name: str) -> None:
        """A copy of the database that is in use now."""
        self._make(self.named(name), like=str(connection.settings_dict["NAME"]))

    @contextmanager
    def copy(self, name: str) -> Iterator[None]:
        """A copy of what was kept stands in for the test database, until the end of the block."""
        own = f"{connection.settings_dict['NAME']}_{name}"
        self._make(own, like=self.named(name))
        try:
            with _another(own):
                yield
        finally:
            self._drop(own)

    def clear(self) -> None:
        for name in (TABLES, OFFICE):
            self._drop(self.named(name))

    def _make(self, name: str, *, like: str) -> None:
        self._drop(name)
        with connection._nodb_cursor() as cursor:
            quote, wire = connection.ops.quote_name, cursor.connection
            # File by file, not through the journal, which a test reads for what must not be there.
            how = "STRATEGY FILE_COPY" if wire.info.server_version >= 150_000 else ""
            cursor.execute(f"CREATE DATABASE {quote(name)} TEMPLATE {quote(like)} {how}")

    def _drop(self, name: str) -> None:
        connection.close()  # a database with guests can be neither copied nor dropped
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {connection.ops.quote_name(name)} WITH (FORCE)")


Shelf = InFiles | InDatabases


def given() -> Shelf | None:
    """The one of the runner."""
    folder = os.environ.get(FOLDER)
    return _at(Path(folder) / connection.vendor, "shelf") if folder else None


def own(folder: Path) -> Shelf:
    """One of this process, beside its test database."""
    return _at(folder, f"{connection.settings_dict['NAME']}_shelf")


def _at(folder: Path, prefix: str) -> Shelf:
    folder.mkdir(parents=True, exist_ok=True)
    return InDatabases(folder, prefix) if connection.vendor == "postgresql" else InFiles(folder)


def lay_out(shelf: Shelf) -> None:
    """From the test database, in which the tables and the profiles are."""
    from ombuds.demo.opening import open_office

    shelf.keep(TABLES)
    with shelf.copy(TABLES):
        with transaction.atomic():
            open_office(CASES, SEED, lambda what: None)
        counted()
        shelf.keep(OFFICE)
    if os.environ.get(FOLDER):
        shutil.copytree(settings.FILES, shelf.folder / "files")


@contextmanager
def opened(shelf: Shelf) -> Iterator[None]:
    """The small office, with its files, stands in for the test database."""
    for path in (shelf.folder / "files").rglob("*"):
        if path.is_file():
            here = Path(settings.FILES) / path.relative_to(shelf.folder / "files")
            here.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):
                os.link(path, here)  # whole or not at all: another worker may be reading it
    with shelf.copy(OFFICE):
        yield


def counted() -> None:
    """PostgreSQL counts rows by itself after a while, but not those of a transaction that is still open: it would plan for empty tables."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


@contextmanager
def _another(name: str) -> Iterator[None]:
    """The same connection leads to another database for a while. One in memory lives as long as somebody is in it: nobody leaves."""
    wire: Any = connection
    held, original = wire.connection, wire.settings_dict["NAME"]
    wire.connection, wire.settings_dict["NAME"] = None, name
    try:
        wire.connect()
        yield
    finally:
        if wire.connection is not None:
            wire.connection.close()
        wire.connection, wire.settings_dict["NAME"] = held, original
