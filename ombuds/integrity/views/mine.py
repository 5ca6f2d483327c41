"""The reporter's own pages: the receipt, the conversation, files, consent, protection, taking it back."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.integrity import chests, deadlines, sessions, tickets
from ombuds.integrity.chests import Holder
from ombuds.integrity.forms import ConsentForm, MessageForm, ProtectionForm, WithdrawForm
from ombuds.integrity.models import Report
from ombuds.integrity.services import (
    deciding,
    dialogue,
    files,
    offering,
    pieces,
    protecting,
    renewing,
)
from ombuds.integrity.sessions import Visit
from ombuds.integrity.terms import ENDED, Channel, Compartment, State
from ombuds.integrity.vault import codes
from ombuds.integrity.views.entrance import reporter_page
from ombuds.integrity.views.saying import said
from ombuds.integrity.wording import FOR_REPORTER, PROMISED, WHY, dated
from ombuds.lib.errors import Refusal
from ombuds.lib.submitting import submitted
from ombuds.lib.text import clean


@reporter_page
def receipt(request: HttpRequest, visit: Visit, report: Report, holder: Holder) -> HttpResponse:
    """The code, until the reporter says that it is written down; then never again."""
    code = visit.holds.get("code")
    if request.method == "POST" or not code:
        visit.holds.pop("code", None)
        visit.holds.pop("sentences", None)
        visit.holds.pop("renewed", None)
        if "ticket" in visit.holds:
            tickets.forget(visit.holds.pop("ticket"))
        visit.keep()
        return redirect("integrity:mine")
    context = {
        "code": codes.shown(code),
        "sentences": visit.holds.get("sentences", []),
        "terms": _terms(report),
        "renewed": visit.holds.get("renewed", False),
    }
    return render(request, "integrity/receipt.html", context)


def _terms(report: Report) -> list[dict[str, object]]:
    return [
        {"says": PROMISED[due.what] % {"day": date_format(due.day, "j F Y")}, "why": WHY[due.why]}
        for due in deadlines.open_terms(deciding.facts_of(report))
    ]


@reporter_page
def mine(request: HttpRequest, visit: Visit, report: Report, holder: Holder) -> HttpResponse:
    """Everything about one's report, on one page; a message can be written at once."""
    form = MessageForm(request.POST or None, request.FILES or None)
    sentences: list[str] = []
    if request.method == "POST" and form.is_valid():
        sentences = _once(request, report, holder, form)
        if not form.errors and not sentences:
            return redirect("integrity:mine")
    opened = chests.open_chest(report, Compartment.CONTENT, holder)
    told = opened.read("answers")
    context = {
        "report": report,
        "form": form if form.errors else MessageForm(),
        "sentences": sentences,
        "state": FOR_REPORTER[State(report.state)],
        "terms": _terms(report),
        "messages_": dated(dialogue.conversation(report, holder)),
        "waiting": dialogue.is_waiting_for_answer(dialogue.conversation(report, holder)),
        "files": dated({"field": name, **entry} for name, entry in files.listed(opened).items()),
        "said": said(report, told),
        "consents": dated(dialogue.consents(report, holder)),
        "offers": dated({"field": name, **one} for name, one in offering.offers(report, holder).items()),
        "protections": _protections(report, holder),
        "unfinished": pieces.unfinished(opened),
        "ended": report.state in ENDED,
        "minutes": report.channel != Channel.WEB,
        "signed": dialogue.signed_on(report, holder),
    }
    return render(request, "integrity/mine.html", context)


def _once(request: HttpRequest, report: Report, holder: Holder, form: MessageForm) -> list[str]:
    """A message that is sent twice arrives once; the second press reads what the first was told."""

    def act() -> dict[str, Any]:
        return {"sentences": _say(report, holder, form)}

    if not form.cleaned_data["text"].strip() and not form.cleaned_data["papers"]:
        form.add_error("text", _("Write something, or choose a file."))
        return []
    sentences: list[str] = tickets.once(tickets.of(request), act).get("sentences", [])
    return sentences


def _say(report: Report, holder: Holder, form: MessageForm) -> list[str]:
    text, uploads = form.cleaned_data["text"], form.cleaned_data["papers"]
    if text.strip():
        dialogue.say(report, holder, text)
    return files.attach(chests.open_chest(report, Compartment.CONTENT, holder), uploads, by="reporter")


def _protections(report: Report, holder: Holder) -> list[dict[str, object]]:
    found = []
    for entry in protecting.files_of(report, holder):
        other = Report.objects.filter(pk=entry["id"]).first()
        if other:
            found.append(
                {"id": other.pk, "state": FOR_REPORTER[State(other.state)], "day": other.received_on}
            )
    return found


