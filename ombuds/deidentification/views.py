"""The office's lexicon, and a page to try the engine on."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ombuds.accounts.access import needs, staff
from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.deidentification import services
from ombuds.deidentification.engine import KnownIdentifiers, Mode, deidentify, find
from ombuds.deidentification.engine.language import guess
from ombuds.deidentification.forms import TryForm, WordForm
from ombuds.deidentification.models import LexiconEntry
from ombuds.deidentification.services.lexicon import may_teach
from ombuds.deidentification.terms import GROUP_LABELS
from ombuds.lib.submitting import submitted
from ombuds.office.services import current_office

PER_PAGE = 100
ENDED_SHOWN = 50
EVERYONE = Permission.OFFICE_SETTINGS_READ  # every role has it


def _teacher(request: HttpRequest) -> User:
    """Raises PermissionDenied."""
    user = staff(request)
    if not may_teach(user):
        raise PermissionDenied
    return user


@require_http_methods(["GET", "HEAD", "POST"])
@needs(EVERYONE)
def try_engine(request: HttpRequest) -> HttpResponse:
    """What the engine makes of a pasted text. It goes back to the browser and nowhere else."""
    form = TryForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"form": form, "kind_groups": GROUP_LABELS}
    if request.method == "POST" and form.is_valid():
        context |= _tried(**form.cleaned_data)
    return render(request, "deidentification/try.html", context, status=422 if form.errors else 200)


def _tried(text: str, language: str, mode: str) -> dict[str, Any]:
    spoken = guess(text) if language == "auto" else language
    vocabulary = services.vocabulary_of(current_office(), [spoken])
    marks = services.marks_of(text, find(text, spoken, KnownIdentifiers(), vocabulary))
    done = None if mode == Mode.MARK else deidentify(text, language=spoken, mode=Mode(mode)).text
    return {"spoken": spoken, "marks": marks, "segments": services.segments(text, marks), "result": done}


@needs(EVERYONE)
def lexicon(request: HttpRequest) -> HttpResponse:
    return _page(request, _teacher(request), WordForm())


def _page(request: HttpRequest, user: User, form: WordForm, code: int = 200) -> HttpResponse:
    office = current_office()
    rows = services.standing(office)
    ended = LexiconEntry.objects.filter(office=office, ended_at__isnull=False)
    context = {
        "form": form,
        "waiting": list(rows.filter(is_name=False, confirmed_at__isnull=True)),
        "page": Paginator(rows.in_force(), PER_PAGE).get_page(request.GET.get("page")),
        "ended": ended.select_related("decided_by", "ended_by").order_by("-ended_at")[:ENDED_SHOWN],
        "may_change": user.may(Permission.DEIDENTIFICATION_LEXICON_CHANGE),
    }
    return render(request, "deidentification/lexicon.html", context, status=code)


@require_POST
@needs(EVERYONE)
def teach(request: HttpRequest) -> HttpResponse:
    user, form = _teacher(request), WordForm(request.POST)

    def act(values: dict[str, Any]) -> None:
        values["is_name"] = values["is_name"] == "yes"
        services.learn(office=current_office(), actor=user, **values)

    if submitted(form, act):
        messages.success(request, _("The word is in the lexicon."))
        return redirect("deidentification:lexicon")
    return _page(request, user, form, 422)


@require_POST
@needs(EVERYONE)
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    user = _teacher(request)
    services.confirm(get_object_or_404(LexiconEntry, pk=pk, office=current_office()), actor=user)
    messages.success(request, _("Agreed. The engine no longer stops at this word."))
    return redirect("deidentification:lexicon")


@require_POST
@needs(EVERYONE)
def take_out(request: HttpRequest, pk: int) -> HttpResponse:
    user = _teacher(request)
    services.remove(get_object_or_404(LexiconEntry, pk=pk, office=current_office()), actor=user)
    messages.success(request, _("The word is taken out. It can be taught again below."))
    return redirect("deidentification:lexicon")
