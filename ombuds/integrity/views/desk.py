"""The handlers' door, their list, and reports that did not come by the website."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.integrity import deadlines, figures, limits, record, sessions, tickets
from ombuds.integrity.chests import Holder
from ombuds.integrity.deadlines import Due
from ombuds.integrity.forms import (
    DeclarationForm,
    IntakeForm,
    InviteForm,
    JoinForm,
    PassphraseForm,
    UnlockForm,
)
from ombuds.integrity.models import Admission, Entry, Handler, Report
from ombuds.integrity.services import (
    admitting,
    deciding,
    filing,
    fixing,
    identity,
    knowing,
    second,
    setting_up,
)
from ombuds.integrity.services.filing import Told
from ombuds.integrity.team import is_vouched
from ombuds.integrity.terms import Act, Naming, State
from ombuds.integrity.vault import codes
from ombuds.integrity.views.entrance import admitted_report, handler_page, open_page
from ombuds.integrity.wording import COUNTED, VALUES, WHAT, WHY
from ombuds.lib.errors import Refusal
from ombuds.lib.submitting import submitted
from ombuds.lib.today import today


@open_page
def door(request: HttpRequest) -> HttpResponse:
    """Login and passphrase. The passphrase opens the key; it is stored nowhere."""
    form = UnlockForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not limits.PASSPHRASES.take():
            form.add_error(None, _("Too many people are trying at this moment. Wait a minute and try again."))
            return render(request, "integrity/door.html", {"form": form}, status=429)
        holder = setting_up.unlock(**form.cleaned_data)
        if holder and holder.handler:
            return _past_the_passphrase(holder, holder.handler)
        form.add_error(None, _("Login and passphrase do not belong together."))
    return render(request, "integrity/door.html", {"form": form})


def _past_the_passphrase(holder: Holder, handler: Handler) -> HttpResponse:
    """Straight in, or to the second step. Nobody learns before the passphrase who has one."""
    half = handler.second is not None or second.needed(handler)
    response = redirect("integrity:second" if half else "integrity:desk")
    who = "half" if half else "handler"
    sessions.start(response, who=who, handler=str(handler.pk), key=holder.pair.private.hex())
    return response


@open_page
def join(request: HttpRequest) -> HttpResponse:
    """An invited handler makes a key."""
    form = JoinForm(request.POST or None)

    def act(data: dict[str, Any]) -> None:
        if limits.PASSPHRASES.take():
            setting_up.join(login=data["login"], code=data["code"], passphrase=data["passphrase"])
        else:
            raise setting_up.WrongCode()

    if request.method == "POST" and submitted(form, act):
        return redirect("integrity:door")
    return render(request, "integrity/join.html", {"form": form})


@handler_page
def lock(request: HttpRequest, holder: Holder) -> HttpResponse:
    """The key leaves the memory of server and browser."""
    response = redirect("integrity:door")
    sessions.end(request, response)
    return response


def shown_terms(report: Report) -> list[dict[str, Any]]:
    """Open terms with their reasons, for handlers."""
    return [_shown(due) for due in deadlines.open_terms(deciding.facts_of(report))]


def _shown(due: Due) -> dict[str, Any]:
    now = today()
    return {
        "what": WHAT[due.what], "day": due.day, "why": WHY[due.why], "start": due.start,
        "late": due.is_late(now), "soon": due.is_soon(now), "left": due.days_left(now),
    }  # fmt: skip


@handler_page
def desk(request: HttpRequest, holder: Holder) -> HttpResponse:
    """What is late, what is due, everything one is admitted to, and what a custodian has to decide."""
    assert holder.handler is not None
    admissions = Admission.objects.filter(handler=holder.handler, ended_on=None).exclude(
        report__state=State.DESTROYED
    )
    rows: list[dict[str, Any]] = [
        {"report": each.report, "terms": shown_terms(each.report), "declared": each.declared_on is not None}
        for each in admissions.select_related("report").order_by("-report__received_on", "report_id")
    ]
    rows.sort(key=lambda row: min((term["day"] for term in row["terms"]), default=today().replace(year=9999)))
    late = [row for row in rows if any(term["late"] for term in row["terms"])]
    context = {
        "rows": rows,
        "late": late,
        "handler": holder.handler,
        "changed": knowing.changes(holder),
        "requests": [
            {"request": each, "reason": identity.reason_of(each, holder)}
            for each in identity.open_requests(holder)
        ],
    }
    return render(request, "integrity/desk.html", context)


@handler_page
def declare(request: HttpRequest, holder: Holder, key: uuid.UUID) -> HttpResponse:
    """Before the first look: which service and persons it is about, and a declaration; or stepping back."""
    report = admitted_report(holder, key)
    form = DeclarationForm(request.POST or None)
    if request.method == "POST" and request.POST.get("go") == "back":
        admitting.step_back(report, holder)
        return redirect("integrity:desk")

    def act(data: dict[str, Any]) -> None:
        admitting.declare(report, holder, data["text"])

    if request.method == "POST" and submitted(form, act):
        return redirect("integrity:file", key=report.pk)
    return render(
        request,
        "integrity/declare.html",
        {"form": form, "concerned": admitting.concerned(report, holder), "report": report},
    )


@handler_page
def intake(request: HttpRequest, holder: Holder) -> HttpResponse:
    """A report by telephone, letter or at a meeting: same keys, same terms; the code is for the reporter."""
    form = IntakeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = tickets.once(tickets.of(request), lambda: _register(form.cleaned_data))
        return render(request, "integrity/intake_done.html", made)
    return render(request, "integrity/intake.html", {"form": form})


def _register(data: dict[str, Any]) -> dict[str, Any]:
    """What the page shows of it, also when the button is pressed twice."""
    named = data["naming"] != Naming.ANONYMOUS
    filed = filing.file_report(
        Told(
            answers={name: data[name] for name in ("body", "persons", "story") if data[name]},
            naming=data["naming"],
            identity={"name": data["name"], "contact": data["contact"]} if named else {},
            objects_to_receipt=data["no_receipt"],
            channel=data["channel"],
        ),
        data["papers"],
    )
    return {"code": codes.shown(filed.code), "sentences": filed.sentences}


@handler_page
def team(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Who is on the team; inviting a new handler."""
    form = InviteForm(request.POST or None)
    made: dict[str, str] = {}

    def act(data: dict[str, Any]) -> None:
        made["code"] = codes.shown(setting_up.invite(actor=holder.handler, **data))

    if request.method == "POST" and submitted(form, act):
        form = InviteForm()
    handlers = [
        {
            "who": one,
            "vouched": is_vouched(one),
            "to_pass_on": bool(identity.to_pass_on(holder, one)),
            "print": knowing.print_of(one),
        }
        for one in Handler.objects.all()
    ]
    context = {
        "form": form,
        "handlers": handlers,
        "code": made.get("code"),
        "handler": holder.handler,
        "changed": knowing.changes(holder),
    }
    return render(request, "integrity/team.html", context)


