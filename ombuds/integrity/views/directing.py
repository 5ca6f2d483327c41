"""The table of who is competent, row by row; published as a new version."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from ombuds.integrity import routing
from ombuds.integrity.chests import Holder
from ombuds.integrity.forms import LANGUAGES
from ombuds.integrity.routing_forms import ChoiceForm, RouteForm
from ombuds.integrity.services import directing
from ombuds.integrity.views.entrance import handler_page
from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick

TO = {
    routing.OURS: _("We are"),
    routing.COMPLAINT: _("It is a complaint"),
    routing.ASK: _("We find out together"),
}
MOST_FAULTS = 30


@handler_page
def overview(request: HttpRequest, holder: Holder) -> HttpResponse:
    """All rows of the draft, what is wrong with it, and publishing it."""
    sentence, form = "", ChoiceForm()
    go = request.POST.get("go", "")
    if request.method == "POST" and go == "add":
        form = ChoiceForm(request.POST)
        if form.is_valid():
            data = dict(form.cleaned_data)
            directing.add_choice(data.pop("section"), data)
            return redirect("integrity:routing")
    elif request.method == "POST":
        try:
            directing.discard() if go == "discard" else directing.publish(holder)
            return redirect("integrity:routing")
        except Refusal as refusal:
            sentence = refusal.sentence
    raw, changed = directing.draft()
    made = routing.made_of(raw)
    names = {each.code: pick(each.labels) for each in (*made.bodies, *made.reporters, *made.authorities)}
    faults = directing.faults(raw)
    context = {
        "rows": [_shown(number, row, names) for number, row in enumerate(made.routes)],
        "faults": [
            {"fault": fault, "body": names[body], "reporter": names[reporter], "day": day}
            for fault, body, reporter, day in faults[:MOST_FAULTS]
        ],
        "more": max(0, len(faults) - MOST_FAULTS),
        "is_draft": changed,
        "version": directing.current_version(),
        "form": form,
        "sentence": sentence,
    }
    return render(request, "integrity/routing.html", context)


def _shown(number: int, row: routing.Route, names: dict[str, str]) -> dict[str, Any]:
    return {
        "number": number,
        "bodies": ", ".join(names.get(code, code) for code in row.bodies),
        "reporters": ", ".join(names.get(code, code) for code in row.reporters),
        "to": TO.get(row.to) or names.get(row.to, row.to),
        "basis": row.basis,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "verified": row.verified,
    }


@handler_page
def row(request: HttpRequest, holder: Holder, number: int | None = None) -> HttpResponse:
    """Change, add or remove a row of the draft."""
    raw, _changed = directing.draft()
    made = routing.made_of(raw)
    if number is not None and number >= len(made.routes):
        raise Http404
    if request.method == "POST" and request.POST.get("go") == "remove" and number is not None:
        directing.remove_row(number)
        return redirect("integrity:routing")
    initial = _initial(made.routes[number]) if number is not None else {}
    form = RouteForm(made, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        directing.keep_row(number, form.row)
        return redirect("integrity:routing")
    return render(request, "integrity/route.html", {"form": form, "is_new": number is None})


def _initial(row: routing.Route) -> dict[str, Any]:
    return {
        "bodies": row.bodies,
        "reporters": row.reporters,
        "to": row.to,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "verified": row.verified,
        **{f"basis_{language}": row.basis.get(language, "") for language in LANGUAGES},
    }
