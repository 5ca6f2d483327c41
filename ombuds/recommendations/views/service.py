"""A service reads a recommendation to it, answers in its own words, makes a plan and says how far it is."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Contact
from ombuds.correspondence.access import service_view
from ombuds.documents.models import Document
from ombuds.documents.services import store
from ombuds.lib.submitting import submitted
from ombuds.lib.today import today
from ombuds.recommendations import services
from ombuds.recommendations.access import addressed_to
from ombuds.recommendations.forms import MeasureForm, ProgressForm, ServiceAnswerForm
from ombuds.recommendations.models import Recommendation
from ombuds.recommendations.terms import Act


@service_view
def answer(request: HttpRequest, contact: Contact, key: uuid.UUID) -> HttpResponse:
    found = _fetch(contact, key)

    def act(values: dict[str, Any]) -> None:
        papers = _papers(values)
        services.record_answer(found, actor=Actor.SERVICE, answered_on=today(), documents=papers, **values)

    if request.method != "POST":
        record(Act.READ, actor=Actor.SERVICE, subject=found)
        return _page(request, contact, found)
    form = ServiceAnswerForm(request.POST, request.FILES)
    if submitted(form, act):
        messages.success(request, _("Thank you. Your answer has reached us."))
        return redirect("service:desk")
    return _page(request, contact, found, form=form)


@require_POST
@service_view
def promise(request: HttpRequest, contact: Contact, key: uuid.UUID) -> HttpResponse:
    found, form = _fetch(contact, key), MeasureForm(request.POST, prefix="m")
    if submitted(form, lambda values: services.promise(found, actor=Actor.SERVICE, **values)):
        return _thanks(request, found)
    return _page(request, contact, found, measure_form=form)


@require_POST
@service_view
def progress(request: HttpRequest, contact: Contact, key: uuid.UUID) -> HttpResponse:
    found = _fetch(contact, key)
    form = ProgressForm(request.POST, request.FILES, recommendation=found, prefix="p")

    def act(values: dict[str, Any]) -> None:
        papers = _papers(values)
        services.report_progress(found, actor=Actor.SERVICE, documents=papers, **values)

    if submitted(form, act):
        return _thanks(request, found)
    return _page(request, contact, found, progress_form=form)


def _fetch(contact: Contact, key: uuid.UUID) -> Recommendation:
    found = addressed_to(contact).filter(key=key).first()
    if found is None:
        raise Http404
    return found


def _papers(values: dict[str, Any]) -> list[Document]:
    upload = values.pop("proof", None)
    return [store(upload, actor=Actor.SERVICE)] if upload else []


def _thanks(request: HttpRequest, found: Recommendation) -> HttpResponse:
    messages.success(request, _("Thank you. This has reached us."))
    return redirect("recommendations:service_answer", found.key)


def _page(request: HttpRequest, contact: Contact, found: Recommendation, **bound: Any) -> HttpResponse:
    context = {
        "contact": contact,
        "recommendation": found,
        "texts": found.texts.all(),
        "answers": found.answers.all(),
        "measures": found.measures.prefetch_related("progress"),
        "progress": found.progress.filter(measure=None),
        "form": bound.get("form") or ServiceAnswerForm(),
        "measure_form": bound.get("measure_form") or MeasureForm(prefix="m"),
        "progress_form": bound.get("progress_form") or ProgressForm(recommendation=found, prefix="p"),
    }
    return render(request, "recommendations/service_answer.html", context, status=422 if bound else 200)
