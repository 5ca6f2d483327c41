"""The demo office of the journeys, laid out once and copied for each browser: `python -m tests.journeys.laying_out FOLDER`."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = "150"  # enough for every list to have rows
ADDRESS = "http://127.0.0.1:8000"  # in the words of its letters, until it is served
PRINTED = "printed.txt"  # what `ombuds demo` said: the ways in


def environment_of(var: Path, address: str) -> dict[str, str]:
    """Of an office in this folder, at this address."""
    return {name: value for name, value in os.environ.items() if not name.startswith("OMBUDS_")} | {
        "OMBUDS_VAR": str(var),
        "OMBUDS_DATABASE": f"sqlite:///{var}/office.sqlite3",
        "OMBUDS_PUBLIC_URL": address,
        "DJANGO_SETTINGS_MODULE": "ombuds.config.settings",
    }


def lay_out(var: Path) -> None:
    """As `./run demo` does."""

    def run(*words: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "ombuds.config.cli", *words],
            cwd=ROOT, env=environment_of(var, ADDRESS), check=True, stdout=subprocess.PIPE, text=True,
        ).stdout  # fmt: skip

    run("migrate", "-v0")
    (var / PRINTED).write_text(run("demo", "--cases", CASES), encoding="utf-8")
    run("collectstatic", "--no-input", "-v0")


def copy(office: Path, var: Path, address: str) -> str:
    """The same office in another folder, with its address in its letters. Gives the ways in, as the demo printed them."""
    shutil.copytree(office, var, dirs_exist_ok=True)
    with closing(sqlite3.connect(var / "office.sqlite3")) as database, database:
        database.execute(
            "UPDATE correspondence_messagetext SET body = replace(body, ?, ?)", (ADDRESS, address)
        )
    return (var / PRINTED).read_text(encoding="utf-8").replace(ADDRESS, address)


if __name__ == "__main__":
    lay_out(Path(sys.argv[1]))
