"""What a database still holds of deleted rows, in its own files, is overwritten or given back to the disk.

SQLite overwrites while it deletes, when it is told to; its search index and its journal need a word more. PostgreSQL leaves
deleted rows where they are: only writing a table anew (VACUUM FULL) leaves them out. That waits for everybody who reads the table,
so it is tried at once for two seconds, and done for good at night (`ombuds handover overwrite`).
"""

import contextlib
import time
from collections.abc import Iterable

from django.contrib.sessions.models import Session
from django.db import Error, connection
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

from ombuds.cases.models import Case
from ombuds.documents.models import Document
from ombuds.handover.services.reach import pointing

PATIENCE = 2  # seconds, while somebody waits for the page
AT_NIGHT = 60
TRIES = 10  # a second
INDEXES = ("cases_fts", "cases_trigram")  # of SQLite: two names of ours


def from_now_on() -> None:
    """SQLite: what is deleted from now on by this connection is overwritten with zeros."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def at_once(tables: Iterable[str]) -> None:
    """After a case was emptied: as far as it goes while others work."""
    if connection.vendor == "sqlite":
        _forget_words()
    elif not connection.in_atomic_block:
        _write_anew({*tables, Case._meta.db_table, Document._meta.db_table}, patience=PATIENCE)


def at_night() -> list[str]:
    """Every table that can hold something of a case. Those that could not be done because somebody held them."""
    if connection.vendor == "sqlite":
        _forget_words()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
        _empty_the_journal()
        return []
    return _write_anew({model._meta.db_table for model in reachable()}, patience=AT_NIGHT)


def reachable() -> set[type[Model]]:
    """Models with rows that can hang from a case, however far; and the visits, which hold what was typed."""
    found: set[type[Model]] = {Case, Document, Session}
    waiting: list[type[Model]] = [Case]
    while waiting:
        for child, _field in pointing(waiting.pop()):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found


def _forget_words() -> None:
    """SQLite: the search index forgets deleted words for good, and the journal is emptied into the file."""
    with connection.cursor() as cursor:
        for table in INDEXES:
            cursor.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")
    if not connection.in_atomic_block:
        _empty_the_journal()


def _empty_the_journal() -> None:
    """Busy readers put it off: the next checkpoint does it."""
    with connection.cursor() as cursor, contextlib.suppress(Error):
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _write_anew(tables: Iterable[str], *, patience: int) -> list[str]:
    """PostgreSQL: each table into a new file, without what was deleted; the old file goes. What the planner noted of the values
    is noted anew too: it holds some of them word by word. Returns what could not be done within `patience` seconds."""
    held = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [f"{patience}s"])
        try:
            in_vain = not _readers_are_gone(cursor, patience)
            for table in sorted(tables):
                if not _done(cursor, f"VACUUM (FULL, ANALYZE) {connection.ops.quote_name(table)}") or in_vain:
                    held.append(table)
            if not _done(cursor, "VACUUM FULL pg_catalog.pg_statistic"):
                held.append("pg_statistic")
            _done(cursor, "CHECKPOINT")  # old files go at the next one; not everybody may ask for it
        finally:
            cursor.execute("RESET lock_timeout")
    return held


def _done(cursor: CursorWrapper, command: str) -> bool:
    try:
        cursor.execute(command)
    except Error:
        return False
    return True


def _readers_are_gone(cursor: CursorWrapper, patience: int) -> bool:
    """Whoever began to read before now may still see deleted rows, and VACUUM FULL would carry them over for their sake."""
    cursor.execute("SELECT pg_current_xact_id()::text::xid::text")
    now = cursor.fetchone()[0]
    for _attempt in range(patience * TRIES):
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND age(backend_xmin) >= age(%s::xid))",
            [now],
        )
        if not cursor.fetchone()[0]:
            return True
        time.sleep(1 / TRIES)
    return False
