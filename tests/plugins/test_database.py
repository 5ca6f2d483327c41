"""On the second database only what a database can change is tried again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough

SUITE = """
import pytest

@pytest.fixture
def db(): pass

@pytest.fixture
def people(db): pass

def test_of_words(): pass

def test_with_people(people): pass

@pytest.mark.own_database
def test_on_disk(): pass
"""


def _run(folder: Path, *options: str) -> str:
    (folder / "test_some.py").write_text(SUITE, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    plugins = ["-p", "tests.plugins.database", "-p", "no:cacheprovider", "--strict-markers"]
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-v",
        *plugins,
        *options,
        "--rootdir",
        str(folder),
        str(folder),
    ]
    env = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    root = Path(__file__).parent.parent.parent
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True).stdout


def test_only_what_uses_a_database_is_left(tmp_path: Path) -> None:
    said = _run(tmp_path, "--only-database")
    assert "test_with_people PASSED" in said
    assert "test_on_disk PASSED" in said
    assert "test_of_words" not in said
    assert "1 deselected" in said


def test_everything_is_run_otherwise(tmp_path: Path) -> None:
    assert "3 passed" in _run(tmp_path)
