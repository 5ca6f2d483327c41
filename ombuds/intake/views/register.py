"""Registering a call, a visit or a letter. What is typed outlives a mistake, a closed window and an ended session."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.cases.access import case_view
from ombuds.cases.models import Case
from ombuds.cases.services import new_code
from ombuds.cases.terms import Channel
from ombuds.documents.models import Document
from ombuds.intake.forms.register import RegisterForm
from ombuds.intake.models import Draft, Submission
from ombuds.intake.services import drafts, register
from ombuds.intake.suggesting import suggest, suggestion_of
from ombuds.intake.terms import Purpose
from ombuds.intake.views.form import bounded
from ombuds.intake.views.holding import language_of_page
from ombuds.lib.today import now, today
from ombuds.office.services import current_office

SALT = "intake.register"
SESSION_MAY_BE_OVER_FOR = 7 * 24 * 3600  # seconds: how long a page left open can still be saved


@login_not_required  # a post of an ended session is kept before the person is asked to log in again
@never_cache
@bounded
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """One page; only the way it came and some words are required."""
    if not isinstance(request.user, User):
        return _kept_until_login(request)
    if not request.user.may(Permission.INTAKE_SUBMISSION_REGISTER):
        raise PermissionDenied
    draft = drafts.draft_of_staff(request.user)
    if request.method == "POST":
        return _typed(request, request.user, draft)
    typed = draft.answers.get("register", {})
    form = RegisterForm(initial=typed, candidates=_candidates(typed))
    return _show(request, request.user, draft, form)


def _kept_until_login(request: HttpRequest) -> HttpResponse:
    """The session is over. The page carries a signed number of its writer: the text goes into their draft."""
    if request.method == "POST":
        try:
            number = signing.loads(request.POST.get("owner", ""), salt=SALT, max_age=SESSION_MAY_BE_OVER_FOR)
        except signing.BadSignature:
            number = None
        owner = User.objects.filter(pk=number, is_active=True).first() if number else None
        if owner is not None:
            draft = drafts.draft_of_staff(owner)
            drafts.keep(draft, register=RegisterForm(request.POST).typed())
            drafts.add_files(draft, request.FILES.getlist("files"), purpose=Purpose.SCAN)
            messages.info(
                request, _("Your session had ended. What you typed is kept: log in and you find it again.")
            )
    return redirect_to_login(reverse("intake:register"))


def _candidates(typed: dict[str, Any]) -> list[tuple[str, str]]:
    found = [
        (one.code, one.name)
        for one in suggest(typed.get("body_text", ""), current_office(), language_of_page())
    ]
    chosen = suggestion_of(str(typed.get("body", "")))
    if chosen and chosen.code not in dict(found):
        found.insert(0, (chosen.code, chosen.name))
    return found


def _typed(request: HttpRequest, user: User, draft: Draft) -> HttpResponse:
    typed = RegisterForm(request.POST).typed()
    drafts.keep(draft, register=typed)
    sentences = _files(request, draft)
    go = request.POST.get("go", "")
    if go == "drop":
        drafts.forget(draft)
        messages.success(request, _("The page is empty again."))
        return redirect("intake:register")
    if request.POST.get("remove") or (go in ("keep", "find", "upload") and not sentences):
        if go == "keep":
            messages.success(request, _("Kept. You find it here again, also on another computer."))
        return redirect(reverse("intake:register") + ("#service" if go == "find" else ""))
    form = RegisterForm(request.POST, candidates=_candidates(typed))
    if sentences or not form.is_valid():
        return _show(request, user, draft, form, sentences)
    submission = _register(user, draft, form)
    drafts.forget(draft)
    case = submission.case
    assert case is not None  # register() always makes one; this tells the type checker
    messages.success(request, _("Registered as %(reference)s.") % {"reference": case.reference})
    return redirect("intake:triage_case", pk=case.pk)


def _files(request: HttpRequest, draft: Draft) -> list[str]:
    removed = request.POST.get("remove", "")
    if removed:
        drafts.remove_file(draft, removed)
    _kept, sentences = drafts.add_files(draft, request.FILES.getlist("files"), purpose=Purpose.SCAN)
    return sentences


def _register(user: User, draft: Draft, form: RegisterForm) -> Submission:
    values = form.cleaned_data
    chosen = suggestion_of(values["body"])
    documents: list[Document] = [row.document for row in draft.files.select_related("document")]
    grievance = None
    subject = values["subject"]
    if chosen or values["body_text"]:
        name = str(chosen.body) if chosen else ""
        subject = subject or (_("Complaint about %(service)s") % {"service": name} if name else "")
        grievance = {
            "body": chosen.body if chosen else None,
            "body_as_written": values["body_text"],
            "summary": (subject or str(Channel(values["channel"]).label))[:300],
        }
    return register(
        office=current_office(),
        actor=user,
        channel=values["channel"],
        notes=values["notes"],
        fields={name: value for name, value in form.typed().items() if value and name != "notes"},
        case_fields={**form.case_fields(), "subject": subject or str(Channel(values["channel"]).label)},
        party=form.party(),
        representative=form.representative(),
        grievance=grievance,
        documents=documents,
        received_at=_received(values["received_on"]),
    )


def _received(day: dt.date | None) -> dt.datetime:
    """A letter of an earlier day counts from that day; noon stands for a time that nobody noted."""
    if day is None or day == today():
        return now()
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))


def _show(
    request: HttpRequest, user: User, draft: Draft, form: RegisterForm, sentences: list[str] | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "draft": draft,
        "kept": bool(draft.answers.get("register")) and not form.is_bound,
        "files": draft.files.select_related("document"),
        "sentences": sentences or [],
        "owner": signing.dumps(user.pk, salt=SALT),
        "most_files": settings.UPLOAD_MAX_FILES,
        "most_megabytes": settings.UPLOAD_MAX_BYTES // 1024 // 1024,
        "has_candidates": len(getattr(form.fields["body"], "choices", [])) > 1,
    }
    return render(request, "intake/register.html", context)


@require_http_methods(["POST"])
@case_view(Permission.INTAKE_SUBMISSION_REGISTER)
def give_code(request: HttpRequest, case: Case) -> HttpResponse:
    """A fresh code for the person at the telephone or the counter. An earlier one stops working."""
    return render(request, "intake/code.html", {"case": case, "code": new_code(case)})
