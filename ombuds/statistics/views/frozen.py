"""Frozen data sets: made, listed, compared with today; figures that others published."""

from itertools import islice

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import needs, staff
from ombuds.cases.models import Case
from ombuds.lib.errors import Refusal
from ombuds.office.services import current_office
from ombuds.statistics import access, counters, reported, services, snapshots
from ombuds.statistics.definitionforms import SnapshotForm
from ombuds.statistics.models import ReportedFigure, Snapshot

SHOWN = 200
LARGEST_FILE = 2_000_000


@needs(Permission.STATISTICS_READ)
def overview(request: HttpRequest) -> HttpResponse:
    """The frozen data sets; who writes the report makes one."""
    office = current_office()
    may_take = staff(request).may(Permission.REPORT_WRITE)
    form = SnapshotForm(request.POST or None, years=services.years(office))
    if request.method == "POST" and form.is_valid():
        try:
            row = snapshots.take(office=office, actor=staff(request), **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Frozen as “%(name)s”.") % {"name": row.name})
            return redirect("statistics:frozen")
    rows = Snapshot.objects.filter(office=office).defer("rows", "tables").select_related("taken_by")
    return render(request, "statistics/frozen.html", {"rows": rows, "form": form, "may_take": may_take})


@require_safe
@needs(Permission.STATISTICS_READ)
def differences(request: HttpRequest, name: str) -> HttpResponse:
    """What changed in the cases since: told, never taken in."""
    office = current_office()
    row = Snapshot.objects.filter(office=office, name=name[:60]).defer("rows", "tables").first()
    if row is None or row.year is None:
        raise Http404
    found = list(islice(snapshots.differences(snapshots.find(office, row.name)), SHOWN + 1))
    may_list = access.can_see_cases(staff(request))
    seen = (
        dict(
            Case.objects.visible_to(staff(request))
            .filter(pk__in=[d.case for d in found])
            .values_list("pk", "reference")
        )
        if may_list
        else {}
    )
    context = {
        "row": row,
        "lines": [(each, seen.get(each.case, "")) for each in found[:SHOWN]],
        "more": len(found) > SHOWN,
        "count": len(found),
    }
    return render(request, "statistics/differences.html", context)


@needs(Permission.REPORT_WRITE)
def published_elsewhere(request: HttpRequest) -> HttpResponse:
    """Figures of years before this system, and figures that others published."""
    office = current_office()
    problem = ""
    if request.method == "POST":
        file = request.FILES.get("file")
        try:
            if file is None or (file.size or 0) > LARGEST_FILE:
                raise reported.BadReport(what=_("Choose a CSV file of at most 2 MB."))
            count = reported.bring_in(office=office, data=file.read(), actor=staff(request))
        except Refusal as refusal:
            problem = refusal.sentence
        else:
            text = ngettext("%(count)d figure is stored.", "%(count)d figures are stored.", count) % {
                "count": count
            }
            messages.success(request, text)
            return redirect("statistics:reported")
    known = counters.load(office.code)
    rows = [
        (row, known[row.counter].labels if row.counter in known else {})
        for row in ReportedFigure.objects.filter(office=office)[:500]
    ]
    return render(request, "statistics/reported.html", {"rows": rows, "problem": problem})
