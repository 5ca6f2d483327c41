"""Import runs, what they refused, and a form to put one row right."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import needs, staff
from ombuds.intake.models import ImportRun, RefusedRow
from ombuds.intake.services.importing import correct_row
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.office.services import current_office

PER_PAGE = 50
LONG = 80  # characters from which a value gets a text area


@never_cache
@needs(Permission.INTAKE_SUBMISSION_REGISTER)
def runs(request: HttpRequest) -> HttpResponse:
    """Every import, the latest first."""
    rows = ImportRun.objects.filter(office=current_office())
    waiting = RefusedRow.objects.filter(run__office=current_office(), corrected_at__isnull=True).count()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "intake/imports.html", {"page": page, "waiting": waiting})


@never_cache
@needs(Permission.INTAKE_SUBMISSION_REGISTER)
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """One import with the rows that it refused."""
    found = get_object_or_404(ImportRun, pk=pk, office=current_office())
    page = Paginator(found.refused_rows.all(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "intake/import_run.html", {"run": found, "page": page})


@never_cache
@require_http_methods(["GET", "POST"])
@needs(Permission.INTAKE_SUBMISSION_REGISTER)
def refused_row(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One row, column by column."""
    row = RefusedRow.objects.select_related("run").filter(key=key, run__office=current_office()).first()
    if row is None:
        raise Http404
    values: dict[str, str] = dict(row.raw)
    values |= dict.fromkeys(set(row.run.columns) - set(values), "")
    values.pop("", None)
    problem = ""
    if request.method == "POST":
        for number, name in enumerate(values):
            values[name] = clean(request.POST.get(f"column-{number}", ""))
        try:
            submission = correct_row(row, values, actor=staff(request))
        except Refusal as refusal:
            problem = refusal.sentence
        else:
            case: Any = submission.case
            messages.success(request, _("Taken in as %(reference)s.") % {"reference": case.reference})
            return redirect("intake:import_run", pk=row.run_id)
    cells = [(f"column-{n}", name, text, len(text) > LONG) for n, (name, text) in enumerate(values.items())]
    context = {"row": row, "cells": cells, "problem": problem, "unreadable": row.raw.get("", "")}
    return render(request, "intake/refused_row.html", context)
