"""Which draft this browser fills in: a cookie of its own, apart from every session, gone with the browser window."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from ombuds.intake.models import Draft
from ombuds.intake.services import drafts

COOKIE = "complaint"


def token_of(request: HttpRequest) -> str:
    return request.COOKIES.get(COOKIE, "")


def held(request: HttpRequest) -> Draft | None:
    """The draft of this browser."""
    return drafts.draft_of(token_of(request))


def hold(response: HttpResponse, token: str) -> None:
    """Give the browser its token. No maximum age: on a shared computer it goes when the window closes."""
    response.set_cookie(
        COOKIE,
        token,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )


def release(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")


def language_of_page() -> str:
    return (get_language() or "nl")[:2]
