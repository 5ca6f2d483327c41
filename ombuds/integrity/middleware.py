"""What holds for every address of the room: no trace of the visitor, nothing of the office's own sessions, no log line."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase

from ombuds.integrity.sessions import COOKIE, PATH
from ombuds.integrity.silence import silent, to_its_end
from ombuds.integrity.uploading import SealingUploadHandler

TRACES = (
    "HTTP_USER_AGENT",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
    "REMOTE_HOST",
    "REMOTE_PORT",
)
NOBODY = "0.0.0.0"  # noqa: S104  # stands for an address, nothing listens on it


class ApartMiddleware:
    """First of all middleware: what it takes away, nothing behind it can keep."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PATH):
            return self.get_response(request)
        _forget(request)
        request.upload_handlers = [SealingUploadHandler(request)]
        with silent(settings.INTEGRITY_SILENT):
            response = self.get_response(request)
        response["Cache-Control"] = "no-store"
        if settings.INTEGRITY_SILENT:
            # Django notes answers of 400 and above when they are out of here, unless they say that this was done.
            response._has_been_logged = True  # type: ignore[attr-defined]  # Django's own mark
            if isinstance(response, StreamingHttpResponse):
                response.streaming_content = to_its_end(iter(response.streaming_content))  # type: ignore[arg-type]  # bytes: no ASGI here
        return response


def _forget(request: HttpRequest) -> None:
    for name in TRACES:
        request.META.pop(name, None)
    request.META["REMOTE_ADDR"] = NOBODY
    ours = {COOKIE, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME}
    kept = {name: value for name, value in request.COOKIES.items() if name in ours}
    request.COOKIES = kept
    request.META["HTTP_COOKIE"] = "; ".join(f"{name}={value}" for name, value in kept.items())
