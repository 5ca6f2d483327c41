"""The room's own record of acts: who opened or changed what, by day; each entry sealed with the one before it."""

import hashlib
import hmac
import uuid

from django.conf import settings

from ombuds.integrity.database import atomic
from ombuds.integrity.models import Chest, Entry, Handler, Installation, Report
from ombuds.integrity.terms import Act
from ombuds.integrity.vault import Refused
from ombuds.lib.today import today


def note(
    act: Act, *, report: Report | None = None, handler: Handler | None = None, chest: Chest | None = None
) -> None:
    """Append an entry, in the caller's transaction. One at a time: each is sealed with the one before it."""
    with atomic():
        Installation.objects.select_for_update().first()  # the lock
        last = Entry.objects.order_by("-id").first()
        entry = Entry(
            day=today(),
            act=act,
            report=report.pk if report else None,
            handler=handler.pk if handler else None,
            compartment=chest.compartment if chest else "",
            number=chest.number if chest else 0,
        )
        entry.mac = _mac(entry, last.mac if last else "")
        entry.save(force_insert=True)


def _mac(entry: Entry, before: str) -> str:
    parts = [
        before,
        entry.day.isoformat(),
        entry.act,
        entry.report,
        entry.handler,
        entry.compartment,
        entry.number,
    ]
    text = "|".join("" if part is None else str(part) for part in parts)
    return hmac.new(f"record:{settings.INTEGRITY_KEY}".encode(), text.encode(), hashlib.sha256).hexdigest()


def first_broken() -> int | None:
    """The number of the first entry that does not fit the ones before it; None when all fit."""
    before = ""
    for entry in Entry.objects.order_by("id").iterator():
        if not hmac.compare_digest(entry.mac, _mac(entry, before)):
            return entry.pk
        before = entry.mac
    return None


def check_latest(report: uuid.UUID, chest: Chest) -> None:
    """Refused when the record knows another list of this compartment as its last: older rows were put back."""
    last = (
        Entry.objects.filter(report=report, compartment=chest.compartment, act__in=[Act.WRITTEN, Act.REKEYED])
        .order_by("-id")
        .first()
    )
    if last is None or last.number != chest.number:
        raise Refused()
