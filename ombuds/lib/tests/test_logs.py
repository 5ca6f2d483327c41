"""The log names places in the code, not what was typed."""

import logging
import sys

from django.test import RequestFactory

from ombuds.lib.logs import PlacesOnly

FORMATTER = PlacesOnly("%(levelname)s %(name)s %(message)s")


def _fail(words: str) -> None:
    try:
        raise ValueError(f"bad value {words!r}")
    except ValueError as problem:
        raise RuntimeError(words) from problem


def test_an_exception_is_class_file_and_line() -> None:
    try:
        _fail("Marie-Ange de la Tour")
    except RuntimeError as problem:
        record = logging.LogRecord("x", 40, __file__, 1, "went wrong: %s", (problem,), sys.exc_info())
    text = FORMATTER.format(record)
    assert "Marie-Ange" not in text
    assert "went wrong: RuntimeError" in text
    assert "test_logs.py" in text
    assert text.rstrip().endswith("ValueError")


def test_the_address_of_a_page_is_not_written(rf: RequestFactory) -> None:
    record = logging.LogRecord("django.request", 40, __file__, 1, "%s", ("/service/enter/TOKEN/",), None)
    record.request = rf.get("/service/enter/TOKEN/?q=Peeters")
    record.status_code = 500
    assert FORMATTER.format(record) == "ERROR django.request 500 GET no page"
