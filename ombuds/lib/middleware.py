"""Two nets under all pages: input that no page can take, and acts that the rules refuse."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from ombuds.lib.errors import Refusal
from ombuds.lib.views import bad_request, refused, typed_texts

Handler = Callable[[HttpRequest], HttpResponse]
PG_BIGINT = 2**63


class BadInputMiddleware:
    """NUL bytes cannot be stored by PostgreSQL and mean nothing to a person: answered with a sentence, not a crash."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path or any("\x00" in v for vs in request.GET.lists() for v in (vs[0], *vs[1])):
            return bad_request(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A number too large for the database names nothing that exists."""
        if isinstance(exception, OverflowError):
            return bad_request(request)
        return None


class RefusalMiddleware:
    """A refusal that no form has caught becomes its sentence, back on the page the person came from."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refusal):
            return None
        back = request.headers.get("referer", "")
        same_page = back.split("?")[0].endswith(request.path)
        if (
            request.method == "POST"
            and not same_page
            and not typed_texts(request)  # a redirect would lose them
            and url_has_allowed_host_and_scheme(back, {request.get_host()})
        ):
            messages.error(request, exception.sentence)
            return redirect(back)
        return refused(request, exception.sentence)
