"""A handler's page of one report, and every act on it."""

import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ombuds.integrity import chests, tickets
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.forms import (
    AnswerForm,
    ColleagueForm,
    DecisionForm,
    ExceptionForm,
    IdentityForm,
    NoteForm,
    TextForm,
)
from ombuds.integrity.models import Handler, Report
from ombuds.integrity.services import (
    admitting,
    deciding,
    dialogue,
    files,
    identity,
    keeping,
    offering,
)
from ombuds.integrity.services.deciding import Decision
from ombuds.integrity.terms import Act, Channel, Compartment, Kind, Naming
from ombuds.integrity.views.desk import note_reading, shown_terms
from ombuds.integrity.views.entrance import report_page
from ombuds.integrity.views.saying import said
from ombuds.integrity.wording import ADDRESSEES, MOVES, VALUES, dated
from ombuds.lib.submitting import submitted

MAKE: dict[str, type[forms.Form]] = {
    "answer": AnswerForm,
    "note": NoteForm,
    "acknowledge": TextForm,
    "exception": ExceptionForm,
    "feedback": TextForm,
    "extend": TextForm,
    "hold": TextForm,
    "destroy": forms.Form,
}


def _moves(report: Report) -> list[tuple[str, Any]]:
    return [(state, MOVES[state]) for state in deciding.ALLOWED[report.state]]


def _choices(report: Report) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for state in deciding.ALLOWED[report.state]:
        found += deciding.CHOICES[Kind(report.kind)].get(state, [])
    return found


def _colleagues(report: Report, holder: Holder) -> dict[str, list[Handler]]:
    here = list(Handler.objects.filter(left_on=None).exclude(joined_on=None))
    return {
        "admit": admitting.can_be_admitted(report, holder),
        "names": here,
        "identity": [each for each in here if each.custodian and each != holder.handler],
    }


def _forms(report: Report, holder: Holder, name: str = "", data: Any = None) -> dict[str, forms.Form]:
    """All forms of the page; the one called `name` holds what was typed."""

    def given(each: str) -> Any:
        return data if each == name else None

    found: dict[str, forms.Form] = {
        each: make(given(each), auto_id=f"{each}_%s") for each, make in MAKE.items()
    }
    found["decide"] = DecisionForm(_moves(report), _choices(report), given("decide"), auto_id="decide_%s")
    people = _colleagues(report, holder)
    found["admit"] = ColleagueForm(people["admit"], given("admit"), auto_id="admit_%s")
    found["names"] = ColleagueForm(people["names"], given("names"), auto_id="names_%s")
    found["identity"] = IdentityForm(people["identity"], given("identity"), auto_id="identity_%s")
    return found


@report_page
def file(request: HttpRequest, holder: Holder, report: Report) -> HttpResponse:
    """Everything of one report."""
    note_reading(report, holder)
    return _page(request, holder, report, _forms(report, holder))


def _page(request: HttpRequest, holder: Holder, report: Report, made: dict[str, forms.Form]) -> HttpResponse:
    content = chests.open_chest(report, Compartment.CONTENT, holder)
    inner = chests.open_chest(report, Compartment.INNER, holder)
    told, naming = content.read("answers"), content.read("naming")
    context = {
        "report": report,
        "forms": made,
        "terms": shown_terms(report),
        "said": said(report, told),
        "minutes": report.channel != Channel.WEB,
        "signed": dialogue.signed_on(report, holder),
        "naming": Naming(naming["choice"]),
        "linked_to": naming.get("linked_to", ""),
        "identity": content.read("identity") or identity.revealed(report, holder),
        "asked": report.identity_requests.filter(asked_by=holder.handler, decided_on=None).exists(),
        "refused": report.identity_requests.filter(asked_by=holder.handler, granted=False).exists(),
        "messages_": dated(dialogue.conversation(report, holder)),
        "consents": dated(dialogue.consents(report, holder)),
        "files": dated({"field": name, **entry} for name, entry in files.listed(content).items()),
        "offers": dated(offering.offers(report, holder).values()),
        "notes": _decided(dated(inner.read_all("note:").values())),
        "kept_until": keeping.kept_until(report),
        "may_destroy": keeping.may_be_destroyed(report),
        "admitted": report.admissions.filter(ended_on=None).select_related("handler"),
        "may_move": bool(deciding.ALLOWED[report.state]),
        "colleagues": _colleagues(report, holder),
        "handler": holder.handler,
    }
    return render(request, "integrity/file.html", context)


