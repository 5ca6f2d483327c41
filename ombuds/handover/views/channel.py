"""Inside the channel: the handler's proposal and the reporter's answer; a text for a publication and its two signatures."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombuds.handover.forms import AnswerForm, OfferForm, TextForm
from ombuds.handover.services import moving_out, releasing
from ombuds.integrity import door
from ombuds.lib.errors import Refusal
from ombuds.lib.submitting import submitted


@door.report_page
def offer(request: HttpRequest, holder: door.Holder, report: door.Report) -> HttpResponse:
    """A handler proposes what would go over as a complaint."""
    content = door.open_chest(report, door.Compartment.CONTENT, holder)
    listed = door.files.listed(content)
    first = {"service": content.read("answers")["answers"].get("body", "")}
    form = OfferForm(listed, request.POST or None, initial=first)

    def act(data: dict[str, Any]) -> None:
        door.offering.propose(report, holder, form.offer)

    if request.method == "POST" and submitted(form, door.tickets.guarded(request, act)):
        return redirect("integrity:file", key=report.pk)
    return render(request, "handover/offer.html", {"form": form, "report": report})


@door.reporter_page
def answer(
    request: HttpRequest, visit: Any, report: door.Report, holder: door.Holder, field: str
) -> HttpResponse:
    """The reporter reads what would go over, word for word, and says yes or no."""
    form = AnswerForm(request.POST or None)
    if request.method == "POST":
        known = door.tickets.answer_of(door.tickets.of(request))
        if known:
            return _made(request, known)
        if form.is_valid():
            try:
                return _answered(request, report, holder, field, form)
            except Refusal as refusal:
                form.add_error(None, refusal.sentence)
    try:
        found = door.offering.open_offer(report, holder, field)
    except Refusal:
        return redirect("integrity:mine")
    listed = door.files.listed(door.open_chest(report, door.Compartment.CONTENT, holder))
    names = [listed[each]["name"] for each in found["files"] if each in listed]
    return render(request, "handover/answer.html", {"form": form, "offer": found, "names": names})


def _answered(
    request: HttpRequest, report: door.Report, holder: door.Holder, field: str, form: AnswerForm
) -> HttpResponse:
    if form.cleaned_data["answer"] == "no":
        door.offering.keep_here(report, holder, field)
        return redirect("integrity:mine")
    ticket = door.tickets.of(request)
    return _made(request, moving_out.agree(report, holder, field, form.agreement, ticket=ticket))


def _made(request: HttpRequest, made: dict[str, Any]) -> HttpResponse:
    return render(request, "handover/answered.html", made)


@door.report_page
def text(request: HttpRequest, holder: door.Holder, report: door.Report) -> HttpResponse:
    """Texts that may leave for a publication: the first signature here, the second by a colleague."""
    typed = request.POST if request.method == "POST" and request.POST.get("go") != "sign" else None
    form = TextForm(typed)

    def act(data: dict[str, Any]) -> None:
        door.releasing.propose(report, holder, **data)

    sentence = ""
    if request.method == "POST" and request.POST.get("go") == "sign":
        try:
            releasing.sign(report, holder, request.POST.get("field", ""))
            return redirect("door:text", key=report.pk)
        except Refusal as refusal:
            sentence = refusal.sentence
    elif request.method == "POST" and submitted(form, door.tickets.guarded(request, act)):
        return redirect("door:text", key=report.pk)
    assert holder.handler is not None
    rows = [
        {
            **entry,
            "field": field,
            "day": dt.date.fromisoformat(entry["day"]),
            "may_sign": not entry["second"] and entry["first"]["id"] != str(holder.handler.pk),
            "state": _("two signatures: it has left") if entry["second"] else _("one signature"),
        }
        for field, entry in door.releasing.texts(report, holder).items()
    ]
    context = {"form": form, "report": report, "rows": rows, "sentence": sentence}
    return render(request, "handover/text.html", context)
