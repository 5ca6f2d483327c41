"""The way back from the service."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ombuds.accounts.permissions import Permission
from ombuds.admissibility.forms import ReturnForm
from ombuds.admissibility.services import return_from_first_line
from ombuds.admissibility.services.first_line import is_late
from ombuds.admissibility.terms import Gateway
from ombuds.admissibility.views.following import onward
from ombuds.cases.access import case_view, staff
from ombuds.cases.models import Case
from ombuds.cases.services import clock_explanation
from ombuds.cases.workflow import State
from ombuds.lib.errors import Refusal


@case_view(Permission.CASES_CASE_TRIAGE)
def back(request: HttpRequest, case: Case) -> HttpResponse:
    late = is_late(case)
    first = {"gateway": Gateway.LATE if late else Gateway.INSUFFICIENT}
    form = ReturnForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        try:
            return_from_first_line(case, actor=staff(request), **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return onward(request, case)
    clock = case.clocks.filter(rule="first_line_answer").order_by("-pk").first()
    context = {
        "case": case,
        "form": form,
        "late": late,
        "there": case.state == State.FIRST_LINE,
        "explanation": clock_explanation(clock) if clock else None,
        "returns": case.first_line_returns.select_related("by"),
    }
    return render(request, "admissibility/first_line.html", context, status=422 if form.errors else 200)
