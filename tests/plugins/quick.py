"""`--quick`: what a developer runs before each commit. A slice of each room, chosen by rules and not by names, and told at the end.

- Of each test function the first case; of each file only the first function that uses a database.
- Nothing that lays out a whole demo office, makes a database of its own, or is marked `thorough`: it reads the whole house, or
  starts other programs.
"""

from collections import Counter
from typing import Any

import pytest

from tests.plugins.database import uses_a_database

WHOLE_OFFICE = "a whole demo office or a database of its own"
THOROUGH = "the whole house or other programs"
FURTHER_CASE = "further cases of a function"
FURTHER_FUNCTION = "further functions with a database of a file"
LEFT_OUT: pytest.StashKey[Counter[str]] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="a slice of each room")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "thorough: reads the whole house or starts other programs; not with --quick"
    )
    config.stash[LEFT_OUT] = Counter()


def _is_large(item: pytest.Item) -> bool:
    """A fixture that outlives the test and goes to the database lays out something large there."""
    fixtures: dict[str, Any] = getattr(getattr(item, "_fixtureinfo", None), "name2fixturedefs", {})
    lasting = [
        each
        for name, found in fixtures.items()
        if name != "django_db_setup"
        for each in found
        if each.scope != "function"
    ]
    return any("django_db_setup" in each.argnames for each in lasting) or bool(
        item.get_closest_marker("own_database")
    )


class _Rules:
    """Goes through the tests in their order. Gives the reason why one is left out, or nothing."""

    def __init__(self) -> None:
        self.functions: set[str] = set()
        self.files: set[str] = set()

    def reason(self, item: pytest.Item) -> str:
        if _is_large(item):
            return WHOLE_OFFICE
        if item.get_closest_marker("thorough"):
            return THOROUGH
        function, file = item.nodeid.partition("[")[0], item.nodeid.partition("::")[0]
        if function in self.functions:
            return FURTHER_CASE
        self.functions.add(function)
        if not uses_a_database(item):
            return ""
        if file in self.files:
            return FURTHER_FUNCTION
        self.files.add(file)
        return ""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--quick"):
        return
    rules, kept, left_out = _Rules(), [], []
    for item in items:
        if reason := rules.reason(item):
            config.stash[LEFT_OUT][reason] += 1
            left_out.append(item)
        else:
            kept.append(item)
    items[:] = kept
    config.hook.pytest_deselected(items=left_out)


def pytest_sessionfinish(session: pytest.Session) -> None:
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        told = session.config.stash[LEFT_OUT]
        output["left_out"] = dict(told)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Of xdist: each worker chose for itself, and all of them the same."""
    told: Counter[str] = Counter(getattr(node, "workeroutput", {}).get("left_out", {}))
    if told:
        node.config.stash[LEFT_OUT] = told


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    told = config.stash[LEFT_OUT]
    if not told:
        return
    terminalreporter.section("left out by --quick")
    for reason, number in told.most_common():
        terminalreporter.write_line(f"{number:6} {reason}")
