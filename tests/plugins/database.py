"""`--only-database` leaves out what no database can change: a second run on another one would say the same again."""

import pytest

FIXTURES = {
    "db",
    "transactional_db",
    "django_db_setup",
    "live_server",
}  # of pytest-django: they lead to a database
MARKS = ("django_db", "own_database")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--only-database", action="store_true", help="only tests that use a database")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "own_database: makes a database of its own, beside the one of the tests"
    )


def uses_a_database(item: pytest.Item) -> bool:
    """By a fixture or a mark, its own or one further down."""
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return any(item.get_closest_marker(name) for name in MARKS) or not FIXTURES.isdisjoint(fixtures)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--only-database"):
        return
    left_out = [item for item in items if not uses_a_database(item)]
    items[:] = [item for item in items if uses_a_database(item)]
    config.hook.pytest_deselected(items=left_out)
