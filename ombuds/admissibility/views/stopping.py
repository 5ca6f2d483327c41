"""Suspension for court, going on afterwards, and withdrawal on behalf of the person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ombuds.accounts.permissions import Permission
from ombuds.admissibility.forms import ResumeForm, SuspendForm, WithdrawForm
from ombuds.admissibility.services import resume, suspend, withdraw
from ombuds.admissibility.views.following import letters_after, onward
from ombuds.cases.access import case_view, staff
from ombuds.cases.models import Case
from ombuds.cases.services import council_of_state_of
from ombuds.cases.workflow import CaseAct, State, move_for
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.office.models import Ground
from ombuds.office.services import grounds_on


def _suspending_grounds(case: Case) -> list[Ground]:
    return [g for g in grounds_on(case.office, today()) if Ground.Effect.SUSPEND in g.effects]


@case_view(Permission.CASES_CASE_HANDLE)
def suspension(request: HttpRequest, case: Case) -> HttpResponse:
    """One page: to stop when the case runs, to go on when it stands still."""
    standing = case.state == State.SUSPENDED
    data = request.POST if request.method == "POST" else None
    form: ResumeForm | SuspendForm
    form = ResumeForm(data) if standing else SuspendForm(data, grounds=_suspending_grounds(case))
    if data is not None and form.is_valid():
        given = form.cleaned_data
        try:
            if standing:
                resume(case, actor=staff(request), **given)
            else:
                suspend(case, actor=staff(request), **given)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return onward(request, case, "admissibility:suspension")
    context = {
        "case": case,
        "form": form,
        "standing": standing,
        "possible": standing or move_for(case.state, CaseAct.SUSPEND) is not None,
        "suspensions": case.suspensions.select_related("ground", "started_by"),
        "council_of_state": council_of_state_of(case),
        "letters": letters_after(case),
    }
    return render(request, "admissibility/suspension.html", context, status=422 if form.errors else 200)


@case_view(Permission.CASES_CASE_TRIAGE)
def withdrawal(request: HttpRequest, case: Case) -> HttpResponse:
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            withdraw(case, actor=staff(request), **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return onward(request, case, "admissibility:withdrawal")
    context = {"case": case, "form": form, "possible": move_for(case.state, CaseAct.WITHDRAW) is not None}
    return render(request, "admissibility/withdrawal.html", context, status=422 if form.errors else 200)
