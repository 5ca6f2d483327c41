from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.access import fetch_case, needs, staff
from ombuds.cases.models import Case
from ombuds.investigations import services
from ombuds.investigations.forms import (
    AskServicesForm,
    InquiryAnswerForm,
    InquiryFindingForm,
    InquiryForm,
    InquiryMoveForm,
    JoinForm,
)
from ombuds.investigations.models import Inquiry
from ombuds.investigations.terms import INQUIRY_MOVES, Act, InquiryState
from ombuds.lib.errors import Refusal
from ombuds.lib.submitting import offer_choices, submitted
from ombuds.office.services import current_office


def visible(user: User) -> Any:
    return Inquiry.objects.visible_to(user)


@needs(Permission.CASES_CASE_READ)
def inquiries(request: HttpRequest) -> HttpResponse:
    rows = (
        visible(staff(request))
        .filter(office=current_office())
        .select_related("lead")
        .prefetch_related("bodies")
    )
    state = request.GET.get("state", "")
    if state in InquiryState.values:
        rows = rows.filter(state=state)
    page = Paginator(rows, 50).get_page(request.GET.get("page"))
    may_open = staff(request).may(Permission.CASES_CASE_HANDLE)
    context = {"page": page, "states": InquiryState.choices, "state": state, "may_open": may_open}
    return render(request, "investigations/inquiries.html", context)


@needs(Permission.CASES_CASE_HANDLE)
def new(request: HttpRequest) -> HttpResponse:
    office, made = current_office(), []
    form = InquiryForm(request.POST or None, office=office)

    def act(values: dict[str, Any]) -> None:
        values.pop("seen")
        made.append(services.open_inquiry(office=office, actor=staff(request), **values))

    if request.method == "POST" and submitted(form, act):
        messages.success(request, _("The inquiry is open."))
        return redirect("investigations:inquiry", made[0].pk)
    return render(
        request, "investigations/inquiry_form.html", {"form": form}, status=422 if form.is_bound else 200
    )


@needs(Permission.CASES_CASE_READ)
def inquiry(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(visible(staff(request)), pk=pk)
    record(Act.READ_INQUIRY, actor=staff(request), subject=found)
    return page(request, found)


def page(request: HttpRequest, inquiry: Inquiry, status: int = 200, **bound: Any) -> HttpResponse:
    user = staff(request)
    walled_off = Case.objects.visible_to(user)
    move_form = bound.get("move") or InquiryMoveForm(prefix="m")
    reachable = INQUIRY_MOVES[inquiry.state]
    offer_choices(move_form, "to", [c for c in InquiryState.choices if c[0] in reachable])
    context = {
        "inquiry": inquiry,
        "links": inquiry.case_links.filter(case__in=walled_off).select_related("case", "by"),
        "findings": inquiry.findings.select_related("norm", "body", "by"),
        "questions": inquiry.questions.select_related("body").prefetch_related("documents"),
        "ask_form": bound.get("ask") or AskServicesForm(inquiry=inquiry, prefix="q"),
        "answer_form": bound.get("answer") or InquiryAnswerForm(prefix="a"),
        "answering": bound.get("answering", 0),
        "moves": inquiry.moves.select_related("by"),
        "move_form": move_form,
        "join_form": bound.get("join") or JoinForm(prefix="j"),
        "finding_form": bound.get("finding") or InquiryFindingForm(inquiry=inquiry, prefix="f"),
        "may_write": user.may(Permission.CASES_CASE_HANDLE),
    }
    return render(request, "investigations/inquiry.html", context, status=status)


@needs(Permission.CASES_CASE_HANDLE)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(visible(staff(request)), pk=pk)
    form = InquiryForm(request.POST or None, instance=found, office=found.office)

    def act(values: dict[str, Any]) -> None:
        version = values.pop("seen") or 0
        kept = Inquiry.objects.get(pk=found.pk)
        services.change_inquiry(kept, actor=staff(request), version=version, **values)

    if request.method == "POST" and submitted(form, act):
        messages.success(request, _("The inquiry is changed."))
        return redirect("investigations:inquiry", found.pk)
    context = {"form": form, "inquiry": found}
    return render(request, "investigations/inquiry_form.html", context, status=422 if form.is_bound else 200)


def _posted(request: HttpRequest, pk: int) -> Inquiry:
    found: Inquiry = get_object_or_404(visible(staff(request)), pk=pk)
    return found


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = _posted(request, pk), InquiryMoveForm(request.POST, prefix="m")
    if submitted(form, lambda values: services.move_inquiry(found, actor=staff(request), **values)):
        messages.success(request, _("The inquiry moved on."))
        return redirect("investigations:inquiry", pk)
    return page(request, found, 422, move=form)


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def join(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = _posted(request, pk), JoinForm(request.POST, prefix="j")
    visible = Case.objects.visible_to(staff(request))

    def act(values: dict[str, Any]) -> None:
        case = visible.filter(reference__iexact=values["reference"].strip()).first()
        if case is None:
            raise Refusal(_("There is no case with this reference."))
        services.join_inquiry(found, case, actor=staff(request), reason=values["reason"])

    if submitted(form, act):
        messages.success(request, _("The case is part of the inquiry."))
        return redirect("investigations:inquiry", pk)
    return page(request, found, 422, join=form)


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def leave(request: HttpRequest, pk: int, case_pk: int) -> HttpResponse:
    found = _posted(request, pk)
    if not found.case_links.filter(case_id=case_pk).exists():
        raise Http404
    services.leave_inquiry(found, fetch_case(staff(request), case_pk), actor=staff(request))
    messages.success(request, _("The case is no longer part of the inquiry."))
    return redirect("investigations:inquiry", pk)


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def add_finding(request: HttpRequest, pk: int) -> HttpResponse:
    found = _posted(request, pk)
    form = InquiryFindingForm(request.POST, inquiry=found, prefix="f")
    if submitted(form, lambda values: services.add_inquiry_finding(found, actor=staff(request), **values)):
        messages.success(request, _("The finding is kept."))
        return redirect("investigations:inquiry", pk)
    return page(request, found, 422, finding=form)
