"""A skipped test is a skip here, and a failure where nothing may be skipped; the counts reach the runner."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough

SUITE = """
import pytest

def test_done(): pass

@pytest.mark.skip(reason="no browser here")
def test_left_out(): pass

@pytest.mark.xfail
def test_known(): assert False
"""


def _run(folder: Path, require_all: str, text: str = SUITE) -> dict[str, int]:
    (folder / "test_some.py").write_text(text, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    env = os.environ | {
        "REQUIRE_ALL": require_all,
        "OMBUDS_COUNTS": str(folder / "counts.json"),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    plugins = ["-p", "tests.plugins.closing", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-q", *plugins, "--rootdir", str(folder), str(folder)]
    subprocess.run(command, env=env, cwd=Path(__file__).parent.parent.parent, capture_output=True)
    counts: dict[str, int] = json.loads((folder / "counts.json").read_text())
    return counts


def test_a_skip_is_counted(tmp_path: Path) -> None:
    assert _run(tmp_path, "0") == {"passed": 2, "failed": 0, "skipped": 1}


def test_a_skip_fails_where_nothing_may_be_skipped(tmp_path: Path) -> None:
    assert _run(tmp_path, "1") == {"passed": 2, "failed": 1, "skipped": 0}


@pytest.mark.parametrize(
    "line", ['pytest.importorskip("no_such_module")', 'pytest.skip("x", allow_module_level=True)']
)
def test_a_file_that_is_skipped_whole_fails_too(tmp_path: Path, line: str) -> None:
    assert _run(tmp_path, "1", f"import pytest\n{line}\ndef test_x(): pass\n")["failed"] == 1


def test_a_test_that_skips_in_its_set_up_or_body_fails_too(tmp_path: Path) -> None:
    text = "import pytest\n@pytest.fixture\ndef f(): pytest.skip('y')\ndef test_a(f): pass\ndef test_b(): pytest.skip('z')\n"
    assert _run(tmp_path, "1", text) == {"passed": 0, "failed": 2, "skipped": 0}
