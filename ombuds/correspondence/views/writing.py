"""Choosing a letter, changing its words, looking at it on paper, sending it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombuds.accounts.permissions import Permission
from ombuds.authorities.models import Body
from ombuds.cases.access import case_view, staff
from ombuds.cases.models import Case
from ombuds.cases.services import council_of_state_of
from ombuds.correspondence import paper
from ombuds.correspondence.addressees import NOBODY, Addressee, find, possible
from ombuds.correspondence.forms import ChooseForm, DraftForm, papers
from ombuds.correspondence.models import Message
from ombuds.correspondence.services import (
    change_draft,
    draft,
    drop,
    languages_for,
    posted,
    retry,
    send,
)
from ombuds.correspondence.services.drafting import audience_of
from ombuds.correspondence.terms import Audience, State
from ombuds.documents.access import as_download
from ombuds.documents.models import Document
from ombuds.lib.errors import Refusal
from ombuds.lib.pdf import PdfError
from ombuds.lib.today import today

NAMES = dict(settings.LANGUAGES)


@case_view()
def messages_of(request: HttpRequest, case: Case) -> HttpResponse:
    """Everything that went out and came in, newest first."""
    rows = (
        case.messages.exclude(state=State.DROPPED)
        .select_related("by", "body", "pdf")
        .prefetch_related("texts")
    )
    return render(
        request,
        "correspondence/messages.html",
        {"case": case, "rows": rows.order_by("-created_at", "-pk")[:300]},
    )


def _letters(case: Case) -> list[tuple[str, list[tuple[str, str]]]]:
    """The office's letters, grouped by whom they speak to, each named once."""
    groups: dict[str, dict[str, str]] = {}
    for row in case.office.lettertemplates.valid_on(today()).order_by("order", "code"):
        groups.setdefault(row.audience, {}).setdefault(row.code, f"{row.code} · {row}")
    labels = dict(Audience.choices)
    return [(str(labels.get(audience, audience)), list(codes.items())) for audience, codes in groups.items()]


def _addressees(case: Case, audience: str) -> list[Addressee]:
    members = Body.objects.filter(kind=Body.Kind.OMBUDS) if audience == Audience.OMBUDSMAN else []
    found = possible(case, audience, members)
    seen = {a.key for a in found}
    for other in (Audience.COMPLAINANT, Audience.SERVICE):
        found += [a for a in possible(case, other) if a.key not in seen]
        seen |= {a.key for a in found}
    return [*found, Addressee("other", label=_("Somebody else: write the address on the next page"))]


@case_view(Permission.CASES_CASE_TRIAGE)
def new(request: HttpRequest, case: Case) -> HttpResponse:
    """The first step: which letter, to whom, in which language. The letter is then kept as a draft."""
    code = request.POST.get("letter") or request.GET.get("letter") or "L11"
    try:
        audience = audience_of(case.office, code)
    except Refusal:
        code, audience = "", Audience.COMPLAINANT
    offered = case.office.setting("letter_languages", ["nl", "fr", "en"])
    languages = [(each, str(NAMES.get(each, each))) for each in offered]
    addressees = _addressees(case, audience)
    data = request.POST if request.method == "POST" else None
    wanted = request.GET.get("body", "")
    # The first of all ombudsmen would be a guess: a file must not go to somebody who is not competent.
    usual = NOBODY if audience == Audience.OMBUDSMAN else addressees[0]
    first = next((a for a in addressees if a.body and str(a.body.pk) == wanted), usual)
    form = ChooseForm(
        data, letters=_letters(case), addressees=addressees, languages=languages,
        initial={"letter": code, "to": "" if first is NOBODY else first.key},
    )  # fmt: skip
    if data is not None and form.is_valid():
        try:
            message = draft(
                case, form.cleaned_data["letter"], actor=staff(request), language=form.cleaned_data["language"],
                addressee=find(case, form.cleaned_data["to"]) or NOBODY,
            )  # fmt: skip
            return redirect("correspondence:message", case.pk, message.pk)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
    likely = " + ".join(str(NAMES.get(each, each)) for each in languages_for(case, first))
    context = {"case": case, "form": form, "likely": likely}
    return render(request, "correspondence/new.html", context, status=422 if form.errors else 200)


def _fetch(case: Case, number: int) -> Message:
    rows = case.messages.select_related("case__office", "case__handler", "by", "pdf", "body")
    found: Message | None = rows.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


