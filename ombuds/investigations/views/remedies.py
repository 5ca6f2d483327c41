from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import case_view, staff
from ombuds.cases.models import Case
from ombuds.cases.services import move
from ombuds.cases.workflow import CaseAct, State
from ombuds.investigations import services
from ombuds.investigations.forms import CheckForm, ReasonForm, RemedyForm, ServiceWordForm
from ombuds.lib.submitting import submitted


@case_view(Permission.CASES_CASE_READ)
def remedies(request: HttpRequest, case: Case) -> HttpResponse:
    return page(request, case)


def page(request: HttpRequest, case: Case, status: int = 200, **bound: Any) -> HttpResponse:
    user = staff(request)
    rows = [
        {
            "remedy": remedy,
            "said": bound.get(f"said_{remedy.pk}") or ServiceWordForm(prefix=f"w{remedy.pk}"),
            "check": bound.get(f"check_{remedy.pk}") or CheckForm(remedy=remedy, prefix=f"c{remedy.pk}"),
        }
        for remedy in case.remedies.select_related("body", "checked_by").prefetch_related("proof")
    ]
    context = {
        "case": case,
        "rows": rows,
        "may_ask": case.state in (State.CONCLUDED, State.AWAITING_REMEDY),
        "form": bound.get("remedy") or RemedyForm(case=case),
        "escalate_form": bound.get("escalate") or ReasonForm(prefix="x"),
        "close_form": bound.get("close") or ReasonForm(prefix="z"),
        "may_write": user.may(Permission.CASES_CASE_HANDLE),
        "may_escalate": user.may(Permission.CASES_ESCALATE) and case.state == State.AWAITING_REMEDY,
        "may_close": case.state in (State.CONCLUDED, State.AWAITING_REMEDY, State.ESCALATED),
    }
    return render(request, "investigations/remedies.html", context, status=status)


def _done(request: HttpRequest, case: Case, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("investigations:remedies", case.pk)


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def ask(request: HttpRequest, case: Case) -> HttpResponse:
    form = RemedyForm(request.POST, case=case)
    if submitted(form, lambda values: services.request_remedy(case, actor=staff(request), **values)):
        return _done(request, case, _("The remedy is asked. Send the letter to the service."))
    return page(request, case, 422, remedy=form)


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def service_word(request: HttpRequest, case: Case, remedy_pk: int) -> HttpResponse:
    remedy = get_object_or_404(case.remedies, pk=remedy_pk)
    form = ServiceWordForm(request.POST, prefix=f"w{remedy.pk}")
    if submitted(form, lambda values: services.record_service_word(remedy, actor=staff(request), **values)):
        return _done(request, case, _("The answer of the service is kept."))
    return page(request, case, 422, **{f"said_{remedy.pk}": form})


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def check(request: HttpRequest, case: Case, remedy_pk: int) -> HttpResponse:
    remedy = get_object_or_404(case.remedies, pk=remedy_pk)
    form = CheckForm(request.POST, remedy=remedy, prefix=f"c{remedy.pk}")
    if submitted(form, lambda values: services.check_remedy(remedy, actor=staff(request), **values)):
        return _done(request, case, _("The check is kept."))
    return page(request, case, 422, **{f"check_{remedy.pk}": form})


@require_POST
@case_view(Permission.CASES_ESCALATE)
def escalate(request: HttpRequest, case: Case) -> HttpResponse:
    form = ReasonForm(request.POST, prefix="x")
    if submitted(form, lambda values: move(case, CaseAct.ESCALATE, actor=staff(request), **values)):
        return _done(request, case, _("The case is escalated."))
    return page(request, case, 422, escalate=form)


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def close(request: HttpRequest, case: Case) -> HttpResponse:
    form = ReasonForm(request.POST, prefix="z")
    if submitted(form, lambda values: move(case, CaseAct.CLOSE, actor=staff(request), **values)):
        return _done(request, case, _("The case is closed."))
    return page(request, case, 422, close=form)
