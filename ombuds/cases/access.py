"""Fetch and permit in one step: a view receives a case that the person may see, or does not run."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, Subquery
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.models import Case, CaseDocument, Link
from ombuds.cases.terms import Act
from ombuds.office.models import Term

CaseView = Callable[Concatenate[HttpRequest, Case, ...], HttpResponseBase]


def staff(request: HttpRequest) -> User:
    """The member of staff behind the request. Log-in is required by middleware: this is for the type checker."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def can_read(user: User, case: Case) -> bool:
    """By role, and no wall between them."""
    return Case.objects.visible_to(user).filter(pk=case.pk).exists()


def case_view(
    permission: Permission = Permission.CASES_CASE_READ, *, records_read: bool = True
) -> Callable[[CaseView], Callable[..., HttpResponseBase]]:
    """The view gets the case instead of `pk`. Not visible: 404. Visible, but not this act: 403.

    Every read by staff is recorded (GET; one row per page seen).
    """

    def decorate(view: CaseView) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def permitted(request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponseBase:
            user = staff(request)
            case = fetch_case(user, pk)
            if not user.may(permission):
                raise PermissionDenied
            request.office = case.office  # type: ignore[attr-defined]  # templates need not ask for it again
            if records_read and request.method == "GET":
                record(Act.READ, actor=user, subject=case, case=case)
            return view(request, case, *args, **kwargs)

        return permitted

    return decorate


def fetch_case(user: User, pk: int) -> Case:
    """The case, if this person may see it; else as if it did not exist."""
    visible = Case.objects.visible_to(user)
    theme = Term.objects.filter(office=OuterRef("office"), vocabulary="theme", code=OuterRef("theme"))
    cases = visible.select_related("office", "handler", "team", "merged_into")
    case: Case | None = (
        cases.annotate(
            theme_labels=Subquery(theme.values("labels")[:1]),
            # What most cases do not have need not be asked for by every page.
            has_links=Exists(Link.objects.filter(Q(case=OuterRef("pk")) | Q(other=OuterRef("pk")))),
            has_papers=Exists(CaseDocument.objects.filter(case=OuterRef("pk"))),
        )
        .filter(pk=pk)
        .first()
    )
    if case is None:
        raise Http404
    return case


def needs(
    permission: Permission,
) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """For pages that are about no single case."""

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def permitted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not staff(request).may(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return permitted

    return decorate
