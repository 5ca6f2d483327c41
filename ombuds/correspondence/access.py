"""Who of a service may see what, and the session that a one-time code opens."""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from ombuds.authorities.models import Contact
from ombuds.correspondence import links
from ombuds.correspondence.models import Message, Question
from ombuds.correspondence.terms import Audience, Delivery, Kind, State
from ombuds.documents.models import Document
from ombuds.lib.today import now

KEY = "service_contact"
IDLE = dt.timedelta(minutes=45)
LONGEST = dt.timedelta(hours=8)
ServiceView = Callable[Concatenate[HttpRequest, Contact, ...], HttpResponse]


def open_session(request: HttpRequest, contact: Contact) -> None:
    """From now on this browser speaks for the contact; a fresh session key, so that no earlier one can ride along."""
    request.session.cycle_key()
    moment = now().timestamp()
    request.session[KEY] = {"token": links.token(contact), "since": moment, "seen": moment}


def close_session(request: HttpRequest) -> None:
    request.session.pop(KEY, None)


def contact_in(request: HttpRequest) -> Contact | None:
    """The contact whose session it is, while it lasts and while we still know the address."""
    held = request.session.get(KEY)
    if not held:
        return None
    moment = now().timestamp()
    if moment - held["since"] > LONGEST.total_seconds() or moment - held["seen"] > IDLE.total_seconds():
        close_session(request)
        return None
    try:
        contact = links.contact_of(held["token"])
    except links.LinkUseless:
        close_session(request)
        return None
    request.session[KEY] = {**held, "seen": moment}
    return contact


def service_view(view: ServiceView) -> Callable[..., HttpResponse]:
    """The view gets the contact person; without a session the way leads to the links."""

    @login_not_required
    @never_cache
    @wraps(view)
    def permitted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        contact = contact_in(request)
        if contact is None:
            return redirect("service:start")
        return view(request, contact, *args, **kwargs)

    return permitted


def questions_of(contact: Contact) -> "QuerySet[Question]":
    """Questions to the contact's own body."""
    return (
        Question.objects.filter(body=contact.body)
        .exclude(case__state="destroyed")
        .select_related("case", "body")
    )


def letters_of(contact: Contact) -> "QuerySet[Message]":
    """Letters that were sent to the contact's own body over the secure page; another ombudsman is one too."""
    return Message.objects.filter(
        body=contact.body, audience__in=[Audience.SERVICE, Audience.OMBUDSMAN], channel=Delivery.PORTAL, state=State.SENT,
        kind__in=[Kind.LETTER, Kind.NOTICE],
    ).select_related("case")  # fmt: skip


def documents_of(contact: Contact) -> "QuerySet[Document]":
    """Papers chosen for the body's questions, its own answers, and its letters."""
    asked = questions_of(contact)
    return Document.objects.filter(
        Q(pk__in=asked.values("shown"))
        | Q(pk__in=asked.values("answers__files"))
        | Q(pk__in=letters_of(contact).values("pdf"))
        | Q(pk__in=letters_of(contact).values("attachments"))
    )
