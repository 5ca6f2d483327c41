"""A service reads a recommendation to it and answers in its own words."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Contact
from ombuds.correspondence.access import service_view
from ombuds.documents.services import store
from ombuds.lib.submitting import submitted
from ombuds.lib.today import today
from ombuds.recommendations import services
from ombuds.recommendations.access import addressed_to
from ombuds.recommendations.forms import ServiceAnswerForm
from ombuds.recommendations.terms import Act


@service_view
def answer(request: HttpRequest, contact: Contact, key: uuid.UUID) -> HttpResponse:
    found = addressed_to(contact).filter(key=key).first()
    if found is None:
        raise Http404

    def act(values: dict[str, Any]) -> None:
        upload = values.pop("proof", None)
        papers = [store(upload, actor=Actor.SERVICE)] if upload else []
        services.record_answer(found, actor=Actor.SERVICE, answered_on=today(), documents=papers, **values)

    sent = request.method == "POST"
    form = ServiceAnswerForm(request.POST, request.FILES) if sent else ServiceAnswerForm()
    if sent and submitted(form, act):
        messages.success(request, _("Thank you. Your answer has reached us."))
        return redirect("service:desk")
    if not sent:
        record(Act.READ, actor=Actor.SERVICE, subject=found)
    context = {
        "contact": contact,
        "recommendation": found,
        "texts": found.texts.all(),
        "answers": found.answers.all(),
        "form": form,
    }
    return render(request, "recommendations/service_answer.html", context, status=422 if form.errors else 200)
