"""Making a report: page by page, and everything that was typed stays in the reporter's browser until it is sent.

Nothing is stored before the last button. Each page carries the answers of the others in one hidden field.
"""

import json
import uuid
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from ombuds.integrity import limits, questions, routing, sessions, tickets
from ombuds.integrity.forms import CheckForm, QuestionsForm, SendForm, YouForm
from ombuds.integrity.models import Installation
from ombuds.integrity.services import asking, directing, filing
from ombuds.integrity.services.filing import Told
from ombuds.integrity.terms import Naming
from ombuds.integrity.uploading import SealedUpload
from ombuds.integrity.views.entrance import open_page
from ombuds.lib.today import today

LONGEST_CARRIED = 1_000_000
CHECK, YOU, SEND = "check", "you", "send"


@dataclass
class Filling:
    """How far somebody is: page, and what they answered on the others."""

    at: str = CHECK
    version: int = 0
    answers: dict[str, Any] = field(default_factory=dict)
    check: dict[str, str] = field(default_factory=dict)
    you: dict[str, Any] = field(default_factory=dict)
    ticket: str = field(default_factory=tickets.new)

    @property
    def definition(self) -> questions.Definition:
        return asking.definition_of(self.version)

    @property
    def pages(self) -> list[str]:
        """Codes of all pages that come up, in order."""
        asked = [page["code"] for page in questions.pages_shown(self.definition, self.answers)]
        return [CHECK, *asked, YOU, SEND]

    def neighbour(self, step: int) -> str:
        """The next page (1) or the one before (-1)."""
        place = self.pages.index(self.at) + step if self.at in self.pages else 0
        return self.pages[max(0, min(place, len(self.pages) - 1))]

    @property
    def page(self) -> dict[str, Any]:
        """The questions of the page where they are."""
        found: dict[str, Any] = next(page for page in self.definition["pages"] if page["code"] == self.at)
        return found

    def carried(self) -> str:
        """For the hidden field."""
        return json.dumps(
            {"version": self.version, "answers": self.answers, "check": self.check, "you": self.you}
        )


def _read(request: HttpRequest) -> Filling:
    """From the hidden fields. Whatever does not fit is as if it had not been said."""
    filling = Filling(version=asking.current_version())
    try:
        raw = json.loads(request.POST.get("carried", "")[:LONGEST_CARRIED])
        parts = [raw[name] for name in ("answers", "check", "you")]
        if all(isinstance(part, dict) for part in parts) and isinstance(raw["version"], int):
            filling = Filling(CHECK, raw["version"], *parts)
            filling.definition  # noqa: B018  # raises when there is no such version
    except (ValueError, KeyError, TypeError, asking.NoSuchVersion):
        filling = Filling(version=asking.current_version())
    filling.ticket = tickets.of(request)
    at = request.POST.get("at", CHECK)
    filling.at = at if at in filling.pages else CHECK
    return filling


def _form(filling: Filling, data: Any = None, files: Any = None) -> forms.Form:
    if filling.at == CHECK:
        return CheckForm(directing.table(), data, initial=filling.check)
    if filling.at == YOU:
        return YouForm(data, initial=filling.you)
    if filling.at == SEND:
        return SendForm(data, files)
    return QuestionsForm(questions.shown(filling.page, filling.answers), data, initial=filling.answers)


def _keep(filling: Filling, form: forms.Form) -> None:
    """What was answered on this page, right or not yet."""
    given = {name: value for name, value in form.cleaned_data.items() if value not in ("", None, [])}
    if filling.at == CHECK:
        filling.check = {name: str(value) for name, value in given.items()}
    elif filling.at == YOU:
        filling.you = given
    elif filling.at != SEND:
        for question in filling.page["questions"]:
            filling.answers.pop(question["code"], None)
        filling.answers.update({name: _plain(value) for name, value in given.items()})


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | list | bool) else str(value)


@open_page
def report(request: HttpRequest) -> HttpResponse:
    """All pages of the form at one address: nobody's history shows how far they came."""
    if not Installation.objects.exists():
        return render(request, "integrity/start.html", {"is_open": False})
    if request.method != "POST":
        return _show(request, Filling(version=asking.current_version()))
    filling = _read(request)
    form = _form(filling, request.POST, request.FILES)
    valid = form.is_valid()
    _keep(filling, form)
    if request.POST.get("speak") in dict(settings.LANGUAGES):
        return _speak(request, filling)
    go = request.POST.get("go", "next")
    if go == "back":
        _forget_files(form)
        filling.at = filling.neighbour(-1)
        return _show(request, filling)
    if not valid:
        _forget_files(form)
        return _show(request, filling, form)
    return _go_on(request, filling, form, go)


