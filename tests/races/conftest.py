"""A copy of the test database for each race: what is committed in it is thrown away with it.

The usual way of pytest-django empties every table afterwards; the chain of acts refuses that, and the offices are
loaded once for all tests.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection

# SQLite lets one connection write at a time: nothing to try there, and so nothing to skip.
collect_ignore = [] if "postgresql" in settings.DATABASES["default"]["ENGINE"] else ["test_cases.py"]
PATIENCE = 30  # seconds until a race counts as stuck


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """In the place of the usual one: what a test writes here is committed, and every connection sees it."""
    original = connection.settings_dict["NAME"]
    copy = f"{original}_race"
    with django_db_blocker.unblock():
        _remake(copy, like=original)
        connection.settings_dict["NAME"] = copy
        cache.clear()
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = original
            cache.clear()
            _remake(copy)


def _remake(name: str, *, like: str = "") -> None:
    connection.close()  # a database with guests can be neither copied nor dropped
    quote = connection.ops.quote_name
    with connection._nodb_cursor() as cursor:  # the door that Django's own set-up of test databases takes
        cursor.execute(f"DROP DATABASE IF EXISTS {quote(name)} WITH (FORCE)")
        if like:
            cursor.execute(f"CREATE DATABASE {quote(name)} TEMPLATE {quote(like)}")


@pytest.fixture
def race() -> Callable[..., list[Any]]:
    """`race(one, other)`: both at the same moment; for each what it returned, or the exception that it raised."""

    def at_once(*acts: Callable[[], Any]) -> list[Any]:
        start = Barrier(len(acts))

        def runner(act: Callable[[], Any]) -> Any:
            try:
                connection.ensure_connection()
                start.wait(PATIENCE)
                return act()
            except Exception as error:  # noqa: BLE001  # handed to the test, which judges it
                return error
            finally:
                connection.close()

        with ThreadPoolExecutor(len(acts)) as threads:
            return [done.result(PATIENCE) for done in [threads.submit(runner, act) for act in acts]]

    return at_once
