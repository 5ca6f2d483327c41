"""While a page of the channel is served, no log gets a line: not what went wrong, not even that somebody was there.

The middleware switches it on for one request; every handler of the program's log has the filter (settings.LOGGING).
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_INSIDE: ContextVar[bool] = ContextVar("inside", default=False)


class Silence(logging.Filter):
    """Lets a line pass unless it comes up while a page of the channel is served."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not _INSIDE.get()


@contextmanager
def silent(wanted: bool) -> Iterator[None]:
    """For the length of one request."""
    token = _INSIDE.set(wanted)
    try:
        yield
    finally:
        _INSIDE.reset(token)


def to_its_end(parts: Iterator[bytes]) -> Iterator[bytes]:
    """A file on its way out: when it turns out to be damaged it stops there, and the server that sends it writes nothing of it."""
    try:
        yield from parts
    except Exception:  # noqa: BLE001  # whatever it is: its traceback would name the page and the moment
        return
