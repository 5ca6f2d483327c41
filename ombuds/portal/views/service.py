"""The desk of a contact person: open questions, answers, letters, papers; nothing of other services."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Contact
from ombuds.correspondence.access import (
    documents_of,
    letters_of,
    questions_of,
    service_view,
)
from ombuds.correspondence.models import Question
from ombuds.correspondence.services import answer, ask_extension, due_of
from ombuds.correspondence.terms import Act
from ombuds.documents.access import as_download
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.portal.views.service_forms import MoreTimeForm, ServiceAnswerForm

MOST = 200


@service_view
def desk(request: HttpRequest, contact: Contact) -> HttpResponse:
    asked = questions_of(contact).prefetch_related("extensions")
    waiting = [
        (q, due_of(q)) for q in asked.filter(answered_at__isnull=True, withdrawn_at__isnull=True)[:MOST]
    ]
    waiting.sort(key=lambda pair: pair[1] or pair[0].asked_at.date())
    context = {
        "contact": contact,
        "waiting": waiting,
        "answered": asked.filter(answered_at__isnull=False).order_by("-answered_at")[:MOST],
        "letters": letters_of(contact).prefetch_related("texts").order_by("-sent_at")[:MOST],
        "panels": _panels(contact),
        "today": today(),
    }
    return render(request, "portal/service/desk.html", context)


def _panels(contact: Contact) -> list[dict[str, Any]]:
    """What other rooms show here (recommendations): called by name, each gives a template and what it needs."""
    found = [import_string(path)(contact) for path in getattr(settings, "OMBUDS_SERVICE_PANELS", [])]
    return [panel for panel in found if panel]


def _fetch(contact: Contact, key: uuid.UUID) -> Question:
    found = questions_of(contact).filter(key=key).first()
    if found is None:
        raise Http404
    return found


@service_view
def question(request: HttpRequest, contact: Contact, key: uuid.UUID) -> HttpResponse:
    """One question: read it, answer it, ask for more time."""
    asked = _fetch(contact, key)
    form: ServiceAnswerForm = ServiceAnswerForm()
    more: MoreTimeForm = MoreTimeForm(prefix="m")
    if request.method == "POST" and "more" in request.POST:
        more = MoreTimeForm(request.POST, prefix="m")
        if more.is_valid() and _more_time(asked, contact, more):
            messages.success(request, _("Your request is with the handler. Until then the first day holds."))
            return redirect("service:question", key)
    elif request.method == "POST":
        form = ServiceAnswerForm(request.POST, request.FILES)
        if form.is_valid() and _answer(asked, contact, form):
            messages.success(request, _("Thank you. Your answer has reached us."))
            return redirect("service:question", key)
    else:
        record(Act.QUESTION_READ, actor=Actor.SERVICE, subject=asked, case=asked.case)
    context = {
        "contact": contact, "question": asked, "due": due_of(asked), "form": form, "more": more,
        "extension": asked.extensions.order_by("-asked_at").first(), "today": today(),
    }  # fmt: skip
    return render(
        request, "portal/service/question.html", context, status=422 if form.errors or more.errors else 200
    )


def _answer(asked: Question, contact: Contact, form: ServiceAnswerForm) -> bool:
    try:
        answer(asked, actor=Actor.SERVICE, contact=contact, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return False
    return True


def _more_time(asked: Question, contact: Contact, form: MoreTimeForm) -> bool:
    try:
        ask_extension(asked, contact=contact, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return False
    return True


@service_view
def letter(request: HttpRequest, contact: Contact, key: uuid.UUID) -> HttpResponse:
    message = letters_of(contact).filter(key=key).first()
    if message is None:
        raise Http404
    record(Act.QUESTION_READ, actor=Actor.SERVICE, subject=message, case=message.case)
    return render(request, "portal/service/letter.html", {"contact": contact, "message": message})


@service_view
def file(request: HttpRequest, contact: Contact, key: uuid.UUID) -> HttpResponse:
    """A paper that was chosen for this service, or that it sent itself."""
    document = documents_of(contact).filter(key=key).first()
    if document is None:
        raise Http404
    record(Act.DOCUMENT_READ, actor=Actor.SERVICE, subject=document)
    return as_download(document)  # type: ignore[return-value]  # a FileResponse is a response
