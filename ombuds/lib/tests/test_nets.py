"""What the last nets under all pages catch, and what they say."""

import logging
from typing import Any

import pytest
from django.db import DataError, OperationalError
from django.http import HttpRequest
from django.test import Client, RequestFactory

from ombuds.lib.middleware import BadInputMiddleware


@pytest.fixture
def net() -> Any:
    return BadInputMiddleware(lambda request: pytest.fail("no page is asked"))


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    return rf.post("/staff/x/", {"name": "Jan Peeters"})


def test_two_acts_that_waited_for_each_other_get_a_sentence(net: Any, client: Client, db: None) -> None:
    class Deadlock(Exception):
        sqlstate = "40P01"

    problem = OperationalError("deadlock detected")
    problem.__cause__ = Deadlock()
    answer = net.process_exception(client.get("/").wsgi_request, problem)
    assert answer.status_code == 409
    assert b"at this moment" in answer.content


def test_a_value_that_the_database_refuses_is_logged_without_its_words(
    net: Any, request_: HttpRequest, caplog: pytest.LogCaptureFixture, db: None
) -> None:
    answer = net.process_exception(request_, DataError("invalid: Jan Peeters"))
    assert answer.status_code == 400
    assert [line.levelno for line in caplog.records] == [logging.ERROR]
    assert "Peeters" not in caplog.text


def test_another_fault_stays_one(net: Any, request_: HttpRequest) -> None:
    assert net.process_exception(request_, OperationalError("the disk is full")) is None
    assert net.process_exception(request_, KeyError("x")) is None
