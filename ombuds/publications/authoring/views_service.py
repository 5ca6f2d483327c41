"""A service reads a draft in which it is named, as it was laid before it, and answers."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Contact
from ombuds.correspondence.access import service_view
from ombuds.lib.submitting import submitted
from ombuds.publications.access import laid_before
from ombuds.publications.authoring import hearing as hearings
from ombuds.publications.authoring import services as authoring
from ombuds.publications.authoring.figures import drawn
from ombuds.publications.authoring.forms import SayForm
from ombuds.publications.authoring.models import Hearing
from ombuds.publications.rendering import render as render_markdown
from ombuds.publications.terms import LANGUAGES, Act


@service_view
def hearing(request: HttpRequest, contact: Contact, key: uuid.UUID) -> HttpResponse:
    """The draft and the answer. Nothing is shown of its cases, of comments, or of other services."""
    found = laid_before(contact).filter(key=key).first()
    if found is None:
        raise Http404
    if request.method != "POST":
        record(Act.SERVICE_READ, actor=Actor.SERVICE, subject=found.publication)
        form = None if found.answered_on else SayForm(initial={"words": found.answer})
        return _page(request, contact, found, form)
    form = SayForm(request.POST)
    if submitted(form, lambda values: hearings.say(found, contact=contact, **values)):
        messages.success(request, _("Thank you. Your answer has reached us."))
        return redirect("service:desk")
    return _page(request, contact, found, form, status=422)


def _page(
    request: HttpRequest, contact: Contact, found: Hearing, form: SayForm | None, status: int = 200
) -> HttpResponse:
    office = found.publication.office
    texts: list[tuple[str, str, dict[str, str], Any]] = []
    for code, text in authoring.texts_at(found.publication, found.version).items():
        if text["body"].strip():
            body = text["body"]
            if "{figure:" in body:
                body = drawn(body, authoring.figures_of(office, code))
            texts.append((code, str(LANGUAGES.get(code, code)), text, render_markdown(body)))
    own = (get_language() or "")[:2]  # what the reader reads stands first, and open
    texts.sort(key=lambda each: each[0] != own)
    context = {"contact": contact, "hearing": found, "texts": texts, "form": form}
    return render(request, "publications/service_hearing.html", context, status=status)
