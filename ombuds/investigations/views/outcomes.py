from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import case_view, staff
from ombuds.cases.models import Case
from ombuds.investigations import services
from ombuds.investigations.forms import OutcomeForm, PositionForm, ProposalForm, ReadForm
from ombuds.investigations.guards import needs_second_reader
from ombuds.investigations.models import Outcome
from ombuds.lib.submitting import submitted


@case_view(Permission.CASES_CASE_READ)
def outcome(request: HttpRequest, case: Case) -> HttpResponse:
    return page(request, case)


def page(request: HttpRequest, case: Case, status: int = 200, **bound: Any) -> HttpResponse:
    user = staff(request)
    suggested, why = services.suggested_outcome(case)
    waiting = case.outcomes.filter(state=Outcome.State.PROPOSED).first()
    initial = {"assessment": suggested, "without_opinion": why}
    context = {
        "case": case,
        "grievances": case.grievances.select_related("body"),
        "suggested": suggested,
        "outcomes": case.outcomes.select_related("proposed_by", "read_by"),
        "waiting": waiting,
        "second_reader": bool(suggested) and needs_second_reader(case, suggested),
        "form": bound.get("outcome") or OutcomeForm(initial=initial),
        "read_form": bound.get("read") or ReadForm(prefix="r"),
        "proposals": case.proposals.prefetch_related("positions"),
        "proposal_form": bound.get("proposal") or ProposalForm(prefix="p"),
        "position_form": bound.get("position") or PositionForm(prefix="q"),
        "may_write": user.may(Permission.CASES_CASE_CONCLUDE),
        "may_read": waiting is not None
        and user.may(Permission.CASES_DECISION_APPROVE)
        and user.pk not in (waiting.proposed_by_id, case.handler_id),
    }
    return render(request, "investigations/outcome.html", context, status=status)


def _done(request: HttpRequest, case: Case, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("investigations:outcome", case.pk)


@require_POST
@case_view(Permission.CASES_CASE_CONCLUDE)
def propose(request: HttpRequest, case: Case) -> HttpResponse:
    form = OutcomeForm(request.POST)
    if submitted(form, lambda values: services.propose_outcome(case, actor=staff(request), **values)):
        waits = case.outcomes.filter(state=Outcome.State.PROPOSED).exists()
        return _done(
            request,
            case,
            _("The outcome waits for a second reader.") if waits else _("The case is concluded."),
        )
    return page(request, case, 422, outcome=form)


@require_POST
@case_view(Permission.CASES_DECISION_APPROVE)
def read(request: HttpRequest, case: Case, outcome_pk: int) -> HttpResponse:
    waiting = get_object_or_404(case.outcomes, pk=outcome_pk)
    agrees = request.POST.get("decision") == "approve"
    verb = services.approve_outcome if agrees else services.return_outcome
    form = ReadForm(request.POST, prefix="r")
    if submitted(form, lambda values: verb(waiting, actor=staff(request), **values)):
        return _done(
            request, case, _("The case is concluded.") if agrees else _("Given back to the handler.")
        )
    return page(request, case, 422, read=form)


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def propose_solution(request: HttpRequest, case: Case) -> HttpResponse:
    form = ProposalForm(request.POST, prefix="p")
    if submitted(form, lambda values: services.propose_solution(case, actor=staff(request), **values)):
        return _done(request, case, _("The proposal is kept. Send it to both sides."))
    return page(request, case, 422, proposal=form)


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def position(request: HttpRequest, case: Case, proposal_pk: int) -> HttpResponse:
    proposal = get_object_or_404(case.proposals, pk=proposal_pk)
    form = PositionForm(request.POST, prefix="q")
    if submitted(form, lambda values: services.record_position(proposal, actor=staff(request), **values)):
        return _done(request, case, _("The position is kept."))
    return page(request, case, 422, position=form)
