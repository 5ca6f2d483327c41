"""`./run test`: the suite on SQLite, what uses a database again on PostgreSQL, the browser journeys, and one closing line.

With arguments only those go to pytest, on SQLite.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.suite.machine import postgresql_programs, provide
from tests.suite.postgres import cluster

ROOT = Path(__file__).resolve().parent.parent.parent
JOURNEYS = "tests/journeys"
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


def _pytest(arguments: list[str], **environment: str) -> Counts:
    """Run one part in a process of its own. A part that breaks off counts as a failure."""
    with tempfile.TemporaryDirectory(prefix="ombuds-tests-") as folder:
        target = Path(folder) / "counts.json"
        # The settings of an office on this machine are not the suite's: it must never come near its database.
        outside = {name: value for name, value in os.environ.items() if not name.startswith("OMBUDS_")}
        env = outside | {"OMBUDS_COUNTS": str(target), "OMBUDS_VAR": folder} | environment
        done = subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=env)
        counts = Counts(**json.loads(target.read_text())) if target.exists() else Counts()
    if done.returncode not in (0, NOTHING_COLLECTED) and not counts.failed:
        counts.failed = 1
    return counts


def _part(title: str, total: Counts, arguments: list[str], **environment: str) -> None:
    print(f"\n=== {title} ===", flush=True)
    total.add(_pytest(arguments, **environment))


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
    rooms = ["-n", "2", "--dist", "loadfile", "-q", "ombuds", "tests", f"--ignore={JOURNEYS}"]
    _part("On SQLite", total, rooms)
    if postgresql_programs() is None:
        _lacking(total, "the suite on PostgreSQL, because there is none")
    else:
        with cluster() as address:
            _part("On PostgreSQL", total, [*rooms, "--only-database"], OMBUDS_DATABASE=address)
    if any("Chromium" in what for what in missing):
        _lacking(total, "the journeys, because there is no browser")
    else:
        # Playwright keeps an event loop in the thread of the test, where Django would refuse the database.
        journeys = ["-n", "2", "--dist", "worksteal", "-q", JOURNEYS]
        _part("In a browser", total, journeys, DJANGO_ALLOW_ASYNC_UNSAFE="true")


def main() -> None:
    chosen, total = sys.argv[1:], Counts()
    if chosen:
        _part("On SQLite", total, chosen)
    else:
        _everything(total)
    print(f"\n{total.passed} passed, {total.failed} failed, {total.skipped} skipped", flush=True)
    sys.exit(1 if total.failed or not total.passed else 0)


if __name__ == "__main__":
    main()
