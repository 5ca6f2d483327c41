"""How the pages of this room are entered: open ones, those of a reporter with a code, those of a handler with a passphrase."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from ombuds.integrity import sessions
from ombuds.integrity.chests import Holder
from ombuds.integrity.models import Handler, Report
from ombuds.integrity.services.admitting import admission
from ombuds.integrity.sessions import Visit
from ombuds.integrity.terms import State
from ombuds.integrity.vault import Refused
from ombuds.integrity.vault.keys import pair_of

View = Callable[..., HttpResponseBase]


def open_page(view: View) -> View:
    """Anybody, without a trace."""
    return login_not_required(never_cache(_refusing(view)))


def _refusing(view: View) -> View:
    """Sealed bytes that are not what they should be are shown as that, and nothing is shown of them."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Refused:
            return render(request, "integrity/broken.html", status=409)

    return guarded


def reporter_page(view: View) -> View:
    """The view gets the reporter's report and holder; without a visit the way leads to the code."""

    @wraps(view)
    def permitted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        visit = sessions.current(request)
        found = _reporter(visit) if visit else None
        if found is None:
            return redirect("integrity:back")
        return view(request, visit, *found, *args, **kwargs)

    return open_page(permitted)


def _reporter(visit: Visit) -> tuple[Report, Holder] | None:
    if visit.holds.get("who") != "reporter":
        return None
    report = Report.objects.filter(pk=visit.holds["report"]).exclude(state=State.DESTROYED).first()
    return (report, Holder(pair_of(bytes.fromhex(visit.holds["key"])))) if report else None


def handler_page(view: View) -> View:
    """The view gets the handler with their key; without a visit the way leads to the door."""

    @wraps(view)
    def permitted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        visit = sessions.current(request)
        holder = _handler(visit) if visit else None
        if holder is None:
            return redirect("integrity:door")
        return view(request, holder, *args, **kwargs)

    return open_page(permitted)


def _handler(visit: Visit) -> Holder | None:
    if visit.holds.get("who") != "handler":
        return None
    handler = Handler.objects.filter(pk=visit.holds["handler"], left_on=None).first()
    return Holder(pair_of(bytes.fromhex(visit.holds["key"])), handler) if handler else None


def report_page(view: View) -> View:
    """The view gets a report that this handler is admitted to and has declared for. Not admitted: as if it did not exist."""

    @wraps(view)
    def permitted(
        request: HttpRequest, holder: Holder, key: uuid.UUID, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        report = admitted_report(holder, key)
        assert holder.handler is not None
        found = admission(report, holder.handler)
        if found is None or found.declared_on is None:
            return redirect("integrity:declare", key=report.pk)
        return view(request, holder, report, *args, **kwargs)

    return handler_page(permitted)


def admitted_report(holder: Holder, key: uuid.UUID) -> Report:
    """The report, if this handler is admitted. Raises Http404: not admitted looks like not there."""
    report = (
        Report.objects.filter(pk=key, admissions__handler=holder.handler, admissions__ended_on=None)
        .exclude(state=State.DESTROYED)
        .first()
    )
    if report is None:
        raise Http404
    return report
