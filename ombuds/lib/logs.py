"""Log lines that name places in the code, and never a person: no message of an exception, no address of a page.

The message of an exception can repeat what was typed (a database quotes the value that it refuses, a mail server the
address), and an address of a page can hold somebody's link. Class, file, line and the name of the page are enough.
"""

import logging
import traceback
from types import TracebackType
from typing import Any

from django.http import HttpRequest

Info = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PlacesOnly(logging.Formatter):
    """Formatter of all handlers (settings.LOGGING)."""

    def format(self, record: logging.LogRecord) -> str:
        shown = logging.makeLogRecord(record.__dict__)
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            shown.msg, shown.args = _page(record, request), ()
        elif record.name.startswith("django.security"):
            shown.msg, shown.args = "refused", ()
        elif isinstance(record.args, tuple):
            shown.args = tuple(map(_plain, record.args))
        shown.exc_text = None  # another formatter may have written its own there
        return super().format(shown)

    def formatException(self, ei: Any) -> str:
        return "\n".join(_places(ei[1]))


def _plain(value: Any) -> Any:
    return type(value).__name__ if isinstance(value, BaseException) else value


def _page(record: logging.LogRecord, request: HttpRequest) -> str:
    """“500 POST portal:login”: which page, not which address."""
    match = request.resolver_match
    name = match.view_name if match else "no page"
    return f"{getattr(record, 'status_code', '')} {request.method} {name}".strip()


def _places(problem: BaseException | None) -> list[str]:
    lines: list[str] = []
    while problem is not None:
        for frame in traceback.extract_tb(problem.__traceback__):
            lines.append(f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}')
        lines.append(type(problem).__qualname__)
        problem = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)
    return lines
