"""Two nets under all pages: input that no page can take, and acts that the rules refuse."""

import logging
from collections.abc import Callable

from django.contrib import messages
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from ombuds.lib.errors import Refusal
from ombuds.lib.views import bad_request, refused, typed_texts

Handler = Callable[[HttpRequest], HttpResponse]
DEADLOCK = "40P01"  # of PostgreSQL: it ended one of two transactions, nothing of that one is kept
log = logging.getLogger(__name__)


class BadInputMiddleware:
    """NUL bytes cannot be stored by PostgreSQL and mean nothing to a person: answered with a sentence, not a crash."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path or any("\x00" in v for vs in request.GET.lists() for v in (vs[0], *vs[1])):
            return bad_request(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What the database cannot hold names nothing that exists; two acts that waited for each other are no crash."""
        if isinstance(exception, OverflowError):
            return bad_request(request)
        if isinstance(exception, DataError):
            log.error(
                "The database refused a value on %s", _page(request)
            )  # its words could hold personal data
            return bad_request(request)
        if getattr(exception.__cause__, "sqlstate", "") == DEADLOCK:
            log.warning("Two acts waited for each other on %s", _page(request))
            return refused(
                request,
                _("Somebody else changed the same thing at this moment. Please go back and try again."),
            )
        return None


def _page(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else "an unknown page"


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
