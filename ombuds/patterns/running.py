"""The engine beside the database: opened by one process at a time, built from the cases, erased with them.

The folder can be deleted at any time: `ombuds patterns rebuild` makes it anew. What people decided is in the database and is laid
over the groups each time the engine is opened.
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from ombuds.cases.models import Case
from ombuds.office.models import Office
from ombuds.patterns.engine.chain import Arrival, Chain, Complaint
from ombuds.patterns.engine.encoding import best_name
from ombuds.patterns.engine.store import OtherModel, made_by
from ombuds.patterns.engine.strength import kept
from ombuds.patterns.models import Apart, Member
from ombuds.patterns.reading import language_of, text_of
from ombuds.patterns.terms import Source

SERVICES = 0.2  # of the false alarms that the office allows: for services that stand out on a theme or a norm; the engine has the rest
BUILDING, VECTORS = "building", "vectors"


@dataclass
class Running:
    """An open engine. `rows` are the cases that it holds, by their number in the database."""

    chain: Chain
    rows: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ids = self.chain.store.records["id"]
        self.rows = {int(number): row for row, number in enumerate(ids.tolist()) if number >= 0}

    def add(self, case: Case) -> Arrival:
        main = next(iter(sorted(case.grievances.all(), key=lambda g: not g.is_main)), None)
        body = (main.body.code if main.body else main.body_as_written) if main else ""
        arrival = self.chain.add(
            Complaint(case.pk, timezone.localdate(case.received_at), language_of(case), body, text_of(case))
        )
        self.rows[case.pk] = arrival.row
        return arrival

    def case_of(self, row: int) -> int:
        return int(self.chain.store.records["id"][row])


def home(office: Office) -> Path:
    return Path(settings.PATTERNS) / office.code


def strengths_path(office: Office) -> Path:
    """Of the steps found from the office's own verdicts."""
    return home(office) / "strengths.csv"


def is_built(office: Office) -> bool:
    """Whether there is an engine, made by the encoder of today."""
    return made_by(home(office) / VECTORS) == best_name()


def is_outdated(office: Office) -> bool:
    """Whether it was made by an encoder of before, or by one that is no longer installed: it has to be made anew."""
    return made_by(home(office) / VECTORS) not in {None, best_name()}


def drop(office: Office) -> None:
    """Away with all vectors of the office; `rebuild` makes them again."""
    with _locked(office) as folder:
        shutil.rmtree(folder / VECTORS, ignore_errors=True)


@contextmanager
def _locked(office: Office) -> Iterator[Path]:
    folder = home(office)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


@contextmanager
def opened(office: Office, *, building: bool = False) -> Iterator[Running]:
    """The engine of an office for writing; waits while another process has it."""
    with _locked(office) as folder:
        part = folder / (BUILDING if building else VECTORS)
        allowed = float(office.setting("patterns_false_alarms_a_year", 4)) * (1 - SERVICES)
        running = _fetched(part, allowed, building=building)
        running.chain.steps = kept(strengths_path(office))
        if not building:
            decide(running, office)
        before = len(running.chain.store)
        try:
            yield running
        except BaseException:
            _kept.pop(part, None)  # what is in memory may have gone further than what is on disk
            raise
        _put_down(part, running, before)


_kept: dict[Path, tuple[Running, tuple[int, ...]]] = {}  # of this process, with what the disk looked like
SAVED_EVERY = 50  # complaints; what came after is learned again from the vectors at a restart


def _fetched(part: Path, budget: float, *, building: bool) -> Running:
    """The engine as this process left it, when nobody else wrote since; else from disk."""
    kept = _kept.pop(part, None)
    if kept is not None and kept[1] == _looks(part):
        return kept[0]
    try:
        return Running(Chain(part, budget=budget))
    except OtherModel:
        if not building:
            raise
        shutil.rmtree(part)  # half built by another model
        return Running(Chain(part, budget=budget))


def _put_down(part: Path, running: Running, before: int) -> None:
    chain = running.chain
    chain.store.flush(durable=True)
    if len(chain.store) // SAVED_EVERY != before // SAVED_EVERY or not (part / "state.npz").exists():
        chain.save()
    if len(chain.store) != before or _looks(part) != _kept.get(part, (None, ()))[1]:
        _kept.clear()
        _kept[part] = (running, _looks(part))


def _looks(part: Path) -> tuple[int, ...]:
    """Size and time of every file: another process that wrote changes them."""
    if not part.exists():
        return ()
    return tuple(
        number
        for path in sorted(part.iterdir())
        if path.name != "state.npz"
        for number in (path.stat().st_size, path.stat().st_mtime_ns)
    )


def decide(running: Running, office: Office) -> None:
    """Lay over the groups what people decided."""
    rows = running.rows
    pinned = Member.objects.filter(case__office=office, source=Source.PERSON).values_list("case_id", "number")
    apart = Apart.objects.filter(case__office=office).values_list("case_id", "other_id")
    running.chain.groups.decide(
        {rows[case]: number for case, number in pinned if case in rows},
        {
            (min(rows[one], rows[other]), max(rows[one], rows[other]))
            for one, other in apart
            if one in rows and other in rows
        },
    )


def take_over(office: Office) -> None:
    """What was built takes the place of what was there."""
    folder = home(office)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        old = folder / "old"
        shutil.rmtree(old, ignore_errors=True)
        if (folder / VECTORS).exists():
            (folder / VECTORS).rename(old)
        (folder / BUILDING).rename(folder / VECTORS)
        shutil.rmtree(old, ignore_errors=True)
    _kept.clear()


def forget_building(office: Office) -> None:
    shutil.rmtree(home(office) / BUILDING, ignore_errors=True)
