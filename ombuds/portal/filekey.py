"""Which file this browser has opened: a signed cookie of its own, for one case, apart from every session of staff."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from ombuds.cases.models import Case
from ombuds.cases.services.creation import CODE_PURPOSE
from ombuds.cases.workflow import State
from ombuds.lib import throttle, tokens

COOKIE = "file"
SALT = "portal.file"
IDLE = 2 * 3600  # seconds; each page starts them again
FileView = Callable[Concatenate[HttpRequest, Case, ...], HttpResponse]


class TooManyTries(Exception):
    """Somebody guesses."""


def opened_with(request: HttpRequest, reference: str, code: str) -> Case | None:
    """The case of this reference and code. The same work is done, whether the reference exists or not. Raises TooManyTries."""
    reference = " ".join(reference.upper().split())[:40]
    who = throttle.address_of(request)
    tried = throttle.too_often("file-reference", reference, most=8, seconds=900)
    if throttle.too_often("file-address", who, most=30, seconds=900) or tried:
        raise TooManyTries
    case = Case.objects.filter(reference__iexact=reference).select_related("office").first()
    stored = case.code_digest if case and case.code_digest else tokens.digest("", "nobody")
    fits = tokens.matches(code, stored, CODE_PURPOSE)
    if not fits or case is None or not case.code_digest or case.state == State.DESTROYED:
        return None
    throttle.forgive("file-reference", reference)
    return case


def give(response: HttpResponse, case: Case) -> None:
    """Let this browser in, from now on for as long as it is used. A new code of the case shuts it out."""
    value = signing.dumps([str(case.key), case.code_digest[:16]], salt=SALT)
    response.set_cookie(
        COOKIE, value, path=reverse("portal:login"), secure=settings.SECURE, httponly=True, samesite="Lax"
    )


def take_back(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, path=reverse("portal:login"), samesite="Lax")


def opened(request: HttpRequest) -> Case | None:
    """The case that this browser opened, while that lasts."""
    try:
        key, digest = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=IDLE)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    case = (
        Case.objects.filter(key=key)
        .exclude(state=State.DESTROYED)
        .select_related("office", "handler")
        .first()
    )
    if case is None or not case.code_digest or case.code_digest[:16] != digest:
        return None
    return case


def file_view(view: FileView) -> Callable[..., HttpResponse]:
    """The view gets the case of this browser; without one the way leads to the door."""

    @login_not_required
    @never_cache
    @wraps(view)
    def permitted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        case = opened(request)
        if case is None:
            return redirect("portal:login")
        response = view(request, case, *args, **kwargs)
        if COOKIE not in response.cookies:
            give(response, case)
        return response

    return permitted
