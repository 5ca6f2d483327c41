"""The overview of readings and their figures, for those who answer for the quality of publications."""

import csv

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.cases.access import needs, staff
from ombuds.office.services import current_office
from ombuds.publications.access import visible_to
from ombuds.publications.reviewing.measuring import COLUMNS, months
from ombuds.publications.reviewing.models import SpanReview

EVERYONE = Permission.OFFICE_SETTINGS_READ
RIGHTS = (Permission.PUBLICATIONS_TEXT_REVIEW, Permission.PUBLICATIONS_TEXT_APPROVE)
PER_PAGE = 50


def _allowed(request: HttpRequest) -> User:
    """Raises PermissionDenied."""
    user = staff(request)
    if not any(user.may(right) for right in RIGHTS):
        raise PermissionDenied
    return user


@require_GET
@needs(EVERYONE)
def overview(request: HttpRequest) -> HttpResponse:
    user, office = _allowed(request), current_office()
    texts = visible_to(user).filter(office=office)
    rows = SpanReview.objects.filter(publication__in=texts).select_related("publication").order_by("-pk")
    context = {
        "page": Paginator(rows.prefetch_related("publication__texts"), PER_PAGE).get_page(
            request.GET.get("page")
        ),
        "months": months(office),
    }
    return render(request, "publications/readings.html", context)


@require_GET
@needs(EVERYONE)
def download(request: HttpRequest) -> HttpResponse:
    """The same figures, for a spreadsheet."""
    _allowed(request)
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="readings.csv"'
    writer = csv.writer(answer, delimiter=";")
    writer.writerow(COLUMNS)
    for month in months(current_office()):
        values = [getattr(month, name) for name in COLUMNS]
        writer.writerow(["" if value is None else value for value in values])
    return answer
