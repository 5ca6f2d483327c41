"""The page of an inquiry (or of a request for protection): what was done so far, and the next row of it; each as a paper to print."""

import datetime as dt
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ombuds.integrity import tickets
from ombuds.integrity.chests import Holder
from ombuds.integrity.inquiry_forms import ANSWERS, ROWS, HeadForm
from ombuds.integrity.models import Report
from ombuds.integrity.services import inquiring
from ombuds.integrity.terms import ENDED, Kind
from ombuds.integrity.views.entrance import report_page
from ombuds.integrity.wording import ADDRESSEES, HEARD_AS, HEARING_KIND, MEASURE_DONE, PROTECTED
from ombuds.lib.submitting import submitted
from ombuds.lib.today import today

WORDS = {**dict(HEARD_AS), **dict(ADDRESSEES), **dict(MEASURE_DONE), **dict(PROTECTED)}


@report_page
def inquiry(request: HttpRequest, holder: Holder, report: Report) -> HttpResponse:
    """Everything, the first first."""
    return _page(request, holder, report, "", None)


def _page(
    request: HttpRequest, holder: Holder, report: Report, at: str, filled: forms.Form | None
) -> HttpResponse:
    known = inquiring.rows(report, holder)
    kinds = inquiring.OF[Kind(report.kind)]
    sections = [
        {
            "kind": kind,
            "title": HEARING_KIND[kind],
            "rows": [
                _shown(field, row, at, filled) for field, row in known.items() if field.startswith(f"{kind}:")
            ],
            "form": filled if filled and at == kind else ROWS[kind](auto_id=f"{kind}_%s"),
        }
        for kind in kinds
    ]
    involved = inquiring.head_is_involved(report, holder) if report.kind == Kind.DISCLOSURE else False
    context = {
        "report": report,
        "sections": sections,
        "filled": filled,
        "over": report.state in ENDED,
        "involved": involved,
        "head_form": HeadForm(initial={"involved": involved}) if report.kind == Kind.DISCLOSURE else None,
    }
    return render(request, "integrity/inquiry.html", context)


def _shown(field: str, row: dict[str, Any], at: str, filled: forms.Form | None) -> dict[str, Any]:
    kind = field.partition(":")[0]
    form = None
    if kind in ANSWERS and "answer" not in row:
        form = filled if filled and at == field else ANSWERS[kind](auto_id=f"{field.replace(':', '_')}_%s")
    return {
        **_readable(row),
        "field": field,
        "form": form,
        "late": "due" in row and "answer" not in row and row["due"] < today().isoformat(),
    }


def _readable(row: dict[str, Any]) -> dict[str, Any]:
    """Days as days, codes as words."""
    found = {"name": "", "who": "", "on": "", "role": "", "to": "", "present": "", "agreed": False, **row}
    for name in ("day", "on", "due"):
        if row.get(name):
            found[name] = dt.date.fromisoformat(row[name])
    for name in ("role", "to", "done"):
        if name in row:
            found[name] = WORDS.get(row[name], row[name])
    if "answer" in row:
        found["answer"] = _readable(row["answer"])
    return found


@require_POST
@report_page
def add(request: HttpRequest, holder: Holder, report: Report, kind: str) -> HttpResponse:
    """One more row."""
    if kind == "head" and report.kind == Kind.DISCLOSURE:
        inquiring.note_head(report, holder, involved="involved" in request.POST)
        return redirect("integrity:inquiry", key=report.pk)
    if kind not in inquiring.OF[Kind(report.kind)]:
        raise Http404
    form = ROWS[kind](request.POST, auto_id=f"{kind}_%s")

    def act(data: dict[str, Any]) -> None:
        inquiring.add(report, holder, kind, data)

    if submitted(form, tickets.guarded(request, act)):
        return redirect("integrity:inquiry", key=report.pk)
    return _page(request, holder, report, kind, form)


@require_POST
@report_page
def answer(request: HttpRequest, holder: Holder, report: Report, field: str) -> HttpResponse:
    """What came back on a row."""
    kind = field.partition(":")[0]
    if kind not in ANSWERS or kind not in inquiring.OF[Kind(report.kind)]:
        raise Http404
    form = ANSWERS[kind](request.POST, auto_id=f"{field.replace(':', '_')}_%s")

    def act(data: dict[str, Any]) -> None:
        inquiring.answered(report, holder, field, data)

    if submitted(form, tickets.guarded(request, act)):
        return redirect("integrity:inquiry", key=report.pk)
    return _page(request, holder, report, field, form)


@report_page
def sheet(request: HttpRequest, holder: Holder, report: Report, field: str) -> HttpResponse:
    """One row as a paper: to be printed, signed, sent. Nothing of it is stored outside the seal."""
    row = inquiring.rows(report, holder).get(field)
    if row is None:
        raise Http404
    context = {
        "row": _readable(row),
        "kind": field.partition(":")[0],
        "title": HEARING_KIND[field.partition(":")[0]],
        "report": report,
        "today": today(),
    }
    return render(request, "integrity/sheet.html", context)
