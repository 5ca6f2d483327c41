"""Tries are counted for all processes together, until the window ends, and no address is kept."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.cache import cache, caches
from django.core.management import call_command
from django.db import connection
from django.test import RequestFactory

from ombuds.lib import throttle

SHARED = {
    "default": {"BACKEND": "ombuds.lib.sharedcache.SharedCache", "LOCATION": "shared_cache"},
}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shared(settings: Any) -> Iterator[None]:
    settings.CACHES = SHARED
    call_command("createcachetable", "shared_cache", verbosity=0)
    yield
    cache.clear()


def test_the_ninth_try_is_one_too_many_and_the_window_ends() -> None:
    with time_machine.travel(dt.datetime(2026, 5, 4, 10, 0, tzinfo=dt.UTC), tick=False) as clock:
        tries = [throttle.too_often("door", "10.0.0.7", most=8, seconds=900) for _ in range(9)]
        assert tries == [False] * 8 + [True]
        clock.shift(800)
        assert throttle.too_often("door", "10.0.0.7", most=8, seconds=900)  # counting does not move the end
        clock.shift(101)
        assert not throttle.too_often("door", "10.0.0.7", most=8, seconds=900)


def test_another_process_counts_on() -> None:
    assert not throttle.too_often("door", "10.0.0.7", most=1, seconds=900)
    caches.close_all()
    del caches["default"]  # what a second process starts with: nothing in its memory
    assert throttle.too_often("door", "10.0.0.7", most=1, seconds=900)


def test_what_went_well_no_longer_counts() -> None:
    throttle.too_often("door", "10.0.0.7", most=1, seconds=900)
    throttle.forgive("door", "10.0.0.7")
    assert not throttle.too_often("door", "10.0.0.7", most=1, seconds=900)


def test_no_address_stands_in_the_table() -> None:
    throttle.too_often("door", "somebody@example.org", most=1, seconds=900)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM shared_cache")
        rows = cursor.fetchall()
    assert rows
    assert "somebody" not in repr(rows)


def test_without_a_proxy_a_visitor_cannot_choose_an_address(rf: RequestFactory, settings: Any) -> None:
    asked = rf.get("/", headers={"x-forwarded-for": "1.2.3.4, 5.6.7.8"}, REMOTE_ADDR="10.0.0.7")
    settings.BEHIND_PROXY = False
    assert throttle.address_of(asked) == "10.0.0.7"
    settings.BEHIND_PROXY = True
    assert throttle.address_of(asked) == "5.6.7.8"
