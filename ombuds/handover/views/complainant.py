"""The complainant's page at the door: what would happen, yes or no, and the code."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ombuds.audit.models import Actor
from ombuds.cases.models import Case
from ombuds.handover.forms import AgreeForm
from ombuds.handover.services import moving_in
from ombuds.integrity import door
from ombuds.lib.errors import Refusal
from ombuds.portal import filekey


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def agree(request: HttpRequest) -> HttpResponse:
    """A second press of the button finds the file gone; the ticket of the form brings the same code back."""
    if request.method == "POST":
        known = door.tickets.answer_of(door.tickets.of(request))
        if known:
            return _code(request, str(known["code"]))
    case = filekey.opened(request)
    if case is None:
        return redirect("portal:login")
    invitation = moving_in.invitation_of(case)
    if invitation is None or invitation.refused_at:
        return redirect("portal:file")
    return _answer(request, case)


def _answer(request: HttpRequest, case: Case) -> HttpResponse:
    if request.POST.get("go") == "no":
        moving_in.refuse(case)
        return redirect("portal:file")
    form = AgreeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            code = moving_in.move(case, form.agreement, actor=Actor.SYSTEM, ticket=door.tickets.of(request))
            return _code(request, code)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
    context = {
        "case": case,
        "form": form,
        "words": moving_in.words_of(case),
        "papers": moving_in.papers_of(case),
    }
    return render(request, "handover/agree.html", context)


def _code(request: HttpRequest, code: str) -> HttpResponse:
    try:
        back = reverse("integrity:back")
    except NoReverseMatch:  # the channel has a host of its own
        back = ""
    response = render(request, "handover/agreed.html", {"code": door.shown(code), "back": back})
    filekey.take_back(response)
    return response
