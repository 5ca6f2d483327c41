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
from ombuds.cases.workflow import CaseAct
from ombuds.investigations import services
from ombuds.investigations.forms import AssessForm, EvidenceForm, FindingForm, StepDoneForm, StepForm
from ombuds.lib.submitting import submitted


@case_view(Permission.CASES_CASE_READ)
def findings(request: HttpRequest, case: Case) -> HttpResponse:
    return page(request, case)


def page(request: HttpRequest, case: Case, status: int = 200, **bound: Any) -> HttpResponse:
    """The whole page; `bound` holds the form that was not right, with what was typed."""
    found = list(services.current_findings(case))
    rows = []
    for grievance in case.grievances.select_related("body"):
        suggested, why = services.suggested_assessment(grievance)
        initial = {
            "assessment": grievance.assessment or suggested,
            "without_opinion": grievance.without_opinion or why,
            "is_main": grievance.is_main,
        }
        form = bound.get(f"assess_{grievance.pk}") or AssessForm(initial=initial, prefix=f"g{grievance.pk}")
        rows.append(
            {
                "grievance": grievance,
                "findings": [f for f in found if f.grievance_id == grievance.pk],
                "form": form,
            }
        )
    context = {
        "case": case,
        "rows": rows,
        "evidence": case.evidence.select_related("paper"),
        "steps": case.steps.select_related("done_by"),
        "replaced": case.grievances.filter(findings__replaced_at__isnull=False).count(),
        "finding_form": bound.get("finding") or FindingForm(case=case),
        "evidence_form": bound.get("evidence") or EvidenceForm(case=case, prefix="e"),
        "step_form": bound.get("step") or StepForm(prefix="s"),
        "may_write": staff(request).may(Permission.CASES_CASE_HANDLE),
    }
    return render(request, "investigations/findings.html", context, status=status)


def _done(request: HttpRequest, case: Case, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("investigations:findings", case.pk)


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def add_finding(request: HttpRequest, case: Case) -> HttpResponse:
    form = FindingForm(request.POST, case=case)
    if submitted(
        form, lambda values: services.record_finding(values.pop("grievance"), actor=staff(request), **values)
    ):
        return _done(request, case, _("The finding is kept."))
    return page(request, case, 422, finding=form)


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def assess(request: HttpRequest, case: Case, grievance_pk: int) -> HttpResponse:
    grievance = get_object_or_404(case.grievances, pk=grievance_pk)
    form = AssessForm(request.POST, prefix=f"g{grievance.pk}")
    if submitted(form, lambda values: services.assess_grievance(grievance, actor=staff(request), **values)):
        return _done(request, case, _("The assessment of the grievance is kept."))
    return page(request, case, 422, **{f"assess_{grievance.pk}": form})


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def add_evidence(request: HttpRequest, case: Case) -> HttpResponse:
    form = EvidenceForm(request.POST, case=case, prefix="e")
    if submitted(form, lambda values: services.add_evidence(case, actor=staff(request), **values)):
        return _done(request, case, _("The evidence is on the list."))
    return page(request, case, 422, evidence=form)


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def add_step(request: HttpRequest, case: Case) -> HttpResponse:
    form = StepForm(request.POST, prefix="s")
    if submitted(form, lambda values: services.add_step(case, actor=staff(request), **values)):
        return _done(request, case, _("The step is on the plan."))
    return page(request, case, 422, step=form)


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def finish_step(request: HttpRequest, case: Case, step_pk: int) -> HttpResponse:
    step = get_object_or_404(case.steps, pk=step_pk)
    form = StepDoneForm(request.POST)
    if submitted(form, lambda values: services.finish_step(step, actor=staff(request), **values)):
        return _done(request, case, _("Done."))
    messages.error(request, " ".join(str(e) for errors in form.errors.values() for e in errors))
    return page(request, case, 422)


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def analyse(request: HttpRequest, case: Case) -> HttpResponse:
    """T14: enough is known to judge. A refusal is shown by the middleware."""
    move(case, CaseAct.ANALYSE, actor=staff(request))
    return _done(request, case, _("The case is in analysis."))