@require_POST
@handler_page
def approve(request: HttpRequest, holder: Holder) -> HttpResponse:
    """I have looked at the team: these are my colleagues and their keys."""
    knowing.approve(holder, set(request.POST.getlist("print")))
    return redirect("integrity:team")


@handler_page
def passphrase(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Another passphrase for one's key."""
    form = PassphraseForm(request.POST or None)

    def act(data: dict[str, Any]) -> None:
        setting_up.change_passphrase(actor=holder, passphrase=data["passphrase"])

    if request.method == "POST" and submitted(form, act):
        return redirect("integrity:desk")
    return render(request, "integrity/passphrase.html", {"form": form})


@require_POST
@handler_page
def leaves(request: HttpRequest, holder: Holder, key: uuid.UUID) -> HttpResponse:
    """A handler leaves the team: no report opens for them from now on."""
    who = get_object_or_404(Handler, pk=key, left_on=None)
    admitting.leave(actor=holder, who=who)
    return redirect("integrity:team")


@require_POST
@handler_page
def pass_on(request: HttpRequest, holder: Holder, key: uuid.UUID) -> HttpResponse:
    """A new custodian gets the identities of before."""
    identity.pass_on(holder, get_object_or_404(Handler, pk=key, left_on=None))
    return redirect("integrity:team")


@handler_page
def destroyed(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Proofs of destruction: that something with this number was destroyed on this day, and nothing else."""
    entries = Entry.objects.filter(act=Act.DESTROYED).order_by("-id")
    return render(request, "integrity/destroyed.html", {"entries": entries})


@handler_page
def proof(request: HttpRequest, holder: Holder, number: int) -> HttpResponse:
    """One of them, to print."""
    if number > 2**62:
        raise Http404
    entry = get_object_or_404(Entry, pk=number, act=Act.DESTROYED)
    context = {"entry": entry, "whole": record.first_broken() is None}
    return render(request, "integrity/proof.html", context)


@require_POST
@handler_page
def decide_identity(request: HttpRequest, holder: Holder, pk: int) -> HttpResponse:
    """The custodian's answer."""
    found = next((each for each in identity.open_requests(holder) if each.pk == pk), None)
    if found is None:
        raise identity.NotYours()
    identity.decide(found, holder, granted=request.POST.get("go") == "agree")
    return redirect("integrity:desk")


@handler_page
def yearly(request: HttpRequest, holder: Holder) -> HttpResponse:
    """The years that were fixed, and fixing the next one. The running year is nobody's business."""
    sentence = ""
    if request.method == "POST" and request.POST.get("year", "").isdecimal():
        try:
            fixing.fix(int(request.POST["year"][:4]), holder)
            return redirect("integrity:yearly")
        except Refusal as refusal:
            sentence = refusal.sentence
    tables = [
        {
            "year": fixed.year,
            "what": COUNTED.get(what, what),
            "rows": [(VALUES.get(value, value), count) for value, count in group.counts.items()],
            "total": group.total,
        }
        for fixed in reversed(fixing.years())
        for what, group in fixing.shown(fixed).items()
    ]
    context = {
        "tables": tables,
        "threshold": figures.THRESHOLD,
        "waiting": fixing.waiting()[:1],
        "sentence": sentence,
    }
    return render(request, "integrity/yearly.html", context)


def note_reading(report: Report, holder: Holder, act: Act = Act.READ) -> None:
    """Who looked, in the room's own record."""
    record.note(act, report=report, handler=holder.handler)