def _go_on(request: HttpRequest, filling: Filling, form: forms.Form, go: str) -> HttpResponse:
    if filling.at == CHECK and go != "anyway":
        answer = directing.table().route(filling.check["body"], filling.check["reporter"], today())
        if answer is None or answer.to not in (routing.OURS, routing.ASK):
            return _show(request, filling, form, elsewhere=answer)
    if filling.at == SEND:
        return _send(request, filling, form)
    if filling.at not in (CHECK, YOU):
        asked = {question["code"] for question in questions.shown(filling.page, filling.answers)}
        if asked - set(form.fields):  # an answer on this page brought up another question of it
            return _show(request, filling, more=True)
    filling.at = filling.neighbour(1)
    return _show(request, filling)


def _forget_files(form: forms.Form) -> None:
    """Files chosen on a page that was not sent."""
    for upload in form.files.getlist("papers") if hasattr(form.files, "getlist") else []:
        if isinstance(upload, SealedUpload):
            upload.forget()


def _speak(request: HttpRequest, filling: Filling) -> HttpResponse:
    """The same page in another language; what was typed stays."""
    language = request.POST["speak"]
    translation.activate(language)
    request.LANGUAGE_CODE = language
    response = _show(request, filling)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        path=sessions.PATH,
        httponly=True,
        samesite="Lax",
        secure=settings.SECURE,
    )
    return response


def _show(
    request: HttpRequest,
    filling: Filling,
    form: forms.Form | None = None,
    *,
    elsewhere: Any = None,
    more: bool = False,
    status: int = 200,
) -> HttpResponse:
    known = filling.at in (CHECK, YOU, SEND)
    context = {
        "filling": filling,
        "form": form or _form(filling),
        "title": {} if known else filling.page["title"],
        "number": filling.pages.index(filling.at) + 1,
        "total": len(filling.pages),
        "more": more,
        "checked": form is not None and filling.at == CHECK and not form.errors,
        "elsewhere": elsewhere,
        "authority": directing.table().authority(elsewhere.to) if elsewhere else None,
        "said": asking.readable(filling.definition, filling.answers) if filling.at == SEND else [],
    }
    return render(request, "integrity/report.html", context, status=status)


def _send(request: HttpRequest, filling: Filling, form: forms.Form) -> HttpResponse:
    missing, found = _cleaned(filling)
    if missing:
        _forget_files(form)
        filling.at = missing
        return _show(request, filling)
    sent = tickets.answer_of(filling.ticket)
    if sent is not None:
        _forget_files(form)
        return received(filling.ticket, sent)
    if not limits.FILING.take():
        _forget_files(form)
        form.add_error(
            None,
            _(
                "Many reports come in at this moment. Wait a minute and press the button again: all you wrote is kept."
            ),
        )
        return _show(request, filling, form, status=429)

    def act() -> dict[str, Any]:
        filed = filing.file_report(_told(filling, found), form.cleaned_data["papers"])
        return {
            "report": str(filed.report.pk),
            "key": filed.holder.pair.private.hex(),
            "code": filed.code,
            "sentences": filed.sentences,
        }

    return received(filling.ticket, tickets.once(filling.ticket, act))


def received(ticket: str, made: dict[str, Any]) -> HttpResponse:
    """To the receipt: the same for the second press of the button as for the first; later, to the door with the code."""
    if not made:
        return redirect("integrity:back")
    response = redirect("integrity:receipt")
    sessions.start(response, who="reporter", ticket=ticket, **made)
    return response


def _cleaned(filling: Filling) -> tuple[str, dict[str, dict[str, Any]]]:
    """Everything once more, as if it came in at once: hidden fields can be changed, and answers bring up other questions.
    The code of a page that is not complete, or "" and what holds: check, answers, you."""
    found: dict[str, dict[str, Any]] = {CHECK: {}, "answers": {}, YOU: {}}
    for code in filling.pages[:-1]:
        page = Filling(code, filling.version, filling.answers, filling.check, filling.you)
        data = {CHECK: filling.check, YOU: filling.you}.get(code, filling.answers)
        form = _form(
            page, {name: value for name, value in data.items() if isinstance(value, str | list | bool)}
        )
        if not form.is_valid():
            return code, found
        given = {
            name: _plain(value) for name, value in form.cleaned_data.items() if value not in ("", None, [])
        }
        found[code if code in (CHECK, YOU) else "answers"].update(given)
    return "", found


def _told(filling: Filling, found: dict[str, dict[str, Any]]) -> Told:
    you = found[YOU]
    return Told(
        answers={**questions.kept(filling.definition, found["answers"]), "check": found[CHECK]},
        version=filling.version,
        language=translation.get_language() or "en",
        naming=you["choice"],
        identity={name: you.get(name, "") for name in ("name", "contact")}
        if you["choice"] != Naming.ANONYMOUS
        else {},
        excluded=frozenset(map(uuid.UUID, you.get("excluded", []))),
        objects_to_receipt=bool(you.get("no_receipt")),
    )
