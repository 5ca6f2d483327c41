"""`./run check`: everything that is checked without running the house. One step failing does not hide the next."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.suite import links, messages
from tests.suite.machine import provide

ROOT = Path(__file__).resolve().parent.parent.parent
BIN = Path(sys.executable).parent
MOST = 40  # faults shown of one step
HOSTS = (
    "simple/",
    "/packages/",
    "registry.",
    "pypi.",
    "npmjs.",
)  # what a pin must not hold: where it came from


def _program(*words: str, **environment: str) -> Callable[[], list[str]]:
    def run() -> list[str]:
        env = os.environ | {"PYTHONWARNINGS": "ignore"} | environment
        done = subprocess.run(
            [str(BIN / words[0]), *words[1:]], cwd=ROOT, env=env, capture_output=True, text=True
        )
        return [] if done.returncode == 0 else [(done.stdout + done.stderr).strip()[-6000:]]

    return run


def _deployment() -> list[str]:
    """The settings of a real office, without the demo's shortcuts."""
    with tempfile.TemporaryDirectory(prefix="ombuds-check-") as folder:
        environment = {
            "OMBUDS_DEMO": "false",
            "OMBUDS_DEBUG": "false",
            "OMBUDS_SECRET_KEY": "only-for-this-check-" + "k3y" * 20,
            "OMBUDS_AUDIT_KEY": "only-for-this-check-" + "s3al" * 20,
            "OMBUDS_PUBLIC_URL": "https://ombuds.example",
            "OMBUDS_HOSTS": "ombuds.example",
            "OMBUDS_BEHIND_PROXY": "true",
            "OMBUDS_VAR": folder,
        }
        return _program("ombuds", "check", "--deploy", "--fail-level", "WARNING", **environment)()


def _translations() -> list[str]:
    if not shutil.which("xgettext"):
        provide()
    if not shutil.which("xgettext"):
        return ["xgettext is missing, so the texts could not be compared (Debian: gettext)"]
    return [fault for scope in messages.scopes() for fault in messages.faults(scope)]


def _pins() -> list[str]:
    found = []
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-node.txt", "package-lock.json"):
        text = (ROOT / name).read_text(encoding="utf-8")
        found += [f"{name} names a place ({host})" for host in HOSTS if host in text]
    return found


STEPS: dict[str, Callable[[], list[str]]] = {
    "lint": _program("ruff", "check", "."),
    "format": _program("ruff", "format", "--check", "."),
    "import rules": _program("lint-imports"),
    "migrations": _program("ombuds", "makemigrations", "--check", "--dry-run"),
    "deployment": _deployment,
    "translations": _translations,
    "links": links.faults,
    "pins": _pins,
    "types": _program("mypy", "ombuds", "tests", "conftest.py"),
}


def main() -> None:
    chosen = sys.argv[1:] or list(STEPS)
    unknown = [name for name in chosen if name not in STEPS]
    if unknown:
        sys.exit(f"There is no step {unknown[0]!r}. The steps: {', '.join(STEPS)}.")
    failed = []
    for name in chosen:
        begun = time.monotonic()
        faults = STEPS[name]()
        print(f"{'FAILED' if faults else 'ok':<7} {name} ({time.monotonic() - begun:.0f} s)", flush=True)
        for fault in faults[:MOST]:
            print(f"        {fault}".replace("\n", "\n        "), flush=True)
        if len(faults) > MOST:
            print(f"        … and {len(faults) - MOST} more", flush=True)
        failed += [name] if faults else []
    if failed:
        sys.exit(f"\nNot in order: {', '.join(failed)}.")
    print("\nEverything is in order.")


if __name__ == "__main__":
    main()
