"""Calls, visits, and letters that came in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import case_view, staff
from ombuds.cases.models import Case
from ombuds.correspondence.addressees import NOBODY, Addressee, find, possible
from ombuds.correspondence.forms import CallForm, ReceivedForm
from ombuds.correspondence.services import note_call, receive
from ombuds.correspondence.terms import Audience
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now


def _people(case: Case) -> list[Addressee]:
    return [*possible(case, Audience.COMPLAINANT), *possible(case, Audience.SERVICE)]


@case_view(Permission.CASES_CASE_TRIAGE)
def call(request: HttpRequest, case: Case) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = CallForm(data, addressees=_people(case), initial={"at": timezone.localtime(now())})
    if data is not None and form.is_valid():
        given = form.cleaned_data
        given["addressee"] = find(case, given.pop("to")) or NOBODY
        try:
            note_call(case, actor=staff(request), **given)
            messages.success(request, _("The note is kept."))
            return redirect("correspondence:messages", case.pk)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
    context = {
        "case": case,
        "form": form,
        "title": _("Note of a call or visit"),
        "button": _("Keep the note"),
    }
    return render(request, "correspondence/form.html", context, status=422 if form.errors else 200)


@case_view(Permission.CASES_CASE_TRIAGE)
def received(request: HttpRequest, case: Case) -> HttpResponse:
    posting = request.method == "POST"
    form = ReceivedForm(
        request.POST if posting else None, request.FILES if posting else None, addressees=_people(case),
        initial={"at": timezone.localtime(now())},
    )  # fmt: skip
    if posting and form.is_valid():
        given = form.cleaned_data
        given["addressee"] = find(case, given.pop("to")) or NOBODY
        try:
            receive(case, actor=staff(request), **given)
            messages.success(request, _("It is kept with the case."))
            return redirect("correspondence:messages", case.pk)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
    context = {
        "case": case,
        "form": form,
        "title": _("A letter or mail that came in"),
        "button": _("Keep it"),
    }
    return render(request, "correspondence/form.html", context, status=422 if form.errors else 200)
