"""Asking for protection without a report of one's own: filed like a report, with a code of its own."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from ombuds.integrity import limits, tickets
from ombuds.integrity.models import Installation
from ombuds.integrity.services import filing
from ombuds.integrity.services.filing import Told
from ombuds.integrity.terms import Kind, Naming
from ombuds.integrity.views.entrance import open_page
from ombuds.integrity.views.filing import received
from ombuds.integrity.witness_forms import WitnessForm

SAID = ("who", "body", "measure", "since", "link", "employer")


@open_page
def ask(request: HttpRequest) -> HttpResponse:
    """One page, one button; nothing is stored before."""
    if not Installation.objects.exists():
        return redirect("integrity:start")
    form = WitnessForm(request.POST or None)
    ticket = tickets.of(request)
    if request.method == "POST":
        known = tickets.answer_of(ticket)
        if known is not None:
            return received(ticket, known)
        if form.is_valid():
            if limits.FILING.take():
                return received(ticket, tickets.once(ticket, lambda: _file(form.cleaned_data)))
            form.add_error(
                None,
                _(
                    "Many reports come in at this moment. Wait a minute and press the button again: all you wrote is kept."
                ),
            )
    return render(request, "integrity/witness.html", {"form": form}, status=200)


def _file(data: dict[str, Any]) -> dict[str, Any]:
    named = data["choice"] != Naming.ANONYMOUS
    filed = filing.file_report(
        Told(
            answers={name: data[name] for name in SAID if data[name]},
            language=translation.get_language() or "en",
            naming=data["choice"],
            identity={"name": data["name"], "contact": data["contact"]} if named else {},
            excluded=frozenset(map(uuid.UUID, data["excluded"])),
            objects_to_receipt=data["no_receipt"],
            kind=Kind.PROTECTION,
        )
    )
    return {
        "report": str(filed.report.pk),
        "key": filed.holder.pair.private.hex(),
        "code": filed.code,
        "sentences": [],
    }
