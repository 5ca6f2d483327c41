"""What each figure counts: its definition, its query in words, its versions; corrected by who may change the office's settings."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import needs, staff
from ombuds.lib.errors import Refusal
from ombuds.office.correcting import history_of
from ombuds.office.services import current_office
from ombuds.statistics import counters, definitions, mapping, services
from ombuds.statistics.asking import words_of
from ombuds.statistics.definitionforms import DefinitionForm, MappingForm
from ombuds.statistics.models import CounterDefinition, Reclassification


@require_safe
@needs(Permission.STATISTICS_READ)
def overview(request: HttpRequest) -> HttpResponse:
    """Every counter with its definition."""
    found = [each for each in counters.load(current_office().code).values() if services.can_draw(each)]
    return render(request, "statistics/definitions.html", {"counters": found})


@require_safe
@needs(Permission.STATISTICS_READ)
def counter(request: HttpRequest, code: str) -> HttpResponse:
    """One counter: what it counts, how, since when, and what it counted before."""
    office = current_office()
    found = counters.load(office.code).get(code)
    if found is None:
        raise Http404
    row = definitions.row_of(office, code)
    rows = CounterDefinition.objects.filter(office=office, code=code).order_by("-valid_from", "-pk")
    context = {
        "counter": found,
        "how": words_of(found),
        "row": row,
        "versions": list(rows),
        "history": [revision for one in rows for revision in history_of(one)],
        "may_change": row is not None and staff(request).may(Permission.OFFICE_SETTINGS_CHANGE),
    }
    return render(request, "statistics/counter.html", context)


@needs(Permission.OFFICE_SETTINGS_CHANGE)
def correct(request: HttpRequest, code: str) -> HttpResponse:
    """Correct the words, or count otherwise from a day on: then every table tells of the break."""
    office = current_office()
    row = definitions.row_of(office, code)
    if row is None:
        raise Http404
    form = DefinitionForm(request.POST or None, row=row)
    if request.method == "POST" and form.is_valid():
        try:
            form.act(staff(request))
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The definition is stored."))
            return redirect("statistics:counter", code)
    return render(request, "statistics/correct_counter.html", {"form": form, "row": row, "code": code})


@require_safe
@needs(Permission.STATISTICS_READ)
def mappings(request: HttpRequest) -> HttpResponse:
    """Old themes and services that count as new ones."""
    office = current_office()
    rows = Reclassification.objects.filter(office=office).select_related("by", "office")
    context = {
        "rows": [(row, *mapping.names(row)) for row in rows],
        "may_change": staff(request).may(Permission.OFFICE_SETTINGS_CHANGE),
    }
    return render(request, "statistics/mappings.html", context)


@needs(Permission.OFFICE_SETTINGS_CHANGE)
def add_mapping(request: HttpRequest, dimension: str) -> HttpResponse:
    """Count an old theme or service as a new one."""
    if dimension not in Reclassification.Dimension.values:
        raise Http404
    office = current_office()
    form = MappingForm(request.POST or None, choices=mapping.choices(office, dimension))
    if request.method == "POST" and form.is_valid():
        try:
            mapping.add(office=office, dimension=dimension, actor=staff(request), **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(
                request, _("The mapping is stored. All figures count so from now on; frozen ones stay.")
            )
            return redirect("statistics:mappings")
    return render(request, "statistics/add_mapping.html", {"form": form, "dimension": dimension})
