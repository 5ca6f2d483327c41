"""Staff lay a draft before a service, and deal with what it says."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import needs, staff
from ombuds.lib.submitting import submitted
from ombuds.lib.today import today
from ombuds.publications import services
from ombuds.publications.access import fetch
from ombuds.publications.authoring import hearing
from ombuds.publications.authoring import services as authoring
from ombuds.publications.authoring.forms import AnswerForm, AskForm
from ombuds.publications.authoring.models import Hearing
from ombuds.publications.models import Publication
from ombuds.publications.terms import LANGUAGES, State

WRITE = Permission.PUBLICATIONS_TEXT_WRITE
SEE = Permission.OFFICE_SETTINGS_READ  # every role has it; `access.fetch` decides
ANSWER_DAYS = 15


@require_POST
@needs(WRITE)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = fetch(staff(request), pk), AskForm(request.POST, prefix="s")
    if submitted(form, lambda values: hearing.ask_service(found, actor=staff(request), **values)):
        messages.success(request, _("Noted. The text is not approved before the service could answer."))
        return redirect("publications:hearings", pk)
    return hearings_page(request, found, 422, ask=form)


@require_safe
@needs(SEE)
def hearings(request: HttpRequest, pk: int) -> HttpResponse:
    return hearings_page(request, fetch(staff(request), pk))


@require_POST
@needs(WRITE)
def answer(request: HttpRequest, pk: int, hearing_pk: int) -> HttpResponse:
    found = fetch(staff(request), pk)
    one = get_object_or_404(found.hearings, pk=hearing_pk)
    form = _form(one, request.POST)
    if submitted(form, lambda values: hearing.keep_answer(one, actor=staff(request), **values)):
        messages.success(request, _("Kept."))
        return redirect("publications:hearings", pk)
    return hearings_page(request, found, 422, answers={one.pk: form})


def hearings_page(request: HttpRequest, found: Publication, code: int = 200, **bound: Any) -> HttpResponse:
    """What services were asked about the draft, and what they said."""
    answers = bound.get("answers", {})
    due = today() + dt.timedelta(days=ANSWER_DAYS)
    rows = found.hearings.select_related("body", "by", "publication__office")
    context = {
        "publication": found,
        "rows": [
            (row, None if row.answered_on else answers.get(row.pk) or _form(row), _draft_of(row))
            for row in rows
        ],
        "ask_form": bound.get("ask") or AskForm(prefix="s", initial={"due_on": due}),
        "may_write": staff(request).may(WRITE) and found.state not in (State.PUBLISHED, State.WITHDRAWN),
    }
    return render(request, "publications/hearings.html", context, status=code)


def _form(one: Hearing, data: Any = None) -> AnswerForm:
    languages = services.required_languages(one.publication.office)
    return AnswerForm(data, prefix=f"h{one.pk}", hearing=one, languages=languages)


def _draft_of(one: Hearing) -> list[tuple[str, str, dict[str, str]]]:
    """What the service got, to read its answer beside."""
    kept = authoring.texts_at(one.publication, one.version)
    return [
        (code, str(LANGUAGES.get(code, code)), texts) for code, texts in kept.items() if texts["body"].strip()
    ]
