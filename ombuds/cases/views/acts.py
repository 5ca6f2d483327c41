"""Acts on a case: moves of the table, people, links, holds."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from ombuds.accounts.permissions import Permission
from ombuds.cases import services
from ombuds.cases.access import case_view, needs, staff
from ombuds.cases.forms import (
    AssignForm,
    LinkForm,
    OptionalReasonForm,
    ReasonForm,
    ReclassifyForm,
    WallForm,
)
from ombuds.cases.models import Case, Hold, Wall
from ombuds.cases.terms import LinkKind
from ombuds.cases.workflow import CaseAct, State, move_for
from ombuds.lib.errors import Refusal

# Moves that are one decision with a remark. The others have pages of their own in the rooms above.
SIMPLE = {
    "start_triage": (CaseAct.START_TRIAGE, gettext_lazy("Start triage")),
    "complainant_answered": (CaseAct.COMPLAINANT_ANSWERED, gettext_lazy("The complainant has answered")),
    "service_answered": (CaseAct.SERVICE_ANSWERED, gettext_lazy("The service has answered")),
    "analyse": (CaseAct.ANALYSE, gettext_lazy("Go on to the analysis")),
    "mediate": (CaseAct.MEDIATE, gettext_lazy("Propose a solution to both sides")),
    "close": (CaseAct.CLOSE, gettext_lazy("Close the case")),
}


def _form_page(request: HttpRequest, case: Case, title: str, form: forms.Form, **more: Any) -> HttpResponse:
    return render(request, "cases/form.html", {"case": case, "title": title, "form": form, **more})


@case_view(Permission.CASES_CASE_TRIAGE)
def step(request: HttpRequest, case: Case, name: str) -> HttpResponse:
    """One of the simple moves, after a page that says what it does."""
    if name not in SIMPLE:
        raise Http404
    act, title = SIMPLE[name]
    rule = move_for(case.state, act)
    if rule is None:
        raise services.MoveNotAllowed(state=State(case.state).label)
    form = (ReasonForm if "reason" in rule.needs else OptionalReasonForm)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.move(case, act, actor=staff(request), reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The case now stands at “%s”.") % State(case.state).label)
            return redirect("desk:case", case.pk)
    hint = _("The case goes from “%(from)s” to “%(to)s”.") % {
        "from": State(case.state).label,
        "to": rule.to.label,
    }
    return _form_page(request, case, str(title), form, hint=hint)


@case_view(Permission.CASES_CASE_TRIAGE)
def assign(request: HttpRequest, case: Case) -> HttpResponse:
    form = AssignForm(request.POST or None, initial={"handler": case.handler_id})
    if request.method == "POST" and form.is_valid():
        try:
            services.assign(case, actor=staff(request), handler=form.cleaned_data["handler"])
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The case has been given."))
            return redirect("desk:worklist") if not case.handler else redirect("desk:case", case.pk)
    return _form_page(request, case, _("Give the case to"), form)


@require_POST
@needs(Permission.CASES_CASE_ASSIGN)
def assign_many(request: HttpRequest) -> HttpResponse:
    """Give the ticked cases of the work list to one person."""
    user, form = staff(request), AssignForm(request.POST)
    numbers = [int(pk) for pk in request.POST.getlist("case")[:500] if pk.isdecimal() and len(pk) < 19]
    cases = list(Case.objects.visible_to(user).filter(pk__in=numbers))
    if not cases:
        messages.error(request, _("Tick at least one case first."))
    elif form.is_valid():
        moved, sentences = services.assign_many(cases, actor=user, handler=form.cleaned_data["handler"])
        messages.success(
            request, ngettext("%d case has been given.", "%d cases have been given.", moved) % moved
        )
        for sentence in sentences:
            messages.error(request, sentence)
    else:
        messages.error(request, _("Choose a person from the list."))
    return redirect("desk:worklist")


@case_view(Permission.CASES_CASE_TRIAGE)
def reclassify(request: HttpRequest, case: Case) -> HttpResponse:
    form = ReclassifyForm(request.POST or None, initial={"kind": case.kind})
    if request.method == "POST" and form.is_valid():
        try:
            services.reclassify(case, actor=staff(request), **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect("desk:case", case.pk)
    return _form_page(request, case, _("Another kind of case"), form)


@case_view(Permission.CASES_CASE_TRIAGE)
def link(request: HttpRequest, case: Case) -> HttpResponse:
    """Tie to another case, or let this one go on in the other."""
    user = staff(request)
    form = LinkForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        other, kind = form.cleaned_data["reference"], form.cleaned_data["kind"]
        try:
            if kind == LinkKind.MERGED:
                services.merge(case, other, actor=user, reason=form.cleaned_data["reason"])
            else:
                services.link(case, other, actor=user, kind=kind)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect("desk:case", case.pk)
    return _form_page(request, case, _("Belongs together with"), form)


@case_view(Permission.CASES_WALL_CHANGE)
def walls(request: HttpRequest, case: Case) -> HttpResponse:
    """Conflicts of interest. Shown only to those who may raise walls."""
    form = WallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.raise_wall(case, actor=staff(request), **form.cleaned_data)
        return redirect("cases:walls", case.pk)
    rows = case.walls.select_related("user", "raised_by")
    return render(request, "cases/walls.html", {"case": case, "form": form, "walls": rows})


@require_POST
@case_view(Permission.CASES_WALL_CHANGE)
def lift_wall(request: HttpRequest, case: Case, wall_pk: int) -> HttpResponse:
    services.lift_wall(get_object_or_404(Wall, pk=wall_pk, case=case), actor=staff(request))
    return redirect("cases:walls", case.pk)


@case_view(Permission.CASES_CASE_HANDLE)
def hold(request: HttpRequest, case: Case) -> HttpResponse:
    """Place a legal hold, see those that stand."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.place_hold(case, actor=staff(request), reason=form.cleaned_data["reason"])
        messages.success(request, _("Nothing of this case will be destroyed while the hold stands."))
        return redirect("cases:hold", case.pk)
    return render(request, "cases/holds.html", {"case": case, "form": form, "holds": case.holds.all()})


@require_POST
@case_view(Permission.CASES_DECISION_APPROVE)
def release_hold(request: HttpRequest, case: Case, hold_pk: int) -> HttpResponse:
    services.release_hold(get_object_or_404(Hold, pk=hold_pk, case=case), actor=staff(request))
    return redirect("cases:hold", case.pk)


@case_view()
def clocks(request: HttpRequest, case: Case) -> HttpResponse:
    """Every time limit of the case, explained."""
    rows = case.clocks.prefetch_related("pauses").order_by("-met_on", "due_on", "pk")
    explained = [(clock, services.clock_explanation(clock)) for clock in rows]
    council = services.council_of_state_of(case)
    return render(request, "cases/clocks.html", {"case": case, "clocks": explained, "council": council})