@case_view()
def message(request: HttpRequest, case: Case, number: int) -> HttpResponse:
    """One message: a draft can be changed and sent, anything else is shown as it was sent."""
    shown = _fetch(case, number)
    if request.method == "POST":
        if not staff(request).may(Permission.CASES_CASE_TRIAGE):
            raise Http404
        return _act(request, case, shown)
    return _show(request, case, shown)


def _draft_form(case: Case, shown: Message, data: Any = None) -> DraftForm:
    rows = case.papers.select_related("document")
    return DraftForm(data, message=shown, choices=papers(rows))


def _show(request: HttpRequest, case: Case, shown: Message, form: DraftForm | None = None) -> HttpResponse:
    may_change = shown.is_draft and staff(request).may(Permission.CASES_CASE_TRIAGE)
    context = {
        "case": case,
        "message": shown,
        "form": form or (_draft_form(case, shown) if may_change else None),
        "unfilled": any("⟦" in t.body for t in shown.texts.all()),
        "council_of_state": council_of_state_of(case) if shown.letter == "L28" else None,
    }
    return render(
        request, "correspondence/message.html", context, status=422 if form and form.errors else 200
    )


def _act(request: HttpRequest, case: Case, shown: Message) -> HttpResponse:
    """What the pressed button asks for."""
    actor = staff(request)
    if "drop" in request.POST:
        drop(shown, actor=actor)
        messages.success(request, _("The draft is thrown away."))
        return redirect("correspondence:messages", case.pk)
    if "retry" in request.POST:
        retry(shown, actor=actor)
        messages.success(request, _("It is tried again."))
    elif "posted" in request.POST:
        posted(shown, actor=actor)
        messages.success(request, _("Noted: the letter is in the post."))
    elif not shown.is_draft:
        raise Refusal(_("This message has left already; what was sent is not changed any more."))
    else:
        return _save(request, case, shown)
    return redirect("correspondence:message", case.pk, shown.pk)


def _save(request: HttpRequest, case: Case, shown: Message) -> HttpResponse:
    form = _draft_form(case, shown, request.POST)
    if not form.is_valid():
        return _show(request, case, shown, form)
    given, actor = form.cleaned_data, staff(request)
    try:
        change_draft(
            shown, actor=actor, texts=form.texts(), channel=given["channel"], sent_to=given["sent_to"],
            attachments=list(Document.objects.filter(pk__in=given.get("attachments", []))), version=given["version"],
        )  # fmt: skip
        if "look" in request.POST:
            return redirect("correspondence:pdf", case.pk, shown.pk)
        if "send" in request.POST:
            send(shown, actor=actor)
            messages.success(
                request, _("Sent.") if shown.channel != "post" else _("Ready for the post: print it.")
            )
        else:
            messages.success(request, _("The draft is kept."))
    except Refusal as refusal:
        shown.refresh_from_db()
        again = request.POST.copy()
        again["version"] = str(shown.version)
        form = _draft_form(case, shown, again)
        form.add_error(None, refusal.sentence)
        return _show(request, case, shown, form)
    return redirect("correspondence:message", case.pk, shown.pk)


@case_view()
def pdf(request: HttpRequest, case: Case, number: int) -> HttpResponse:
    """As it was sent; a draft as it would be."""
    shown = _fetch(case, number)
    return pdf_response(shown)


def pdf_response(shown: Message) -> HttpResponse:
    """The stored pages, or those of a draft, as a download."""
    try:
        if shown.is_draft:
            pages = paper.render(shown)
        else:
            return as_download(paper.keep(shown))  # type: ignore[return-value]  # a FileResponse is a response
    except PdfError as problem:
        raise paper.NotPrintable() from problem
    response = HttpResponse(pages, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="draft-{shown.letter or shown.kind}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


@case_view(Permission.CASES_CASE_TRIAGE)
def attestation(request: HttpRequest, case: Case) -> HttpResponse:
    """The Council of State clock explained, and the proof of it (L28) made with one button."""
    clock = council_of_state_of(case)
    if request.method == "POST":
        made = draft(case, "L28", actor=staff(request))
        return redirect("correspondence:message", case.pk, made.pk)
    made_before = case.messages.filter(letter="L28").exclude(state=State.DROPPED)
    return render(
        request, "correspondence/attestation.html", {"case": case, "clock": clock, "made_before": made_before}
    )
