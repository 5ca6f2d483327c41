"""Staff: asking the complainant, or noting what the complainant told them; and taking up a signed text."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import case_view, needs, staff
from ombuds.cases.models import Case
from ombuds.handover.forms import ToldForm
from ombuds.handover.models import SignedText
from ombuds.handover.services import moving_in, releasing
from ombuds.integrity import door
from ombuds.lib.errors import Refusal
from ombuds.office.services import current_office


@require_http_methods(["GET", "POST"])
@case_view(Permission.CASES_CASE_TRIAGE)
def ask(request: HttpRequest, case: Case) -> HttpResponse:
    """This complaint is a report: put the question to the complainant."""
    refusal = ""
    if request.method == "POST":
        try:
            if moving_in.invite(case, actor=staff(request)):
                messages.success(
                    request,
                    _("The complainant gets a letter, and finds the question on the page of the file."),
                )
            else:
                messages.warning(
                    request,
                    _(
                        "The question stands on the page of the file. No letter could go out: tell the complainant."
                    ),
                )
            return redirect("handover:ask", pk=case.pk)
        except Refusal as problem:
            refusal = problem.sentence
    context = {
        "case": case,
        "invitation": moving_in.invitation_of(case),
        "is_open": door.Installation.objects.exists(),
        "refusal": refusal,
    }
    return render(request, "handover/ask.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@case_view(Permission.CASES_CASE_TRIAGE)
def told(request: HttpRequest, case: Case) -> HttpResponse:
    """The complainant said yes by telephone, by letter or here. The code is shown once, to be read out."""
    form = ToldForm(request.POST or None)
    if request.method == "POST":
        ticket = door.tickets.of(request)
        known = door.tickets.answer_of(ticket)
        if known:
            return _code(request, str(known["code"]))
        if form.is_valid():
            try:
                moving_in.invite_silently(case, actor=staff(request))
                code = moving_in.move(case, form.agreement, actor=staff(request), ticket=ticket)
                return _code(request, code)
            except Refusal as problem:
                form.add_error(None, problem.sentence)
    return render(request, "handover/told.html", {"case": case, "form": form})


def _code(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "handover/told_done.html", {"code": door.shown(code)})


@needs(Permission.PUBLICATIONS_TEXT_WRITE)
def texts(request: HttpRequest) -> HttpResponse:
    """Texts that two handlers of the channel signed."""
    return render(request, "handover/texts.html", {"texts": SignedText.objects.all()})


@require_http_methods(["POST"])
@needs(Permission.PUBLICATIONS_TEXT_WRITE)
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    """From here on a publication like any other."""
    text = get_object_or_404(SignedText, pk=pk)
    try:
        made = releasing.take_up(text, office=current_office(), actor=staff(request))
    except Refusal as problem:
        messages.error(request, problem.sentence)
        return redirect("handover:texts")
    return redirect("publications:publication", pk=made.pk)
