"""What we still need from the complainant."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import case_view, staff
from ombuds.cases.models import Case
from ombuds.cases.services import clock_explanation
from ombuds.cases.workflow import CaseAct, move_for
from ombuds.correspondence.forms import AnswerForm, InformationForm
from ombuds.correspondence.models import InformationRequest
from ombuds.correspondence.services import (
    answer_information_request,
    ask_complainant,
    close_without_reply,
    remind_complainant,
)
from ombuds.lib.errors import Refusal


@case_view(Permission.CASES_CASE_TRIAGE)
def information(request: HttpRequest, case: Case) -> HttpResponse:
    """Ask; or follow what was asked: remind, enter the answer, close without one."""
    waiting = case.information_requests.filter(answered_at__isnull=True, closed_at__isnull=True).first()
    forms: dict[str, Any] = {"ask_form": InformationForm(), "answer_form": AnswerForm(prefix="r")}
    if request.method == "POST" and _act(request, case, waiting, forms):
        return redirect("correspondence:information", case.pk)
    clock = case.clocks.filter(about=waiting.about).order_by("-pk").first() if waiting else None
    context = {
        "case": case, "waiting": waiting, "explanation": clock_explanation(clock) if clock else None,
        "possible": move_for(case.state, CaseAct.ASK_COMPLAINANT) is not None,
        "earlier": case.information_requests.exclude(pk=waiting.pk if waiting else 0).select_related("asked_by"),
        **forms,
    }  # fmt: skip
    wrong = any(form.errors for form in forms.values() if form.is_bound)
    return render(request, "correspondence/information.html", context, status=422 if wrong else 200)


def _act(request: HttpRequest, case: Case, waiting: InformationRequest | None, forms: dict[str, Any]) -> bool:
    if "ask" in request.POST:
        return _ask(request, case, forms)
    if waiting is None:
        raise Refusal(_("This question is not open any more."))
    if "answer" in request.POST:
        return _answer(request, waiting, forms)
    if "remind" in request.POST:
        sent = remind_complainant(waiting, actor=staff(request))
        messages.success(request, _("The reminder is sent.") if sent else _("A reminder was sent before."))
        return True
    if "close" in request.POST:
        close_without_reply(case, actor=staff(request))
        messages.success(request, _("The case is closed without an answer, and the person is told."))
        return True
    return False


def _ask(request: HttpRequest, case: Case, forms: dict[str, Any]) -> bool:
    form = forms["ask_form"] = InformationForm(request.POST)
    if not form.is_valid():
        return False
    try:
        ask_complainant(case, actor=staff(request), **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return False
    messages.success(request, _("Asked. The letter is on its way and the term runs."))
    return True


def _answer(request: HttpRequest, waiting: InformationRequest, forms: dict[str, Any]) -> bool:
    form = forms["answer_form"] = AnswerForm(request.POST, request.FILES, prefix="r")
    if not form.is_valid():
        return False
    try:
        answer_information_request(waiting, actor=staff(request), **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return False
    messages.success(request, _("The answer is kept, and the case is back in triage."))
    return True
