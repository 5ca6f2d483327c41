"""`./run test`: the suite on SQLite, what uses a database again on PostgreSQL, the browser journeys, and one closing line.

With arguments only those go to pytest, on SQLite. `--quick` leaves most of it out, and says what (tests/plugins/quick.py).
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.suite.machine import postgresql_programs, provide
from tests.suite.postgres import cluster

ROOT = Path(__file__).resolve().parent.parent.parent
JOURNEYS = "tests/journeys"
EVERYWHERE = ["-n", "2", "-q", "tests", "ombuds", f"--ignore={JOURNEYS}"]
# File by file, those of the whole office first: they take longest, and at the end one of them would keep a single worker busy.
ROOMS = [*EVERYWHERE, "--dist", "loadfile", "--no-loadscope-reorder"]
NOTHING_COLLECTED = 5  # pytest's code for a run without any test


@dataclass
class Counts:
    """What a part of the suite came to."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def add(self, other: "Counts") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped


def _surroundings(folder: str, **environment: str) -> dict[str, str]:
    """The settings of an office on this machine are not the suite's: it must never come near its database."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("OMBUDS_")}
    return outside | {"OMBUDS_VAR": folder} | environment


def _pytest(arguments: list[str], **environment: str) -> Counts:
    """Run one part in a process of its own. A part that breaks off counts as a failure."""
    with tempfile.TemporaryDirectory(prefix="ombuds-tests-") as folder:
        target = Path(folder) / "counts.json"
        env = _surroundings(folder, OMBUDS_COUNTS=str(target), **environment)
        done = subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=env)
        counts = Counts(**json.loads(target.read_text())) if target.exists() else Counts()
    if done.returncode not in (0, NOTHING_COLLECTED) and not counts.failed:
        counts.failed = 1
    return counts


def _part(title: str, total: Counts, arguments: list[str], **environment: str) -> None:
    print(f"\n=== {title} ===", flush=True)
    begun = time.monotonic()
    total.add(_pytest(arguments, **environment))
    print(f"{title}: {time.monotonic() - begun:.0f} s", flush=True)


def _lay_out(words: list[str], shelf: str, **environment: str) -> str:
    """One of the things on the shelf. What the program said, if it failed."""
    with tempfile.TemporaryDirectory(prefix="ombuds-tests-") as folder:
        env = _surroundings(folder, SHELF=shelf, **environment)
        done = subprocess.run(
            [sys.executable, "-m", *words], cwd=ROOT, env=env, capture_output=True, text=True
        )
    return "" if done.returncode == 0 else f"{' '.join(words)}: {done.stdout}{done.stderr}"


@contextmanager
def _shelf(total: Counts, *, postgresql: str, journeys: bool) -> Iterator[str]:
    """What every part begins with is laid out once, side by side; the parts copy it. Gives its folder."""
    print("\n=== Laying out the offices ===", flush=True)
    begun, tables = time.monotonic(), ["pytest", "-q", "-p", "no:cacheprovider", "tests/suite/laying_out.py"]
    with tempfile.TemporaryDirectory(prefix="ombuds-shelf-") as shelf, ThreadPoolExecutor(2) as hands:
        jobs = [hands.submit(_lay_out, tables, shelf)]
        if journeys:
            jobs.append(hands.submit(_lay_out, ["tests.journeys.laying_out", f"{shelf}/site"], shelf))
        if postgresql:
            jobs.append(hands.submit(_lay_out, tables, shelf, OMBUDS_DATABASE=postgresql))
        for fault in filter(None, [job.result() for job in jobs]):
            print(fault, flush=True)
            total.failed += 1
        print(f"Laid out: {time.monotonic() - begun:.0f} s", flush=True)
        yield shelf


def _lacking(total: Counts, what: str) -> None:
    """A part that this machine cannot run: said aloud, counted as skipped, or as failed where nothing may be skipped."""
    print(f"\nNot run on this machine: {what}.", flush=True)
    if os.environ.get("REQUIRE_ALL") == "1":
        total.failed += 1
    else:
        total.skipped += 1


def _everything(total: Counts) -> None:
    missing = provide()
    for what in missing:
        print(f"This machine lacks {what}.", flush=True)
    browser = not any("Chromium" in what for what in missing)
    with ExitStack() as stack:
        postgresql = stack.enter_context(cluster()) if postgresql_programs() else ""
        shelf = stack.enter_context(_shelf(total, postgresql=postgresql, journeys=browser))
        _part("On SQLite", total, ROOMS, SHELF=shelf)
        if postgresql:
            _part(
                "On PostgreSQL", total, [*ROOMS, "--only-database"], OMBUDS_DATABASE=postgresql, SHELF=shelf
            )
        else:
            _lacking(total, "the suite on PostgreSQL, because there is none")
        if browser:
            # Playwright keeps an event loop in the thread of the test, where Django would refuse the database.
            journeys = ["-n", "2", "--dist", "worksteal", "-q", JOURNEYS]
            _part("In a browser", total, journeys, DJANGO_ALLOW_ASYNC_UNSAFE="true", SHELF=shelf)
        else:
            _lacking(total, "the journeys, because there is no browser")


def main() -> None:
    chosen, total = sys.argv[1:], Counts()
    if chosen == ["--quick"]:
        _part("A slice of each room, on SQLite", total, [*EVERYWHERE, "--dist", "loadfile", "--quick"])
        print("Nothing was run on PostgreSQL or in a browser. ./run test runs everything.", flush=True)
    elif chosen:
        _part("On SQLite", total, chosen)
    else:
        _everything(total)
    print(f"\n{total.passed} passed, {total.failed} failed, {total.skipped} skipped", flush=True)
    sys.exit(1 if total.failed or not total.passed else 0)


if __name__ == "__main__":
    main()