@reporter_page
def consent(request: HttpRequest, visit: Visit, report: Report, holder: Holder) -> HttpResponse:
    """May it be shared, and with whom."""
    form = ConsentForm(request.POST or None)

    def act(data: dict[str, str]) -> None:
        dialogue.consent(report, holder, given=data["given"] == "yes", to=data["to"])

    if request.method == "POST" and submitted(form, tickets.guarded(request, act)):
        return redirect("integrity:mine")
    return render(request, "integrity/consent.html", {"form": form})


@reporter_page
def protection(request: HttpRequest, visit: Visit, report: Report, holder: Holder) -> HttpResponse:
    """Asking for protection against reprisals."""
    form = ProtectionForm(request.POST or None)

    def act(data: dict[str, str]) -> None:
        protecting.ask(report, holder, protecting.Request(**data))

    if request.method == "POST" and submitted(form, tickets.guarded(request, act)):
        return redirect("integrity:mine")
    return render(request, "integrity/protection.html", {"form": form})


@reporter_page
def protection_file(
    request: HttpRequest, visit: Visit, report: Report, holder: Holder, key: uuid.UUID
) -> HttpResponse:
    """The conversation about a request for protection."""
    found = protecting.opened(report, holder, key)
    if found is None:
        raise Http404
    other, own = found
    form = MessageForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sentences = _once(request, other, own, form)
        if not form.errors and not sentences:
            return redirect("integrity:protection_file", key=key)
    opened = chests.open_chest(other, Compartment.CONTENT, own)
    context = {
        "form": form,
        "state": FOR_REPORTER[State(other.state)],
        "answers": opened.read("answers")["answers"],
        "messages_": dated(dialogue.conversation(other, own)),
        "files": dated({"field": name, **entry} for name, entry in files.listed(opened).items()),
    }
    return render(request, "integrity/protection_file.html", context)


@reporter_page
def withdraw(request: HttpRequest, visit: Visit, report: Report, holder: Holder) -> HttpResponse:
    """Taking it back."""
    form = WithdrawForm(request.POST or None)

    def act(data: dict[str, str]) -> None:
        dialogue.withdraw(report, holder, data["why"])

    if request.method == "POST" and submitted(form, tickets.guarded(request, act)):
        return redirect("integrity:mine")
    return render(request, "integrity/withdraw.html", {"form": form})


@require_POST
@reporter_page
def begin_file(request: HttpRequest, visit: Visit, report: Report, holder: Holder) -> HttpResponse:
    """A large file begins, or goes on where it stopped."""
    size = request.POST.get("size", "")
    if not size.isascii() or not size.isdecimal() or len(size) > 15:
        return JsonResponse({"sentence": ""}, status=400)
    try:
        return JsonResponse(
            {"next": pieces.begin(report, holder, clean(request.POST.get("name", "")), int(size))}
        )
    except Refusal as refusal:
        return JsonResponse({"sentence": refusal.sentence}, status=409)


@require_POST
@reporter_page
def piece(request: HttpRequest, visit: Visit, report: Report, holder: Holder, number: int) -> HttpResponse:
    """One piece of it: 1 MiB, or what is left."""
    try:
        return JsonResponse({"next": pieces.put(report, holder, number, request.body)})
    except pieces.NotThatPiece:
        return JsonResponse({"sentence": ""}, status=409)


@require_POST
@reporter_page
def end_file(request: HttpRequest, visit: Visit, report: Report, holder: Holder) -> HttpResponse:
    """All of it is here."""
    try:
        return JsonResponse({"sentences": pieces.finish(report, holder)})
    except pieces.NotThatPiece:
        return JsonResponse({"sentence": ""}, status=409)


@require_POST
@reporter_page
def sign(request: HttpRequest, visit: Visit, report: Report, holder: Holder) -> HttpResponse:
    """The minutes are right."""
    dialogue.sign(report, holder)
    return redirect("integrity:mine")


@require_POST
@reporter_page
def new_code(request: HttpRequest, visit: Visit, report: Report, holder: Holder) -> HttpResponse:
    """Somebody else may know the old one. A second press finds the new code still on the page."""

    def act() -> None:
        code, renewed = renewing.renew(report, holder)
        visit.holds.update(code=code, renewed=True, key=renewed.pair.private.hex())
        visit.keep()

    tickets.once(tickets.of(request), act)
    return redirect("integrity:receipt")


@require_POST
@reporter_page
def close(request: HttpRequest, visit: Visit, report: Report, holder: Holder) -> HttpResponse:
    """The visit ends; the code opens it again."""
    response = redirect("integrity:start")
    sessions.end(request, response)
    return response
