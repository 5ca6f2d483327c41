"""The services are heard in an inquiry: asked by the office, answered on their own page."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts.permissions import Permission
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Contact
from ombuds.cases.access import needs, staff
from ombuds.correspondence.access import service_view
from ombuds.documents.access import as_download
from ombuds.documents.services import store
from ombuds.investigations import services
from ombuds.investigations.access import inquiry_questions
from ombuds.investigations.forms import AskServicesForm, InquiryAnswerForm
from ombuds.investigations.models import Inquiry, InquiryQuestion
from ombuds.investigations.terms import Act
from ombuds.investigations.views.inquiries import page, visible
from ombuds.lib.submitting import submitted


def _found(request: HttpRequest, pk: int) -> Inquiry:
    found: Inquiry = get_object_or_404(visible(staff(request)), pk=pk)
    return found


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    form = AskServicesForm(request.POST, inquiry=found, prefix="q")
    if submitted(form, lambda values: services.ask_services(found, actor=staff(request), **values)):
        messages.success(request, _("The services are asked."))
        return redirect("investigations:inquiry", pk)
    return page(request, found, 422, ask=form)


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def write_down(request: HttpRequest, pk: int, question_pk: int) -> HttpResponse:
    """An answer that came by letter or telephone."""
    found = _found(request, pk)
    question = get_object_or_404(found.questions, pk=question_pk)
    form = InquiryAnswerForm(request.POST, request.FILES, prefix="a")

    def act(values: dict[str, Any]) -> None:
        upload = values.pop("proof", None)
        papers = [store(upload, actor=staff(request))] if upload else []
        services.answer_inquiry(question, actor=staff(request), documents=papers, **values)

    if submitted(form, act):
        messages.success(request, _("The answer is kept."))
        return redirect("investigations:inquiry", pk)
    return page(request, found, 422, answer=form, answering=question_pk)


@needs(Permission.CASES_CASE_READ)
def paper(request: HttpRequest, pk: int, key: uuid.UUID) -> HttpResponse:
    """A file that came with an answer."""
    found = _found(request, pk)
    questions = InquiryQuestion.objects.filter(inquiry=found, documents__key=key)
    question = get_object_or_404(questions)
    document = question.documents.get(key=key)
    record(Act.READ_INQUIRY, actor=staff(request), subject=document)
    return as_download(document)  # type: ignore[return-value]  # a file is an answer like any other


@service_view
def service_answer(request: HttpRequest, contact: Contact, key: uuid.UUID) -> HttpResponse:
    question = inquiry_questions(contact).filter(key=key).first()
    if question is None:
        raise Http404

    def act(values: dict[str, Any]) -> None:
        upload = values.pop("proof", None)
        papers = [store(upload, actor=Actor.SERVICE)] if upload else []
        services.answer_inquiry(question, actor=Actor.SERVICE, documents=papers, **values)

    sent = request.method == "POST"
    form = (
        InquiryAnswerForm(request.POST, request.FILES, prefix="a") if sent else InquiryAnswerForm(prefix="a")
    )
    if sent and submitted(form, act):
        messages.success(request, _("Thank you. Your answer has reached us."))
        return redirect("service:desk")
    if not sent:
        record(Act.READ_INQUIRY, actor=Actor.SERVICE, subject=question)
    context = {"contact": contact, "question": question, "form": form}
    return render(request, "investigations/service_inquiry.html", context, status=422 if form.errors else 200)
