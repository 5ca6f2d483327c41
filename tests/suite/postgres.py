"""A PostgreSQL of our own for the length of a test run: a fresh cluster in a temporary folder, on a free port."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.suite.machine import postgresql_programs
from tests.suite.serving import free_port


def _as_owner(owner: str | None) -> list[str]:
    return ["setpriv", f"--reuid={owner}", f"--regid={owner}", "--init-groups"] if owner else []


def _owner() -> str | None:
    """initdb refuses to work as root; Debian's package makes a user for it."""
    if os.geteuid() != 0:
        return None
    pwd.getpwnam("postgres")
    return "postgres"


def _call(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise RuntimeError(f"{command[-1]}: {done.stdout}{done.stderr}")


@contextmanager
def cluster() -> Iterator[str]:
    """Yields the address of an empty server. It loses nothing that matters, so it does not wait for the disk."""
    programs = postgresql_programs()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed")
    owner, port = _owner(), free_port()
    folder = Path(tempfile.mkdtemp(prefix="ombuds-pg-"))
    if owner:
        shutil.chown(folder, owner)
    data = folder / "data"
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off -c synchronous_commit=off"
    options += " -c full_page_writes=off -c max_connections=60 -c log_min_messages=panic"
    start = [*_as_owner(owner), str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log")]
    try:
        initdb = [str(programs / "initdb"), "-U", "ombuds", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
        _call([*_as_owner(owner), *initdb, "-N", "-D", str(data)], folder)
        _call([*start, "-o", options, "start"], folder)
        yield f"postgres://ombuds@127.0.0.1:{port}/postgres"
    finally:
        stop = [*_as_owner(owner), str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"]
        subprocess.run(stop, cwd=folder, capture_output=True)  # our own words
        shutil.rmtree(folder, ignore_errors=True)
