"""Two rules of our runner: with REQUIRE_ALL=1 a skipped test is a failure; and each part leaves its counts behind."""

import json
import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    longrepr: Any = report.longrepr
    return str(longrepr[2] if isinstance(longrepr, tuple) else longrepr)


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if REQUIRE_ALL and report.outcome == "skipped" and not hasattr(report, "wasxfail"):
        report.longrepr = f"Nothing may be skipped here (REQUIRE_ALL=1). {_reason(report)}"
        report.outcome = "failed"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_skip(report)
    return report


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The runner adds the parts up; it finds the counts of each in the file that it named."""
    target = os.environ.get("OMBUDS_COUNTS")
    if not target:
        return
    stats = terminalreporter.stats
    counts = {
        "passed": len(stats.get("passed", [])) + len(stats.get("xfailed", [])),
        "failed": sum(len(stats.get(name, [])) for name in ("failed", "error", "xpassed")),
        "skipped": len(stats.get("skipped", [])),
    }
    Path(target).write_text(json.dumps(counts), encoding="utf-8")
