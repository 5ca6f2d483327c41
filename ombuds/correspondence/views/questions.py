"""Questions to services: asking, following, answering on their behalf, giving more time."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import case_view, staff
from ombuds.cases.models import Case, CaseDocument
from ombuds.cases.services import clock_explanation
from ombuds.correspondence.addressees import bodies_of
from ombuds.correspondence.forms import (
    AnswerForm,
    AskForm,
    ExtensionForm,
    ReasonForm,
    papers,
)
from ombuds.correspondence.models import Question
from ombuds.correspondence.services import (
    answer,
    ask,
    decide_extension,
    due_of,
    escalate,
    merge,
    remind,
    withdraw_question,
)
from ombuds.correspondence.services.questions import liaison
from ombuds.documents.models import Document
from ombuds.lib.errors import Refusal

OFFICE = CaseDocument.Source.OFFICE


@case_view()
def listed(request: HttpRequest, case: Case) -> HttpResponse:
    rows = case.questions.select_related("body", "asked_by").prefetch_related("answers", "extensions")
    shown = [(row, due_of(row)) for row in rows]
    context = {"case": case, "rows": shown, "may_handle": staff(request).may(Permission.CASES_CASE_HANDLE)}
    return render(request, "correspondence/questions.html", context)


@case_view(Permission.CASES_CASE_HANDLE)
def ask_service(request: HttpRequest, case: Case) -> HttpResponse:
    """Write, look at the letter, send."""
    bodies = bodies_of(case)
    rows = case.papers.exclude(source=OFFICE).select_related("document")
    data = request.POST if request.method == "POST" else None
    form = AskForm(data, bodies=bodies, choices=papers(rows), initial={"body": bodies[0] if bodies else None})
    preview = None
    if data is not None and form.is_valid():
        given = form.cleaned_data
        try:
            if "look" in request.POST:
                preview = _preview(case, given)
            else:
                given["shown"] = list(Document.objects.filter(pk__in=given.get("shown", [])))
                made = ask(case, actor=staff(request), **given)
                messages.success(request, _("Asked. The letter is on its way and the term runs."))
                return redirect("correspondence:question", case.pk, made.pk)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
    context = {"case": case, "form": form, "preview": preview, "bodies": bodies}
    return render(request, "correspondence/ask.html", context, status=422 if form.errors else 200)


def _preview(case: Case, given: dict[str, Any]) -> Any:
    due = given["due_on"] or _("the day of the usual term")
    extra = {"questions": given["text"], "due_on": due, "body_name": given["body"].names}
    return merge(case, "L13", extra=extra, addressee=liaison(given["body"]))


def _fetch(case: Case, number: int) -> Question:
    found: Question | None = case.questions.select_related("case__office", "body").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


@case_view()
def question(request: HttpRequest, case: Case, number: int) -> HttpResponse:
    asked = _fetch(case, number)
    may = staff(request).may(Permission.CASES_CASE_HANDLE)
    forms: dict[str, Any] = {
        "answer_form": AnswerForm(),
        "withdraw_form": ReasonForm(prefix="w"),
        "extension_form": ExtensionForm(prefix="e"),
    }
    if request.method == "POST":
        if not may:
            raise Http404
        done = _act(request, asked, forms)
        if done is not None:
            return done
    clock = case.clocks.filter(about=asked.about).order_by("-pk").first()
    context = {
        "case": case, "question": asked, "may": may, "explanation": clock_explanation(clock) if clock else None,
        "waiting": asked.extensions.filter(decided_at__isnull=True).first(), **forms,
    }  # fmt: skip
    wrong = any(form.errors for form in forms.values() if form.is_bound)
    return render(request, "correspondence/question.html", context, status=422 if wrong else 200)


def _act(request: HttpRequest, asked: Question, forms: dict[str, Any]) -> HttpResponse | None:
    """Do what the button says; None when a form has to be shown again."""
    doing = {"answer": _answer, "withdraw": _withdraw, "grant": _extension, "deny": _extension, "remind": _remind,
             "escalate": _escalate}  # fmt: skip
    verb = next((doing[name] for name in doing if name in request.POST), None)
    if verb is None or not verb(request, asked, forms):
        return None
    return redirect("correspondence:question", asked.case_id, asked.pk)


def _answer(request: HttpRequest, asked: Question, forms: dict[str, Any]) -> bool:
    form = forms["answer_form"] = AnswerForm(request.POST, request.FILES)
    if not form.is_valid():
        return False
    try:
        answer(asked, actor=staff(request), text=form.cleaned_data["text"], files=form.cleaned_data["files"])
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return False
    messages.success(request, _("The answer is kept."))
    return True


def _withdraw(request: HttpRequest, asked: Question, forms: dict[str, Any]) -> bool:
    form = forms["withdraw_form"] = ReasonForm(request.POST, prefix="w")
    form.full_clean()
    try:
        withdraw_question(asked, actor=staff(request), reason=form.cleaned_data.get("reason", ""))
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return False
    messages.success(request, _("The question is taken back."))
    return True


def _extension(request: HttpRequest, asked: Question, forms: dict[str, Any]) -> bool:
    form = forms["extension_form"] = ExtensionForm(request.POST, prefix="e")
    waiting = asked.extensions.filter(decided_at__isnull=True).first()
    if not form.is_valid():
        return False
    if waiting is None:
        raise Refusal(_("This request has been dealt with already."))
    try:
        decide_extension(waiting, actor=staff(request), granted="grant" in request.POST, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return False
    messages.success(request, _("The service is told."))
    return True


def _remind(request: HttpRequest, asked: Question, forms: dict[str, Any]) -> bool:
    sent = remind(asked, actor=staff(request))
    messages.success(request, _("The reminder is sent.") if sent else _("A reminder was sent before."))
    return True


def _escalate(request: HttpRequest, asked: Question, forms: dict[str, Any]) -> bool:
    sent = escalate(asked, actor=staff(request))
    messages.success(
        request, _("The head of the service is told.") if sent else _("The head was told before.")
    )
    return True
