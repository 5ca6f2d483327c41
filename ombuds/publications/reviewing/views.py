"""The page on which a person looks at every marked place, and the page of the result."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.access import needs, staff
from ombuds.deidentification.services import Segment
from ombuds.lib.errors import Refusal
from ombuds.publications.access import fetch
from ombuds.publications.forms import LANGUAGES
from ombuds.publications.permitting import MayNot
from ombuds.publications.reviewing import applying, asking, services, showing
from ombuds.publications.reviewing.desk import Desk, open_desk, turn_of
from ombuds.publications.reviewing.forms import AddForm, ChangeForm
from ombuds.publications.reviewing.models import DRAFT
from ombuds.publications.reviewing.page import page
from ombuds.publications.reviewing.sources import record_read
from ombuds.publications.terms import Act, State

SEE = Permission.OFFICE_SETTINGS_READ  # every role has it; `access.fetch` decides
SCRIPT = "X-Reading"  # sent by reading.js, which takes the new page as the answer


def _desk(request: HttpRequest, pk: int, source: str) -> Desk:
    """Raises Http404: as if it did not exist."""
    user = staff(request)
    return open_desk(fetch(user, pk), source, user)


def _number(typed: str | None) -> int | None:
    return int(typed) if typed and typed.isascii() and typed.isdecimal() and len(typed) < 10 else None


@require_GET
@needs(SEE)
def reading(request: HttpRequest, pk: int, source: str = DRAFT) -> HttpResponse:
    desk = _desk(request, pk, source)
    record(Act.READ, actor=desk.user, subject=desk.publication)
    record_read(desk.source, desk.user)
    return page(
        request, desk, ask=_number(request.GET.get("ask")), change_place=request.GET.get("change", "")
    )


@require_POST
@needs(SEE)
def act(request: HttpRequest, pk: int, source: str = DRAFT) -> HttpResponse:
    """Every act of a reading: `do` says which, and on which place."""
    desk = _desk(request, pk, source)
    verb, _space, place = request.POST.get("do", "").partition(" ")
    handler = ACTS.get(verb)
    if handler is None:
        return page(request, desk, 422, trouble=_("Choose what to do with a place."))
    try:
        return handler(request, desk, place)
    except MayNot as refusal:
        return page(request, open_desk(desk.publication, source, desk.user), 403, trouble=refusal.sentence)
    except Refusal as refusal:
        again = open_desk(fetch(desk.user, pk), source, desk.user)
        return page(request, again, 409, trouble=refusal.sentence)


Handler = Callable[[HttpRequest, Desk, str], HttpResponse]


def _state(request: HttpRequest) -> dict[str, Any]:
    """What the reader saw when the act was chosen."""
    return {"version": _number(request.POST.get("version")) or 0, "seen": request.POST.get("seen", "")}


def _done(request: HttpRequest, desk: Desk, ask: int | None = None, sentence: str = "") -> HttpResponse:
    """The page as it is now: at once for the script, by way of a new request for others."""
    if sentence:
        messages.success(request, sentence)
    if request.headers.get(SCRIPT):
        fresh = open_desk(fetch(desk.user, desk.publication.pk), desk.source.slug, desk.user)
        return page(request, fresh, ask=ask)
    address = reverse("publications:reading", args=[desk.publication.pk, desk.source.slug])
    return redirect(f"{address}?ask={ask}#ask" if ask else f"{address}#queue")


def _start(request: HttpRequest, desk: Desk, place: str) -> HttpResponse:
    services.start(desk, _number(place) or 0)
    return _done(request, desk)


def _join(request: HttpRequest, desk: Desk, place: str) -> HttpResponse:
    services.join(desk)
    return _done(request, desk)


def _decider(verdict: str, *, everywhere: bool) -> Handler:
    def decide(request: HttpRequest, desk: Desk, place: str) -> HttpResponse:
        turn = turn_of(desk)
        row = services.decide(
            desk, turn, place=place, verdict=verdict, everywhere=everywhere, **_state(request)
        )
        learns = asking.question_about(desk, turn, row.pk) if verdict == "leave" else None
        return _done(request, desk, ask=row.pk if learns else None)

    return decide


def _accept_sure(request: HttpRequest, desk: Desk, place: str) -> HttpResponse:
    count = services.accept_sure(desk, turn_of(desk), **_state(request))
    said = ngettext("%(n)d place will be replaced.", "%(n)d places will be replaced.", count) % {"n": count}
    return _done(request, desk, sentence=said)


def _add(request: HttpRequest, desk: Desk, place: str) -> HttpResponse:
    pieces = [(p.key, f"{p.language.upper()}: {showing.PARTS.get(p.part, p.part)}") for p in desk.pieces]
    form = AddForm(request.POST, pieces=pieces, prefix="a")
    turn = turn_of(desk)
    if form.is_valid():
        try:
            row = services.add(desk, turn, **_state(request), **form.cleaned_data)
        except services.Stale as stale:
            return _again(request, desk, stale, add_form=form)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            learns = asking.question_about(desk, turn, row.pk)
            return _done(request, desk, ask=row.pk if learns else None)
    return page(request, open_desk(desk.publication, desk.source.slug, desk.user), 422, add_form=form)


def _change(request: HttpRequest, desk: Desk, place: str) -> HttpResponse:
    form = ChangeForm(request.POST, prefix="c")
    if form.is_valid():
        try:
            services.change(desk, turn_of(desk), place=place, **_state(request), **form.cleaned_data)
        except services.Stale as stale:
            return _again(request, desk, stale, change_form=form, change_place=place)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return _done(request, desk)
    again = open_desk(desk.publication, desk.source.slug, desk.user)
    return page(request, again, 422, change_form=form, change_place=place)


def _again(request: HttpRequest, desk: Desk, stale: Refusal, **forms: Any) -> HttpResponse:
    """The page as it is now, with what was typed."""
    fresh = open_desk(fetch(desk.user, desk.publication.pk), desk.source.slug, desk.user)
    return page(request, fresh, 409, trouble=stale.sentence, **forms)


def _undo(request: HttpRequest, desk: Desk, place: str) -> HttpResponse:
    services.undo(desk, turn_of(desk), **_state(request))
    return _done(request, desk)


def _finish(request: HttpRequest, desk: Desk, place: str) -> HttpResponse:
    services.finish(desk, turn_of(desk), **_state(request))
    return _done(request, desk, sentence=_("Finished. Every place was looked at."))


def _settler(verdict: str) -> Handler:
    def settle(request: HttpRequest, desk: Desk, place: str) -> HttpResponse:
        services.settle(desk, place=place, verdict=verdict, seen=request.POST.get("seen", ""))
        return _done(request, desk)

    return settle


def _teach(request: HttpRequest, desk: Desk, place: str) -> HttpResponse:
    words = request.POST.getlist("word")
    count = asking.teach(desk, turn_of(desk), _number(place) or 0, words)
    said = ngettext("%(n)d word is in the lexicon.", "%(n)d words are in the lexicon.", count) % {"n": count}
    return _done(request, desk, sentence=said)


def _no_lesson(request: HttpRequest, desk: Desk, place: str) -> HttpResponse:
    return _done(request, desk)


ACTS: dict[str, Handler] = {
    "start": _start,
    "join": _join,
    "mask": _decider("mask", everywhere=False),
    "leave": _decider("leave", everywhere=False),
    "mask-all": _decider("mask", everywhere=True),
    "leave-all": _decider("leave", everywhere=True),
    "sure": _accept_sure,
    "add": _add,
    "change": _change,
    "undo": _undo,
    "finish": _finish,
    "settle-mask": _settler("mask"),
    "settle-leave": _settler("leave"),
    "teach": _teach,
    "no": _no_lesson,
}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(SEE)
def result(request: HttpRequest, pk: int, source: str = DRAFT) -> HttpResponse:
    """The text as it would go on; by POST it goes into the draft."""
    desk = _desk(request, pk, source)
    trouble = ""
    if request.method == "POST":
        version, seen = _number(request.POST.get("version")) or 0, request.POST.get("seen", "")
        try:
            applying.put_in_draft(
                desk, version=version, seen=seen, language=request.POST.get("language", "")[:2]
            )
        except Refusal as refusal:
            trouble = refusal.sentence
            desk = open_desk(fetch(desk.user, pk), source, desk.user)
        else:
            messages.success(request, _("The replaced text is in the draft."))
            return redirect("publications:publication", pk)
    return _result_page(request, desk, trouble)


def _result_page(request: HttpRequest, desk: Desk, trouble: str) -> HttpResponse:
    shown: list[tuple[str, str | Promise, list[Segment]]] = []
    code = 422 if trouble else 200
    try:
        shown = [
            (
                r.piece.language,
                showing.PARTS.get(r.piece.part, r.piece.part),
                showing.replaced_segments(r.done),
            )
            for r in applying.replaced(desk)
        ]
    except Refusal as refusal:
        trouble, code = trouble or refusal.sentence, 409
    record_read(desk.source, desk.user)
    user = desk.user
    context = {
        "publication": desk.publication,
        "desk": desk,
        "shown": [(code_, LANGUAGES.get(code_, code_), part, segs) for code_, part, segs in shown],
        "trouble": trouble,
        "languages": [
            (t.language, LANGUAGES.get(t.language, t.language)) for t in desk.publication.texts.all()
        ],
        "may_put": desk.publication.state == State.DRAFT and user.may(Permission.PUBLICATIONS_TEXT_WRITE),
    }
    return render(request, "publications/reading_result.html", context, status=code)
