"""The page of the file: the complainant sees how it stands, their letters and papers, and nothing of anybody else."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases.models import Case, CaseDocument
from ombuds.cases.services import council_of_state_of
from ombuds.cases.workflow import ACTIVE, State
from ombuds.correspondence.models import Message
from ombuds.correspondence.terms import Audience, Direction
from ombuds.correspondence.terms import Kind as MessageKind
from ombuds.correspondence.terms import State as MessageState
from ombuds.documents.access import as_download
from ombuds.portal import filekey
from ombuds.portal.complainant_forms import LoginForm
from ombuds.portal.filekey import file_view
from ombuds.portal.terms import Act
from ombuds.portal.words import limits_of, standing_of, waits_for

REVIEWABLE = {State.CLOSED, State.REFUSED, State.WITHDRAWN, State.REDIRECTED, State.TRANSFERRED}


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    """Reference and code open one file. Nothing tells whether a reference exists."""
    if request.method == "GET" and filekey.opened(request) is not None:
        return redirect("portal:file")
    form = LoginForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            case = filekey.opened_with(request, form.cleaned_data["reference"], form.cleaned_data["code"])
        except filekey.TooManyTries:
            form.add_error(None, _("Too many tries. Wait a quarter of an hour and try again, or call us."))
            return render(request, "portal/complainant/login.html", {"form": form}, status=429)
        if case is not None:
            record(Act.ENTER, actor=Actor.COMPLAINANT, subject=case, case=case)
            response = redirect("portal:file")
            filekey.give(response, case)
            return response
        form.add_error(
            None,
            _(
                "This reference and this code do not belong together. Look at both again. Did you lose the code? Call us."
            ),
        )
    return render(request, "portal/complainant/login.html", {"form": form})


@login_not_required
@never_cache
@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("This device no longer opens your file."))
    response = redirect("portal:login")
    filekey.take_back(response)
    return response


def papers_of(case: Case) -> "QuerySet[CaseDocument]":
    """Their own, and those that staff showed them. Never others."""
    theirs = Q(source=CaseDocument.Source.COMPLAINANT) | Q(shown_to_complainant=True)
    return case.papers.filter(theirs).select_related("document")


def letters_of(case: Case) -> "QuerySet[Message]":
    """Letters that were sent to them, newest first. No drafts, nothing to others, no one-time codes."""
    rows = Message.objects.filter(case=case, audience=Audience.COMPLAINANT).exclude(kind__in=_HIDDEN)
    sent = Q(direction=Direction.OUT, state=MessageState.SENT)
    received = Q(direction=Direction.IN, state=MessageState.RECEIVED)
    return (
        rows.filter(sent | received)
        .prefetch_related("texts")
        .select_related("pdf")
        .order_by("-sent_at", "-pk")
    )


_HIDDEN = [MessageKind.CODE, MessageKind.NOTICE, MessageKind.CALL, MessageKind.VISIT]


def may(case: Case) -> dict[str, bool]:
    """Which doors stand open for the person now."""
    state = State(case.state)
    return {
        "write": state not in (State.RETENTION, State.DESTROYED, State.MERGED),
        "withdraw": state in ACTIVE,
        "review": state in REVIEWABLE and not case.reviews.filter(decided_at__isnull=True).exists(),
        "resume": state == State.SUSPENDED,
        "come_back": state == State.FIRST_LINE,
    }


@require_GET
@file_view
def overview(request: HttpRequest, case: Case) -> HttpResponse:
    """How it stands."""
    context: dict[str, Any] = {
        "case": case,
        "standing": standing_of(case),
        "waits_for": waits_for(case),
        "limits": limits_of(case),
        "council": council_of_state_of(case),
        "questions": case.information_requests.filter(answered_at__isnull=True, closed_at__isnull=True),
        "letters": letters_of(case),
        "papers": papers_of(case),
        "sent": case.submissions.order_by("received_at"),
        "reviews": case.reviews.all(),
        "may": may(case),
    }
    return render(request, "portal/complainant/file.html", context)


@require_GET
@file_view
def letter(request: HttpRequest, case: Case, key: uuid.UUID) -> HttpResponse:
    """One letter, word for word."""
    found = letters_of(case).filter(key=key).first()
    if found is None:
        raise Http404
    return render(request, "portal/complainant/letter.html", {"case": case, "letter": found})


@require_GET
@file_view
def letter_pdf(request: HttpRequest, case: Case, key: uuid.UUID) -> HttpResponse:
    found = letters_of(case).filter(key=key).first()
    if found is None or found.pdf is None:
        raise Http404
    return as_download(found.pdf)  # type: ignore[return-value]  # a file is an answer like any other


@require_GET
@file_view
def paper(request: HttpRequest, case: Case, key: uuid.UUID) -> HttpResponse:
    found = papers_of(case).filter(document__key=key).first()
    if found is None:
        raise Http404
    record(Act.PAPER_READ, actor=Actor.COMPLAINANT, subject=found, case=case)
    return as_download(found.document)  # type: ignore[return-value]  # a file is an answer like any other
