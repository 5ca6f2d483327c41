"""What a database still holds of deleted rows, in its own files, is overwritten or given back to the disk.

SQLite overwrites while it deletes, when it is told to; its search index and its journal need a word more. PostgreSQL leaves
deleted rows where they are: only writing a table anew (VACUUM FULL) leaves them out. That waits for everybody who reads the table,
so it is tried for two seconds while somebody waits, and done for good at night (`ombuds handover overwrite`).
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
# Rows that the last VACUUM had to leave, in the table and where its long texts lie.
LEFT = """
    SELECT coalesce(sum(pg_stat_get_dead_tuples(part)), 0) FROM pg_class,
    LATERAL (VALUES (oid), (reltoastrelid)) AS parts (part) WHERE oid = %s::regclass AND part <> 0
"""
# The owner of a table may have it written anew, and the owner of the database all of them; for others VACUUM does nothing, quietly.
OURS = """
    SELECT pg_has_role(relowner, 'USAGE') OR pg_has_role(datdba, 'USAGE') FROM pg_class, pg_database
    WHERE pg_class.oid = %s::regclass AND datname = current_database()
"""
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
        _write_anew({*tables, Case._meta.db_table, Document._meta.db_table}, patience=PATIENCE, together=True)


def at_night() -> list[str]:
    """Every table that can hold something of a case. Those that could not be done: somebody reads them, or they are not ours."""
    if connection.vendor == "sqlite":
        _forget_words()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
        _empty_the_journal()
        return []
    held = _write_anew({model._meta.db_table for model in reachable()}, patience=AT_NIGHT)
    with connection.cursor() as cursor:
        _done(cursor, "CHECKPOINT")  # old files go at the next one; not everybody may ask for it
    return held


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


def _write_anew(tables: Iterable[str], *, patience: int, together: bool = False) -> list[str]:
    """PostgreSQL: each table into a new file, without what was deleted; the old file goes. What the planner noted of the values
    is noted anew too: it holds some of them word by word. Returns what could not be done within `patience` seconds: for each
    table or, `together`, for all, work included."""
    held, until = [], time.monotonic() + patience
    with connection.cursor() as cursor:
        try:
            for table in (*sorted(tables), "pg_statistic"):
                if not together:
                    until = time.monotonic() + patience
                _set(cursor, "statement_timeout" if together else "lock_timeout", until - time.monotonic())
                options = "FULL" if table == "pg_statistic" else "FULL, ANALYZE"
                name = connection.ops.quote_name(table)
                empty = _is_ours(cursor, table) and _nothing_deleted_left(cursor, table, until)
                if not (empty and _done(cursor, f"VACUUM ({options}) {name}")):
                    held.append(table)
        finally:
            cursor.execute("RESET lock_timeout")
            cursor.execute("RESET statement_timeout")
    return held


def _is_ours(cursor: CursorWrapper, table: str) -> bool:
    cursor.execute(OURS, [table])
    return bool(cursor.fetchone()[0])


def _nothing_deleted_left(cursor: CursorWrapper, table: str, until: float) -> bool:
    """VACUUM FULL alone carries deleted rows over while anybody writes who began before they were deleted, even in another database
    of the server. The plain one waits only for readers of this database, and notes how many it had to leave."""
    while _done(cursor, f"VACUUM (DISABLE_PAGE_SKIPPING) {connection.ops.quote_name(table)}"):
        cursor.execute(LEFT, [table])
        if not cursor.fetchone()[0]:
            return True
        if time.monotonic() > until:
            return False
        time.sleep(1 / TRIES)
    return False


def _set(cursor: CursorWrapper, name: str, seconds: float) -> None:
    cursor.execute("SELECT set_config(%s, %s, false)", [name, f"{max(1, round(seconds * 1000))}ms"])


def _done(cursor: CursorWrapper, command: str) -> bool:
    try:
        cursor.execute(command)
    except Error:
        return False
    return True
