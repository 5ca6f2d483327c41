"""What the complainant does on the page of the file."""

import uuid
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from ombuds.admissibility.services import ask_review, return_from_first_line, withdraw
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases import search
from ombuds.cases.models import Case, CaseDocument, Party
from ombuds.cases.services import add_party, store_documents
from ombuds.cases.services.content import match_key
from ombuds.cases.terms import PartyRole
from ombuds.correspondence.services import answer_information_request, receive
from ombuds.correspondence.terms import Delivery
from ombuds.lib.errors import Refusal
from ombuds.portal import complainant_forms as f
from ombuds.portal.filekey import file_view
from ombuds.portal.terms import Act
from ombuds.portal.views.complainant import may

CONTACT = ("email", "phone", "street", "postcode", "town", "prefers_post")
View = Callable[..., HttpResponse]


def bounded(view: View) -> View:
    """A sentence when too much is sent at once to be read at all."""

    @csrf_exempt
    @login_not_required
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            request.POST  # noqa: B018  # reading it is what fails
        except (TooManyFilesSent, TooManyFieldsSent, RequestDataTooBig):
            limit = {"limit": settings.UPLOAD_MAX_FILES}
            messages.error(
                request,
                _("This was too much at once, and nothing of it was kept. At most %(limit)s files fit.")
                % limit,
            )
            return redirect(request.path)
        return csrf_protect(view)(request, *args, **kwargs)

    return wrapped


def _papers(request: HttpRequest, case: Case) -> list[CaseDocument]:
    """Keep the good files; each of the others gets its sentence."""
    uploads = request.FILES.getlist("files")
    sentences = [
        _("At most %(limit)s files fit at once. “%(name)s” was not added: send it with a next message.")
        % {"limit": settings.UPLOAD_MAX_FILES, "name": str(one.name)[:120]}
        for one in uploads[settings.UPLOAD_MAX_FILES :]
    ]
    papers, refused = store_documents(
        case,
        uploads[: settings.UPLOAD_MAX_FILES],
        actor=Actor.COMPLAINANT,
        source=CaseDocument.Source.COMPLAINANT,
        shown_to_complainant=True,
    )
    for sentence in [*refused, *sentences]:
        messages.error(request, sentence)
    for kept in papers:
        messages.success(
            request, _("“%(name)s” is with your file now.") % {"name": kept.document.original_name}
        )
    return papers


def _show(request: HttpRequest, case: Case, page: str, form: Any, **more: Any) -> HttpResponse:
    context = {
        "case": case,
        "form": form,
        "most_files": settings.UPLOAD_MAX_FILES,
        "most_megabytes": settings.UPLOAD_MAX_BYTES // 1024 // 1024,
        **more,
    }
    return render(request, f"portal/complainant/{page}.html", context)


def _closed(case: Case, door: str) -> None:
    """A page that is not open now does not exist."""
    if not may(case)[door]:
        raise Http404


def _writer(case: Case) -> Party | None:
    """Whose data the person behind the code may change: the representative's, else the complainant's."""
    parties = {party.role: party for party in case.parties.order_by("-pk")}
    return parties.get(PartyRole.REPRESENTATIVE) or parties.get(PartyRole.COMPLAINANT)


@bounded
@require_http_methods(["GET", "POST"])
@file_view
def message(request: HttpRequest, case: Case) -> HttpResponse:
    """Words, papers, or both."""
    _closed(case, "write")
    form = f.MessageForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        papers = _papers(request, case)
        text = form.cleaned_data["text"].strip()
        if text:
            _receive(case, text)
            messages.success(request, _("Your message is with us."))
        elif not papers and not request.FILES:
            form.add_error("text", _("Write a message, or choose a file."))
            return _show(request, case, "message", form)
        return redirect("portal:file" if text or papers else "portal:message")
    if request.method == "POST":
        _papers(request, case)
    return _show(request, case, "message", form)


def _receive(case: Case, text: str, subject: str = "") -> None:
    writer = _writer(case)
    receive(
        case,
        actor=Actor.COMPLAINANT,
        text=text,
        subject=subject,
        channel=Delivery.PORTAL,
        from_whom=writer.full_name if writer else "",
    )


