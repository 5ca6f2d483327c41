"""Adding to the chain and checking it."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction

from ombuds.audit.models import Actor, Entry
from ombuds.lib.today import now

START = "0" * 64
_LOCK = 7_106_2019  # any fixed number: names the chain among PostgreSQL's advisory locks


@dataclass(frozen=True)
class Record:
    """One act to be written. `actor` is a User, an Actor, or None for the system itself."""

    action: StrEnum
    actor: Any = None
    subject: models.Model | None = None
    case_id: int | None = None
    data: dict[str, Any] = field(default_factory=dict)
    at: datetime | None = None


def record(
    action: StrEnum,
    *,
    actor: Any,
    subject: models.Model | None = None,
    case: models.Model | None = None,
    data: dict[str, Any] | None = None,
) -> Entry:
    """Add one act, in the transaction of the change it tells of. `data` holds no personal data."""
    line = Record(action, actor, subject, case.pk if case else None, data or {})
    return record_many([line])[0]


def record_many(records: Iterable[Record]) -> list[Entry]:
    """Add many acts under one lock, in order."""
    # savepoint=False: inside a verb's transaction the record stands or falls with the change.
    with transaction.atomic(savepoint=False):
        sequence, mac = _head()
        entries = []
        for line in records:
            sequence += 1
            entry = _entry(line, sequence)
            entry.mac = mac = seal(entry, mac)
            entries.append(entry)
        return Entry.objects.bulk_create(entries, batch_size=2000)


def _head() -> tuple[int, str]:
    """The last row, while nobody else can add one. SQLite writes one at a time already (IMMEDIATE)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    last = Entry.objects.order_by("-sequence").values_list("sequence", "mac").first()
    return last or (0, START)


def _entry(line: Record, sequence: int) -> Entry:
    user = line.actor if isinstance(line.actor, models.Model) else None
    kind = Actor.STAFF if user else (line.actor or Actor.SYSTEM)
    subject = f"{line.subject._meta.label_lower}:{line.subject.pk}" if line.subject is not None else ""
    return Entry(
        sequence=sequence,
        at=line.at or now(),
        actor_kind=kind,
        actor_id=user.pk if user else None,
        action=str(line.action),
        subject=subject,
        case_id=line.case_id,
        data=line.data,
    )


def seal(entry: Entry, previous: str) -> str:
    """HMAC-SHA256 over the row and the seal before it. The key is not in the database: who owns the database
    can drop triggers, but cannot make a chain that verifies."""
    body = json.dumps(
        [
            entry.sequence,
            entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
            entry.actor_kind,
            entry.actor_id,
            entry.action,
            entry.subject,
            entry.case_id,
            entry.data,
            previous,
        ],
        sort_keys=True,
        ensure_ascii=True,
    )
    return hmac.new(settings.AUDIT_KEY.encode(), body.encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True)
class Verdict:
    """`broken` is the sequence number of the first row that does not fit, None when the whole chain holds."""

    rows: int
    head: str
    broken: int | None = None


def verify(entries: Iterator[Entry] | None = None) -> Verdict:
    """Walk the chain from its first row."""
    previous, expected = START, 1
    for entry in entries or Entry.objects.order_by("sequence").iterator(chunk_size=2000):
        if entry.sequence != expected or not hmac.compare_digest(entry.mac, seal(entry, previous)):
            return Verdict(expected - 1, previous, broken=expected)
        previous, expected = entry.mac, expected + 1
    return Verdict(expected - 1, previous)
