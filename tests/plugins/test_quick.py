"""Before a commit a slice is enough; what was left out is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough

SUITE = """
import pytest

@pytest.fixture(scope="session")
def django_db_setup(): pass

@pytest.fixture(scope="module")
def world(django_db_setup): pass

@pytest.fixture
def db(django_db_setup): pass

@pytest.mark.parametrize("n", [1, 2, 3])
def test_of_words(n): pass

@pytest.mark.parametrize("n", [1, 2])
def test_first_with_rows(db, n): pass

def test_second_with_rows(db): pass

def test_of_other_words(): pass

def test_of_a_whole_office(world, db): pass

@pytest.mark.own_database
def test_on_disk(): pass

@pytest.mark.thorough
def test_of_the_whole_house(): pass
"""


def _run(folder: Path, *options: str) -> str:
    (folder / "test_some.py").write_text(SUITE, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    plugins = [word for name in ("database", "quick") for word in ("-p", f"tests.plugins.{name}")]
    options = (*plugins, "-p", "no:cacheprovider", "--strict-markers", *options, "--rootdir", str(folder))
    command = [sys.executable, "-m", "pytest", "-v", "-p", "xdist.plugin", *options, str(folder)]
    env = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    root = Path(__file__).parent.parent.parent
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True).stdout


@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_slice_is_left_and_the_rest_is_told(tmp_path: Path, workers: str) -> None:
    said = _run(tmp_path, "--quick", "-n", workers, "--dist", "loadfile")
    assert "3 passed" in said
    for name in ("test_of_words[1]", "test_first_with_rows[1]", "test_of_other_words"):
        assert f"::{name}" in said
    for number, reason in (
        (3, "further cases of a function"),
        (2, "a whole demo office or a database of its own"),
        (1, "further functions with a database of a file"),
        (1, "the whole house or other programs"),
    ):
        assert f"{number} {reason}" in said


def test_everything_is_run_otherwise(tmp_path: Path) -> None:
    said = _run(tmp_path)
    assert "10 passed" in said
    assert "left out" not in said