@bounded
@require_http_methods(["GET", "POST"])
@file_view
def answer(request: HttpRequest, case: Case, key: uuid.UUID) -> HttpResponse:
    """The answer to what we asked."""
    asked = case.information_requests.filter(key=key).first()
    if asked is None:
        raise Http404
    form = f.AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and asked.is_open:
        papers = _papers(request, case)
        if form.is_valid():
            text = form.cleaned_data["text"].strip()
            if not text and papers:
                text = _("See the papers: %(names)s") % {
                    "names": ", ".join(paper.document.original_name for paper in papers)
                }
            try:
                answer_information_request(asked, actor=Actor.COMPLAINANT, text=text)
                messages.success(request, _("Thank you. Your answer is with us."))
                return redirect("portal:file")
            except Refusal as refusal:
                form.add_error(None, refusal.sentence)
    return _show(request, case, "answer", form, asked=asked)


@bounded
@require_http_methods(["GET", "POST"])
@file_view
def contact(request: HttpRequest, case: Case) -> HttpResponse:
    """Where we reach the person."""
    party = _writer(case)
    initial = {name: getattr(party, name) for name in CONTACT} if party else {}
    form = f.ContactForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in CONTACT}
        with transaction.atomic():
            if party is None:
                add_party(case, actor=Actor.COMPLAINANT, role=PartyRole.COMPLAINANT, **values)
            else:
                for name, value in values.items():
                    setattr(party, name, value)
                party.match_key = match_key(party)
                party.save()
                search.index_case(case)
                changed = sorted(name for name, value in values.items() if initial.get(name) != value)
                record(
                    Act.CHANGE_CONTACT,
                    actor=Actor.COMPLAINANT,
                    subject=party,
                    case=case,
                    data={"fields": changed},
                )
        messages.success(request, _("Your data are changed."))
        return redirect("portal:file")
    return _show(request, case, "contact", form, party=party)


@bounded
@require_http_methods(["GET", "POST"])
@file_view
def take_back(request: HttpRequest, case: Case) -> HttpResponse:
    """Withdraw. Free at any time; asked once more."""
    _closed(case, "withdraw")

    def act(values: dict[str, Any]) -> None:
        withdraw(case, actor=Actor.COMPLAINANT, reason=values["text"].strip(), nothing_left=values["solved"])

    return _acted(
        request,
        case,
        "withdraw",
        f.WithdrawForm,
        act,
        _("You took your complaint back. Thank you for telling us."),
    )


@bounded
@require_http_methods(["GET", "POST"])
@file_view
def review(request: HttpRequest, case: Case) -> HttpResponse:
    """Disagree with an ended case: someone else looks at it."""
    _closed(case, "review")

    def act(values: dict[str, Any]) -> None:
        ask_review(case, actor=Actor.COMPLAINANT, why=values["text"])

    return _acted(
        request,
        case,
        "review",
        f.ReviewForm,
        act,
        _("Someone else at our office looks at it again. We write to you."),
    )


@bounded
@require_http_methods(["GET", "POST"])
@file_view
def resume(request: HttpRequest, case: Case) -> HttpResponse:
    """The proceedings are over. Staff resume the case; only the person can ask for it."""
    _closed(case, "resume")

    def act(values: dict[str, Any]) -> None:
        with transaction.atomic():
            _receive(case, values["text"], subject=_("Request to go on with the file"))
            record(Act.RESUME_ASKED, actor=Actor.COMPLAINANT, subject=case, case=case)

    return _acted(
        request, case, "resume", f.ResumeForm, act, _("We have your request to go on, and write to you.")
    )


@bounded
@require_http_methods(["GET", "POST"])
@file_view
def come_back(request: HttpRequest, case: Case) -> HttpResponse:
    """Back from the service, unsatisfied: the same reference goes on."""
    _closed(case, "come_back")

    def act(values: dict[str, Any]) -> None:
        return_from_first_line(
            case, actor=Actor.COMPLAINANT, gateway=values["gateway"], note=values["text"].strip()
        )

    return _acted(
        request,
        case,
        "come_back",
        f.ReturnForm,
        act,
        _("Your complaint is with us again, under the same reference."),
    )


def _acted(
    request: HttpRequest,
    case: Case,
    page: str,
    form_class: type[f.Tidy],
    act: Callable[[dict[str, Any]], None],
    done: str,
) -> HttpResponse:
    """Form, act, and back to the file; a refusal stays on the page with what was typed."""
    form = form_class(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        _papers(request, case)
        if form.is_valid():
            try:
                act(form.cleaned_data)
                messages.success(request, done)
                return redirect("portal:file")
            except Refusal as refusal:
                form.add_error(None, refusal.sentence)
    return _show(request, case, page, form)
