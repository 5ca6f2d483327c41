"""A service says what it did of what was asked, with its proof."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Contact
from ombuds.correspondence.access import service_view
from ombuds.investigations import services
from ombuds.investigations.access import of_token
from ombuds.investigations.forms import ServiceRemedyForm
from ombuds.investigations.terms import Act
from ombuds.lib.submitting import submitted


@service_view
def remedy(request: HttpRequest, contact: Contact, token: str) -> HttpResponse:
    found = of_token(contact, token)
    if found is None:
        raise Http404

    def act(values: dict[str, Any]) -> None:
        upload = values.pop("proof", None)
        services.record_service_word(found, actor=Actor.SERVICE, proof=[upload] if upload else [], **values)

    sent = request.method == "POST"
    form = ServiceRemedyForm(request.POST, request.FILES) if sent else ServiceRemedyForm()
    if sent and submitted(form, act):
        messages.success(request, _("Thank you. Your answer has reached us."))
        return redirect("service:desk")
    if not sent:
        record(Act.READ_REMEDY, actor=Actor.SERVICE, subject=found, case=found.case)
    context = {"contact": contact, "remedy": found, "form": form}
    return render(request, "investigations/service_remedy.html", context, status=422 if form.errors else 200)
