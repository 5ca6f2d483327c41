"""Who may open the pages of this room: the administrator all, a person their own."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission

View = Callable[..., HttpResponse]


def staff(request: HttpRequest) -> User:
    """The member of staff behind the request. Log-in is required by middleware: this is for the type checker."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def needs(permission: Permission) -> Callable[[View], View]:
    """For pages that are about no single case."""

    def decorate(view: View) -> View:
        @wraps(view)
        def permitted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not staff(request).may(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return permitted

    return decorate