def _decided(notes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Notes of decisions with their codes in words."""
    words = {**VALUES, **dict(ADDRESSEES)}
    return [
        {**note, **{name: words.get(note[name], "") for name in ("to", "choice") if name in note}}
        for note in notes
    ]


def _acts(report: Report, holder: Holder) -> dict[str, Callable[[dict[str, Any]], object]]:
    """Form → what it does with what was typed."""

    def colleague(data: dict[str, Any]) -> Handler:
        return Handler.objects.get(pk=uuid.UUID(data["colleague"]))

    return {
        "answer": lambda data: dialogue.say(report, holder, data["text"], question=data["question"]),
        "note": lambda data: deciding.add_note(report, holder, data["text"]),
        "acknowledge": lambda data: deciding.acknowledge(report, holder, data["text"]),
        "exception": lambda data: deciding.without_acknowledgement(
            report, holder, data["reason"], data["note"]
        ),
        "feedback": lambda data: deciding.give_feedback(report, holder, data["text"]),
        "extend": lambda data: deciding.extend(report, holder, data["text"]),
        "hold": lambda data: keeping.hold(report, holder, held=not report.held, note=data["text"]),
        "destroy": lambda data: keeping.destroy(report, holder),
        "admit": lambda data: admitting.admit(report, holder, colleague(data)),
        "names": lambda data: admitting.lose_sight(report, holder, colleague(data)),
        "identity": lambda data: identity.ask(report, holder, colleague(data), data["reason"]),
        "decide": lambda data: deciding.decide(
            report, holder, Decision(**{**data, "recovered_euros": data["recovered_euros"] or 0})
        ),
    }


@require_POST
@report_page
def act(request: HttpRequest, holder: Holder, report: Report, name: str) -> HttpResponse:
    """One act. A refusal shows the page again, with all that was typed."""
    acts = _acts(report, holder)
    if name not in acts:
        raise Http404
    made = _forms(report, holder, name, request.POST)
    if submitted(made[name], tickets.guarded(request, acts[name])):
        still = report.admissions.filter(handler=holder.handler, ended_on=None).exists()
        return redirect("integrity:file", key=report.pk) if still else redirect("integrity:desk")
    report.refresh_from_db()
    return _page(request, holder, report, made)


@report_page
def paper(
    request: HttpRequest, holder: Holder, report: Report, field: str, copy: str
) -> HttpResponse | StreamingHttpResponse:
    """A file: the copy without hidden data at once, the original after a warning."""
    entry = files.listed(chests.open_chest(report, Compartment.CONTENT, holder)).get(field)
    if entry is None or (copy == "clean" and not entry["clean"]):
        raise Http404
    if copy == "original" and request.method != "POST":
        return render(request, "integrity/original.html", {"report": report, "file": entry, "field": field})
    chosen = entry["clean"] if copy == "clean" else entry
    with atomic():
        note_reading(report, holder, Act.COPY_OPENED if copy == "clean" else Act.ORIGINAL_OPENED)
    name = files.name_of(entry, entry["clean"] if copy == "clean" else None)
    response = StreamingHttpResponse(files.content(chosen), content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{_quoted(name)}"
    response["Content-Length"] = str(chosen["size"])
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _quoted(name: str) -> str:
    return quote(name, safe="")
