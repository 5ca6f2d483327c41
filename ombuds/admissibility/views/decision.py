"""The decision page: competence per service, admissibility, the second reader."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts.permissions import Permission
from ombuds.admissibility import hints
from ombuds.admissibility.forms import AdmissibilityForm, CompetenceForm, SendBackForm
from ombuds.admissibility.models import (
    AdmissibilityDecision,
    CompetenceDecision,
    Decision,
)
from ombuds.admissibility.services import (
    act_that_follows,
    approve,
    carry_out,
    decide_admissibility,
    decide_competence,
    send_back,
)
from ombuds.admissibility.services.executing import bodies_without_decision
from ombuds.admissibility.terms import Status
from ombuds.admissibility.views.following import letters_after, onward
from ombuds.authorities.models import Body
from ombuds.cases.access import case_view, staff
from ombuds.cases.models import Case
from ombuds.cases.workflow import State
from ombuds.lib.errors import Refusal
from ombuds.office.models import Ground
from ombuds.office.services import grounds_on

MODELS: dict[str, type[Decision]] = {"competence": CompetenceDecision, "admissibility": AdmissibilityDecision}


def _grounds(case: Case, question: str) -> list[Ground]:
    """Grounds in force on the day of receipt. Those that only suspend have a page of their own."""
    found = grounds_on(case.office, case.received_on, question)
    return [g for g in found if set(g.effects) != {Ground.Effect.SUSPEND.value}]


def _bodies(case: Case) -> list[Body | None]:
    rows = case.grievances.select_related("body").order_by("-is_main", "pk")
    return list(dict.fromkeys(row.body for row in rows)) or [None]


def _chosen_body(request: HttpRequest, case: Case) -> Body | None:
    """The body that the form is about: asked for, else the first on which nobody has decided."""
    bodies = _bodies(case)
    wanted = request.POST.get("body", request.GET.get("body", ""))
    for body in bodies:
        if wanted == str(body.pk if body else 0):
            return body
    missing = bodies_without_decision(case)
    return next((body for body in bodies if (body.pk if body else None) in missing), bodies[0])


def _competence_form(request: HttpRequest, case: Case, data: Any = None) -> CompetenceForm:
    body = _chosen_body(request, case)
    hint = hints.competence_of(case, body)
    grounds = _grounds(case, Ground.Question.COMPETENCE)
    found = hints.admissibility_of(case, grounds, staff(request))
    if hint and hint.verdict != "ours" and any(g.code == "A1" for g in grounds):
        found["A1"] = hints.Hint("A1", hint.why or _("The register says that another office is competent."))
    return CompetenceForm(data, prefix="c", grounds=grounds, hints=found, hint=hint, user=staff(request))


def _admissibility_form(request: HttpRequest, case: Case, data: Any = None) -> AdmissibilityForm:
    grounds = _grounds(case, Ground.Question.ADMISSIBILITY)
    found = hints.admissibility_of(case, grounds, staff(request))
    return AdmissibilityForm(data, prefix="a", grounds=grounds, hints=found, case=case, user=staff(request))


def _page(request: HttpRequest, case: Case, status: int = 200, **forms: Any) -> HttpResponse:
    in_triage = case.state == State.TRIAGE
    body = _chosen_body(request, case)
    uses = "uses__ground"
    competence = list(
        case.competencedecisions.select_related(
            "body", "refer_to", "proposed_by", "decided_by"
        ).prefetch_related(uses)
    )
    admissibility = list(
        case.admissibilitydecisions.select_related("grievance", "proposed_by", "decided_by").prefetch_related(
            uses
        )
    )
    context: dict[str, Any] = {
        "case": case,
        "in_triage": in_triage,
        "bodies": _bodies(case),
        "body": body,
        "competence_hint": hints.competence_of(case, body),
        "competence_decisions": competence,
        "admissibility_decisions": admissibility,
        "proposals": [d for d in (*competence, *admissibility) if d.status == Status.PROPOSED],
        "follows": act_that_follows(case),
        "letters": letters_after(case),
        "send_back_form": SendBackForm(prefix="s"),
        "may_read": staff(request).may(Permission.CASES_DECISION_APPROVE),
        "may_handle": staff(request).may(Permission.CASES_CASE_HANDLE),
        "rest_open": bool(bodies_without_decision(case)),
    }
    if in_triage:
        context["competence_form"] = _competence_form(request, case)
        context["admissibility_form"] = _admissibility_form(request, case)
    context.update(forms)
    return render(request, "admissibility/decision.html", context, status=status)


@case_view(Permission.CASES_CASE_TRIAGE)
def decide(request: HttpRequest, case: Case) -> HttpResponse:
    return _page(request, case)


@case_view(Permission.CASES_CASE_TRIAGE)
def competence(request: HttpRequest, case: Case) -> HttpResponse:
    """Keep a decision on competence, for one body."""
    if request.method != "POST":
        return redirect("admissibility:decision", case.pk)
    form = _competence_form(request, case, request.POST)
    if not form.is_valid():
        return _page(request, case, 422, competence_form=form)
    given = form.cleaned_data
    body = _chosen_body(request, case)
    hint = hints.competence_of(case, body)
    try:
        decision = decide_competence(
            case, actor=staff(request), body=body, verdict=given["verdict"], reasons=given["reasons"],
            choices=form.choices_made(), refer_to=given["refer_to"], pass_on=given["pass_on"], consent=given["consent"],
            legal_basis=hint.legal_basis if hint else "",
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return _page(request, case, 422, competence_form=form)
    return _after(request, case, decision)


@case_view(Permission.CASES_CASE_TRIAGE)
def admissibility(request: HttpRequest, case: Case) -> HttpResponse:
    """Keep a decision on admissibility."""
    if request.method != "POST":
        return redirect("admissibility:decision", case.pk)
    form = _admissibility_form(request, case, request.POST)
    if not form.is_valid():
        return _page(request, case, 422, admissibility_form=form)
    given = form.cleaned_data
    try:
        decision = decide_admissibility(
            case, actor=staff(request), verdict=given["verdict"], reasons=given["reasons"],
            choices=form.choices_made(), grievance=given.get("grievance"), forward=given["forward"],
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return _page(request, case, 422, admissibility_form=form)
    return _after(request, case, decision)


def _after(request: HttpRequest, case: Case, decision: Decision) -> HttpResponse:
    case.refresh_from_db()
    if decision.status == Status.PROPOSED:
        messages.success(request, _("Your proposal now waits for a second reader."))
    elif case.state == State.TRIAGE:
        messages.success(request, _("The decision is kept."))
    else:
        return onward(request, case)
    return redirect("admissibility:decision", case.pk)


@require_POST
@case_view(Permission.CASES_CASE_TRIAGE)
def go(request: HttpRequest, case: Case) -> HttpResponse:
    """Take the step that decisions of before lead to."""
    if carry_out(case, actor=staff(request)) is None:
        raise Refusal(_("No decision leads to a step from here."))
    return onward(request, case)


@require_POST
@case_view(Permission.CASES_DECISION_APPROVE)
def read(request: HttpRequest, case: Case, which: str, number: int) -> HttpResponse:
    """The second reader's answer."""
    model = MODELS.get(which)
    decision = model.objects.filter(case=case, pk=number).first() if model else None
    if decision is None:
        raise Http404
    form = SendBackForm(request.POST, prefix="s")
    try:
        if "approve" in request.POST:
            approve(decision, actor=staff(request))
            return _after(request, case, decision)
        form.full_clean()
        send_back(decision, actor=staff(request), reason=form.cleaned_data.get("reason", ""))
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        case.refresh_from_db()
        return _page(request, case, 422, send_back_form=form)
    messages.success(request, _("Sent back, with your reason."))
    return redirect("admissibility:decision", case.pk)
