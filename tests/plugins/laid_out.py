"""The databases of the tests, as copies of what lies on the shelf: see tests/suite/shelf.py."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from functools import partial
from typing import Any

import pytest

SmallOffice = Callable[[], AbstractContextManager[None]]


@pytest.fixture(scope="session")
def tables_from_shelf(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: Any
) -> Iterator[bool]:
    """Before Django makes the test database: it finds all tables and both profiles in it, and has nothing left to do."""
    from django.db import connection

    from tests.suite.shelf import TABLES, InFiles, given

    shelf = given()
    with django_db_blocker.unblock():
        held = shelf is not None and shelf.holds(TABLES)
    if shelf is None or not held:
        yield False
    elif isinstance(shelf, InFiles):
        place = connection.creation._get_test_db_name()  # type: ignore[attr-defined]  # of the classes for each database
        # In memory: it stays as long as somebody is in it, here until Django has come in.
        with closing(sqlite3.connect(place, uri=True)) as first:
            shelf.pour(TABLES, first)
            yield True
    else:
        connection.settings_dict["TEST"]["TEMPLATE"] = shelf.named(TABLES)
        yield True


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tables_from_shelf: bool) -> None:
    """In the place of the one of pytest-django, which is there for this: it comes just before the databases are made."""


@pytest.fixture(scope="session")
def small_office(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SmallOffice]:
    """`with small_office(): …` – ninety invented cases in all states stand in the place of the test database."""
    from tests.suite.shelf import OFFICE, given, lay_out, opened, own

    shelf = given() or own(tmp_path_factory.mktemp("shelf"))
    with django_db_blocker.unblock():
        if not shelf.holds(OFFICE):
            lay_out(shelf)
    yield partial(opened, shelf)
    if given() is None:
        with django_db_blocker.unblock():
            shelf.clear()
