"""Keeps the index in one file of the office's data folder, and brings it up to date at each use.

The file is a copy: it can be deleted at any time and is built again from the cases. Only its owner can read it.
What changed since it was written is known from the record of acts, which names the case of every act; cases that
are new or gone are known from their keys. So only those are read.
"""

import json
import logging
import threading
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from ombuds.audit.models import Entry
from ombuds.cases.models import Case
from ombuds.cases.terms import RetentionAct
from ombuds.deidentification.intruder import Base
from ombuds.lib.progress import track
from ombuds.office.models import Office
from ombuds.publications.casebase.reading import read

logger = logging.getLogger(__name__)
WRITE_AFTER = (
    200  # changed cases: fewer are read again by the next process, which is quicker than writing it all
)


@dataclass
class Held:
    """An index, the keys of its cases, and the last act that it knows of."""

    base: Base
    keys: set[str]
    sequence: int
    mac: str
    unwritten: int = 0

    @property
    def note(self) -> str:
        return json.dumps({"sequence": self.sequence, "mac": self.mac, "keys": sorted(self.keys)})


@dataclass
class _Memory:
    """What this process has read already, per file."""

    held: dict[Path, Held] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


_memory = _Memory()


def current(office: Office) -> Base:
    """The index with every case of the office as it is now."""
    with _memory.lock:
        path = path_of(office)
        held = _memory.held.get(path) or _load(path)
        held = _up_to_date(office, held) if held and _is_ours(held) else None
        if held is None:
            held = _build(office, path)
        elif held.unwritten >= WRITE_AFTER:
            _write(held, path)
        _memory.held[path] = held
        return held.base


def rebuild(office: Office) -> Base:
    """Read every case again and write the index."""
    with _memory.lock:
        held = _build(office, path_of(office))
        _memory.held[path_of(office)] = held
        return held.base


def forget(office: Office) -> None:
    """Drop what this process holds and the file."""
    with _memory.lock:
        _memory.held.pop(path_of(office), None)
        path_of(office).unlink(missing_ok=True)


def path_of(office: Office) -> Path:
    return Path(settings.PRIVACY) / f"{office.code}.base"


def _build(office: Office, path: Path) -> Held:
    last = Entry.objects.order_by("-sequence").values_list("sequence", "mac").first() or (0, "")
    cases = Case.objects.filter(office=office)
    base = Base.of(track(read(cases), total=cases.count(), label=office.code))
    held = Held(base, _keys(office), *last)
    _write(held, path)
    return held


def _write(held: Held, path: Path) -> None:
    """A folder that cannot be written is no reason not to check."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        held.base.save(path, held.note)
    except OSError as problem:
        logger.warning("the case base was not written: %s", type(problem).__name__)
        return
    held.unwritten = 0


def _load(path: Path) -> Held | None:
    try:
        base = Base.load(path)
        note = json.loads(base.note)
        return Held(base, set(note["keys"]), int(note["sequence"]), str(note["mac"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None  # missing, of an older form, or broken: it is built again


def _is_ours(held: Held) -> bool:
    """Made from this very record of acts, and not from that of a database that was there before."""
    if held.sequence == 0:
        return not Entry.objects.exists()
    return Entry.objects.filter(sequence=held.sequence, mac=held.mac).exists()


def _up_to_date(office: Office, held: Held) -> Held:
    later = Entry.objects.filter(sequence__gt=held.sequence)
    last = later.order_by("-sequence").values_list("sequence", "mac").first()
    now = _keys(office)
    touched = later.filter(case_id__isnull=False).values("case_id")
    changed = Case.objects.filter(office=office, pk__in=touched) if last else Case.objects.none()
    fresh = {case.id: case for case in read(changed)}
    missing = now - held.keys - set(fresh)
    for some in _slices(sorted(missing)):
        fresh |= {case.id: case for case in read(Case.objects.filter(key__in=some))}
    gone = held.keys - now
    base = held.base.without(gone) if gone else held.base
    base = base.with_cases(fresh.values()) if fresh else base
    sequence, mac = last or (held.sequence, held.mac)
    destroyed = bool(gone) or later.filter(action=RetentionAct.DESTROY).exists()
    # What was destroyed must not live on in a file.
    unwritten = WRITE_AFTER if destroyed else held.unwritten + len(fresh)
    return Held(base, now, sequence, mac, unwritten)


def _slices(keys: list[str]) -> list[list[str]]:
    return [keys[start : start + 400] for start in range(0, len(keys), 400)]


def _keys(office: Office) -> set[str]:
    return {key.hex for key in Case.objects.filter(office=office).values_list("key", flat=True)}
